"""What a person has set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import Enum

from carelog.domain.mood import MoodWords


class Theme(Enum):
    """Colours for the terminal's background; AUTO uses only those that are legible on both."""

    AUTO = "auto"
    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's settings, checked.

    `country` are ISO 3166 codes and `languages`, in which helplines speak, ISO 639 codes, each in the person's order;
    `day_starts_at` is the time at which a day of the journal begins; `country_asked` is whether the person left the
    question for the country open; `daylio_moods` are the scores that they gave to their own mood names of another app.
    `shared_sections` and `shared_names` say by audience what a page holds and how the name stands on it, where that is
    not the usual. `lock_minutes` is how long the key of a locked journal waits after its last use, 0 for not at all;
    `lock_card` is what of the crisis card stays readable without it.
    """

    country: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    name: str = ""
    day_starts_at: time = time(4)
    plain: bool = False
    theme: Theme = Theme.AUTO
    shared_computer: bool = False
    discreet: bool = False
    own_screen: bool = True
    streaks: bool = False
    offer_plan: bool = True
    mood: MoodWords = field(default_factory=MoodWords)
    country_asked: bool = False
    daylio_moods: Mapping[str, int] = field(default_factory=dict)
    shared_sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shared_names: Mapping[str, str] = field(default_factory=dict)
    lock_minutes: int = 15
    lock_card: tuple[str, ...] = ("lines", "names", "numbers")
