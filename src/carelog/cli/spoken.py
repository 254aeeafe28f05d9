"""What is typed without the name of a command: `help`, a word for help, a mood."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from carelog.cli.command import Command
from carelog.cli.forms.counted import begins_with_count
from carelog.cli.forms.entry import ask_score
from carelog.cli.help_asked import ALL, LONG, asks_help
from carelog.cli.manual import page_meant
from carelog.cli.prompts.ask import need_terminal
from carelog.cli.runtime.context import Context
from carelog.cli.runtime.output import write_json
from carelog.cli.runtime.streams import say
from carelog.cli.table import TOPICS
from carelog.crisis.pleas import HELP, NOTE, plea, spoken
from carelog.domain.mood import MoodWords
from carelog.domain.score import SCORES
from carelog.errors import InvalidValue, SettingsError
from carelog.wording import mood as mood_sentences
from carelog.wording.people.pleas import ANSWERS, SOMEONE_NOW

if TYPE_CHECKING:
    from collections.abc import Sequence

MOOD = "mood"
_BEHIND_A_SCORE = ":,.;!"


def understand(argv: list[str]) -> dict[str, Any]:
    """Put the name of the command that is meant into a command line without one, in place.

    Returns what a program is told of a command line that is answered with a text and nothing else; empty for any other.
    Where a number may be a count, the score is asked for. Raises InvalidValue where nobody can be asked, and for a page
    of the manual that was mistyped.
    """
    asked, words = plea(argv), spoken(argv)
    if not words:
        return {}
    if words[0].casefold() == HELP:
        return _from_manual(argv)
    if asked in ANSWERS:
        return {"text": ANSWERS[asked]}
    place, text = _first_words(argv)
    counts = asked != NOTE and not asks_help(argv) and begins_with_count(text)
    if asked == NOTE or counts or begins_with_mood(text):
        argv.insert(place, MOOD)
    if counts:
        argv.insert(place + 1, str(_ask_for_score(argv, text)))
    return {}


def answer(data: dict[str, Any], *, as_json: bool) -> int:
    """Write a text that is the whole answer; return the exit number: whoever asks for help made no mistake."""
    if as_json:
        write_json(sys.stdout, HELP, data, [])
    else:
        say(data["text"], sys.stdout)
    return 0


def line_below(argv: Sequence[str]) -> str:
    """The line that stands below a note that begins with a word for help; empty for any other command line."""
    return SOMEONE_NOW if plea(argv) == NOTE else ""


def begins_with_mood(text: str) -> bool:
    """Whether a mood stands at the beginning: its number, or its word alone or before a colon."""
    first, *_ = text.split() or [""]
    return _is_score(first.rstrip(_BEHIND_A_SCORE)) or is_mood_word(text)


def is_mood_word(text: str) -> bool:
    """Whether this is one of the person's words for moods, alone or before a colon."""
    first = text.strip().partition(" ")[0].removesuffix(":").removeprefix("-")
    return bool(first) and not first.isdecimal() and _scale().read(text)[0] is not None


def _from_manual(argv: list[str]) -> dict[str, Any]:
    """Turn `help contact add` into `contact add --help`; return what a topic says."""
    words = [word.casefold() for word in spoken(argv)[1:]]
    if len(words) == 1 and words[0] in TOPICS:
        from carelog.wording.topics import TOPICS as SAID

        return SAID[words[0]]
    if words and (meant := page_meant(words)):
        raise InvalidValue("program.no-such-page", typed=" ".join(words), meant=meant)
    options = [word for word in argv if word.startswith("--") and word != LONG and not (words and word == ALL)]
    argv[:] = [*options, *words, LONG]
    return {}


def _first_words(argv: Sequence[str]) -> tuple[int, str]:
    """Where the bare words begin, and those up to the next option as one text."""
    place = next(index for index, word in enumerate(argv) if not word.startswith("-"))
    behind = (index for index, word in enumerate(argv) if index > place and word.startswith("-"))
    return place, " ".join(argv[place : next(behind, len(argv))])


def _is_score(number: str) -> bool:
    return len(number) == 1 and number.isdecimal() and int(number) in SCORES


def _ask_for_score(argv: Sequence[str], text: str) -> int:
    context = Context(Command(MOOD), as_json="--json" in argv)
    need_terminal(context, "entry.number-may-count", text=text, **mood_sentences.as_typed("3", text))
    return ask_score(context, text)


def _scale() -> MoodWords:
    from carelog.paths import system_paths
    from carelog.settings_file import load_settings

    try:
        return load_settings(system_paths()).mood
    except SettingsError:
        return MoodWords()
