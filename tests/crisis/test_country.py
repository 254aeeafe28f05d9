"""The country whose emergency number is shown: chosen, or guessed and labelled as a guess."""

import os
from pathlib import Path

import pytest

from carelog.crisis import country
from carelog.crisis.country import codes_in, places
from carelog.crisis.country_names import codes_of, folded, named_in, names
from carelog.crisis.lines import code, find, rows_of
from carelog.crisis.place import data_folder


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The files in which this computer names its time zone; each test can change them."""
    said: dict[str, str] = {}

    def read(path: str, limit: int) -> bytes:
        if path not in said:
            raise FileNotFoundError(path)
        return said[path].encode()[:limit]

    monkeypatch.setattr(country, "read", read)
    monkeypatch.setattr(os, "readlink", lambda path: read(path, 999).decode())
    return said


def test_what_was_asked_for_comes_before_the_settings_and_these_before_any_guess() -> None:
    told = {"TZ": "Europe/Berlin", "LANG": "fr_FR.UTF-8"}
    assert places(["US", "CA"], ["AT", "CH"], told) == [("US", "option"), ("CA", "option")]
    assert places([], ["AT", "CH"], told) == [("AT", "settings"), ("CH", "settings")]
    assert places([], [], told) == [("DE", "timezone"), ("FR", "locale")]
    assert places([], [], told | {"LANG": "de_DE"}) == [("DE", "timezone")]
    assert places([], [], {"LANG": "en_IE"}) == [("IE", "locale")]
    assert places([], [], {"TZ": "UTC", "LANG": "C.UTF-8"}) == []


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Berlin", "DE"),
        (":America/New_York", "US"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "JP"),
        ("Asia/Calcutta", "IN"),
        ("America/Argentina/Buenos_Aires", "AR"),
        ("Europe/Kiev", "UA"),
        ("Atlantic/Reykjavik", "IS"),
    ],
)
def test_a_time_zone_names_its_country(zone: str, expected: str) -> None:
    assert places([], [], {"TZ": zone}) == [(expected, "timezone")]


@pytest.mark.parametrize(
    "zone", ["Iceland", "America/Coral_Harbour", "Atlantic/Jan_Mayen", "CET-1CEST", "UTC", "E", "\n"]
)
def test_a_zone_that_several_countries_share_names_none(zone: str) -> None:
    assert places([], [], {"TZ": zone}) == []


def test_the_computer_is_asked_where_the_environment_is_silent(machine: dict[str, str]) -> None:
    machine["/etc/localtime"] = "../usr/share/zoneinfo/Europe/Lisbon"
    assert places([], [], {}) == [("PT", "timezone")]
    machine["/etc/timezone"] = "Europe/Madrid\n"
    assert places([], [], {}) == [("ES", "timezone")]
    assert places([], [], {"TZ": "Europe/Rome"}) == [("IT", "timezone")]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de_AT.UTF-8@euro", "AT"),
        ("pt_BR", "BR"),
        ("en", ""),
        ("C", ""),
        ("es_419", ""),
        ("_", ""),
        ("x_../", ""),
        ("", ""),
    ],
)
def test_a_locale_names_a_country_or_none(language: str, expected: str) -> None:
    assert places([], [], {"LC_ALL": "C", "LANG": language}) == ([(expected, "locale")] if expected else [])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("GB,IE", ["GB", "IE"]),
        ("gb ie", ["GB", "IE"]),
        ("United Kingdom, ie", ["GB", "IE"]),
        ("Germany", ["DE"]),
        (" NEW zealand ", ["NZ"]),
        ("", []),
        ("\t", []),
        ("Atlantis,GB", ["", "GB"]),
        (" , ", []),
    ],
)
def test_several_countries_may_be_named(typed: str, expected: list[str]) -> None:
    assert codes_in(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Netherlands, the Netherlands, Holland, Nederland, nl, NLD", {"NL"}),
        ("UK, U.K., England, Scotland, Wales, Northern Ireland, Great Britain", {"GB"}),
        ("the states, USA, U.S., America, United States of America", {"US"}),
        ("Deutschland, germany, DEU", {"DE"}),
        ("\u00d6sterreich, osterreich, Oesterreich, AUSTRIA", {"AT"}),
        ("C\u00f4te d\u2019Ivoire, cote d'ivoire, Ivory Coast", {"CI"}),
        ("Turkey, T\u00fcrkiye, turkiye", {"TR"}),
        ("Czechia, Czech Republic, Cesko", {"CZ"}),
        ("\u65e5\u672c, Japan, Nippon", {"JP"}),
        ("St Lucia, St. Lucia, Saint Lucia", {"LC"}),
        ("Ireland, Eire, Republic of Ireland", {"IE"}),
        ("South Korea, Republic of Korea, KR", {"KR"}),
    ],
)
def test_a_country_has_many_names(typed: str, expected: set[str]) -> None:
    assert {code for _, codes in named_in(typed) for code in codes} == expected
    assert {len(codes) for _, codes in named_in(typed)} == {1}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("UK and Ireland", [["GB"], ["IE"]]),
        ("Antigua and Barbuda", [["AG"]]),
        ("Bosnia & Herzegovina; uk", [["BA"], ["GB"]]),
        ("Korea, South", [["KR"]]),
        ("ireland/gb", [["IE"], ["GB"]]),
        ("gb ireland", [["GB"], ["IE"]]),
        ("not in Norway", [[]]),
        ("XX", [[]]),
        (",;", []),
    ],
)
def test_names_are_parted_where_no_name_goes_on(typed: str, expected: list[list[str]]) -> None:
    assert [codes for _, codes in named_in(typed)] == expected


def test_a_name_that_several_countries_have_gives_each_and_the_card_shows_each() -> None:
    assert codes_of("congo") == ["CD", "CG"]
    assert codes_of("Guinea") == ["GN", "GQ", "GW"]
    assert codes_in("Korea") == ["KR", "KP"]


def test_every_country_is_found_by_its_name_and_by_its_code_alone() -> None:
    several = {folded(name) for row in rows_of("names") if " " in row[0] for name in row[1:]}
    for known, name in rows_of("countries"):
        assert codes_of(known) == codes_of(known.lower()) == [known]
        assert codes_of(name) == [known] or folded(name) in several


def test_no_name_is_said_of_two_countries_but_where_its_row_says_so() -> None:
    said = [folded(name) for row in rows_of("names") for name in row[1:]]
    assert sorted(said) == sorted(set(said))
    assert {code for codes in names().values() for code in codes if not find("countries", code)} == set()


def test_a_country_may_be_written_as_people_write_it() -> None:
    assert [code(text) for text in ("gb", " UK ", "De", "Germany", "", "1x", "\u00df")] == [
        "GB",
        "GB",
        "DE",
        "",
        "",
        "",
        "",
    ]


def test_the_data_folder_is_where_the_platform_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, isolated: Path
) -> None:
    from platformdirs import user_data_dir

    for changes in ({}, {"XDG_DATA_HOME": str(isolated / "data")}, {"XDG_DATA_HOME": "data"}, {"XDG_DATA_HOME": ""}):
        with monkeypatch.context() as patch:
            for name, value in changes.items():
                patch.setenv(name, value)
            assert data_folder(os.environ) == user_data_dir("carelog", appauthor=False, roaming=False)
    monkeypatch.delenv("HOME")
    assert data_folder(os.environ) == user_data_dir("carelog", appauthor=False, roaming=False)
    assert data_folder({"CARELOG_HOME": "/elsewhere", "XDG_DATA_HOME": "/data"}) == "/elsewhere"
