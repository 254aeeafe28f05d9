"""The card is gone and the journal awkward: what can be read of it is shown within the second that the card waits."""

import json
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from carelog.crisis.words import FROM_JOURNAL
from support.command import Command, Result
from support.locks import lock_home

BRITAIN, SAM = "In danger now: call 999 (United Kingdom)", "020 7946 0018"
MANY_SECONDS = 2.5
"""A second for the home, and what a busy machine needs to start Python."""
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
World = Callable[[Path], None]


@pytest.fixture
def someone(carelog: Command, home: Path) -> Path:
    """A home without a card, with a country and with two people and a step in its journal."""
    for words in (
        ("settings", "set", "country", "GB"),
        ("contact", "add", "Sam", "--phone", SAM, "--crisis", "1"),
        ("contact", "add", "Alex", "--phone", "020 7946 0999", "--crisis", "2"),
        ("plan", "add", "alone", "make tea"),
    ):
        assert carelog(*words).exit_code == 0
    (home / "card.txt").unlink()
    return home


@pytest.fixture
def crisis(carelog_process: Command) -> Callable[..., Result]:
    """Show the card in a process, which has to end in its second and exit with 0."""

    def show(*words: str, **options: Any) -> Result:
        begun = time.monotonic()
        answer = carelog_process("crisis", *words, **options)
        assert time.monotonic() - begun < MANY_SECONDS
        assert (answer.exit_code, answer.stderr) == (0, "")
        return answer

    return show


def sql(home: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement, values)


def instead_of_contacts(home: Path, view: str) -> None:
    """Put a view in the place of the table of contacts; the table is called `before` then."""
    sql(
        home,
        "PRAGMA legacy_alter_table = ON",
        "ALTER TABLE contacts RENAME TO before",
        f"CREATE VIEW contacts AS {view}",
    )


def pipe(name: str) -> World:
    def world(home: Path) -> None:
        (home / name).unlink(missing_ok=True)
        os.mkfifo(home / name)

    world.__name__ = f"a pipe at {name}"
    return world


def folder(name: str) -> World:
    def world(home: Path) -> None:
        (home / name).unlink(missing_ok=True)
        (home / name).mkdir()

    world.__name__ = f"a folder at {name}"
    return world


def without_end(name: str) -> World:
    def world(home: Path) -> None:
        (home / name).unlink(missing_ok=True)
        (home / name).symlink_to("/dev/zero")

    world.__name__ = f"/dev/zero at {name}"
    return world


def copies_without_end(home: Path) -> None:
    instead_of_contacts(home, "WITH RECURSIVE n AS (SELECT * FROM before UNION ALL SELECT * FROM n) SELECT * FROM n")


def another_row_that_is_too_deep(home: Path) -> None:
    deep = "[" * 100_000
    sql(home, "UPDATE contacts SET ways = ? WHERE name = 'Alex'", values=(deep,))


def another_row_that_is_too_long(home: Path) -> None:
    sql(home, "UPDATE contacts SET say = ?, name = name || ' Long' WHERE name = 'Alex'", values=("x" * 50_000_000,))


def a_long_note_about_the_same_person(home: Path) -> None:
    sql(home, "UPDATE contacts SET note = ? WHERE name = 'Sam'", values=("x" * 50_000_000,))


def another_row_that_is_no_text(home: Path) -> None:
    sql(home, "UPDATE contacts SET name = CAST(x'ff80' AS TEXT) WHERE name = 'Alex'")


def values_of_other_kinds(home: Path) -> None:
    columns = "id, created_at, updated_at, updated_by, deleted_at, checksum, role, good_for, hours, crisis_order, note"
    instead_of_contacts(
        home,
        f"SELECT {columns}, name, ways, say FROM before UNION ALL "
        f"SELECT {columns.replace('crisis_order', quoted('first'))}, x'00', ways, 1.5 FROM before",
    )


def quoted(word: str) -> str:
    return f"'{word}'"


def thousands_of_people(home: Path) -> None:
    columns = "created_at, updated_at, updated_by, checksum, name, role, ways, good_for, hours, crisis_order, say, note"
    many = columns.replace("crisis_order", "n.i + 10").replace("name", "'Person ' || n.i").replace("note", "?")
    sql(
        home,
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
        f"INSERT INTO contacts (id, {columns}) SELECT 'p' || n.i, {many} FROM n, contacts WHERE name = 'Sam'",
        values=("words " * 20,),
    )
    another_row_that_is_too_long(home)


def a_plan_without_end(home: Path) -> None:
    sql(
        home,
        "ALTER TABLE plan_steps RENAME TO before",
        f"CREATE VIEW plan_steps AS {ENDLESS} SELECT 1 AS id FROM n WHERE i < 0",
    )


WORLDS_WITH_PEOPLE = [
    *map(pipe, ("journal.db-journal", "journal.db-wal", "journal.db-shm")),
    *map(folder, ("journal.db-journal", "journal.db-wal")),
    *(without_end(f"journal.db-{end}") for end in ("journal", "wal", "shm")),
    copies_without_end,
    another_row_that_is_too_deep,
    another_row_that_is_too_long,
    a_long_note_about_the_same_person,
    another_row_that_is_no_text,
    values_of_other_kinds,
    thousands_of_people,
    a_plan_without_end,
]


@pytest.mark.parametrize("world", WORLDS_WITH_PEOPLE, ids=lambda world: world.__name__)
def test_people_and_country_of_an_awkward_journal_are_shown(
    world: World, someone: Path, crisis: Callable[..., Result]
) -> None:
    world(someone)
    second = crisis("--all").stdout.partition(FROM_JOURNAL)[2]
    assert second.count(BRITAIN) == 2
    assert f"Sam\n  {SAM}\n" in second
    data = crisis("--json").json["data"]
    assert (data["country"], data["people"][0]["name"]) == ("GB", "Sam")


@pytest.mark.parametrize(
    "world",
    [
        *(make(name) for name in ("settings.toml",) for make in (pipe, folder, without_end)),
        lambda home: (home / "settings.toml").write_bytes(b"# " + b"x" * 50_000_000),
        lambda home: (home / "settings.toml").write_text("a = " + "[" * 60_000),
    ],
)
def test_settings_that_cannot_be_read_cost_the_country_and_nobody_on_the_card(
    world: World, someone: Path, crisis: Callable[..., Result]
) -> None:
    world(someone)
    assert f"Sam\n  {SAM}\n" in crisis().stdout


@pytest.mark.parametrize(
    "text",
    [
        'country = "GB"\nweek = [[[\n',
        'country = "GB"\nlanguage = 5\n',
        '[[[\ncountry = "GB"\n',
        '\ufeffcountry = ["GB"]\nno line of it',
        'country = "GB"\n' + "# " + "x" * 50_000_000,
    ],
)
def test_a_mistake_in_the_settings_costs_itself_and_not_the_country(
    text: str, someone: Path, crisis: Callable[..., Result]
) -> None:
    (someone / "settings.toml").write_text(text, encoding="utf-8")
    (someone / "journal.db").unlink()
    assert crisis().stdout.count(BRITAIN) == 2


@pytest.mark.parametrize(
    "view",
    [
        f"{ENDLESS} SELECT 1 AS id FROM n WHERE i < 0",
        f"{ENDLESS} SELECT count(*) AS id, 1 AS crisis_order, NULL AS deleted_at FROM n",
        "SELECT zeroblob(1000000000) AS id, 1 AS crisis_order, NULL AS deleted_at",
        "SELECT hex(zeroblob(400000000)) AS id, 1 AS crisis_order, NULL AS deleted_at",
        "SELECT 1 AS id",
    ],
)
def test_a_view_without_end_in_the_place_of_people_leaves_the_rest(
    view: str, someone: Path, crisis: Callable[..., Result]
) -> None:
    instead_of_contacts(someone, view)
    second = crisis("--all").stdout.partition(FROM_JOURNAL)[2]
    assert second.count(BRITAIN) == 2
    assert "make tea" in second


def test_the_people_who_come_first_are_the_ones_that_are_kept(someone: Path, crisis: Callable[..., Result]) -> None:
    thousands_of_people(someone)
    names = [person["name"] for person in json.loads(crisis("--json").stdout)["data"]["people"]]
    assert names[:3] == ["Sam", "Alex Long", "Person 1"]
    assert 100 < len(names) <= 500


@pytest.mark.parametrize("name", ["card.txt", "journal.db", "settings.toml"])
@pytest.mark.parametrize("make", [pipe, folder, without_end])
def test_nothing_at_all_in_the_place_of_a_file_keeps_anybody_waiting(
    name: str, make: Callable[[str], World], someone: Path, crisis: Callable[..., Result]
) -> None:
    make(name)(someone)
    assert crisis().stdout.startswith("In danger now: call ")


@pytest.mark.parametrize("journal", ["bytes of nothing", "a locked one"])
@pytest.mark.parametrize("country", [True, False])
def test_a_journal_of_which_nothing_can_be_read_is_not_told_as_one_without_people(
    journal: str, country: bool, someone: Path, crisis: Callable[..., Result]
) -> None:
    if journal == "a locked one":
        lock_home(someone)
    else:
        (someone / "journal.db").write_bytes(bytes(range(1, 256)) * 20)
    if not country:
        (someone / "settings.toml").unlink()
    shown = crisis().stdout
    assert "\nYour people could not be read just now.\n" in shown
    assert json.loads(crisis("--json").stdout)["data"]["card"] == "unreadable"
    assert (BRITAIN in shown) == country


def test_a_missing_sqlite_costs_the_people_and_not_the_country(someone: Path, crisis: Callable[..., Result]) -> None:
    (someone / "sqlite3.py").write_text("raise ImportError\n")
    shown = crisis(env={"PYTHONPATH": f"{someone}:{os.environ.get('PYTHONPATH', '')}"}).stdout
    assert shown.rstrip().endswith(BRITAIN)
    assert "\nYour people could not be read just now.\n" in shown
