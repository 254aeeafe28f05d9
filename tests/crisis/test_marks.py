"""A person's marks on helplines: hidden ones leave the card, their languages come first, their checks are shown."""

import pytest

from carelog.crisis.card import Card
from carelog.crisis.lines import Country, country
from carelog.crisis.marks import mark
from carelog.crisis.page import page


def marked(code: str, **said: list) -> Country:
    found = country(code)
    mark(found, Card(**said))
    return found


def names(found: Country) -> list[str]:
    return [line.get("name") for line in found.lines]


def test_a_hidden_line_leaves_the_card_in_its_own_country_only() -> None:
    hidden = [("AT", "TelefonSeelsorge")]
    assert "TelefonSeelsorge" not in names(marked("AT", hidden=hidden))
    assert names(marked("DE", hidden=hidden)) == names(country("DE"))


def test_with_every_line_and_the_emergency_number_hidden_the_number_stays() -> None:
    found = marked("DE", hidden=[("DE", name) for name in [*names(country("DE")), "emergency", "112", ""]])
    text = page(None, [(found, "settings")], 40, 23)
    assert found.lines == []
    assert text.startswith("In danger now: call 112 (Germany)\n")
    assert text.endswith("\nIn danger now: call 112 (Germany)\n")
    assert "findahelpline.com" in text


def test_a_line_that_the_person_checked_says_so_and_is_doubted_no_longer() -> None:
    before = country("NZ").lines[-1]
    assert before.get("sources")
    found = marked("NZ", checked=[("NZ", before.get("name"), "2026-11-20")])
    text = page(None, [(found, "settings")], 40)
    assert "  Last confirmed 2026-11, by you\n" in text
    assert "by one source" not in text


def test_a_check_from_before_the_newest_source_changes_nothing() -> None:
    found = marked("GB", checked=[("GB", "Samaritans", "2020-01-01")])
    assert [line.facts for line in found.lines] == [line.facts for line in country("GB").lines]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_lines_in_the_persons_languages_come_first_and_each_kind_stays_in_order(language: str) -> None:
    found = marked("BE", languages=[language])
    speak = [language in line.all("languages") for line in found.lines]
    assert speak == sorted(speak, reverse=True)
    assert speak[0]
    usual = names(country("BE"))
    rest = [line.get("name") for line in found.lines if language not in line.all("languages")]
    assert rest == sorted(rest, key=usual.index)


def test_without_a_word_from_the_person_nothing_moves() -> None:
    assert names(marked("JP")) == names(country("JP"))
