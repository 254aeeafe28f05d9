"""crisis, sos: declared for help and completion. `carelog.__main__` shows the card without this module."""

import sys
from typing import Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.runtime.session import Session
from carelog.language import gettext as _

All = Annotated[bool, typer.Option("--all", help=_("Everything the card knows."))]
Step = Annotated[bool, typer.Option("--step", help=_("Your plan step by step; Enter goes on, q leaves."))]
Codes = Annotated[bool, typer.Option("--qr", help=_("Numbers as QR codes: a phone's camera reads and calls them."))]
Text = Annotated[bool, typer.Option("--text-first", help=_("Lines that can be written to come first."))]
Country = Annotated[str | None, typer.Option("--country", help=_("The lines of another country, such as Ireland."))]


@command(
    "crisis",
    "carelog crisis",
    "carelog crisis --step",
    "carelog crisis --text-first",
    "carelog crisis --country IE",
    panel="People and crisis",
)
def crisis(
    _session: Session,
    _all: All = False,
    _step: Step = False,
    _qr: Codes = False,
    _text: Text = False,
    _country: Country = None,
) -> Answer:
    """Show your crisis card: the emergency number, your people, lines to call. It asks nothing and needs no journal."""
    return _card()


@command("sos", "carelog sos", panel="People and crisis")
def sos(
    _session: Session,
    _all: All = False,
    _step: Step = False,
    _qr: Codes = False,
    _text: Text = False,
    _country: Country = None,
) -> Answer:
    """Show your crisis card, as “crisis” does."""
    return _card()


def _card() -> Answer:
    from carelog.crisis.boundary import main as show_card

    return Answer(exit_number=show_card(sys.argv[1:], tuple))
