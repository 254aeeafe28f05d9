"""`carelog export`, used by a person on a terminal and by scripts."""

import hashlib
import json
import stat
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from carelog.clock import fixed_clock
from carelog.domain.entry import Entry
from carelog.domain.ids import new_id
from carelog.domain.people.contact import Way, WayKind
from carelog.domain.time.days import Moment
from carelog.journal import Journal
from carelog.paths import Paths
from support.command import Command, Terminal
from support.printed import words_of

PLAIN = {"CARELOG_PLAIN": "1"}
TO_STRIKE = "Enter writes it to page.md. s strikes something: a section, an entry’s handle, a name or word. q stops"
TO_TAKE_BACK = "Enter writes it to page.md. s strikes something more, u takes the last one back, q stops"
NAME = "pages-2026-11-22.pdf"
MARKDOWN = "pages-2026-11-22.md"
SECRET, NUMBER, FRIEND, NOTE, TAG = "Wolkenbruch", "+44 7700 900123", "Zelda Quux", "Kaleidoskop", "Morgentau"


def nowhere(words: str) -> str:
    return (
        f"Not among your words on this page: {words}. Nothing was written. "
        "Look at the spelling, or leave out that --strike."
    )


@pytest.fixture
def four_weeks(home: Path, now: Callable[[str], None]) -> None:
    """Four weeks with a mood on most days, a contact, a note, a tag and two private entries."""
    now("2026-11-22T21:30:00+01:00")
    with Journal.open(Paths.inside(home)) as journal:
        journal.contacts.add(FRIEND, ways=[Way(WayKind.PHONE, NUMBER)])
        for day in range(1, 23):
            at = Moment.of(fixed_clock(f"2026-11-{day:02}T20:00:00+01:00").read())
            journal.entries.add(day % 5 + 1, NOTE if day == 7 else "", tags=[TAG], at=at)
        journal.entries.add(1, SECRET, private=True)
        journal.entries.add(None, SECRET, private=True)


@pytest.mark.usefixtures("four_weeks")
def test_a_script_gets_a_private_file_with_a_neutral_name_in_its_folder(carelog: Command) -> None:
    done = carelog("export", "--yes")
    assert done.exit_code == 0
    assert NAME in done.stdout
    assert stat.S_IMODE(Path(NAME).stat().st_mode) == 0o600
    carelog("export", "--yes", "--format", "md")
    page = Path(MARKDOWN).read_text("utf-8")
    assert page.startswith("# Self-report, 26 October to 22 November 2026")
    assert "**Days with entries:** 22 of 28" in page


@pytest.mark.usefixtures("four_weeks")
@pytest.mark.parametrize("option", ["--output", "-o"])
def test_a_file_is_named_with_either_form_of_the_option(carelog: Command, option: str) -> None:
    assert carelog("export", "--yes", option, "named.md").exit_code == 0
    assert Path("named.md").read_text("utf-8").startswith("# Self-report")


@pytest.mark.usefixtures("four_weeks")
def test_the_same_journal_makes_the_same_page(carelog: Command) -> None:
    assert carelog("export", "--yes", "-o", "-").stdout == carelog("export", "--yes", "-o", "-").stdout


@pytest.mark.usefixtures("four_weeks")
def test_without_a_terminal_nothing_is_written_unasked(carelog: Command) -> None:
    done = carelog("export")
    assert done.exit_code == 2
    assert "--yes" in done.stderr
    assert not Path(NAME).exists()


@pytest.mark.usefixtures("four_weeks")
def test_a_person_sees_what_goes_and_what_stays_and_says_yes(terminal: Callable[..., Terminal]) -> None:
    seen = terminal("export", "--for", "therapist", rows=200, columns=100)
    seen.expect("This is all that goes on it:")
    seen.expect("Days with entries: 22 of 28")
    seen.expect("Noted on 22 of 28 days")
    seen.expect("This stays here:")
    seen.expect("1 note (to take it along: --include notes)")
    seen.expect("2 private entries")
    seen.expect("1 contact")
    seen.expect(f"Enter writes it to {NAME}")
    seen.type("")
    code, screen = seen.finish()
    assert code == 0
    assert Path(NAME).exists()
    assert not [word for word in (SECRET, NUMBER, FRIEND, NOTE, TAG) if word in screen]


@pytest.mark.usefixtures("four_weeks")
def test_a_person_who_says_no_finds_no_file(terminal: Callable[..., Terminal]) -> None:
    seen = terminal("export")
    seen.expect("q leaves")
    seen.type("q", enter=False)
    assert seen.finish()[0] == 0
    assert not list(Path().iterdir())


@pytest.mark.usefixtures("four_weeks")
def test_the_page_on_standard_output_is_the_page_alone(carelog: Command) -> None:
    shown = carelog("export", "--yes", "-o", "-")
    carelog("export", "--yes", "-o", "page.html")
    assert shown.stdout == Path("page.html").read_text("utf-8")
    assert not shown.stderr


@pytest.mark.usefixtures("four_weeks")
def test_a_file_that_is_there_is_replaced_only_by_force(carelog: Command) -> None:
    Path(NAME).write_text("mine")
    refused = carelog("export", "--yes")
    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert Path(NAME).read_text() == "mine"
    assert carelog("export", "--yes", "--force").exit_code == 0
    assert Path(NAME).read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("four_weeks")
def test_a_program_learns_what_was_written_and_how_to_check_it(carelog: Command) -> None:
    data = carelog("export", "--yes", "--json", "--format", "json", "--leave-out", "feelings,medicines").json["data"]
    content = Path(data["file"]).read_bytes()
    assert data["file"] == "pages-2026-11-22.json"
    assert data["format"] == "json"
    assert data["period"] == {"from": "2026-10-26", "to": "2026-11-22"}
    assert data["stays"] == {"notes": 1, "private_entries": 2, "contacts": 1, "struck": 0}
    assert data["sha256"] == hashlib.sha256(content).hexdigest()
    assert data["left_out"] == ["medicines", "feelings"]
    assert json.loads(content)["left_out"] == []


@pytest.mark.usefixtures("four_weeks")
def test_notes_come_along_only_when_asked_for_and_private_ones_never(carelog: Command) -> None:
    for form in ("md", "json"):
        plain = carelog("export", "--yes", "-o", "-", "--format", form).stdout
        full = carelog("export", "--yes", "-o", "-", "--format", form, "--include", "notes").stdout
        assert NOTE not in plain
        assert NOTE in full
        assert not [word for word in (SECRET, NUMBER, FRIEND, TAG) if word in plain + full]


@pytest.mark.parametrize(
    ("asked", "period"),
    [
        ([], ["2026-10-26", "2026-11-22"]),
        (["--to", "2026-11-10"], ["2026-10-14", "2026-11-10"]),
        (["--from", "2026-11-01"], ["2026-11-01", "2026-11-22"]),
        (["--from", "2026-11-01", "--to", "tomorrow"], ["2026-11-01", "2026-11-22"]),
        (["--from", "yesterday", "--to", "yesterday"], ["2026-11-21", "2026-11-21"]),
    ],
)
@pytest.mark.usefixtures("four_weeks")
def test_the_days_are_those_asked_for_as_far_as_they_have_come(
    asked: list[str], period: list[str], carelog: Command
) -> None:
    said = carelog("export", "--yes", "-o", "-", "--format", "json", *asked).json["period"]
    assert [said["from"], said["to"]] == period


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--for", "nobody"], "therapist, ally, self"),
        (["--format", "doc"], "pdf, html, md, txt, csv, json"),
        (["--paper", "a3"], "a4, letter"),
        (["--paper", "a4", "-o", "page.md"], "--paper and --password are for a PDF: --format pdf"),
        (["--password", "--format", "html"], "--paper and --password are for a PDF: --format pdf"),
        (
            ["--password"],
            "To write the PDF without one, leave out --password.",
        ),
        (["--without", "zzz"], "zzz"),
        (["--include", "private"], "notes"),
        (["--leave-out", "weather"], "mood, trackers"),
        (
            ["--strike", "Kalidoskop", "--include", "notes"],
            nowhere("“Kalidoskop”"),
        ),
        (
            ["--strike", "Sma", "--strike", NOTE, "--strike", "Lae", "--include", "notes", "--by-year"],
            nowhere("“Sma”, “Lae”"),
        ),
        (
            ["--as", "life-chart", "--strike", "Sma"],
            nowhere("“Sma”"),
        ),
        (["--strike", " "], "--strike takes a word or a name to black out, and this one is empty."),
        (["--from", "tomorrow"], "These days are in the future. --from and --to name days up to today."),
        (
            ["--from", "2026-11-20", "--to", "2026-11-01"],
            "The period ends (2026-11-01) before it begins (2026-11-20).",
        ),
        (["-o", "-", "--json"], "--json already uses standard output. Name a file, or leave --json out."),
    ],
)
@pytest.mark.usefixtures("four_weeks")
def test_what_there_is_not_is_said_in_one_sentence(words: list[str], sentence: str, carelog: Command) -> None:
    done = carelog("export", "--yes", *words)
    assert done.exit_code == 2
    assert sentence in done.stderr + done.stdout
    assert not list(Path().iterdir())


@pytest.mark.usefixtures("four_weeks")
@pytest.mark.parametrize("kind", ["page", "life-chart"])
def test_an_entry_that_is_not_on_the_page_is_said_and_not_taken_for_another(
    kind: str, carelog: Command, home: Path
) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        old = journal.entries.add(1, at=Moment.of(fixed_clock("2019-11-01T20:00:00+01:00").read()))
        private = next(each for each in journal.entries if each.private)
        shown = next(each for each in journal.entries if each.note == NOTE)
    page = ("export", "--yes", "--as", kind, "-o", "page.md", "--format", "md", "--without", shown.handle)
    done = carelog(*page, "--without", private.handle, "--without", old.handle)
    assert done.exit_code == 2
    assert (
        f"Not on this page: {private.handle}, {old.handle}. Nothing was written. Look at the handle, or leave out that "
        "--without.\n"
    ) == done.stderr
    assert not list(Path().iterdir())
    assert carelog(*page).exit_code == 0


@pytest.mark.usefixtures("four_weeks")
def test_an_entry_of_another_day_is_on_the_page_where_a_topic_refers_to_it(carelog: Command, home: Path) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        old = journal.entries.add(1, "Rauhreif", at=Moment.of(fixed_clock("2019-11-01T20:00:00+01:00").read()))
    assert carelog("bring", "that night", "--entry", old.handle).exit_code == 0
    page = ("export", "--yes", "-o", "-", "--format", "md", "--include", "words")
    assert "Rauhreif" in carelog(*page).stdout
    without = carelog(*page, "--without", old.handle)
    assert (without.exit_code, "Rauhreif" in without.stdout) == (0, False)


@pytest.mark.usefixtures("four_weeks")
@pytest.mark.parametrize("kind", ["page", "life-chart"])
def test_a_section_that_is_not_on_the_page_is_said_and_the_page_is_written(kind: str, carelog: Command) -> None:
    done = carelog(
        "export", "--yes", "--as", kind, "-o", "page.md", "--leave-out", "notes,words", "--leave-out", "mood"
    )
    assert done.exit_code == 0
    assert done.stderr == "This page has no “notes” anyway.\nThis page has no “words” anyway.\n"


@pytest.mark.usefixtures("four_weeks")
@pytest.mark.parametrize("kind", ["page", "life-chart"])
def test_a_person_reads_before_agreeing_what_was_to_go_and_is_not_there(
    kind: str, terminal: Callable[..., Terminal]
) -> None:
    seen = terminal("export", "--as", kind, "--strike", "Sma", "-o", "page.md", rows=200, columns=120, env=PLAIN)
    seen.expect(
        "“Sma” is not among your words on this page, so nothing is blacked out for it. "
        "Is it spelled as in your journal?"
    )
    seen.expect(TO_STRIKE)
    seen.type("Lae")
    seen.expect("“Lae” is not among your words on this page, so nothing is blacked out for it.")
    seen.expect(TO_TAKE_BACK)
    seen.type("notes")
    seen.expect("This page has no “notes” anyway.")
    seen.expect(TO_TAKE_BACK)
    seen.type("")
    assert seen.finish()[0] == 0
    assert Path("page.md").exists()


@pytest.mark.usefixtures("four_weeks")
@pytest.mark.parametrize("options", [("--include", "notes"), ("--as", "life-chart", "--include", "words")])
def test_the_same_keys_strike_and_take_back_in_every_preview(
    options: tuple[str, ...], terminal: Callable[..., Terminal]
) -> None:
    seen = terminal("export", *options, "-o", "page.md", rows=200, columns=120, env=PLAIN)
    seen.expect(TO_STRIKE)
    seen.type("u")
    seen.expect("Nothing is struck here that could come back.")
    seen.expect(TO_STRIKE)
    seen.type("s")
    seen.expect("What to strike: a section, an entry’s handle, a name or word. Enter strikes nothing, q stops")
    seen.type("s")
    seen.expect(TO_STRIKE)
    seen.type("ab")
    seen.expect("“ab” has fewer than 3 letters, and would take most of the page with it.")
    seen.expect(TO_STRIKE)
    seen.type("s")
    seen.expect("What to strike: a section, an entry’s handle, a name or word. Enter strikes nothing, q stops")
    seen.type(NOTE)
    seen.expect(f"“{NOTE}” is struck in 1 place.")
    seen.expect(TO_TAKE_BACK)
    seen.type("u")
    seen.expect(TO_STRIKE)
    seen.type("")
    assert seen.finish()[0] == 0
    assert NOTE in Path("page.md").read_text("utf-8")


@pytest.mark.usefixtures("four_weeks")
@pytest.mark.parametrize("options", [("--include", "notes"), ("--as", "life-chart", "--include", "words")])
def test_what_is_written_is_what_was_shown_though_the_journal_changes_meanwhile(
    options: tuple[str, ...], terminal: Callable[..., Terminal], home: Path
) -> None:
    seen = terminal("export", *options, "-o", "page.md", rows=200, columns=120, env=PLAIN)
    seen.expect(TO_STRIKE)
    with Journal.open(Paths.inside(home)) as journal:
        journal.entries.add(1, "Regenbogen", at=Moment.of(fixed_clock("2026-11-20T20:00:00+01:00").read()))
    seen.type("")
    status, _shown = seen.finish()
    page = Path("page.md").read_text("utf-8")
    assert (status, "Regenbogen" in page, NOTE in page) == (0, False, True)


@pytest.mark.usefixtures("four_weeks")
@pytest.mark.parametrize("options", [("--include", "notes"), ("--as", "life-chart", "--include", "words")])
def test_a_struck_name_in_the_name_of_the_file_is_told(
    options: tuple[str, ...], terminal: Callable[..., Terminal], carelog: Command
) -> None:
    said = f"“{NOTE}” is in the name of the file. Whoever gets the file sees it."
    done = carelog("export", *options, "--yes", "--strike", NOTE, "-o", f"{NOTE.upper()}.md")
    assert (done.exit_code, done.stderr) == (0, f"{said}\n")
    seen = terminal("export", *options, "--strike", NOTE, "-o", f"{NOTE}2.md", "--from", "2026-11-01", env=PLAIN)
    seen.expect(said)
    assert seen.leave("q\r")[0] == 0


@pytest.mark.parametrize("form", ["txt", "html", "json", "csv"])
@pytest.mark.usefixtures("four_weeks")
def test_a_word_counts_where_it_stands_on_what_leaves_and_not_in_the_journal(
    form: str, carelog: Command, home: Path
) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        for day, mood in ((20, 5), (21, 1)):
            at = Moment.of(fixed_clock(f"2026-11-{day}T21:00:00+01:00").read())
            journal.entries.add(mood, f"{'a walk ' * 40} Robin", feelings=["Juniper"], at=at)
    page = ("export", "--yes", "--from", "2026-11-20", "--format", form, "-o", "page")
    for whom, word, is_there in [
        ("therapist", "Juniper", True),
        ("therapist", "walk", False),
        ("ally", "Juniper", False),
        ("therapist", "November", False),
    ]:
        done = carelog(*page, "--for", whom, "--strike", word, "--force")
        assert done.stderr == ("" if is_there else f"{nowhere(f'“{word}”')}\n"), (whom, word)
    quoted = (*page, "--include", "words", "--force")
    assert carelog(*quoted, "--strike", "walk").exit_code == 0
    assert carelog(*quoted, "--strike", "Robin").stderr == f"{nowhere('“Robin”')}\n"
    assert carelog(*quoted, "--strike", "Robin", "--include", "notes").exit_code == 0


def test_a_first_day_without_a_journal_gives_a_page_that_says_so(
    home: Path, now: Callable[[str], None], carelog: Command
) -> None:
    now("2026-11-22T21:30:00+01:00")
    shown = carelog("export", "--yes", "-o", "-", "--format", "md")
    assert shown.exit_code == 0
    assert "**Days with entries:** 0 of 28" in shown.stdout
    assert "Nothing was noted in these days." in shown.stdout
    assert not home.exists()


@pytest.mark.usefixtures("four_weeks")
def test_what_is_struck_while_looking_is_gone_from_the_page_and_the_preview(
    terminal: Callable[..., Terminal], carelog: Command
) -> None:
    entry = carelog("log", "--search", NOTE, "--json").json["data"]["entries"][0]
    carelog("bring", "the day with Robin")
    seen = terminal("export", "--format", "md", "--include", "notes", "--plain")
    seen.expect("q stops")
    seen.type(entry["handle"])
    seen.expect("1 entry struck for this page")
    seen.expect("q stops")
    seen.type("robin")
    seen.expect("the day with ▮▮▮")
    seen.expect("q stops")
    seen.type("mood")
    seen.expect("q stops")
    seen.type("")
    assert seen.finish()[0] == 0
    page = Path(MARKDOWN).read_text("utf-8")
    assert "▮▮▮" in page
    assert not [word for word in (NOTE, "Robin", "## Mood") if word in page]
    assert "21 of 28" in page


@pytest.mark.usefixtures("four_weeks")
def test_a_page_goes_back_to_the_last_appointment_or_the_last_page(carelog: Command) -> None:
    def period(*words: str) -> str:
        done = carelog("export", "--yes", "--json", "--force", *words).json["data"]["period"]
        return f"{done['from']} {done['to']}"

    assert period() == "2026-10-26 2026-11-22"
    assert period("--to", "2026-11-20") == "2026-10-24 2026-11-20"
    carelog("export", "--yes", "--force", "--to", "2026-11-18", "-o", "earlier.md")
    assert period() == "2026-11-20 2026-11-22"
    carelog("appointment", "add", "2026-11-21")
    assert period() == "2026-11-21 2026-11-22"
    carelog("appointment", "add", "today")
    assert period() == "2026-11-21 2026-11-22"
    assert period("--for", "ally") == "2026-11-16 2026-11-22"


@pytest.mark.usefixtures("four_weeks")
def test_what_was_handed_over_is_on_record_with_the_hash_of_its_file(carelog: Command) -> None:
    data = carelog("export", "--yes", "--json", "--whom", "Dr Lee", "--leave-out", "mood").json["data"]
    (share,) = carelog("shares", "--json").json["data"]["shares"]
    assert (share["audience"], share["whom"], share["format"]) == ("therapist", "Dr Lee", "pdf")
    assert share["sha256"] == data["sha256"] == hashlib.sha256(Path(NAME).read_bytes()).hexdigest()
    assert "mood" not in share["sections"]
    assert share["period"] == data["period"]
    assert "Dr Lee" in carelog("shares").stdout


@pytest.mark.usefixtures("four_weeks")
def test_an_ally_gets_a_few_lines_with_initials_and_no_mood(carelog: Command) -> None:
    carelog("settings", "set", "name", "Robin Miller")
    carelog("routine", "add", "walk")
    carelog("done", "walk")
    said = carelog("export", "--yes", "--for", "ally", "--ask", "a walk on Saturday", "-o", "-").stdout
    assert said.startswith("R. M., 16 to 22 November 2026\n")
    assert "- walk: kept 1 of 1" in said
    assert "What would help now: a walk on Saturday" in said
    assert "ood" not in said
    assert len(said.splitlines()) < 12


@pytest.mark.usefixtures("four_weeks")
def test_an_audience_can_be_set_to_get_less(carelog: Command) -> None:
    carelog("settings", "set", "share.therapist.sections", "topics,routines")
    carelog("bring", "the nights")
    page = carelog("export", "--yes", "--format", "md", "-o", "-").stdout
    assert "the nights" in page
    assert "## Mood" not in page
    assert "## Mood" in carelog("export", "--yes", "--format", "md", "-o", "-", "--include", "mood").stdout


@pytest.mark.usefixtures("four_weeks")
def test_a_password_is_asked_for_twice_and_never_shown(terminal: Callable[..., Terminal]) -> None:
    seen = terminal("export", "--password", rows=200)
    seen.expect("q stops")
    seen.type("")
    seen.expect("Password for the file (nothing shows while you type): ")  # the last blank comes once nothing is shown
    seen.type("kettle")
    seen.expect("\nA password needs at least 8 characters. Four or five words make a good one.")
    seen.expect("Password for the file (nothing shows while you type): ")
    seen.type("green kettle")
    seen.expect("Once more: ")
    seen.type("green cattle")
    seen.expect("\nThe two are not the same. Once more, please.")
    seen.expect("Password for the file (nothing shows while you type): ")
    seen.type("cafe\u0301 green")
    seen.expect("Once more: ")
    seen.type("cafe\u0301 green")
    code, screen = seen.finish()
    assert code == 0
    assert "Nobody can open the file without its password, and carelog does not keep it." in screen
    assert not [word for word in ("green", "kettle") if word in screen]
    content = Path(NAME).read_bytes()
    assert not PdfReader(BytesIO(content)).decrypt("")
    assert "Self-report" in words_of(content, "-upw", "caf\u00e9 green")


@pytest.mark.usefixtures("four_weeks")
def test_one_password_opens_every_year_and_is_asked_for_once(terminal: Callable[..., Terminal]) -> None:
    years = ("--from", "2025-12-01", "--by-year", "-o", "book.pdf")
    seen = terminal("export", "--yes", "--password-prompt", *years)
    seen.expect("Password for the file (nothing shows while you type): ")
    seen.type("green kettle")
    seen.expect("Once more: ")
    seen.type("green kettle")
    code, screen = seen.finish()
    assert code == 0
    assert (
        screen.count("Password for the file (nothing shows while you type)")
        == screen.count("Nobody can open the file without its password, and carelog does not keep it.")
        == 1
    )
    for year in (2025, 2026):
        assert PdfReader(f"book-{year}.pdf").decrypt("green kettle")


@pytest.mark.usefixtures("four_weeks")
def test_the_paper_is_that_of_the_country_or_the_one_asked_for(carelog: Command) -> None:
    def width(*asked: str) -> int:
        assert carelog("export", "--yes", "--force", *asked).exit_code == 0
        return round(PdfReader(NAME).pages[0].mediabox.width)

    assert width() == 595
    assert width("--paper", "letter") == 612
    carelog("settings", "set", "country", "US")
    assert width() == 612
    assert width("--paper", "A4") == 595


@pytest.mark.usefixtures("four_weeks")
def test_without_the_extra_the_usual_page_is_html_and_a_pdf_says_what_to_install(
    carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carelog.documents.pdf.find_spec", lambda _: None)
    assert carelog("export", "--yes").exit_code == 0
    assert Path("pages-2026-11-22.html").exists()
    refused = carelog("export", "--yes", "--format", "pdf", "--json")
    assert refused.exit_code == 2
    assert refused.json["errors"][0]["code"] == "not-installed"
    assert refused.json["errors"][0]["message"] == (
        'PDF needs a part of carelog that is not installed here: pipx install "carelog[pdf]". Without it, a file that '
        "ends in .html is a page that a browser prints."
    )


@pytest.mark.usefixtures("four_weeks")
def test_a_character_without_a_font_is_told_and_the_page_is_written(home: Path, carelog: Command) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        journal.entries.add(3, "\N{CUNEIFORM SIGN A}")
    done = carelog("export", "--yes", "--include", "notes")
    assert done.exit_code == 0
    assert "Cuneiform" in done.stderr
    assert Path(NAME).exists()


def test_years_become_a_file_each_and_hold_every_entry_once(
    carelog: Command, home: Path, now: Callable[[str], None]
) -> None:
    now("2026-11-22T21:30:00+01:00")
    notes = {f"{year}-{month:02}-03": f"Kiesel{year}x{month}" for year in (2024, 2025, 2026) for month in (2, 9)}
    with Journal.open(Paths.inside(home)) as journal:
        for day, note in notes.items():
            journal.entries.add(3, note, at=Moment.of(fixed_clock(f"{day}T20:00:00+01:00").read()))
    words = ("export", "--for", "self", "--from", "2024-01-01", "--by-year", "--yes", "--format", "md")
    files = carelog(*words, "--json", "-o", "book.md").json["data"]["files"]
    assert [each["file"] for each in files] == ["book-2024.md", "book-2025.md", "book-2026.md"]
    pages = {year: Path(f"book-{year}.md").read_text("utf-8") for year in (2024, 2025, 2026)}
    for day, note in notes.items():
        assert [year for year, page in pages.items() if note in page] == [int(day[:4])]
    assert [each["sha256"] for each in files] == [hashlib.sha256(page.encode()).hexdigest() for page in pages.values()]
    assert len(carelog("shares", "--json").json["data"]["shares"]) == 3
    again = carelog(*words, "-o", "book.md")
    assert again.exit_code == 2
    assert (
        "book-2024.md is there already and was left as it is. To replace it add --force, or name another file."
        in again.stderr
    )
    assert carelog(*words, "-o", "-").exit_code == 2


def test_many_notes_in_one_pdf_say_what_they_take_and_what_takes_less(
    carelog: Command, home: Path, now: Callable[[str], None]
) -> None:
    now("2026-11-22T21:30:00+01:00")
    at = Moment.of(fixed_clock("2026-11-20T20:00:00+01:00").read())
    entries = [
        Entry(new_id(at.milliseconds + each), at, date(2026, 11, 20), 3, f"note {each}") for each in range(2_000)
    ]
    with Journal.open(Paths.inside(home)) as journal:
        journal.entries.add_imported(entries)
    done = carelog("export", "--for", "self", "--yes", "-o", "all.pdf")
    assert (
        "2,000 notes in one PDF take about 2 seconds and 300 MB of memory. A file for each year takes less: --by-year"
        in done.stderr
    )
    assert "--by-year" in done.stderr
    assert "--by-year" not in carelog("export", "--for", "self", "--yes", "-o", "all.html").stderr
    assert len(PdfReader(BytesIO(Path("all.pdf").read_bytes())).pages) > 10
