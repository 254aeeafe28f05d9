"""A collection whose things people find by name: the name, its beginning, its letters without accents, a cover."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from carelog.domain.ids import handle, is_last, is_reference
from carelog.domain.letters import spelled
from carelog.domain.text import clean_line, fold
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.journal.collections import given
from carelog.journal.collections.collection import Collection
from carelog.journal.collections.covers import cover_of, named_or_covered, with_word_that_begins, words_for
from carelog.journal.storage.rows import COVER

if TYPE_CHECKING:
    from typing import Any, ClassVar, Protocol

    class _WithName(Protocol):
        __dataclass_fields__: ClassVar[dict[str, Any]]

        @property
        def id(self) -> str: ...

        @property
        def name(self) -> str: ...


NamedThing = TypeVar("NamedThing", bound="_WithName")


class NamedCollection(Collection[NamedThing]):
    """A collection whose things people find by name."""

    found_by_any_word = False
    """Whether a word from within means a thing too, where its name is a short text rather than a name."""

    def find(self, reference: str) -> NamedThing:
        """The thing that a name means, or a handle or longer end of an id; `last` finds the one that was added last.

        Raises NotFound or AmbiguousName, as `named` does.
        """
        reference = given.text(self._beside, "reference", reference)
        return self._last() if is_last(reference) else self.named(reference)

    def named(self, name: str) -> NamedThing:
        """The thing that a name means: the same name in any case, else the only name that begins so, else a handle.

        A name without its accents means the only one that differs in them alone (`meant_by`). Where masks are on or
        numbers are accepted, kind and number (“routine 2”) are tried before a handle, and then, where the name is a
        short text, the words within it. Raises NotFound or AmbiguousName; the messages repeat only what was typed and
        handles, and no name from the journal.
        """
        return self._named_among(self._candidates, name)

    def _named_among(self, candidates: Callable[[], list[NamedThing]], name: str) -> NamedThing:
        with self._store.unmasked() as is_masked:
            things = candidates()
            matches = named_or_covered(clean_line(name), things)
            matches = matches or spelled(clean_line(name), things, self.called)
            if self.found_by_any_word:
                matches = matches or with_word_that_begins(clean_line(name), things)
            none_kept = not len(self)
        if len(matches) == 1:
            return self.get(matches[0].id) if is_masked else matches[0]
        if matches:
            handles = ", ".join(sorted(handle(thing.id) for thing in matches))
            raise AmbiguousName("handle.name-fits-these", name=name, count=len(matches), handles=handles)
        if is_reference(name):
            return super().find(name)
        self._refuse_if_unreadable()
        if none_kept:
            raise NotFound(f"{self.key_prefix}name-unknown-none-kept", name=name)
        raise NotFound(f"{self.key_prefix}name-unknown", name=name)

    def has_name(self, name: str, *, beside: str = "") -> bool:
        """Whether a thing that can be found by name has exactly this name or this cover, in any case.

        The thing with the id `beside` does not count.
        """
        wanted = fold(clean_line(name))
        with self._store.unmasked():
            others = [each for each in self._candidates() if each.id != beside]
        return any(wanted in map(fold, words_for(thing)) for thing in others)

    def refuse_cover_taken(self, thing: NamedThing) -> None:
        """Raise InvalidValue where a new cover of a thing is what another is called: it could not be typed.

        A cover that it has already stays, also where it is another's too, as after a merge of two computers.
        """
        cover, row = cover_of(thing), self._store.row(self.table, thing.id)
        is_new = row is None or fold(row[COVER] or "") != fold(cover)
        if cover and is_new and self.has_name(cover, beside=thing.id):
            raise InvalidValue("text.cover-taken", cover=cover)

    def shown_names(self, is_meant: Callable[[str], bool]) -> set[str]:
        """The names of the things whose own name is meant, as pages show them: masked where names are."""
        with self._store.unmasked() as is_masked:
            meant = [thing for thing in self if is_meant(thing.name)]
        return {(self.get(thing.id) if is_masked else thing).name for thing in meant}

    def called(self, thing: NamedThing) -> str:
        """The name that people type for a thing: its name, or its kind and number where those are accepted."""
        numbered_names = self._store.numbered_names
        return numbered_names.numbered_name(self.table.name, thing.id) if numbered_names else thing.name

    def _refuse_if_unreadable(self) -> None:
        """Raise JournalDamaged where a row was left out that cannot be read: it may have the name that is missing."""
        for problem in self._store.left_out:
            if problem.values.get("table") == self.table.name:
                raise problem

    def _candidates(self) -> list[NamedThing]:
        """The things that can be found by name, those left out that cannot be read."""
        return self.readable()
