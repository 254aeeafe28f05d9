"""Words that were struck are nowhere in what goes out, in any case and in any part."""

import shutil
import unicodedata
from datetime import timedelta
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.clock import fixed_clock
from carelog.documents.packet.formats import Format
from carelog.domain.audience import AUDIENCES, SELF, Audience
from carelog.domain.letters import plain_letters
from carelog.domain.people.topic import Topic
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.journal.migrations import NEWEST
from carelog.paths import Paths
from carelog.review.packet.packet import packet
from carelog.review.packet.redaction import STRUCK, Strike, longer_words
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
        journal.topics.insert(Topic(journal.topics.new_id(), journal.today, f"{name} again"))

    with written_and_read(fill) as journal:
        page = packet(journal, Period(journal.today, journal.today), SELF)
        struck = Strike([name, " "]).page(page)
        for form in Format:
            written = all_of(struck, form)
            assert STRUCK in written or form is Format.JSON
            assert name not in written
            assert f"a day with {STRUCK}" in written or spelled(name).casefold() != name.casefold()


def test_nothing_struck_changes_nothing(home: Path) -> None:
    with Journal.open(Paths.inside(home), CLOCK) as journal:
        journal.entries.add(2, "a note")
        page = packet(journal, Period(journal.today, journal.today), SELF)
        assert Strike(["", " "]).page(page) is page
        assert Strike(["therapist"]).page(page) == page


@pytest.mark.parametrize("typed", ["Zoë Müller", "Zoe\u0308 Mu\u0308ller", " zoë   MÜLLER "])
@pytest.mark.parametrize("written", ["Zoë Müller", "Zoe\u0308 Mu\u0308ller", "Zoë\n Müller"])
def test_a_name_is_struck_however_its_accents_and_blanks_are_stored(typed: str, written: str) -> None:
    with written_and_read(lambda journal: journal.entries.add(2, f"tea with {written} again")) as journal:
        page = Strike([typed]).page(packet(journal, Period(journal.today, journal.today), SELF))
        assert page.notes is not None
        assert page.notes[0].notes[0].text == f"tea with {STRUCK} again"


@pytest.mark.parametrize(
    ("typed", "written", "left"),
    [
        ("zoe", "tea with Zoë again", "tea with ▮▮▮ again"),
        ("ZOË", "tea with Zoe again", "tea with ▮▮▮ again"),
        ("lukasz", "Łukasz, ŁUKASZEM", "▮▮▮, ▮▮▮"),
        ("strasse", "in der Straße 5", "in der ▮▮▮ 5"),
        ("s", "Fluß am See", "▮▮▮ am ▮▮▮"),
        ("muller", "Mu\u0308ller und Miller", "▮▮▮ und Miller"),
        ("e", "naïve Zoë\u0301", "▮▮▮ ▮▮▮"),
        ("אבא", "אַבָּא שלי", "▮▮▮ שלי"),
        ("काम", "काम और कम", "▮▮▮ और कम"),
        ("福", "\ufa1b was here", "▮▮▮ was here"),
        ("\ufa1b", "福 was here", "▮▮▮ was here"),
        ("aa\u4e3d", "AA\U0002f800.", "▮▮▮."),
        ("שלום", "\ufb2a\ufb4b\u05dcוֹם!", "\ufb2a\ufb4b\u05dcוֹם!"),
        ("שום", "\ufb2a\ufb35ם!", "▮▮▮!"),
        ("فاطمة", "\ufed3\ufe8e\ufec3\ufee4\ufe94.", "▮▮▮."),
        ("Fiona", "\ufb01ona und Ｆｉｏｎａ", "▮▮▮ und ▮▮▮"),
        ("STRASSE", "Straße, straẞe", "▮▮▮, ▮▮▮"),
        ("işıl", "İŞIL Isil", "▮▮▮ ▮▮▮"),
        ("Sam", "Sa\u200bm, S\u00ada\u2060m, Sa\u034fm", "▮▮▮, ▮▮▮, ▮▮▮"),
        ("Sa\u00adm", "Sam", "▮▮▮"),
        ("葛城", "葛\U000e0100城さん", "▮▮▮さん"),
        ("ガラス", "ｶﾞﾗｽの", "▮▮▮の"),
        ("가", "각 \u1100\u1161 가", "각 ▮▮▮ ▮▮▮"),
        ("O'Brien", "with O’Brien", "with ▮▮▮"),
        ("Anna-Lena", "Anna\u2011Lena, Anna–Lena", "▮▮▮, ▮▮▮"),
        ("Zoë  Müller", "Zoe\u00a0Muller", "▮▮▮"),
        ("ana", "banana", "▮▮▮"),
        ("Sam", "S\u0336a\u0336m\u0336, Sa\u0338m, S\u20dda\u20ddm\u20dd!", "▮▮▮, ▮▮▮, ▮▮▮!"),
        ("0612", "٠٦١٢, ०६१२, 0\ufe0f\u20e36\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e3!", "▮▮▮, ▮▮▮, ▮▮▮!"),
        ("٠٦١٢", "06123", "▮▮▮"),
        ("O'Brien", "O´Brien, O`Brien, OʿBrien, OꞌBrien", "▮▮▮, ▮▮▮, ▮▮▮, ▮▮▮"),
        ("O`Brien", "O'Brien", "▮▮▮"),
        ("علی", "مع علي.", "مع ▮▮▮."),
        ("كريم", "مع کریم.", "مع ▮▮▮."),
        ("فاطمه", "فاطمة", "▮▮▮"),
        ("\ufe0f", "a sun ☀\ufe0f", "a sun ☀▮▮▮"),
    ],
)
def test_a_word_is_struck_with_and_without_its_accents_and_goes_whole(typed: str, written: str, left: str) -> None:
    with written_and_read(lambda journal: journal.entries.add(2, written)) as journal:
        page = Strike([typed]).page(packet(journal, Period(journal.today, journal.today), SELF))
        assert page.notes is not None
        assert page.notes[0].notes[0].text == left


@pytest.mark.parametrize(("words", "left"), [(["Ann Lee", "Lee Sam"], "▮▮▮ x"), (["Lee", "Ann Lee Sam"], "▮▮▮ x")])
def test_of_names_that_overlap_nothing_is_left(words: list[str], left: str) -> None:
    assert Strike(words)("Ann Lee Sam x") == left


def test_no_half_of_a_name_stays_where_a_quote_ends(home: Path) -> None:
    with Journal.open(Paths.inside(home), CLOCK) as journal:
        for before in range(180, 201):
            journal.entries.add(1, f"{'a' * before} Anna Müller", at=CLOCK.at(CLOCK.read() - timedelta(days=before)))
            strike = Strike(["Anna Müller"])
            period = Period(journal.today - timedelta(days=before), journal.today - timedelta(days=before))
            page = strike.page(packet(journal, period, SELF))
            assert page.rated_days is not None
            (day,) = page.rated_days.lowest
            assert ("Anna" in str(day), len(day.quotes)) == (False, 1)


@given(st.text(alphabet="abcé ", max_size=30), st.sampled_from(["ab", "bc", "é", "cab"]))
def test_no_part_of_a_word_stays_beside_what_was_struck_of_it(text: str, struck: str) -> None:
    left = Strike([struck])(text)
    met = [word for word in text.split() if plain_letters(struck) in plain_letters(word)]
    assert left.split() == [STRUCK if word in met else word for word in text.split()]


def test_the_longer_words_that_go_with_a_word_are_known() -> None:
    def fill(journal: Journal) -> None:
        journal.entries.add(2, "planned with Ann, and Ann’s mannered aunt")

    with written_and_read(fill) as journal:
        page = packet(journal, Period(journal.today, journal.today), SELF)
    assert longer_words(page, "ann") == ["mannered", "planned"]
    assert longer_words(page, "aunt") == []


NAMES = st.text(
    st.one_of(
        st.characters(categories=["Lu", "Ll", "Lo", "Mn"]),
        st.sampled_from("ßẞİıﬁﬀŉǆ\ufa1b\U0002f800\ufb2a\ufb35\ufed3\ufefbｶﾞ각\u1100\u1161\u11a8Å\u212bΩς’-"),
    ),
    min_size=1,
    max_size=8,
).filter(lambda name: bool(plain_letters(name).strip()))
FORMS = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD", ""])
SPELLINGS = st.sampled_from([str, str.upper, str.lower, str.casefold, str.title, "\u00ad".join])


def in_form(name: str, form: str) -> str:
    return unicodedata.normalize(form, name) if form else name


@given(NAMES, FORMS, FORMS, SPELLINGS, SPELLINGS)
def test_a_name_in_any_form_and_spelling_is_struck_as_it_is_typed_in_any_other(
    name: str, stored: str, typed: str, as_stored: type[str], as_typed: type[str]
) -> None:
    strike = Strike([as_typed(in_form(name, typed))])
    left = strike(f"\N{CROSS MARK}{as_stored(in_form(name, stored))}\N{CROSS MARK}")
    assert left.strip("\N{CROSS MARK}").replace(STRUCK, "") == ""


@given(st.text(max_size=8), st.text(min_size=1, max_size=4), st.text(max_size=8))
def test_what_the_search_finds_is_struck(before: str, typed: str, after: str) -> None:
    found = plain_letters(typed).strip() and plain_letters(typed) in plain_letters(before + typed + after)
    assert not found or STRUCK in Strike([typed])(before + typed + after)


@settings(max_examples=8)
@given(NAMES.filter(lambda name: name.isalpha()), FORMS, FORMS)
def test_of_a_name_in_any_form_nothing_is_left_in_any_format(name: str, stored: str, typed: str) -> None:
    written = in_form(f"Zq{name}", stored)

    def fill(journal: Journal) -> None:
        journal.entries.add(2, f"a day with {written}.", feelings=[written])
        journal.topics.insert(Topic(journal.topics.new_id(), journal.today, f"{written} again"))

    with written_and_read(fill) as journal:
        strike = Strike([in_form(f"zq{name}", typed)])
        page = strike.page(packet(journal, Period(journal.today, journal.today), SELF))
        for form in (Format.TEXT, Format.MARKDOWN, Format.HTML, Format.JSON, Format.CSV):
            assert plain_letters(f"Zq{name}") not in plain_letters(all_of(page, form))


def test_of_a_name_in_another_form_nothing_is_left_in_a_pdf() -> None:
    with written_and_read(
        lambda journal: journal.entries.add(2, "a day with Zqxvq\ufa1b and Zqxvqu\u0308.")
    ) as journal:
        page = Strike(["zqxvq福", "ZQXVQU"]).page(packet(journal, Period(journal.today, journal.today), SELF))
        written = all_of(page, Format.PDF)
        assert STRUCK in written
        assert "zqxvq" not in plain_letters(written)  # long enough not to be in compressed bytes by chance


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
            assert all_of(Strike([struck]).page(page), form)


ANY_SCRIPT = st.text(
    st.characters(categories=["L", "M", "Nd", "Nl", "No"]),
    min_size=1,
    max_size=6,
).filter(lambda name: bool(plain_letters(name).strip()))


@given(ANY_SCRIPT, FORMS, FORMS)
def test_what_is_struck_stands_exactly_where_it_stood_in_the_text(name: str, stored: str, typed: str) -> None:
    left = Strike([in_form(name, typed)])(f"\N{CROSS MARK} {in_form(name, stored)} \N{CROSS MARK}")
    assert left == f"\N{CROSS MARK} {STRUCK} \N{CROSS MARK}"
