"""Whom to turn to, also where the journal cannot be read: then the lines of the country answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.forms.brakes import left_for_now
from carelog.domain.people.contact import GoodFor
from carelog.domain.sign import Hold
from carelog.errors import CarelogError, SettingsError, StorageError
from carelog.exchange.serializers.people import reach_shape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carelog.cli.runtime.context import Context
    from carelog.journal import Journal
    from carelog.review.people.reach import Reach
    from carelog.terminal.page import Page


def answer_with_someone(
    context: Context, open_journal: Callable[[], Journal], good_for: Sequence[GoodFor], wish: str
) -> Answer:
    """Somebody to turn to, or helplines and the reason why people could not be read.

    Whoever leaves the question for a passphrase with Ctrl-D gets helplines too.
    """
    from carelog.review.people.reach import lines_alone, reach

    try:
        journal = open_journal()
        if GoodFor.PRACTICAL in good_for and (left := left_for_now(context, journal, Hold.DRAFTS)):
            return left
        found = reach(journal, context.clock.now(), good_for, wish, nameless=context.masks)
    except (EOFError, SettingsError, StorageError) as problem:
        context.do_without_settings()
        context.remarks += [problem.message] if isinstance(problem, CarelogError) else []
        found = lines_alone(context.settings, context.clock)
    return Answer(page=lambda: _page(found), data=lambda: reach_shape(found))


def _page(found: Reach) -> Page:
    from carelog.terminal.pages.reach import ReachPage

    return ReachPage(found)
