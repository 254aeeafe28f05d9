"""Documents as PDF: accessible, readable by other programs, and safe whatever a person wrote."""

import hashlib
import re
import subprocess
import unicodedata
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from unittest.mock import Mock

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from carelog.documents import pdf as pdf_module
from carelog.documents.blocks import (
    Beside,
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Item,
    Paragraph,
    Quote,
    Table,
    Tone,
)
from carelog.documents.packet.document import document
from carelog.documents.pdf import Paper, Pdf, check_installed, pdf
from carelog.documents.typst_document import as_json
from carelog.domain.text import clean
from carelog.errors import InvalidValue, NotInstalled
from carelog.review.packet.packet import Packet
from carelog.wording.files.packet_mood import mood_columns
from support.printed import words_of
from support.sentences import whole

Make = Callable[..., Packet]
DAY = date(2026, 11, 22)
FONTS = Path(pdf_module.__file__).parents[1] / "data" / "fonts"
PASSWORD, ACCENTED = "green kettle", "café Å ﬁ"
WORD = "ab" * 33_000
"""More characters than Typst can have on a line."""
LONG = "ab" * 8_000
"""Some three pages of it."""
UNSEEN = re.compile(r"[\s\u200b]+")
HOSTILE = [
    '#read("/etc/passwd") #panic("x") #import "x.typ"',
    "$x^2$ and \\ and \\n and \\u{41} and `code` and ```raw```",
    "<script>alert(1)</script> &amp; <label> @reference",
    "[link](javascript:alert(1)) https://example.org/a?b=c#d",
    "= no heading\n- no list\n+ no list\n/ no: term\n// no comment /* nor this */",
    "*b* _i_ ~ -- --- ... 'a' \"b\" #[x] #{x} ]] }} ))",
    "tab\there and\r\nthere\n    four blanks",
    "\x00\x1b[31m\ud800 \u202eoverride\u202c \ufffe",
]


def pages(*blocks: Block, **facts: str) -> Document:
    return Document("Self-report", blocks, **facts)


def seen(text: str) -> str:
    """Text without white space, which readers of PDF infer in different ways."""
    return UNSEEN.sub("", text)


def with_own_fonts(printed: Document) -> bytes:
    """The PDF made with carelog's fonts alone; an error if a character is not drawn."""
    return pdf_module._compiled(as_json(printed, "a4", DAY), ["ua-1"], system_fonts=False)


def conforms(content: bytes) -> bool:
    report = page.validate_pdf_bytes(content, profile="ua1")
    assert not report.failures, [(each.rule_id, each.message) for each in report.failures]
    return report.is_compliant


@pytest.mark.parametrize("paper", Paper)
def test_a_packet_passes_every_check_of_pdf_ua(paper: Paper, a_packet: Make, some_notes: Callable[..., object]) -> None:
    made = pdf(document(a_packet(notes=some_notes("a note", "שלום"))), DAY, paper=paper)
    assert conforms(made.content)
    assert not made.remark
    assert PdfReader(BytesIO(made.content)).pages[0].mediabox.width == pytest.approx(
        {Paper.A4: 595.3, Paper.LETTER: 612}[paper], abs=0.1
    )


def test_every_kind_of_block_passes_too_and_headings_skip_no_level() -> None:
    table = Table("What it shows", ("Day", "Total"), (("Mon", "1"), ("a" * 90, "")))
    printed = pages(
        Heading("Deep at once", 3),
        Beside((Heading("Left"), Paragraph("quiet", Tone.QUIET), table), (Heading("Right", 3), Quote(""))),
        Facts((("Name", "Alex"), ("", ""))),
        Bullets((Item("one", ("quoted", "שלום")), Item("שלום"), Item(""))),
        Bullets(()),
        Paragraph("strong", Tone.STRONG),
        Paragraph(""),
        Quote("a\n\n\nb"),
        subtitle="A subtitle",
        footer="A footer",
    )
    assert conforms(pdf(printed, DAY).content)
    assert conforms(pdf(pages(), DAY).content)


def test_all_that_the_page_says_is_in_the_file(a_packet: Make, some_notes: Callable[..., object]) -> None:
    printed = document(a_packet(notes=some_notes("The kettle sang.")))
    content = pdf(printed, DAY).content
    read = words_of(content)
    for said in (printed.title, "Alex M.", "sertraline", "The kettle sang.", "Lowest", "too loud for me"):
        assert said in read
    facts = PdfReader(BytesIO(content)).metadata
    assert facts is not None
    assert facts.title == printed.title


def test_every_page_has_the_footer_and_its_number() -> None:
    content = pdf(pages(*(Quote(f"note {number}") for number in range(200)), footer="By Alex"), DAY).content
    read = words_of(content).split("\f")[:-1]
    assert len(read) > 2
    for number, text in enumerate(read, start=1):
        assert f"{number}/{len(read)}" in seen(text)
        assert "By Alex" in text


@pytest.mark.parametrize("columns", [2, 5, 8, 15])
@pytest.mark.parametrize(
    "text", ["7", "6.88 (6.5 to 8.75)", "a sentence about something that changed", "Donaudampfschifffahrt"]
)
def test_a_table_stays_on_the_paper(columns: int, text: str) -> None:
    table = Table("", ("Week", *["Days at 2 or below"] * columns), (("26 Oct – 1 Nov", *[text] * columns),))
    read = words_of(with_own_fonts(pages(table)), "-bbox")
    edges = [float(right) for right in re.findall(r'xMax="([\d.]+)"', read)]
    assert max(edges) < 595 - 40


@pytest.mark.parametrize("median", ["–", "too few days", "5 very high"])
@pytest.mark.parametrize("changed", ["Walk, first noted today", "half a tablet, taken at night " * 5])
def test_short_columns_of_a_wide_table_stay_on_one_line(median: str, changed: str) -> None:
    head = ("Week", *mood_columns(two_sided=True), "What changed")
    row = ("26 Oct – 1 Nov", "5 of 7", median, "2 to 5", "1", "2", "3", "4", changed)
    read = words_of(with_own_fonts(pages(Table("", head, (row,)))), "-layout")
    together = re.sub(" +", " ", read)
    assert f"26 Oct – 1 Nov 5 of 7 {median} 2 to 5 1 2 3 4 " in together
    assert "Days Entry Days Entry" in together
    assert "≤2 ≤2 ≥4 ≥4" in together


def test_a_footer_that_is_too_long_for_its_place_is_cut() -> None:
    read = seen(words_of(with_own_fonts(pages(Quote("a"), footer=WORD))))
    assert read.count("ab") == 70
    assert "…" in read
    assert "1/1" in read


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_out_as_they_were_typed(text: str) -> None:
    table = Table(text, (text, "n"), ((text, text),))
    blocks = (Heading(text), Paragraph(text), Facts(((text, text),)), Bullets((Item(text, (text,)),)), Quote(text))
    content = pdf(Document(text, (*blocks, table), subtitle=text, footer=text), DAY).content
    assert seen(words_of(content, "-raw")).count(seen(clean(text)).replace("\ufffe", "\ufffd")) == 13
    assert b"/JavaScript" not in content
    assert not any("/Annots" in each for each in PdfReader(BytesIO(content)).pages)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="ascii", exclude_characters="\x7f", min_codepoint=32), min_size=1, max_size=300))
def test_any_plain_words_come_out_as_they_were_typed(text: str) -> None:
    read = words_of(with_own_fonts(pages(Quote(text))), "-raw")
    assert seen(read) == seen(f"Self-report{text}1 / 1")


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1))
def test_any_text_of_any_script_makes_a_page(text: str) -> None:
    made = pdf(Document(text, (Quote(text), Paragraph(text), Bullets((Item(text),)))), DAY)
    assert made.content.startswith(b"%PDF")
    assert (made.not_drawn is None) is (b"pdfuaid" in made.content)


@pytest.mark.parametrize(
    "block",
    [
        Quote(LONG),
        Paragraph(LONG),
        Heading(LONG),
        Facts((("name " * 200, LONG),)),
        Bullets((Item("item", (LONG,)), Item("item"))),
        Table("", ("1", "2"), ((LONG, ""),)),
        Beside((Quote(LONG),), ()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_word_longer_than_a_page_is_broken_and_whole_wherever_it_stands(block: Block) -> None:
    read = seen(words_of(with_own_fonts(pages(block)), "-raw"))
    assert read.count("ab") == len(LONG) // 2


def test_a_word_of_66_000_characters_is_whole() -> None:
    assert seen(words_of(with_own_fonts(pages(Quote(WORD))), "-raw")).count("ab") == len(WORD) // 2


@pytest.mark.parametrize(
    "unit", ["\u00a0", "\u3000", "\ue000", "\u094dक", "\u0301", "e\u0301\u0301\u0301", "é", "\u3164"]
)
def test_lines_that_end_typst_itself_are_never_made(unit: str) -> None:
    """Krilla 0.8 panics on lines of more than 65,535 bytes, rustybuzz on endless conjuncts."""
    text = f"a{unit * 30_000}"
    assert pdf(pages(Quote(text), Paragraph(text)), DAY).content


@pytest.mark.parametrize(
    "text",
    [
        "Zażółć gęślą jaźń, đường phố, ŋ ʃ ə ß ſ ĳ",
        "Ξεσκεπάζω, Ἀθῆναι",
        "Съешь же ещё, ґ ї ў љ",
        "هذا نص، پچژگ ٹڈ ۱۲۳",
        "שָׁלוֹם עולם",
        "नमस्ते क्षत्रिय",
        "আমি বাংলায়, অসমীয়া ৰ ৱ",
        "வணக்கம்",
        "สวัสดีชาวโลก",
        "ગુજરાતી ਪੰਜਾਬੀ తెలుగు ಕನ್ನಡ മലയാളം සිංහල",
        "Հայերեն ქართული አማርኛ ខ្មែរ ລາວ မြန်မာ",
        "❤️ ❤ 1️⃣ #️⃣ ☀️ ⭐ ✓ ☑ 👩‍💻 👍🏽 🇩🇪 ⛹🏽‍♂️ 🏳️‍🌈 ©️ 👨‍👩‍👧‍👦 ❤️‍🔥 🥹 🫶🏿",
        "→ ⇒ ≥ ∀ ½ ① ♥ ♫ █ ▁ ─ ┼ ⠿ ₿ € ‰ … ‽ 𝓯𝓪𝓷",
        "¯\\_(ツ)_/¯ ( ͡° ͜ʖ ͡°) ｡◕‿◕｡ （＾▽＾） ʕ•ᴥ•ʔ",
        "\ufffd e\u0301 q\u0303 می‌خواهم",
    ],
)
def test_what_people_write_has_a_glyph_without_any_font_of_the_system(text: str) -> None:
    assert conforms(with_own_fonts(pages(Heading(text), Quote(text), Paragraph(text, Tone.STRONG), footer=text)))


def test_what_no_font_can_draw_is_a_box_and_is_told_by_its_script_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = pdf_module._compiled
    monkeypatch.setattr(pdf_module, "_compiled", lambda *given, **_: compiled(*given, system_fonts=False))
    made = pdf(pages(Quote("secret 漢字 한국어")), DAY)
    assert made.not_drawn == ("CJK", "HANGUL")
    assert "Chinese or Japanese, Korean" in made.remark
    assert "fonts-noto-cjk" in made.remark
    assert "secret" not in made.remark
    assert "漢" not in made.remark
    assert "secret" in words_of(made.content)
    assert "Cuneiform" in pdf(pages(Quote("\N{CUNEIFORM SIGN A}")), DAY).remark
    assert pdf(pages(Quote("\U000f0000")), DAY).remark == (
        "Some characters have no font on this computer and are boxes on the pages. With a font that has them, "
        "such as the package fonts-noto-core, write it again; HTML shows them wherever its reader has one."
    )


def test_a_fault_of_the_engine_repeats_nothing_of_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "broken.typ"
    broken.write_text("#panic(sys.inputs.document)")
    monkeypatch.setattr(pdf_module, "_TEMPLATE", broken)
    with pytest.raises(RuntimeError) as raised:
        pdf(pages(Quote("my secret")), DAY)
    assert "secret" not in str(raised.value)
    panic = type("PanicException", (BaseException,), {})("inside my secret")
    monkeypatch.setattr("typst.compile", Mock(side_effect=panic))
    with pytest.raises(RuntimeError) as raised:
        pdf(pages(Quote("my secret")), DAY)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "at_right"),
    [("שלום", True), ("hello", False), ("hello שלום", False), ("123 שלום", True), ("שלום\n123", True), ("123", False)],
)
def test_a_line_starts_at_the_side_where_its_first_letter_does(text: str, at_right: bool) -> None:
    read = words_of(with_own_fonts(pages(Heading("Notes"), Quote(text))), "-bbox")
    notes = read.partition("Notes</word>")[2].partition(">1</word>")[0]
    edges = [float(right) for right in re.findall(r'xMax="([\d.]+)"', notes)[: len(text.split())]]
    assert edges
    assert max(edges) > 500 if at_right else max(edges) < 150


def test_the_same_page_is_the_same_bytes(a_packet: Make) -> None:
    assert pdf(document(a_packet()), DAY) == pdf(document(a_packet()), DAY)


def test_a_password_locks_the_file_and_no_other_opens_it() -> None:
    made = pdf(Document("Self-report of Alex", (Quote("secret words"),)), DAY, password=PASSWORD).content
    reader = PdfReader(BytesIO(made))
    assert reader.is_encrypted
    assert not reader.decrypt("")
    assert not reader.decrypt("Correct horse")
    assert reader.decrypt(PASSWORD)
    assert "secret words" in reader.pages[0].extract_text()
    for wrong in ("", "wrong"):
        with pytest.raises(subprocess.CalledProcessError):
            words_of(made, "-upw", wrong, "-opw", wrong)
    assert "secret words" in words_of(made, "-upw", PASSWORD)
    assert b"Alex" not in made
    assert b"/AESV3" in made
    assert re.search(rb"/R 6\b", made)


@pytest.mark.parametrize(("set_as", "typed_as"), [("NFC", "NFD"), ("NFD", "NFC"), ("NFKD", "NFC")])
def test_a_password_opens_however_its_accents_are_typed(set_as: str, typed_as: str) -> None:
    from carelog.documents.pdf_password import normalised

    made = pdf(pages(), DAY, password=unicodedata.normalize(set_as, ACCENTED)).content
    typed = unicodedata.normalize(typed_as, ACCENTED)
    assert PdfReader(BytesIO(made)).decrypt(normalised(typed))
    assert "Self-report" in words_of(made, "-upw", unicodedata.normalize("NFC", "café Å fi"))


SHORT = "A password needs at least 8 characters. Four or five words make a good one."
NOT_TYPED = "A part of this password cannot be typed again. Letters, digits and punctuation can."
TOO_LONG = "A password of a PDF can hold up to 127 bytes, which is about as many letters. This one is longer."


@pytest.mark.parametrize(
    ("password", "refusal"),
    [
        ("", SHORT),
        (" " * 9, SHORT),
        ("\u00a0", SHORT),
        ("1234567", SHORT),
        (" 123456 ", SHORT),
        ("\ufb01" * 3, SHORT),
        ("a\nb", NOT_TYPED),
        ("\x00", NOT_TYPED),
        ("\ud800", NOT_TYPED),
        ("é" * 64, TOO_LONG),
    ],
)
def test_a_password_that_protects_nothing_or_cannot_be_typed_is_refused(password: str, refusal: str) -> None:
    with pytest.raises(InvalidValue, match=whole(refusal)):
        pdf(pages(), DAY, password=password)


@pytest.mark.parametrize("missing", ["typst", "pypdf"])
def test_without_the_extra_it_says_what_to_install_and_what_goes_without(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_module, "find_spec", lambda name: None if name == missing else name)
    for asked in (check_installed, lambda: pdf(pages(), DAY)):
        refusal = (
            'PDF needs a part of carelog that is not installed here: pipx install "carelog[pdf]". '
            "Without it, a file that ends in .html is a page that a browser prints."
        )
        with pytest.raises(NotInstalled, match=whole(refusal)):
            asked()


def test_without_a_library_that_encrypts_nothing_is_handed_over_open(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf import PdfWriter
    from pypdf.errors import DependencyError

    def refuse(*_: object, **__: object) -> None:
        raise DependencyError("no AES")

    monkeypatch.setattr(PdfWriter, "encrypt", refuse)
    with pytest.raises(NotInstalled):
        pdf(pages(), DAY, password=PASSWORD)


def test_the_fonts_are_the_ones_their_list_names_and_carry_their_licence() -> None:
    listed = dict(
        re.findall(r"^\| (\S+\.ttf) .* `(\w{64})` \|$", (FONTS / "README.md").read_text("utf-8"), re.MULTILINE)
    )
    found = {font.name: hashlib.sha256(font.read_bytes()).hexdigest() for font in FONTS.glob("*.ttf")}
    assert found == listed
    licence = (FONTS / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert {"Inter", "Noto"} <= set(re.findall(r"The (\w+) Project Authors", licence))
    assert sum(font.stat().st_size for font in FONTS.iterdir()) < 6_000_000


def test_what_is_told_about_a_page_is_nothing_when_all_is_well() -> None:
    assert not Pdf(b"").remark
