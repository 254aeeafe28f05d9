"""Completion of names from the journal: nothing where it is locked, or where others may see the screen."""

from __future__ import annotations

import os


class Begun(str):
    """A name that begins as typed also where case and accents differ: Typer asks each completion for that once more."""

    __slots__ = ()

    def startswith(self, begun: str | tuple[str, ...], *_: object) -> bool:
        """Whether it begins so, in plain letters."""
        from carelog.domain.letters import plain_letters

        return plain_letters(self).startswith(plain_letters(begun) if isinstance(begun, str) else begun)


def names_begun(incomplete: str) -> list[str]:
    """The names that insights can be asked about and that begin as typed, in any case and with or without accents.

    What is kept out of insights, people and medicine are left out. Empty where anything is in the way: a shell that
    completes has no place for a message.
    """
    from carelog.errors import CarelogError

    if os.environ.get("_CARELOG_COMPLETE") == "complete_zsh":  # the script of an earlier carelog runs what it is given
        return []
    try:
        return _names_begun(incomplete)
    except CarelogError:
        return []


def _names_begun(incomplete: str) -> list[str]:
    from carelog.domain.letters import plain_letters
    from carelog.domain.people.spoken_name import speaks_of
    from carelog.domain.time.days import Period
    from carelog.journal import Journal
    from carelog.journal.keys.key_folder import keys_beside
    from carelog.paths import system_paths
    from carelog.review.insights.insights import DAYS_LOOKED_AT
    from carelog.review.insights.names import alike
    from carelog.review.people.standing_in import names_away
    from carelog.settings_file import load_settings

    paths = system_paths()
    settings = load_settings(paths)
    if settings.discreet or settings.shared_computer or keys_beside(paths.journal):
        return []
    never = {alike(name) for name in settings.insights_never}
    with Journal.open(paths, settings=settings, to_write=False) as journal:
        known = (*journal.contacts, *journal.people_away)
        people = {plain_letters(name) for each in known for name in (each.name, each.called)}
        away = names_away(journal)
        words = journal.entries.shown_words(Period.ending(journal.today, DAYS_LOOKED_AT), lambda _: True)
        routines = (each.name for each in journal.routines if not each.is_medicine)
        scales = (each.name for each in journal.trackers.active())
        names = {*words, *routines, *scales, *(each.questionnaire for each in journal.answered)}
    begun = (Begun(each) for each in names if Begun(each).startswith(incomplete))
    shown = (each for each in begun if alike(each) not in never and not speaks_of(each, away))
    return sorted(each for each in shown if plain_letters(each) not in people)
