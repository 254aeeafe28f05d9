"""Every field of an entry, a contact and a routine has a place on each page that shows one, or a reason why not.

A page shows a field if the page changes when the field does: no page has to be described, and none can be passed over.
"""

import re
import shlex
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import count
from pathlib import Path

import pytest

from carelog.cli.command import REGISTRY
from carelog.clock import fixed_clock
from carelog.domain.entry import Entry
from carelog.domain.people.contact import Contact
from carelog.domain.routines.routine import Routine
from carelog.journal import Journal
from carelog.journal.lock.sealed_notes import seal, unseal_into
from carelog.journal.lock.sealing_keys import make_sealing_key
from carelog.paths import Paths
from support.command import in_process
from support.nouns import CHANGES, CONTACT, ENTRY, NEEDS, NOUNS, SLEEP, Noun
from support.places import EDITS, FILE, PAGES
from support.program import meant_by

NOW = "2026-11-22T21:30:00+01:00"
PLACES = "tests/support/places.py"
OF_THIS_JOURNAL = re.compile(r'"updated_by": "\w+"')
NEVER_SEALED = {"readings": "the trackers are in the locked journal", "source": "what is imported is never sealed"}

Keep = Callable[[Noun], Paths]


@pytest.fixture
def keep(isolated: Path, monkeypatch: pytest.MonkeyPatch) -> Keep:
    """Puts a thing into a journal of its own, which commands read from then on."""
    homes = (isolated / f"home {number}" for number in count())
    monkeypatch.setenv("CARELOG_NOW", NOW)

    def kept(thing: Noun) -> Paths:
        paths = Paths.inside(next(homes))
        monkeypatch.setenv("CARELOG_HOME", str(paths.data))
        with Journal.open(paths, fixed_clock(NOW)) as journal:
            match thing:
                case Entry():
                    journal.entries.add_imported([thing], [SLEEP])
                case Contact():
                    journal.contacts.add_imported([thing])
                case Routine():
                    journal.contacts.add_imported([CONTACT])
                    journal.routines.insert(thing)
        return paths

    return kept


@pytest.mark.parametrize("noun", NOUNS)
def test_every_field_is_looked_for(noun: str) -> None:
    new = [field.name for field in fields(NOUNS[noun]) if field.name not in CHANGES[noun]]
    places = "".join(f"\n  {page.module}: carelog {page.line}" for page in (*PAGES[noun], EDITS[noun]))
    assert not new, (
        f"tests/support/nouns.py: give {', '.join(new)} of {noun} a value and another one. "
        f"Then it needs a place here, or a reason in {PLACES}:{places}"
    )


@pytest.mark.parametrize("noun", NOUNS)
def test_a_page_shows_every_field_or_there_is_a_reason(noun: str, keep: Keep) -> None:
    usual, wrong = seen(noun, keep(NOUNS[noun])), []
    assert usual == seen(noun, keep(NOUNS[noun])), "a page differs by itself, so it says nothing about fields"
    for field in CHANGES[noun]:
        before = seen(noun, keep(with_room_for(noun, field))) if field in NEEDS else usual
        after = seen(noun, keep(changed(noun, field)))
        for page, one, other in zip(PAGES[noun], before, after, strict=True):
            if one == other and field not in page.without:
                wrong.append(f"{page.module}: `carelog {page.line}` does not show {field}")
            if one != other and field in page.without:
                wrong.append(f"{PLACES}: `carelog {page.line}` shows {field}, against its reason")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("noun", NOUNS)
def test_an_edit_changes_every_field_or_there_is_a_reason(noun: str, keep: Keep) -> None:
    edit, wrong = EDITS[noun], []
    for field in CHANGES[noun].keys() - edit.without.keys():
        options = edit.options.get(field)
        if options is None:
            wrong.append(f"{edit.module}: no option of `carelog {edit.line}` is for {field}; or say why in {PLACES}")
            continue
        paths = keep(with_room_for(noun, field))
        said_by(f"{edit.line} {options}")
        if getattr(read(noun, paths), field) == getattr(with_room_for(noun, field), field):
            wrong.append(f"{edit.module}: `carelog {edit.line} {options}` does not change {field}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("noun", NOUNS)
def test_no_field_shows_its_words_where_others_can_see_the_screen(noun: str, keep: Keep) -> None:
    lines = [page.line for page in PAGES[noun] if is_masked(page.line)]
    wrong = set()
    for thing in (NOUNS[noun], *(changed(noun, field) for field in NEEDS.keys() & CHANGES[noun].keys())):
        keep(replace(thing, cover="") if hasattr(thing, "cover") else thing)
        shown = {line: said_by(f"{line} --discreet") for line in lines}
        wrong |= {
            f"src/carelog/journal/storage/masks.py: `carelog {line} --discreet` shows {word}, which is {field}"
            for field in CHANGES[noun].keys() - {"id", "contact_id", "cover"}
            for word in words_in(getattr(thing, field))
            for line in lines
            if word in shown[line]
        }
    assert lines
    assert not wrong, "\n".join(sorted(wrong))


def test_a_sealed_note_keeps_every_field_or_there_is_a_reason(tmp_path: Path) -> None:
    paths, key, unsealed = Paths.inside(tmp_path), bytes(32), list[Entry]()
    sealed = replace(ENTRY, private=True)
    paths.keys.mkdir()
    make_sealing_key(paths, key)
    seal(paths, sealed)
    unseal_into(paths, lambda entries: unsealed.extend(entries) or len(entries), key)
    (kept,) = unsealed
    lost = {field for field in CHANGES["entry"] if getattr(kept, field) != getattr(sealed, field)}
    forgotten = ", ".join(lost - NEVER_SEALED.keys())
    assert not forgotten, f"src/carelog/journal/lock/sealed_notes.py: keep {forgotten}, or say why not in NEVER_SEALED"
    assert lost == NEVER_SEALED.keys()


def with_room_for(noun: str, field: str) -> Noun:
    """The thing as it has to be for a field to hold anything."""
    return replace(NOUNS[noun], **NEEDS.get(field, {}))


def changed(noun: str, field: str) -> Noun:
    """The thing with another value in a field."""
    return replace(with_room_for(noun, field), **{field: CHANGES[noun][field]})


def seen(noun: str, _: Paths) -> list[str]:
    """What each page shows of the one thing that a journal holds."""
    return [OF_THIS_JOURNAL.sub("", said_by(page.line)) for page in PAGES[noun]]


def said_by(line: str) -> str:
    """What a command says, or what it writes to a file."""
    result = in_process(*shlex.split(line))
    assert result.exit_code in (0, 3), f"carelog {line}: {result}"
    file = Path(FILE)
    if not file.exists():
        return result.stdout
    text = text_of(file)
    file.unlink()
    return text


def text_of(file: Path) -> str:
    if not zipfile.is_zipfile(file):
        return file.read_text("utf-8")
    with zipfile.ZipFile(file) as packed:
        return "\n".join(f"{name}\n{packed.read(name).decode()}" for name in packed.namelist())


def read(noun: str, paths: Paths) -> Noun:
    """The thing as the journal holds it now."""
    with Journal.open(paths, fixed_clock(NOW), to_write=False) as journal:
        collections: dict[str, Iterable[Noun]] = {
            "entry": journal.entries,
            "contact": journal.contacts,
            "routine": journal.routines,
        }
        return next(iter(collections[noun]))


def is_masked(line: str) -> bool:
    """Whether a page is masked where others can see the screen; the card never is."""
    (name,) = meant_by(line.split())
    return REGISTRY[name].discretion == "masked" and name != "crisis"


def words_in(value: object) -> Iterator[str]:
    """The texts that a field holds, however deep; no choices of a list."""
    match value:
        case Enum():
            return
        case str():
            yield from filter(None, [value])
        case dict():
            yield from value
        case tuple():
            yield from (word for each in value for word in words_in(each))
        case _ if is_dataclass(value):
            yield from (word for each in fields(value) for word in words_in(getattr(value, each.name)))
