"""Whether a number at the beginning of what was typed counts something, and so is no mood."""

from __future__ import annotations

from carelog.crisis.pleas import COUNTED
from carelog.domain.score import SCORES


def begins_with_count(text: str) -> bool:
    """Whether a score is followed at once by what makes it a count and no mood: `5 days`, `5%`, `1st`."""
    first, *more = text.split() or [""]
    unit = (first[1:] or (more[0] if more else "")).casefold().strip(".,;:!?")
    return first[:1].isdecimal() and int(first[0]) in SCORES and unit in COUNTED
