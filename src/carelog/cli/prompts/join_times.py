"""Times of several words behind an option, joined as quotes would join them: `--at last monday 21:00` is one time."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from datetime import date

from carelog.cli.table import TIMED_OPTIONS
from carelog.domain.time.days import Moment
from carelog.domain.time.when import PARTS_OF_A_DAY, Now, read_when
from carelog.errors import InvalidValue

_MOST_WORDS = 6
_ANY_DAY = Now(Moment.of_milliseconds(0, 0), date(1970, 1, 1))
"""Whether words are a time does not depend on the day."""


def join_times(argv: Sequence[str]) -> list[str]:
    """The command line with the words of a time behind an option joined into one word; `--at=monday 9:00` is one too.

    Otherwise the time in `--at yesterday 21:00` would be a word of the note, and the entry would be at noon. The fewest
    words that are a time are joined, and a time of day behind a day. Raises InvalidValue where a word such as evening
    may belong to the time as well as to the note.
    """
    words = list(argv)
    end = words.index("--") if "--" in words else len(words)
    for place in [number for number, word in enumerate(words[:end]) if word.partition("=")[0] in TIMED_OPTIONS][::-1]:
        option, sign, begun = words[place].partition("=")
        behind = [begun, *words[place + 1 : end]] if sign else words[place + 1 : end]
        behind = behind[: next((number for number, word in enumerate(behind) if word.startswith("--")), len(behind))]
        count = _words_of_time(option, behind)
        if count > 1:
            joined = " ".join(behind[:count])
            words[place : place + count + (not sign)] = [f"{option}={joined}"] if sign else [option, joined]
    return words


def _words_of_time(option: str, behind: Sequence[str]) -> int:
    """How many words make the time; 0 where none does."""
    begun = range(1, min(len(behind), _MOST_WORDS) + 1)
    count = next((number for number in begun if _is_time(behind[:number])), 0)
    if not count:
        return 0
    for more in (3, 2, 1):
        rest = behind[count : count + more]
        if len(rest) == more and _is_clock_or_year(rest) and _is_time(behind[: count + more]):
            return count + more
    if behind[count : count + 1] and behind[count] in PARTS_OF_A_DAY and _is_time(behind[: count + 1]):
        if len(behind) > count + 1:
            raise InvalidValue("time.needs-quotes", option=option, time=shlex.quote(" ".join(behind[: count + 1])))
        return count + 1
    return count


def _is_clock_or_year(words: Sequence[str]) -> bool:
    return words[0] == "at" or words[0][0:1].isdecimal()


def _is_time(words: Sequence[str]) -> bool:
    try:
        read_when(" ".join(words), _ANY_DAY)
    except InvalidValue as problem:
        return problem.key != "time.not-understood"
    return True
