"""A language is chosen before the wording is loaded: CARELOG_LANG first, then the settings, else English."""

import gettext as library
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter

import pytest

from carelog import language
from carelog.__main__ import _choose_language
from carelog.crisis import language as crisis_language
from carelog.crisis.words import HEADINGS
from carelog.errors import InvalidValue
from carelog.language import choose_language, gettext, language_in_use, language_named, languages, plural, use_language
from carelog.pseudo_language import PseudoLanguage
from carelog.wording.counts import figures, grouped, tenths
from support.catalogue import catalogue
from support.pseudo import write_card

GOOD_MORNING = "Good morning."
MARKS = {"between thousands\x04,": ".", "before decimals\x04.": ","}
IN_LANGUAGE = {"de": "Guten Morgen.", "pt_BR": "Bom dia."}


@pytest.fixture
def xx(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(language, "_catalogue", None)
    monkeypatch.setattr(language, "_language", "en")
    monkeypatch.setattr(library, "gettext", library.gettext)
    assert use_language("xx")
    yield
    language._catalogue = None


def test_without_a_language_a_sentence_is_the_one_in_the_source() -> None:
    assert gettext("Noted {what}.") == "Noted {what}."
    assert [plural(count, "{count} day", "{count} days") for count in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


def test_a_language_without_a_catalogue_is_refused_and_english_stays() -> None:
    assert not use_language("tlh")
    assert gettext("Noted.") == "Noted."


@pytest.mark.usefixtures("xx")
def test_the_pseudo_language_reaches_sentences_plurals_and_errors() -> None:
    assert gettext("Noted.").startswith("Ñöťéđ.")
    assert plural(2, "{count} day", "{count} days").startswith("2 đáýš")
    assert str(InvalidValue("imports.not-json")).isascii() is False


@pytest.mark.usefixtures("xx")
def test_typer_finds_its_words_in_the_pseudo_language_but_not_those_that_carelog_rewords() -> None:
    assert library.gettext("Options").startswith("Öƥťíöñš")
    assert library.gettext("No such command {name!r}.") == "No such command {name!r}."
    assert language_in_use() == "xx"


@pytest.mark.parametrize("template", ["{a}", "From {first} to {last}: {count:,} days, “{name}”", "no slot at all"])
def test_the_pseudo_language_keeps_the_slots_and_is_longer(template: str) -> None:
    made = PseudoLanguage().gettext(template)
    assert slots(made) == slots(template)
    assert len(made) >= len(template)


def slots(template: str) -> list[tuple[str | None, str | None]]:
    return [(name, form) for _, name, form, _ in Formatter().parse(template)]


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Catalogues of two languages, and English again afterwards."""
    for name, sentence in IN_LANGUAGE.items():
        folder = tmp_path / "locale" / name / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "carelog.mo").write_bytes(
            catalogue({"": "Content-Type: text/plain; charset=UTF-8\n", GOOD_MORNING: sentence} | MARKS)
        )
    (tmp_path / "locale" / "fr").mkdir()
    monkeypatch.setattr(language, "_folder", lambda: tmp_path / "locale")
    monkeypatch.setattr(language, "_catalogue", None)
    monkeypatch.setattr(language, "_language", "en")
    monkeypatch.setattr(library, "gettext", library.gettext)
    monkeypatch.setenv("LANGUAGE", "")
    domain = library.textdomain()
    yield
    library.textdomain(domain)


@pytest.fixture
def settings(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Write a settings file, and return its path."""

    def write(content: str | bytes) -> Path:
        path = tmp_path / "settings.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.usefixtures("catalogues")
def test_numbers_have_the_marks_of_the_language_also_in_errors() -> None:
    assert [figures(7.5), grouped(12400), tenths(1)] == ["7.5", "12,400", "1.0"]
    use_language("de")
    assert [figures(7.5), grouped(12400), tenths(1)] == ["7,5", "12.400", "1,0"]
    refused = InvalidValue("imports.too-many-rows", most=200_000)
    assert str(refused) == (
        "The file holds more than 200.000 rows. Cut it in parts and import them one after the other."
    )


@pytest.mark.usefixtures("catalogues")
@pytest.mark.parametrize(
    ("environment", "file", "sentence"),
    [
        ({}, "", GOOD_MORNING),
        ({}, 'language = "de"', "Guten Morgen."),
        ({}, 'language = "pt-BR"', "Bom dia."),
        ({"CARELOG_LANG": "pt_br"}, 'language = "de"', "Bom dia."),
        ({"CARELOG_LANG": ""}, 'language = "de"', "Guten Morgen."),
        ({"CARELOG_LANG": "en"}, 'language = "de"', GOOD_MORNING),
        ({"CARELOG_LANG": "fr"}, "", GOOD_MORNING),
        ({}, 'language = "xx"', GOOD_MORNING),
        ({"CARELOG_LANG": "../locale/de"}, "", GOOD_MORNING),
        ({"LANG": "de_DE.UTF-8"}, "", GOOD_MORNING),
        ({}, '[helplines]\nlanguages = ["de"]', GOOD_MORNING),
        ({}, "language = 3", GOOD_MORNING),
        ({}, 'language = "de', GOOD_MORNING),
        ({}, b'language = "\xff"', GOOD_MORNING),
    ],
)
def test_the_variable_comes_before_the_settings_and_what_cannot_be_used_leaves_english(
    environment: dict[str, str], file: str | bytes, sentence: str, settings: Callable[[str | bytes], Path]
) -> None:
    choose_language(environment, settings(file))
    assert gettext(GOOD_MORNING) == sentence
    assert language_in_use() == {"Guten Morgen.": "de", "Bom dia.": "pt-BR", GOOD_MORNING: "en"}[sentence]


@pytest.mark.usefixtures("catalogues")
def test_without_a_settings_file_it_is_english(tmp_path: Path) -> None:
    choose_language({}, tmp_path / "settings.toml")
    choose_language({}, tmp_path)
    assert gettext(GOOD_MORNING) == GOOD_MORNING


@pytest.mark.usefixtures("catalogues")
def test_the_languages_are_those_that_have_a_catalogue() -> None:
    assert languages() == ["de", "pt-BR"]
    assert [language_named(each) for each in ("DE", "pt_BR", "pt", "fr", "")] == ["de", "pt-BR", "", "", ""]


@pytest.mark.usefixtures("catalogues")
def test_the_pseudo_language_is_chosen_by_the_variable_alone(settings: Callable[[str | bytes], Path]) -> None:
    choose_language({"CARELOG_LANG": "xx"}, settings(""))
    assert gettext("Noted.").startswith("Ñöťéđ.")


@pytest.mark.usefixtures("xx")
def test_pages_show_sentences_of_the_card_in_the_language_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_card(tmp_path, {"HEADINGS.signs": "Ŵáŕñíñğš"})
    monkeypatch.setattr(crisis_language, "_FOLDER", str(tmp_path))
    monkeypatch.setenv("CARELOG_LANG", "xx")
    try:
        _choose_language()
        assert HEADINGS["signs"] == "Ŵáŕñíñğš"
    finally:
        crisis_language.use("")
    assert HEADINGS["signs"] == "How I notice it is starting"


def test_no_other_language_is_shipped_yet() -> None:
    assert languages() == []
