"""However long a text of one kind is, it is read in a time that grows with it, and not with its square.

Each of these took minutes where a search began anew at every letter.
"""

import time
from collections.abc import Callable

import pytest

from carelog.exchange.readers.bearable import read_bearable
from carelog.exchange.readers.dayone_text import plain
from carelog.exchange.readers.howwefeel import read_howwefeel
from carelog.exchange.readers.jrnl.journal import is_jrnl
from carelog.exchange.readers.nomie_notes import readings_in, tags_in
from support.imports import a_context
from support.zips import zipped

MANY = 200_000
LONG_CELL = 60_000
SECONDS = 10
HEADING = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n"


def bearable(category: str, detail: str) -> bytes:
    return f'{HEADING}2025-03-09,9 Mar 2025,Sunday,am,{category},3,"{detail}",\n'.encode()


def how_we_feel(clock: str) -> bytes:
    return f'Date,Mood,Tags (People)\n"2025 Sun Mar 9 {clock}",Calm,\n'.encode()


TEXTS: dict[str, Callable[[], object]] = {
    "marks behind a tag": lambda: readings_in("#a" + "." * MANY + "b", {}),
    "marks behind a person": lambda: tags_in("@a" + "'s" * MANY + "b"),
    "pictures that never close": lambda: plain("![" * MANY),
    "pictures without an end": lambda: plain("![](dayone-moment:" * MANY),
    "spaces before a severity": lambda: read_bearable(bearable("Symptom", "a" + " " * LONG_CELL + "b"), a_context()),
    "spaces before a unit": lambda: read_bearable(
        bearable("Health measurements", "a" + " " * LONG_CELL + "b"), a_context()
    ),
    "times of How We Feel": lambda: read_howwefeel(
        how_we_feel("1:00" + "x" * (LONG_CELL // 2) + " 1:00" * (LONG_CELL // 12)), a_context()
    ),
    "names of files": lambda: [is_jrnl(zipped((f"{n}" + "2025-03-09_." * 5_000, "x"))) for n in range(8)],
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_long_text_is_read_at_once(kind: str) -> None:
    begun = time.process_time()
    TEXTS[kind]()
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize(
    ("tag", "name"),
    [("@Ana's,", "Ana"), ("@Ana...", "Ana"), ("@s", "s"), ("@Ana’s’", "Ana"), ("@'s", ""), ("@a's.b", "a's.b")],
)
def test_marks_behind_a_name_do_not_belong_to_it(tag: str, name: str) -> None:
    assert tags_in(f"With {tag} today") == [name]


def test_a_picture_with_words_is_no_text_and_any_other_link_is() -> None:
    assert plain("A ![lake](dayone-moment://1)\nand ![x](http://y)") == "A and ![x](http://y)"
