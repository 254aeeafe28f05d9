"""sign: what a person knows of themselves, and what they want to do then."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.prompts.ask import ask, confirm, need_terminal
from carelog.cli.prompts.options import Yes
from carelog.cli.prompts.times import day_of
from carelog.cli.runtime.session import Session
from carelog.domain.sign import Sign
from carelog.domain.sign_rule import Rule, read_rule
from carelog.domain.text import checked_name
from carelog.domain.time.days import Period
from carelog.domain.time.when import Direction
from carelog.exchange.serializers.people import sign_shape, sign_standing_shape
from carelog.wording import edit as edit_words
from carelog.wording.people import signs as signs_words

if TYPE_CHECKING:
    from carelog.review.people.signs import SignStatus
    from carelog.terminal.page import Page

Name = Annotated[str, typer.Argument(help="The sign, the beginning of it, or a handle.")]
When = Annotated[
    str | None, typer.Option("--when", metavar="RULE", help="A rule in words: sleep below 5 on 3 of 5 days.")
]
Then = Annotated[str | None, typer.Option("--then", metavar="TEXT", help="What you want to do then.")]

_PAST_DAYS = 90


@command(
    "sign add",
    'carelog sign add "sleeping badly" --when "sleep below 5 on 3 of 5 days" --then "call Sam"',
    'carelog sign add "going quiet" --when "no entry for 4 days" --then "one line, and tea with Ana"',
)
def add(
    session: Session,
    text: Annotated[str | None, typer.Argument(help="How you notice it.")] = None,
    when: When = None,
    then: Then = None,
) -> Answer:
    """Add a sign, what in the journal would show it, and your own step. Alone it asks."""
    signs = session.to_write().signs
    text, rule, then = _parts(session, text, when, then)
    sign = signs.add(Sign(signs.new_id(), text, rule.text, then))
    return Answer(signs_words.added(sign.text, sign.rule), data=lambda: {"sign": sign_shape(sign)})


@command(
    "sign list",
    "carelog sign",
    "carelog sign list --json",
    panel="People and crisis",
    group="Signs you know of yourself, and your own step for each. Alone it lists them.",
)
def show_all(session: Session) -> Answer:
    """List your signs: what each looks at, how it stands, and your step."""
    from carelog.review.people.signs import sign_statuses

    found = sign_statuses(session.to_read(), session.today)
    return Answer(page=lambda: _table(found), data=lambda: {"signs": list(map(sign_standing_shape, found))})


@command("sign past", "carelog sign past sleeping", "carelog sign past sleeping --days 365")
def past(
    session: Session,
    name: Name,
    days: Annotated[int, typer.Option("--days", min=1, max=3660, help="How far back.")] = _PAST_DAYS,
) -> Answer:
    """Try a sign on the past: the days on which it would have spoken. Nothing is changed."""
    from carelog.review.people.signs import onsets

    journal = session.to_read()
    sign = journal.signs.named(name)
    spoken = onsets(journal, sign, Period.ending(session.today, days))
    text = signs_words.would_have_spoken(sign.text, spoken, days)
    return Answer(text, data=lambda: {"sign": sign_shape(sign), "days": [day.isoformat() for day in spoken]})


@command(
    "sign edit",
    'carelog sign edit sleeping --when "sleep below 6 on 3 of 5 days"',
    "carelog sign edit sleeping --then rest",
)
def edit(
    session: Session,
    name: Name,
    text: Annotated[str | None, typer.Option("--text", help="How you notice it, in new words.")] = None,
    when: When = None,
    then: Then = None,
) -> Answer:
    """Change a sign: its words, its rule or your step."""
    signs = session.to_write().signs
    old = signs.named(name)
    rule = old.rule if when is None else read_rule(when).text
    sign = signs.replace(replace(old, text=text or old.text, rule=rule, step=then or old.step))
    return Answer(signs_words.changed(sign.text), data=lambda: {"sign": sign_shape(sign)})


@command("sign snooze", "carelog sign snooze sleeping", "carelog sign snooze sleeping 2w")
def snooze(
    session: Session,
    name: Name,
    until: Annotated[str, typer.Argument(metavar="[1w|WHEN]", help="For how long, or until when.")] = "1w",
) -> Answer:
    """Let a sign rest for a while."""
    signs = session.to_write().signs
    day = day_of(session, until, Direction.FORWARD)
    sign = signs.replace(replace(signs.named(name), snoozed=day))
    return Answer(signs_words.snoozed(sign.text, day), data=lambda: {"sign": sign_shape(sign)})


@command("sign remove", "carelog sign remove sleeping")
def remove(session: Session, name: Name, yes: Yes = False) -> Answer:
    """Remove a sign for good. It asks first."""
    signs = session.to_write().signs
    sign = signs.named(name)
    if not confirm(session, edit_words.ask_delete_words(sign.text), yes=yes):
        return Answer(text=edit_words.NOT_DELETED)
    signs.remove(sign.id)
    return Answer(text=edit_words.deleted(1), data=lambda: {"ids": [sign.id]})


def _parts(session: Session, text: str | None, when: str | None, then: str | None) -> tuple[str, Rule, str]:
    """The parts of a new sign; on a terminal what is missing is asked for."""
    if not (text and when and then):
        need_terminal(session, signs_words.NEEDS_PARTS)
    text = text or ask(signs_words.ASK_SIGN, lambda typed: checked_name(typed, "A sign"))
    rule = read_rule(when) if when else ask(signs_words.ASK_RULE, read_rule)
    return text, rule, then or ask(signs_words.ASK_STEP, lambda typed: checked_name(typed, "Your step"))


def _table(found: "list[SignStatus]") -> "Page":
    from carelog.terminal.table import ListTable

    rows = [(each.sign.text, each.sign.rule, _stands(each), each.sign.step) for each in found]
    return ListTable(("sign", "when", "stands", "your step"), rows, if_empty=signs_words.NO_SIGNS)


def _stands(each: "SignStatus") -> str:
    if each.rule is None:
        return signs_words.CANNOT_READ
    return signs_words.stands(each.days, each.rule.times, each.rule.of, is_true=each.is_true)
