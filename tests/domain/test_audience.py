import pytest

from carelog.domain.audience import AUDIENCES, THERAPIST, Audience, NameShown, Section
from carelog.errors import InvalidValue


def test_a_therapist_gets_everything_but_the_notes_unless_they_are_asked_for() -> None:
    assert THERAPIST.contents() == set(Section) - {Section.NOTES}
    assert THERAPIST.contents([Section.NOTES]) == set(Section)


@pytest.mark.parametrize("section", Section)
def test_leaving_out_wins_over_including(section: Section) -> None:
    assert section not in THERAPIST.contents([section], [section])


def test_without_the_mood_no_day_tells_it() -> None:
    assert THERAPIST.contents(leave_out=[Section.MOOD]) == set(Section) - {Section.MOOD, Section.DAYS, Section.NOTES}


def test_nobody_is_given_what_is_not_meant_for_them() -> None:
    ally = Audience("ally", frozenset({Section.ROUTINES}))
    assert ally.contents() == {Section.ROUTINES}
    with pytest.raises(InvalidValue, match="page for ally has no notes"):
        ally.contents([Section.NOTES])


@pytest.mark.parametrize(("name", "initials"), [("Alex Marie", "A. M."), ("łukasz", "Ł."), ("", "")])
def test_a_name_is_shown_as_it_was_set_or_as_initials(name: str, initials: str) -> None:
    assert THERAPIST.named(name) == name
    assert Audience("ally", frozenset(), name_shown=NameShown.INITIALS).named(name) == initials


def test_every_audience_is_found_by_its_key() -> None:
    assert all(AUDIENCES[key].key == key for key in AUDIENCES)
    assert AUDIENCES["therapist"] is THERAPIST
