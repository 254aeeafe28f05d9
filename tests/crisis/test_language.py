"""The card in another language: which one, from which file, and that nothing in a file can take the card away."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import carelog
from carelog.crisis import boundary, language, words
from carelog.crisis.card import Card, Person, dump
from carelog.crisis.language import ENGLISH, KEPT, MOST_COLUMNS, SAMPLES, filled, fits, tag, use
from carelog.crisis.lines import country
from carelog.crisis.page import page
from carelog.crisis.text import width
from carelog.crisis.words import HEADINGS
from carelog.journal.card.open_card import redact_card
from support.command import Command
from support.pseudo import write_card
from support.source import HELPLINES, ROOT

GERMANY = [(country("DE"), "settings")]
IN_ENGLISH, IN_GERMAN = "In danger now: call 112 (Germany)", "Bei Gefahr: 112 anrufen (Germany)"
GERMAN = {"DANGER_IN": "Bei Gefahr: {number} anrufen ({country})", "DANGER": "Bei Gefahr: {number} anrufen"}
KEYS = st.sampled_from(list(ENGLISH))
HOSTILE = st.text(max_size=60) | st.text("{}number countyde:!\t\u202e", max_size=60)
USED_IN_A_TEST = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def as_file(sentences: dict[str, str]) -> bytes:
    return "\n".join(map("\t".join, sentences.items())).encode()


@pytest.fixture
def german(languages: Path) -> Path:
    """A file of two sentences in German."""
    return write_card(languages, GERMAN, "de")


def test_sentences_that_a_file_has_are_shown_and_the_others_are_english(german: Path) -> None:
    use("de")
    lines = page(None, GERMANY, 40).splitlines()
    assert german.exists()
    assert lines[0] == lines[-1] == IN_GERMAN
    assert lines[1] == "Your setting: Germany."
    use("")
    assert page(None, GERMANY, 40).startswith(IN_ENGLISH)


@pytest.mark.usefixtures("card_file", "german")
def test_the_language_is_that_of_the_environment_else_of_the_card_and_never_of_the_locale_alone(
    card: Card, card_file: Path, carelog: Command
) -> None:
    assert carelog("crisis", env={"CARELOG_LANG": "de"}).stdout.startswith(IN_GERMAN)
    for locale in ({"LC_ALL": "de_DE.UTF-8"}, {"LANGUAGE": "de"}, {"CARELOG_LANG": ""}, {"CARELOG_LANG": "auto"}):
        assert carelog("crisis", env=locale).stdout.startswith(IN_ENGLISH)
    card.shown_in = "de"
    card_file.write_text(dump(card))
    assert carelog("crisis").stdout.startswith(IN_GERMAN)
    assert carelog("crisis", env={"CARELOG_LANG": "en"}).stdout.startswith(IN_ENGLISH)


@pytest.mark.usefixtures("german")
def test_what_the_journal_remembers_is_shown_in_its_language(capsys: pytest.CaptureFixture[str]) -> None:
    found = Card(countries=["AT"], people=[Person("Sam", [("phone", "030 1", "")])], shown_in="de")
    assert boundary.main(["crisis"], lambda: [dump(found)]) == 0
    first, second = capsys.readouterr().out.split("\nFound in your journal. This one counts:\n\n")
    assert first.startswith(IN_ENGLISH)
    assert second.startswith("Bei Gefahr: 112 anrufen (Austria)")


@pytest.mark.usefixtures("card_file", "german")
def test_programs_read_the_same_in_every_language(carelog: Command) -> None:
    assert carelog("crisis", "--json", env={"CARELOG_LANG": "de"}) == carelog("crisis", "--json")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("de", "de"),
        ("DE", "de"),
        ("pt_br", "pt-BR"),
        ("pt-BR", "pt-BR"),
        ("zh_hant_tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de_AT.UTF-8@euro", "de-AT"),
        ("fil", "fil"),
        *((odd, "") for odd in ("", "C", "auto", "POSIX", "../../x", "de/..", "de-", "d\0e", "dé", "a-b-c-d")),
        ("de.\ud800", "de"),
    ],
)
def test_a_language_is_named_as_its_file_or_not_at_all(typed: str, name: str) -> None:
    assert tag(typed) == name


def test_a_language_of_another_region_is_better_than_english(languages: Path, german: Path) -> None:
    use("de-AT")
    assert GERMAN["DANGER"] == words.DANGER
    write_card(languages, {"DANGER": "In Gefahr: {number}"}, "de-AT")
    use("de_AT")
    assert words.DANGER == "In Gefahr: {number}"
    german.unlink()
    use("de")
    assert ENGLISH["DANGER"] == words.DANGER


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("DANGER", ""),
        ("DANGER", "Bei Gefahr anrufen"),
        ("DANGER", "Bei Gefahr: {} anrufen"),
        ("DANGER", "Bei Gefahr: {0} anrufen"),
        ("DANGER", "Bei Gefahr: {nummer} anrufen"),
        ("DANGER", "Bei Gefahr: {number} anrufen {country}"),
        ("DANGER", "Bei Gefahr: {number anrufen"),
        ("DANGER", "Bei Gefahr: number} anrufen"),
        ("DANGER", "}Bei Gefahr: {number"),
        ("DANGER", "Bei Gefahr: {number!r}"),
        ("DANGER", "Bei Gefahr: {number:>99999999}"),
        ("DANGER", "Bei Gefahr: {number.__class__}"),
        ("DANGER", "Bei Gefahr: {{number}}"),
        ("DANGER", "Bei Gefahr: {number} \x1b[2J"),
        ("DANGER", "Bei Gefahr: {number} \u202eanrufen"),
        ("DANGER", "In Lebensgefahr sofort anrufen, auch nachts: {number}"),
        ("DANGER_SHORT", "Anrufen: {number}"),
        ("DANGER_UNKNOWN_SHORT", "Hilfe anrufen."),
        ("DANGER_UNKNOWN", "危険なときは緊急電話番号に電話してください"),
        ("NEXT_OR_LEAVE", "Enter: weiter. s: fertig."),
        ("SEE_ALL", "Mehr: carelog krise --all"),
        ("ELSEWHERE", "Anderswo: carelog crisis --land {code}"),
        ("HELP_NAMES", "carelog crisis"),
        ("FIND_LINE", "Ein Telefon finden"),
        ("YOUR_PEOPLE", "Deine Leute " * 20),
    ],
)
def test_a_sentence_that_does_not_fit_its_place_stays_english(key: str, sentence: str, languages: Path) -> None:
    assert not fits(key, sentence)
    write_card(languages, {key: sentence, "SET_COUNTRY": "Behalten:"}, "de")
    use("de")
    assert getattr(words, key) == ENGLISH[key]
    assert words.SET_COUNTRY == "Behalten:"


def test_right_to_left_words_may_hold_the_marks_they_need(languages: Path) -> None:
    danger = "בסכנה עכשיו: חייגו \u200e{number}"
    write_card(languages, {"DANGER": danger, "TEXT_TO": "{number} -SMS\u200f", "SAYING": "אמרו\u200f: {text}"}, "he")
    use("he")
    assert [danger, ENGLISH["TEXT_TO"]] == [words.DANGER, words.TEXT_TO]
    assert page(None, [(country("IL"), "locale")], 40).startswith("בסכנה עכשיו: חייגו \u200e101\n")
    assert page(Card(people=[Person("Sam", say="שלום")]), GERMANY, 40).count("  אמרו\u200f: שלום\n") == 1


def test_data_is_shown_in_the_language_and_unchanged_for_programs(
    languages: Path, card_file: Path, carelog: Command
) -> None:
    assert card_file.exists()
    data = {"=Germany": "Deutschland", "=24/7": "jederzeit", "=free": "kostenlos", "=German": "Deutsch", "=x": ""}
    write_card(languages, GERMAN | data | {"=Police": "\x1b[2J", "LISTED": "{before} und {next}"}, "de")
    shown = carelog("crisis", env={"CARELOG_LANG": "de"}).stdout
    assert shown.startswith("Bei Gefahr: 112 anrufen (Deutschland)\nYour setting: Deutschland.\n")
    assert "\nTelefonSeelsorge, jederzeit, kostenlos\n" in shown
    assert "\n  In: Deutsch\n" in shown
    swiss = carelog("crisis", "--country", "CH", env={"CARELOG_LANG": "de"}).stdout
    assert "  In: Deutsch und French und Italian\n" in swiss
    assert carelog("crisis", "--json", env={"CARELOG_LANG": "de"}) == carelog("crisis", "--json")


def test_somebody_without_a_name_on_a_locked_card_is_called_so_in_the_language(
    languages: Path, card: Card, card_file: Path, carelog: Command
) -> None:
    write_card(languages, {"UNNAMED": "{number}. Mensch"}, "de")
    card_file.write_text(dump(redact_card(card, ["numbers"])))
    for _ in range(2):
        lines = carelog("crisis", env={"CARELOG_LANG": "de"}).stdout.splitlines()
        assert {"1. Mensch", "2. Mensch"} < {*lines}
    assert "Person 1" in carelog("crisis").stdout
    card.people[0].name = "Person 1"
    card_file.write_text(dump(card))
    assert "Person 1, Mon-Fri" in carelog("crisis", env={"CARELOG_LANG": "de"}).stdout


def test_punctuation_is_as_the_language_writes_it(languages: Path) -> None:
    write_card(languages, {"WAY_LABEL": "{way}\u00a0({label})\u202f:", "KIND_WORD": "«\u00a0{text}\u00a0»"}, "fr")
    use("fr")
    card = Card(people=[Person("Sam", [("text", "0170 1", "maison")])], kind=("Courage", ""))
    text = page(card, GERMANY, 40)
    assert "  Text\u00a0(maison)\u202f: 0170 1\n" in text
    assert "«\u00a0Courage\u00a0»" in text


def test_a_damaged_line_costs_that_sentence_alone(languages: Path) -> None:
    lines = [b"\xef\xbb\xbf# Deutsch", b"DANGER\tBei \xff {number}", b"SAYING Sag: {text}", b"NO_SUCH\tkey", b"\t", b""]
    lines += [b"WAYS.email\tE-Post\r", b"WAYS\tWege", b"WAYS.phone\tTelefon", b"HEADINGS.alone\t  Allein  "]
    (languages / "de.txt").write_bytes(b"\n".join(lines))
    use("de")
    assert [ENGLISH[key] for key in ("DANGER", "SAYING")] == [words.DANGER, words.SAYING]
    assert words.WAYS == {"text": "Text", "email": "E-Post", "web": "Web", "address": "Address"}
    assert HEADINGS["alone"] == "Allein"


@USED_IN_A_TEST
@given(content=st.binary(max_size=500) | st.dictionaries(KEYS, HOSTILE).map(as_file))
def test_no_file_can_keep_the_card_from_being_shown(content: bytes, languages: Path) -> None:
    (languages / "de.txt").write_bytes(content)
    use("de")
    lines = page(None, GERMANY, 40, 23).splitlines()
    assert "112" in lines[0]
    assert "112" in lines[-1]
    assert max(map(width, lines)) <= 40


@pytest.mark.usefixtures("card_file")
def test_a_folder_a_pipe_or_a_file_that_cannot_be_read_is_no_language(languages: Path, carelog: Command) -> None:
    path = languages / "de.txt"
    for put in (path.mkdir, lambda: os.mkfifo(path), lambda: path.symlink_to(path)):
        put()
        use("en")
        assert carelog("crisis", env={"CARELOG_LANG": "de"}).stdout.startswith(IN_ENGLISH)
        path.rmdir() if path.is_dir() else path.unlink()


@pytest.mark.parametrize("trouble", [ImportError, OSError, ValueError, KeyError])
@pytest.mark.usefixtures("card_file", "languages")
def test_a_language_that_breaks_leaves_the_card_in_english(trouble: type[Exception], carelog: Command) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "use", lambda _: (_ for _ in ()).throw(trouble))
        answer = carelog("crisis", env={"CARELOG_LANG": "de"})
    assert answer.stdout.startswith(IN_ENGLISH)
    assert "030 1234567" in answer.stdout


def test_without_a_language_none_is_loaded(card_file: Path) -> None:
    program = "import sys; from carelog.__main__ import main; main(['crisis']); print(*sys.modules, file=sys.stderr)"
    start = [sys.executable, "-c", program]
    env = {name: value for name, value in os.environ.items() if name != "CARELOG_LANG"} | {"LC_ALL": "de_DE.UTF-8"}
    loaded = subprocess.run(start, env=env, capture_output=True, text=True, check=True).stderr.split()
    assert card_file.exists()
    assert "carelog.crisis.page" in loaded
    assert "carelog.crisis.language" not in loaded


@pytest.mark.parametrize("key", ENGLISH)
def test_every_english_sentence_fits_its_own_place(key: str) -> None:
    assert fits(key, ENGLISH[key])
    assert set(re.findall(r"\{(\w+)\}", ENGLISH[key])) <= {*SAMPLES} or key not in MOST_COLUMNS


def test_every_command_in_a_sentence_is_kept_in_all_languages() -> None:
    commands = [found for english in ENGLISH.values() for found in re.findall(r"carelog [a-z]+[^():]*", english)]
    assert [each for each in commands if each.rstrip(" .") not in KEPT and "has no" not in each] == []


def test_sentences_are_measured_with_the_widest_emergency_number() -> None:
    numbers = [country(path.stem).emergency for path in HELPLINES.glob("??.txt")]
    assert max(map(width, numbers)) <= width(SAMPLES["number"])


def test_the_keys_are_documented_with_their_widths() -> None:
    page = (ROOT / "docs" / "crisis-card.md").read_text("utf-8")
    rows = [
        f"| `{key}` | {english} | {width(filled(english))} | {MOST_COLUMNS.get(key, '')} |"
        for key, english in ENGLISH.items()
    ]
    there = [line for line in page.splitlines() if re.match(r"\| `[A-Z]", line)]
    assert there == rows, "\n".join(rows)


def test_a_file_is_found_beside_the_helplines(capsys: pytest.CaptureFixture[str], isolated: Path) -> None:
    """In a copy of the package that has one language."""
    source, copy = Path(carelog.__file__).parent, isolated / "copy" / "carelog"
    (copy / "data").mkdir(parents=True)
    for part in ("__init__.py", "__main__.py", "crisis", "data/helplines"):
        (copy / part).symlink_to(source / part)
    write_card(copy / "data" / "card", GERMAN, "de")
    env = {**os.environ, "PYTHONPATH": str(copy.parent), "CARELOG_LANG": "de"}
    start = [sys.executable, "-m", "carelog", "crisis"]
    assert subprocess.run(start, env=env, capture_output=True, text=True, check=True).stdout.startswith(IN_GERMAN)
    assert capsys.readouterr().out == ""
