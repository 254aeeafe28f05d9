"""A folder with a file for each day: the name is the day, properties go where they belong, and nothing is dropped."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.entry import Entry
from carelog.errors import RefusedFile
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.intake import apply_import
from carelog.exchange.readers.day_files import read_day_files
from carelog.exchange.readers.day_names import days_in
from carelog.exchange.readers.formats import format_named, format_of
from carelog.journal import Journal
from support.command import Command
from support.imports import a_context, read_file, said
from support.source import SAMPLES
from support.zips import zipped

NO_TEXT = (
    "The file is not readable text. Export it again, or save it as “CSV UTF-8”; what another app encrypted "
    "has to be decrypted there first."
)


def one(text: str, name: str = "2025-03-09.md") -> Entry:
    [entry] = read_file(zipped((name, text))).entries
    return entry


def lines(batch: ImportBatch) -> list[tuple[str, int | None, str]]:
    return [(each.day.isoformat(), each.mood, each.note) for each in batch.entries]


def test_a_folder_as_obsidian_keeps_it_is_read_day_by_day() -> None:
    batch = read_file(SAMPLES / "dayfiles" / "vault")
    assert lines(batch) == [
        ("2025-03-07", 2, "Bad night, slow morning."),
        ("2025-03-08", 4, "# Saturday\n\nMarket with #Ana, then the [[lake]].\nweather: mild"),
        ("2025-03-09", None, "Plain words, no properties."),
    ]
    [friday, saturday, sunday] = batch.entries
    assert (friday.feelings, friday.tags, dict(friday.readings)) == (("tired", "low"), (), {"sleep": 4.5})
    assert (saturday.tags, dict(saturday.readings)) == (("market", "lake", "Ana"), {"sleep": 7.5, "energy": 3})
    assert f"{sunday.at.local:%H:%M}" == "12:00"
    assert said(batch) == [
        "1 photo is not taken along: carelog keeps words.",
        "1 other file is left, because its name is no day.",
        "carelog does not know “weather”. What it holds stays in the notes.",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "2025-03-09.md",
        "2025-03-09.txt",
        "2025-03-09.Markdown",
        "20250309.md",
        "2025_03_09.md",
        "Daily/2025/2025-03-09.md",
        "2025/03/09.md",
        "2025/3/9.txt",
        "Diary/2025/03-March/09.txt",
        "2025/2025-03/09.md",
        "2025-03/09.md",
        "9.3.2025.txt",
        "March 9th, 2025.md",
        "9 March 2025.md",
        "2025 03 09.md",
        "2025/03/9th.md",
        "2025/03/9日.md",
        "2025/03/9 March.md",
        "2025/03-2025/09.md",
        "2025/03/03-09-2025.md",
        "2025/03/09-03-2025.md",
        "2025/03/03-09-25.md",
        "2025/2025-03/9.3.2025.md",
        "2024/01/9 March 2025.md",
        "2024/01/2025-03-09.md",
        "2025/03/9.3.2025.txt",
        "a/b/2025/03/March 9th, 2025.md",
    ],
)
def test_a_name_is_a_day_however_apps_write_it(name: str) -> None:
    assert [each.day.isoformat() for each in days_in([name])] == ["2025-03-09"]
    assert one("Lake", name).note == "Lake"


@pytest.mark.parametrize(
    "name", ["2025-13-09.md", "2025-03-091.md", "9.md", "2025/week 10/9.md", "2025-03-09.json", "a.md"]
)
def test_a_name_that_is_no_day_for_certain_is_left(name: str) -> None:
    batch = read_file(zipped(("2025-03-10.md", "Lake"), (name, "Words")))
    assert lines(batch) == [("2025-03-10", None, "Lake")]
    assert said(batch) == ["1 other file is left, because its name is no day."]


@pytest.mark.parametrize(
    "name",
    [
        "09-10.md",
        "9.5 hours.md",
        "9,5.md",
        "09 30.md",
        "9:30.md",
        "09 - 10.md",
        "9–10.md",
        "10km.md",
        "3d printing.md",
        "5k run.md",
        "9 April.md",
        "April 9.md",
        "32.md",
        "0.md",
        "03-09.md",
        "1 000 steps.md",
    ],
)
def test_a_number_in_the_folder_of_a_month_is_a_day_only_where_it_stands_alone(name: str) -> None:
    assert days_in([f"2025/03/{name}"]) == []
    assert days_in([f"2025-03/{name}"]) == []


@pytest.mark.parametrize(
    "folder", ["2025-03-09", "2025/10-12", "2025/03.5", "2025/3-9-2025", "2025/2025-03-09", "2025/13"]
)
def test_a_folder_that_is_no_month_makes_no_days(folder: str) -> None:
    assert days_in([f"{folder}/1.md", f"{folder}/12.md"]) == []


@pytest.mark.parametrize(
    ("name", "title"),
    [("09 Lake.md", "Lake"), ("09_Lake.md", "Lake"), ("09 - 3 things.md", "3 things"), ("9th Lake.md", "Lake")],
)
def test_what_stands_behind_the_number_of_a_day_is_its_title(name: str, title: str) -> None:
    [day] = days_in([f"2025/03/{name}"])
    assert (day.day.isoformat(), day.title) == ("2025-03-09", title)


@pytest.mark.parametrize("name", [".trash/2025-03-09.md", "a/.obsidian/2025-03-09.md", "__MACOSX/2025-03-09.md"])
def test_hidden_files_are_no_days(name: str) -> None:
    assert lines(read_file(zipped(("2025-03-10.md", "Lake"), (name, "Words")))) == [("2025-03-10", None, "Lake")]


def test_the_order_of_day_and_month_is_taken_from_names_that_leave_only_one() -> None:
    days = days_in(["03-09-2025.md", "03-19-2025.md"])
    assert [each.day.isoformat() for each in days] == ["2025-03-09", "2025-03-19"]


def test_a_name_that_only_one_order_makes_a_day_needs_no_other_name() -> None:
    days = days_in(["13-03-2025.md", "03-14-2025.md", "04-04-2025.md", "3.15.2025.md"])
    assert [each.day.isoformat() for each in days] == ["2025-03-13", "2025-03-14", "2025-03-15", "2025-04-04"]


@pytest.mark.parametrize(
    "names", [["03-09-2025.md"], ["2025-03-10.md", "Daily/03-09-2025.md"], ["3_9_2025.txt", "a.md"]]
)
@pytest.mark.parametrize(
    ("said_order", "day"), [("dmy", "2025-09-03"), ("mdy", "2025-03-09"), ("MDY", "2025-03-09"), ("ymd", None)]
)
def test_where_the_order_of_day_and_month_is_open_the_person_says_it(
    names: list[str], said_order: str, day: str | None, carelog: Command, tmp_path: Path
) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words")
    [open_name] = [Path(name).name for name in names if "2025." in name]
    refused = carelog("import", str(tmp_path))
    sentence = (
        f"It is open which number in the name {open_name} is the day. If the day comes first, run this; write "
        "mdy in place of dmy for the month, ymd for the year: carelog import dayfiles FOLDER --column date:dmy=name\n"
    )
    assert (refused.exit_code, refused.stderr) == (6, sentence)
    done = carelog("import", "dayfiles", str(tmp_path), "--column", f"date:{said_order}=name", "--json")
    if day:
        assert day in done.json["data"]["range"].values()
    else:
        assert sentence.strip() in done.stdout + done.stderr


def test_a_found_order_is_said_as_for_tables() -> None:
    batch = read_file(zipped(("03-09-2025.md", "a"), ("03-19-2025.md", "b")))
    assert lines(batch) == [("2025-03-09", None, "a"), ("2025-03-19", None, "b")]
    assert said(batch) == ["In dates such as 3/13/25 the month was read first. No other order fits all of them."]


def test_a_day_that_has_not_come_is_no_day_of_a_name() -> None:
    assert lines(read_file(zipped(("11-12-2026.md", "a")))) == [("2026-11-12", None, "a")]


def test_what_a_name_says_beside_the_day_stays_in_the_note() -> None:
    assert one("Swam.", "2025-03-09 At the lake.md").note == "At the lake\nSwam."
    assert one("# At the lake\nSwam.", "2025-03-09 At the lake.md").note == "# At the lake\nSwam."


@pytest.mark.parametrize(
    ("properties", "tags"),
    [
        ("tags: [lake, 'long walk', \"#sun\"]", ("lake", "long walk", "sun")),
        ("tags:\n  - lake\n  - sun", ("lake", "sun")),
        ("tags:\n- lake\n- sun", ("lake", "sun")),
        ("tags: lake, long walk", ("lake", "long walk")),
        ("tags: lake sun", ("lake", "sun")),
        ("Tags: lake", ("lake",)),
        ("tags:", ()),
        ("tags: []", ()),
    ],
)
def test_tags_are_read_however_they_are_listed(properties: str, tags: tuple[str, ...]) -> None:
    assert one(f"---\n{properties}\n---\nWords\n").tags == tags


def test_tags_in_the_text_are_tags_but_headings_addresses_and_code_are_not() -> None:
    text = "# Sunday\nAt the #lake with #family/ana (#1 of #2025) https://example.org/#top\n```\n#include\n```\n"
    entry = one(text)
    assert (entry.tags, entry.note) == (("lake", "family/ana"), text.strip())


@pytest.mark.parametrize(("mood", "score"), [("4", 4), ("'2'", 2), ("5/5", 5), ("3.0", 3)])
def test_a_mood_from_1_to_5_is_the_score(mood: str, score: int) -> None:
    entry = one(f"---\nmood: {mood}\n---\nWords")
    assert (entry.mood, entry.feelings) == (score, ())


def test_any_other_scale_of_moods_is_placed_by_the_person() -> None:
    days = zipped(
        ("2025-03-08.md", "---\nmood: 4\n---\n"), ("2025-03-09.md", "---\nmood: 8\n---\n"), ("2025-03-10.md", "x")
    )
    assert read_file(days).unknown_moods == {"4": 1, "8": 1}
    batch = format_of(days).read(days, a_context(**{"4": 2, "8": 5}))
    assert lines(batch) == [("2025-03-08", 2, ""), ("2025-03-09", 5, ""), ("2025-03-10", None, "x")]


def test_a_mood_in_words_stays_as_a_feeling_and_several_are_feelings_alone() -> None:
    named = read_file(zipped(("2025-03-09.md", "---\nmood: so so\n---\n")), so_so=3).entries[0]
    assert (named.mood, named.feelings) == (3, ("so so",))
    several = one("---\nmood: [calm, tired]\nfeelings: hopeful\n---\n")
    assert (several.mood, several.feelings) == (None, ("calm", "tired", "hopeful"))


@pytest.mark.parametrize(
    ("line", "readings", "note"),
    [
        ("sleep: 7.5", {"sleep": 7.5}, "Words"),
        ("sleep: 7h 30m", {"sleep": 7.5}, "Words"),
        ("energy: 3/5", {"energy": 3}, "Words"),
        ("steps: 6,200", {}, "Words\nsteps: 6,200"),
        ("wake: 7:30", {}, "Words\nwake: 7:30"),
        ("week: 10", {}, "Words\nweek: 10"),
        ("walked: true", {}, "Words\nwalked: true"),
        ("with: [Ana, Jo]", {}, "Words\nwith: Ana, Jo"),
        ("place:\n  name: Ueno\n  city: Tokyo", {}, "Words\nplace: name: Ueno, city: Tokyo"),
        ("summary: |\n  one\n  two", {}, "Words\nsummary: one\ntwo"),
        ("summary: |\n  one\n\n    two\n  three", {}, "Words\nsummary: one\n\n  two\nthree"),
        ("summary: >-\n  one\n  two", {}, "Words\nsummary: one\ntwo"),
        ("summary: one\n  two", {}, "Words\nsummary: one\ntwo"),
        ("summary:\n  one\n  two", {}, "Words\nsummary: one\ntwo"),
        ('summary: "one\n  two"', {}, "Words\nsummary: one\ntwo"),
        ("with:\n  - Ana,\n    my sister\n  - Jo", {}, "Words\nwith: Ana,\nmy sister\nJo"),
        ("with: [Ana,\n  Jo]", {}, "Words\nwith: Ana, Jo"),
        ("with: [Ana,\nJo\n]", {}, "Words\nwith: Ana, Jo"),
        ("mood: |\n  one\n  two", {}, "Words\nmood: one\ntwo"),
        ('quote: "a: \\"b\\""', {}, 'Words\nquote: a: "b"'),
        ("place: Ueno\njust words\nand more", {}, "Words\nplace: Ueno\njust words\nand more"),
        ("title: A day", {}, "A day\nWords"),
        ("date: 2025-03-09", {}, "Words"),
        ("date: 2025-04-01", {}, "Words\ndate: 2025-04-01"),
        ("aliases:", {}, "Words"),
    ],
)
def test_a_property_goes_where_it_belongs_or_stays_in_the_note(
    line: str, readings: dict[str, float], note: str
) -> None:
    entry = one(f"---\n{line}\n---\nWords\n")
    assert (dict(entry.readings), entry.note) == (readings, note)


@pytest.mark.parametrize(
    ("line", "clock"),
    [
        ("time: 21:41", "21:41"),
        ("date: 2025-03-09T08:10", "08:10"),
        ("date: 2025-03-09T08:10:00+09:00", "08:10"),
        ("date: 2025-03-09 00:00", "12:00"),
        ("time: evening", "12:00"),
    ],
)
def test_a_time_in_the_properties_is_the_time_of_the_entry(line: str, clock: str) -> None:
    assert f"{one(f'---{chr(10)}{line}{chr(10)}---{chr(10)}Words').at.local:%H:%M}" == clock


def test_properties_that_are_never_closed_are_text() -> None:
    assert one("---\nmood: 4\nWords").note == "---\nmood: 4\nWords"


def test_an_empty_file_is_named_and_one_that_is_no_text_is_too() -> None:
    batch = read_file(zipped(("2025-03-08.md", "\n"), ("2025-03-09.md", b"\x00\x01"), ("2025-03-10.md", b"caf\xe9")))
    assert lines(batch) == [("2025-03-10", None, "café")]
    assert [(each.line, each.message) for each in batch.problems] == [
        (1, "There is nothing in it that carelog keeps."),
        (2, NO_TEXT),
    ]
    assert said(batch) == [
        "The file is not UTF-8. It was read as Windows-1252; look at letters such as é before you take it in."
    ]


def test_ids_stay_when_files_are_moved_and_two_files_of_one_day_are_two_entries() -> None:
    ids = {each.note: each.id for each in read_file(zipped(("2025-03-09.md", "a"))).entries}
    moved = {each.note: each.id for each in read_file(zipped(("Daily/2025/2025-03-09.md", "a"))).entries}
    assert ids == moved
    both = read_file(zipped(("Work/2025-03-09.md", "a"), ("Home/2025-03-09.md", "b"), ("2025/03/09 x.md", "c")))
    assert len({each.id for each in both.entries}) == 3


def test_files_of_jrnl_stay_with_jrnl() -> None:
    assert format_of(zipped(("2025/03/09.txt", "[2025-03-09 08:10] Slept.\n"))).name == "jrnl"
    assert format_of(zipped(("2025-03-09.md", "---\ntitle: A\ndate: 2025-03-09\n---\nWords"))).name == "dayfiles"


def test_the_export_of_days_that_carelog_writes_is_read_too(tmp_path: Path) -> None:
    properties = 'date: 2026-03-09\nmood: 4\nmood word: "good"\nfeelings:\n  - "calm"\ntags:\n  - "lake"\n'
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "2026-03-09.md").write_text(f"---\n{properties}---\n\n# Monday\n", "utf-8")
    [entry] = read_file(tmp_path).entries
    assert (entry.mood, entry.feelings, entry.tags) == (4, ("calm",), ("lake",))
    assert entry.note == "# Monday\nmood word: good"


def test_a_folder_that_went_through_windows_says_the_same(tmp_path: Path) -> None:
    vault = SAMPLES / "dayfiles" / "vault"
    for path in vault.rglob("*.md"):
        content = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
        (tmp_path / path.name).write_bytes(content)
    assert read_file(tmp_path).entries == read_file(vault).entries


def test_a_folder_without_days_is_refused() -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_named("dayfiles").read(zipped(("notes.md", "Words")), a_context())
    assert refusal.value.message == (
        "No file in it is called as a day, such as 2025-03-09.md or 2025/03/09.txt. Give the folder that "
        "holds the days."
    )


def test_a_name_that_leads_outside_is_refused() -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_named("dayfiles").read(zipped(("../2025-03-09.md", "Words")), a_context())
    assert refusal.value.message == "The zip file holds a file that points out of its folder, so it was not opened."


@given(st.text(max_size=400))
def test_no_word_of_a_file_is_lost(text: str) -> None:
    batch = read_file(zipped(("2025-03-09.md", "---\nmood: 4\n---\n" + text)))
    kept = "".join(each.note for each in batch.entries)
    words = [word for word in text.split() if word.isascii() and word.isalnum()]
    assert batch.problems or all(word in kept for word in words)


def test_a_file_stays_the_same_when_another_folder_gets_one_of_its_name(journal: Journal) -> None:
    first, other = ("A/2025-03-09.md", "Rain, then sun."), ("B/2025-03-09.md", "Soup.")
    added = [
        apply_import(read_day_files(zipped(*files), ImportContext.of(journal, {})), journal).new
        for files in ([first], [first, other], [other, first], [first])
    ]
    assert added == [1, 1, 0, 0]
    assert sorted(each.note for each in journal.entries) == ["Rain, then sun.", "Soup."]


def test_a_heading_in_a_text_of_several_lines_is_no_remark() -> None:
    entry = one("---\n# a remark\nsummary: |\n  # Great day\n  more\n# another\nmood: 4\n---\nBody.")
    assert (entry.mood, entry.note) == (4, "Body.\nsummary: # Great day\nmore")


@pytest.mark.parametrize(
    "text",
    [
        "---\nI cried all day.\n---\nThen I slept.",
        "---\n\n# Sunday\n\nI cried all day.\n---\nThen I slept.",
        "---\n- bread\n- milk\n---\nThen I slept.",
        "---\n# Sunday\n---\nThen I slept.",
        "---\n9:30 woke up\nmood: 4\n---\nThen I slept.",
        "---\ntags:: lake\n---\nThen I slept.",
        "---\n   indented: words\n---\nThen I slept.",
    ],
)
def test_a_day_that_begins_with_a_line_across_has_no_properties_and_keeps_every_word(text: str) -> None:
    batch = read_file(zipped(("2025-03-09.md", text)))
    assert lines(batch) == [("2025-03-09", None, text)]
    assert (said(batch), batch.trackers, batch.unknown_moods) == ([], (), {})


@pytest.mark.parametrize(
    "head",
    [
        "Today I felt: awful and alone",
        "mood: 4\nI cried all day and alone",
        "mood: 4\nWhat I told Ana: alone",
        '"What I told Ana": alone',
        "Ana, my sister: alone",
    ],
)
def test_words_of_a_note_are_in_no_remark(head: str, carelog: Command, tmp_path: Path) -> None:
    (tmp_path / "2025-03-09.md").write_text(f"---\n{head}\n---\nThen I slept.")
    batch = read_file(tmp_path)
    assert said(batch) == [
        "carelog does not know every line at the head of a day. What it does not know stays in the notes."
    ]
    assert "alone" in batch.entries[0].note
    answer = carelog("import", str(tmp_path), "--json").stdout
    assert not any(word in answer for word in ("alone", "Ana", "cried", "felt"))


def test_a_property_whose_name_is_a_word_is_named() -> None:
    batch = read_file(zipped(("2025-03-09.md", "---\nweather: mild\nfrom_2-am: no\n---\nLake.")))
    assert said(batch) == [
        "carelog does not know “weather”. What it holds stays in the notes.",
        "carelog does not know “from_2-am”. What it holds stays in the notes.",
    ]
