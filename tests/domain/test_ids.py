"""Every row has an id of its own; ids sort in order of time, and a second import gets the same ids."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.ids import handle, is_last, is_reference, milliseconds_of, new_id, reference_suffix, steady_id
from carelog.errors import InvalidValue
from support.sentences import whole
from support.strategies import ids, texts

IMPORT_SPACE = uuid.UUID("8b0c8f5e-4f0b-5c0e-9d0a-6b7a3c1e2f40")
stamps = st.integers(0, (1 << 48) - 1)
plain = st.text(st.characters(exclude_categories=["Cs"]))


@given(stamps)
def test_a_new_id_is_a_uuid_of_version_7_that_carries_its_millisecond(milliseconds: int) -> None:
    name = new_id(milliseconds)
    read = uuid.UUID(name)
    assert str(read) == name
    assert (read.version, read.variant) == (7, uuid.RFC_4122)
    assert read.int >> 80 == milliseconds


@given(stamps, stamps)
def test_ids_sort_in_order_of_time(one: int, other: int) -> None:
    if one != other:
        assert (new_id(one) < new_id(other)) == (one < other)


def test_two_ids_of_one_millisecond_differ_in_every_random_part() -> None:
    many = [uuid.UUID(new_id(0)).int for _ in range(200)]
    assert len(set(many)) == 200
    changing = 0
    for each in many:
        changing |= each ^ many[0]
    assert changing == (0xFFF << 64) | ((1 << 62) - 1)


@given(st.integers())
def test_any_clock_gives_an_id_also_one_that_is_far_off(milliseconds: int) -> None:
    assert uuid.UUID(new_id(milliseconds)).int >> 80 == min(max(milliseconds, 0), (1 << 48) - 1)


@given(plain, plain)
def test_a_steady_id_is_the_uuid_5_of_its_parts(source: str, row: str) -> None:
    assert steady_id(source, row) == str(uuid.uuid5(IMPORT_SPACE, f"{source}\x1f{row}"))


@given(st.lists(texts, min_size=1))
def test_a_steady_id_is_the_same_every_time_for_any_text(parts: list[str]) -> None:
    assert steady_id(*parts) == steady_id(*parts)
    assert uuid.UUID(steady_id(*parts)).version == 5


def test_other_rows_and_other_sources_get_other_ids() -> None:
    parts = [("daylio", "1"), ("daylio", "2"), ("loop", "1"), ("daylio", "1", "2"), ("daylio1", "")]
    assert len({steady_id(*each) for each in parts}) == len(parts)


@given(ids)
def test_a_handle_is_six_digits_that_lead_back_to_the_id(row_id: str) -> None:
    short = handle(row_id)
    assert len(short) == 6
    assert is_reference(short)
    assert row_id.endswith(reference_suffix(short.upper()))


@given(ids, st.integers(6, 36))
def test_any_longer_end_of_an_id_is_a_reference_dashes_or_not(row_id: str, length: int) -> None:
    digits = row_id.replace("-", "")
    for end in (row_id[-length:], digits[-length:].upper()):
        assert digits.endswith(reference_suffix(end))
    assert reference_suffix(row_id) == digits


@given(texts)
def test_what_is_no_reference_is_refused_in_a_sentence(text: str) -> None:
    if is_reference(text):
        assert set(reference_suffix(text)) <= set("0123456789abcdef")
    else:
        refusal = f"“{text}” is not a handle. A handle is six letters and digits, as lists show them."
        with pytest.raises(InvalidValue, match=whole(refusal)):
            reference_suffix(text)


@pytest.mark.parametrize("text", ["", "12345", "g12345", "a" * 33, "------", "１２３４５６", "a b c d e f"])
def test_these_are_no_references(text: str) -> None:
    assert not is_reference(text)


@given(st.integers(0, 2**48 - 1))
def test_a_random_id_knows_its_instant_and_a_steady_one_none(instant: int) -> None:
    assert milliseconds_of(new_id(instant)) == instant
    assert milliseconds_of(steady_id("entry", str(instant))) is None


@pytest.mark.parametrize(("text", "is_meant"), [("last", True), ("Last", True), ("lasts", False), ("last one", False)])
def test_last_means_what_was_added_last_in_any_case_of_letters(text: str, is_meant: bool) -> None:
    assert is_last(text) == is_meant
