"""The card in `xx`, which is longer and accented: no English is left, nothing is cut, and no line is too wide."""

import itertools
import re
from collections.abc import Iterator

import pytest

from carelog.crisis import boundary, codes, language, plain, steps, words
from carelog.crisis.card import Card, Person, dump, unread
from carelog.crisis.language import ENGLISH, MOST_COLUMNS
from carelog.crisis.lines import Country, country
from carelog.crisis.marks import mark
from carelog.crisis.opening import DAYS
from carelog.crisis.page import page
from carelog.crisis.text import width
from carelog.crisis.walk import walk
from carelog.crisis.words import HEADINGS
from support.command import Command

Place = tuple[Country, str]


def everywhere() -> list[list[Place]]:
    """The places, with data in the language of the card, and a line in Switzerland that the person checked."""
    shown = [[(country(code), source) for code, source in chosen] for chosen in CHOSEN]
    name = country("CH").lines[0].get("name")
    for places in shown:
        for place, _ in places:
            mark(place, Card(checked=[("CH", name, "2026-11-20")]))
            language.translate(place)
    return [*shown, *closed()]


def closed() -> Iterator[list[Place]]:
    """A country whose only line is closed, until each day of the week, by its own clocks and by the computer's."""
    for day, by_computer in itertools.product(("", *DAYS), (False, True)):
        place = country("DE")
        language.translate(place)
        line = place.lines[0]
        del line.facts["open"]
        line.within_hours, line.opens = False, (0, day, "09:00", by_computer)
        place.lines = [line]
        yield [(place, "settings")]


SHOWN_ALONE = ("DE", "US", "GB", "SE", "TW", "GR", "FR", "KE", "CH", "SG", "BE", "AT", "AQ", "NA", "PK")
CHOSEN = [
    [],
    *([(code, source)] for code in SHOWN_ALONE for source in ("settings", "option", "timezone", "locale")),
    [("DE", "timezone"), ("US", "locale")],
    [("GR", "timezone"), ("GB", "locale")],
    [("FR", "settings"), ("CH", "settings"), ("ZA", "settings")],
    [("DE", "option"), ("GB", "option")],
]
WAYS = [("phone", "1", "①"), ("text", "2", ""), ("email", "3", "③"), ("web", "4", ""), ("address", "5", "⑤")]
COMMANDS = {"carelog", "crisis", "sos", "plan", "edit", "settings", "set", "country", "contact", "add", "findahelpline"}
OPTIONS = {"--all", "--step", "--qr", "--json", "--country"}
MEASURED = ("DANGER", "DANGER_IN", "DANGER_TWO", "DANGER_SHORT", "DANGER_UNKNOWN", "DANGER_UNKNOWN_SHORT")


def cards() -> Iterator[Card | None]:
    """Cards whose own words have no letter of the Latin alphabet, so that every one on a page is carelog's or data."""
    yield None
    yield Card()
    people = [Person("小明", WAYS, "⑨", "打電話"), Person("", [("phone", "6", "")], "", "")]
    plan = [(section, f"步驟 {place}") for place, section in enumerate(HEADINGS)]
    yield Card(people=people, steps=plan, sentence="加油", kind=("好", "媽媽"))
    damaged = Card(people=people, kind=("好", ""))
    damaged.whole = False
    yield damaged
    yield from map(unread, words.UNREAD)
    locked = Card()
    locked.ticked = []
    yield locked


def pages(card: Card | None, places: list[Place]) -> Iterator[str]:
    yield page(card, places, 40)
    yield page(card, places, 40, 23)
    yield page(card, places, 40, 90)
    yield page(card, places, 10, 5)
    yield page(card, places, 40, helping=True, remark=words.NO_STEPS)
    yield page(card, places, 40, remark=words.NOT_A_COUNTRY.format(code="GB"))
    if card:
        yield steps.all_steps(card, places, 40)
        yield from steps.screens(card, places, 40, 23)
        yield codes.as_text(card, places, 40)
        yield from codes.screens(card, places, 40, 23)
        yield from codes.screens(card, places, 40, 9)


def everything() -> str:
    """Every page of every card, without spaces and line ends."""
    return "".join("".join(text.split()) for places in everywhere() for card in cards() for text in pages(card, places))


@pytest.mark.usefixtures("xx")
def test_no_english_is_left_on_the_card() -> None:
    for places in everywhere():
        data = {"DE", "US", "GB"} | {word for each, _ in places for word in latin(each.code, *facts(each))}
        for card in cards():
            for text in pages(card, places):
                said = re.sub(r"\x1b\[[\d;]*m", "", re.sub(r"--[a-z-]+", "", text))
                assert latin(said) - data - COMMANDS <= {"com", "q"}, text


def test_every_sentence_of_the_english_card_stands_whole_on_that_in_xx(xx: dict[str, str]) -> None:
    language.use("")
    english = everything()
    language.use("xx")
    other = everything()
    shown = [key for key in ENGLISH if all(part in english for part in parts(ENGLISH[key]))]
    assert not [key for key in shown if not all(part in other for part in parts(xx[key]))]
    assert {*ENGLISH} - {*shown} == {"NEXT_OR_LEAVE", "FROM_JOURNAL", "UNNAMED"}  # shown by other tests


@pytest.mark.usefixtures("xx")
@pytest.mark.parametrize(("columns", "rows"), [(40, None), (40, 23), (30, 14), (20, 9)])
def test_every_line_fits_and_the_number_is_first_and_last(columns: int, rows: int | None) -> None:
    for card in cards():
        for places in everywhere():
            lines = page(card, places, columns, rows).splitlines()
            number = places[0][0].emergency if places else ""
            assert max(map(width, lines)) <= columns
            assert len(lines) <= (rows or len(lines))
            for line in (lines[0], lines[-1]):
                assert (number or "Çåļļ") in line or "çåļļ" in line


def test_lines_to_act_on_are_as_wide_as_in_english_and_all_others_longer(xx: dict[str, str]) -> None:
    wider = {key for key, english in ENGLISH.items() if width(xx[key]) > width(english)}
    assert {*MEASURED} <= {*MOST_COLUMNS}
    assert not wider & {*MOST_COLUMNS}
    assert all(width(xx[key]) >= 1.2 * width(english) for key, english in ENGLISH.items() if key in wider)
    long = {key for key in xx if sum(map(str.isalpha, "".join(parts(xx[key])))) > 9}
    assert long <= wider | {*MOST_COLUMNS}


@pytest.mark.usefixtures("card_file")
def test_the_command_says_it_in_xx(xx: dict[str, str], carelog: Command) -> None:
    for option in ("", "--all", "--step", "--qr", "--help", "--country=GB"):
        answer = carelog("crisis", option)
        assert (answer.exit_code, answer.stderr) == (0, "")
        assert answer.stdout.startswith("Îñ ðåñĝéŕ ñöŵ꞉ çåļļ ")
    assert f"\n{xx['YOUR_PEOPLE']}\n" in carelog("crisis").stdout


@pytest.mark.usefixtures("home", "xx")
def test_the_journals_card_is_announced_in_xx_and_so_is_the_last_resort(
    xx: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert boundary.main(["crisis"], lambda: [dump(Card(people=[Person("小明")]))]) == 0
    assert f"\n{xx['FROM_JOURNAL']}\n" in capsys.readouterr().out
    monkeypatch.setattr(boundary, "page", lambda *_, **__: 1 / 0)
    monkeypatch.setattr(plain, "places", lambda *_: 1 / 0)
    assert boundary.main(["crisis"], list) == 0
    assert capsys.readouterr().out == f"{xx['DANGER_UNKNOWN']}\n{xx['FIND_LINE']}\n"


@pytest.mark.usefixtures("xx")
def test_punctuation_between_parts_is_that_of_the_language() -> None:
    for card in cards():
        for text in pages(card, [(country("DE"), "settings")]):
            assert not re.search(r"[,:](\s|$)", re.sub(r"\x1b\[[\d;]*m", "", text)), text


def test_the_way_to_leave_is_said_in_xx_and_its_key_is_the_same(
    xx: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    walk(["①\n", "②\n"])
    assert f"①\n{xx['NEXT_OR_LEAVE'].format(key='q')} " in capsys.readouterr().out


def latin(*texts: str) -> set[str]:
    return {word for text in texts for word in re.findall(r"[A-Za-z]+", text)}


def facts(place: Country) -> Iterator[str]:
    """What is the same in every language: addresses, words to send, and names of lines without an English remark."""
    for line in place.lines:
        for key in ("phone", "sms_text", "chat", "whatsapp"):
            yield from line.all(key)
        yield line.get("name")


def parts(sentence: str) -> list[str]:
    """The words of a sentence between its slots, without spaces."""
    return ["".join(part.split()) for part in re.split(r"\{\w+\}", sentence)]
