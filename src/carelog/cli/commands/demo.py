"""demo: a separate folder with the journal of invented years."""

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.runtime.session import Session
from carelog.cli.runtime.standard_streams import need_folder
from carelog.domain.outside_text import shown_path
from carelog.language import gettext as _
from carelog.paths import Paths
from carelog.wording import first_start as first_start_words

Stretch = TypeVar("Stretch")

Folder = Annotated[Path, typer.Argument(metavar="DIR", help=_("A new or empty folder to fill."), show_default=False)]
Years = Annotated[int, typer.Option("--years", metavar="1-50", help=_("How many years, ending today."))]
ADay = Annotated[
    float | None,
    typer.Option(
        "--a-day", help=_("About how many entries a day; else 3 for one year, 12 for fifty."), show_default=False
    ),
]


@command("demo", "carelog demo try-it-out", "carelog demo big --years 50", panel="In, out, safe", discretion="neutral")
def demo(session: Session, folder: Folder, years: Years = 1, a_day: ADay = None) -> Answer:
    """Fill a new folder with invented years, to look around in. Your own journal is not touched."""
    from carelog.demo.home import make_demo

    need_folder(folder)
    made = make_demo(Paths.inside(folder), session.clock, years=years, a_day=a_day, watched=_with_progress)
    shape = {"folder": str(folder), "entries": made.entries, "ticks": made.ticks}
    days = {"from": made.period.first.isoformat(), "to": made.period.last.isoformat()}
    text = first_start_words.demo_made(shown_path(shlex.quote(str(folder))), made.period.first, made.entries)
    return Answer(text=text, data=lambda: {"demo": {**shape, **days}})


def _with_progress(stretches: Iterable[Stretch], many: int) -> Iterable[Stretch]:
    from carelog.terminal.progress import track_progress

    return track_progress(stretches, first_start_words.DEMO_YEARS, many)
