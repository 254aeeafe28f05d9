"""Write the text files that `carelog crisis` and `carelog helplines` read, from the helplines kept with their sources.

    python scripts/make_helplines.py                                  each country's file, from helplines.toml
    python scripts/make_helplines.py --zoneinfo /usr/share/zoneinfo   zones.txt, countries.txt, from tzdata
    python scripts/make_helplines.py --hours                          what is read in the hours of lines, to look at

`--to` names another folder than the package's own. What no source confirms (confidence "0") is not written. Where the
numbers are from stands in sources.txt, which the card never opens; numbers.txt has every number by its digits.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from pathlib import Path
from typing import Any

from opening_hours import opening
from opening_hours import table as table_of_hours

from carelog.crisis.lines import Line
from carelog.crisis.marks import doubts

DATA = Path(__file__).parents[1] / "src" / "carelog" / "data"
NUMBERS = ("service", "also", "ambulance", "police", "text_for_deaf", "cannot_speak")
TO_CALL = ("emergency", "also", "ambulance", "police", "text_for_deaf", "phone", "sms", "whatsapp")
"""The kinds of rows that hold a number."""
LENGTH_IN_NORTH_AMERICA = 11
FACTS = (
    "name",
    "phone",
    "phone_alt",
    "sms",
    "sms_text",
    "whatsapp",
    "chat",
    "hours",
    "cost",
    "languages",
    "audience",
    "for",
    "sends_help",
    "checked",
)
EVERYBODY = {"audience": "all"}
"""Facts that go without saying."""
LANGUAGES = {
    "am": "Amharic", "ar": "Arabic", "as": "Assamese", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fi": "Finnish", "fil": "Filipino", "fr": "French", "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "kn": "Kannada", "ko": "Korean", "lb": "Luxembourgish", "lt": "Lithuanian", "lv": "Latvian",
    "ml": "Malayalam", "mr": "Marathi", "ms": "Malay", "mt": "Maltese", "ne": "Nepali", "nl": "Dutch",
    "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
NAMES = {
    "GB": "United Kingdom",
    "KR": "South Korea",
    "MM": "Myanmar",
    "PS": "Palestine",
    "VA": "Vatican City",
}
"""Names for the card where those of tzdata are formal or unusual."""

Facts = dict[str, Any]


def main() -> None:
    """Write the tables from tzdata if --zoneinfo is given, else the files of the countries."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--zoneinfo",
        type=Path,
        help="a folder with tzdata's zone.tab, zone1970.tab, tzdata.zi and iso3166.tab",
    )
    parser.add_argument("--hours", action="store_true", help="print what is read in the hours of lines")
    parser.add_argument("--to", type=Path, default=DATA / "helplines", help="the folder to write to")
    options = parser.parse_args()
    if options.hours:
        print(table_of_hours(tomllib.loads((DATA / "helplines.toml").read_text(encoding="utf-8"))["line"]), end="")
        return
    options.to.mkdir(parents=True, exist_ok=True)
    files = tables(options.zoneinfo) if options.zoneinfo else from_facts(DATA / "helplines.toml")
    for name, rows in files.items():
        lines = ["\t".join(row) + "\n" for row in rows]
        (options.to / f"{name}.txt").write_bytes("".join(lines).encode())


def from_facts(source: Path) -> dict[str, list[tuple[str, ...]]]:
    """The rows of each country's file, of numbers.txt and of sources.txt, by their names."""
    facts = tomllib.loads(source.read_text(encoding="utf-8"))
    files = countries(facts)
    return files | {"numbers": numbers_to_call(files), "sources": sources(facts)}


def numbers_to_call(files: dict[str, list[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    """The digits of each number in the files of countries, with the countries in which it is one.

    Whoever types one to carelog is shown the card. What is said in words beside a number is left out.
    """
    found: dict[str, set[str]] = {}
    for code, rows in files.items():
        for digits in (each for kind, number in rows if kind in TO_CALL for each in as_dialled(digits_of(number))):
            found.setdefault(digits, set()).add(code)
    return [(digits, ",".join(sorted(codes))) for digits, codes in sorted(found.items())]


def as_dialled(digits: str) -> list[str]:
    """The digits as they stand and, for a number of North America (+1) with its 1, those without it."""
    without_one = digits[1:] if digits.startswith("1") and len(digits) == LENGTH_IN_NORTH_AMERICA else ""
    return list(filter(None, [digits, without_one]))


def digits_of(number: str) -> str:
    """The digits of a number, without an extension and without words in brackets: `999 (register first)` is 999."""
    bare = re.sub(r"\([^)]*[a-z][^)]*\)| ext .*", "", number)
    return "".join(filter(str.isdecimal, bare))


def sources(facts: Facts) -> list[tuple[str, ...]]:
    """Where numbers come from, by the code of a country or the id of a line, and what short names stand for."""
    rows: list[tuple[str, ...]] = [("names", *facts["sources"])]
    rows += [(f"={name}", meaning) for name, meaning in facts["sources"].items()]
    rows += [(code, *numbers["sources"]) for code, numbers in facts["emergency"].items()]
    in_danger = "whether it sends help: {}".format
    rows += [
        (line["id"], *line["sources"], *map(in_danger, line.get("sends_help_sources", ()))) for line in facts["line"]
    ]
    return rows


def countries(facts: Facts) -> dict[str, list[tuple[str, ...]]]:
    """The rows of each country's file, by its code; its helplines in the order of the card, see `doubts`."""
    rows = {code: emergency(numbers) for code, numbers in facts["emergency"].items()}
    lines = [(line["country"], helpline(line)) for line in facts["line"] if line["confidence"] != "0"]
    for code, found in sorted(lines, key=lambda each: doubts(as_read(each[1]))):
        rows.setdefault(code, []).extend(found)
    return {code: found for code, found in rows.items() if found}


def emergency(numbers: Facts) -> list[tuple[str, ...]]:
    """The rows of a country's emergency numbers, the one to call first; none if it is not confirmed.

    Where the sources agree on the police alone, there is no row "emergency": nothing may look like an ambulance.
    """
    if numbers["confidence"] == "0":
        return []
    first = [("emergency", numbers["number"])] if "number" in numbers else []
    return first + [(kind, numbers[kind]) for kind in NUMBERS if kind in numbers]


def helpline(line: Facts) -> list[tuple[str, ...]]:
    """The rows of a helpline, one for each value."""
    rows: list[tuple[str, ...]] = [("line", line["id"])]
    for key in FACTS:
        value = line.get(key, [])
        values = value if isinstance(value, list) else [value]
        rows += [(key.removesuffix("_alt"), text) for text in values if text and text != EVERYBODY.get(key)]
    rows.append(("speaks", ", ".join(LANGUAGES[language] for language in line["languages"])))
    rows += [("for", "young")] * (line["audience"] == "youth")
    rows += opening(line)
    rows += [("sources", "one")] * (line["confidence"] == "1")
    rows += [("stale", "yes")] * line.get("stale", False)
    return rows


def as_read(rows: list[tuple[str, ...]]) -> Line:
    """The helpline that the card reads from its rows."""
    line = Line()
    for key, value in rows:
        line.facts.setdefault(key, []).append(value)
    return line


def tables(zoneinfo: Path) -> dict[str, list[tuple[str, ...]]]:
    """The tables time zone → country and country → English name.

    An alias of a zone is included only if the zone belongs to one country: "Iceland" is an alias of Abidjan's zone.
    """
    zones = {zone: country for country, _, zone, *_ in table(zoneinfo / "zone.tab")}
    shared = {zone for countries, _, zone, *_ in table(zoneinfo / "zone1970.tab") if "," in countries}
    links = [line.split() for line in (zoneinfo / "tzdata.zi").read_text(encoding="utf-8").splitlines()]
    for _, target, alias in (link for link in links if link[0] == "L"):
        if target in zones and target not in shared:
            zones.setdefault(alias, zones[target])
    names = dict(table(zoneinfo / "iso3166.tab")) | NAMES
    return {"zones": sorted(zones.items()), "countries": sorted(names.items())}


def table(path: Path) -> list[list[str]]:
    """The rows of one of tzdata's tables (public domain)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


if __name__ == "__main__":
    main()
