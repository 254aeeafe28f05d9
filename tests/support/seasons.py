"""Journals of many days, for statistics that need them."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

from carelog.journal import Journal
from support.scenes import FRIDAY, HOSTILE, Scene

DAYS = 90


def days_up_to_yesterday(days: int = DAYS) -> Iterator[date]:
    """This number of days, ending on the day before the scenes' Friday."""
    return (FRIDAY - timedelta(days=days - number) for number in range(days))


def noise(days: int = DAYS, seed: int = 1) -> Scene:
    """Moods, tags and readings that are independent of each other."""
    scene, chance = Scene(), Random(seed)
    scene.journal.trackers.add("tea", unit="cups")
    for day in days_up_to_yesterday(days):
        tags = [tag for tag in ("bus", "rain", "market", "radio") if chance.random() < 0.4]
        scene.note(f"{day} 20:00", chance.randint(1, 5), tags=tags, readings={"tea": chance.randint(0, 6)})
    return scene


def walks(days: int = DAYS, *, word: str = "walk", lift: int = 2, after: int = 0) -> Scene:
    """Moods that are higher on days with a walk, or `after` that many days; other tags are noise."""
    scene, chance = Scene(), Random(7)
    dates = list(days_up_to_yesterday(days))
    walked = [chance.random() < 0.4 for _ in dates]
    for number, day in enumerate(dates):
        lifted = walked[number - after] if number >= after else False
        mood = chance.randint(1, 3) + max(-lift, 0) + (lift if lifted else 0)
        scene.note(f"{day} 20:00", mood, tags=[word] if walked[number] else ["bus"] if chance.random() < 0.5 else [])
    return scene


def season() -> Scene:
    """Ninety days in which mood goes with sleep, walks and friends on the day before, and not with rain."""
    scene, chance = Scene(), Random(3)
    scene.journal.trackers.add("sleep", unit="h")
    walk = scene.routine("Walk", started=date(2026, 8, 1))
    friends_before = False
    for day in days_up_to_yesterday():
        sleep, walked, friends = (
            chance.choice([5, 5.5, 6, 7, 7.5, 8, 8.5]),
            chance.random() < 0.5,
            chance.random() < 0.4,
        )
        level = 1.2 + 0.25 * (sleep - 5) + 1.1 * walked + 1.2 * friends_before + chance.gauss(0, 0.5)
        mood = min(max(round(level), 1), 5)
        tags = [*(["friends"] if friends else []), *(["rain"] if chance.random() < 0.4 else [])]
        feelings = ["calm"] if mood >= 4 else ["tense"] if mood <= 2 else []
        scene.note(f"{day} 20:00", mood, "a day", feelings=feelings, tags=tags, readings={"sleep": sleep})
        if walked:
            scene.tick(walk, f"{day} 17:00")
        friends_before = friends
    return scene


def hostile_season() -> Scene:
    """Ninety days with hostile texts on the better ones."""
    scene, chance = Scene(), Random(5)
    scene.journal.trackers.add("[red]x[/red]", unit="é")
    for day in days_up_to_yesterday():
        better = chance.random() < 0.5
        tags = [words[:50] for words in HOSTILE[:3]] if better else []
        feelings = [words[:50] for words in HOSTILE[3:5]] if better else ["canary"]
        mood, reading = chance.randint(1, 3) + 2 * better, chance.randint(0, 9) + 5 * better
        scene.note(f"{day} 20:00", mood, "", tags=tags, feelings=feelings, readings={"[red]x[/red]": reading})
    return scene


def gaps() -> Scene:
    """Forty days in spring, and twenty now."""
    scene, chance = Scene(), Random(2)
    for day in [*(date(2026, 3, 1) + timedelta(days=number) for number in range(40)), *days_up_to_yesterday(20)]:
        scene.note(f"{day} 20:00", chance.randint(1, 5), tags=["bus"])
    return scene


def five_days() -> Scene:
    """Five days in February, and nothing since."""
    scene = Scene()
    for day, mood in {3: 2, 4: 3, 10: 4, 12: 3, 15: 5}.items():
        scene.note(f"2026-02-{day:02} 20:00", mood)
    return scene


SEASONS: dict[str, Callable[[], Journal]] = {
    "season": lambda: season().journal,
    "noise": lambda: noise().journal,
    "gaps": lambda: gaps().journal,
    "five_days": lambda: five_days().journal,
    "hostile_season": lambda: hostile_season().journal,
}
