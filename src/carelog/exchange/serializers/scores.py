"""The JSON of questionnaires, their scores and goals, spelled out by hand.

Keys are added, never renamed: programs read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.domain.questionnaires.questionnaire import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from carelog.domain.goal import Goal, GoalRating
    from carelog.domain.questionnaires.change import Comparison
    from carelog.domain.questionnaires.questionnaire import Questionnaire
    from carelog.review.days.scores import Score, Scores


def score_shape(score: Score) -> dict[str, Any]:
    """One time a questionnaire was answered; `total` is null where one was left open, `band` also without bands."""
    answered = score.answered
    return {
        "id": answered.id,
        "handle": answered.handle,
        "questionnaire": answered.questionnaire,
        "at": answered.at.rfc3339,
        "day": answered.day.isoformat(),
        "answers": list(answered.answers),
        "difficulty": answered.difficulty,
        "total": score.total,
        "band": score.band.text if score.band else None,
        "change": score.change.value if score.change else None,
        "compared": list(map(_comparison, score.compared)),
        "language": answered.language or ENGLISH,
        "safety": [{"item": item, "answer": option.value, "text": option.text} for item, option in score.safety],
        "parts": [
            {
                "id": each.key,
                "name": each.name,
                "total": each.total,
                "min": each.minimum,
                "max": each.maximum,
                "cutpoint": each.cutpoint,
            }
            for each in score.parts
        ],
    }


def questionnaire_shape(each: Questionnaire) -> dict[str, Any]:
    """What a questionnaire is, without its items."""
    return {
        "id": each.key,
        "name": each.name,
        "title": each.title,
        "items": len(each.items),
        "min": each.minimum,
        "max": each.maximum,
        "higher_is": each.higher_is.value,
        "bands": [{"from": band.first, "to": band.last, "text": band.text} for band in each.bands],
        "attribution": each.attribution,
        "source": each.source,
        "recall": each.recall or None,
        "cutpoints": [{"from": cutpoint.first, "text": cutpoint.text or None} for cutpoint in each.cutpoints],
        "talk_from": each.talk_from,
        "reliable_change": each.reliable_change,
    }


def scores_shape(scores: Scores) -> dict[str, Any]:
    """A questionnaire and every time it was answered."""
    return questionnaire_shape(scores.questionnaire) | {"scores": list(map(score_shape, scores.scores))}


def whole_scores_shape(scores: Scores) -> dict[str, Any]:
    """The same where these are all answers there are: also from which day it can be answered again."""
    return scores_shape(scores) | {"next_offered": _day(scores.again_from)}


def questionnaire_standing_shape(scores: Scores, languages: Sequence[str]) -> dict[str, Any]:
    """A questionnaire in a list: when it was last answered, when it can be again, and the languages that it is in."""
    last = scores.scores[-1].answered.day if scores.scores else None
    standing = {"last": _day(last), "next_offered": _day(scores.again_from), "languages": list(languages)}
    return questionnaire_shape(scores.questionnaire) | standing


def goal_shape(goal: Goal, ratings: Iterable[GoalRating]) -> dict[str, Any]:
    """A goal and how close somebody said they were, 0 to 10, oldest first; `put_down` is a day or null."""
    return {
        "id": goal.id,
        "handle": goal.handle,
        "name": goal.text,
        "day": goal.day.isoformat(),
        "put_down": goal.let_go.isoformat() if goal.let_go else None,
        "ratings": [{"id": each.id, "day": each.day.isoformat(), "value": each.value} for each in ratings],
    }


def _comparison(each: Comparison) -> dict[str, Any]:
    return {
        "beside": each.beside.value,
        "day": each.earlier.day.isoformat(),
        "total": each.earlier.total,
        "change": each.change.value if each.change else None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
