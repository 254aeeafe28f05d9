"""pause, resume: days on which nothing is due."""

from typing import Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.pause import read_return_day
from carelog.cli.runtime.session import Session
from carelog.domain.time.days import ONE_DAY
from carelog.exchange.serializers.nouns import pause_shape
from carelog.language import gettext as _
from carelog.wording import routines as routines_words


@command("pause", "carelog pause", "carelog pause 2w", "carelog pause until monday", panel="Routines")
def pause(
    session: Session,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[2w|until WHEN]", help=_("For how long, or until when; else until “resume”."), show_default=False
        ),
    ] = None,
) -> Answer:
    """Take days off: no routine is due, and no gap is counted. Medicine goes on."""
    journal = session.to_write()
    back = read_return_day(session, words)
    begun = journal.pauses.add(session.today, back - ONE_DAY if back else None)
    said, changed = routines_words.paused(begun.last, back), session.changed_by_person
    return Answer(said, data=lambda: {"pause": pause_shape(begun)}, changed=changed)


@command("resume", "carelog resume", panel="Routines")
def resume(session: Session) -> Answer:
    """End a pause: routines are due again from today."""
    pauses = session.to_write().pauses
    ended = pauses.end(session.today) if pauses.on(session.today) else None
    said, changed = routines_words.resumed(session.today), session.changed_by_person
    return Answer(said, data=lambda: {"pause": ended and pause_shape(ended)}, changed=changed)
