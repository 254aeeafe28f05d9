import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.audience import ALLY, AUDIENCES, SELF, THERAPIST, Audience, NameShown, Section
from carelog.errors import InvalidValue
from support.sentences import whole

IN_FULL = {Section.WORDS, Section.NOTES}
sections = st.sets(st.sampled_from(Section))


def test_a_therapist_gets_everything_but_words_and_notes_unless_they_are_asked_for() -> None:
    assert THERAPIST.contents() == set(Section) - IN_FULL
    assert THERAPIST.contents([Section.WORDS]) == set(Section) - {Section.NOTES}
    assert THERAPIST.contents([Section.NOTES]) == set(Section)


def test_notes_that_are_left_out_bring_no_words_along() -> None:
    assert THERAPIST.contents([Section.NOTES], [Section.NOTES]) == set(Section) - IN_FULL


def test_an_ally_gets_what_was_kept_and_no_mood_unless_it_is_asked_for() -> None:
    assert ALLY.contents() == {Section.NAME, Section.ROUTINES, Section.BELONGING}
    with pytest.raises(InvalidValue, match=whole("The page for “ally” has no notes.")):
        ALLY.contents([Section.NOTES])


@pytest.mark.parametrize("section", Section)
def test_leaving_out_wins_over_including(section: Section) -> None:
    assert section not in SELF.contents([section], [section])


@pytest.mark.parametrize("audience", [THERAPIST, SELF])
def test_without_the_mood_no_section_reveals_it(audience: Audience) -> None:
    assert not audience.contents(leave_out=[Section.MOOD]) & {Section.MOOD, Section.DAYS, Section.TOGETHER}


@given(st.sampled_from(list(AUDIENCES.values())), st.none() | sections, st.none() | st.sampled_from(NameShown))
def test_an_audience_as_a_person_sets_it_never_gets_more_than_it_may(
    audience: Audience, chosen: set[Section] | None, shown: NameShown | None
) -> None:
    adjusted = audience.adjusted(chosen, shown)
    may = audience.sections | audience.on_request
    assert adjusted.sections | adjusted.on_request == may
    assert adjusted.sections == (audience.sections if chosen is None else may & chosen)
    assert adjusted.name_shown is (shown or audience.name_shown)


@pytest.mark.parametrize(("name", "initials"), [("Alex Marie", "A. M."), ("łukasz", "Ł."), ("", "")])
def test_a_name_is_shown_as_it_was_set_or_as_initials_or_not(name: str, initials: str) -> None:
    assert THERAPIST.shown_name(name) == name
    assert ALLY.shown_name(name) == initials
    assert THERAPIST.adjusted(None, NameShown.NOT).shown_name(name) == ""


def test_every_audience_is_found_by_its_key() -> None:
    assert all(AUDIENCES[key].key == key for key in AUDIENCES)
    assert list(AUDIENCES) == ["therapist", "ally", "self"]


def test_only_what_somebody_left_out_is_left_out() -> None:
    assert THERAPIST.left_out() == ()
    assert THERAPIST.left_out(leave_out=[Section.NOTES, Section.SAFETY]) == (Section.SAFETY, Section.NOTES)
    assert THERAPIST.adjusted([Section.MOOD], None).left_out()[:2] == (Section.NAME, Section.TOPICS)
