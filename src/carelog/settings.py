"""The settings of a person, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import Enum

from carelog.domain.mood import MoodWords
from carelog.domain.people.line_topic import LineTopic


class Theme(Enum):
    """Colours for a dark or a light window; AUTO stands for those that fit, or for none where that is unknown."""

    AUTO = "auto"
    DARK = "dark"
    LIGHT = "light"


class StartQuestion(Enum):
    """What `carelog start` asks, in its order."""

    SCREEN_READER = "screen-reader"
    COUNTRY = "country"
    PERSON = "person"
    SCALE = "scale"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's settings, all of them valid.

    `country` are ISO 3166 codes and `languages` ISO 639 codes of the languages that helplines should speak, both in the
    person's order of preference. `line_topics` are what else the card shows lines for, and with `text_first` those that
    can be written to come first. `language` is the language of carelog's own sentences, such as pt-BR, empty for
    English. `day_starts_at` is the time at which a day of the journal begins. `asked` are the questions of the start
    that the person answered or declined, and `nobody_yet` is true if they know nobody to call. `daylio_moods` are the
    scores, 1 to 5, that they gave to their own mood names in Daylio. `shared_sections` and `shared_names` override, by
    key of an audience, the sections of its pages and how the name appears on them. `lock_minutes` is for how many
    minutes after its last use the key of a locked journal is cached, 0 for not at all; `lock_card` are the fields of
    the crisis card that stay readable without the key. `insights_never` are names that are never compared with mood.
    `own_screen` is None where the person did not say whether pages have a screen of their own; `knows_pages_stay` is
    true where they were told that pages stay in the window by default, or never had a carelog in which they did not.
    """

    country: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    line_topics: tuple[LineTopic, ...] = ()
    text_first: bool = False
    language: str = ""
    name: str = ""
    day_starts_at: time = time(4)
    plain: bool = False
    theme: Theme = Theme.AUTO
    shared_computer: bool = False
    discreet: bool = False
    own_screen: bool | None = None
    streaks: bool = False
    offer_plan: bool = True
    mood: MoodWords = field(default_factory=MoodWords)
    asked: frozenset[StartQuestion] = frozenset()
    nobody_yet: bool = False
    knows_pages_stay: bool = False
    daylio_moods: Mapping[str, int] = field(default_factory=dict)
    shared_sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shared_names: Mapping[str, str] = field(default_factory=dict)
    insights_never: tuple[str, ...] = ()
    lock_minutes: int = 15
    lock_card: tuple[str, ...] = ("lines", "names", "numbers")

    @property
    def pages_vanish(self) -> bool:
        """Whether pages have a screen of their own: as the person said, else on a computer that others use."""
        return self.shared_computer if self.own_screen is None else self.own_screen
