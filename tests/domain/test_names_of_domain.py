"""The classes of the domain are had from `carelog.domain` itself, as the page on the library says."""

import pytest

import carelog.domain


@pytest.mark.parametrize("name", carelog.domain.__all__)
def test_each_class_is_the_one_of_its_module(name: str) -> None:
    found = getattr(carelog.domain, name)
    assert (found.__name__, found.__module__.startswith("carelog.domain.")) == (name, True)


def test_another_name_is_none_of_them() -> None:
    with pytest.raises(AttributeError):
        _ = carelog.domain.Nothing  # type: ignore[attr-defined]
