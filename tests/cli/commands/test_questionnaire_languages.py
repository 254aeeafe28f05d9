"""questionnaire take --language: words of another language, numbers of one series, no question without an answer."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from carelog import language
from carelog.cli.forms.questionnaire_language import meets_hard_answers_in
from carelog.crisis import language as crisis_language
from carelog.wording.hard_answer import hard_answer, hard_answer_in
from support.catalogue import catalogue
from support.command import Terminal

Say = Callable[..., Any]
LATER = "2026-12-08T12:00:00+01:00"
ONLY_ENGLISH = "It is here in English (en): carelog questionnaire take"
DANGER = {key: text for key, text in crisis_language.ENGLISH.items() if key.startswith("DANGER")}
SAFETY_IN_ENGLISH = list(asdict(hard_answer(str)).values())
OWN = """
[[measure]]
id = "mine"
name = "Mine"
title = "Two questions"
stem = "This week:"
items = ["Rested", "Safe"]
options = ["yes", "no"]
score = "sum"
higher_is = "worse"
min = 0
max = 2
safety_items = [2]
attribution = "Me"
source = "a page of mine"
"""


def answers(*given: object) -> list[str]:
    """The options that give these answers."""
    return [word for each in given for word in ("--answer", str(each))]


def test_a_questionnaire_is_read_in_a_language_and_its_series_is_one(
    terminal: Callable[..., Terminal], say: Say, data: Say, now: Callable[[str], None]
) -> None:
    say("questionnaire", "take", "gad7", *answers(*[2] * 7))
    now(LATER)
    person = terminal("questionnaire", "take", "gad7", "--language", "de")
    person.expect("1 of 7")
    person.expect("Wie oft fühlten Sie sich im Verlauf der letzten 2 Wochen")
    person.expect("An einzelnen Tagen")
    person.expect("q stops")
    person.type("1")
    person.expect("2 of 7")
    person.expect("q stops")
    person.type("q")
    person.expect("Keep what you answered so far, without a total? You can finish it today.")
    person.type("y")
    assert person.finish()[0] == 0
    person = terminal("questionnaire", "take", "gad7")
    for place in range(2, 8):
        person.expect(f"{place} of 7")
        person.expect("An einzelnen Tagen")
        person.expect("q stops")
        person.type("1")
    assert person.finish()[0] == 0
    first, second = data("questionnaire", "show", "gad7")["questionnaire"]["scores"]
    assert (first["language"], second["language"]) == ("en", "de")
    assert (first["total"], second["total"], second["change"]) == (14, 7, "lower")


@pytest.mark.parametrize(("typed", "answered"), [("", {"phq8"}), ("q", set())])
def test_a_translated_phq_9_waits_for_its_answer_and_the_phq_8_is_offered(
    terminal: Callable[..., Terminal], data: Say, typed: str, answered: set[str]
) -> None:
    person = terminal("questionnaire", "take", "phq9", "--language", "de")
    person.expect(
        "The PHQ-9 is not offered in German yet: carelog has no answer in that language to its question about thoughts "
        "of death. The PHQ-8 is the same without that one."
    )
    person.expect("Enter: begin the PHQ-8 in German, q: leave")
    person.type(typed)
    for place in range(1, 9 if answered else 1):
        person.expect(f"{place} of 8")
        person.expect("q stops")
        person.type("0")
    assert person.finish()[0] == 0
    listed = data("questionnaire")["questionnaires"]
    assert {each["id"] for each in listed if each["last"]} == answered
    languages = {each["id"]: each["languages"] for each in listed}
    assert languages["phq9"] == ["en"]
    assert languages["phq8"] == ["en", "da", "de", "es-US", "fr-FR", "ko", "pl", "ru"]


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (
            2,
            ["phq9", "--language", "da", *answers(*[0] * 9)],
            (
                "The PHQ-9 is not offered in Danish yet: carelog has no answer in that language to its question about "
                "thoughts of death. The PHQ-8 is the same without that one. To answer that one: carelog questionnaire "
                "take phq8 --language da"
            ),
        ),
        (
            3,
            ["phq9", "--language", "sv", *answers(*[0] * 9)],
            f"The PHQ-9 is not here in “sv”. {ONLY_ENGLISH} phq9 --language en",
        ),
        (
            3,
            ["gad7", "--language", "fr", *answers(*[0] * 7)],
            (
                "The GAD-7 is not here in “fr”. It is here in English (en), Danish (da), German (de), French (Canada) "
                "(fr-CA), French (France) (fr-FR), Korean (ko), Polish (pl), Russian (ru): carelog questionnaire take "
                "gad7 --language fr-CA"
            ),
        ),
        (
            3,
            ["k10", "--language", "de", *answers(*[1] * 10)],
            f"The K10 is not here in “de”. {ONLY_ENGLISH} k10 --language en",
        ),
    ],
)
def test_a_language_that_is_not_offered_says_what_is(refusal: Say, number: int, words: list[str], said: str) -> None:
    assert refusal(number, "questionnaire", "take", *words) == said


@pytest.mark.parametrize("known", ["an English one first", "an id of its own"])
def test_a_file_of_ones_own_with_a_question_about_death_waits_for_its_answer_too(
    refusal: Say, say: Say, data: Say, home: Path, known: str
) -> None:
    Path("mine.toml").write_text(OWN, "utf-8")
    Path("welsh.toml").write_text(f'{OWN}language = "cy"\n', "utf-8")
    said = (
        "The Mine is not offered in cy yet: carelog has no answer in that language to its question about death or "
        "harm. It can be used without that question, with an id of its own, or in English."
    )
    if known == "an English one first":
        say("questionnaire", "add", "mine.toml")
    assert refusal(2, "questionnaire", "add", "welsh.toml") == said
    kept = home / "questionnaires" / "mine.cy.toml"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(Path("welsh.toml").read_text("utf-8"), "utf-8")
    for code in ["cy"] if known == "an English one first" else ["cy", "sv", ""]:
        assert refusal(2, "questionnaire", "take", "mine", "--language", code, *answers(0, 1)) == said
    languages = {each["id"]: each["languages"] for each in data("questionnaire")["questionnaires"]}
    assert languages["mine"] == (["en"] if known == "an English one first" else [])


@pytest.mark.parametrize("line", ["", 'language = "en-GB"', 'language = "cy"'])
def test_a_file_of_ones_own_is_taken_in_english_or_without_a_question_about_death(say: Say, line: str) -> None:
    text = OWN.replace("safety_items = [2]\n", "") if "cy" in line else OWN
    Path("mine.toml").write_text(f"{text}{line}\n", "utf-8")
    say("questionnaire", "add", "mine.toml")
    said = say("questionnaire", "take", "mine", *answers(0, 1)).stdout
    assert ("Thank you for answering that." in said) is ("cy" not in line)


def test_a_phq_9_under_another_id_waits_as_the_one_of_the_package(refusal: Say) -> None:
    items = ", ".join(f'"Frage {number}"' for number in range(1, 10))
    text = OWN.replace('items = ["Rested", "Safe"]', f"items = [{items}]").replace("max = 2", "max = 9")
    Path("mein.toml").write_text(f'{text.replace("[2]", "[9]")}language = "de"\n', "utf-8")
    assert refusal(2, "questionnaire", "add", "mein.toml").startswith("The Mine is not offered in German yet:")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("carelog questionnaire take k", ["k10", "k6"]),
        ("carelog questionnaire show phq", ["phq9", "phq2", "phq4", "phq8"]),
        ("carelog questionnaire take gad7 --language f", ["fr-CA", "fr-FR"]),
        ("carelog questionnaire take phq8 --language d", ["da", "de"]),
        ("carelog questionnaire take k10 --language d", []),
    ],
)
def test_the_shell_completes_names_and_languages_and_nothing_of_ones_own(
    carelog: Say, say: Say, monkeypatch: pytest.MonkeyPatch, typed: str, offered: list[str]
) -> None:
    Path("mine.toml").write_text(OWN.replace('"mine"', '"k-mine"'), "utf-8")
    say("questionnaire", "add", "mine.toml")
    monkeypatch.setenv("_CARELOG_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
    assert carelog().stdout.split() == offered


@pytest.mark.parametrize("missing", ["", "catalogue", "card", *SAFETY_IN_ENGLISH, *DANGER], ids=lambda name: name[:20])
def test_only_a_whole_answer_and_every_form_of_the_line_for_danger_open_a_translation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, missing: str
) -> None:
    translate(monkeypatch, tmp_path, missing)
    assert meets_hard_answers_in("de") is (missing == "")
    assert not meets_hard_answers_in("pl")


def test_a_translation_of_the_answer_opens_the_phq_9_and_meets_it_in_that_language(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, say: Say, data: Say
) -> None:
    translate(monkeypatch, tmp_path, "")
    taken = data("questionnaire", "take", "phq9", "--language", "de", *answers(*[0] * 8, 1))
    assert taken["answered"]["language"] == "de"
    assert taken["response"].startswith(hard_answer_in("de").honest)
    assert taken["response"].startswith("[de] Thank you")
    languages = {each["id"]: each["languages"] for each in data("questionnaire")["questionnaires"]}
    assert languages["phq9"] == ["en", "de"]
    assert (
        "Thank you for answering that." in say("questionnaire", "take", "phq9", *answers(*[0] * 8, 1), "--again").stdout
    )


def translate(monkeypatch: pytest.MonkeyPatch, folder: Path, missing: str) -> None:
    """Put a catalogue and a card into German, without one of their sentences."""
    sentences = {each: f"[de] {each}" for each in SAFETY_IN_ENGLISH if missing not in (each, "catalogue")}
    place = folder / "locale" / "de" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "carelog.mo").write_bytes(catalogue({"": "Content-Type: text/plain; charset=UTF-8\n", **sentences}))
    card = folder / "card"
    card.mkdir()
    lines = (f"{key}\t{text.replace('In d', 'D').replace('Call ', 'Ca ')}" for key, text in DANGER.items())
    kept = [line for line in lines if missing not in ("card", line.partition("\t")[0])]
    (card / "de.txt").write_text("\n".join(kept), "utf-8")
    monkeypatch.setattr(language, "_folder", lambda: folder / "locale")
    monkeypatch.setattr(crisis_language, "_FOLDER", str(card))
