"""A page for somebody else: its preview, and what is said about its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.outside_text import shown_path
from carelog.language import gettext as _
from carelog.language import pgettext, plural
from carelog.wording.days import from_to, short_day
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

STAYS = _("This stays here:")
ALWAYS_STAYS = _("tags, names and numbers of contacts, who a routine is with, and every id")
NOT_READ_BEFORE = _(
    "A page is not a call: it may be read only when you meet. Someone now: carelog reach. In danger: carelog crisis"
)
NOTHING_WRITTEN = _("Nothing was written.")
_OPEN_TO_OTHERS = _(
    "The disk keeps no rights of its own for files: whoever may use it can read this one. carelog does not send it "
    "anywhere."
)
_KEEP_AN_EYE = _(
    "Other accounts on this computer cannot read the file, an administrator’s excepted. carelog does not send it "
    "anywhere."
)
ASK_TO_STRIKE = _("What to strike: a section, an entry’s handle, a name or word. Enter strikes nothing, q stops")
NOTHING_TO_TAKE_BACK = _("Nothing is struck here that could come back.")
NO_SHARES = _("No page was made yet. The first: carelog export --for therapist")
NOT_RECORDED = _("The page is written, and could not be noted in “carelog shares”: the journal cannot be written to.")

_GOES_IN = {
    "therapist": _("A page for a therapist, {days}. This is all that goes on it:"),
    "ally": _("A page for an ally, {days}. This is all that goes on it:"),
    "self": _("A page for yourself, {days}. This is all that goes on it:"),
}
WRITING = _("Writing")
SHARE_COLUMNS = (
    _("when"),
    pgettext("a reader", "for"),
    _("about"),
    pgettext("parts of a page", "with"),
    _("format"),
    "sha-256",
)


def who_can_read(open_to_others: bool) -> str:
    """Who can read a file that was written for its owner alone; a disk may have opened it to others."""
    return _OPEN_TO_OTHERS if open_to_others else _KEEP_AN_EYE


def ask_longer(days: int, first: date, longer: int, longer_first: date) -> str:
    """The usual days of a page are few; whether it is to be about more."""
    return plural(
        days,
        "That is {count} day, from {first}. Make it {longer} days, from {longer_first}?",
        "That is {count} days, from {first}. Make it {longer} days, from {longer_first}?",
        first=short_day(first),
        longer=longer,
        longer_first=short_day(longer_first),
    )


def few_days(days: int, audience: str, longer: int) -> str:
    """The usual days of a page were few, and how to make it about more."""
    return plural(
        days,
        "The page covers {count} day. For more: carelog export --for {audience} --last {longer}d",
        "The page covers {count} days. For more: carelog export --for {audience} --last {longer}d",
        audience=audience,
        longer=longer,
    )


def goes_in(audience: str, first: date, last: date) -> str:
    """The heading of a preview."""
    return _GOES_IN[audience].format(days=from_to(first, last))


def notes_stay(count: int) -> str:
    """Notes are not on the page unless they are asked for."""
    return plural(
        count,
        "{count} note (to take it along: --include notes)",
        "{count} notes (to take them along: --include notes)",
    )


def private_stay(count: int) -> str:
    """Private entries are on no page."""
    return plural(
        count,
        "{count} private entry, not counted anywhere on the page",
        "{count} private entries, not counted anywhere on the page",
    )


def struck(count: int) -> str:
    """Entries were struck for this page."""
    return plural(count, "{count} entry struck for this page", "{count} entries struck for this page")


def contacts_stay(count: int) -> str:
    """Contacts are on no page."""
    return plural(count, "{count} contact", "{count} contacts")


def struck_places(word: str, places: int, longer: Sequence[str]) -> str:
    """A word is struck in so many places of the page, with these longer words."""
    told = plural(places, "“{word}” is struck in {count} place.", "“{word}” is struck in {count} places.", word=word)
    if not longer:
        return told
    return plural(
        len(longer),
        "{told} A longer word went with it: {longer}.",
        "{told} Longer words went with it: {longer}.",
        told=told,
        longer=listed(longer),
    )


def word_nowhere(word: str) -> str:
    """A word that was to be blacked out is not on the page, but for carelog's own words such as months."""
    return _(
        "“{word}” is not among your words on this page, so nothing is blacked out for it. "
        "Is it spelled as in your journal?"
    ).format(word=word)


def entry_nowhere(handle: str) -> str:
    """An entry that was to be left out has no part in the page."""
    sentence = _("Entry {handle} is not on this page, so leaving it out changes nothing. Is it the one you mean?")
    return sentence.format(handle=handle)


def word_in_file_name(word: str) -> str:
    """A word that is blacked out on the page is in the name of its file."""
    return _("“{word}” is in the name of the file. Whoever gets the file sees it.").format(word=word)


def section_nowhere(section: str) -> str:
    """A section that was to be left out is not on the page anyway."""
    return _("This page has no “{section}” anyway.").format(section=section)


def ask_to_write(place: str, *, can_take_back: bool = False) -> str:
    """The last question before a page is written to a file or, if `place` is empty, to the screen.

    With `can_take_back` something was struck that the key u brings back.
    """
    if can_take_back:
        if not place:
            return _("Enter shows it here. s strikes something more, u takes the last one back, q stops")
        question = _("Enter writes it to {place}. s strikes something more, u takes the last one back, q stops")
        return question.format(place=shown_path(place))
    if not place:
        return _("Enter shows it here. s strikes something: a section, an entry’s handle, a name or word. q stops")
    return _(
        "Enter writes it to {place}. s strikes something: a section, an entry’s handle, a name or word. q stops"
    ).format(place=shown_path(place))


def end_of_preview(place: str, *, can_take_back: bool = False) -> str:
    """The footer at the end of a preview in the pager; with `can_take_back` the key u brings back what was struck."""
    if can_take_back:
        if not place:
            return _("q stops, s strikes more, u takes the last one back, Enter shows it here")
        question = _("q stops, s strikes more, u takes the last one back, Enter writes it to {place}")
        return question.format(place=shown_path(place))
    if not place:
        return _("q stops, s strikes something, Enter shows it here")
    return _("q stops, s strikes something, Enter writes it to {place}").format(place=shown_path(place))


def ask_to_copy(place: str) -> str:
    """The last question before a full copy is written."""
    if not place:
        return _("Enter shows it here. q stops")
    return _("Enter writes it to {place}. q stops").format(place=shown_path(place))


def written(place: Path) -> str:
    """A file was written."""
    return _("Written to {place}.").format(place=shown_path(place))
