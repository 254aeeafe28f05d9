"""The fields of a locked card are typed by people, as docs/lock.md names them."""

import re

from carelog.domain.card_field import CardField


def test_a_field_can_be_typed_and_each_is_another() -> None:
    names = [field.value for field in CardField]
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", name) for name in names)
    assert len({name.replace("-", "") for name in names}) == len(names)
