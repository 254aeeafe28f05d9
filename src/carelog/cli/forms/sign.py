"""Read a sign from the options, or ask for what is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, need_terminal
from carelog.domain.sign import Hold, Sign
from carelog.domain.sign_rule import read_rule
from carelog.domain.text import checked_name, takes_away
from carelog.errors import InvalidValue
from carelog.wording.people import signs as signs_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.journal.collections.signs import Signs


def new_sign(
    context: Context,
    signs: Signs,
    text: str | None,
    when: str | None,
    then: str | None,
    holds: str | None,
    cover: str = "",
) -> Sign:
    """A new sign; on a terminal the person is asked for each part that is missing.

    Raises InvalidValue for a part that cannot be used, and where nobody can be asked.
    """
    if not (text and when and then):
        need_terminal(context, "sign.needs-terminal")
    text = text or ask(signs_words.ASK_SIGN, lambda typed: checked_name(typed, "sign.text"))
    rule = read_rule(when) if when else ask(signs_words.ASK_RULE, read_rule)
    step = then or ask(signs_words.ASK_STEP, lambda typed: checked_name(typed, "sign.step"))
    return Sign(signs.new_id(), text, rule.text, step, holds=read_holds(holds or ""), cover=cover)


def changed_sign(
    old: Sign, text: str | None, when: str | None, then: str | None, holds: str | None, cover: str | None = None
) -> Sign:
    """The sign with what is given in place of what was there.

    Raises InvalidValue for a rule that cannot be read, and for something that cannot be held.
    """
    rule = old.rule if when is None else read_rule(when).text
    held = old.holds if holds is None else read_holds(holds)
    covered = old.cover if cover is None else cover
    return replace(old, text=text or old.text, rule=rule, step=then or old.step, holds=held, cover=covered)


def read_holds(typed: str) -> tuple[Hold, ...]:
    """What a sign holds back, from words with commas between them; nothing for an empty text, none or off.

    Raises InvalidValue for another word.
    """
    words = [word.strip().lower() for word in typed.split(",") if word.strip()]
    if not words or takes_away(typed):
        return ()
    try:
        return tuple(hold for hold in Hold if hold in {Hold(word) for word in words})
    except ValueError:
        raise InvalidValue("sign.hold-not-understood", text=typed) from None
