"""The program itself: help, usage errors, bugs, questions, and what is said while discretion is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import pgettext
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

CRISIS_FIRST = _("In a crisis: carelog crisis")
HELP = _(
    "A self-care journal for the terminal: note how a day was, keep the people who help one command away, and take "
    "an honest page to a therapist.\n\nEverything stays in one file on this computer. No account, no network."
)
PANELS = {
    "Note": _("Note"),
    "Look back": _("Look back"),
    "People and crisis": _("People and crisis"),
    "Routines": _("Routines"),
    "Share": _("Share"),
    "In, out, safe": _("In, out, safe"),
}
"""The headings of help, by what commands call them."""
SHOW_HELP = _("Show this page.")
INSTALL_COMPLETION = _("Set up TAB for the shell you are in, or for the one you name.")
SHOW_COMPLETION = _("Print what that would set up, to copy it.")
USAGE = _("Usage:")
_OF_TYPER = (
    _("Arguments"),
    _("Options"),
    _("Commands"),
    _("[required]"),
    _("required"),
    _("[default: {}]"),
    _("default: {default}"),
    _("(dynamic)"),
    _("Missing command."),
)
"""What Typer itself looks up in carelog's catalogue: it stands here so that translators are given it."""
STOPPED = _("Stopped. What was saved before stays.")
PAGES_STAY = _(
    "Pages now stay in the window like any program's. To have them vanish again: carelog settings set own_screen on"
)
ZONE_UNREADABLE = _(
    "The time zone of this computer cannot be read, so all times are in UTC. To set one, for example: TZ=Europe/Berlin"
)
HOME_IS_RELATIVE = _(
    "This journal is in {folder}. CARELOG_HOME is not a whole path, and means another journal in every other folder. "
    "To have the same one everywhere: export CARELOG_HOME={folder}"
)
NOTHING_YET = _("Nothing is noted yet. Begin with: carelog mood 4 a few words")
READ_AS_WINDOWS_1252 = _("The text is not UTF-8. It was read as Windows-1252; look at letters such as é in it.")
NOT_SHOWN_SAFELY = _("Some characters in the text cannot be shown safely; “�” is shown instead.")
NO_REASON, NOT_A_FILE = _("the system gave no reason"), _("it is not a file")
"""Stand at the end of a sentence about a file, after a colon, where the system says why it failed."""

HIDDEN = "…"
"""Stands for a text that is hidden while discretion is on."""
NOTHING_TO_CHANGE = _("Nothing to change: it is like that already.")
DISCREET_DONE = _("Done.")
DISCREET_NOTHING_CHANGED = _("Nothing was changed.")
DISCREET_QUESTION = _("Go on?")
YES = frozenset({"y", "yes", pgettext("answer", "y"), pgettext("answer", "yes")})
NO = frozenset({"n", "no", pgettext("answer", "n"), pgettext("answer", "no")})
"""What can be typed, in lower case: English is understood in every language."""
NEITHER_YES_NOR_NO = _("y or n, please.")
HOW_INPUT_ENDS = _("Type or paste it here. To end: Enter, then Ctrl-D.")
NOT_KEPT = _("Nothing was kept.")
SETTING_COLUMNS = (_("setting"), _("value"), _("what it is for"))


def yes_or_no(question: str, *, default: bool) -> str:
    """A question with what can be typed; the capital letter is what Enter means."""
    template = _("{question} [Y/n]") if default else _("{question} [y/N]")
    return template.format(question=question)


def with_choices(help_of_option: str, choices: Sequence[str]) -> str:
    """What help says of an option, and the words that it takes."""
    return _("{help} One of: {choices}.").format(help=help_of_option, choices=listed(choices)).strip()


def usage(message: str, command: str) -> str:
    """A usage error, and where the help of the command is."""
    return _("{message} Help: {command}").format(
        message=message, command=" ".join(["carelog", *command.split(), "--help"])
    )


def no_command(message: str, word: str, *, is_mood: bool) -> str:
    """The first word is not a command: what may have been meant, and the command to know in a crisis."""
    if is_mood:
        meant = _("To note it, put a colon behind the word: carelog {word}: a few words").format(word=word)
    else:
        meant = _("All commands: carelog help --all")
    return f"{message} {meant}\n{CRISIS_FIRST}"


def typed(name: str) -> str:
    """A name as a shell word, quoted where needed."""
    if name.isalnum():
        return name
    import shlex

    return shlex.quote(name)


def ask_text_or_command(text: str, command: str) -> str:
    """The question whether words that may be meant as a command are to be kept as a text."""
    return _("“{text}” may be meant as a command: {command}\nKeep it as a text?").format(text=text, command=command)


def completion_set_up(shell: str, path: str) -> str:
    """Completion was set up for a shell; its script was written to `path`."""
    return _(
        "In {shell}, TAB completes carelog from the next window on that you open. It was written to {path}."
    ).format(shell=shell, path=path)


def bug(kind: str, place: str) -> str:
    """A bug in carelog; `kind` and `place` must hold nothing that the person wrote."""
    if not place:
        return _(
            "Something went wrong inside carelog ({kind}). That is a mistake in carelog, not yours. "
            "What was saved before is safe. “carelog crisis” works all the same."
        ).format(kind=kind)
    return _(
        "Something went wrong inside carelog ({kind} at {place}). That is a mistake in carelog, not yours. "
        "What was saved before is safe. “carelog crisis” works all the same."
    ).format(kind=kind, place=place)


def not_shown(reason: str) -> str:
    """The command succeeded, but its answer could not be printed."""
    if not reason:
        return _("The answer could not be printed (no reason given). What you asked for was done.")
    return _("The answer could not be printed ({reason}). What you asked for was done.").format(reason=reason)
