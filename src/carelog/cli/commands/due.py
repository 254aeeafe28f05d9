"""due: what is open now, for a prompt or a timer, which asks often; so that it loads little."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.empty import if_empty
from carelog.cli.runtime.session import Session
from carelog.language import gettext as _
from carelog.wording import routines as routines_words

if TYPE_CHECKING:
    from carelog.review.days.routines import RoutineToday
    from carelog.review.pages.due import Due

_SOMETHING_DUE = 10
"""The exit number of `due --exit-code` where something is due."""


@command("due", "carelog due", "carelog due --exit-code && echo nothing open", panel="Look back")
def due(
    session: Session,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=_("Exit 10 when something is due, for scripts."))
    ] = False,
) -> Answer:
    """Say what is due now, for a prompt or a timer."""
    from carelog.review.pages.due import due as review_due

    found = review_due(session.to_read(), session.today, session.clock.now())
    text = "\n".join(_line(each) for each in found.now) or if_empty(session, routines_words.NOTHING_DUE)
    number = _SOMETHING_DUE if exit_code and found.now else 0
    return Answer(text=text, data=lambda: _due_data(found), exit_number=number, is_empty_list=not found.now)


def _line(due: "RoutineToday") -> str:
    clock = f"{due.next_at:%H:%M}" if due.next_at else ""
    dose = due.day.routine.dose_on(due.day.day)
    return "  ".join(part for part in (clock, due.day.routine.name, dose) if part)


def _due_data(found: "Due") -> dict[str, Any]:
    from carelog.exchange.serializers.pages import due_shape

    return due_shape(found)
