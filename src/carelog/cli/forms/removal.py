"""Remove one thing of the journal for good, once the person agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.cli.answer import Answer
from carelog.cli.prompts.ask import confirm
from carelog.wording import edit as edit_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.journal.collections.collection import Collection


def remove_one(context: Context, collection: Collection[Any], thing_id: str, question: str, *, yes: bool) -> Answer:
    """Ask the question, remove the thing, and answer whether it is gone; `yes` agrees in advance.

    Raises InvalidValue where nobody can be asked.
    """
    if not confirm(context, question, yes=yes):
        return Answer(text=edit_words.NOT_REMOVED)
    collection.remove(thing_id)
    return Answer(text=edit_words.REMOVED, data=lambda: {"ids": [thing_id]})
