"""What people look for is found with or without its accents, in every script, and no word becomes another."""

import sys
from unicodedata import category, normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from carelog.domain.letters import begun_within, meant_by, plain_letters, plain_parts, spelled

FORMS = ("NFC", "NFD", "NFKC", "NFKD")
BY_ITSELF = ("\N{ACUTE ACCENT}", "\N{GREEK OXIA}")
"""Accents that are typed for an apostrophe, and that NFKC and NFKD take for a blank."""
BECOME_ONE = "aeßﬁﾞｶ가각\u1161\u11a8\u09c7\u09beअ\u093c\u0301\u200d\ufffd\ufb2a"


@given(st.text())
def test_plain_letters_of_plain_letters_are_the_same(text: str) -> None:
    assert plain_letters(plain_letters(text)) == plain_letters(text)


@given(st.text(), st.sampled_from(FORMS))
def test_a_text_finds_itself_in_every_normal_form_in_upper_and_in_lower_case(text: str, form: str) -> None:
    assume("K" not in form or not any(each in text for each in BY_ITSELF))
    assert {plain_letters(normalize(form, each)) for each in (text, text.upper(), text.lower())} == {
        plain_letters(text)
    }


@given(st.one_of(st.text(), st.text(st.sampled_from(BECOME_ONE))))
def test_the_parts_of_a_text_are_the_text_and_their_letters_its_letters(text: str) -> None:
    parts = list(plain_parts(text))
    assert "".join(part for part, _ in parts) == text
    assert "".join(letters for _, letters in parts) == plain_letters(text)


def test_every_character_finds_itself_in_both_forms_and_cases() -> None:
    every = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)
    forms = ((each, {each, each.upper(), each.lower(), normalize("NFD", each)}) for each in every)
    several = {each: written for each, written in forms if len(written) > 1}
    lost = [f"U+{ord(each):04X}" for each, written in several.items() if len(set(map(plain_letters, written))) > 1]
    assert len(several) > 14_000
    assert lost == []


def test_every_character_that_unicode_names_is_read_alone_on_its_line() -> None:
    every = [each for each in map(chr, range(sys.maxunicode + 1)) if category(each) not in {"Cn", "Co", "Cs"}]
    assert plain_letters("\n".join(every)).count("\n") == len(every)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Café am Fluß", "cafe am fluss"),
        ("NAÏVE", "naive"),
        ("Łódź, źdźbło, GŻEGŻÓŁKA", "lodz, zdzblo, gzegzolka"),
        ("Øresund på Ærø", "oresund pa aero"),
        ("cœur, ŒUVRE", "coeur, oeuvre"),
        ("Đà Nẵng, phở, ngủ được", "da nang, pho, ngu duoc"),
        ("Ħaż-Żebbuġ", "haz-zebbug"),
        ("Iğdır, İstanbul, ılık", "igdir, istanbul, ilik"),
        ("þýðing, Ísland", "thyding, island"),
        ("Ζωή, ΆΝΟΙΞΗ, λόγος", "ζωη, ανοιξη, λογοσ"),
        ("Ёлка, Україна", "елка, украіна"),
        ("ﬁn ½ ①", "fin 1/2 1"),
        ("ｶﾞﾗｽ", "ガラス"),
    ],
)
def test_accents_go_and_letters_stay(written: str, plain: str) -> None:
    assert {plain_letters(normalize(form, written)) for form in FORMS} == {plain}


@pytest.mark.parametrize(
    "text",
    [
        "हिन्दी में क़लम",  # Devanagari: vowel signs, virama and nukta
        "বাংলা কষ্ট",  # Bengali
        "தமிழ் நன்றி",  # Tamil
        "తెలుగు మంచి",  # Telugu
        "ไทยนี้ ไม่ ไหม้",  # Thai: vowels and tone marks
        "ພາສາລາວ ດີໆ",  # Lao
        "မြန်မာ",  # Burmese
        "ខ្មែរ",  # Khmer
        "བོད་ཡིག",  # Tibetan
        "한국어 각 가",  # Korean: syllables
        "がかぱは",  # Japanese: voiced sounds
    ],
)
def test_signs_without_which_a_word_is_another_stay(text: str) -> None:
    assert plain_letters(text) == normalize("NFC", normalize("NFKC", text))
    assert plain_letters(normalize("NFD", text)) == plain_letters(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("काम", "कम"),  # work, less
        ("दिन", "दीन"),  # day, poor
        ("ใกล้", "ไกล"),  # near, far
        ("มา", "ม้า"),  # come, horse
        ("각", "가"),
        ("がき", "かき"),
        ("נמל", "גמל"),
    ],
)
def test_another_word_is_not_found(one: str, other: str) -> None:
    assert plain_letters(other) not in plain_letters(one)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("שָׁלוֹם", "שלום"),
        ("السَّلَامُ عَلَيْكُم", "السلام عليكم"),
        ("أحمد وإيمان وآدم", "احمد وايمان وادم"),
        ("مرحبـــا", "مرحبا"),
        ("می‌خواهم", "میخواهم"),
        ("葛\U000e0100城", "葛城"),
        ("so\u00adlo", "solo"),
        ("so\ufffdlo", "solo"),
        ("O’Brien don‘t", "O'Brien don't"),
        ("Anna‑Lena – “Lena”", 'Anna-Lena - "Lena"'),
    ],
)
def test_points_that_most_people_leave_out_are_not_needed(written: str, typed: str) -> None:
    assert plain_letters(written) == plain_letters(typed)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zoe", ["Zoe"]),
        ("ZOË", ["Zoë"]),
        ("Zöe", ["Zoë", "Zoe"]),
        ("lukasz", ["Łukasz"]),
        ("łuk", ["Łukasz"]),
        ("luk", ["Łukasz"]),
        ("zoé", ["Zoë", "Zoe", "Zoé M"]),
        ("zoé m", ["Zoé M"]),
        ("zo", ["Zoë", "Zoe", "Zoé M"]),
        ("nobody", []),
        ("", []),
    ],
)
def test_a_name_that_is_spelled_so_is_meant_and_else_several_may_be(typed: str, found: list[str]) -> None:
    assert meant_by(typed, ["Zoë", "Zoe", "Zoé M", "Łukasz"], str) == found


def test_a_whole_name_is_not_its_beginning() -> None:
    assert spelled("schlaf", ["Schläf", "schlafen"], str) == ["Schläf"]
    assert spelled("schla", ["Schläf", "schlafen"], str) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lib", ["visit the Library"]),
        ("the library", ["visit the Library"]),
        ("cafe", ["a café by the sea"]),
        ("brary", []),
        ("図書", ["市立図書館へ行く"]),
        ("", []),
    ],
)
def test_a_word_within_a_text_is_found_by_its_beginning(typed: str, found: list[str]) -> None:
    assert begun_within(typed, ["visit the Library", "a café by the sea", "市立図書館へ行く"], str) == found
