"""The name of a group alone takes what its list takes, and every list says the handles that other commands take."""

from collections.abc import Callable
from typing import Any

import pytest

from carelog.cli.command import REGISTRY
from support.command import Command
from support.program import OPTIONS

Say = Callable[..., Any]

VALUES = {
    "--role": "family",
    "--last": "30d",
    "--from": "2026-01-01",
    "--to": "2026-12-31",
    "--for": "abuse",
    "--country": "GB",
    "-n": "1",
}
"""A value for each option of a list that takes one."""
LISTS = {
    "contact list": "contacts",
    "routine list": "routines",
    "tracker list": "trackers",
    "sign list": "signs",
    "goal list": "goals",
    "activity list": "activities",
    "appointment list": "appointments",
    "appointment agreed": "agreements",
    "bring list": "topics",
    "keep list": "kind_words",
}
"""Each list of things that other commands take by handle, and its key in JSON."""
OF_LISTS = [
    (name.removesuffix(" list"), option)
    for name in REGISTRY
    if name.endswith(" list")
    for option in OPTIONS[name]
    if option != "--output"
]


@pytest.fixture
def filled(say: Say) -> None:
    """One thing or more in every list."""
    say("mood", "3")
    say("contact", "add", "Sam", "--role", "family")
    say("contact", "add", "Dr Lee", "--role", "professional")
    say("routine", "add", "walk")
    say("tracker", "add", "sleep")
    say("sign", "add", "short nights", "--if", "sleep below 6 on 2 of 3 days", "--then", "rest")
    say("goal", "add", "sleep before midnight")
    say("activity", "plan", "the library", "--when", "tomorrow")
    say("appointment", "add", "tuesday")
    say("appointment", "note", "a page of reading")
    say("bring", "the nights")
    say("keep", "you came back", "--with", "Sam")
    say("plan", "add", "alone", "make tea")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("group", "option"), OF_LISTS)
def test_a_group_alone_takes_every_option_of_its_list(carelog: Command, group: str, option: str) -> None:
    given = [option, *([VALUES[option]] if option in VALUES else [])]
    for form in ([], ["--json"], ["--plain"]):
        assert carelog(group, *given, *form) == carelog(group, "list", *given, *form)
        assert carelog(group, *form, *given) == carelog(group, "list", *given, *form)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", LISTS)
def test_a_list_shows_the_handle_of_each_thing_where_handles_are_asked_for(
    say: Say, carelog: Command, data: Say, name: str
) -> None:
    handles = [each["handle"] for each in data(*name.split())[LISTS[name]]]
    assert handles
    for form in ([], ["--plain"]):
        shown = say(*name.split(), "--handles", *form).stdout
        assert all(each in shown for each in handles)
    assert carelog(*name.split(), "--handles", "--discreet").exit_code == 0
    assert data(*name.split(), "--handles") == data(*name.split())


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("group", ["contact", "routine", "tracker", "sign", "plan"])
def test_a_list_of_things_with_names_is_without_handles_unless_they_are_asked_for(say: Say, group: str) -> None:
    plain, with_handles = say(group).stdout, say(group, "--handles").stdout
    assert "handle" not in plain
    assert len(with_handles) > len(plain)


@pytest.mark.usefixtures("filled")
def test_words_behind_a_group_are_still_words(say: Say, data: Say, carelog: Command) -> None:
    assert data("keep", "--with", "Sam", "come by")["kind_word"]["text"] == "come by"
    assert data("bring", "--entry", "last", "the nights")["topic"]["text"] == "the nights"
    assert carelog("bring", "--entry").stderr == "--entry needs something after it. Help: carelog bring --help\n"
    assert data("keep", "--", "--handles")["kind_word"]["text"] == "--handles"
    assert carelog("keep", "--bogus").stderr == "There is no option --bogus. Help: carelog keep --help\n"
    assert say("keep").stdout.startswith("“")


@pytest.mark.usefixtures("filled")
def test_contacts_of_one_role_are_listed_alone(empty: Say, data: Say) -> None:
    assert [each["name"] for each in data("contact", "--role", "family")["contacts"]] == ["Sam"]
    assert empty("contact", "--role", "service") == "Nobody is noted here as: service.\n"
