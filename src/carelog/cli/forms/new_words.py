"""Read the new name or the new words of a thing that is edited: they stand behind it, or with an option."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from carelog.cli.prompts.free_text import full_text
from carelog.domain.ids import is_reference
from carelog.errors import InvalidValue, NotFound

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.people.contact import Contact
    from carelog.domain.routines.routine import Routine
    from carelog.domain.tracker import Tracker
    from carelog.journal.collections.named_collection import NamedCollection

    Named = TypeVar("Named", Contact, Routine, Tracker)


def words_or_option(words: Sequence[str] | None, option: str | None) -> str | None:
    """The new words, which stand behind a thing or with an option; None without any.

    Raises InvalidValue where they stand in both places.
    """
    behind = " ".join(words or ())
    if behind and option is not None:
        raise InvalidValue("text.new-words-twice", words=behind)
    return behind or option


@contextmanager
def changed_text(
    context: Context, words: Sequence[str] | None, option: str | None, old: str, *, beside: Sequence[object]
) -> Iterator[str]:
    """Yield the new text of a thing: its new words, else what the person makes of the old ones in the editor.

    With any of the options `beside` them the old words stay. Raises InvalidValue where the new words stand in two
    places, and where nothing is given and there is no terminal.
    """
    given = words_or_option(words, option)
    alone = given is None and all(each is None for each in beside)
    with full_text(context, None if given is None else given.split(" "), edit=alone, old=old) as text:
        yield text


def named_and_renamed(
    things: NamedCollection[Named], words: Sequence[str], option: str | None
) -> tuple[Named, str | None]:
    """The thing that words name, and its new name, which stands behind the whole name or with an option; None without.

    All words together are tried first, so that a name may have several. Raises NotFound, AmbiguousName, and
    InvalidValue where a new name stands in both places.
    """
    whole = " ".join(words)
    try:
        return things.named(whole), option
    except NotFound:
        for length in range(len(words) - 1, 0, -1):
            name = " ".join(words[:length])
            if _is_exact(things, name):
                return things.named(name), words_or_option(words[length:], option)
        raise


def _is_exact(things: NamedCollection[Named], name: str) -> bool:
    """Whether this is a whole name, a cover or a handle: a beginning alone would make a new name of a slip."""
    if things.has_name(name):
        return True
    if is_reference(name):
        with suppress(NotFound):
            return bool(things.find(name))
    return False
