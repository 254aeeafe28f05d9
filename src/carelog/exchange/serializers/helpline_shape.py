"""The JSON of helplines, spelled out by hand: keys are added, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelog.domain.people.helpline_mark import HelplineMark
    from carelog.review.people.helpline_list import HelplineList, ListedLine


def helplines_shape(found: HelplineList) -> dict[str, Any]:
    """Countries with their emergency numbers, all of their lines, and what short names of sources stand for."""
    return {
        "country_source": found.source,
        "countries": [
            {
                "country": country.code,
                "name": country.name,
                "emergency": country.emergency or None,
                "sources": list(country.emergency_sources),
            }
            for country in found.countries
        ],
        "lines": [_line(line) for country in found.countries for line in country.lines],
        "source_names": found.keys,
    }


def mark_shape(mark: HelplineMark) -> dict[str, Any]:
    """What the person says of a line."""
    return {
        "country": mark.country,
        "name": mark.name,
        "hidden": mark.hidden,
        "checked_on": mark.checked_on.isoformat() if mark.checked_on else None,
    }


def _line(line: ListedLine) -> dict[str, Any]:
    return {
        "country": line.country,
        "name": line.name,
        "phone": next(iter(line.phones), None),
        "phone_alt": list(line.phones[1:]),
        "sms": line.sms or None,
        "sms_text": line.sms_text or None,
        "whatsapp": line.whatsapp or None,
        "chat": line.chat or None,
        "hours": line.hours or None,
        "cost": line.cost or None,
        "languages": list(line.languages),
        "checked": line.checked,
        "checked_by_you": line.by_you,
        "one_source": line.one_source,
        "stale": line.stale,
        "hidden": line.hidden,
        "sources": list(line.sources),
    }
