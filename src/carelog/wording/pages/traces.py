"""Traces: what a stranger would learn from each file that carelog wrote, and what carelog cannot know about."""

from __future__ import annotations

from carelog.domain.trace import Trace, TraceKind
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.lists import listed

TELLS = {
    TraceKind.JOURNAL: _("everything you noted: moods, notes, people, routines, with days and times"),
    TraceKind.ROLLBACK: _("nothing between commands; while one writes, parts of what the journal held before"),
    TraceKind.QUICK: _("on which day you noted something last, when your day begins, and your words for moods"),
    TraceKind.BACKUP: _(
        "everything you had noted when it was taken; what you deleted since too, until “carelog forget”"
    ),
    TraceKind.BEFORE_CHANGE: _("everything you had noted before a new carelog changed the journal's format"),
    TraceKind.REPLACED: _("everything in a journal that a restore put aside"),
    TraceKind.KEYSLOT: _("that the journal is locked; it opens with your passphrase or recovery code alone"),
    TraceKind.SEALED: _("when something was noted while the journal was locked; its words open with the journal alone"),
    TraceKind.QUESTIONNAIRE: _("which questionnaire you added; your answers are in the journal"),
    TraceKind.DRAFT: _("words that are in an editor now, or that an editor left"),
    TraceKind.UNFINISHED: _(
        "parts of the file it is named after: a killed command left it, and a backup clears it away"
    ),
    TraceKind.COPY: _("all that the file it is named after held when another program copied it"),
    TraceKind.OTHER: _("carelog does not know this file, which is in its folder"),
}
"""What each kind of file tells someone who opens it; the card and the settings tell what is in them now."""

CARD_PARTS = {
    "countries": _("your country"),
    "person.name": _("the names of people"),
    "person.ways": _("their numbers and addresses"),
    "person.hours": _("when they can be reached"),
    "person.say": _("what to say to them"),
    "sentence": _("your sentence to yourself"),
    "steps": _("the steps of your plan"),
    "kind": _("a kind word and who it is from"),
    "hidden": _("the helplines that you took off"),
    "checked": _("the helplines whose numbers you checked, and when"),
    "languages": _("the languages that you speak"),
    "topics": _("what you want lines for"),
    "text_first": _("that you would rather write than call"),
    "shown_in": _("the language that it is shown in"),
    "plain": _("that you have it as plain text"),
    "ticked": _("which of its parts you left readable"),
    "revision": _("how often it was changed"),
    "program": _("which carelog wrote it"),
    "damaged": _("what cannot be read any more"),
}
"""The parts of the crisis card, by field of its record, in the order in which they are said."""

_CARD = _("in the open: {parts}; it is meant to be readable")
_CARD_WHILE_LOCKED = _("in the open beside the lock: {parts}; to leave less of it readable: carelog lock card")
_SETTINGS = _("what you have set, in the open: {keys}")
_NOTHING_SET = _("that nothing is set")
_OTHER_LINES = _("comments and other lines")
LOCKED = _("your country, and of your crisis card what you left readable: carelog lock")
LOCKED = _(
    "that there is a locked journal, how large it was and when it was written; its words open with its key alone"
)
HEADING = _("Files that carelog has written on this computer")
NONE = _("carelog has written no file on this computer.")
OUTSIDE = _(
    "Their names, sizes and dates alone tell that carelog is used here, since when, and when it was used last. "
    "Opening the crisis card changes none of them."
)
UNKNOWN_HEADING = _("What carelog cannot know of")
UNKNOWN = (
    _("the shell's history: commands as they were typed, with the words behind them"),
    _("the terminal, tmux and screen: what was printed, in their scrollback and their logs"),
    _("your editor, where it keeps copies of its own"),
    _("files in places that you named: pages, plans, agendas, address books, backups and demos"),
    _("pages on paper, in a printer's queue, in mail, and what others did with them"),
    _("backups of the whole computer, synchronised folders, snapshots, and remnants on the disk"),
    _("that carelog is installed: its program files, completion in the shell, and the package manager's own records"),
)
KEY_WAITS = _("the key of the locked journal, while it waits in the system's memory: carelog lock now")


def tells(trace: Trace) -> str:
    """What a file tells someone who opens it."""
    if trace.kind is TraceKind.CARD:
        parts = listed(words for part, words in CARD_PARTS.items() if part in trace.holds)
        return (_CARD_WHILE_LOCKED if trace.is_locked else _CARD).format(parts=parts)
    if trace.kind is TraceKind.SETTINGS:
        keys = listed(_OTHER_LINES if key == "other" else key for key in trace.holds)
        return _SETTINGS.format(keys=keys) if keys else _NOTHING_SET
    return LOCKED if trace.is_locked else TELLS[trace.kind]


def handed_over(count: int) -> str:
    """Pages that were handed over; the journal does not know where they are."""
    return plural(
        count,
        "where {count} page for others went that “carelog shares” lists",
        "where {count} pages for others went that “carelog shares” lists",
    )
