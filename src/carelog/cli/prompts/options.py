"""Arguments and options that several commands share."""

from typing import Annotated

import typer

from carelog.language import gettext as _

Reference = Annotated[str, typer.Argument(metavar="REF", help=_("A handle from the list, or last."))]
Words = Annotated[list[str] | None, typer.Argument(help=_("Bare words; - reads standard input."), show_default=False)]
Feel = Annotated[
    list[str] | None,
    typer.Option("--feel", help=_("A word for the feeling; several times if you like.")),
]
Tag = Annotated[list[str] | None, typer.Option("--tag", help=_("A tag to find it by; several times if you like."))]
Track = Annotated[
    list[str] | None,
    typer.Option("--track", help=_("A reading of your own scale, such as sleep=7.5.")),
]
_WHEN_IT_WAS = _("When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.")
At = Annotated[str | None, typer.Option("--at", help=_WHEN_IT_WAS)]
AtTimes = Annotated[list[str] | None, typer.Option("--at", help=_WHEN_IT_WAS)]
"""When it was; of what may be noted several times at once, several times."""
Private = Annotated[bool, typer.Option("--private", help=_("Keep it out of every export."))]
Sealed = Annotated[
    bool, typer.Option("--sealed", help=_("Where the journal is locked, seal it until that opens, and ask nothing."))
]
Handles = Annotated[bool, typer.Option("--handles", help=_("Show the handle of each, which other commands take."))]
HandlesAnyway = Annotated[bool, typer.Option("--handles", hidden=True)]
"""`--handles` on a list that shows them in any case."""
NameToEdit = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME [NEW NAME]", help=_("The name or a handle; a new name behind it."), show_default=False
    ),
]
NewName = Annotated[str | None, typer.Option("--name", hidden=True)]
NewWords = Annotated[
    list[str] | None, typer.Argument(metavar="[NEW WORDS]…", help=_("What it is in new words."), show_default=False)
]
NewText = Annotated[str | None, typer.Option("--text", hidden=True)]
"""The new words of a thing that is edited stand behind it; with these options they are understood as well."""
Edit = Annotated[bool, typer.Option("--edit", help=_("Write the note in your editor."))]
Aside = Annotated[str, typer.Option("--note", help=_("A few words about it."))]
"""Words beside what is noted."""
WhyNot = Annotated[str, typer.Option("--why", help=_("What came in between, if you like."))]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=_("Do it without asking."), show_default=False)]
Output = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help=_("Where to; - is standard output."), show_default=False)
]
Force = Annotated[bool, typer.Option("--force", help=_("Replace a file that is there."), show_default=False)]
