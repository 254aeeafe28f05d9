"""Files of questionnaires: the package's own, the person's, and files that are something else."""

import hashlib
import json
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.errors import NotFound, RefusedFile
from carelog.paths import Paths
from carelog.questionnaires import (
    add_file,
    built_in_languages,
    built_in_questionnaires,
    in_language,
    languages_of,
    questionnaire,
    questionnaires,
    refused_files,
)
from support.sentences import whole

MINE = """
schema = 1

[[measure]]
id = "mine"
name = "Mine"
title = "Two questions"
stem = "This week:"
items = ["Rested", "Calm"]
options = [
  { value = 0, text = "no" },
  { value = 1, text = "yes" },
]
score = "sum"
higher_is = "better"
min = 0
max = 2
bands = [ { from = 0, to = 2, text = "all" } ]
attribution = "Me"
source = "a page of mine"
"""
SAID = (
    "name",
    "title",
    "stem",
    "items",
    "options",
    "difficulty_item",
    "difficulty_options",
    "score",
    "min",
    "max",
    "bands",
    "subscales",
    "cutpoint",
    "reliable_change",
    "safety_items",
    "min_days_between",
    "attribution",
    "licence",
    "source",
    "reference",
)
WORD_FOR_WORD = {
    "phq9": "d3ffe637a7a84159",
    "gad7": "93ba160e4e03b128",
    "phq2": "e65ea9d60072f30a",
    "gad2": "a242e2c6c9492b59",
    "phq4": "6191e3fa54865ffd",
    "phq8": "4f226957c7cdbb50",
    "k10": "f44ddc15b2c283d0",
    "k6": "b681ebbedbb9eb9f",
    "pcl5": "b622bbee650f73a8",
}
"""The beginnings of the SHA-256 of what is said and counted, as it was taken in with its sources."""
WORDS = ("stem", "options", "items", "difficulty_item", "difficulty_options")
IN_OTHER_LANGUAGES = {
    ("phq8", "da"): "6fe76c71836f89fe",
    ("phq2", "da"): "4747adf67493e106",
    ("gad7", "da"): "4a8e76aba52e90b4",
    ("gad2", "da"): "93586be6a6e94493",
    ("phq9", "de"): "e86eb369f4f9888b",
    ("phq8", "de"): "e5850d97e4a0b251",
    ("phq2", "de"): "4c00789752e80c0e",
    ("gad7", "de"): "d9b8e2895552c674",
    ("gad2", "de"): "f534680ec89ac471",
    ("phq9", "es-US"): "1c28ceb67112d02c",
    ("phq8", "es-US"): "0a5953b64d0ef9b8",
    ("phq2", "es-US"): "436bd8633268a931",
    ("gad7", "fr-CA"): "cf874bfc635b753a",
    ("gad2", "fr-CA"): "d58f86a2ecf7fd84",
    ("phq9", "fr-FR"): "f2102befe146ff42",
    ("phq8", "fr-FR"): "a32115f6e91fcf13",
    ("phq2", "fr-FR"): "4a0f047648658c73",
    ("gad7", "fr-FR"): "01cb6c8494b26213",
    ("gad2", "fr-FR"): "13366a85bacc5049",
    ("phq9", "ko"): "d2f0fb6d83d6ad7b",
    ("phq8", "ko"): "d1b7147121316367",
    ("phq2", "ko"): "ce77f2708f9f492e",
    ("gad7", "ko"): "a1c7b7336a02d726",
    ("gad2", "ko"): "3dc145794342b54b",
    ("phq9", "pl"): "0fe09be534f3a653",
    ("phq8", "pl"): "16700cd50f87815a",
    ("phq2", "pl"): "fff4072f0cf1e447",
    ("gad7", "pl"): "ebfc172949828d90",
    ("gad2", "pl"): "990366b7070eb707",
    ("phq9", "ru"): "4b5f4841bc9300c7",
    ("phq8", "ru"): "d8daa74c4d280159",
    ("phq2", "ru"): "4f5a05eb0733eb49",
    ("gad7", "ru"): "672f4f2021368832",
    ("gad2", "ru"): "dcac1bd0e5805553",
}
"""The same of the words of each translation: the words alone, because the English one says what is counted."""
MAY_BE_SHOWN = {
    "phq": "No permission required",
    "gad": "No permission required",
    "k": "free and does not require any formal permission",
    "pcl": "public domain",
}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.inside(tmp_path / "home")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, "utf-8")
    return file


@pytest.mark.parametrize("key", WORD_FOR_WORD)
def test_the_texts_are_word_for_word_what_was_taken_in(key: str) -> None:
    tables = tomllib.loads(files("carelog").joinpath("data/measures.toml").read_text("utf-8"))["measure"]
    (table,) = [each for each in tables if each["id"] == key]
    said = json.dumps([table.get(field) for field in SAID])
    assert hashlib.sha256(said.encode()).hexdigest()[:16] == WORD_FOR_WORD[key]
    assert table["ship"]
    assert MAY_BE_SHOWN[key[:-1].rstrip("1-")] in table["attribution"] + table["licence"]


def test_every_questionnaire_of_the_package_is_held_word_for_word_and_says_where_it_is_from() -> None:
    assert set(built_in_questionnaires()) == set(WORD_FOR_WORD)
    assert all(each.source.startswith("https://") for each in built_in_questionnaires().values())
    assert built_in_questionnaires()["k10"].attribution.startswith("© World Health Organization 2003. Kessler RC,")
    assert built_in_questionnaires()["k6"].attribution == built_in_questionnaires()["k10"].attribution


@pytest.mark.parametrize("name", ["phq9", "PHQ-9", "Phq 9"])
def test_one_is_found_as_people_write_it(paths: Paths, name: str) -> None:
    assert questionnaire(paths, name).key == "phq9"


def test_one_that_is_not_there_names_those_that_are(paths: Paths) -> None:
    refusal = (
        "There is no questionnaire “core10”. There are phq9, gad7, phq2, gad2, phq4, phq8, k10, k6, pcl5, and your "
        "own: carelog questionnaire list"
    )
    with pytest.raises(NotFound, match=whole(refusal)):
        questionnaire(paths, "core10")
    assert not paths.data.exists()


def test_a_file_is_kept_beside_the_journal_for_its_owner_alone(paths: Paths, mine: Path) -> None:
    assert [each.key for each in add_file(paths, mine)] == ["mine"]
    (kept,) = paths.questionnaires.iterdir()
    assert kept.read_text("utf-8") == MINE
    assert (kept.stat().st_mode & 0o777, paths.questionnaires.stat().st_mode & 0o777) == (0o600, 0o700)
    assert questionnaire(paths, "Mine").items == ("Rested", "Calm")
    with pytest.raises(RefusedFile, match=whole(f"{mine}: there is a questionnaire mine already.")):
        add_file(paths, mine)


def test_two_of_one_name_in_a_file_are_refused_and_a_mark_of_byte_order_is_not(paths: Paths, mine: Path) -> None:
    measure = MINE.partition("[[measure]]")[2]
    mine.write_text(f"{MINE}[[measure]]{measure}", "utf-8")
    with pytest.raises(RefusedFile, match=whole(f"{mine}: there is a questionnaire mine already.")):
        add_file(paths, mine)
    mine.write_text(MINE, "utf-8-sig")
    assert [each.key for each in add_file(paths, mine)] == ["mine"]


def test_one_that_is_damaged_later_is_left_out_and_breaks_nothing(paths: Paths, mine: Path) -> None:
    add_file(paths, mine)
    (paths.questionnaires / "mine.toml").write_bytes(b"\xff = [")
    assert "mine" not in questionnaires(paths)
    assert "phq9" in questionnaires(paths)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("max = 2", "max = 3"), ", line 17, max: the items add up to 2, not 3."),
        (("title = ", "titel = "), ", line 7, titel: there is no such field."),
        (("title = ", "# title = "), ", line 4, title: text is needed."),
        (("max = 2", "max = 2\nsaftey_items = [1]"), ", line 18, saftey_items: there is no such field."),
        (("schema = 1", "schema = 1\n\n[[measures]]"), ", line 4, measures: there is no such field."),
        (('text = "no" }', 'text = "no", skip = true }'), ", line 10, options: skip: there is no such field."),
        (("max = 2", 'max = 2\nlanguage = "German"'), ", line 18, language: a code such as de or pt-BR is needed."),
        (('[[measure]]\nid = "mine"', "[[ measure ]] # mine\nid = 7"), ", line 5, id: text is needed."),
        (("schema = 1", "schema = 2"), ": this carelog reads schema 1, so the file needs that number."),
        (('"Calm"', '""'), ", line 9, items: text is needed."),
        (
            ("{ from = 0, to = 2", "{ from = 0, to = 1"),
            ", line 18, bands: they have to follow one another from 0 to 2 without a gap.",
        ),
        (("[[measure]]", "[measure]"), ": a [[measure]] is needed."),
        (("min = 0", "min = "), " cannot be read as TOML: Invalid value (at line 16, column 7)."),
        (("id = ", "[[measure]]\nid = "), ", line 4, id: text is needed."),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_line_and_field(
    paths: Paths, mine: Path, change: tuple[str, str], said: str
) -> None:
    mine.write_text(MINE.replace(*change), "utf-8")
    with pytest.raises(RefusedFile, match=whole(f"{mine}{said}")):
        add_file(paths, mine)
    assert not paths.data.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", ": a [[measure]] is needed."),
        (b"\xff\xfe", " is not UTF-8 text."),
        (b"x" * 300_000, " is larger than a questionnaire can be (256 kB)."),
        (b"a = 1", ": a [[measure]] is needed."),
    ],
)
def test_a_file_that_is_something_else_is_refused(paths: Paths, mine: Path, content: bytes, said: str) -> None:
    mine.write_bytes(content)
    with pytest.raises(RefusedFile, match=whole(f"{mine}{said}")):
        add_file(paths, mine)


def test_a_file_that_is_not_toml_is_refused_with_the_reason(paths: Paths, mine: Path) -> None:
    mine.write_text("[" * 100_000, "utf-8")
    with pytest.raises(tomllib.TOMLDecodeError) as mistake:
        tomllib.loads(mine.read_text("utf-8"))
    with pytest.raises(RefusedFile, match=whole(f"{mine} cannot be read as TOML: {mistake.value}.")):
        add_file(paths, mine)


def test_a_folder_or_nothing_is_refused(paths: Paths, tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nothing.toml"):
        with pytest.raises(RefusedFile, match=whole(f"{place} is not a file.")):
            add_file(paths, place)


# --- languages


@pytest.mark.parametrize(("key", "language"), IN_OTHER_LANGUAGES)
def test_a_translation_is_word_for_word_what_was_taken_in(key: str, language: str) -> None:
    file = tomllib.loads(files("carelog").joinpath(f"data/measures/{language}.toml").read_text("utf-8"))
    (table,) = [each for each in file["measure"] if each["id"] == key]
    said = json.dumps([table.get(field) for field in WORDS])
    assert hashlib.sha256(said.encode()).hexdigest()[:16] == IN_OTHER_LANGUAGES[key, language]
    assert table.keys() <= {"id", "ship_note", *WORDS}
    assert (file["language"], file["collected"]) == (language, "2026-11-29")


def test_every_translation_of_the_package_is_held_and_names_its_sources(paths: Paths) -> None:
    found = {(key, language) for key in WORD_FOR_WORD for language in built_in_languages(key)}
    assert found == set(IN_OTHER_LANGUAGES)
    for language in {language for _, language in found}:
        text = files("carelog").joinpath(f"data/measures/{language}.toml").read_text("utf-8")
        assert text.partition("# Sources:\n")[2].count("#  * ") > 1
    assert languages_of(paths, questionnaire(paths, "gad7")) == ["en", "da", "de", "fr-CA", "fr-FR", "ko", "pl", "ru"]


@given(st.sampled_from([*IN_OTHER_LANGUAGES]), st.data())
def test_the_language_of_the_answers_changes_no_number(place: tuple[str, str], data: st.DataObject) -> None:
    paths = Paths.inside(Path("nowhere"))
    english = built_in_questionnaires()[place[0]]
    other = in_language(paths, english, place[1])
    assert other is not None
    assert other.language == place[1]
    assert other.stem != english.stem
    answers = [data.draw(st.none() | st.integers(0, 3)) for _ in english.items]
    assert other.total(answers) == english.total(answers)
    assert other.parts(answers) == english.parts(answers)
    assert [item for item, _ in other.safety_answers(answers)] == [item for item, _ in english.safety_answers(answers)]
    assert (other.bands, other.talk_from, other.reliable_change) == (
        english.bands,
        english.talk_from,
        english.reliable_change,
    )


@pytest.mark.parametrize(
    ("key", "typed", "found"),
    [
        ("gad7", "de", "de"),
        ("gad7", "DE", "de"),
        ("gad7", "de_AT", "de"),
        ("gad7", "fr-CA", "fr-CA"),
        ("gad7", "fr_ca", "fr-CA"),
        ("gad7", "fr", None),
        ("gad7", "fr-BE", None),
        ("phq8", "es", "es-US"),
        ("phq8", "es-ES", None),
        ("phq8", "en", "en"),
        ("phq8", "en-GB", "en"),
        ("phq8", "", None),
        ("k10", "de", None),
    ],
)
def test_a_language_is_found_as_people_write_it_and_never_another(
    paths: Paths, key: str, typed: str, found: str | None
) -> None:
    other = in_language(paths, built_in_questionnaires()[key], typed)
    assert (other.language if other else None) == found


def test_a_question_that_is_not_there_in_a_language_is_left_out_and_not_asked_in_english(paths: Paths) -> None:
    german, russian = (in_language(paths, built_in_questionnaires()["phq9"], each) for each in ("de", "ru"))
    assert german
    assert russian
    assert not german.asks_difficulty([1] * 9)
    assert russian.difficulty(0) == "Совсем не трудно"


def test_a_file_may_have_another_language_of_a_questionnaire_and_its_series_is_one(
    paths: Paths, mine: Path, tmp_path: Path
) -> None:
    add_file(paths, mine)
    welsh = tmp_path / "welsh.toml"
    text = MINE.replace('"Mine"', '"Fy un i"').replace('"Rested", "Calm"', '"Wedi gorffwys", "Tawel"')
    welsh.write_text(f'{text}\nlanguage = "cy"\n', "utf-8")
    assert [each.key for each in add_file(paths, welsh)] == ["mine"]
    assert sorted(each.name for each in paths.questionnaires.iterdir()) == ["mine.cy.toml", "mine.toml"]
    chosen = questionnaire(paths, "mine")
    assert (chosen.items, languages_of(paths, chosen)) == (("Rested", "Calm"), ["en", "cy"])
    other = in_language(paths, chosen, "cy")
    assert other
    assert (other.key, other.items) == ("mine", ("Wedi gorffwys", "Tawel"))
    with pytest.raises(RefusedFile, match=whole(f"{welsh}: there is a questionnaire mine already.")):
        add_file(paths, welsh)
    welsh.write_text(f'{text}\nlanguage = "br"\nreverse_items = [1]\n', "utf-8")
    refusal = (
        f"{welsh}, line 23, reverse_items: not that of the Mine. Another language of it counts the same; anything else "
        "needs another id."
    )
    with pytest.raises(RefusedFile, match=whole(refusal)):
        add_file(paths, welsh)


PARTS = """
difficulty_item = "How hard?"
difficulty_options = ["not", "some", "very"]
cutpoints = [ { from = 1 } ]
talk_from = 1
reliable_change = 2
subscales = [ { id = "calm", items = [2], cutpoint = 1 } ]
"""


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ('difficulty_options = ["not", "some", "very"]', 'difficulty_options = ["not", "very"]'),
        ("cutpoints = [ { from = 1 } ]", "cutpoints = [ { from = 2 } ]"),
        ("talk_from = 1", "talk_from = 2"),
        ("reliable_change = 2", "reliable_change = 1"),
        ('subscales = [ { id = "calm", items = [2], cutpoint = 1 } ]', 'subscales = [ { id = "calm", items = [1] } ]'),
    ],
)
def test_what_another_language_says_in_numbers_is_the_same_or_refused_and_never_passed_over(
    paths: Paths, mine: Path, tmp_path: Path, line: str, other: str
) -> None:
    own = MINE[: MINE.index("bands")] + MINE[MINE.index("attribution") :]
    mine.write_text(f"{own}{PARTS}", "utf-8")
    add_file(paths, mine)
    welsh = tmp_path / "welsh.toml"
    welsh.write_text(f'{own}{PARTS.replace(line, other)}language = "cy"\n', "utf-8")
    field, number = line.partition(" ")[0], welsh.read_text("utf-8").split(other)[0].count("\n") + 1
    refusal = (
        f"{welsh}, line {number}, {field}: not that of the Mine. Another language of it counts the same; anything else "
        "needs another id."
    )
    with pytest.raises(RefusedFile, match=whole(refusal)):
        add_file(paths, welsh)
    welsh.write_text(f'{own}language = "cy"\n', "utf-8")
    assert [each.key for each in add_file(paths, welsh)] == ["mine"]


def test_options_that_stand_the_other_way_round_in_another_language_are_refused(
    paths: Paths, mine: Path, tmp_path: Path
) -> None:
    mine.write_text(TEN, "utf-8")
    add_file(paths, mine)
    other = tmp_path / "other.toml"
    turned = TEN.replace("value = 0", "value = 9").replace("value = 4", "value = 0").replace("value = 9", "value = 4")
    other.write_text(f'{turned}language = "cy"\n', "utf-8")
    refusal = (
        f"{other}, line 8, options: not that of the TEN. Another language of it counts the same; anything else needs "
        "another id."
    )
    with pytest.raises(RefusedFile, match=whole(refusal)):
        add_file(paths, other)


# --- questions that count the other way round


TEN = """
[[measure]]
id = "ten"
name = "TEN"
title = "Ten questions of a service"
stem = "Over the last week"
items = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
options = [
  { value = 0, text = "Not at all" },
  { value = 1, text = "Only occasionally" },
  { value = 2, text = "Sometimes" },
  { value = 3, text = "Often" },
  { value = 4, text = "Always" },
]
score = "sum"
higher_is = "worse"
min = 0
max = 40
bands = [ { from = 0, to = 10, text = "low" }, { from = 11, to = 40, text = "high" } ]
attribution = "a service"
source = "its form"
"""


def test_the_best_answers_to_a_form_with_reversed_questions_give_0_and_the_worst_all(paths: Paths, mine: Path) -> None:
    mine.write_text(f"{TEN}reverse_items = [2, 3] # these are reversed\n", "utf-8")
    (ten,) = add_file(paths, mine)
    assert ten.total([0, 4, 4, 0, 0, 0, 0, 0, 0, 0]) == 0
    assert ten.total([4, 0, 0, 4, 4, 4, 4, 4, 4, 4]) == 40
    assert ten.total([0] * 10) == 8


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("reversed = [2, 3]", "reversed"),
        ("reverse = [2, 3]", "reverse"),
        ("reverse_scored = [2, 3]", "reverse_scored"),
        ("reversed_items = [2, 3]", "reversed_items"),
        ("items_reversed = [2, 3]", "items_reversed"),
        ("reverse_scoring = true", "reverse_scoring"),
        ("inverted = [2, 3]", "inverted"),
        ("negatively_scored = [2, 3]", "negatively_scored"),
        ("scoring = { reverse = [2, 3] }", "reverse"),
        ('construct = "distress; 2 and 3 are scored in reverse"', "reverse"),
        ("# Items 2 and 3 are reverse-scored.", "reverse"),
        ("# items 2 and 3: Reversed", "Reversed"),
        ("# Items 2 and 3 are positively worded.", "positively worded"),
        ("# Items 2 and 3 are scored in the opposite direction.", "opposite direction"),
        ("# 2 and 3 count the other way around", "other way around"),
        ("# Items 2 and 3 are scored 4 to 0.", "scored 4 to 0"),
        ("# 2, 3: 4 - score", "4 - score"),
        ('construct = "calm (R)"', "(R)"),
        ("# Die Fragen 2 und 3 werden umgekehrt gezählt.", "umgekehrt"),
        ("# Pozycje 2 i 3 są odwrócone.", "odwrócone"),
        ("# Пункты 2 и 3 обратные.", "обратные"),
        ("# 2번과 3번은 역채점 문항", "역채점"),
        ("# Spørgsmål 2 og 3 scores omvendt", "omvendt"),
        ("# 第2题和第3题反向计分", "第2题和第3题反向计分"),
    ],
)
def test_a_file_that_speaks_of_reversed_questions_without_saying_which_is_refused(
    paths: Paths, mine: Path, line: str, said: str
) -> None:
    mine.write_text(f"{TEN}{line}\n", "utf-8")
    refusal = (
        f"{mine}, line 22, {said}: this speaks of questions that count the other way round, and not in a way that "
        "carelog understands. Write reverse_items = [2, 3] with the numbers of those questions, or reverse_items = [] "
        "if there are none."
    )
    with pytest.raises(RefusedFile, match=whole(refusal)):
        add_file(paths, mine)
    mine.write_text(f"# {said}\n{TEN}", "utf-8")
    with pytest.raises(RefusedFile, match=whole(refusal.replace("line 22", "line 1"))):
        add_file(paths, mine)


def test_saying_that_none_is_reversed_is_enough(paths: Paths, mine: Path) -> None:
    mine.write_text(f'# none is reversed\n{TEN}reverse_items = []\nconstruct = "life in reverse"\n', "utf-8")
    assert add_file(paths, mine)[0].total([0] * 10) == 0


@pytest.mark.parametrize(
    "line", ["# a 10-item scale, each rated 1 to 10", "# scored 0 to 4", "# Kessler(r), 2-3 times"]
)
def test_a_file_that_speaks_of_something_else_is_taken(paths: Paths, mine: Path, line: str) -> None:
    mine.write_text(f"{TEN}{line}\n", "utf-8")
    assert [each.key for each in add_file(paths, mine)] == ["ten"]


def test_one_that_an_earlier_carelog_took_is_not_counted_wrongly_any_more_and_says_what_to_write(
    paths: Paths, mine: Path
) -> None:
    mine.write_text(TEN, "utf-8")
    add_file(paths, mine)
    kept = paths.questionnaires / "ten.toml"
    kept.write_text(f"# 2 and 3 are reversed\n{TEN}", "utf-8")
    assert "ten" not in questionnaires(paths)
    refusal = (
        f"{kept}, line 1, reversed: this speaks of questions that count the other way round, and not in a way that "
        "carelog understands. Write reverse_items = [2, 3] with the numbers of those questions, or reverse_items = [] "
        "if there are none."
    )
    with pytest.raises(RefusedFile, match=whole(refusal)):
        questionnaire(paths, "TEN")
    assert [each.key for each in refused_files(paths)] == ["questionnaire.reversed-not-said"]
    kept.write_text(f"# 2 and 3 are reversed\n{TEN}reverse_items = [2, 3]\n", "utf-8")
    assert questionnaire(paths, "ten").reverse_items == (2, 3)
