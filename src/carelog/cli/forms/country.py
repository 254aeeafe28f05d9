"""Ask for the country of the crisis card: the language of a computer does not say where its owner lives."""

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
    """Ask before the first change of people or the plan, unless a country is set or nobody can be asked."""
    settings = session.settings
    if session.can_ask and not settings.country and not settings.country_asked:
        ask_country(session)


def ask_country(session: Session) -> None:
    """Ask for one or several countries, and set them; Enter takes the guess that is shown, or leaves them open."""
    session.apply_settings(
        ask(first_start_words.ASK_COUNTRY, lambda typed: set_value(session.paths, "country", typed), _guess())
    )
    if not session.settings.country:
        session.apply_settings(remember_country_asked(session.paths))
    remark_without_numbers(session)
    session.close()  # it may be open to read only, and the command that follows may write


def remark_without_numbers(context: Context) -> None:
    """Remark on a country without a number for the crisis card, a mistyped code perhaps, or with the police alone."""
    from carelog.crisis.lines import country
    from carelog.crisis.page import police_sentence

    found = [country(code) for code in context.settings.country]
    unknown = [each.code for each in found if not (each.service or each.lines)]
    if unknown:
        context.remarks.append(first_start_words.no_numbers(unknown))
    for each in found:
        if police := police_sentence(each):
            context.remarks.append(first_start_words.police_only(police))


def _guess() -> str:
    from carelog.crisis.country import places

    return next((country for country, _ in places([], [], os.environ)), "")
