"""The tables of docs/benchmarks.md: what each is made of, and between which marks it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import jobs
import starts
import tab
from contests import CONTESTS
from homes import CARELOG, Workspace
from others import about_others

Rows = Callable[[Workspace, int], Iterable[object]]
"""Makes the rows of a table from the files that programs work on, and from how often each program runs."""

GOALS_HEAD = (
    "| what | goal | carelog, ms | other, ms | ratio | ratio of p95 | ratio on the wall | runs | reached |\n"
    "|---|---|---:|---:|---:|---:|---:|---:|---|"
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name: lines above it, its head, and its rows in parts that can be measured alone."""

    name: str
    head: str
    parts: dict[str, Rows]
    about: Callable[[], list[str]] = list

    @property
    def marks(self) -> tuple[str, str]:
        """What stands in the page before and behind it."""
        return f"<!-- measured: {self.name} -->", f"<!-- end: {self.name} -->"

    def asked(self, names: Iterable[str]) -> dict[str, Rows]:
        """The parts that are asked for by their own names, or all by the name of the table."""
        wanted = {*names}
        return self.parts if self.name in wanted else {each: self.parts[each] for each in self.parts if each in wanted}

    def lines(self, names: Iterable[str], workspace: Workspace, rounds: int) -> Iterator[str]:
        """What is about it, its head, and each row as soon as it is measured."""
        yield from self.about()
        yield ""
        yield self.head
        for rows in self.asked(names).values():
            yield from map(str, rows(workspace, rounds))


def _about_script() -> list[str]:
    imports_re = "import re\n" in CARELOG.read_text("utf-8")
    return [f"* the start script {'imports `re`, as older pips write it' if imports_re else 'is a plain one'}"]


TABLES = (
    Table("instructions", starts.HEAD, {"instructions": starts.starts}),
    Table("tab", tab.HEAD, {"tab": tab.tabs}),
    Table("others", jobs.HEAD, {"others": jobs.jobs}, about_others),
    Table("goals", GOALS_HEAD, dict(CONTESTS), _about_script),
)
NAMES = tuple(dict.fromkeys(name for table in TABLES for name in (table.name, *table.parts)))
"""Everything that can be measured alone."""


def in_part(names: Iterable[str]) -> list[str]:
    """The tables of which only a part is asked for: written into a page they would lose the rest."""
    return [table.name for table in TABLES if table.asked(names) and table.asked(names) != table.parts]
