"""What lies in the open in the card's file: every fact that its record can hold has its words in traces and docs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.crisis.card import Card, Person, dump, parse
from carelog.domain.trace import Trace, TraceKind
from carelog.journal.card.card_parts import DAMAGED, parts_of, parts_of_file
from carelog.wording.pages.traces import CARD_PARTS, tells
from support.source import ROOT

PRIVACY = (ROOT / "docs" / "privacy.md").read_text("utf-8")
VALUES: dict[str, Any] = {
    "revision": 7,
    "program": "0.1.0",
    "countries": ["GB"],
    "people": [Person("Sam", [("phone", "123", "")], "always", "hello")],
    "sentence": "It went.",
    "steps": [("alone", "tea")],
    "kind": ("You matter.", "Mum"),
    "hidden": [("GB", "a line")],
    "checked": [("GB", "a line", "2026-11-20")],
    "languages": ["tr"],
    "topics": ["alcohol"],
    "text_first": True,
    "shown_in": "de",
    "plain": True,
}
WRITTEN_ALWAYS = {"carelog-card", "end"}


def full_card() -> Card:
    card = Card(**VALUES)
    card.ticked = ["names"]
    return card


def test_every_field_of_the_card_and_of_a_person_on_it_has_its_words() -> None:
    in_file = set(Card.__slots__) - {"unread", "whole"}
    assert set(VALUES) | {"ticked"} == in_file, "the card has a new field: name it in CARD_PARTS"
    fields = (in_file - {"people"}) | {f"person.{name}" for name in set(Person.__slots__) - {"short_name"}}
    assert set(CARD_PARTS) == fields | {DAMAGED}
    assert set(parts_of(full_card())) == fields


def test_every_line_of_the_file_belongs_to_a_part_and_goes_with_it() -> None:
    lines = dump(full_card()).splitlines(keepends=True)
    everything = set(parts_of(parse("".join(lines).encode())))
    assert everything == set(CARD_PARTS) - {DAMAGED}
    for line in lines:
        rest = parse("".join(each for each in lines if each != line).encode())
        gone = everything - set(parts_of(rest))
        assert len(gone) == (0 if line.split("\t")[0] in WRITTEN_ALWAYS else 1), line


@pytest.mark.parametrize("part", sorted(set(CARD_PARTS) - {DAMAGED}))
def test_the_privacy_page_names_every_part(part: str) -> None:
    [row] = [line for line in PRIVACY.splitlines() if line.startswith("| `card.txt` |")]
    assert CARD_PARTS[part] in row


def test_a_part_that_is_not_in_the_file_is_not_said() -> None:
    empty = parse(dump(Card(program="0.1.0", countries=["GB"])).encode())
    assert set(parts_of(empty)) == {"program", "countries"}
    trace = Trace(Path("card.txt"), TraceKind.CARD, holds=parts_of(empty))
    assert tells(trace) == "in the open: your country, which carelog wrote it; it is meant to be readable"


def test_a_damaged_card_tells_what_can_be_read_and_that_there_was_more(tmp_path: Path) -> None:
    file = tmp_path / "card.txt"
    file.write_bytes(dump(full_card()).encode()[:-9])
    assert {*parts_of_file(str(file))} >= {"person.name", "kind", DAMAGED}
    assert parts_of_file(str(tmp_path)) == (DAMAGED,)


def test_what_a_locked_journal_leaves_readable_is_what_traces_say(
    home: Path, carelog: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from support.locks import PASSPHRASE, lock_home

    def run(*words: str) -> Any:
        ended = carelog(*words)
        assert ended.exit_code == 0
        return ended

    run("contact", "add", "Sam Vale", "--phone", "+49 30 5550147", "--say", "hello", "--crisis", "1")
    run("settings", "set", "country", "DE")
    run("keep", "add", "You matter", "--from-whom", "Mum")
    run("plan", "add", "alone", "tea")
    monkeypatch.setenv("CARELOG_PASSPHRASE_COMMAND", f"echo {PASSPHRASE}")
    lock_home(home)

    def held() -> set[str]:
        [card] = [each for each in run("traces", "--json").json["data"]["traces"] if each["kind"] == "card"]
        assert card["tells"].startswith("in the open beside the lock: your country,")
        return set(card["holds"])

    always = {"countries", "ticked", "revision", "program"}
    run("settings", "set", "lock.card", "nothing")
    run("log")
    assert held() == always
    run("settings", "set", "lock.card", "names,say,kind")
    run("log")
    assert held() == always | {"person.name", "person.say", "kind"}
