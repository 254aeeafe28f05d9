"""Arguments and options that several commands share."""

from typing import Annotated

import typer

Words = Annotated[list[str] | None, typer.Argument(help="Bare words; - reads standard input.", show_default=False)]
Feel = Annotated[list[str] | None, typer.Option("--feel", help="A word for the feeling; several times if you like.")]
Tag = Annotated[list[str] | None, typer.Option("--tag", help="A tag to find it by; several times if you like.")]
Track = Annotated[list[str] | None, typer.Option("--track", help="A reading of your own scale, such as sleep=7.5.")]
At = Annotated[str | None, typer.Option("--at", help="When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.")]
Private = Annotated[bool, typer.Option("--private", help="Keep it out of every export.")]
Sealed = Annotated[
    bool, typer.Option("--sealed", help="Where the journal is locked, seal it until that opens, and ask nothing.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]
Edit = Annotated[bool, typer.Option("--edit", help="Write the note in your editor.")]
