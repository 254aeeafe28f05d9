"""Words that were struck are nowhere in what goes out, in any case and in any part."""

import shutil
from datetime import timedelta
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.clock import fixed_clock
from carelog.documents.packet.formats import Format
from carelog.domain.audience import AUDIENCES, SELF, Audience
from carelog.domain.people.topic import Topic
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.journal.migrations import NEWEST
from carelog.paths import Paths
from carelog.review.packet.packet import packet
from carelog.review.packet.redaction import STRUCK, with_words_struck
from support.journals import written_and_read
from support.printed import all_of
from support.source import ROOT

JOURNALS = ROOT / "tests" / "journals"
CLOCK = fixed_clock("2026-11-22T20:30:00+00:00")


@settings(max_examples=15)
@given(
    st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=3, max_size=12).filter(lambda word: word.isalnum()),
    st.sampled_from([str.upper, str.lower, str.title, str]),
)
def test_a_struck_word_is_in_no_byte_of_any_format(word: str, spelled: type[str]) -> None:
    name = f"Zq{word}"

    def fill(journal: Journal) -> None:
        journal.entries.add(2, f"a day with {spelled(name)}s", feelings=[name])
        journal.topics.add(Topic(journal.topics.new_id(), journal.today, f"{name} again"))

    with written_and_read(fill) as journal:
        page = packet(journal, Period(journal.today, journal.today), SELF)
        struck = with_words_struck(page, [name, " "])
        for form in Format:
            written = all_of(struck, form)
            assert STRUCK in written or form is Format.JSON
            assert name not in written
            assert f"a day with {STRUCK}" in written or spelled(name).casefold() != name.casefold()


def test_nothing_struck_changes_nothing(home: Path) -> None:
    with Journal.open(Paths.inside(home), CLOCK) as journal:
        journal.entries.add(2, "a note")
        page = packet(journal, Period(journal.today, journal.today), SELF)
        assert with_words_struck(page, ["", " "]) is page
        assert with_words_struck(page, ["therapist"]) == page


@pytest.mark.parametrize("typed", ["Zoë Müller", "Zoe\u0308 Mu\u0308ller", " zoë   MÜLLER "])
@pytest.mark.parametrize("written", ["Zoë Müller", "Zoe\u0308 Mu\u0308ller", "Zoë\n Müller"])
def test_a_name_is_struck_however_its_accents_and_blanks_are_stored(typed: str, written: str) -> None:
    with written_and_read(lambda journal: journal.entries.add(2, f"tea with {written} again")) as journal:
        page = with_words_struck(packet(journal, Period(journal.today, journal.today), SELF), [typed])
        assert page.notes is not None
        assert page.notes[0].notes[0].text == f"tea with {STRUCK} again"


@pytest.mark.parametrize(
    ("typed", "written", "left"),
    [
        ("zoe", "tea with Zoë again", "tea with ▮▮▮ again"),
        ("ZOË", "tea with Zoe again", "tea with ▮▮▮ again"),
        ("lukasz", "Łukasz, ŁUKASZEM", "▮▮▮, ▮▮▮EM"),
        ("strasse", "in der Straße 5", "in der ▮▮▮ 5"),
        ("s", "Fluß am See", "Flu▮▮▮ am ▮▮▮ee"),
        ("muller", "Mu\u0308ller und Miller", "▮▮▮ und Miller"),
        ("e", "naïve Zoë\u0301", "naïv▮▮▮ Zo▮▮▮"),
        ("אבא", "אַבָּא שלי", "▮▮▮ שלי"),
        ("काम", "काम और कम", "▮▮▮ और कम"),
    ],
)
def test_a_word_is_struck_with_and_without_its_accents_and_nothing_beside_it(
    typed: str, written: str, left: str
) -> None:
    with written_and_read(lambda journal: journal.entries.add(2, written)) as journal:
        page = with_words_struck(packet(journal, Period(journal.today, journal.today), SELF), [typed])
        assert page.notes is not None
        assert page.notes[0].notes[0].text == left


@pytest.mark.parametrize("audience", AUDIENCES.values(), ids=lambda audience: audience.key)
@pytest.mark.parametrize("struck", [*ascii_lowercase, "worse", "better", "daily", "-"])
def test_whatever_is_struck_every_format_can_still_be_written(home: Path, audience: Audience, struck: str) -> None:
    home.mkdir()
    shutil.copy(JOURNALS / f"{NEWEST:04}.db", home / "journal.db")
    with Journal.open(Paths.inside(home), CLOCK) as journal:
        newest = max(each.day for each in journal.answered)
        page = packet(journal, Period(newest - timedelta(days=90), newest), audience)
        assert page.scores or audience.key != SELF.key
        for form in (Format.HTML, Format.MARKDOWN, Format.TEXT, Format.CSV, Format.JSON):
            assert all_of(with_words_struck(page, [struck]), form)
