"""Names that people type for factors, found also where pages say numbers in place of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from carelog.domain.letters import plain_letters
from carelog.domain.text import clean_line
from carelog.questionnaires import questionnaires
from carelog.wording.people import activities as activities_words

if TYPE_CHECKING:
    from carelog.domain.time.days import Period
    from carelog.journal import Journal

_BETWEEN_WORDS = re.compile(r"[\s_-]+")


def alike(name: str, folded: Callable[[str], str] = plain_letters) -> str:
    """The form in which names are compared: in plain letters, without the # of a tag, and with blanks for dashes.

    “hurt-myself” and “#Hurt myself” are the same. Letters keep their accents where they are `folded` otherwise.
    """
    return _BETWEEN_WORDS.sub(" ", folded(clean_line(name)).lstrip("#")).strip()


def names_as_shown(journal: Journal, period: Period, is_meant: Callable[[str], bool]) -> frozenset[str]:
    """The names, as pages show them, of all that could be compared in a period and whose own name is meant."""
    named = (journal.trackers, journal.routines, journal.contacts, journal.activities)
    return frozenset(
        (
            *journal.entries.shown_words(period, is_meant),
            *(name for each in named for name in each.shown_names(is_meant)),
            *_kinds_of_activity(is_meant),
            *_questionnaires(journal, period, is_meant),
        )
    )


def _kinds_of_activity(is_meant: Callable[[str], bool]) -> Iterator[str]:
    """The names of the kinds of activities; what commands call them, such as fun, means them too."""
    names = activities_words.KIND_NAMES.items()
    return (name for kind, name in names if is_meant(kind.value) or is_meant(name))


def _questionnaires(journal: Journal, period: Period, is_meant: Callable[[str], bool]) -> Iterator[str]:
    """The names of the questionnaires that were answered; what commands call them, such as phq8, means them too."""
    answered = {each.questionnaire for each in journal.answered.within(period)}
    known = questionnaires(journal.paths) if answered else {}
    return (each.name for key, each in known.items() if key in answered and (is_meant(key) or is_meant(each.name)))
