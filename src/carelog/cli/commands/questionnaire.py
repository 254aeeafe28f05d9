"""questionnaire: published questionnaires, word for word, with their bands and without a verdict."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.questionnaire import (
    Wanted,
    after,
    ask_answers,
    begun_today,
    checked_answers,
    choose_questionnaire,
    result_text,
)
from carelog.cli.forms.questionnaire_language import need_its_answer, offered_languages
from carelog.cli.forms.questionnaire_safety import response
from carelog.cli.forms.questionnaire_screens import Given
from carelog.cli.forms.removal import remove_one
from carelog.cli.prompts.number_options import FromTop, Newest, newest_of, top_of, with_rest
from carelog.cli.prompts.options import Yes
from carelog.cli.prompts.period_options import First, Last, Until, period_of_list
from carelog.cli.runtime.session import Session
from carelog.cli.runtime.standard_streams import DASH, input_stream
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.questionnaires.questionnaire import ENGLISH
from carelog.exchange.serializers.scores import (
    questionnaire_shape,
    questionnaire_standing_shape,
    score_shape,
    whole_scores_shape,
)
from carelog.language import gettext as _
from carelog.wording import edit as edit_words
from carelog.wording import program as program_words
from carelog.wording import questionnaires as words
from carelog.wording.days import day_in_table
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.domain.questionnaires.questionnaire import Questionnaire
    from carelog.review.days.scores import Score, Scores
    from carelog.terminal.page import Page


def _complete_name(incomplete: str) -> list[str]:
    """The names of the package's questionnaires: those of the person's own are not for a list that others may see."""
    from carelog.questionnaires import built_in_questionnaires

    return [key for key in built_in_questionnaires() if key.startswith(incomplete)]


def _complete_language(ctx: typer.Context, incomplete: str) -> list[str]:
    from carelog.questionnaires import built_in_languages

    name = ctx.params.get("name") or next(iter(ctx.args), "")  # an option without its value stops the reading of words
    known = built_in_languages(str(name))
    return [each for each in known if each.startswith(incomplete)]


Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help=_("phq9, phq8, phq2, gad7, gad2, phq4, k10, k6, pcl5, or one of your own."),
        autocompletion=_complete_name,
    ),
]
Language = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="CODE",
        help=_("The language of the questions, such as de, es-US or fr-CA, where there is one."),
        autocompletion=_complete_language,
        show_default=False,
    ),
]
Answers = Annotated[
    list[str] | None,
    typer.Option("--answer", metavar="ANSWER", help=_("An answer, once for each question; - leaves it open.")),
]
Difficulty = Annotated[
    int | None, typer.Option("--difficulty", metavar="NUMBER", help=_("The answer on difficulty, from 0."))
]


@command(
    "questionnaire list",
    "carelog questionnaire list",
    panel="Share",
    group=_("Questionnaires about yourself, word for word. Alone it lists them."),
)
def show_all(session: Session, most: FromTop = None) -> Answer:
    """List the questionnaires there are, and when you answered each."""
    found = _scores_shown(session)
    shown = top_of(found, most)
    _remark_on_refused_files(session)
    return Answer(
        page=lambda: with_rest(_table(shown), shown, found),
        data=lambda: {"questionnaires": _standing(session, shown)},
    )


@command(
    "questionnaire take",
    "carelog questionnaire take phq8",
    "carelog questionnaire take gad7 --language fr-CA",
    "carelog questionnaire take phq4 --answer 1 --answer 0 --answer 2 --answer 1",
)
def take(
    session: Session,
    name: Name,
    answer: Answers = None,
    difficulty: Difficulty = None,
    language: Language = "",
    again: Annotated[bool, typer.Option("--again", help=_("Answer it again before its usual day."))] = False,
) -> Answer:
    """Answer a questionnaire, a screen for each question; you can go back, leave one open, or stop."""
    wanted = Wanted(language, again=again, asked=not answer)
    chosen = choose_questionnaire(session, name, lambda key: _earlier_answers(session, key), wanted)
    given = _read_answers(session, chosen, answer or [], difficulty) if chosen else None
    if chosen is None or given is None:
        return _nothing_kept(session, chosen)
    score = _save_answers(session, chosen, given)
    said = result_text(session, session.to_write(), chosen, score, asked=wanted.asked)
    _remark_afterwards(session, chosen, score if answer else None)
    return Answer(said, data=lambda: _answered_shape(session, chosen, score))


@command("questionnaire show", "carelog questionnaire show phq8", "carelog questionnaire show phq8 --last 6mo")
def show(
    session: Session,
    name: Name,
    last: Last = None,
    first: First = None,
    until: Until = None,
    newest: Newest = None,
) -> Answer:
    """Show what you answered: dates, totals, bands, and how each stands beside the one before."""
    from carelog.review.days.scores import scores_of

    chosen = _questionnaire_named(session, name)
    found = scores_of(chosen, session.to_read().answered.to(chosen.key))
    period = period_of_list(session, last, first, until)
    found = found.within(period) if period else found
    shown = found.with_only(newest_of(found.scores, newest))
    return Answer(
        page=lambda: with_rest(_page(shown), shown.scores, found.scores),
        data=lambda: {"questionnaire": whole_scores_shape(shown)},
    )


@command("questionnaire remove", "carelog questionnaire remove last")
def remove(
    session: Session,
    reference: Annotated[str, typer.Argument(metavar="REF", help=_("A handle of “questionnaire show”, or last."))],
    yes: Yes = False,
) -> Answer:
    """Remove answers for good. It asks first."""
    answered = session.to_write().answered
    found = answered.find(reference)
    question = edit_words.ask_remove(listed((found.questionnaire, found.day.isoformat())))
    return remove_one(session, answered, found.id, question, yes=yes)


@command("questionnaire add", "carelog questionnaire add who5.toml")
def add(
    session: Session,
    file: Annotated[
        Path, typer.Argument(help=_("A TOML file, as docs/questionnaires.md describes it; - is standard input."))
    ],
) -> Answer:
    """Add a questionnaire that you or your service may use, from a file."""
    from carelog.questionnaires import add_file

    stream = input_stream(session) if str(file) == DASH else None
    added = add_file(session.paths, file, need_its_answer, stream)
    said = program_words.DISCREET_DONE if session.hides_stored_words else words.added([each.key for each in added])
    return Answer(said, data=lambda: {"questionnaires": list(map(questionnaire_shape, added))})


def _scores_shown(session: Session) -> "list[Scores]":
    """The answers to every questionnaire; under masks the person's own questionnaires are left out."""
    from carelog.questionnaires import built_in_questionnaires
    from carelog.review.days.scores import all_scores

    found = all_scores(session.to_read())
    if not session.masks:
        return found
    shown = built_in_questionnaires()
    return [each for each in found if each.questionnaire.key in shown]


def _remark_on_refused_files(session: Session) -> None:
    """Say which of the person's own files are left out and why; their names are their words."""
    from carelog.questionnaires import refused_files

    if not session.hides_stored_words:
        session.remarks += [words.left_out(each.message) for each in refused_files(session.paths)]


def _standing(session: Session, found: "Sequence[Scores]") -> list[dict[str, Any]]:
    return [questionnaire_standing_shape(each, offered_languages(session.paths, each.questionnaire)) for each in found]


def _table(found: "Sequence[Scores]") -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (
            each.questionnaire.key,
            each.questionnaire.title,
            str(len(each.questionnaire.items)),
            day_in_table(each.scores[-1].answered.day) if each.scores else "",
            day_in_table(each.again_from) if each.again_from else "",
        )
        for each in found
    ]
    return ListTable(words.COLUMNS, rows)


def _earlier_answers(session: Session, key: str) -> list[Answered]:
    """The earlier answers to a questionnaire; the journal is closed again, because the next step may write to it."""
    found = session.to_read().answered.to(key)
    session.close()
    return found


def _read_answers(
    session: Session, chosen: "Questionnaire", answers: "Sequence[str]", difficulty: int | None
) -> Given | None:
    """The answers of a script, else those that the person is asked for; None when they want nothing kept."""
    if answers:
        return checked_answers(chosen, answers, difficulty)
    return ask_answers(session, session.to_write(), chosen)


def _nothing_kept(session: Session, chosen: "Questionnaire | None") -> Answer:
    journal = session.to_write()
    begun = begun_today(journal, chosen) if chosen else None
    said = after(session, journal, chosen) if chosen else ""
    if chosen:
        _remark_afterwards(session, chosen)
    shape = {"answered": None, "response": None, "after": None}
    lines = [words.NOTHING_NEW if begun else words.NOTHING_KEPT, *filter(None, [said])]
    return Answer("\n".join(lines), data=lambda: shape)


def _save_answers(session: Session, chosen: "Questionnaire", given: Given) -> "Score":
    from carelog.review.days.scores import scores_of

    journal = session.to_write()
    begun = begun_today(journal, chosen)
    now, new_id = journal.clock.now(), begun.id if begun else journal.answered.new_id()
    language = None if chosen.language == ENGLISH else chosen.language
    kept = Answered(new_id, chosen.key, now, session.today, given.answers, given.difficulty, language)
    journal.answered.insert(kept)
    found = scores_of(chosen, journal.answered.to(chosen.key)).scores
    return next(score for score in found if score.answered.id == kept.id)


def _remark_afterwards(session: Session, chosen: "Questionnaire", given: "Score | None" = None) -> None:
    """Where others see the screen the answer is a neutral word; what is said to hard answers stands beside it.

    An answer about death or harm that was `given` without a question is met here, as the terminal meets it at once.
    """
    if session.as_json or not session.hides_stored_words:
        return
    journal = session.to_write()
    met = response(journal, chosen.language) if given and given.safety else ""
    session.remarks += filter(None, [met, after(session, journal, chosen)])


def _answered_shape(session: Session, chosen: "Questionnaire", score: "Score") -> dict[str, Any]:
    """The score and, as text for programs to show, what is said to an answer about death or harm, and afterwards."""
    journal = session.to_write()
    said = response(journal, chosen.language) if score.safety else None
    return {"answered": score_shape(score), "response": said, "after": after(session, journal, chosen) or None}


def _questionnaire_named(session: Session, name: str) -> "Questionnaire":
    from carelog.questionnaires import questionnaire

    return questionnaire(session.paths, name)


def _page(found: "Scores") -> "Page":
    from carelog.terminal.pages.scores import ScoresPage

    return ScoresPage(found)
