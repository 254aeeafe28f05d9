"""docs/sentences.md: every sentence on one page, with remarks that belong to sentences of today."""

import runpy

from support.source import ROOT

program = runpy.run_path(str(ROOT / "scripts" / "make_sentences.py"))


def test_the_page_is_what_the_script_makes() -> None:
    made = program["page"]()
    assert program["PAGE"].read_text("utf-8") == made, "python scripts/make_sentences.py writes it"


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
        "Noted. That sounds hard. {clock} [{handle}]",
        "There is no entry yet.",
        "Leave routines out this time. A skip is not a miss.",
        "Keep it out of every export.",
    } <= said
