"""The plan step by step: first what to do alone, then with others, with a number to call at every step.

Signs and what others can do are no steps. What the person wants to stay for is none either, and helps: it stands
together behind the steps. Nothing is numbered, because nobody has to get to the end.
"""

from __future__ import annotations

from carelog.crisis import words
from carelog.crisis.blocks import inside, wrapped
from carelog.crisis.helplines import first_lines
from carelog.crisis.page import FIRST_STEPS, page, police_only, to_act_on
from carelog.crisis.screen import show, size
from carelog.crisis.text import shorten, wrap
from carelog.crisis.walk import can_wait, walk
from carelog.crisis.words import HEADINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.crisis.card import Card, Person, Step
    from carelog.crisis.lines import Line
    from carelog.crisis.page import Place

REASONS = "reasons"
"""The section that is shown together, behind the steps."""


def in_order(card: Card) -> list[Step]:
    """The steps in the order in which `--step` shows them."""
    return [step for section in FIRST_STEPS for step in card.steps if step[0] == section]


def can_be_walked(card: Card) -> bool:
    """Whether `--step` has anything to show beside the card."""
    return any(section in (*FIRST_STEPS, REASONS) for section, _ in card.steps)


def show_steps(card: Card, places: list[Place]) -> None:
    """Show one step after the other and the card at the end; all steps at once where no key can be waited for."""
    columns, rows = size()
    if rows and can_wait():
        walk([*screens(card, places, columns, rows), page(card, places, columns, rows)])
    else:
        show(all_steps(card, places, columns))


def screens(card: Card, places: list[Place], columns: int, rows: int) -> list[str]:
    """One screen per step, and one for all reasons; each fits the rows and ends with the numbers to call."""
    shown = [(section, [text]) for section, text in in_order(card)]
    shown += [(REASONS, reasons)] if (reasons := _reasons(card)) else []
    return [_screen(card, places, section, texts, columns, rows) for section, texts in shown]


def all_steps(card: Card, places: list[Place], columns: int) -> str:
    """All steps and reasons below the headings of their sections, with the emergency number at the top and bottom."""
    lines, part = to_act_on(places, columns), ""
    for section, text in (*in_order(card), *((REASONS, reason) for reason in _reasons(card))):
        if section != part:
            part = section
            lines += ["", *wrap(HEADINGS[section], columns)]
        lines += inside(text, columns)
    lines += ["", *_number(card, places, "", columns)]
    lines += ["", *police] if (police := wrapped(police_only(places), columns)) else []
    lines += ["", *to_act_on(places, columns)]
    return "\n".join(lines) + "\n"


def _screen(card: Card, places: list[Place], section: str, texts: list[str], columns: int, rows: int) -> str:
    before = wrap(HEADINGS[section], columns)
    after = [*_number(card, places, " ".join(texts), columns), *to_act_on(places, columns)]
    lines: list[str] = []
    room = max(rows - len(before) - len(after), 1)
    for text in texts:
        if len(lines) < room:
            lines += inside(text, columns, room - len(lines))
    return "\n".join([*before, *lines, *after]) + "\n"


def _reasons(card: Card) -> list[str]:
    return [text for section, text in card.steps if section == REASONS]


def _number(card: Card, places: list[Place], text: str, columns: int) -> list[str]:
    """Whom to call: the person whom the step names, else the first person with a number, else the first helpline.

    A helpline that is closed now is no number to call: then it is said where to find another.
    """
    people = [(person.name or words.NAME_LOST, number) for person in card.people if (number := _phone(person))]
    named = [each for each in people if is_named(each[0], text)]
    answering = [line for place, _ in places for line in first_lines(place) if _answers(line)]
    calls = [*named, *people, *((line.get("name"), line.get("phone")) for line in answering)]
    if not calls:
        return wrap(words.FIND_LINE, columns)
    name, number = calls[0]
    return [*shorten(words.LABEL.format(label=name), columns), *inside(number, columns)]


def _phone(person: Person) -> str:
    return next((value for kind, value, _ in person.ways if kind == "phone"), "")


def _answers(line: Line) -> bool:
    return bool(line.get("phone")) and line.open_now is not False


def is_named(name: str, text: str) -> bool:
    """Whether a name occurs in a text as a whole word ("Al" does not occur in "alone")."""
    name, text = name.casefold(), f" {text.casefold()} "
    before, found, after = text.partition(name)
    while found:
        if not _goes_on(before[-1:]) and not _goes_on(after[:1]):
            return True
        more, found, after = after.partition(name)
        before += name + more
    return False


def _goes_on(character: str) -> bool:
    """Whether a word continues with this character. Scripts without capitals may write words without spaces."""
    return character.isalpha() and character.upper() != character.lower()
