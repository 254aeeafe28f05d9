"""The printed plan as HTML: one file without scripts or requests, for A4, letter and a folded card."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from carelog.domain.text import clean
from carelog.wording import plan as plan_words

if TYPE_CHECKING:
    from jinja2 import Environment

    from carelog.review.plan_print import PrintedForFriend, PrintedPlan


def plan_page(plan: PrintedPlan) -> bytes:
    """The person's own page, and a card to cut out and fold."""
    return _rendered("plan.html.j2", plan=plan)


def page_for(friend: PrintedForFriend) -> bytes:
    """The page for a friend.

    Raises InvalidValue when there is nothing to tell them.
    """
    if not (friend.others or friend.agreed_to):
        from carelog.errors import InvalidValue

        raise InvalidValue(plan_words.nothing_for(friend.name))
    return _rendered("plan_for_friend.html.j2", friend=friend)


def _rendered(template: str, **facts: object) -> bytes:
    return _environment().get_template(template).render(words=plan_words, **facts).encode()


def _environment() -> Environment:
    """Templates in which everything is escaped, cleaned first, and a fact that is not there is a mistake."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if isinstance(value, str) else value,
    )
