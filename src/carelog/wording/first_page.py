"""What `carelog --help` says: the commands of every day, on one screen, and how to find all else."""

from __future__ import annotations

from carelog.language import gettext as _
from carelog.wording.program import CRISIS_FIRST, HELP

EVERYDAY = {
    "mood": _("Note how it is, from 1 to 5, with or without words."),
    "note": _("Note something without a score."),
    "done": _("Note a routine as done."),
    "today": _("What today holds."),
    "week": _("Seven days: moods, routines, first words of notes."),
    "log": _("Your entries, newest last."),
    "undo": _("Take back the last add, edit or tick."),
    "contact": _("People and places you can turn to."),
    "reach": _("Someone to turn to now, and a message to copy."),
    "export": _("A page to hand over, of which you see every line before."),
}
"""The commands of every day, and what each is for in a few words; why these stands in decision 43."""
_BELOW = (
    _("For example: carelog mood 4 the sun came out at noon"),
    _("One command, with examples: carelog help mood, or carelog mood -h"),
    _("All commands and options: carelog help --all"),
    _("More topics of carelog help: discreet, environment, exit-codes"),
    _("To read on: man carelog, and the folder docs of carelog's source"),
)


def first_page(*, plain: bool) -> str:
    """The page; `plain` has a name and its use as one sentence, without columns."""
    widest = max(map(len, EVERYDAY))
    each = [
        _("{name}: {use}").format(name=name, use=use) if plain else f"  {name:{widest}}  {use}"
        for name, use in EVERYDAY.items()
    ]
    return "\n".join([CRISIS_FIRST, "", HELP, "", *each, "", *_BELOW])
