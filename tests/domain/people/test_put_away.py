"""What was put away with somebody is named in lists by a handle, as everything else."""

from carelog.domain.ids import handle
from carelog.domain.people.put_away import PutAway


def test_what_was_put_away_has_the_handle_of_its_row() -> None:
    step = PutAway("plan_steps", "0197a1b2-0000-7000-8000-0000003d26f9", "call Maya", "maya")
    assert step.handle == handle(step.id) == "3d26f9"
