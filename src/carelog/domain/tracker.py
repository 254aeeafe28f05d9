"""A tracker: a person's own scale for something they measure, such as sleep in hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.ids import handle
from carelog.domain.numbers import checked_number, show_number
from carelog.domain.text import LONGEST_COVER, checked_line, checked_name
from carelog.errors import InvalidValue


class Better(Enum):
    """Whether higher or lower readings are better, or neither."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class About(Enum):
    """What a scale measures, as far as pages have to know it.

    NIGHT is the night before a day, FUNCTION how much the mood got in the way of what was to be done, and OTHER
    something of which pages have to know nothing, whatever the name says.
    """

    NIGHT = "night"
    FUNCTION = "function"
    IRRITABILITY = "irritability"
    ANXIETY = "anxiety"
    CYCLE = "cycle"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Tracker:
    """A scale with a name, a unit and, optionally, its lowest and highest possible reading, and what it is `about`.

    `cover` is what others may read in place of the name, empty where nothing was chosen.

    Raises InvalidValue for an empty name, a name with `=`, a bound that is not finite, or a lowest reading above
    the highest.
    """

    id: str
    name: str
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    better: Better = Better.NEITHER
    archived: date | None = None
    about: About | None = None
    cover: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", checked_name(self.name, "tracker.name", longest=60))
        object.__setattr__(self, "unit", checked_line(self.unit, "text.unit", longest=30))
        object.__setattr__(self, "cover", checked_line(self.cover, "text.cover", longest=LONGEST_COVER))
        for bound in ("minimum", "maximum"):
            if (number := getattr(self, bound)) is not None:
                object.__setattr__(self, bound, checked_number(number, f"tracker.{bound}"))
        if "=" in self.name:
            raise InvalidValue("tracker.name-with-equals-sign")
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise InvalidValue("tracker.minimum-above-maximum")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    @property
    def example(self) -> float:
        """A possible reading: 5, or the nearest to it on the scale."""
        low = 5 if self.minimum is None else max(5, self.minimum)
        return low if self.maximum is None else min(low, self.maximum)

    def checked(self, reading: float) -> float:
        """Return a reading unchanged.

        Raises InvalidValue when it is not finite or outside the tracker's range.
        """
        checked_number(reading, "tracker.reading")
        low, high, shown = self.minimum, self.maximum, {"name": self.name, "reading": show_number(reading)}
        if low is not None and high is not None:
            if not low <= reading <= high:
                bounds = {"minimum": show_number(low), "maximum": show_number(high)}
                raise InvalidValue("tracker.reading-outside-range", **shown, **bounds)
        elif low is not None and reading < low:
            raise InvalidValue("tracker.reading-below-minimum", **shown, minimum=show_number(low))
        elif high is not None and reading > high:
            raise InvalidValue("tracker.reading-above-maximum", **shown, maximum=show_number(high))
        return reading

    def show(self, reading: float) -> str:
        """A reading with its unit, such as 7.5 h."""
        return f"{show_number(reading)} {self.unit}".strip()
