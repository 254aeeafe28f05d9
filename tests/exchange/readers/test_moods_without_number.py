"""A mood that needs a number is said as that, and its row is not called left out."""

from dataclasses import replace

from carelog.exchange.readers.formats import format_named
from support.imports import a_context, read_file

HEADING = "date,weekday,time of day,category,rating/amount,detail,notes"
BEARABLE = f"{HEADING}\n2025-03-09,Sunday,pm,Mood,4,,\n2025-03-08,Saturday,pm,Mood,4,,\n".encode()
TABLE = b"Day,Rating\n2025-03-09,8\n2025-03-08,3\n"


def test_a_row_of_bearable_with_only_a_mood_is_an_entry_that_waits_for_its_number() -> None:
    batch = read_file(BEARABLE)
    assert (batch.unknown_moods, batch.problems) == ({"Bearable mood 4": 2}, ())
    placed = read_file(BEARABLE, Bearable_mood_4=4)
    assert [(each.mood, each.feelings) for each in placed.entries] == [(4, ()), (4, ())]
    assert [each.id for each in placed.entries] == [each.id for each in batch.entries]


def test_a_row_of_any_table_with_only_a_mood_of_another_scale_waits_for_its_number() -> None:
    context = replace(a_context(), columns={"mood": "Rating", "date": "Day"})
    batch = format_named("csv").read(TABLE, context)
    assert (batch.unknown_moods, batch.problems, len(batch.entries)) == ({"8": 1, "3": 1}, (), 2)
    placed = format_named("csv").read(TABLE, replace(context, moods={"8": 5, "3": 2}))
    assert [(each.mood, each.feelings) for each in placed.entries] == [(2, ()), (5, ())]
