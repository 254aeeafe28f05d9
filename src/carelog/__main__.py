"""Entry point: `carelog crisis` and words for help go straight to the crisis card, all else to the command line."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import NoReturn

    from carelog.journal.quick_file.begun import Begun

_CARD = ("crisis", "sos")
_VERSIONS, _HELP = ("--version", "-V"), ("help", "--help", "-h")
"""What is answered at once where it stands alone: with which versions run, and the first page of help."""
_BROKEN = (
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    NameError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What a module raises that is missing, cut off or damaged. Without its command line, carelog still has the card."""
LAST_RESORT = "In danger: call your emergency number\n"
"""What is said where not even the parts of the card are there that say it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run carelog with the arguments `argv`, or with those of the process, and return the exit status.

    The crisis card bypasses the command line, so that it works when the command line cannot be loaded.
    """
    os.umask(0o077)
    words = list(sys.argv[1:] if argv is None else argv)
    if _is_answered(words):
        return 0
    command = next((word for word in words if not word.startswith("-")), "")
    if command.casefold() in _CARD:
        return _show_card(words)
    if command and not _is_command(command) and (asked := _card_asked_for(words)):
        return _show_card(asked)
    noted = _noted_at_once(words)
    if isinstance(noted, int):
        return noted
    try:
        _choose_language()
        from carelog.cli.app import main as run_command
    except ImportError as missing:
        part = missing.name or "a part of it"
        sys.stderr.write(
            f"carelog is not fully installed: {part} cannot be loaded. Please install carelog again. "
            "carelog crisis still works.\n"
        )
        return 1
    return run_command(words, noted)


def run() -> NoReturn:
    """Run carelog as a process of its own and exit with its status.

    The journal is closed and the answer is written when `main` returns, so the process exits without the clean-up of
    the interpreter, which would take a sixth of the time of noting a mood.
    """
    status = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            continue
    os._exit(status)


def _is_answered(words: list[str]) -> bool:
    """Whether a completing shell, the versions or the first page of help were answered without the command line."""
    completes = "_CARELOG_COMPLETE" in os.environ
    try:
        if not words and completes:
            _choose_language()
            from carelog.cli.completing.names import are_offered

            return are_offered()
        if len(words) == 1 and words[0] in _VERSIONS:
            from carelog.cli.versions import are_written

            return are_written()
        if len(words) == 1 and words[0] in _HELP and not completes:
            _choose_language()
            from carelog.cli.first_page import is_shown

            return is_shown()
    except _BROKEN:
        return False
    return False


def _noted_at_once(words: list[str]) -> int | Begun | None:
    """The exit number where the quick door noted a plain mood or note; else what the command line is to see to."""
    if words[:1] not in (["mood"], ["note"]):
        return None
    try:
        from carelog.cli.table import VERBS
        from carelog.quick.door import enter
    except _BROKEN:
        return None
    try:
        return enter(words, VERBS)
    except KeyboardInterrupt:
        _choose_language()
        from carelog.cli.app import stopped

        return stopped(words)


def _is_command(word: str) -> bool:
    """Whether the command line has such a command. No word for help is one, so that commands pay nothing for those."""
    try:
        from carelog.cli.table import COMMANDS
    except _BROKEN:
        return False
    return word in COMMANDS


def _card_asked_for(words: list[str]) -> list[str]:
    """The words with which the card is shown, where this command line is a plea; else none."""
    try:
        from carelog.crisis.pleas import CARD, HELP, STEP_FIRST, plea, spoken
    except _BROKEN:
        return []
    asked = plea(words)
    if asked == HELP:
        topic = [word.casefold() for word in spoken(words)[1:]]
        if topic in ([name] for name in _CARD):
            return [*words, "--help"]
        return [] if _means_a_page(topic) else words
    return {CARD: words, STEP_FIRST: [*words, "--step-first"]}.get(asked, [])


def _means_a_page(topic: list[str]) -> bool:
    """Whether the manual has a page on this, or one that was mistyped; anything else behind `help` is a plea."""
    try:
        from carelog.cli.table import COMMANDS, TOPICS

        if len(topic) == 1 and topic[0] in (*COMMANDS, *TOPICS):
            return True
        _choose_language()
        from carelog.cli.manual import is_page, page_meant

        return is_page(topic) or bool(page_meant(topic))
    except _BROKEN:
        return False


def _show_card(words: list[str]) -> int:
    try:
        try:
            from carelog.crisis.boundary import main as show_card
        except Exception:  # noqa: BLE001 - a part of the card is missing or damaged, the plain lines need few
            from carelog.crisis.plain import main as show_card
        return show_card(words, _from_journal)
    except KeyboardInterrupt:
        return 0
    except Exception:  # noqa: BLE001 - a person in danger gets a line, never a traceback
        sys.stdout.write(LAST_RESORT)
        return 0


def _choose_language() -> None:
    """Choose the language of every sentence, before the modules that hold them are imported.

    Pages of the plan and of helplines show sentences of the card too.
    """
    from carelog.language import ENGLISH, choose_language, language_in_use
    from carelog.paths import system_paths

    choose_language(os.environ, system_paths().settings)
    if language_in_use() != ENGLISH:
        from carelog.crisis.language import use

        use(language_in_use())


def _from_journal() -> Iterable[str]:
    from carelog.journal.card.rescue import read_cards

    return read_cards()


if __name__ == "__main__":
    run()
