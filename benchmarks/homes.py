"""The files that raced programs work on: homes of several sizes, and a hello-world program."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from carelog.clock import system_clock
from carelog.demo.home import make_demo
from carelog.domain.people.contact import Way, WayKind
from carelog.domain.people.plan import Section
from carelog.domain.recovery_code import new_recovery_code
from carelog.journal import Journal
from carelog.journal.keys.key_ring import remember_key
from carelog.journal.lock.lock import encrypt_home, make_slots, new_key
from carelog.paths import Paths
from carelog.settings_file import set_value

CARELOG = Path(sys.executable).with_name("carelog")
PEOPLE, STEPS = 20, 30
PASSPHRASE = "four words of mine"  # noqa: S105 - of an invented journal

HELLO = """
import typer

app = typer.Typer()


@app.command()
def hello(score: int, note: str) -> None:
    print(f"Hello {score}: {note}")


def run() -> None:
    app()
"""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder for all files of a benchmark, and the environments of its programs."""

    folder: Path

    def env(self, home: str = "") -> dict[str, str]:
        """A bare environment in this time zone, with the carelog home of that name or, if it is empty, without one."""
        person = self.folder / "person"
        person.mkdir(exist_ok=True)
        env = {"PATH": os.environ["PATH"], "HOME": str(person), "LANG": "C.UTF-8", "TZ": os.environ["TZ"]}
        return {**env, "CARELOG_HOME": str(self.folder / home)} if home else env

    def paths(self, home: str) -> Paths:
        """The paths of a home."""
        return Paths.inside(self.folder / home)

    def with_card(self) -> str:
        """The name of a home with a full card."""
        paths = self.paths("card")
        set_value(paths, "country", "GB")
        with Journal.open(paths) as journal:
            for place in range(1, PEOPLE + 1):
                journal.contacts.add(
                    f"Friend number {place}",
                    ways=[
                        Way(WayKind.PHONE, f"020 7946 0{place:03}"),
                        Way(WayKind.TEXT, f"07700 900{place:03}", "evenings"),
                    ],
                    hours="Mon-Fri 09:00-17:00",
                    crisis_order=place,
                    say="Could we talk for a while?",
                )
            for number in range(STEPS):
                section = list(Section)[number % len(Section)]
                journal.plan.add(section, f"Step {number} of a plan: the long way home, past the bakery – slowly")
        return "card"

    def with_settings(self) -> str:
        """The name of a home with a settings file as carelog writes it."""
        for key, value in {"country": "GB", "name": "Robin", "mood.scale": "two-sided"}.items():
            set_value(self.paths("settings"), key, value)
        return "settings"

    def with_lock(self, *, minutes: int) -> str:
        """The name of a locked home whose key is cached for `minutes`; with 0 every command needs the passphrase."""
        home = "locked" if minutes else "locked-without-cache"
        paths, key = self.paths(home), new_key()
        set_value(paths, "lock.cache", str(minutes))
        Journal.open(paths).close()
        make_slots(paths, key, PASSPHRASE, new_recovery_code())
        encrypt_home(paths)
        remember_key(paths.keys, key, minutes=minutes)
        return home

    def with_years(self, years: int, a_day: float | None = None) -> tuple[str, int]:
        """The name of a demo home, made once, and the number of its entries."""
        home = f"years-{years}-{a_day or 'usual'}"
        if not (self.folder / home).exists():
            make_demo(self.paths(home), system_clock(), years=years, a_day=a_day)
        with Journal.open(self.paths(home), to_write=False) as journal:
            return home, len(journal.entries)

    def day_of_entry(self, home: str, number: int) -> str:
        """The day of the entry with this number, counted from the end."""
        with Journal.open(self.paths(home), to_write=False) as journal:
            return [*journal.entries][-number].day.isoformat()

    def without_signs(self, home: str) -> str:
        """The name of a copy of a home without signs."""
        quiet = f"{home}-quiet"
        if not (self.folder / quiet).exists():
            shutil.copytree(self.folder / home, self.folder / quiet)
            with Journal.open(self.paths(quiet)) as journal:
                journal.signs.remove(*[sign.id for sign in journal.signs])
        return quiet

    def hello(self) -> Path:
        """The path of a Typer program with one command, started by the wrapper script that pip made for carelog."""
        folder = self.folder / "hello"
        folder.mkdir()
        (folder / "hello.py").write_text(HELLO)
        script = folder / "hello"
        script.write_text(CARELOG.read_text("utf-8").replace("carelog.__main__", "hello"))
        script.chmod(0o755)
        return script
