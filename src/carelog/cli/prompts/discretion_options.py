"""Options of what others may read: a cover in place of a name, and what stays off the crisis card."""

from typing import Annotated

import typer

from carelog.language import gettext as _
from carelog.wording.discretion import COVER

Cover = Annotated[str | None, typer.Option("--cover", metavar="TEXT", help=COVER)]
NotOnCard = Annotated[
    bool | None,
    typer.Option(
        "--not-on-card/--on-card",
        help=_("Keep it off the crisis card and off the printed card to fold."),
        show_default=False,
    ),
]
