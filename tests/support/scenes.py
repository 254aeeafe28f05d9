"""Journals to draw pages from, with the same people, days and handles in every run."""

import atexit
import weakref
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from itertools import count
from sqlite3 import Connection

from carelog.clock import Clock
from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.routines.stock import Stock
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import Moment
from carelog.journal import Journal

BERLIN = timezone(timedelta(hours=1))
FRIDAY = date(2026, 11, 20)
EVENING = Moment.of(datetime(2026, 11, 20, 18, 30, tzinfo=BERLIN))
HOSTILE = (
    "[/sad] [bold]not bold[/bold] :skull: [link=file:///]here[/link]",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 bell \x9b2J",
    "שלום, היום היה יום ארוך אבל הלכתי לים",
    "日本語のノート、今日は長い散歩をしました。気分が少し軽くなった",
    "👨‍👩‍👧‍👦 family 👍🏽 flag 🇩🇪 keycap 1️⃣ heart ❤️",
    "first line\n\nthird line\twith a tab",
    "a" * 130,
    "--help \u202eevil\u2066 \ufeffmarks\u200b",
    "é Ünïcödé ‘quotes’ … – ß",
)


_collected: list[Connection] = []
"""The connections of journals that are garbage; whichever thread collected those, it may not be the one that opened."""


@atexit.register
def _close_collected() -> None:
    while _collected:
        _collected.pop().close()


def closed_in_time(journal: Journal) -> Journal:
    """The journal itself, closed once it is garbage, because Python 3.13 warns of files left open."""
    _close_collected()
    weakref.finalize(journal, _collected.append, journal._store.connection)
    return journal


class Scene:
    """A journal to be filled, whose ids and times depend only on the order of the calls."""

    def __init__(self) -> None:
        seconds = count()
        made = datetime(2026, 11, 2, 9, tzinfo=BERLIN)
        self._journal = Journal.open(clock=Clock(lambda: made + timedelta(seconds=next(seconds)), BERLIN))
        closed_in_time(self._journal)
        self._entries: list[Entry] = []
        self._ticks: list[Tick] = []
        self._ids = (steady_id("scene", str(number)) for number in count())

    @property
    def journal(self) -> Journal:
        """The journal with everything so far, written in two transactions, because each one costs time."""
        self._journal.entries.add_imported(self._entries)
        self._journal.ticks.add_imported(self._ticks)
        self._entries.clear()
        self._ticks.clear()
        return self._journal

    def note(
        self,
        at: str,
        mood: int | None = None,
        note: str = "",
        *,
        feelings: Sequence[str] = (),
        tags: Sequence[str] = (),
        readings: Mapping[str, float] | None = None,
        private: bool = False,
    ) -> None:
        """Add an entry at a local time such as 2026-11-20 08:10."""
        moment = when(at)
        row = next(self._ids)
        day = moment.local.date()
        entry = Entry(row, moment, day, mood, note, tuple(feelings), tuple(tags), readings or {}, private=private)
        self._entries.append(entry)

    def routine(self, name: str, every: str = "daily", started: date = date(2026, 11, 2), **more: object) -> Routine:
        """Add a routine; by default it began before the scene's week."""
        routine = Routine(next(self._ids), name, started, read_cadence(every), **more)  # type: ignore[arg-type]  # passed on
        return self._journal.routines.insert(routine)

    def tick(
        self, routine: Routine, *times: str, state: TickState = TickState.DONE, amount: float | None = None
    ) -> None:
        """Add ticks of a routine at these local times."""
        moments = [when(each) for each in times]
        self._ticks += [Tick(next(self._ids), routine.id, at, at.local.date(), state, amount) for at in moments]


def when(text: str) -> Moment:
    """The moment of a local time in Berlin's winter."""
    return Moment.of(datetime.fromisoformat(text).replace(tzinfo=BERLIN))


def empty() -> Journal:
    """No entries yet."""
    return Scene().journal


def one_entry() -> Journal:
    """The first evening."""
    scene = Scene()
    scene.note("2026-11-20 17:40", 3, "first evening with this")
    return scene.journal


def full_week() -> Journal:
    """Two weeks of use, with a tracker, a medicine and every kind of routine; days without an entry among them."""
    scene = Scene()
    scene.journal.trackers.add("sleep", unit="h")
    _moods_of_two_weeks(scene)
    _routines_of_two_weeks(scene)
    return scene.journal


def back_after_four_months() -> Journal:
    """Spring was busy, then nothing for four months, and this evening the journal is opened again."""
    scene = Scene()
    tablets = scene.routine(
        "Sertraline",
        kind=RoutineKind.MEDICINE,
        started=date(2026, 6, 1),
        doses=(Dose(date(2026, 6, 1), "50 mg"),),
        stock=Stock(date(2026, 6, 1), 10, 1, 20),
    )
    walk = scene.routine("Walk", started=date(2026, 6, 1), at=(time(17),))
    scene.routine("Piano", "3/week", started=date(2026, 6, 1))
    for day in range(10, 21):
        scene.note(f"2026-07-{day} 20:00", 2 + day % 3, "a day in summer")
        scene.tick(walk, f"2026-07-{day} 17:30")
    scene.tick(tablets, "2026-07-20 08:00")
    return scene.journal


def hostile() -> Journal:
    """Private words, and texts with markup, escape sequences and characters of many scripts."""
    scene = Scene()
    scene.journal.trackers.add("[red]x[/red]", unit="é")
    for number, words in enumerate(HOSTILE):
        day, hour = 16 + number % 5, 10 + number
        readings = {"[red]x[/red]": 3.0} if number == 0 else {}
        scene.note(f"2026-11-{day} {hour}:05", 1 + number % 5, words, tags=[words[:30]], readings=readings)
    scene.note("2026-11-20 17:05", 1, "canary-in-a-private-note", feelings=["canary-feeling"], private=True)
    scene.note("2026-11-17 09:00", None, "canary-in-another", tags=["canary-tag"], private=True)
    for name in ("שתיית מים בבוקר", "👨‍👩‍👧 time together with everyone I know and love dearly", "[blink]x[/blink]"):
        scene.routine(name, small=name)
    return scene.journal


SCENES: Mapping[str, Callable[[], Journal]] = {
    each.__name__: each for each in (empty, one_entry, full_week, back_after_four_months, hostile)
}


def _moods_of_two_weeks(scene: Scene) -> None:
    scene.note("2026-11-07 21:00", 3, "tidied the shelf")
    scene.note("2026-11-08 12:30", 4, "lunch with Ana")
    scene.note("2026-11-09 22:10", 2, "hard to get up")
    scene.note("2026-11-11 20:00", 3)
    scene.note("2026-11-12 23:15", 1, "a heavy day, slept in the afternoon")
    scene.note("2026-11-13 19:00", 2)
    scene.note("2026-11-14 19:30", 3, "rain, soup, radio")
    scene.note("2026-11-16 08:10", 3, "slept badly, bus was late and I walked", tags=["walk"], readings={"sleep": 5.5})
    scene.note("2026-11-16 21:00", 3, "work was loud")
    scene.note("2026-11-17 08:00", 4, "", readings={"sleep": 6.5})
    scene.note("2026-11-17 13:10", 2, "an argument", feelings=["tense"])
    scene.note("2026-11-17 20:40", 5, "called Sam; we talked about the summer", feelings=["light", "grateful"])
    scene.note("2026-11-18 21:20", 4, "first walk in a week", tags=["walk"], readings={"sleep": 7.5})
    scene.note("2026-11-20 08:10", 4, "garden", readings={"sleep": 6.0})
    scene.note("2026-11-20 13:10", 3, "tea with Ana, long talk,\ncame home lighter", tags=["friends"])


def _routines_of_two_weeks(scene: Scene) -> None:
    tablets = scene.routine(
        "Lamotrigine",
        kind=RoutineKind.MEDICINE,
        at=(time(8),),
        doses=(Dose(date(2026, 11, 2), "100 mg"),),
        stock=Stock(date(2026, 11, 2), 24, 1, 7),
    )
    walk = scene.routine("Walk", target=20, unit="min", small="shoes on, to the corner", at=(time(17),))
    evening = scene.routine("Evening without screens", at=(time(21, 30),))
    stretching = scene.routine("Stretching", "3/week")
    water = scene.routine("Water", "2/day")
    violin = scene.routine("Violin", "every 3 days", small="take it out of its case")
    scene.tick(tablets, *(f"2026-11-{day:02} 08:05" for day in range(2, 21)))
    scene.tick(walk, *(f"2026-11-{day} 17:20" for day in (10, 11, 13, 16, 17, 19)), amount=25)
    scene.tick(walk, "2026-11-20 17:20", amount=12)
    scene.tick(evening, "2026-11-16 22:00", state=TickState.SKIPPED)
    scene.tick(evening, "2026-11-18 22:00", state=TickState.SMALL)
    scene.tick(stretching, "2026-11-16 12:00", "2026-11-18 12:00")
    scene.tick(water, *(f"2026-11-{day} {hour}:00" for day in range(16, 20) for hour in ("09", "15")))
    scene.tick(water, "2026-11-20 09:00")
    scene.tick(violin, "2026-11-16 18:00")
