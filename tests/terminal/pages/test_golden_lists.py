"""What the pages of helplines, of carelog's own files, and of a text that has its lines already look like."""

from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.domain.people.line_topic import LineTopic
from carelog.domain.trace import Trace, TraceKind
from carelog.review.people.helpline_list import HelplineList, ListedCountry, ListedLine
from carelog.terminal.page import Page
from carelog.terminal.pages.helplines import HelplinesPage
from carelog.terminal.pages.text import TextPage
from carelog.terminal.pages.traces import TracesPage
from support.scenes import HOSTILE

Golden = Callable[[str, Page], None]


def line(name: str, **facts: object) -> ListedLine:
    """A line that nobody has: what is not said of it is not confirmed."""
    unknown = dict.fromkeys(("sms", "sms_text", "whatsapp", "chat", "hours", "cost"), "")
    found = {"country": "NN", "languages": ("en",), "speaks": "English", "checked": "2026-08-12"}
    found |= {"phones": (), "writing": (), "confirmed": "Last confirmed 2026-08", "sources": ("ONE (a page)",)}
    found |= dict.fromkeys(("by_you", "one_source", "stale", "hidden", "is_written"), False)
    found |= {"topics": (), "audience": "all", "sends_help": "unknown"}
    return ListedLine(name=name, **unknown | found | facts)  # type: ignore[arg-type]  # passed on


def country(code: str, name: str, number: str = "", *lines: ListedLine, **facts: object) -> ListedCountry:
    """A country with one source for its number, and nothing beside it that is not said."""
    usual = {"beside": (), "police_only": "", "numbers": {}, "emergency_sources": ("ONE (numbers)",) if number else ()}
    return ListedCountry(code=code, name=name, emergency=number, lines=lines, **usual | facts)  # type: ignore[arg-type]


LINES = (
    line(
        "Someone to talk to",
        phones=("555 0100", "555 0101"),
        writing=("text HELLO to 555 0102", "https://example.org/a-page-with-a-long-address/chat/and-nothing-else"),
        hours="24/7",
        cost="free",
        speaks="English, German, Turkish, Arabic, Polish, Ukrainian, Vietnamese, Tamil",
        sources=("ONE (a page)", "TWO"),
    ),
    line("שיחה", phones=("555 0103",), hours="Mon-Fri 18:00-22:00", confirmed="Last confirmed 2026-04, by one source"),
    line("Office", phones=("555 0105",), hours="Mon-Fri 09:00-17:00", opening="Closed now, opens Monday at 09:00"),
    line("Evening", phones=("555 0106",), hours="daily 18:00-24:00", opening="Open now"),
    line("[bold]Line[/bold]", phones=("555 0104",), hidden=True),
)
KEYS = {"ONE": "a page that lists lines, as copied on 2026-04-22", "TWO": "another page", "THREE": "a page not named"}
POLICE = "Police: 557. No ambulance number is confirmed for Nowhere."
NUMBERS = ("Also: 558", "Cannot speak? Call 555 and press 1 when asked (mobile). Deaf: text 555 (register first).")
BESIDE = country("NN", "Nowhere", "555", *LINES[:1], beside=NUMBERS)
LISTS = {
    "one_country": HelplineList(
        (country("NN", "Nowhere", "555", *LINES, topics=(LineTopic.DRUGS, LineTopic.DEAF)),), "timezone", KEYS
    ),
    "two_countries": HelplineList(
        (
            country("NN", "Nowhere", "", *LINES[:1]),
            country("EE", "Elsewhere", "556", emergency_sources=("TWO",)),
            country("CL", "Closed", "557", *LINES[2:3], opens="Monday at 09:00", topics=(LineTopic.YOUNG,)),
        ),
        "option",
        KEYS,
    ),
    "no_country": HelplineList((), "", KEYS),
    "police_only": HelplineList((country("NN", "Nowhere", "", *LINES[:1], police_only=POLICE),), "option", KEYS),
    "no_line": HelplineList((country("EE", "Elsewhere", "556"),), "option", KEYS),
    "for_topic": HelplineList(
        (BESIDE, country("EE", "Elsewhere", "556", listens_to_all=True), country("FA", "Far")),
        "option",
        KEYS,
        LineTopic.ALCOHOL,
    ),
    "one_line": HelplineList((BESIDE,), "option", KEYS, about_one=True),
}
FILES = (
    Trace(Path("/home/robin/.local/share/carelog/journal.db"), TraceKind.JOURNAL),
    Trace(
        Path("/home/robin/.local/share/carelog/card.txt"), TraceKind.CARD, is_locked=True, holds=("countries", "ticked")
    ),
    Trace(Path("/home/robin/.local/share/carelog/backups/journal-20261120T203000Z.db"), TraceKind.BACKUP),
    Trace(Path("/home/robin/.config/carelog/settings.toml"), TraceKind.SETTINGS, holds=("country", "name", "other")),
    Trace(Path("/home/robin/.local/share/carelog/[bold]x[/bold] שלום.txt"), TraceKind.OTHER),
)


@pytest.mark.parametrize("name", LISTS)
def test_helplines_look_as_they_are_kept(name: str, golden: Golden) -> None:
    golden(f"helplines-{name}", HelplinesPage(LISTS[name]))


def test_helplines_with_their_sources_look_as_they_are_kept(golden: Golden) -> None:
    golden("helplines_with_sources-one_country", HelplinesPage(LISTS["one_country"], sources=True))


@pytest.mark.parametrize(("name", "traces"), [("none", ()), ("some", FILES)])
def test_traces_look_as_they_are_kept(name: str, traces: tuple[Trace, ...], golden: Golden) -> None:
    golden(f"traces-{name}", TracesPage(traces, ["the shell's history: commands as they were typed", "pages on paper"]))


def test_a_text_looks_as_it_is_kept(golden: Golden) -> None:
    golden("text-hostile", TextPage("\n".join(words for words in HOSTILE if "family" not in words)))
