"""The numbers that ship with carelog: exactly those of their source, none known to be dead, confirmed recently."""

import re
import runpy
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from carelog.crisis.lines import Line, country, find
from support.helplines import COUNTRIES, FACTS, LINES, WITH_FACTS
from support.source import HELPLINES, ROOT

COMPILED = date.fromisoformat(FACTS["meta"]["compiled"])


def release_day(changelog: str) -> date:
    """The day of the newest release or, if it is later, the day on which the numbers were compiled.

    The machine's clock is not used, so that a copy of the sources passes or fails whenever it is tested. A release
    without a new look at the numbers fails.
    """
    days = re.findall(r"^## \[\d+\.\d+\.\d+\] - (\d{4}-\d{2}-\d{2})$", changelog, re.MULTILINE)
    return max([COMPILED, *map(date.fromisoformat, days)])


RELEASE = release_day((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
OBSOLETE = [
    "18002738255", "18334564566", "199284284", "010195202", "0379568144", "0379568145", "1393", "15770199",
    "1850609090", "09000113", "0570046556",
]  # fmt: skip
"""Numbers that still circulate but no longer work, from the review of sources. Brazil's 141 is another, see below."""
POLICE_ONLY = {"AF", "BJ", "CG", "DJ", "ER", "GT", "GW", "KM", "MG", "NA"}
SERVICES_ELSEWHERE = {"AX": "all", "SJ": "ambulance"}
"""What a number reaches for which no source names services: 112 all, by the law of Europe, and 113 an ambulance."""
IN_EUROPE = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LT", "LU",
    "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
"""The countries of the European Union, and Iceland."""
NOWHERE = {
    "AQ", "BL", "BV", "CD", "GA", "GN", "GQ", "HM", "KP", "NF", "PN", "TD", "TF", "TK", "UM", "YE",
}  # fmt: skip
"""Countries for which no two sources agree on any number."""


def lines_of(code: str) -> list[Line]:
    """Every line of a country, those for one topic last."""
    found = country(code)
    return found.lines + found.for_topics


def numbers(line: Line) -> list[str]:
    return [number for key in ("phone", "sms", "whatsapp") for number in line.all(key)]


def test_the_shipped_files_are_what_the_script_makes_of_the_source(isolated: Path) -> None:
    script = [sys.executable, str(ROOT / "scripts" / "make_helplines.py"), "--to", str(isolated / "made")]
    subprocess.run(script, check=True)
    made = {path.name: path.read_bytes() for path in (isolated / "made").iterdir()}
    assert made == {path.name: path.read_bytes() for path in HELPLINES.iterdir() if path.name in made}
    assert {path.stem for path in HELPLINES.iterdir()} == {
        *WITH_FACTS,
        "zones",
        "countries",
        "names",
        "numbers",
        "sources",
    }


@pytest.mark.parametrize(
    ("number", "line", "rows"), [("1", "1", ["emergency", "line"]), ("1", "0", ["emergency"]), ("0", "2+", ["line"])]
)
def test_a_number_that_no_source_confirms_is_not_written(
    number: str, line: str, rows: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    countries = runpy.run_path(str(ROOT / "scripts" / "make_helplines.py"))["countries"]
    germany = FACTS["emergency"]["DE"] | {"confidence": number}
    helpline = next(each for each in LINES if each["country"] == "DE") | {"confidence": line}
    made = countries({"emergency": {"DE": germany}, "line": [helpline]})["DE"]
    assert [kind for kind, _ in made if kind in {"emergency", "line"}] == rows


def test_a_country_in_which_nothing_is_confirmed_has_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    countries = runpy.run_path(str(ROOT / "scripts" / "make_helplines.py"))["countries"]
    nothing = [line | {"confidence": "0"} for line in LINES]
    numbers = {code: table | {"confidence": "0"} for code, table in FACTS["emergency"].items()}
    assert countries({"emergency": numbers, "line": nothing}) == {}


@pytest.mark.parametrize("code", WITH_FACTS)
def test_every_confirmed_number_is_shown_as_its_source_prints_it(code: str) -> None:
    shown = country(code)
    source = FACTS["emergency"][code]
    kinds = {"emergency": "number"} | {kind: kind for kind in ("also", "ambulance", "police")}
    assert {kind: shown.numbers.get(kind) for kind in kinds} == {kind: source.get(key) for kind, key in kinds.items()}
    assert {line.get("line"): numbers(line) for line in lines_of(code)} == {
        line["id"]: [
            *filter(None, [line.get("phone"), *line.get("phone_alt", []), line.get("sms"), line.get("whatsapp")])
        ]
        for line in LINES
        if line["country"] == code
    }
    assert all(numbers(line) and line.get("name") and line.get("checked") for line in lines_of(code))
    assert shown.name != code


@pytest.mark.parametrize("code", WITH_FACTS)
def test_lines_that_answer_day_and_night_come_first_even_old_ones_and_then_the_surest(code: str) -> None:
    """Behind those for everybody come the lines for young people alone, then those for a topic, in the same order."""
    order = [
        (
            ["", "youth", "topic"].index(line.get("audience")),
            not line.get("hours").startswith(("24/7", "24 h")),
            bool(line.get("stale")),
            line.get("sources") == "one",
        )
        for line in lines_of(code)
    ]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("code", "first", "later"),
    [
        ("TH", "th-1323", "th-samaritans"),
        ("UA", "ua-7333", "ua-npa"),
        ("PK", "pk-umang", "pk-rozan"),
        ("MY", "my-befrienders", "my-heal"),
        ("PL", "pl-116123", "pl-8007022"),
        ("DK", "dk-livslinien", "dk-psykiatrifonden"),
        ("CN", "cn-12356", "cn-bj"),
    ],
)
def test_at_3_in_the_morning_the_first_line_is_one_that_answers(code: str, first: str, later: str) -> None:
    shown = [line.get("line") for line in lines_of(code)]
    assert shown[0] == first
    assert later in shown[1:]


def test_no_number_that_is_known_to_be_dead_is_shown() -> None:
    shown = [
        "".join(filter(str.isdigit, number))
        for code in WITH_FACTS
        for line in lines_of(code)
        for number in numbers(line)
    ]
    assert not set(shown) & set(OBSOLETE)
    assert "141" not in [number for line in country("BR").lines for number in numbers(line)]


def test_no_short_code_carries_a_country_prefix() -> None:
    shown = [number for code in WITH_FACTS for line in lines_of(code) for number in numbers(line)]
    shown += [number for code in WITH_FACTS for number in country(code).numbers.values()]
    assert not [number for number in shown if number.startswith(("+", "00")) and number != "000"]


def test_no_line_is_called_confirmed_that_a_year_passed_by_before_the_release() -> None:
    """Before a release: look at the line's page again and write the day down, or say `stale = true`."""
    oldest = str(RELEASE - timedelta(days=365))
    named = {line["id"]: line["checked"] for line in LINES if line["confidence"] == "2+"}
    assert {
        line.get("line"): line.get("checked")
        for code in WITH_FACTS
        for line in lines_of(code)
        if not line.get("stale") and line.get("line") in named and line.get("checked") < oldest
    } == {}


def test_the_numbers_were_gone_through_within_half_a_year_of_the_release() -> None:
    months = 12 * (RELEASE.year - COMPILED.year) + RELEASE.month - COMPILED.month
    assert months <= FACTS["meta"]["review_every_months"]


def test_every_line_and_emergency_number_that_is_shown_names_its_sources() -> None:
    for each in (*LINES, *FACTS["emergency"].values()):
        assert bool(each["sources"]) == (each["confidence"] != "0")
        assert len(each["sources"]) >= 2 or each["confidence"] != "2+"


def test_a_line_for_a_topic_says_which_and_what_it_does_in_danger_is_from_two_sources() -> None:
    topics = {"abuse", "alcohol", "drugs", "eating"}
    for line in LINES:
        assert line["audience"] in {"all", "youth", "topic"}
        assert set(line.get("for", ())) <= topics
        assert line["audience"] != "topic" or line["for"]
        assert line.get("sends_help", "asks") in {"asks", "may"}
        assert len(line.get("sends_help_sources", ())) >= 2 or "sends_help" not in line


def test_a_way_to_call_without_a_voice_has_a_date_and_names_its_sources() -> None:
    found = {code: table for code, table in FACTS["emergency"].items() if "cannot_speak" in table}
    assert country("GB").numbers["cannot_speak"] == "Call 999 and press 55 when asked (mobile)"
    assert country("GB").numbers["text_for_deaf"] == "999 (register first)"
    for table in found.values():
        assert date.fromisoformat(table["cannot_speak_checked"]) <= COMPILED
        assert sum("press" in source or "text" in source for source in table["sources"]) >= 2


def test_every_short_name_of_a_source_that_is_used_is_explained() -> None:
    used = {
        source.split()[0]
        for each in (*LINES, *FACTS["emergency"].values())
        for source in each["sources"]
        if source.split()[0].isupper()
    }
    assert used - {*FACTS["sources"]} <= {"CNA", "WHO", "NZ"}  # names of their own


def test_a_changelog_with_a_release_moves_the_day_that_counts() -> None:
    released = "## [Unreleased]\n\n## [0.2.0] - 2027-09-01\n\n## [0.1.0] - 2027-02-01\n"
    assert release_day(released) == date(2027, 9, 1)
    assert release_day("## [Unreleased]\n") == COMPILED


def test_the_numbers_cover_nearly_every_country_and_the_law_of_europe_everywhere_in_it() -> None:
    without = {code for code in COUNTRIES if not country(code).numbers}
    assert without == NOWHERE
    assert {country(code).emergency for code in IN_EUROPE} == {"112"}
    assert country("TW").numbers == {"emergency": "119", "service": "ambulance", "police": "110"}
    assert country("IT").numbers == {"emergency": "112", "ambulance": "118"}


def test_where_the_police_alone_are_confirmed_their_number_is_no_emergency_number() -> None:
    found = {code for code in WITH_FACTS if country(code).police_only}
    assert found == POLICE_ONLY == {code for code in WITH_FACTS if country(code).service == "police"}
    for code in POLICE_ONLY:
        assert (country(code).emergency, set(country(code).numbers)) == ("", {"police"})
        assert not any("ambulance" in source for source in FACTS["emergency"][code]["sources"] if code != "MG")


@pytest.mark.parametrize("code", sorted({*WITH_FACTS} - POLICE_ONLY))
def test_what_the_number_reaches_is_what_its_sources_say(code: str) -> None:
    table = FACTS["emergency"][code]
    named = re.findall(rf"\w+ {re.escape(table['number'])} \(([^)]*)\)", "; ".join(table["sources"]))
    services = {service for each in named for service in each.split(", ")} - {"in its set"}
    both = "all services" in services or {"ambulance", "police"} <= services
    assert country(code).service == SERVICES_ELSEWHERE.get(code, "all" if both else "ambulance")
    assert bool(services) == (code not in SERVICES_ELSEWHERE)
    assert both or not services or "ambulance" in services


def test_a_country_without_a_file_has_a_name_and_nothing_else() -> None:
    antarctica, nowhere = country("AQ"), country("XX")
    assert (antarctica.name, antarctica.numbers, antarctica.lines, antarctica.service) == ("Antarctica", {}, [], "")
    assert (nowhere.name, nowhere.numbers, nowhere.lines, nowhere.police_only) == ("XX", {}, [], "")


@pytest.mark.parametrize("table", ["zones", "countries"])
def test_a_table_finds_whole_keys_only(table: str) -> None:
    rows = [row.split("\t") for row in (HELPLINES / f"{table}.txt").read_text(encoding="utf-8").splitlines()]
    assert len(rows) > 200
    assert all(find(table, key) == value for key, value in rows)
    assert not any(find(table, key) for key in ("", "Ber", "Europe", "D", "DEU", "\t", "\n"))


def test_where_each_number_comes_from_is_found_by_country_and_line() -> None:
    for code, table in FACTS["emergency"].items():
        assert find("sources", code).split("\t") == table["sources"]
    for line in LINES:
        assert find("sources", line["id"]).split("\t")[: len(line["sources"])] == line["sources"]
    assert find("sources", "=OH") == FACTS["sources"]["OH"]
    assert find("sources", "names").split("\t") == [*FACTS["sources"]]


@pytest.mark.parametrize(("code", "name"), [("SI", "si-klic"), ("NL", "nl-kindertelefoon")])
def test_hours_that_are_older_than_their_number_say_from_when_they_are_and_close_no_line(code: str, name: str) -> None:
    [line] = [line for line in lines_of(code) if line.get("line") == name]
    assert re.search(r" \(20\d\d\)$", line.get("hours"))
    assert not line.all("open")
