"""export: a page for somebody, or a copy of the journal; shares: the pages that were made."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.exporting.asked import AskedContent, AskedFile, export_asked, one_audience
from carelog.cli.exporting.life_chart import PAGE
from carelog.cli.exporting.period import AskedDays
from carelog.cli.forms.empty import if_none
from carelog.cli.prompts.number_options import Newest, newest_of, with_rest
from carelog.cli.prompts.options import Force, Output, Yes
from carelog.cli.prompts.period_options import First, Last, Until, period_of_list, within
from carelog.cli.runtime.session import Session
from carelog.domain.audience import Section
from carelog.domain.share import Share
from carelog.language import gettext as _
from carelog.wording import days as days_words
from carelog.wording.files import export as export_words
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from carelog.terminal.page import Page

_LEAVE_OUT_HELP = _("Leave out, as often as you like: {sections}.").format(
    sections=listed(each.value for each in Section)
)
_LOCKED_HELP = _("Ask for a password that opens the PDF.")

Form = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORMAT", help=_("pdf, html, md, txt, csv, or json for programs; as FILE ends, else pdf.")
    ),
]
Sections = Annotated[
    list[str] | None, typer.Option(metavar="SECTION", help=_("Add words or notes; private, to a whole copy."))
]
LeaveOut = Annotated[list[str] | None, typer.Option(metavar="SECTION", help=_LEAVE_OUT_HELP)]
SayLeftOut = Annotated[
    bool, typer.Option("--say-left-out", help=_("Name on the page what you left out."), show_default=False)
]
Strike = Annotated[list[str] | None, typer.Option("--strike", metavar="WORD", help=_("A word or name to black out."))]
OnPaper = Annotated[
    str, typer.Option("--paper", metavar="PAPER", help=_("a4 or letter, for a PDF; else what your country uses."))
]
Locked = Annotated[bool, typer.Option("--password", help=_LOCKED_HELP, show_default=False)]
ByYear = Annotated[bool, typer.Option("--by-year", help=_("A file for each calendar year."), show_default=False)]
ByDay = Annotated[bool, typer.Option("--by-day", help=_("Markdown, a file a day, for Obsidian."), show_default=False)]
Kind = Annotated[
    str, typer.Option("--as", metavar="KIND", help=_("page, or life-chart: a page a month, both ends of each day."))
]
Without = Annotated[list[str] | None, typer.Option("--without", metavar="REF", help=_("An entry to leave out."))]


@command(
    "export",
    "carelog export therapist",
    "carelog export --last 1y",
    "carelog export --from 2026-10-01 --include notes -o october.html",
    "carelog export --password --paper letter",
    "carelog export --leave-out medicines --strike Sam",
    "carelog export --for self --from 2016-01-01 --by-year",
    "carelog export --for self --format json",
    "carelog export --for self --by-day",
    "carelog export --as life-chart --from 2026-09-01",
    'carelog export --for ally --ask "a walk on Saturday"',
    panel="Share",
    discretion="as it is",
)
def export(
    session: Session,
    *,
    named: Annotated[
        str | None, typer.Argument(metavar="[WHOM]", help=_("therapist, ally or self."), show_default=False)
    ] = None,
    audience: Annotated[
        str | None, typer.Option("--for", metavar="WHOM", help=_("therapist, ally or self; else a therapist."))
    ] = None,
    last: Last = None,
    first: First = None,
    until: Until = None,
    kind: Kind = PAGE,
    form: Form = "",
    paper: OnPaper = "",
    password: Locked = False,
    by_year: ByYear = False,
    by_day: ByDay = False,
    include: Sections = None,
    leave_out: LeaveOut = None,
    say_left_out: SayLeftOut = False,
    strike: Strike = None,
    without: Without = None,
    ask: Annotated[str, typer.Option("--ask", metavar="TEXT", help=_("What you ask an ally for."))] = "",
    whom: Annotated[
        str, typer.Option("--with", metavar="NAME", help=_("Whom you give it to, for “shares” only."))
    ] = "",
    output: Output = "",
    yes: Yes = False,
    force: Force = False,
) -> Answer:
    """Make a page to hand over. You see every line of it before it is written; nothing is sent anywhere."""
    days = AskedDays(last, first, until, by_year=by_year)
    content = AskedContent(include or (), leave_out or (), without or (), strike or (), ask, say_left_out)
    file = AskedFile(form, paper, output, whom, password, yes, force)
    return export_asked(session, one_audience(named, audience), kind, days, content, file, by_day=by_day)


@command("shares", "carelog shares", "carelog shares --last 1y", panel="Share")
def shares(
    session: Session, last: Last = None, first: First = None, until: Until = None, newest: Newest = None
) -> Answer:
    """List the pages you made: for whom, when, about which days, and how to know the file again."""
    period = period_of_list(session, last, first, until)
    found = within(session.to_read().shares, period)
    shown = newest_of(found, newest)
    empty = if_none(period, export_words.NO_SHARES)
    return Answer(
        page=lambda: with_rest(_table(shown, empty), shown, found),
        data=lambda: {"shares": list(map(_share_shape, shown))},
    )


def _table(shown: Sequence[Share], if_empty: str) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (
            days_words.day_in_table(share.day),
            share.whom or share.audience,
            days_words.from_to(share.period.first, share.period.last, short=True),
            listed(share.sections),
            share.form,
            share.sha256[:12],
        )
        for share in shown
    ]
    return ListTable(export_words.SHARE_COLUMNS, rows, if_empty=if_empty)


def _share_shape(share: Share) -> dict[str, Any]:
    return {
        "id": share.id,
        "handle": share.handle,
        "at": share.at.rfc3339,
        "day": share.day.isoformat(),
        "audience": share.audience,
        "whom": share.whom or None,
        "format": share.form,
        "period": {"from": share.period.first.isoformat(), "to": share.period.last.isoformat()},
        "sections": list(share.sections),
        "sha256": share.sha256,
    }
