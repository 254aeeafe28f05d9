"""Copies of a journal become one again, the same on every device and in whatever order they meet."""

from functools import reduce
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.merge import Version, merge

few = settings(max_examples=30)
versions = st.builds(
    Version, st.integers(0, 3), st.booleans(), st.sampled_from(["0a", "0b", "ff"]), st.integers(0, 3)
) | st.builds(Version, st.integers(), st.booleans(), st.text(), st.integers(0, 2**32 - 1))


@given(versions, versions)
def test_both_sides_keep_the_same_version(one: Version, other: Version) -> None:
    assert merge(one, other) == merge(other, one)
    assert merge(one, other) in (one, other)


@given(versions)
def test_a_version_that_meets_itself_stays(version: Version) -> None:
    assert merge(version, version) == version


@few
@given(st.lists(versions, min_size=3, max_size=4))
def test_the_order_in_which_copies_meet_does_not_matter(met: list[Version]) -> None:
    assert len({reduce(merge, order) for order in permutations(met)}) == 1


@few
@given(versions, versions, versions)
def test_groups_can_meet_before_they_meet_each_other(one: Version, other: Version, third: Version) -> None:
    assert merge(merge(one, other), third) == merge(one, merge(other, third))


@given(versions, versions)
def test_a_later_change_wins_and_of_two_at_once_a_deletion(one: Version, other: Version) -> None:
    kept = merge(one, other)
    assert kept.updated_at == max(one.updated_at, other.updated_at)
    if one.updated_at == other.updated_at:
        assert kept.deleted == (one.deleted or other.deleted)
