"""Read a new entry from the options, or ask for it, and save it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from carelog.cli.answer import Answer
from carelog.cli.forms.offered_tracker import made_first, number_after, with_offered
from carelog.cli.forms.signs_beside import answer_with_signs, is_first_low
from carelog.cli.prompts.ask import ask, ask_text, need_terminal
from carelog.cli.prompts.times import past_moment
from carelog.cli.runtime.given_twice import put_once
from carelog.cli.runtime.streams import say_on_stderr
from carelog.domain.mood import MIDDLE
from carelog.domain.numbers import read_number
from carelog.domain.score import SCORES
from carelog.domain.text import clean_line
from carelog.errors import InvalidValue
from carelog.wording import days as days_words
from carelog.wording import mood as mood_words
from carelog.wording import noted

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.entry import Entry
    from carelog.domain.mood import MoodWords
    from carelog.domain.time.days import Moment
    from carelog.domain.tracker import Tracker
    from carelog.journal import Journal
    from carelog.journal.collections.trackers import Trackers


class Details:
    """What a new entry has beside its score and its note.

    It is not a dataclass: defining one takes longer than the start of `carelog mood` allows.
    """

    __slots__ = ("at", "feelings", "offered", "private", "readings", "tags")

    def __init__(
        self,
        feelings: tuple[str, ...],
        tags: tuple[str, ...],
        readings: Mapping[str, float],
        at: Moment | None,
        *,
        private: bool,
        offered: Mapping[str, float] | None = None,
    ) -> None:
        self.feelings = feelings
        self.tags = tags
        self.readings = readings
        self.at = at
        self.private = private
        self.offered = offered or {}
        """Readings without a tracker, which is offered once the entry is kept; a journal that stays closed has none."""

    @classmethod
    def typed(
        cls,
        context: Context,
        journal: Journal | None,
        feelings: Sequence[str] | None,
        tags: Sequence[str] | None,
        readings: Sequence[str] | None,
        at: str | None,
        *,
        private: bool,
    ) -> Details:
        """The details that the options give.

        Where the journal is open, readings of an unknown tracker are those to be `offered`. Raises InvalidValue for a
        value that cannot be used.
        """
        known = _readings(readings or ())
        offered = {}
        if known and journal is not None:
            offered = {name: number for name, number in known.items() if not journal.trackers.knows(name)}
        return cls(
            _split_words(feelings),
            _split_words(tags),
            {name: number for name, number in known.items() if name not in offered},
            past_moment(context, at),
            private=private,
            offered=offered,
        )

    @property
    def are_empty(self) -> bool:
        """Whether an entry of these details alone would be empty."""
        return not (self.feelings or self.tags or self.readings or self.offered)

    def save(self, context: Context, journal: Journal | None, score: int | None, note: str) -> Answer:
        """Save the entry, or seal it where the journal stays closed (None), and answer with what was saved.

        Raises InvalidValue where there is nothing to save, and where a sealed entry has readings.
        """
        if score is None and self.are_empty and not note.strip():
            raise InvalidValue("entry.nothing-to-note")
        if journal is None:
            return self._seal(context, score, note)
        readings = self.readings
        if self.offered and score is None and not (note.strip() or self.feelings or self.tags or readings):
            readings = made_first(context, journal.trackers, self.offered)
        entry = self._begun(context, journal, score, note) or journal.entries.add(
            score,
            note,
            feelings=self.feelings,
            tags=self.tags,
            readings=readings,
            private=self.private,
            at=self.at,
        )
        entry = with_offered(context, journal, entry, self.offered)
        text, signs = answer_with_signs(context, journal, entry, _say_noted(context, journal, entry))
        return Answer(
            text=text,
            data=lambda: _shape(entry) | {"signs": signs, "sealed": False},
            exit_number=number_after(context, self.offered),
        )

    def _begun(self, context: Context, journal: Journal, score: int | None, note: str) -> Entry | None:
        """The entry that the quick door began, under its id; it has none of the details. None where none was begun."""
        if context.begun is None:
            return None
        from carelog.domain.entry import Entry
        from carelog.domain.time.days import Moment

        at = Moment.of_milliseconds(context.begun.milliseconds, context.begun.offset)
        day = at.day(context.settings.day_starts_at)
        return journal.entries.add_begun(Entry(id=context.begun.row_id, at=at, day=day, mood=score, note=note))

    def _seal(self, context: Context, score: int | None, note: str) -> Answer:
        """Keep the entry in an encrypted file beside the locked journal, which takes it in when it opens."""
        from carelog.domain.entry import Entry
        from carelog.domain.ids import new_id
        from carelog.journal.lock.sealed_notes import seal
        from carelog.wording import lock as lock_words

        if self.readings:
            raise InvalidValue("lock.sealed-without-readings")
        now = context.clock.now()
        at = self.at or now
        day = at.day(context.settings.day_starts_at)
        entry = Entry(
            id=new_id(now.milliseconds), at=at, day=day, mood=score, note=note, feelings=self.feelings, tags=self.tags,
            private=self.private,
        )  # fmt: skip
        seal(context.paths, entry)
        someone = [mood_words.SOMEONE_NOW] if score == 1 else []
        return Answer(
            text="\n".join([lock_words.SEALED, *someone]), data=lambda: _shape(entry) | {"signs": [], "sealed": True}
        )


def read_mood(context: Context, words: Sequence[str] | None, details: Details) -> tuple[int, str, Details]:
    """The score, the note and the details of a mood; on a terminal the person is asked for what is missing.

    Raises InvalidValue without a score where nobody can be asked.
    """
    scale = context.settings.mood
    score, text = scale.read(" ".join(words or ()))
    if score is not None:
        return score, text, details
    if text:
        need_terminal(context, "entry.words-without-score", **mood_words.as_typed(*_example(scale, text)))
    need_terminal(context, "entry.score-needs-terminal")
    score = ask_score(context, text)
    if not details.feelings:
        feelings = _split_words([ask_text(mood_words.ASK_FEELINGS)])
        details.feelings = feelings
    return score, text or ask_text(mood_words.ASK_NOTE), details


def ask_score(context: Context, text: str) -> int:
    """Ask for the score of these words, which are shown as kept; a terminal is needed."""
    if text:
        say_on_stderr(mood_words.words_kept(text))
    scale = context.settings.mood
    return ask(mood_words.ask_mood(scale.words), lambda typed: _required_score(scale.read(typed)[0]))


def read_note(context: Context, words: Sequence[str] | None, details: Details, *, edit: bool) -> tuple[str, bool]:
    """The words of a note, and whether to open the editor, as `edit` asks.

    Where there is nothing else to save, the editor that the person has chosen opens; without one the words are asked
    for.
    """
    text = " ".join(words or ())
    if edit or text or context.reads_standard_input or not details.are_empty:
        return text, edit
    if os.environ.get("VISUAL") or os.environ.get("EDITOR"):
        return text, True
    need_terminal(context, "program.text-needs-terminal")
    return ask_text(mood_words.ASK_WORDS), False


def read_readings(context: Context, trackers: Trackers, words: Sequence[str] | None) -> list[str]:
    """The readings as they are typed; without any, the person is asked for each tracker.

    Raises InvalidValue where nobody can be asked.
    """
    if words:
        return list(words)
    need_terminal(context, "tracker.readings-need-terminal")
    typed = (
        (each.name, _ask_reading(each, trackers.called(each))) for each in trackers.readable() if each.archived is None
    )
    return [f"{name}={number}" for name, number in typed if number]


def _example(scale: MoodWords, text: str) -> tuple[str, str]:
    """A score with which the words could be noted, and these: `4, good day` is meant as 4, `great day` may be 5."""
    first, _, rest = text.partition(" ")
    number = first.rstrip(",.;!")
    if number.isdecimal() and len(number) == 1 and int(number) in SCORES:
        return number, rest
    score = None if number.removeprefix("-").isdecimal() else scale.read(number)[0]
    return str(score or MIDDLE), text


def _split_words(typed: Sequence[str] | None) -> tuple[str, ...]:
    """Words that were given one by one or with commas between them, without blanks around them."""
    return tuple(clean_line(word) for each in typed or () for word in each.split(",") if clean_line(word))


def _readings(typed: Sequence[str]) -> dict[str, float]:
    readings: dict[str, float] = {}
    for each in typed:
        name, equals, number = each.partition("=")
        if not (equals and name.strip()):
            raise InvalidValue("tracker.reading-not-understood")
        put_once(readings, "--track", clean_line(name), read_number(number, "tracker.reading", name=clean_line(name)))
    return readings


def _say_noted(context: Context, journal: Journal, entry: Entry) -> str:
    """The sentences on an entry that was saved; its words are not among them."""
    private = [mood_words.PRIVATE] if entry.private else []
    if entry.mood == 1:
        return "\n".join([_say_hard(context, journal, entry), *private])
    more = [_first_sentence(context, entry)]
    if entry.day != entry.at.local.date():
        more.append(days_words.counted_for(entry.day, context.settings.day_starts_at))
    elif entry.day != context.today:
        more.append(mood_words.noted_for(entry.day))
    return " ".join([*more, *private])


def _say_hard(context: Context, journal: Journal, entry: Entry) -> str:
    """The answer to the lowest mood: which day it is kept with, and who is there; no handle, which helps nobody now."""
    now = context.clock.now().local.date()
    day = "" if entry.day == now else days_words.recent_day(entry.day, now)
    return mood_words.noted_hard(day, is_first=is_first_low(journal, entry))


def _shape(entry: Entry) -> dict[str, Any]:
    from carelog.exchange.serializers.nouns import entry_shape

    return {"entry": entry_shape(entry)}


def _required_score(score: int | None) -> int:
    if score is None:
        raise InvalidValue("entry.score-needed")
    return score


def _ask_reading(tracker: Tracker, called: str) -> str:
    asked_for = tracker if called == tracker.name else replace(tracker, name=called, unit="")

    def read(typed: str) -> str:
        if typed.strip():
            asked_for.checked(read_number(typed, "tracker.reading", name=called))
        return typed.strip()

    return ask(f"{called} ({asked_for.unit})" if asked_for.unit else called, read)


def _first_sentence(context: Context, entry: Entry) -> str:
    clock, handle = entry.at.clock, entry.handle
    if entry.mood:
        return noted.noted_mood(entry.mood, context.settings.mood.word(entry.mood), clock, handle)
    if entry.note:
        return noted.noted_note(clock, handle)
    if entry.readings:
        return mood_words.noted_readings(entry.readings, clock, handle)
    return mood_words.noted_it(clock, handle)
