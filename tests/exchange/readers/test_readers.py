"""Files of other diaries: each sample is read as its app meant it, and a second import adds nothing."""

import json
from collections.abc import Sequence
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.clock import fixed_clock
from carelog.domain.entry import Entry
from carelog.errors import CarelogError, RefusedFile
from carelog.exchange.files.source import read_source
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.intake import apply_import
from carelog.exchange.readers.formats import FORMATS, Format, format_of
from carelog.journal import Journal
from carelog.paths import Paths
from support.command import Command
from support.imports import BERLIN, a_context, said
from support.sentences import whole
from support.source import SAMPLES
from support.zips import zipped

OF_APPS = (
    "jrnl",
    "dayone",
    "pixels",
    "emoods",
    "howwefeel",
    "bearable",
    "nomie",
    "journey",
    "dayfiles",
    "diarium",
    "minidiary",
    "dailyyou",
)
FILES = sorted(
    path
    for app in OF_APPS
    for path in (SAMPLES / app).iterdir()
    if path.is_dir() or path.suffix in {".json", ".text", ".txt", ".zip", ".csv", ".emoods", ".md", ".xml"}
)


def read(path: str | Path | bytes, **moods: int) -> ImportBatch:
    content = path if isinstance(path, bytes) else read_source(SAMPLES / path)
    return format_of(content).read(content, a_context(**moods))


def read_entries(batch: ImportBatch) -> list[tuple[str, int | None, str]]:
    return [(f"{each.at.local:%Y-%m-%d %H:%M}", each.mood, each.note) for each in batch.entries]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sample_is_recognised_and_comes_in_once(path: Path, tmp_path: Path) -> None:
    content = read_source(path)
    assert format_of(content).name == path.relative_to(SAMPLES).parts[0]
    batch = read(content)
    assert batch.entries
    with Journal.open(Paths.inside(tmp_path), BERLIN) as journal:
        assert journal.entries.add_imported(batch.entries, batch.trackers) == len(batch.entries)
        again = format_of(content).read(content, ImportContext.of(journal, {}))
        assert journal.entries.add_imported(again.entries, again.trackers) == 0
        assert {each.id for each in again.entries} == {each.id for each in journal.entries}


@pytest.mark.parametrize(
    "name",
    [
        "export.json",
        "export.text",
        "export_24h.text",
        "journal_native_default_timeformat.txt",
        "export.md",
        "export.xml",
        "yaml_dir",
        "markdown_dir",
    ],
)
def test_jrnl_says_the_same_in_each_of_its_forms(name: str) -> None:
    batch = read(f"jrnl/{name}")
    assert [(at, " ".join(note.split())) for at, _, note in read_entries(batch)] == [
        ("2025-03-07 08:10", "Slept four hours. Everything felt loud today. Took @meds late."),
        ("2025-03-08 23:58", PANIC),
        ("2025-03-09 21:41", "Quiet Sunday. Long walk with my sister, felt lighter. @family #walk"),
    ]
    assert [set(each.tags) - {"starred"} for each in batch.entries] == [{"meds"}, {"sam"}, {"family", "walk"}]
    assert ("starred" in batch.entries[1].tags) is (name not in WITHOUT_STARS)
    assert batch.entries[1].note.endswith("# What I tried\n\n- box breathing\n- cold water")
    assert ([each.note for each in batch.entries] == [each.note for each in read("jrnl/export.json").entries]) is (
        name != "export.xml"
    ), "only in XML the end of a title is lost"


PANIC = (
    'Panic after work Called @sam. Breathing helped; the "what if" loop slowed down. '
    "# What I tried - box breathing - cold water"
)
WITHOUT_STARS = ("export.md", "export.xml", "markdown_dir")
OF_JRNL = sorted(path for path in (SAMPLES / "jrnl").iterdir() if "24h" not in path.name)


@pytest.mark.parametrize("first", OF_JRNL, ids=lambda path: path.name)
def test_each_format_of_jrnl_knows_what_came_from_another(first: Path, journal: Journal) -> None:
    apply_import(read_into(journal, read_source(first)), journal)
    for second in OF_JRNL:
        assert apply_import(read_into(journal, read_source(second)), journal).new == 0


def read_into(journal: Journal, content: bytes, **columns: str) -> ImportBatch:
    return format_of(content).read(content, ImportContext.of(journal, {}, columns=columns))


LOOSE = "There are words before the first date in the file ({}). They are kept as a note on the day of that date."


@pytest.mark.parametrize(
    ("loose", "kept", "lines"),
    [
        ("Loose words.\n\n", "Loose words.", "line 1"),
        ("# Mine\n\n  one, two\n[1] a note\n", "# Mine\n\n  one, two\n[1] a note", "lines 1 to 4"),
        ("\n\n" + "far down\n" * 900, "far down\n" * 899 + "far down", "lines 1 to 902"),
        ('"quoted\n', '"quoted', "line 1"),
        ("a,b;c\n", "a,b;c", "line 1"),
    ],
)
def test_words_before_the_first_date_of_jrnl_are_kept_and_said(loose: str, kept: str, lines: str) -> None:
    content = f"{loose}[2025-03-07 08:10] Started.\nbody\n".encode()
    assert format_of(content).name == "jrnl"
    batch = read(content)
    assert read_entries(batch) == [
        ("2025-03-07 08:10", None, "Started.\nbody"),
        ("2025-03-07 12:00", None, kept),
    ]
    assert (batch.problems, [each.message for each in batch.remarks]) == ((), [LOOSE.format(lines)])


def test_a_table_with_a_first_line_of_jrnl_in_a_note_is_no_journal() -> None:
    with pytest.raises(RefusedFile):
        format_of(b'Date,Note\n2025-03-09,"a\n[2025-03-07 08:10] b"\n')


def test_words_before_the_first_date_come_in_once(journal: Journal) -> None:
    for text in ("Loose.\n[2025-03-07 08:10] a\n", "Loose.\n[2025-03-07 08:10] a\n\n[2025-03-08 08:10] b\n"):
        apply_import(read_into(journal, text.encode()), journal)
    assert [each.note for each in journal.entries] == ["a", "Loose.", "b"]


@pytest.mark.parametrize("text", ["hello [2025-03-07 08:10]", "[a note] b", "1. [x] done\n", "[2025-13-45 08:10] a"])
def test_a_text_without_a_first_line_of_jrnl_is_not_taken_for_a_journal(text: str) -> None:
    with pytest.raises(RefusedFile):
        format_of(f"words\n{text}\n".encode())


@pytest.mark.parametrize(
    ("heads", "walls", "titles"),
    [
        (["2025-03-07 08:10 9:30 bus", "2025-03-08 09:10 rest"], ["07 08:10", "08 09:10"], ["9:30 bus", "rest"]),
        (["2025-03-07 Sunday walk", "2025-03-08 Do it"], ["07 12:00", "08 12:00"], ["Sunday walk", "Do it"]),
        (["2025-03-07 9:30 bus", "2025-03-08 rest"], ["07 12:00", "08 12:00"], ["9:30 bus", "rest"]),
        (["2025-03-07 08:10:00 PM AM radio"], ["07 20:10"], ["AM radio"]),
        (["2025-03-07 08:10 am I tired"], ["07 08:10"], ["am I tired"]),
        (["Friday, 7 March 2025 20:10 a"], ["07 20:10"], ["a"]),
        (["07.03.25 08:10 a", "08.03.25 08:10 7 b"], ["07 08:10", "08 08:10"], ["a", "7 b"]),
        (["3/7/2025 08:10 a", "3/14/2025 08:10 b"], ["07 08:10", "14 08:10"], ["a", "b"]),
        (["2025-03-07 08:10"], ["07 08:10"], [""]),
    ],
)
def test_headings_of_jrnls_markdown_hold_a_date_in_the_persons_format(
    heads: list[str], walls: list[str], titles: list[str]
) -> None:
    text = "# 2025\n\n## March\n\n" + "\n".join(f"### {head}\n\nbody\n\n#### smaller\n " for head in heads)
    assert format_of(text.encode()).name == "jrnl"
    assert [(at[8:], note) for at, _, note in read_entries(read(text.encode()))] == [
        (wall, f"{title}\nbody\n\n# smaller".strip()) for wall, title in zip(walls, titles, strict=True)
    ]


@pytest.mark.parametrize("text", ["# 2025-03-07\n\nwords\n", "# Notes\n\nwords\n", "# 2025\n\n## March\n\n### Plans\n"])
def test_other_markdown_is_not_taken_for_an_export_of_jrnl(text: str) -> None:
    with pytest.raises(RefusedFile):
        format_of(text.encode())


def of_xml(*entries: str) -> bytes:
    return f'<?xml version="1.0" ?>\n<journal><entries>{"".join(entries)}</entries><tags/></journal>'.encode()


def test_no_word_within_jrnls_xml_is_lost() -> None:
    [entry] = read(
        of_xml('<entry date="2025-03-09T21:00:00">Rain, <b>then <i>sun</i></b>. <tag name="@sam"/></entry>')
    ).entries
    assert (entry.note, entry.tags) == ("Rain, .\nthen\nsun", ("sam",))


def test_an_entry_of_jrnls_xml_without_a_date_or_words_is_left_out_and_said() -> None:
    entries = (
        '<entry date="2025-03-07T08:10:00" starred="True"><tag name="#tea"/>a &amp; b</entry>',
        '<entry date="soon">c</entry>',
        '<entry date="2025-03-08T08:10:00"> </entry>',
    )
    batch = read(of_xml(*entries))
    assert read_entries(batch) == [("2025-03-07 08:10", None, "a & b")]
    assert batch.entries[0].tags == ("tea", "starred")
    assert [each.line for each in batch.problems] == [2, 3]
    assert (read(of_xml()).entries, read(of_xml()).problems) == ((), ())


DOCUMENT_TYPE = "The XML in this file declares a document type, which no export of an app needs, so it was not read."
BOMB = '<!DOCTYPE journal [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (f'<?xml version="1.0"?>{BOMB}<journal><entries>&b;</entries></journal>', DOCUMENT_TYPE),
        (f"{BOMB}<journal><entries/></journal>", DOCUMENT_TYPE),
        ('<!DOCTYPE journal SYSTEM "file:///etc/passwd"><journal><entries/></journal>', DOCUMENT_TYPE),
        (
            "<journal><entries><entry>a",
            "The file is not well-formed XML: it may be cut off. Export it again from the other app.",
        ),
        (
            "<journal><entries>&b;</entries></journal>",
            "The file is not well-formed XML: it may be cut off. Export it again from the other app.",
        ),
        (
            "<journal><entries>" + "<entry>" * 100_000,
            "The file is nested deeper than any export is, so it was not read.",
        ),
        (
            "<journal><entries>" + "<entry/>" * 600_000 + "</entries></journal>",
            "The file holds more than 500,000 elements. Export a shorter period.",
        ),
    ],
    ids=["bomb", "bomb without a head", "another file", "cut off", "unknown entity", "deep", "many"],
)
def test_xml_that_means_harm_is_refused(xml: str, said: str) -> None:
    assert format_of(xml.encode()).name == "jrnl"
    with pytest.raises(RefusedFile, match=whole(said)):
        read(xml.encode())


def test_jrnl_exports_that_are_no_valid_yaml_are_read_by_line() -> None:
    batch = read("jrnl/yaml_dir")
    assert [each.at.local.strftime("%H:%M") for each in batch.entries] == ["08:10", "23:58", "21:41"]
    assert 'Called @sam. Breathing helped; the "what if" loop slowed down.' in batch.entries[1].note
    assert "\t" not in batch.entries[1].note
    assert batch.entries[1].tags == ("sam", "starred")


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("[2025-03-07 08:10] a\n[not a date] b\n[2025-03-08 09:00] c\n", ["a\n[not a date] b", "c"]),
        (
            "2014-01-02 09:30 an old one\nwith a body\n\n2014-01-03 10:00 another\n",
            ["an old one\nwith a body", "another"],
        ),
        ("[07.03.2025 08:10] a German day\n", ["a German day"]),
        ("[2025-03-07 08:10:00 PM] \n\n", []),
        (
            '2010-06-10 15:00 He said "[this]".\n\n[2019-08-03 12:55] a line of a chat\n2013-06-10 15:40 b\n',
            ['He said "[this]".\n[2019-08-03 12:55] a line of a chat', "b"],
        ),
        ("[2025-03-07 08:10] a\n[1] a footnote\n[2025-03-01](a link)\n", ["a\n[1] a footnote\n[2025-03-01](a link)"]),
        ("a heading\n\n[2025-03-07 08:10] a\n", ["a", "a heading"]),
    ],
)
def test_dates_of_jrnl_as_people_set_them(text: str, notes: list[str]) -> None:
    batch = next(each for each in FORMATS if each.name == "jrnl").read(text.encode(), a_context())
    assert [each.note for each in batch.entries] == notes


@pytest.mark.parametrize(
    ("text", "walls"),
    [
        ("[2025-03-07 08:10:30 AM] a", ["2025-03-07 08:10"]),
        ("[2025-03-07T20:10] a", ["2025-03-07 20:10"]),
        ("[2025-03-07] a", ["2025-03-07 12:00"]),
        ("[Friday, 07 March 2025 08:10 PM] a", ["2025-03-07 20:10"]),
        ("[Fri Mar  7 08:10:00 2025] a", ["2025-03-07 08:10"]),
        ("[Fr., 7. März 2025, 20:10] a", ["2025-03-07 20:10"]),
        ("[03/07/2025 08:10 PM] a\n\n[03/15/2025 08:10 AM] b", ["2025-03-07 20:10", "2025-03-15 08:10"]),
        ("[07/03/2025 20:10] a\n\n[15/03/2025 08:10] b", ["2025-03-07 20:10", "2025-03-15 08:10"]),
        ("07.03.2025 08:10 a\n\n08.03.2025 08:10 b", ["2025-03-07 08:10", "2025-03-08 08:10"]),
        ("2025-03-07 08:10 a", ["2025-03-07 08:10"]),
    ],
)
def test_a_journal_of_jrnl_is_recognised_however_its_dates_are_written(text: str, walls: list[str]) -> None:
    assert format_of(f"{text}\n".encode()).name == "jrnl"
    assert [each[0] for each in read_entries(read(f"{text}\n".encode()))] == walls


def test_days_of_jrnl_in_doubt_are_not_guessed() -> None:
    with pytest.raises(RefusedFile) as refusal:
        read(b"[03/07/2025 20:10] a\n\n[04/07/2025 08:10] b\n")
    assert refusal.value.message == (
        "No entry of jrnl could be told in this file: each begins with a date in brackets, such as "
        "[2025-03-07 08:10]. Import what “jrnl --format json” writes instead."
    )


def test_an_export_of_jrnl_into_a_folder_is_read_file_by_file() -> None:
    entry = {"title": "One.", "body": "", "date": "2025-03-07", "time": "08:10", "tags": ["@meds"], "starred": False}
    content = zipped(
        ("2025-03-07_one.json", json.dumps(entry).encode()), ("2025-03-08_two.txt", b"[2025-03-08 09:00] Two.\n")
    )
    assert read_entries(read(content)) == [("2025-03-07 08:10", None, "One."), ("2025-03-08 09:00", None, "Two.")]


@pytest.mark.parametrize("content", [b"JRNLv3\x00\x01\x02", b"gAAAAABk" + b"x" * 80])
def test_an_encrypted_journal_says_what_to_do_first(content: bytes, carelog: Command, tmp_path: Path) -> None:
    (tmp_path / "journal.txt").write_bytes(content)
    done = carelog("import", str(tmp_path / "journal.txt"))
    assert done.exit_code == 6
    said = "This journal is encrypted. Decrypt it first (jrnl --decrypt), or import what “jrnl --format json” writes."
    assert said in done.stderr


@pytest.mark.parametrize("name", ["Journal.json", "Export-Journal.zip"])
def test_day_one_keeps_the_wall_clock_of_each_zone_and_counts_photos(name: str) -> None:
    batch = read(f"dayone/{name}")
    around = "Location: Parc, Lyon, France\nWeather: Overcast, 9.4 °C"
    assert read_entries(batch) == [
        ("2025-03-08 23:58", None, "Hard night"),
        ("2025-03-09 21:41", None, f"Quiet Sunday\n\nLong walk with my sister. Felt lighter!\n{around}"),
    ]
    assert batch.entries[1].tags == ("therapy", "family", "starred")
    assert "1 photo" in batch.remarks[0].message
    assert [each.line for each in batch.problems] == [3]


def of_day_one(**fields: object) -> ImportBatch:
    entry = {"uuid": "A1", "creationDate": "2025-03-09T05:00:00Z", "timeZone": "America/New_York"} | fields
    return read(json.dumps({"metadata": {"version": "1.0"}, "entries": [entry]}).encode())


def test_day_one_has_its_words_in_rich_text_where_there_is_no_other() -> None:
    pieces = [
        {"text": "A ti", "attributes": {"line": {"header": 1}}},
        {"text": "tle\n", "attributes": {"bold": True, "line": {"header": 1}}},
        {"embeddedObjects": [{"type": "photo"}]},
        {"text": "bread\n", "attributes": {"line": {"listStyle": "bulleted"}}},
        {"text": "call\n", "attributes": {"line": {"listStyle": "checkbox", "checked": True}}},
        {"text": "second", "attributes": {"line": {"listStyle": "numbered", "listIndex": 2}}},
    ]
    [entry] = of_day_one(richText=json.dumps({"contents": pieces})).entries
    assert entry.note == "A title\n- bread\n- [x] call\n2. second"
    assert [each.line for each in of_day_one(richText='{"contents": [').problems] == [1]


def test_an_entry_of_day_one_for_a_whole_day_is_that_day_wherever_days_begin() -> None:
    [entry] = of_day_one(text="a", isAllDay=True).entries
    assert (f"{entry.at.local:%H:%M}", entry.day.isoformat()) == ("12:00", "2025-03-09")
    [entry] = of_day_one(text="a", isAllDay=False).entries
    assert (f"{entry.at.local:%H:%M}", entry.day.isoformat()) == ("00:00", "2025-03-09")


def test_recordings_of_day_one_are_counted_apart_from_photos() -> None:
    batch = of_day_one(text="a", photos=[{}, {}], audios=[{}], pdfAttachments=[{}])
    assert [("2 photos" in each.message, "2 in the file" in each.message) for each in batch.remarks] == [
        (True, False),
        (False, True),
    ]


def test_a_zip_of_day_one_that_was_packed_again_is_read() -> None:
    content = zipped(("Export/photos/a.jpeg", b"x"), ("Export/Journal.json", DAYONE), ("__MACOSX/._J.json", b"\x00"))
    assert format_of(content).name == "dayone"
    assert read_entries(read(content)) == [("2025-03-09 21:41", None, "a")]


def test_day_one_classic_is_a_folder_of_lists(tmp_path: Path) -> None:
    import plistlib
    from datetime import datetime

    entries = tmp_path / "Journal.dayone" / "entries"
    entries.mkdir(parents=True)
    whole = {
        "Creation Date": datetime(2014, 7, 1, 20, 15),  # noqa: DTZ001 - a property list has no zones: it is UTC
        "Entry Text": "A swim\\.",
        "Starred": True,
        "Tags": ["lake"],
        "Time Zone": "Europe/Berlin",
        "Location": {"Locality": "Konstanz", "Country": "Germany", "Latitude": 47.7},
        "UUID": "ABC",
    }
    (entries / "ABC.doentry").write_bytes(plistlib.dumps(whole))
    (entries / "bad.doentry").write_bytes(b"<plist")
    batch = read(read_source(tmp_path / "Journal.dayone"))
    assert read_entries(batch) == [("2014-07-01 22:15", None, "A swim.\nLocation: Konstanz, Germany")]
    assert batch.entries[0].tags == ("lake", "starred")
    assert len(batch.problems) == 1


def test_pixels_keep_each_score_of_a_day() -> None:
    batch = read("pixels/PIXELS-BACKUP.json")
    assert [(each.day.isoformat(), each.mood) for each in batch.entries] == [
        ("2025-01-01", 4),
        ("2025-01-01", 3),
        ("2025-01-02", 2),
    ] or sorted((each.day.isoformat(), each.mood) for each in batch.entries) == [
        ("2025-01-01", 3),
        ("2025-01-01", 4),
        ("2025-01-02", 2),
    ]
    first = next(each for each in batch.entries if each.note)
    assert (first.feelings, first.tags) == (("calm", "hopeful"), ("walk",))
    assert [each.mood for each in read("pixels/pixels_2019_legacy.json").entries] == [5, 2]


def test_a_score_of_pixels_beyond_one_to_five_stays_in_the_note_and_a_day_that_is_there_twice_is_said() -> None:
    days = [
        {"date": "2023-6-1", "type": "Mood", "scores": [4.0, 7], "notes": "Words.", "tags": []},
        {"date": "2023-6-1", "type": "Mood", "scores": [4.0, 7], "notes": "Words.", "tags": []},
        {"date": "2023-06-01", "type": "Mood", "scores": [2], "notes": "", "tags": []},
    ]
    batch = read(json.dumps(days).encode())
    assert read_entries(batch) == [("2023-06-01 12:00", 4, "Words.\nMood: 7")]
    assert [each.line for each in batch.problems] == [3]


EMOODS = "ID,DATE (MM/DD/YYYY),IRRITABILITY,ANXIETY,DEPRESSED,ELEVATED,SLEEP,PSYCHOTIC SYMPTOMS,NOTE,Headache\n"


def test_emoods_is_read_with_other_dates_and_columns_of_ones_own() -> None:
    batch = read((EMOODS + '1,03/07/2025,1,2.0,4,0,"7,5",0,Tired,3\n2,03/17/2025,,,,,,,,2\n').encode())
    assert [(str(each.day), dict(each.readings), each.note) for each in batch.entries] == [
        (
            "2025-03-07",
            {"Irritability": 0, "Anxiety": 1, "Depressed": 3, "Sleep": 7.5},
            "Tired\nheadache: 3\nElevated: 0",
        ),
        ("2025-03-17", {}, "headache: 2"),
    ]
    assert said(batch) == [
        "In dates such as 3/13/25 the month was read first. No other order fits all of them.",
        "carelog does not know the column “headache”. What it holds stays in the notes.",
    ]


def test_other_tables_in_a_backup_of_emoods_are_said() -> None:
    entry = EMOODS.replace("MM/DD/YYYY", "YYYY-MM-DD") + "1,2025-03-07,1,1,1,1,7,0,,\n"
    batch = read(zipped(("entry.csv", entry.encode()), ("medication.csv", b"ID,NAME\n")))
    assert (len(batch.entries), len(batch.remarks)) == (1, 1)


@pytest.mark.parametrize("name", ["entry.csv", "backup.emoods"])
def test_emoods_keeps_four_severities_and_makes_no_mood_of_them(name: str) -> None:
    batch = read(f"emoods/{name}")
    assert [each.mood for each in batch.entries] == [None] * 3
    assert [each.day.isoformat() for each in batch.entries] == ["2025-05-01", "2025-05-02", "2025-05-04"]
    assert dict(batch.entries[0].readings) == {
        "Irritability": 0,
        "Anxiety": 1,
        "Depressed": 2,
        "Elevated": 0,
        "Sleep": 5.5,
        "Weight": 72.5,
    }
    assert batch.entries[1].note == "Therapy: 1"


def test_how_we_feel_has_words_and_no_scores() -> None:
    batch = read("howwefeel/HowWeFeelEmotions.csv")
    evening = batch.entries[1]
    assert (f"{evening.at.local:%Y-%m-%d %H:%M}", evening.mood, evening.feelings) == (
        "2026-02-08 16:04",
        None,
        ("Mellow",),
    )
    assert evening.tags == ("Family", "Home", "Cooking")
    assert evening.readings["Sleep"] == 7.5
    assert "Plan one slow thing a week" in evening.note


HOW_WE_FEEL = "Date,Locale,Mood Keys,Mood,Tags (People),Tags (Places),Tags (Events),Sleep,Notes,Reflections,Takeaways"


@pytest.mark.parametrize(
    ("stamp", "wall"),
    [
        ("2026 Wed Jul 22 11:36 PM", "2026-07-22 23:36"),
        ("2026 Wed Jul 22 11:36\u202fPM", "2026-07-22 23:36"),
        ("2026 Wed Jul 22 08:15", "2026-07-22 08:15"),
        ("2026 Mi. Juli 22 08:15", "2026-07-22 08:15"),
        ("2026 dom. mar. 22 8:15", "2026-03-22 08:15"),
        ("2026 dom. mar. 22 8:15 p. m.", "2026-03-22 20:15"),
    ],
)
def test_how_we_feel_is_read_as_each_phone_writes_dates(stamp: str, wall: str) -> None:
    batch = read(f"{HOW_WE_FEEL}\n{stamp},en,calm,calm,,,,,,,\n".encode())
    assert [each[0] for each in read_entries(batch)] == [wall]


def test_newer_files_of_how_we_feel_have_lists_and_a_language() -> None:
    rows = [
        '2026 Wed Jul 22 11:36 PM,de,"down,tired","bedrückt, müde",,,,7h 30m,Full,"[]","[""One."", ""Two.""]"',
        "2026 Wed Jul 22 11:35 PM,en,calm,calm,Friend,Outside,Walking,7.5,,[],[1]",
    ]
    calm, down = read("\n".join([HOW_WE_FEEL, *rows]).encode()).entries
    assert (down.feelings, down.note) == (("bedrückt", "müde"), "Full\nOne.\nTwo.")
    assert dict(down.readings) == {"Sleep": 7.5}
    assert (calm.note, dict(calm.readings)) == ("[1]", {"Sleep": 7.5})
    assert calm.tags == ("Friend", "Outside", "Walking")


def test_a_column_that_how_we_feel_adds_later_stays_in_the_note() -> None:
    batch = read(b"Date,Mood,Tags (People),Heart\n2026 Wed Jul 22 11:36 PM,calm,,62\n")
    assert (batch.entries[0].note, len(batch.remarks)) == ("heart: 62", 1)


def test_moods_of_bearable_are_asked_for_because_their_scale_is_not_in_the_file() -> None:
    batch = read("bearable/bearable-export_8col.csv")
    assert batch.unknown_moods == {"Bearable mood 4": 1, "Bearable mood 2": 1}
    placed = read("bearable/bearable-export_8col.csv", Bearable_mood_4=4, Bearable_mood_2=2)
    assert [each.mood for each in placed.entries if each.feelings] == [4, 2]
    assert not placed.unknown_moods
    assert {"Anxiety": 2.0} in [dict(each.readings) for each in placed.entries]
    assert {"Sleep": 7.5} in [dict(each.readings) for each in placed.entries]


def of_bearable(*rows: str) -> ImportBatch:
    return read(written_by_bearable(rows))


def written_by_bearable(rows: Sequence[str]) -> bytes:
    return "\n".join(["date,weekday,time of day,category,rating/amount,detail,notes", *rows]).encode()


def test_medicines_of_bearable_are_routines_that_are_taken_when_needed(tmp_path: Path) -> None:
    rows = [
        '"9th Mar 2025","Sunday","am","Meds/Supplements","50mg","Sertraline",""',
        '"9th Mar 2025","Sunday","pm","Meds/Supplements","50mg","Sertraline","with food"',
        '"9th Mar 2025","Sunday","pm","Meds/Supplements","1 | 2 pills","Zinc | Iron",""',
        '"10th Mar 2025","Monday","am","Meds/Supplements","","Zinc",""',
        '"10th Mar 2025","Monday","am","Meds/Supplements","skipped","Sertraline",""',
    ]
    batch = of_bearable(*rows)
    assert [(each.name, each.is_medicine, each.cadence.text) for each in batch.routines] == [
        ("Sertraline", True, "as-needed"),
        ("Zinc", True, "as-needed"),
        ("Iron", True, "as-needed"),
    ]
    assert [each.dose_on(each.started) for each in batch.routines] == ["50mg", "", "2 pills"]
    assert [(f"{each.at.local:%d %H:%M}", each.note) for each in batch.ticks] == [
        ("09 09:00", "50mg"),
        ("09 21:00", "50mg\nwith food"),
        ("09 21:00", "1"),
        ("10 09:00", ""),
        ("09 21:00", "2 pills"),
    ]
    assert [each.note for each in batch.entries] == ["Meds/Supplements: Sertraline (skipped)"]
    with Journal.open(Paths.inside(tmp_path), BERLIN) as journal:
        assert apply_import(batch, journal).new == 9
        again = format_of(written_by_bearable(rows)).read(written_by_bearable(rows), ImportContext.of(journal, {}))
        assert apply_import(again, journal).new == 0


def test_times_and_numbers_of_bearable_have_many_forms() -> None:
    batch = of_bearable(
        '"8 Sept 2025","Monday","8:15 pm","Energy","3,5","OK",""',
        '"2025-09-08","Monday","late","Sleep","7h 30m","",""',
        '"8th September 2025","Monday","all day","Health measurements","70.5","Weight (kg)",""',
        '"8th Sep 2025","Monday","","Health measurements","120/80","Blood pressure",""',
    )
    assert batch.problems == ()
    assert {each.name: each.unit for each in batch.trackers} == {"Energy": "", "Sleep": "h", "Weight": "kg"}
    assert sorted(
        (f"{each.at.local:%d %H:%M}", tuple(each.readings.values()), each.note) for each in batch.entries
    ) == [
        ("08 12:00", (), "Health measurements: Blood pressure (120/80)"),
        ("08 12:00", (7.5,), "late"),
        ("08 12:00", (70.5,), ""),
        ("08 20:15", (3.5,), "OK"),
    ]


@pytest.mark.parametrize("name", ["nomie5_backup.json", "n6_export.json"])
def test_nomie_keeps_the_note_and_reads_what_is_tracked_in_it(name: str) -> None:
    batch = read(f"nomie/{name}")
    morning = batch.entries[0]
    assert f"{morning.at.local:%Y-%m-%d %H:%M}" == "2022-03-01 08:59"
    assert morning.note == "Slept badly #sleep(05:30:00) #mood(3) @sam +anxious"
    assert dict(morning.readings) == {"sleep": 5.5, "mood": 3}
    assert set(morning.tags) == {"sam", "anxious"}
    assert morning.mood is None


def test_nothing_in_brackets_is_calculated() -> None:
    events = [{"_id": "a", "end": "2022-03-01T07:00:00Z", "note": "#x(3+4) #y(__import__('os')) #z(1e9999) #w(2)"}]
    batch = read(json.dumps({"nomie": {"number": "5"}, "events": events}).encode())
    assert dict(batch.entries[0].readings) == {"w": 2}


def of_nomie(note: str, trackers: object = None, **fields: object) -> ImportBatch:
    event = {"_id": "a", "end": "2022-08-01T07:00:00Z", "note": note} | fields
    return read(json.dumps({"nomie": {"number": "5"}, "events": [event], "trackers": trackers}).encode())


def test_a_name_in_a_sentence_of_nomie_ends_where_the_word_does() -> None:
    [entry] = of_nomie("Slept, #coffee, then @sam's place. Saw @mom: +rain! #walk.").entries
    assert dict(entry.readings) == {"coffee": 1, "walk": 1}
    assert entry.tags == ("sam", "mom", "rain")


def test_trackers_of_nomie_say_the_unit_and_how_values_come_together() -> None:
    trackers = {
        "water": {"tag": "water", "type": "value", "uom": "oz", "math": "sum"},
        "mood": {"tag": "mood", "type": "range", "uom": "num", "math": "mean"},
        "nap": {"tag": "nap", "type": "timer", "uom": "timer", "math": "sum"},
    }
    batch = of_nomie("#water(8) #water(4) #mood(3) #Mood(6) #nap(5400) #run(3.5km) #tea", trackers)
    assert {each.name: each.unit for each in batch.trackers} == {
        "water": "oz",
        "mood": "",
        "nap": "h",
        "run": "km",
        "tea": "",
    }
    assert dict(batch.entries[0].readings) == {"water": 12, "mood": 4.5, "nap": 1.5, "run": 3.5, "tea": 1}
    assert batch.remarks == ()


@pytest.mark.parametrize(
    ("offset", "wall"),
    [
        (None, "08:00"),
        (-60, "08:00"),
        ("-60", "08:00"),
        (240, "03:00"),
        ("soon", "08:00"),
        (10**6, "08:00"),
        (True, "08:00"),
    ],
)
def test_an_entry_of_nomie_from_a_journey_keeps_the_clock_of_it(offset: object, wall: str) -> None:
    assert [each[0] for each in read_entries(of_nomie("a", offset=offset))] == [f"2022-08-01 {wall}"]


def test_what_of_nomie_has_no_place_is_counted() -> None:
    batch = of_nomie("a", score=-2, lat=47.1, lng=9.2)
    assert [("Scores" in each.message, "Coordinates" in each.message) for each in batch.remarks] == [
        (True, False),
        (False, True),
    ]


def test_people_in_the_table_by_days_of_nomie_are_tags() -> None:
    batch = read(b"date,#mood,@sam,+rain\n2022-03-02,0,0,1\n2022-03-01,5,2,0\n")
    assert [(dict(each.readings), each.tags) for each in batch.entries] == [({"mood": 5}, ("sam",)), ({}, ("rain",))]


TEXTS = [
    path
    for app in sorted(SAMPLES.iterdir())
    for path in sorted(app.rglob("*"))
    if app.name in (*OF_APPS, "daylio", "loop", "trackandgraph") and app.name != "dayfiles"
    if path.suffix in {".csv", ".json", ".text", ".txt", ".md", ".xml"}
]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_that_went_through_windows_says_the_same(path: Path) -> None:
    content = path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    there = b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")
    assert format_of(there).name == format_of(content).name
    one, other = read(content), read(there)
    assert (other.entries, other.ticks, other.problems) == (one.entries, one.ticks, one.problems)


# --- exports of apps in which nothing was written yet, and JSON of others

EMPTY = {
    "dayone": b'{"metadata": {"version": "1.0"}, "entries": []}',
    "jrnl": b'{\n  "tags": {},\n  "entries": []\n}',
    "nomie": b'{"events": [], "trackers": {}, "nomie": {"number": "5.6.2"}}',
}


@pytest.mark.parametrize("name", EMPTY)
def test_an_export_without_entries_is_recognised_and_holds_nothing(name: str) -> None:
    assert format_of(EMPTY[name]).name == name
    batch = read(EMPTY[name])
    assert (batch.entries, batch.problems) == ((), ())


@pytest.mark.parametrize("content", [b'[{"createdAt": "2025-03-09", "mood": 5}]', b'{"a": "b, \\"c\\""}', b"[]"])
def test_json_that_is_not_known_is_said_to_be_just_that(content: bytes) -> None:
    with pytest.raises(RefusedFile) as refused:
        format_of(content)
    assert refused.value.key == "imports.file-not-recognised"


@pytest.mark.parametrize("begins", [b"BEGIN:VCARD\r\n", b"\xef\xbb\xbfbegin:vcard\n"])
def test_an_address_book_is_told_where_it_comes_in(begins: bytes) -> None:
    said = "This is an address book. To choose people from it: carelog contact import FILE"
    with pytest.raises(RefusedFile, match=whole(said)):
        format_of(begins + b"VERSION:3.0\nFN:Sam\nEND:VCARD\n")


# --- files that mean harm


DAYONE = b'{"metadata": {}, "entries": [{"uuid": "A", "creationDate": "2025-03-09T20:41:00Z", "text": "a"}]}'
HOSTILE = {
    "bomb": zipped(("Journal.json", b'{"entries": "creationDate uuid' + b" " * 60_000_000)),
    "slip": zipped(("../../evil.txt", b"x"), ("/etc/passwd.json", DAYONE)),
    "cut off": zipped(("Journal.json", DAYONE))[:-40],
    "nested": b'{"entries": [{"uuid": 1, "creationDate": ' + b"[" * 200_000,
    "not a number": b'[{"date": "2025-01-01", "scores": [NaN, Infinity, 1e400, true, "4"], "notes": 3, "tags": {}}]',
    "year zero": b'[{"date": "0000-00-00", "scores": [3]}, {"date": "9999-12-31", "scores": [3]}]',
    "utf-16": "date,mood,tags (people)\n".encode("utf-16"),
    "nul": b"[2025-03-07 08:10] a\x00b\n",
    "huge cell": b'date,time of day,category,rating/amount,detail\n"9th Mar 2025",,,,"' + b"a" * 100_000 + b'"\n',
    "lists for texts": b'{"entries": [{"title": [], "body": {}, "date": 1, "time": null, "tags": "x", "starred": 1}]}',
    "a list of nothing": b"[]",
    "a table without rows": b"date,mood,tags (people)\n",
}


def outcome(form: Format, content: bytes) -> tuple[str, tuple[Entry, ...]]:
    """The message with which a file is refused, or the entries that are read from it."""
    try:
        return "", form.read(content, a_context()).entries
    except RefusedFile as refused:
        return refused.message, ()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_means_harm_ends_in_a_sentence(name: str) -> None:
    content = HOSTILE[name]
    for each in FORMATS:
        message, entries = outcome(each, content)
        assert bool(message) is not bool(entries) or not (message or entries)
        assert not message or message.endswith((".", ")", "?"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
@settings(max_examples=40)
@given(data=st.data())
def test_a_mutated_file_never_does_more_than_be_refused(path: Path, data: st.DataObject) -> None:
    content = bytearray(read_source(path))
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(content) - 1))
        kind = data.draw(st.sampled_from(["flip", "cut", "double", "insert"]))
        if kind == "flip":
            content[at] = data.draw(st.integers(0, 255))
        elif kind == "cut":
            del content[at : at + data.draw(st.integers(1, 60))]
        elif kind == "double":
            content[at:at] = content[at : at + 60]
        else:
            content[at:at] = data.draw(st.binary(max_size=8))
        if not content:
            return
    for each in FORMATS:
        try:
            each.read(bytes(content), a_context())
        except CarelogError:
            continue


def test_a_folder_without_files_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(RefusedFile) as refusal:
        read_source(tmp_path / "empty")
    assert refusal.value.message == (
        f"The folder {tmp_path / 'empty'} holds no files. Check the name, or give the file that the app exported."
    )


def test_folders_that_hold_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carelog.exchange.files.source.LARGEST", 10)
    (tmp_path / "2025.txt").write_bytes(b"x" * 11)
    with pytest.raises(RefusedFile) as refusal:
        read_source(tmp_path)
    assert refusal.value.message == (
        f"{tmp_path} holds more than carelog takes in at once. Give a folder of one journal."
    )


@pytest.mark.usefixtures("home", "now")
def test_a_diary_is_looked_at_and_taken_in_on_the_command_line(carelog: Command, home: Path) -> None:
    path = str(SAMPLES / "jrnl" / "export.json")
    assert "3 entries in the file: 3 new" in carelog("import", path).stdout
    assert not home.exists()
    assert carelog("import", "jrnl", path, "--apply").exit_code == 0
    assert "3 in your journal already" in carelog("import", path, "--apply").stdout
    assert len(carelog("log", "--json").json["data"]["entries"]) == 3


@pytest.mark.parametrize("starts", [time(4), time(13)])
def test_a_day_without_a_time_is_that_day_wherever_days_begin(starts: time) -> None:
    morning = fixed_clock("2026-11-26T08:00:00+01:00")
    content = b'[{"date": "2026-11-26", "scores": [4]}, {"date": "2026-11-25", "scores": [2]}]'
    batch = format_of(content).read(content, ImportContext(morning, starts))
    assert [(each.day.isoformat(), each.mood) for each in batch.entries] == [("2026-11-25", 2), ("2026-11-26", 4)]
    assert all(each.at.instant <= morning.now().instant for each in batch.entries)
    assert not batch.remarks


def test_a_name_for_a_tag_may_begin_with_a_sign_where_that_is_no_mark_of_a_tag() -> None:
    content = (
        b"full_date,date,weekday,time,mood,activities,note_title,note\n2026-01-02,2 Jan,Fri,10:00,good,@home | #gym,,\n"
    )
    assert read(content).entries[0].tags == ("@home", "gym")
