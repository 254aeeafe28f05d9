"""The page of built-in helplines, and what a person can say about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.people.line_topic import LineTopic
from carelog.language import gettext as _
from carelog.wording.days import day_name
from carelog.wording.lists import listed
from carelog.wording.punctuation import in_clauses

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

NOBODY_DIALLED = _(
    "These numbers are copied from their sources. When you have checked one: carelog helplines checked NAME"
)
NOBODY_DIALLED_NUMBERS = _("These numbers are copied from their sources.")
"""The same where there is no line to check."""
WHAT_A_CALL_IS = _(
    "You can say as little as you like, and hang up. You may ask first: “Would you ever send someone without my yes?”"
)
SENDS_HELP = {
    "asks": _("It says that it asks before it sends anybody"),
    "may": _("It may send help without your yes when it thinks that a life is in danger"),
    "unknown": _("Whether it would send anybody without your yes is not confirmed"),
}
"""What a line does when a life is in danger, by what its sources say."""
LINES_FOR = {
    LineTopic.ABUSE: _("abuse and violence"),
    LineTopic.ALCOHOL: _("alcohol"),
    LineTopic.DRUGS: _("drugs"),
    LineTopic.EATING: _("eating"),
    LineTopic.YOUNG: _("young people"),
    LineTopic.DEAF: _("writing instead of speaking"),
}
"""What lines are for, behind a colon."""
HIDDEN = _("not on your card")
OPEN_NOW = _("Open now")
HOURS_UNKNOWN = _("hours not confirmed")
NO_COUNTRY = _("To see the lines of your country: carelog helplines --country GB. In danger: carelog crisis")


def more_lines(topics: Iterable[LineTopic], elsewhere: str) -> str:
    """There are lines for topics, which are asked for by their words; `elsewhere` is a country that was asked for."""
    words = [topic.value for topic in topics]
    return _("More lines for: {topics}. To see them: {command}").format(
        topics=listed(words), command=_command("--for", words[0], elsewhere=elsewhere)
    )


def see_sources(elsewhere: str) -> str:
    """Where the sources are; `elsewhere` is a country that was asked for, or nothing."""
    return _("Where each number comes from: {command}").format(command=_command("--sources", elsewhere=elsewhere))


def guessed(code: str) -> str:
    """Which country was guessed, by its code."""
    return _("The country is a guess. To set it: carelog settings set country {code}").format(code=code)


def sources(names: Iterable[str]) -> str:
    """Where a number comes from."""
    return _("Sources: {sources}").format(sources=in_clauses(names))


def country_heading(name: str, emergency: str) -> str:
    """A country, with its emergency number if one is confirmed."""
    if not emergency:
        return _("{country}: no emergency number is confirmed").format(country=name)
    return _("{country}: in danger call {number}").format(country=name, number=emergency)


def no_lines(name: str) -> str:
    """A country has no helplines yet."""
    return _("{country}: find a line at findahelpline.com").format(country=name)


def next_opening(when: str) -> str:
    """Every line is closed; `when` is when the next one opens, such as Monday at 09:00."""
    return _("The next line opens {when}. Until then: findahelpline.com").format(when=when)


def lines_for(topic: LineTopic) -> str:
    """What the lines of a list are for."""
    return _("Lines for: {topic}").format(topic=LINES_FOR[topic])


def no_lines_for(name: str, elsewhere: str) -> str:
    """A country has no helpline for what was asked for, and others that listen to everybody."""
    return _("{country}: carelog knows no such line yet. These listen to everybody: {command}").format(
        country=name, command=_command(elsewhere=elsewhere)
    )


def word_to_number(word: str, number: str) -> str:
    """How a helpline is texted: the word that it asks for, and the number that gets it."""
    return _("{word} to {number}").format(word=word, number=number)


def speaks(languages: str) -> str:
    """The languages of a helpline."""
    return _("In: {languages}").format(languages=languages)


def key(short: str, meaning: str) -> str:
    """The meaning of a short name of a source."""
    return _("{short}: {meaning}").format(short=short, meaning=meaning)


def in_countries(lines: Iterable[tuple[str, str]]) -> str:
    """Helplines by name, each with the code of its country."""
    return listed(_("{line} ({country})").format(line=name, country=country) for name, country in lines)


def hidden(name: str, country: str, elsewhere: str) -> str:
    """A helpline was taken off the card, and how it comes back; `elsewhere` is a country that was asked for."""
    command = _command("unhide", name, elsewhere=elsewhere)
    return _("{line} ({country}) is off your card. To have it back: {command}").format(
        line=name, country=country, command=command
    )


def unhidden(name: str, country: str) -> str:
    """A helpline may be on the card again."""
    return _("{line} ({country}) can be on your card again.").format(line=name, country=country)


def none_left(country: str) -> str:
    """Every helpline of a country is hidden now."""
    return _(
        "All lines of {country} are off your card now. The emergency number stays, and any line can come back."
    ).format(country=country)


def checked(name: str, country: str, day: date) -> str:
    """The person noted that they checked a helpline."""
    return _("Noted: {line} ({country}) checked on {day}. Your card shows the newest day.").format(
        line=name, country=country, day=day_name(day)
    )


def _command(*words: str, elsewhere: str) -> str:
    """A command about helplines, as it is typed in a shell, with the country that was asked for if there is one."""
    from shlex import join

    return join(["carelog", "helplines", *words, *(["--country", elsewhere] if elsewhere else [])])
