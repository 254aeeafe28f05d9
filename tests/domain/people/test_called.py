"""What people are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.people.called import called, first_name, name_alone, short_name, typed_for
from carelog.domain.people.contact import Contact


@pytest.mark.parametrize(
    ("name", "said", "first"),
    [
        ("Jonas (brother)", "Jonas", "Jonas"),
        ("Ines Moreau, therapist", "Ines Moreau", "Ines"),
        ("Dr Ashgrove, practice", "Dr Ashgrove", "Dr Ashgrove"),
        ("Auntie Bea", "Auntie Bea", "Auntie Bea"),
        ("Prof. Dr. Osei Mensah", "Prof. Dr. Osei Mensah", "Prof. Dr. Osei"),
        ("Mum", "Mum", "Mum"),
        ("Auntie", "Auntie", "Auntie"),
        ("Bryony Hill [work]", "Bryony Hill", "Bryony"),
        ("美咲（妹）", "美咲", "美咲"),
        ("(the neighbour)", "(the neighbour)", "(the"),
        ("", "", ""),
    ],
)
def test_people_are_called_by_the_words_before_a_comma_or_bracket(name: str, said: str, first: str) -> None:
    assert name_alone(name) == said
    assert first_name(name) == first


def test_people_are_called_as_the_person_calls_them() -> None:
    plain, jo = Contact("1", "Dr Joanna Fernsby, practice"), Contact("1", "Dr Joanna Fernsby, practice", called="Jo F.")
    assert [called(plain), short_name(plain), typed_for(plain)] == ["Dr Joanna Fernsby", "Dr Joanna", plain.name]
    assert [called(jo), short_name(jo), typed_for(jo)] == ["Jo F."] * 3


@given(st.text())
def test_whoever_has_a_name_is_called_something_of_it(name: str) -> None:
    assert name_alone(name) in name
    assert bool(name_alone(name)) == bool(name)
