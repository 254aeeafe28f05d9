"""The packet as Markdown, read by the least strict of renderers, one that lets HTML through."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from carelog.documents.markdown import markdown as written
from carelog.documents.packet.document import document
from carelog.domain.text import clean
from carelog.review.packet.packet import Packet
from support.markdown import OWN_TAGS, MarkdownPage, hostile, lines_of, one_line

Make = Callable[..., Packet]


def markdown(packet: Packet) -> str:
    return written(document(packet))


def read(packet: Packet) -> MarkdownPage:
    return MarkdownPage.of(markdown(packet))


NOTHING_ELSE = dict.fromkeys(["mood", "trackers", "medicines", "routines", "rated_days", "feelings"])
GOLDEN = Path(__file__).with_name("page.md")


@pytest.mark.parametrize(
    "note",
    [
        "# not a heading\n---\nstill the note\n===",
        "<script>alert(1)</script> <b>not bold</b> </blockquote></body>",
        "[not a link](javascript:alert(1)) and ![no picture](http://x.y/z) <http://x.y> [x]: http://x.y",
        "| no | table |\n|---|---|\n| a | b |",
        "    four blanks are not code\n\n\tnor is a tab\n```\nnor this\n```",
        "\t\ttwo tabs are not code\n\n\t\tand\tone between",
        "1. not a list\n2) nor this\n- or this\n+ or that\n* or those\n10. ten",
        "> not a quotation\n>> within a quotation",
        "a\\b \\* \\\\ C:\\new &amp; &#35; *stars* _lines_ ~~waves~~ `ticks` $x$ {{7*7}}",
        "first line\nsecond line  \nthird line\\\n\n\n\nafter a gap",
    ],
)
def test_a_note_appears_as_it_was_typed(note: str, a_packet: Make, some_notes: Callable[..., object]) -> None:
    page = read(a_packet(notes=some_notes(note)))
    assert page.quotes == [lines_of(note)]


@given(note=hostile)
def test_no_note_is_able_to_become_anything_but_itself(
    note: str, a_packet: Make, some_notes: Callable[..., object]
) -> None:
    if not note.strip():
        return
    page = read(a_packet(**NOTHING_ELSE, notes=some_notes(clean(note).strip(), "the next note")))
    assert page.quotes == [lines_of(clean(note).strip()), ["the next note"]]
    assert page.tags <= OWN_TAGS


@given(name=hostile, unit=hostile, dose=hostile)
def test_no_name_is_able_to_leave_its_cell(name: str, unit: str, dose: str, a_packet: Make) -> None:
    plain = a_packet(mood=None, rated_days=None, feelings=None)
    assert plain.trackers
    assert plain.medicines
    assert plain.routines
    page = read(
        replace(
            plain,
            name=name,
            trackers=(replace(plain.trackers[0], name=name, unit=unit),),
            medicines=(replace(plain.medicines[0], name=name, dose=dose),),
            routines=(replace(plain.routines[1], name=name, obstacle=dose),),
        )
    )
    ordinary = read(
        replace(plain, trackers=plain.trackers[:1], medicines=plain.medicines[:1], routines=(plain.routines[1],))
    )
    assert page.tags <= OWN_TAGS
    assert page.columns == ordinary.columns
    assert one_line(name) in {one_line(cell) for cell in page.cells}


@given(word=hostile)
def test_a_word_for_a_mood_or_feeling_is_shown_and_nothing_more(word: str, a_packet: Make) -> None:
    plain = a_packet(trackers=None, medicines=None, routines=None)
    assert plain.rated_days
    assert plain.feelings
    day = replace(plain.rated_days.lowest[0], word=word, feelings=(word,), readings=(word,), notes=(word,))
    page = read(
        replace(
            plain,
            rated_days=replace(plain.rated_days, lowest=(day,)),
            feelings=(replace(plain.feelings[0], word=word),),
        )
    )
    assert page.tags <= OWN_TAGS
    assert page.tags == read(plain).tags
    assert one_line(page.text).count(one_line(word)) >= 4


def test_addresses_do_not_turn_into_links_by_themselves(a_packet: Make, some_notes: Callable[..., object]) -> None:
    page = markdown(a_packet(notes=some_notes("see http://x.y or WWW.x.y or a@b.c")))
    assert "http://" not in page
    assert "WWW." not in page
    assert "a@b" not in page


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 22), date(2026, 11, 22), "22 November 2026"),
        (date(2026, 11, 1), date(2026, 11, 22), "1 to 22 November 2026"),
        (date(2026, 10, 26), date(2026, 11, 22), "26 October to 22 November 2026"),
        (date(2025, 11, 23), date(2026, 11, 22), "23 November 2025 to 22 November 2026"),
    ],
)
def test_the_days_are_said_without_repeating_month_and_year(first: date, last: date, said: str, a_packet: Make) -> None:
    assert markdown(a_packet(first=first, last=last)).startswith(f"# Self-report, {said}\n")


def test_a_dose_that_was_first_noted_later_is_no_change_from_nothing(a_packet: Make) -> None:
    plain = a_packet()
    assert plain.medicines
    first = replace(plain.medicines[0].changes[0], before="")
    page = markdown(a_packet(medicines=(replace(plain.medicines[0], changes=(first,)),)))
    assert "- Mon 16 Nov: sertraline, dose noted as 75 mg" in page
    assert " from " not in page.partition("## Medicines")[2].partition("##")[0]


def test_the_page_is_the_one_that_was_read_and_approved(a_packet: Make) -> None:
    """When this fails on purpose: read the new page as a therapist would, then write it to page.md."""
    assert markdown(a_packet()) == GOLDEN.read_text("utf-8")


def test_a_two_sided_scale_speaks_of_low_level_and_high_and_never_of_best(
    a_packet: Make, a_mood: Callable[..., object]
) -> None:
    words = ("very low", "low", "level", "high", "very high")
    page = markdown(a_packet(mood=a_mood(two_sided=True, words=words)))
    assert (
        "Mood: level on 3 of 9 days. "
        "On 4 days an entry was at 2 or below; on 3 of them the middle of the day was too. "
        "On 5 days an entry was at 4 or above; on 3 of them the middle of the day was too."
    ) in page
    for verdict in ("best", "worst", "better", "worse", "improve", "because", "cause", "significant", "missed"):
        assert verdict not in page.lower()


def test_a_part_that_was_left_out_leaves_no_heading_behind(a_packet: Make) -> None:
    page = markdown(a_packet(**NOTHING_ELSE, name=""))
    assert "##" not in page
    assert "|" not in page
    for word in ("sertraline", "sleep", "walk", "awful", "tired", "Name"):
        assert word not in page
