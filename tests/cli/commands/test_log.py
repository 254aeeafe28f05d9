"""log, show and on-this-day: find entries again."""

from collections.abc import Callable
from typing import Any

import pytest

Say = Callable[..., Any]


@pytest.fixture
def three_days(data: Say, say: Say) -> None:
    """Entries of Friday, Saturday and Sunday evening."""
    say("tracker", "add", "sleep", "--unit", "h")
    data("mood", "2", "slept", "badly", "--feel", "tired", "--tag", "work", "--at", "2026-11-20 22:00")
    data("mood", "4", "a walk by the RIVER", "--tag", "Walk", "--at", "yesterday 15:00")
    data("mood", "1", "a secret river", "--private", "--at", "yesterday 23:00")
    data("note", "Straße, kalt", "--track", "sleep=7,5", "--at", "20:00")


@pytest.mark.usefixtures("three_days")
@pytest.mark.parametrize(
    ("options", "moods"),
    [
        ([], [2, 4, 1, None]),
        (["-n", "2"], [1, None]),
        (["--from", "yesterday"], [4, 1, None]),
        (["--to", "yesterday"], [2, 4, 1]),
        (["--from", "friday", "--to", "saturday"], [2, 4, 1]),
        (["--from", "today"], [None]),
        (["--tag", "walk"], [4]),
        (["--tag", "#WALK"], [4]),
        (["--feel", "Tired"], [2]),
        (["--search", "river"], [4, 1]),
        (["--search", "STRASSE"], [None]),
        (["--search", "work"], [2]),
        (["--min", "2"], [2, 4]),
        (["--max", "1"], [1]),
        (["--min", "2", "--max", "2"], [2]),
        (["--search", "river", "-n", "1"], [1]),
        (["--search", "nowhere"], []),
        (["--from", "2020-01-01", "--to", "2020-12-31"], []),
    ],
)
def test_entries_are_found_by_day_word_and_mood_newest_last(data: Say, options: list[str], moods: list[int]) -> None:
    assert [entry["mood"] for entry in data("log", *options)["entries"]] == moods


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--search", "cafe"], ["Café am Fluß", "Cafe\u0301 zu", "a cafe"]),
        (["--search", "CAFÉ"], ["Café am Fluß", "Cafe\u0301 zu", "a cafe"]),
        (["--search", "fluss"], ["Café am Fluß"]),
        (["--search", "lodz"], ["Łódź"]),
        (["--search", "muden"], ["Łódź"]),
        (["--search", 'caf"'], []),
        (["--tag", "mude"], ["a cafe"]),
        (["--tag", "#MÜDE"], ["a cafe"]),
        (["--feel", "angstlich"], ["Łódź"]),
        (["--search", "\u0301"], []),
    ],
)
def test_words_are_found_without_their_accents_and_with_more_of_them(
    data: Say, options: list[str], found: list[str]
) -> None:
    data("note", "Café am Fluß")
    data("note", "Cafe\u0301 zu")
    data("note", "Łódź", "--feel", "ängstlich", "--feel", "zum Müden")
    data("note", "a cafe", "--tag", "müde")
    assert sorted(entry["note"] for entry in data("log", *options)["entries"]) == sorted(found)


def test_without_a_period_the_last_twenty_are_listed_and_with_one_all(data: Say, say: Say) -> None:
    for hour in range(24):
        say("mood", "3", "--at", f"2026-11-21 {hour:02}:00")
    assert len(data("log")["entries"]) == 20
    assert len(data("log", "--from", "2026-11-20")["entries"]) == 24
    assert len(data("log", "-n", "22")["entries"]) == 22


@pytest.fixture
def hours(say: Say) -> None:
    """An entry an hour: twenty with a tag and three without one."""
    for hour in range(23):
        say("mood", "3", "--at", f"2026-11-21 {hour:02}:00", *(["--tag", "walk"] if hour < 20 else []))


ALL_OF_THEM = "The last 20 of 23. More: carelog log -n 100, or a period: carelog log --last 90d"
ALL_THAT_ARE_MEANT = "The last 20; there are more. To see them, put -n 100 behind it, or a period such as --last 1y."


@pytest.mark.usefixtures("hours")
@pytest.mark.parametrize(
    ("options", "line"), [([], ALL_OF_THEM), (["--max", "3"], ALL_THAT_ARE_MEANT), (["--min", "1"], ALL_THAT_ARE_MEANT)]
)
@pytest.mark.parametrize("plain", [[], ["--plain"], ["--discreet"]])
def test_a_list_that_was_cut_says_how_to_see_more(say: Say, options: list[str], line: str, plain: list[str]) -> None:
    assert " ".join(say("log", *options, *plain).stdout.split()).endswith(line)


@pytest.mark.usefixtures("hours")
@pytest.mark.parametrize(
    "options",
    [["--tag", "walk"], ["-n", "20"], ["-n", "5"], ["-n", "100"], ["--last", "90d"], ["yesterday"], ["--json"]],
)
def test_a_list_that_is_whole_or_as_long_as_was_asked_for_says_nothing_of_more(say: Say, options: list[str]) -> None:
    assert "-n" not in say("log", *options).stdout


@pytest.mark.usefixtures("hours")
@pytest.mark.parametrize("more", [["-n", "100"], ["--last", "90d"], ["--last", "1y"]])
@pytest.mark.parametrize("options", [[], ["--max", "3"]])
def test_what_a_list_that_was_cut_proposes_shows_the_rest(data: Say, options: list[str], more: list[str]) -> None:
    assert len(data("log", *options, *more)["entries"]) == 23


@pytest.mark.usefixtures("three_days")
@pytest.mark.parametrize("plain", [[], ["--plain"]])
def test_private_words_show_in_show_alone(say: Say, data: Say, plain: list[str]) -> None:
    for words in (["log"], ["today"], ["week"], ["log", "--search", "secret"]):
        shown = say(*words, *plain).stdout
        assert "secret" not in shown
        assert words[0] != "log" or "(private)" in shown
    handle = data("log", "--max", "1")["entries"][0]["handle"]
    assert "a secret river" in say("show", handle, *plain).stdout


@pytest.mark.usefixtures("three_days")
def test_an_entry_is_found_by_its_handle_a_longer_end_of_its_id_and_last(say: Say, data: Say, refusal: Say) -> None:
    entry = data("show", "last")["entry"]
    assert entry["note"] == "Straße, kalt"
    for reference in (entry["handle"], entry["handle"].upper(), entry["id"], entry["id"][-12:], "LAST"):
        assert data("show", reference)["entry"] == entry
    assert "sleep 7.5 h" in say("show", "last").stdout
    assert refusal(2, "show", "zzz") == "“zzz” is not a handle. A handle is six letters and digits, as lists show them."
    assert refusal(3, "show", "abcdef") == "No entry has the handle “abcdef”. To see them: carelog log"


@pytest.mark.usefixtures("three_days")
@pytest.mark.parametrize(
    ("words", "moods"),
    [
        (["river"], [4, 1]),
        (["the", "RIVER"], [4]),
        (["slept badly"], [2]),
        (["today"], [None]),
        (["yesterday"], [4, 1]),
        (["since", "yesterday"], [4, 1, None]),
        (["friday"], [2]),
        (["20.11.2026"], [2]),
        (["20", "nov"], [2]),
        (["friday", "to", "saturday"], [2, 4, 1]),
        (["2d"], [4, 1, None]),
        (["last", "3", "days"], [2, 4, 1, None]),
        (["this", "week"], [2, 4, 1, None]),
        (["last", "week"], []),
        (["last", "month"], []),
        (["this", "year"], [2, 4, 1, None]),
        (["yesterday", "--search", "river"], [4, 1]),
        (["river", "--from", "today"], []),
        (["noon"], []),
        (["9:00"], []),
    ],
)
def test_words_behind_log_are_days_or_what_is_looked_for(data: Say, words: list[str], moods: list[int]) -> None:
    assert [entry["mood"] for entry in data("log", *words)["entries"]] == moods


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["4"], "“carelog log” shows entries. To note a mood: carelog mood 4"),
        (["4", "went out"], "“carelog log” shows entries. To note a mood: carelog mood 4"),
        (["good: walked"], "“carelog log” shows entries. To note a mood: carelog mood 'good: walked'"),
        (
            ["sun"],
            (
                "“sun” can be a time or a word. The time: carelog log --from 2026-11-22 --to 2026-11-22. The word: "
                "carelog log --search sun"
            ),
        ),
        (
            ["may"],
            (
                "“may” can be a time or a word. The time: carelog log --from 2026-05-01 --to 2026-05-31. The word: "
                "carelog log --search may"
            ),
        ),
        (["3/4"], "“3/4” can mean 2026-03-04 or 2026-04-03. Write the date of the one that you mean."),
        (["today", "--from", "monday"], "“today” and an option both say what to list. One of them is enough."),
    ],
)
def test_words_behind_log_that_may_mean_two_things_are_refused(refusal: Say, words: list[str], hint: str) -> None:
    assert refusal(2, "log", *words) == hint


@pytest.mark.usefixtures("three_days")
@pytest.mark.parametrize("words", [["2026-11-21"], ["yesterday"], ["21.11.2026"], ["last", "saturday"], ["21", "nov"]])
def test_the_entries_of_a_day_are_shown_with_all_their_words(data: Say, say: Say, words: list[str]) -> None:
    assert [entry["mood"] for entry in data("show", *words)["entries"]] == [4, 1]
    assert "a secret river" in say("show", *words).stdout


@pytest.mark.parametrize(
    "options",
    [
        ["--min", "0"],
        ["--max", "6"],
        ["--min", "good"],
        ["-n", "0"],
        ["-n", "-3"],
        ["--from", "whenever"],
        ["--from", "today", "--to", "yesterday"],
    ],
)
def test_an_invalid_search_is_refused(refusal: Say, options: list[str]) -> None:
    sentence = refusal(2, "log", *options)
    assert "Invalid" not in sentence
    assert "x<=" not in sentence


def test_on_this_day_shows_earlier_years_alone(data: Say, say: Say) -> None:
    for year in (2023, 2025, 2026):
        data("mood", "3", str(year), "--at", f"{year}-11-22 12:00")
    data("mood", "3", "--at", "2025-11-23 12:00")
    assert [entry["note"] for entry in data("on-this-day")["entries"]] == ["2023", "2025"]
    assert "Saturday 22 November 2025" in say("on-this-day").stdout


@pytest.mark.parametrize("command", ["log", "on-this-day", "today", "week", "due", "contact", "routine", "tracker"])
def test_an_empty_journal_is_said_kindly_and_looking_makes_no_files(carelog: Say, home: Any, command: str) -> None:
    assert (said := carelog(command)).exit_code == 0
    assert (said.stdout or said.stderr).strip()
    assert not home.exists()


@pytest.mark.parametrize("words", [["31", "april"], ["30 february 2025"], ["13.13.2026"], ["2026-13-01"], ["1.2.26"]])
def test_what_is_written_as_a_date_and_is_none_is_not_looked_for(refusal: Say, words: list[str]) -> None:
    assert refusal(2, "log", *words).startswith(
        f"“{' '.join(words)}” is not a time carelog understands. Examples: 30d, "
    )


@pytest.mark.parametrize("words", ["47", "16", "5 days", "0"])
def test_a_number_that_is_no_mood_leads_to_no_mood_command(empty: Say, words: str) -> None:
    assert empty("log", words) == "No entries here.\n"


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("november 2025", "2025-11-01", "2025-11-30"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026-11", "2026-11-01", "2026-11-22"),
        ("2026/11/20", "2026-11-20", "2026-11-20"),
        ("2026.9.5", "2026-09-05", "2026-09-05"),
    ],
)
def test_months_and_dates_with_the_year_first_are_the_same_days_on_every_page(
    data: Say, said: str, first: str, last: str
) -> None:
    for day in (first, last):
        data("note", "there", "--at", f"{day} 12:00")
    for page in ("log", "show"):
        days = [entry["day"] for entry in data(page, said)["entries"]]
        assert (days[0], days[-1], len(days)) == (first, last, 2)
    assert data("trends", said)["period"] == {"from": first, "to": last}
