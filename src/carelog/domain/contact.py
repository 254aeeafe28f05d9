"""A contact: someone a person trusts, how to reach them and what for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from carelog.domain.ids import handle
from carelog.domain.text import checked_line, checked_name, checked_text
from carelog.errors import InvalidValue

_PLACES = 999


class Role(Enum):
    """Who someone is to the person."""

    FAMILY = "family"
    FRIEND = "friend"
    PEER = "peer"
    GROUP = "group"
    PROFESSIONAL = "professional"
    SERVICE = "service"


class GoodFor(Enum):
    """What someone is good for when it is needed."""

    LISTENING = "listening"
    COMPANY = "company"
    PRACTICAL = "practical"
    DISTRACTION = "distraction"
    EMERGENCY = "emergency"


class WayKind(Enum):
    """Kinds of ways to reach someone."""

    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    WEB = "web"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach someone; numbers are kept as they were given.

    Raises InvalidValue for an empty value, or a phone number without a digit.
    """

    kind: WayKind
    value: str
    label: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", checked_name(self.value, f"A contact's {self.kind.value}"))
        object.__setattr__(self, "label", checked_line(self.label, "A label"))
        if self.kind in (WayKind.PHONE, WayKind.TEXT) and not any(sign.isdigit() for sign in self.value):
            raise InvalidValue(f"“{self.value}” has no digits, so it cannot be a number to call or text.")
        if self.kind is WayKind.EMAIL and "@" not in self.value:
            raise InvalidValue(f"“{self.value}” is not an e-mail address.")


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone to turn to. `crisis_order` is their place on the crisis card, from 1, or None.

    Raises InvalidValue for an empty name or a place outside 1 to 999.
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

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", checked_name(self.name, "A contact's name"))
        object.__setattr__(self, "hours", checked_line(self.hours, "Hours"))
        object.__setattr__(self, "say", checked_line(self.say, "What to say", longest=500))
        object.__setattr__(self, "note", checked_text(self.note, "A contact's note"))
        if self.crisis_order is not None and self.crisis_order not in range(1, _PLACES + 1):
            raise InvalidValue(f"The place on the crisis card is counted from 1, up to {_PLACES}.")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)
