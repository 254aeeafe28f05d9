"""A contact: someone a person trusts, how to reach them and what they are good for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.ids import handle
from carelog.domain.text import LONGEST_COVER, checked_line, checked_name, checked_text
from carelog.errors import InvalidValue

LAST_PLACE = 999
"""The last place on the crisis card."""
LONGEST_INTERVAL = 366
"""The most days after which a reminder to keep in touch comes."""


class Role(Enum):
    """Who a contact is to the person."""

    FAMILY = "family"
    FRIEND = "friend"
    PEER = "peer"
    GROUP = "group"
    PROFESSIONAL = "professional"
    SERVICE = "service"


class GoodFor(Enum):
    """What a contact can help with."""

    LISTENING = "listening"
    COMPANY = "company"
    PRACTICAL = "practical"
    DISTRACTION = "distraction"
    EMERGENCY = "emergency"


class WayKind(Enum):
    """The kinds of ways to reach a contact."""

    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    WEB = "web"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a contact; numbers are kept in the form they were typed in.

    Raises InvalidValue for an empty value, a number without a digit, or an e-mail address without @.
    """

    kind: WayKind
    value: str
    label: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", checked_name(self.value, f"contact.{self.kind.value}"))
        object.__setattr__(self, "label", checked_line(self.label, "contact.label"))
        if self.kind in (WayKind.PHONE, WayKind.TEXT) and not any(sign.isdigit() for sign in self.value):
            raise InvalidValue("contact.number-without-digits", number=self.value)
        if self.kind is WayKind.EMAIL and "@" not in self.value:
            raise InvalidValue("contact.not-an-email-address", address=self.value)


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone to turn to. `crisis_order` is their place on the crisis card, from 1, or None.

    `hours` are when they can be reached, in words that `read_hours` may understand, and `zone` is the IANA name of the
    time zone of these hours, empty for the person's own. `agreed_on` is the day on which they agreed to be asked, and
    `agreed_to` what they agreed to. `meets` is when a group meets, in words that `read_meeting` may understand.
    `keep_in_touch` is the number of days without contact after which the person wants a reminder, or None; before the
    day `snoozed` there is none. `called` is what the person calls them, empty where that is their name. `cover` is what
    others may read in place of the name, empty where nothing was chosen; somebody who is `not_on_card` stays off the
    crisis card and the printed one.

    Raises InvalidValue for an empty name, a place outside 1 to 999 or a number of days outside 1 to 366.
    """

    id: str
    name: str
    role: Role = Role.FRIEND
    ways: tuple[Way, ...] = ()
    good_for: tuple[GoodFor, ...] = ()
    hours: str = ""
    crisis_order: int | None = None
    say: str = ""
    note: str = ""
    zone: str = ""
    agreed_on: date | None = None
    agreed_to: str = ""
    meets: str = ""
    keep_in_touch: int | None = None
    snoozed: date | None = None
    cover: str = ""
    not_on_card: bool = False
    called: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", checked_name(self.name, "contact.name"))
        object.__setattr__(self, "hours", checked_line(self.hours, "contact.hours"))
        object.__setattr__(self, "say", checked_line(self.say, "contact.say", longest=500))
        object.__setattr__(self, "note", checked_text(self.note, "contact.note"))
        object.__setattr__(self, "zone", checked_line(self.zone, "contact.zone", longest=60))
        object.__setattr__(self, "agreed_to", checked_line(self.agreed_to, "contact.agreed-to", longest=500))
        object.__setattr__(self, "meets", checked_line(self.meets, "contact.meets"))
        object.__setattr__(self, "called", checked_line(self.called, "contact.called", longest=LONGEST_COVER))
        object.__setattr__(self, "cover", checked_line(self.cover, "text.cover", longest=LONGEST_COVER))
        if self.keep_in_touch is not None and self.keep_in_touch not in range(1, LONGEST_INTERVAL + 1):
            raise InvalidValue("contact.keep-in-touch-out-of-range", longest=LONGEST_INTERVAL)
        if self.crisis_order is not None and self.crisis_order not in range(1, LAST_PLACE + 1):
            raise InvalidValue("contact.crisis-order-out-of-range", last=LAST_PLACE)

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)
