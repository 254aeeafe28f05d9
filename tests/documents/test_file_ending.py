import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.documents.file_ending import check_ending, format_named
from carelog.errors import InvalidValue

PAGES = {"pdf": "pdf", "html": "html", "md": "md", "txt": "txt", "csv": "zip", "json": "json"}
names = st.text(st.characters(categories=["L", "N"], include_characters="/ -_"), max_size=20)


@given(names, st.sampled_from(["", *PAGES, "HTML", "docx"]), st.sampled_from(["", *PAGES.values(), "docx", "PDF"]))
def test_a_file_never_holds_another_format_than_its_name_says(name: str, typed: str, ending: str) -> None:
    file = f"{name}x.{ending}" if ending else f"{name}x"
    known = not typed or typed.lower() in PAGES
    fits = not ending or ending.lower() == PAGES.get(typed.lower()) or (not typed and ending.lower() in PAGES.values())
    if known and fits:
        found = format_named(typed, file, PAGES)
        assert not ending or PAGES[found] == ending.lower()
        assert not typed or found == typed.lower()
    else:
        with pytest.raises(InvalidValue):
            format_named(typed, file, PAGES)


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("page.pdf", "pdf"),
        ("page.PDF", "pdf"),
        ("a.b/page.htm", "html"),
        ("page.markdown", "md"),
        ("page.text", "txt"),
        ("tables.zip", "csv"),
        ("a.b/page", ""),
        (".pdf", ""),
        ("-", ""),
        ("", ""),
    ],
)
def test_the_ending_says_the_format_in_every_usual_spelling(file: str, found: str) -> None:
    assert format_named("", file, PAGES) == found


@pytest.mark.parametrize(
    ("typed", "file", "said"),
    [
        (
            "",
            "page.docx",
            (
                "carelog cannot write a file that ends in .docx here. "
                "What a name can end in: .pdf, .html, .md, .txt, .zip, .json."
            ),
        ),
        (
            "html",
            "out/page.pdf",
            (
                "--format html makes a file that ends in .html, and this name ends in something else. "
                "Name it page.html, or leave --format out."
            ),
        ),
        (
            "csv",
            "page.csv",
            ("A page as CSV is several tables, which lie in a zip. Name it page.zip"),
        ),
        ("", "out/page.CSV", "A page as CSV is several tables, which lie in a zip. Name it page.zip"),
        ("word", "page", "There is no format “word”. What there is: pdf, html, md, txt, csv, json."),
    ],
)
def test_what_cannot_be_written_is_refused_with_what_can(typed: str, file: str, said: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        format_named(typed, file, PAGES)
    assert refusal.value.message == said


def test_a_file_of_one_kind_has_one_ending_or_none() -> None:
    for name in ("a.ics", "a.ICS", "a.ical", "a"):
        check_ending(name, "ics")
    with pytest.raises(InvalidValue) as refusal:
        check_ending("agenda.pdf", "ics")
    assert refusal.value.message == (
        "carelog cannot write a file that ends in .pdf here. What a name can end in: .ics."
    )
