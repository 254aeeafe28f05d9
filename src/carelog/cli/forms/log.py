"""Read the words behind log and show: a day, a period, an entry, or what is looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelog.cli.forms.counted import begins_with_count
from carelog.cli.prompts.period_options import period_of_list
from carelog.cli.prompts.periods_as_said import EXAMPLES, latest_month, period_said
from carelog.cli.prompts.times import day_of
from carelog.domain.ids import is_last, is_reference
from carelog.domain.time.dates_as_said import month_named, weekday_named
from carelog.domain.time.months import month_of
from carelog.errors import InvalidValue
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.cli.runtime.context import Context
    from carelog.domain.time.days import Period

_ALSO_WORDS = ("sun", "sat", "wed")
"""Short names of weekdays that are words of their own."""

_DATE_IN_NUMBERS = re.compile(r"[0-9]{1,4}([./-])[0-9]{1,2}\1[0-9]{1,4}\.?", re.ASCII)
_DAY_OR_YEAR = re.compile(r"[0-9]{1,4}(?:st|nd|rd|th|\.)?", re.ASCII)


def read_sought(
    context: Context,
    words: Sequence[str] | None,
    search: Sequence[str],
    last: str | None,
    first: str | None,
    until: str | None,
) -> tuple[Period | None, Sequence[str]]:
    """The period that is listed, None for all days, and the words that are looked for, each by itself.

    Bare words are a day or a period where they name one, otherwise words to look for. Raises InvalidValue where they
    may be either, or a mood, and where an option says the days again.
    """
    period = period_of_list(context, last, first, until)
    text = " ".join(words or ())
    if not text:
        return period, search
    _refuse_two_meanings(context, text)
    said = period_said(context, text)
    if period and said:
        raise InvalidValue("entry.log-twice", words=text)
    if said is None:
        _refuse_mood(context, text)
        _refuse_no_date(text)
    return (said, search) if said else (period, [text, *search])


def period_to_show(context: Context, reference: str) -> Period | None:
    """The days whose entries are to be shown, where a reference names days and no entry."""
    if is_last(reference) or (is_reference(reference) and not _is_date(reference)):
        return None
    return period_said(context, reference)


def _refuse_two_meanings(context: Context, text: str) -> None:
    """Raise InvalidValue for a word that is a day or a month as well as a word to look for, such as sun or may."""
    word = text.lower()
    if word in _ALSO_WORDS:
        day = day_of(context, word)
        raise InvalidValue("entry.log-day-or-word", word=text, first=day, last=day, typed=typed(text))
    if month_named(word) and weekday_named(word) is None:
        month = month_of(latest_month(context.today, month_named(word)))
        raise InvalidValue("entry.log-day-or-word", word=text, first=month.first, last=month.last, typed=typed(text))


def _refuse_mood(context: Context, text: str) -> None:
    """Raise InvalidValue for words that begin as a mood does: it was probably to be noted.

    Other numbers are no mood: whoever writes one looks for it, or for a day that is not written as days are.
    """
    first = text.split(maxsplit=1)[0]
    if re.fullmatch("[1-5]:?", first) and not begins_with_count(text):
        raise InvalidValue("entry.log-takes-no-mood", score=first)
    before, colon, _ = text.partition(":")
    if colon and not before.strip().isdecimal() and context.settings.mood.read(before)[0]:
        raise InvalidValue("entry.log-takes-no-mood", score=typed(text))


def _refuse_no_date(text: str) -> None:
    """Raise InvalidValue for what is written as a date is and names no day, such as 31 april: it is not looked for."""
    if _DATE_IN_NUMBERS.fullmatch(text) or _is_day_and_month(text.lower().split()):
        raise InvalidValue("time.not-understood", text=text, examples=EXAMPLES)


def _is_day_and_month(words: Sequence[str]) -> bool:
    months = [word for word in words if month_named(word)]
    others = [word for word in words if not month_named(word)]
    return len(months) == 1 and bool(others) and all(_DAY_OR_YEAR.fullmatch(word) for word in others)


def _is_date(reference: str) -> bool:
    """Whether it has the form of 2026-11-21 or 2026-11, which a handle could have too."""
    return (len(reference), reference[4::3]) in ((len("2026-11-21"), "--"), (len("2026-11"), "-"))
