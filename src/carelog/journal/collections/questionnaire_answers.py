"""The answers to questionnaires in a journal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from carelog.domain.questionnaires.answer import Answered
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue
from carelog.journal.collections import given
from carelog.journal.collections.collection import DayCollection, WholeCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import ANSWERED, as_json, read_json
from carelog.journal.storage.table import Row


class AnsweredQuestionnaires(WholeCollection[Answered], DayCollection[Answered]):
    """The answered questionnaires, in the order (at, id)."""

    table = ANSWERED
    kind = Answered
    arguments: ClassVar = {
        "questionnaire": given.text,
        "answers": given.answers,
        "difficulty": given.or_none(given.whole),
        "language": given.or_none(given.text),
        "at": given.moment,
    }
    key_prefix = "questionnaire."
    order = "at, id"

    def add(
        self,
        questionnaire: str,
        answers: Iterable[int | None],
        *,
        difficulty: int | None = None,
        language: str | None = None,
        at: given.When | None = None,
    ) -> Answered:
        """Add the answers to a questionnaire, now or `at` a moment, and return them.

        `questionnaire` is its key, such as phq9. `answers` are the numbers of the options, from 0, in the order of the
        items, None where one was left open; `difficulty` is that of the question after them, `language` a code such as
        de, None for English. Raises InvalidValue for a value that cannot be used, NotFound for another questionnaire.
        """
        values = self._arguments(locals(), at=self._clock.now())
        values["questionnaire"] = self._checked(values["questionnaire"], values["answers"])
        return self._insert_new(day=self._day_of(values["at"]), **values)

    def to(self, questionnaire: str) -> list[Answered]:
        """All answers to one questionnaire, in the order (at, id)."""
        return self._select("AND questionnaire = ?", (questionnaire,))

    def _checked(self, name: str, answers: tuple[int | None, ...]) -> str:
        """The key of a questionnaire of which these can be the answers."""
        from carelog.questionnaires import questionnaire

        chosen = questionnaire(self._beside.paths, name)
        if len(answers) != len(chosen.items):
            needed, number = len(chosen.items), len(answers)
            raise InvalidValue("library.answers-not-as-many", name=chosen.name, needed=needed, number=number)
        for item, answer in enumerate(answers, 1):
            highest = len(chosen.options_of(item)) - 1
            if answer is not None and not 0 <= answer <= highest:
                raise InvalidValue("library.answer-not-possible", name=chosen.name, item=item, highest=highest)
        return chosen.key

    def _changed(self, old: Answered, values: dict[str, Any]) -> Answered:
        return self._moved(old, values)

    def _read(self, row: Row) -> Answered:
        return Answered(
            id=row["id"],
            questionnaire=row["questionnaire"],
            at=Moment.of_milliseconds(row["at"], row["utc_offset"]),
            day=read_day(row["day"]),
            answers=tuple(read_json(row["answers"])),
            difficulty=row["difficulty"],
            language=row["language"],
        )

    def _content(self, thing: Answered) -> Row:
        return {
            "questionnaire": thing.questionnaire,
            "at": thing.at.milliseconds,
            "utc_offset": thing.at.offset,
            "day": thing.day.isoformat(),
            "answers": as_json(thing.answers),
            "difficulty": thing.difficulty,
            "language": thing.language,
        }
