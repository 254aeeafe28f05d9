"""The country of the crisis card, asked for in so many words: what a computer speaks is not where its person is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask
from carelog.settings_file import remember_country_asked, set_value
from carelog.wording import first_start as first_start_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.cli.runtime.session import Session


def ask_country_once(session: Session) -> None:
    """Ask before people or the plan change for the first time, unless a country is set or nobody can be asked."""
    settings = session.settings
    if session.can_ask and not settings.country and not settings.country_asked:
        ask_country(session)


def ask_country(session: Session) -> None:
    """Ask for one or several countries, and keep them; Enter takes the guess that is shown, or leaves it open."""
    session.use(ask(first_start_words.ASK_COUNTRY, lambda typed: set_value(session.paths, "country", typed), _guess()))
    if not session.settings.country:
        session.use(remember_country_asked(session.paths))
    remark_without_numbers(session)
    session.close()  # for looking: the command that asked may write


def remark_without_numbers(context: Context) -> None:
    """Say so where a country is set that the crisis card has no number of: a slip of the pen, or a gap of carelog's."""
    from carelog.crisis.lines import country

    unknown = [code for code in context.settings.country if not (country(code).emergency or country(code).lines)]
    if unknown:
        context.remarks.append(first_start_words.no_numbers(unknown))


def _guess() -> str:
    from carelog.crisis.country import places

    return next((country for country, _ in places("", [], os.environ)), "")
