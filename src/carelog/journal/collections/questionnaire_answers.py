"""The answers to questionnaires in a journal."""

from __future__ import annotations

from datetime import date

from carelog.domain.questionnaires.answer import Answered
from carelog.domain.time.days import Moment, Period
from carelog.journal.collections.collection import WholeCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import ANSWERED, Row, as_json, read_json


class AnsweredQuestionnaires(WholeCollection[Answered]):
    """The answered questionnaires, in the order (at, id)."""

    table = ANSWERED
    key_prefix = "questionnaire."
    order = "at, id"

    def days(self, period: Period) -> set[date]:
        """The days of a period on which a questionnaire was answered."""
        return self._days(period)

    def to(self, questionnaire: str) -> list[Answered]:
        """All answers to one questionnaire, in the order (at, id)."""
        return self._select("AND questionnaire = ?", (questionnaire,))

    def within(self, period: Period) -> list[Answered]:
        """The answers of a period to any questionnaire, in the order (at, id)."""
        return self._select("AND day BETWEEN ? AND ?", (period.first.isoformat(), period.last.isoformat()))

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
