"""A hint never points at nothing: whatever command a page names, it answers with something."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.wording import goals, mood, program, routines
from carelog.wording.files import export, imports
from carelog.wording.pages import common, insights, trends
from carelog.wording.people import activities, appointments, contacts, helplines, plan, reach, signs
from support.command import Command

Home = Callable[[Command], None]

PAGES = (
    *("today", "due", "week", "log", "streaks", "trends", "calendar", "insights", "on-this-day"),
    *("reach", "crisis --all", "plan", "plan review", "keep", "keep list", "contact", "helplines", "sign", "activity"),
    *("routine", "tracker", "goal", "appointment", "bring", "questionnaire", "shares", "imports", "restore", "verify"),
    *("traces", "lock status", "undo", "bring done --all", "contact show nobody", "last nobody"),
    *("sign snooze nobody", "goal show nobody", "tracker archive nobody", "activity done nobody", "done nobody"),
    *("reached nobody", "edit last x", "show last", "resume", "mood 1", "mood 1", "note hello", "mood 4", "today"),
)
"""Every page that is not about settings, whose list says what each is for."""
LOOKING = (
    *("plan", "reach", "keep", "crisis", "sos", "streaks", "insights", "week", "log", "today", "trends", "shares"),
    *(
        "import list",
        "restore",
        "verify",
        "traces",
        "contact list",
        "contact show",
        "routine list",
        "sign list",
        "goal list",
    ),
    *("tracker list", "activity list", "bring list", "questionnaire list", "helplines", "settings", "appointment list"),
    *("import undo last", "lock status"),
)
"""What shows something; every other command that a page names makes something, and has help that says so."""
EMPTY = (
    *(
        plan.NO_PLAN,
        plan.NO_PLAN_NOW,
        plan.NOTHING_TO_REVIEW,
        reach.NO_KIND_WORDS,
        contacts.NO_CONTACTS,
        routines.NO_ROUTINES,
    ),
    *(signs.NO_SIGNS, goals.NO_GOALS, mood.NO_TRACKERS, activities.NO_ACTIVITIES, appointments.NOTHING_TO_BRING),
    *(appointments.NONE_YET, imports.NO_IMPORTS, export.NO_SHARES, program.NOTHING_YET, common.NO_ENTRIES),
    *(common.NOTHING_LISTED, trends.NOTHING_IN_PERIOD, insights.NO_MOODS, helplines.NO_COUNTRY),
    common.NOTHING_THAT_WEEK,
)
"""Sentences of pages that have nothing to show."""
COMMAND = re.compile(r"\bcarelog ([a-z](?:(?!carelog)(?:[^“”.;\n]|\.(?=\w)))*)")


def nothing(carelog: Command) -> None:
    """A home that was never used."""


def only_moods(carelog: Command) -> None:
    """A hard week."""
    for day in range(15, 22):
        carelog("mood", "1", "--at", f"2026-11-{day} 12:00")


def only_people(carelog: Command) -> None:
    """Somebody to call."""
    carelog("contact", "add", "Sam", "--phone", "030 5550101", "--crisis", "1")


def only_a_plan(carelog: Command) -> None:
    """One step."""
    carelog("plan", "add", "alone", "tea")


def an_old_plan(carelog: Command) -> None:
    """A plan of long ago, and a mood of this month."""
    carelog("plan", "add", "alone", "tea", env={"CARELOG_NOW": "2026-04-02T12:00:00+02:00"})
    for day in (10, 15):
        carelog("mood", "3", env={"CARELOG_NOW": f"2026-11-{day}T12:00:00+01:00"})


def back_after_long(carelog: Command) -> None:
    """Routines of spring, and nothing since."""
    spring = {"CARELOG_NOW": "2026-05-02T12:00:00+02:00"}
    for name in ("walk", "piano", "tea"):
        carelog("routine", "add", name, env=spring)
    carelog("done", "walk", env=spring)


def discreet(carelog: Command) -> None:
    """A hard week and a plan, on a screen that others can see."""
    only_moods(carelog)
    only_people(carelog)
    carelog("settings", "set", "discreet", "on")


def locked(carelog: Command) -> None:
    """A journal whose passphrase nobody gives."""
    only_people(carelog)
    on = carelog("lock", "on", "--yes", env={"CARELOG_NEW_PASSPHRASE_COMMAND": "echo a long enough passphrase"})
    assert on.exit_code == 0
    carelog("lock", "now")


HOMES = (nothing, only_moods, only_people, only_a_plan, an_old_plan, back_after_long, discreet, locked)


def looked_at(text: str) -> list[list[str]]:
    """The commands to look at something that a text names, with their options."""
    found = (_looking([word.strip("”“,;:") for word in each[1].split()]) for each in COMMAND.finditer(text))
    return [words for words in found if words]


def _looking(words: list[str]) -> list[str]:
    """The words that name something to look at, with options behind them; none where something is made."""
    for pattern in sorted(LOOKING, key=len, reverse=True):
        named = pattern.split()
        if words[: len(named)] == named:
            rest = words[len(named) :]
            makes = pattern in ("keep", "plan") and rest and not rest[0].startswith("-")
            return [] if makes else [*named, *(rest[:2] if rest and rest[0].startswith("--") else [])]
    return []


@pytest.mark.parametrize("home_of", HOMES, ids=lambda each: each.__name__)
def test_every_page_to_look_at_that_another_one_names_answers_with_something(
    home_of: Home, carelog: Command, home: Path
) -> None:
    assert not home.exists()
    home_of(carelog)
    named = set()
    for page in PAGES:
        answer = carelog(*page.split(), "--plain")
        for words in looked_at(answer.stdout + answer.stderr):
            named.add(" ".join(words))
            shown = carelog(*words)
            said, wrong = " ".join(shown.stdout.split()), f"{page} names {words}: {shown.stdout}{shown.stderr}"
            assert shown.exit_code == 0 or (home_of is locked and "locked" in shown.stderr), wrong
            assert not [each for each in EMPTY if said.startswith(" ".join(each.split()))], wrong
    assert {"crisis", "reach"} <= named or home_of is locked


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Someone now: carelog reach", [["reach"]]),
        ("Someone: carelog reach, or a page of yours: carelog plan", [["reach"], ["plan"]]),
        ("“carelog crisis” works all the same.", [["crisis"]]),
        ("To see them: carelog routine list", [["routine", "list"]]),
        ("Begin with: carelog plan edit", []),
        ("carelog keep their words --from-whom Sam", []),
        ("A shorter stretch: carelog insights --last 14d", [["insights", "--last", "14d"]]),
    ],
)
def test_what_a_text_names_to_look_at_is_found(said: str, words: list[list[str]]) -> None:
    assert looked_at(said) == words
