"""sign: the early signs that a person knows of themselves, and their own step for each."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.empty import if_empty
from carelog.cli.forms.new_words import words_or_option
from carelog.cli.forms.removal import remove_one
from carelog.cli.forms.sign import changed_sign, new_sign
from carelog.cli.prompts.discretion_options import Cover
from carelog.cli.prompts.number_options import FromTop, top_of, with_rest
from carelog.cli.prompts.options import Handles, NewText, NewWords, Yes
from carelog.cli.prompts.period_options import First, Last, Until, period_of_options
from carelog.cli.prompts.times import day_of
from carelog.cli.runtime.session import Session
from carelog.domain.sign import Sign
from carelog.domain.time.when import Direction
from carelog.exchange.serializers.people import sign_shape, sign_standing_shape
from carelog.language import gettext as _
from carelog.wording import edit as edit_words
from carelog.wording.pages.common import HANDLE
from carelog.wording.people import signs as signs_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.review.people.signs import SignStatus
    from carelog.terminal.page import Page

Name = Annotated[str, typer.Argument(help=_("The sign, a word of it, or a handle."))]
When = Annotated[
    str | None, typer.Option("--if", metavar="RULE", help=_("A rule in words: sleep below 5 on 3 of 5 days."))
]
Then = Annotated[str | None, typer.Option("--then", metavar="TEXT", help=_("What you want to do then."))]
HoldBack = Annotated[
    str | None,
    typer.Option("--hold", metavar="WHAT", help=_("Ask once more while it is true: drafts, plans, or off.")),
]

_PAST_DAYS = 90


@command(
    "sign add",
    'carelog sign add "sleeping badly" --if "sleep below 5 on 3 of 5 days" --then "call Sam"',
    'carelog sign add "going quiet" --if "no entry for 4 days" --then "one line, and tea with Ana"',
    'carelog sign add "very high" --if "mood above 4 on 3 of 4 days" --then "sleep on it" --hold drafts,plans',
)
def add(
    session: Session,
    text: Annotated[str | None, typer.Argument(help=_("How you notice it."))] = None,
    when: When = None,
    then: Then = None,
    hold: HoldBack = None,
    cover: Cover = None,
) -> Answer:
    """Add a sign, what in the journal would show it, and your own step. Alone it asks."""
    signs = session.to_write().signs
    sign = signs.insert(new_sign(session, signs, text, when, then, hold, cover or ""))
    return Answer(signs_words.added(sign.text, sign.rule, sign.holds), data=lambda: {"sign": sign_shape(sign)})


@command(
    "sign list",
    "carelog sign",
    "carelog sign list --handles",
    "carelog sign list --json",
    panel="People and crisis",
    group=_("Signs you know of yourself, and your own step for each. Alone it lists them."),
)
def show_all(session: Session, handles: Handles = False, most: FromTop = None) -> Answer:
    """List your signs: what each looks at, how it stands, and your step."""
    from carelog.review.people.signs import sign_statuses

    found = sign_statuses(session.to_read(), session.today)
    shown = top_of(found, most)
    empty = if_empty(session, signs_words.NO_SIGNS)
    return Answer(
        page=lambda: with_rest(_table(shown, empty, handles=handles), shown, found),
        data=lambda: {"signs": list(map(sign_standing_shape, shown))},
    )


@command("sign past", "carelog sign past sleeping", "carelog sign past sleeping --last 1y")
def past(
    session: Session,
    name: Name,
    last: Last = None,
    first: First = None,
    until: Until = None,
) -> Answer:
    """Try a sign on the past: on which days it would have been shown. Nothing is changed."""
    from carelog.review.people.signs import onsets

    journal = session.to_read()
    sign = journal.signs.named(name)
    period = period_of_options(session, last, first, until, _PAST_DAYS)
    spoken = onsets(journal, sign, period)
    text = signs_words.would_have_spoken(sign.text, spoken, period, session.today)
    return Answer(text, data=lambda: {"sign": sign_shape(sign), "days": [day.isoformat() for day in spoken]})


@command(
    "sign edit",
    'carelog sign edit sleeping --if "sleep below 6 on 3 of 5 days"',
    "carelog sign edit sleeping --then rest",
    "carelog sign edit sleeping short nights",
    takes_text=True,
)
def edit(
    session: Session,
    name: Name,
    words: NewWords = None,
    text: NewText = None,
    when: When = None,
    then: Then = None,
    hold: HoldBack = None,
    cover: Cover = None,
) -> Answer:
    """Change a sign: its words, its rule, your step, or what it holds back."""
    signs = session.to_write().signs
    new = changed_sign(signs.named(name), words_or_option(words, text), when, then, hold, cover)
    sign = signs.edit(new)
    return _changed(session, signs_words.changed(sign.text, sign.holds if hold else ()), sign)


@command("sign snooze", "carelog sign snooze sleeping", "carelog sign snooze sleeping 2w")
def snooze(
    session: Session,
    name: Name,
    until: Annotated[str, typer.Argument(metavar="[1w|WHEN]", help=_("For how long, or until when."))] = "1w",
) -> Answer:
    """Let a sign rest for a while."""
    signs = session.to_write().signs
    day = day_of(session, until, Direction.FORWARD)
    sign = signs.edit(replace(signs.named(name), snoozed=day))
    return _changed(session, signs_words.snoozed(sign.text, day), sign)


@command("sign remove", "carelog sign remove sleeping")
def remove(session: Session, name: Name, yes: Yes = False) -> Answer:
    """Remove a sign for good. It asks first."""
    signs = session.to_write().signs
    sign = signs.named(name)
    return remove_one(session, signs, sign.id, edit_words.ask_remove_words(sign.text), yes=yes)


def _changed(session: Session, text: str, sign: Sign) -> Answer:
    return Answer(text, data=lambda: {"sign": sign_shape(sign)}, changed=session.changed_by_person)


def _table(found: "Sequence[SignStatus]", if_empty: str, *, handles: bool) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (
            each.sign.text,
            each.sign.rule,
            _state(each),
            each.sign.step,
            signs_words.held(each.sign.holds),
            each.sign.handle if handles else "",
        )
        for each in found
    ]
    return ListTable((*signs_words.COLUMNS, HANDLE), rows, if_empty=if_empty)


def _state(each: "SignStatus") -> str:
    if each.rule is None:
        return signs_words.cannot_read(each.sign.text)
    return signs_words.stands(each.days, each.rule.times, each.rule.of, is_true=each.is_true)
