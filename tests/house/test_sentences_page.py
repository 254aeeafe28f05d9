"""docs/sentences.md and sentences-rest.md: every sentence, by topic, with remarks that belong to sentences of today."""

import runpy

from support.source import ROOT, SOURCE

program = runpy.run_path(str(ROOT / "scripts" / "make_sentences.py"))
HOUR = 60 * program["WORDS_A_MINUTE"]


def test_the_pages_are_what_the_script_makes() -> None:
    made = program["pages"]()
    assert {path: path.read_text("utf-8") for path in made} == made, "python scripts/make_sentences.py writes them"


def test_what_somebody_hears_who_is_not_well_is_read_in_an_hour() -> None:
    words = program["words_in"](program["PAGE"].read_text("utf-8"))
    assert words <= HOUR, f"{words} words: move what can wait to the other page, in docs/sentences-topics.toml"


def test_every_sentence_has_a_topic() -> None:
    places = [place for topic in program["topics"]() for place in topic.places]
    without = {each.path for each in program["sentences"]() if not program["place_of"](each.path, places)}
    assert not sorted(without), "name these in docs/sentences-topics.toml"
    assert len(places) == len(set(places))
    assert not [place for place in places if not (SOURCE / place).exists()], "take these out of it"


def test_every_sentence_is_on_one_of_the_pages_once() -> None:
    known = program["remarks"]()
    said = {each.text for each in program["sentences"]() if program["_is_shown"](each, known)}
    lines = [
        line.removeprefix("* ").partition(" · `")[0]
        for path in program["pages"]()
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("* ")
    ]
    assert sorted(lines) == sorted(map(program["_shown"], said))


def test_every_remark_is_about_a_sentence_that_is_there() -> None:
    said = {each.text for each in program["sentences"]()}
    gone = [sentence for sentence in program["remarks"]() if sentence not in said]
    assert not gone, "take these out of docs/sentences-remarks.toml"


def test_no_sentence_has_two_remarks_and_every_remark_says_something_else_and_why() -> None:
    written = program["REMARKS"].read_text("utf-8")
    remarks = program["remarks"]()
    assert written.count("[[remark]]") == len(remarks)
    assert not [sentence for sentence, each in remarks.items() if each.better in ("", sentence) or not each.why]


def test_sentences_of_every_place_are_on_the_page() -> None:
    said = {each.text for each in program["sentences"]()}
    assert {
        "In danger now: call {number}",
        "How I notice it is starting",
        "Noted. That sounds hard. Someone now: carelog reach",
        "No entries yet. To note how it is: carelog mood",
        "Leave routines out this time. That is allowed, and no gap is counted.",
        "Keep it out of every export.",
    } <= said
