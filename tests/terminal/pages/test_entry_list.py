import pytest

from carelog.domain.entry import Entry
from carelog.domain.mood import MoodWords
from carelog.terminal.pages.entry_list import EntryList
from support.drawing import lines_of
from support.scenes import when

WORDS = MoodWords()


def entry(at: str, mood: int | None = 3, note: str = "", number: int = 1, **more: object) -> Entry:
    moment = when(at)
    row = f"{number:08x}-0000-7000-8000-{number:012x}"
    return Entry(row, moment, moment.local.date(), mood, note, **more)  # type: ignore[arg-type]  # passed on


def test_entries_stand_under_their_days_with_time_handle_score_and_words() -> None:
    entries = [entry("2026-11-19 21:05", 2, "tired"), entry("2026-11-20 08:10", 4, "garden", 2)]
    assert lines_of(EntryList(entries, WORDS)) == [
        "Thursday 19 November 2026",
        "  21:05  000001  ◔ 2  tired",
        "",
        "Friday 20 November 2026",
        "  08:10  000002  ◕ 4  garden",
    ]


def test_words_keep_to_their_column_and_what_belongs_to_them_comes_below() -> None:
    noted = entry("2026-11-20 08:10", 4, "word " * 20, feelings=("calm",), tags=("walk",), readings={"sleep": 7.5})
    drawn = lines_of(EntryList([noted], WORDS, units={"sleep": "h"}), 60)
    start = drawn[1].index("word")
    assert drawn[-1][start:] == "calm · #walk · sleep 7.5 h"
    assert all(not line[:start].strip() for line in drawn[2:])


def test_on_a_narrow_terminal_the_words_come_below_the_time() -> None:
    assert lines_of(EntryList([entry("2026-11-20 08:10", 4, "garden")], WORDS), 40)[1:] == [
        "  08:10  000001  ◕ 4",
        "    garden",
    ]


@pytest.mark.parametrize("columns", [40, 80])
def test_paragraphs_stay_apart(columns: int) -> None:
    drawn = lines_of(EntryList([entry("2026-11-20 08:10", 4, "one\n\ntwo")], WORDS), columns)
    assert [line.split()[-1] if line else "" for line in drawn[-3:]] == ["one", "", "two"]


def test_words_of_private_entries_show_where_they_were_asked_for_and_nowhere_else() -> None:
    hidden = entry("2026-11-20 08:10", 2, "canary", feelings=("canary",), tags=("canary",), private=True)
    listed, shown = EntryList([hidden], WORDS), EntryList([hidden], WORDS, revealed=True)
    for page in (lines_of(listed), list(listed.sentences())):
        assert not [line for line in page if "canary" in line]
        assert [line for line in page if "(private)" in line]
    for page in (lines_of(shown), list(shown.sentences())):
        assert [line for line in page if "canary" in line]


def test_entries_are_said_in_sentences() -> None:
    noted = entry("2026-11-20 08:10", 4, "garden, then rain.", tags=("walk",), readings={"sleep": 7.0})
    assert list(EntryList([noted], WORDS, units={"sleep": "h"}).sentences()) == [
        "Friday 20 November 2026.",
        "08:10: mood 4, good; garden, then rain.; #walk; sleep 7 h; handle 000001.",
    ]


def test_nothing_found_is_said() -> None:
    page = EntryList([], WORDS, if_empty="No entry mentions that.")
    assert lines_of(page) == list(page.sentences()) == ["No entry mentions that."]
