"""The diary: PyYAML and markdown-it find every entry in its files as typed, and nothing private."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from carelog.documents.diary import diary_page, diary_zip
from carelog.domain.entry import Entry
from carelog.domain.mood import MoodWords
from carelog.domain.routines.routine import Routine
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.text import clean, clean_line
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.pages.diary import EVERY_DAY, DiaryDay, diary
from support.command import Command, Terminal
from support.journals import SetClock, add_routine
from support.markdown import OWN_TAGS, MarkdownPage, hostile, lines_of, one_line
from support.strategies import entries, ids, moments

DAY, MOODS = date(2026, 11, 22), MoodWords()
HOSTILE = hostile.filter(lambda text: clean(text).strip())
NAMES = hostile.map(lambda text: clean_line(text)[:50].strip()).filter(bool)


def read(content: bytes) -> tuple[dict[str, Any], MarkdownPage]:
    """The properties as PyYAML reads them, and the text as markdown-it renders it."""
    before, rule, text = content.decode().removeprefix("---\n").partition("---\n")
    assert rule
    properties = yaml.safe_load(before)
    assert isinstance(properties, dict)
    return properties, MarkdownPage.of(text)


@given(st.lists(entries, min_size=1, max_size=4))
def test_every_entry_of_a_day_is_on_its_page(noted: list[Entry]) -> None:
    properties, page = read(diary_page(DiaryDay(DAY, tuple(noted)), MOODS, {}))
    assert properties["date"] == DAY
    assert page.quotes == [lines_of(entry.note) for entry in noted if entry.note]
    assert page.tags <= OWN_TAGS
    scores = sorted(entry.mood for entry in noted if entry.mood is not None)
    assert scores[(len(scores) - 1) // 2] <= properties["mood"] <= scores[len(scores) // 2]
    for entry in noted:
        assert all(one_line(word) in one_line(page.text) for word in (*entry.feelings, *entry.tags))


@given(note=HOSTILE, name=NAMES, at=moments, entry_id=ids)
def test_no_word_becomes_a_property_a_link_or_anything_but_itself(note: str, name: str, at: Any, entry_id: str) -> None:
    entry = Entry(entry_id, at, DAY, 4, clean(note).strip(), (name,), readings={name: 7.5})
    routine = Routine(entry_id, name, DAY)
    tick = Tick(entry_id, entry_id, at, DAY, TickState.SKIPPED, note=note)
    properties, page = read(diary_page(DiaryDay(DAY, (entry,), ((routine, tick),)), MOODS, {name: "h"}))
    assert page.tags <= OWN_TAGS
    assert page.quotes == [lines_of(entry.note)]
    assert (properties["date"], properties["mood"], properties["skipped"]) == (DAY, 4, [routine.name])
    assert 7.5 in (properties.get(name), properties.get(f"{name} (scale)"))


@pytest.mark.parametrize(
    "marks", ["%%hidden%%", "==marked==", "a line ^name", "[[a page]]", "#tag", "![[a.png]]", "$x$"]
)
def test_what_obsidian_alone_understands_is_escaped(marks: str) -> None:
    entry = Entry("0" * 32, SetClock().now(), DAY, note=marks)
    text = diary_page(DiaryDay(DAY, (entry,)), MOODS, {}).decode()
    assert MarkdownPage.of(text.partition("# ")[2]).quotes == [[marks]]
    assert not [sign for sign in ("%%", "==", " ^", "[[", " #tag", "![[", " $x") if sign in text.partition("\n> ")[2]]


@pytest.mark.parametrize(
    ("tag", "is_called"),
    [
        ("night shift", "night-shift"),
        ("2026", "_2026"),
        ("work/late", "work/late"),
        ("café", "café"),
        ("c++", "c"),
        ("今日", "今日"),
        ("?!", None),
    ],
)
def test_a_tag_is_one_that_obsidian_takes_and_stands_below_as_typed(tag: str, is_called: str | None) -> None:
    entry = Entry("0" * 32, SetClock().now(), DAY, tags=(tag,))
    properties, page = read(diary_page(DiaryDay(DAY, (entry,)), MOODS, {}))
    assert properties.get("tags") == ([is_called] if is_called else None)
    assert f"tags: {tag}" in page.text


@pytest.mark.parametrize("name", ["mood", "Tags", "aliases", "DATE", "mood word"])
def test_a_scale_never_takes_the_place_of_a_property_with_a_meaning(name: str) -> None:
    entry = Entry("0" * 32, SetClock().now(), DAY, 2, readings={name: 9})
    properties, _ = read(diary_page(DiaryDay(DAY, (entry,)), MOODS, {}))
    assert (properties["mood"], properties[f"{name} (scale)"]) == (2, 9)


def test_a_word_of_200_000_signs_is_whole() -> None:
    entry = Entry("0" * 32, SetClock().now(), DAY, note="ab" * 100_000)
    assert read(diary_page(DiaryDay(DAY, (entry,)), MOODS, {}))[1].quotes == [["ab" * 100_000]]


@pytest.fixture
def filled(home: Path, now: Callable[[str], None]) -> None:
    """A journal of one day: entries, one of them private, readings and a routine."""
    now("2026-11-22T21:30:00+01:00")
    with Journal.open(Paths.inside(home), SetClock()) as journal:
        journal.trackers.add("sleep", unit="h")
        journal.entries.add(4, "a walk", tags=["out"], readings={"sleep": 6.5})
        journal.entries.add(2, readings={"sleep": 7.5})
        journal.entries.add(1, "Wolkenbruch", tags=["Nachtschicht"], private=True)
        journal.entries.add(3)
        journal.ticks.add([add_routine(journal)], amount=2.0, note="in the rain")


@pytest.mark.usefixtures("filled")
def test_the_files_are_named_by_year_and_day_and_are_the_same_each_time(home: Path) -> None:
    with Journal.open(Paths.inside(home), SetClock()) as journal:
        found = diary(journal, EVERY_DAY)
        content = diary_zip(found, MOODS)
        assert diary_zip(diary(journal, EVERY_DAY), MOODS) == content
        assert not diary(journal, Period(date(2020, 1, 1), date(2020, 12, 31))).days
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["2026/2026-11-22.md"]
        properties, page = read(archive.read("2026/2026-11-22.md"))
    assert properties == {
        "date": DAY,
        "mood": 3,
        "mood word": "okay",
        "tags": ["out"],
        "done": ["walk"],
        "sleep": 7,
    }
    assert "sleep 6.5 h" in page.text
    assert "“in the rain”" in page.text


@pytest.mark.usefixtures("filled")
def test_private_entries_are_in_no_byte(carelog: Command) -> None:
    done = carelog("export", "--for", "self", "--by-day", "--yes", "-o", "diary.zip", "--json").json["data"]
    assert done["holds"] == {"days": 1, "entries": 3}
    assert done["stays"] == {"private_entries": 1}
    with ZipFile("diary.zip") as archive:
        texts = " ".join(archive.read(name).decode() for name in archive.namelist())
    assert "a walk" in texts
    assert not [word for word in ("Wolkenbruch", "Nachtschicht") if word in texts]
    assert Path("diary.zip").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("filled")
def test_a_person_hears_what_it_holds_and_can_stop(terminal: Callable[..., Terminal]) -> None:
    asked = terminal("export", "--for", "self", "--by-day", "-o", "diary.zip")
    for said in (
        "This diary is for you: every note that is not private, and your routines.",
        "3 entries, as 1 file for 22 November 2026",
        "1 private entry stays here",
    ):
        asked.expect(said)
    code, screen = asked.leave("q\r")
    assert (code, "Nothing was written." in screen, Path("diary.zip").exists()) == (0, True, False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--for", "therapist"], "for yourself"),
        (["--for", "self", "--format", "html"], "for yourself"),
        (["--for", "self", "--leave-out", "mood"], "holds everything"),
        (["--for", "self", "--include", "private"], "holds everything"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_what_cannot_be_is_said(carelog: Command, words: list[str], said: str) -> None:
    done = carelog("export", "--by-day", "--yes", *words)
    assert (done.exit_code, said in done.stderr) == (2, True)
    assert not list(Path().glob("*.zip"))


@pytest.mark.usefixtures("filled")
def test_days_can_be_chosen_and_a_file_that_is_there_is_kept(carelog: Command) -> None:
    words = ("export", "--for", "self", "--by-day", "--yes", "-o", "diary.zip")
    assert "Nothing is noted on these days. Nothing was written." in carelog(*words, "--to", "2020-01-01").stdout
    Path("diary.zip").write_text("mine")
    assert carelog(*words).exit_code == 2
    assert Path("diary.zip").read_text() == "mine"
    assert carelog(*words, "--force", "--from", "2026-11-01").exit_code == 0


@pytest.mark.usefixtures("filled")
def test_a_page_for_oneself_has_properties_too_and_one_for_others_none(carelog: Command) -> None:
    page = carelog("export", "--for", "self", "--format", "md", "--yes", "-o", "-", "--from", "2026-11-01").stdout
    assert read(page.encode())[0] == {"from": date(2026, 11, 1), "to": date(2026, 11, 22)}
    assert carelog("export", "--format", "md", "--yes", "-o", "-").stdout.startswith("# Self-report")
