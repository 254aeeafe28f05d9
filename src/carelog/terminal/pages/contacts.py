"""Contacts as tables: all of them, or one with everything that was noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.lists import listed
from carelog.wording.pages.common import HANDLE
from carelog.wording.people import contacts as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.review.people.contacts import Reachable
    from carelog.terminal.page import Page


def contacts_table(contacts: Sequence[Reachable], if_empty: str = words.NO_CONTACTS, *, handles: bool = False) -> Page:
    """All contacts, one a row, with their `handles` where they are asked for."""
    from carelog.terminal.table import ListTable

    rows = [
        (
            str(each.contact.crisis_order or ""),
            each.contact.name,
            words.ROLES[each.contact.role],
            words.ways(each.contact.ways),
            words.reachable(each.now, each.opens),
            listed(filter(None, [each.contact.hours, each.contact.meets])),
            words.good_for(each.contact.good_for),
            each.contact.handle if handles else "",
        )
        for each in contacts
    ]
    return ListTable((*words.COLUMNS, HANDLE), rows, if_empty=if_empty)


def contact_table(standing: Reachable) -> Page:
    """One contact, a fact a row."""
    from carelog.terminal.table import ListTable

    contact = standing.contact
    cover = "" if contact.cover == contact.name else contact.cover
    rows = [(words.NAME, contact.name), (words.CALLED, contact.called), (words.COVER, cover)]
    rows += [(words.ROLE, words.ROLES[contact.role])]
    rows += [(words.WAY_KINDS[way.kind], f"{way.value} {way.label}".strip()) for way in contact.ways]
    rows += [(words.GOOD_FOR, words.good_for(contact.good_for)), (words.HOURS, contact.hours)]
    rows += [(words.TIME_ZONE, contact.zone), (words.NOW, words.reachable(standing.now, standing.opens))]
    rows += [
        (words.MEETS, contact.meets),
        (words.CRISIS_CARD, words.place_on_card(contact.crisis_order, off=contact.not_on_card)),
    ]
    rows += [(words.WHAT_TO_SAY, contact.say)]
    rows += [(words.SAID_YES_TO, words.agreement(contact.agreed_to, contact.agreed_on))]
    rows += [(words.KEEP_IN_TOUCH, words.every(contact.keep_in_touch)), (words.NOTE, contact.note)]
    return ListTable(("", ""), [row for row in rows if row[1]])
