"""Phone numbers that address books hold as URIs: `tel:` (RFC 3966, with pauses of RFC 2806) and `sms:` (RFC 5724)."""

from __future__ import annotations

from collections.abc import Sequence

from carelog.domain.people.contact import WayKind

_KINDS = {
    "tel": WayKind.PHONE,
    "callto": WayKind.PHONE,
    "sms": WayKind.TEXT,
    "smsto": WayKind.TEXT,
    "mms": WayKind.TEXT,
    "mmsto": WayKind.TEXT,
}


def kind_of_uri(value: str) -> WayKind | None:
    """Whether a URI is a number to call or to text; None where it is neither, such as a bare number."""
    scheme, colon, _ = value.partition(":")
    return _KINDS.get(scheme.strip().lower()) if colon else None


def numbers_of_uri(value: str) -> list[str]:
    """The numbers of such a URI as they are dialled; one for texts can name several."""
    from urllib.parse import unquote

    _, _, rest = value.partition(":")
    rest = rest.removeprefix("//").partition("?")[0]
    recipients = rest.split(",") if kind_of_uri(value) is WayKind.TEXT else [rest]
    return [number for each in recipients if (number := _number(*unquote(each).split(";")))]


def _number(number: str, *parameters: str) -> str:
    """A number with the area that it is dialled in, its extension, and what is dialled after a pause."""
    number = number.strip()
    area = _value(parameters, "phone-context")
    if area.startswith("+") and number and not number.startswith("+"):
        number = f"{area}-{number}"
    if extension := _value(parameters, "ext"):
        number = f"{number} ext. {extension}"
    return number + _value(parameters, "postd")


def _value(parameters: Sequence[str], name: str) -> str:
    """The value of a parameter; empty where it is missing."""
    pairs = (each.partition("=") for each in parameters)
    return next((value.strip() for key, _, value in pairs if key.strip().lower() == name), "")
