"""The settings that a person can change. Each is declared once, in FIELDS; help, checks and documentation follow.

FIELDS stands below the functions that it refers to. Its descriptions are translated when this module is imported, so
the language is chosen before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import Any

from carelog.domain.mood import MoodScale
from carelog.domain.people.line_topic import LineTopic
from carelog.domain.score import SCORES, checked_score
from carelog.errors import NotFound
from carelog.language import gettext as _
from carelog.language import language_named, languages
from carelog.settings import Settings, StartQuestion, Theme

LONGEST_LOCK_MINUTES = 24 * 60
LONGEST_NAME = 200
"""The most characters of a name that insights keep out."""
NOTHING_TICKED = "nothing"
"""The value of lock.card that leaves no field of the crisis card readable."""

PERSONAL = ("name", "mood.words", "insights.never")
"""The keys of settings whose values are the person's own words."""

_ON_OFF = _("on or off")
_PAGES = {"therapist": _("a page for a therapist"), "ally": _("a page for an ally")}
"""What is made for each audience."""


class Field:
    """One setting: its dotted `key` in the file, its `purpose` and its `allowed` values in words.

    `read` takes settings and a value, from TOML or as typed, and returns the settings with that value; it raises
    ValueError, TypeError or LookupError for a value that is not allowed. `value_in` returns the value as TOML has it,
    and `why` a sentence on where it comes from if that is another setting; empty where it does not.
    """

    __slots__ = ("allowed", "key", "purpose", "read", "value_in", "why")

    def __init__(
        self,
        key: str,
        purpose: str,
        allowed: str,
        read: Callable[[Settings, Any], Settings],
        value_in: Callable[[Settings], Any],
        why: Callable[[Settings], str] = lambda _settings: "",
    ) -> None:
        self.key = key
        self.purpose = purpose
        self.allowed = allowed
        self.read = read
        self.value_in = value_in
        self.why = why

    def show(self, settings: Settings) -> str:
        """The value as people read it: on or off, or items with commas between them."""
        value = self.value_in(settings)
        if isinstance(value, bool):
            return "on" if value else "off"
        return ", ".join(value) if isinstance(value, list) else str(value)


def field_of(key: str) -> Field:
    """The setting with a key, in any case and with dashes for underscores.

    Raises NotFound, naming all keys, when there is none.
    """
    for each in FIELDS:
        if each.key == key.strip().lower().replace("-", "_"):
            return each
    raise NotFound("settings.unknown", key=key, known=", ".join(each.key for each in FIELDS))


def _country(settings: Settings, value: Any) -> Settings:
    upper = [code.upper() for code in _codes(value, {2})]
    return replace(settings, country=tuple(dict.fromkeys("GB" if code == "UK" else code for code in upper)))


def _languages(settings: Settings, value: Any) -> Settings:
    return replace(settings, languages=tuple(dict.fromkeys(code.lower() for code in _codes(value, {2, 3}))))


def _line_topics(settings: Settings, value: Any) -> Settings:
    names = value if isinstance(value, list) else str(value).replace(",", " ").split()
    return replace(settings, line_topics=tuple(dict.fromkeys(LineTopic(str(name).lower()) for name in names)))


def _language(settings: Settings, value: Any) -> Settings:
    wanted = str(value).strip()
    found = language_named(wanted)
    if wanted and not found:
        raise ValueError
    return replace(settings, language=found)


def _allowed_languages() -> str:
    others = languages()
    if not others:
        return _("empty, which is English; there is no other language yet")
    return _("empty, which is English, or one of {languages}").format(languages=", ".join(others))


def _codes(value: Any, lengths: set[int]) -> list[str]:
    codes = [str(code) for code in (value if isinstance(value, list) else str(value).replace(",", " ").split())]
    if not all(len(code) in lengths and code.isascii() and code.isalpha() for code in codes):
        raise ValueError
    return codes


def _name(settings: Settings, value: Any) -> Settings:
    from carelog.domain.text import clean_line

    if not isinstance(value, str) or len(value) > 80:
        raise ValueError
    return replace(settings, name=clean_line(value))


def _day_starts_at(settings: Settings, value: Any) -> Settings:
    starts = value if isinstance(value, time) else time.fromisoformat(str(value).zfill(5))
    if starts > time(12):
        raise ValueError
    return replace(settings, day_starts_at=starts.replace(second=0, microsecond=0))


def _switch(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    return {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}[str(value).lower()]


def _why_pages_vanish(settings: Settings) -> str:
    if settings.own_screen is not None:
        return _("You set it. To let it follow shared_computer: carelog settings set own_screen ''")
    return _("It follows shared_computer. To have pages vanish: carelog settings set own_screen on")


def _mood_words(settings: Settings, value: Any) -> Settings:
    words = value if isinstance(value, list) else [word for word in str(value).split(",") if word.strip()]
    if words and len(words) != len(SCORES):
        raise ValueError
    return replace(settings, mood=replace(settings.mood, renamed=tuple(str(word).strip() for word in words)))


def _mood_scale(settings: Settings, value: Any) -> Settings:
    return replace(settings, mood=replace(settings.mood, scale=MoodScale(value)))


def _insights_never(settings: Settings, value: Any) -> Settings:
    from carelog.domain.text import clean_line

    names = value if isinstance(value, list) else str(value).split(",")
    cleaned = [clean_line(str(name)) for name in names]
    if any(len(name) > LONGEST_NAME for name in cleaned):
        raise ValueError
    return replace(settings, insights_never=tuple(dict.fromkeys(filter(None, cleaned))))


def _daylio_moods(settings: Settings, value: Any) -> Settings:
    return replace(settings, daylio_moods={str(name): checked_score(score) for name, score in value.items()})


def _lock_minutes(settings: Settings, value: Any) -> Settings:
    minutes = 0 if str(value).lower() == "off" else int(value)
    if isinstance(value, bool) or not 0 <= minutes <= LONGEST_LOCK_MINUTES:
        raise ValueError
    return replace(settings, lock_minutes=minutes)


def _lock_card(settings: Settings, value: Any) -> Settings:
    from carelog.domain.card_field import CardField

    names = value if isinstance(value, list) else str(value).replace(",", " ").split()
    ticked = {CardField(str(name).lower()).value for name in names if name != NOTHING_TICKED}
    return replace(settings, lock_card=tuple(sorted(ticked)))


def _audience_fields(audience: str) -> tuple[Field, Field]:
    """The settings for the sections of a page for an audience, and for how the name appears on it."""

    def read_sections(settings: Settings, value: Any) -> Settings:
        from carelog.domain.audience import Section

        names = value if isinstance(value, list) else str(value).replace(",", " ").split()
        sections = tuple(Section(str(name).lower()).value for name in names)
        others = {key: kept for key, kept in settings.shared_sections.items() if key != audience}
        return replace(settings, shared_sections=others | ({audience: sections} if sections else {}))

    def read_name(settings: Settings, value: Any) -> Settings:
        from carelog.domain.audience import NameShown

        others = {key: kept for key, kept in settings.shared_names.items() if key != audience}
        return replace(settings, shared_names=others | ({audience: NameShown(value).value} if value else {}))

    return (
        Field(
            f"share.{audience}.sections",
            _("what {page} holds, where that is not the usual: docs/sharing.md").format(page=_PAGES[audience]),
            _("names of sections with commas between them, such as topics,safety,mood"),
            read_sections,
            lambda settings: list(settings.shared_sections.get(audience, ())),
        ),
        Field(
            f"share.{audience}.name",
            _("how your name stands on {page}").format(page=_PAGES[audience]),
            _("as-set, initials or not"),
            read_name,
            lambda settings: settings.shared_names.get(audience, ""),
        ),
    )


def _asked_field(question: StartQuestion) -> Field:
    def read(settings: Settings, value: Any) -> Settings:
        return replace(settings, asked=settings.asked | {question} if _switch(value) else settings.asked - {question})

    return Field(
        f"asked.{question.value.replace('-', '_')}",
        _("you answered or declined this question of the start"),
        _ON_OFF,
        read,
        lambda settings: question in settings.asked,
    )


FIELDS = (
    Field(
        "country",
        _("whose helplines and emergency number the crisis card shows; several are possible, the first comes first"),
        _("two-letter country codes such as GB or GB,IE"),
        _country,
        lambda settings: list(settings.country),
    ),
    Field(
        "language",
        _("the language in which carelog speaks"),
        _allowed_languages(),
        _language,
        lambda settings: settings.language,
    ),
    Field(
        "helplines.languages",
        _("lines that speak these languages come first on the crisis card"),
        _("two- or three-letter language codes such as en or tr,de"),
        _languages,
        lambda settings: list(settings.languages),
    ),
    Field(
        "helplines.for",
        _("lines about this are on the crisis card too, behind the first one; card.txt says which"),
        _("abuse, alcohol, drugs, eating, young and deaf, with commas"),
        _line_topics,
        lambda settings: [topic.value for topic in settings.line_topics],
    ),
    Field(
        "helplines.text_first",
        _("lines that can be written to come first on the crisis card"),
        _ON_OFF,
        lambda settings, value: replace(settings, text_first=_switch(value)),
        lambda settings: settings.text_first,
    ),
    Field(
        "name",
        _("your name or initials as a page for a therapist shows them"),
        _("up to 80 characters"),
        _name,
        lambda settings: settings.name,
    ),
    Field(
        "day_starts_at",
        _("the time at which your day begins; what is noted before it counts as the day before"),
        _("a time from 00:00 to 12:00, such as 04:00"),
        _day_starts_at,
        lambda settings: f"{settings.day_starts_at:%H:%M}",
    ),
    Field(
        "plain",
        _("words instead of drawings, for screen readers"),
        _ON_OFF,
        lambda settings, value: replace(settings, plain=_switch(value)),
        lambda settings: settings.plain,
    ),
    Field(
        "theme",
        _("colours for a dark or a light window; auto finds out which it is, and has no colours where it cannot"),
        _("auto, dark or light"),
        lambda settings, value: replace(settings, theme=Theme(value)),
        lambda settings: settings.theme.value,
    ),
    Field(
        "shared_computer",
        _("other people use this computer: carelog reminds you how to keep words out of the shell's history"),
        _ON_OFF,
        lambda settings, value: replace(settings, shared_computer=_switch(value)),
        lambda settings: settings.shared_computer,
    ),
    Field(
        "discreet",
        _("pages for a screen that others can see, in sentences, without pictures; “carelog help discreet” says more"),
        _ON_OFF,
        lambda settings, value: replace(settings, discreet=_switch(value)),
        lambda settings: settings.discreet,
    ),
    Field(
        "own_screen",
        _(
            "pages of your journal vanish from the window when you leave them, and its scrollback keeps "
            "nothing of them; not set, it follows shared_computer"
        ),
        _ON_OFF,
        lambda settings, value: replace(settings, own_screen=_switch(value)),
        lambda settings: settings.pages_vanish,
        _why_pages_vanish,
    ),
    Field(
        "streaks",
        _("runs of kept days on the page of “carelog streaks”; without it the page shows what was kept and how firmly"),
        _ON_OFF,
        lambda settings, value: replace(settings, streaks=_switch(value)),
        lambda settings: settings.streaks,
    ),
    Field(
        "offer_plan",
        _("after a week of lowest moods one line says how to turn to someone"),
        _ON_OFF,
        lambda settings, value: replace(settings, offer_plan=_switch(value)),
        lambda settings: settings.offer_plan,
    ),
    Field(
        "mood.scale",
        _("one-sided: higher is better; two-sided: both ends are hard and the middle is level"),
        _("one-sided or two-sided"),
        _mood_scale,
        lambda settings: settings.mood.scale.value,
    ),
    Field(
        "mood.words",
        _("your own words for the moods 1 to 5"),
        _("five different words from lowest to highest, with commas between them; none begins with a number"),
        _mood_words,
        lambda settings: list(settings.mood.renamed),
    ),
    Field(
        "insights.never",
        _("what insights never compare with mood, on no page; carelog insights --never NAME adds to it"),
        _("names of tags, scales, feelings, routines and activities, with commas between them"),
        _insights_never,
        lambda settings: list(settings.insights_never),
    ),
    Field(
        "lock.cache",
        _(
            "how many minutes the key of a locked journal waits after its last use; "
            "0 asks for the passphrase every time"
        ),
        _("a number of minutes from 0 to 1440"),
        _lock_minutes,
        lambda settings: settings.lock_minutes,
    ),
    Field(
        "lock.card",
        _("what of your crisis card stays readable while your journal is locked: docs/lock.md"),
        _(
            "names, full-names, numbers, other-ways, hours, say, lines, sentence, steps and kind, "
            "with commas, or nothing"
        ),
        _lock_card,
        lambda settings: list(settings.lock_card or (NOTHING_TICKED,)),
    ),
    *_audience_fields("therapist"),
    *_audience_fields("ally"),
)

DAYLIO_MOODS = Field(
    "import.daylio.moods",
    _("the scores you gave to your own Daylio moods"),
    _("a table of names and scores, such as so-so = 3"),
    _daylio_moods,
    lambda settings: dict(settings.daylio_moods),
)
ASKED = {question: _asked_field(question) for question in StartQuestion}
"""Whether each question of the start was answered or declined."""
NOBODY_YET = Field(
    "asked.nobody_yet",
    _("you answered “nobody yet” at the start, so it does not ask again"),
    _ON_OFF,
    lambda settings, value: replace(settings, nobody_yet=_switch(value)),
    lambda settings: settings.nobody_yet,
)
PAGES_STAY_TOLD = Field(
    "told.own_screen",
    _("you know that pages stay in the window"),
    _ON_OFF,
    lambda settings, value: replace(settings, knows_pages_stay=_switch(value)),
    lambda settings: settings.knows_pages_stay,
)
REMEMBERED = (DAYLIO_MOODS, *ASKED.values(), NOBODY_YET, PAGES_STAY_TOLD)
"""Settings that carelog writes to the file by itself. Lists do not show them."""
