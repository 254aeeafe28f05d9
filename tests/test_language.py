"""A language is set before the wording is loaded; English needs none."""

from collections.abc import Iterator
from string import Formatter

import pytest

from carelog import language
from carelog.errors import InvalidValue
from carelog.language import gettext, plural, use_language
from carelog.pseudo_language import PseudoLanguage


@pytest.fixture
def xx(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(language, "_catalogue", None)
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


@pytest.mark.parametrize("template", ["{a}", "From {first} to {last}: {count:,} days, “{name}”", "no slot at all"])
def test_the_pseudo_language_keeps_the_slots_and_is_longer(template: str) -> None:
    made = PseudoLanguage().gettext(template)
    assert slots(made) == slots(template)
    assert len(made) >= len(template)


def slots(template: str) -> list[tuple[str | None, str | None]]:
    return [(name, form) for _, name, form, _ in Formatter().parse(template)]
