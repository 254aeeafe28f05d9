"""Completion of names from the journal: nothing where it is locked, or where others may see the screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelog.journal import Journal


class Begun(str):
    """A name that begins as typed also where case and accents differ: Typer asks each completion for that once more."""

    __slots__ = ()

    def startswith(self, begun: str | tuple[str, ...], *_: object) -> bool:
        """Whether it begins so, in plain letters."""
        from carelog.domain.letters import plain_letters

        return plain_letters(self).startswith(plain_letters(begun) if isinstance(begun, str) else begun)


def names_begun(incomplete: str) -> list[str]:
    """The names that insights can be asked about and that begin as typed, in any case and with or without accents."""
    if os.environ.get("_CARELOG_COMPLETE") == "complete_zsh":  # the script of an earlier carelog runs what it is given
        return []
    return [each for each in map(Begun, names_compared()) if each.startswith(incomplete)]


def names_compared() -> list[str]:
    """The names that insights can be asked about; what is kept out of insights, people and medicine are left out."""
    return sorted(from_journal(_comparable))


def from_journal(read: Callable[[Journal], Iterable[str]]) -> list[str]:
    """The names that are read from the journal, each once, without those of people who were put away.

    Empty where the journal is locked, where others may see the screen, and where anything is in the way: a shell that
    completes has no place for a message. A journal is never made, brought up to date or unlocked for it.
    """
    from carelog.crisis.switch import in_environment
    from carelog.domain.people.spoken_name import speaks_of
    from carelog.errors import CarelogError
    from carelog.file_access import is_there
    from carelog.journal import Journal
    from carelog.journal.keys.key_folder import keys_beside
    from carelog.paths import system_paths
    from carelog.review.people.standing_in import names_away
    from carelog.settings_file import load_settings

    try:
        paths = system_paths()
        settings = load_settings(paths)
        hidden = settings.discreet or settings.shared_computer or in_environment(os.environ, "discreet")
        if hidden or keys_beside(paths.journal) or not is_there(paths.journal):
            return []
        with Journal.open(paths, settings=settings, to_write=False) as journal:
            away = names_away(journal)
            return [each for each in dict.fromkeys(read(journal)) if not speaks_of(each, away)]
    except (CarelogError, OSError):
        return []


def _comparable(journal: Journal) -> Iterable[str]:
    """The names of what insights compare."""
    from carelog.domain.letters import plain_letters
    from carelog.domain.time.days import Period
    from carelog.review.insights.insights import DAYS_LOOKED_AT
    from carelog.review.insights.names import alike

    never = {alike(name) for name in journal.settings.insights_never}
    known = (*journal.contacts, *journal.people_away)
    people = {plain_letters(name) for each in known for name in (each.name, each.called)}
    words = journal.entries.shown_words(Period.ending(journal.today, DAYS_LOOKED_AT), lambda _: True)
    routines = (each.name for each in journal.routines if not each.is_medicine)
    scales = (each.name for each in journal.trackers.active())
    names = {*words, *routines, *scales, *(each.questionnaire for each in journal.answered)}
    return (each for each in names if alike(each) not in never and plain_letters(each) not in people)
