"""Contacts as tables: all of them, or one with everything that was noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.people import contacts as contacts_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.review.people.contacts import Reachable
    from carelog.terminal.page import Page


def contacts_table(contacts: Sequence[Reachable]) -> Page:
    """All contacts, one a row."""
    from carelog.terminal.table import ListTable

    rows = [
        (
            str(each.contact.crisis_order or ""),
            each.contact.name,
            each.contact.role.value,
            ", ".join(map(contacts_words.way, each.contact.ways)),
            contacts_words.reachable(each.now, each.opens),
            ", ".join([*filter(None, [each.contact.hours, each.contact.meets])]),
            ", ".join(good.value for good in each.contact.good_for),
        )
        for each in contacts
    ]
    headers = ("card", "name", "role", "reach", "now", "hours", "good for")
    return ListTable(headers, rows, if_empty=contacts_words.NO_CONTACTS)


def contact_table(standing: Reachable) -> Page:
    """One contact, a fact a row."""
    from carelog.terminal.table import ListTable

    contact = standing.contact
    rows = [("name", contact.name), ("role", contact.role.value)]
    rows += [(way.kind.value, f"{way.value} {way.label}".strip()) for way in contact.ways]
    rows += [("good for", ", ".join(each.value for each in contact.good_for)), ("hours", contact.hours)]
    rows += [("time zone", contact.zone), ("now", contacts_words.reachable(standing.now, standing.opens))]
    rows += [("meets", contact.meets), ("crisis card", str(contact.crisis_order or "")), ("what to say", contact.say)]
    rows += [("said yes to", contacts_words.agreement(contact.agreed_to, contact.agreed_on))]
    rows += [("keep in touch", contacts_words.every(contact.keep_in_touch)), ("note", contact.note)]
    return ListTable(("", ""), [row for row in rows if row[1]])
