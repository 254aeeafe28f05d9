"""A person's marks on helplines: hidden ones leave the card, their languages come first, their checks are shown."""

import pytest

from carelog.crisis.card import Card
from carelog.crisis.lines import Country, country
from carelog.crisis.marks import mark
from carelog.crisis.page import page


def marked(code: str, *, text_first: bool = False, **said: list) -> Country:
    found = country(code)
    mark(found, Card(**said), text_first=text_first)
    return found


def names(found: Country) -> list[str]:
    return [line.get("name") for line in found.lines]


def test_a_hidden_line_leaves_the_card_in_its_own_country_only() -> None:
    hidden = [("AT", "TelefonSeelsorge")]
    assert "TelefonSeelsorge" not in names(marked("AT", hidden=hidden))
    assert names(marked("DE", hidden=hidden)) == names(marked("DE"))


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
    assert "Last confirmed 2026-11, by one source" not in text


def test_a_check_from_before_the_newest_source_changes_nothing() -> None:
    found = marked("GB", checked=[("GB", "Samaritans", "2020-01-01")])
    assert [line.facts for line in found.lines] == [line.facts for line in marked("GB").lines]


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


def test_a_line_for_a_topic_is_on_the_card_only_if_the_topic_was_chosen() -> None:
    for code in ("GB", "US", "AU", "DE", "FR", "ES", "SE", "NL"):
        assert all(line.get("audience") != "topic" for line in marked(code).lines)
    abuse = "National Domestic Abuse Helpline (women)"
    assert abuse not in names(marked("GB", topics=["alcohol"]))
    assert names(marked("GB", topics=["abuse"]))[:2] == ["Samaritans", abuse]


@pytest.mark.parametrize("topic", ["abuse", "alcohol", "drugs", "eating", "young"])
@pytest.mark.parametrize("code", ["AU", "CL", "DE", "GB", "NL", "RS", "SE", "US", "UY"])
def test_the_first_line_listens_to_everybody_whatever_was_chosen(code: str, topic: str) -> None:
    usual, found = marked(code), marked(code, topics=[topic])
    assert names(found)[0] == names(usual)[0]
    assert found.lines[0].get("audience") == ""
    chosen = [line.get("chosen") == "yes" for line in found.lines[1:]]
    assert chosen == sorted(chosen, reverse=True)
    assert [name for name in names(usual) if name in names(found)] == names(usual)


def test_lines_for_young_people_come_second_for_whoever_chose_them() -> None:
    assert names(marked("AT", topics=["young"])) == ["TelefonSeelsorge", "Rat auf Draht (children and young people)"]
    young = [(marked("GB", topics=["young"]), "settings")]
    assert "Childline (under 19)" in page(None, young, 40, 40)
    assert "Childline" not in page(None, [(marked("GB"), "settings")], 40, 40)


@pytest.mark.parametrize("code", ["GB", "US", "HK", "IL"])
@pytest.mark.parametrize("said", [{"text_first": True}, {"topics": ["deaf"]}])
def test_lines_to_write_to_come_first_and_their_text_before_the_telephone(code: str, said: dict) -> None:
    found = marked(code, **said)
    adults = [line for line in found.lines if line.get("audience") != "youth"]
    writes = [any(line.get(way) for way in ("sms", "whatsapp", "chat")) for line in adults]
    assert writes == sorted(writes, reverse=True)
    assert sorted(names(found)) == sorted(names(marked(code)))
    shown = page(None, [(marked("US", **said), "settings")], 40)
    assert "988 Suicide & Crisis Lifeline\n  Text 988\n  988\n" in shown
