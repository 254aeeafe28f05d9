"""Read a question to insights, and keep a name out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import confirm
from carelog.domain.text import checked_name
from carelog.errors import InvalidValue
from carelog.settings_file import read_text, store_kept_out
from carelog.wording import first_start as first_start_words
from carelog.wording.pages import insights as insights_words
from carelog.wording.program import DISCREET_DONE, HIDDEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.cli.runtime.session import Session
    from carelog.review.insights.kinds import FactorKind
    from carelog.review.insights.question import Question


def read_question(words: Sequence[str] | None, kind: FactorKind | None, *, day_after: bool) -> Question | None:
    """The question that was typed; None where nothing is named.

    Raises InvalidValue for a kind or the day after without a name.
    """
    from carelog.review.insights.comparisons import Lag
    from carelog.review.insights.question import Question

    if words:
        return Question(" ".join(words), kind, Lag.DAY_AFTER if day_after else Lag.SAME_DAY)
    if kind or day_after:
        raise InvalidValue("insights.name-needed")
    return None


def keep_all_out(session: Session, typed: Sequence[str]) -> str:
    """Keep names out of every comparison, and return what to say of each.

    For a name that is kept out already the person is asked whether it may be compared again; without a terminal it
    stays out. Raises InvalidValue for an empty name, before any is kept.
    """
    names = dict.fromkeys(checked_name(each.strip().lstrip("#"), "text.name") for each in typed)
    answers = dict.fromkeys([_keep_out(session, name) for name in names])
    session.remarks[:] = dict.fromkeys(session.remarks)
    return "\n".join(answers)


def _keep_out(session: Session, name: str) -> str:
    from carelog.review.insights.names import alike

    kept = session.settings.insights_never
    others = tuple(each for each in kept if alike(each) != alike(name))
    if others == kept:
        _store(session, (*kept, name))
        _remark(session, name)
        answer = insights_words.kept_out(name)
    elif session.can_ask and confirm(session, insights_words.ask_to_compare_again(name)):
        _store(session, others)
        answer = insights_words.compared_again(name)
    else:
        return DISCREET_DONE if session.hides_stored_words else insights_words.kept_out_already(name)
    return DISCREET_DONE if session.hides_stored_words else answer


def kept_out_names(session: Session) -> list[str]:
    """The names that are kept out, each hidden where others can see the screen."""
    return [HIDDEN if session.is_discreet else name for name in session.settings.insights_never]


def _store(session: Session, names: Sequence[str]) -> None:
    if "#" in read_text(session.paths):
        session.remarks.append(first_start_words.COMMENTS_NOT_KEPT)
    session.apply_settings(store_kept_out(session.paths, names))


def _remark(session: Session, name: str) -> None:
    """Remark on a name in a file beside a locked journal and, where that can be seen, on one that nothing has."""
    from carelog.cli.runtime.unlock import needs_passphrase
    from carelog.domain.time.days import Period
    from carelog.journal.keys.key_folder import keys_beside
    from carelog.review.insights.insights import DAYS_LOOKED_AT
    from carelog.review.insights.names import alike, names_as_shown

    if keys_beside(session.paths.journal):
        session.remarks.append(insights_words.KEPT_IN_SETTINGS)
    if needs_passphrase(session):
        return
    year = Period.ending(session.today, DAYS_LOOKED_AT)
    if not names_as_shown(session.to_read(), year, lambda each: alike(each) == alike(name)):
        session.remarks.append(insights_words.NO_SUCH_NAME_YET)
