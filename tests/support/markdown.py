"""Reading Markdown as a renderer does, and hostile texts that contain its markup."""

from html.parser import HTMLParser

import pytest
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from carelog.domain.text import clean

OWN_TAGS = {"h1", "h2", "h3", "p", "strong", "em", "br", "hr", "ul", "li", "blockquote"}
OWN_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
MARKS = [
    *"#-+*_`~|>=:!{}$%[]()\\&<@",
    "##",
    "---",
    "===",
    "```",
    "~~~",
    "||",
    "\\\\",
    "\\|",
    "1.",
    "2)",
    "10.",
    ":::",
    "!!!",
    *("%%", "==", "^id"),
]
HTML = ["<b>", "</p>", "</blockquote>", "</td>", "<script>alert(1)</script>", "<!--", "-->", "<?x", "&amp;", "&#35;"]
LINKS = ["[a](b)", "[a]: b", "![i](x)", "[^1]", "<http://x.y>", "https://x.y", "www.x.y", "a@b.c", "{{x}}", "$x^2$"]
WORDS = ["word", "Слово", "שלום", "أهلا", "今日", "👨\u200d👩\u200d👧", "\u00a0", "\u3000"]
BLANKS = [" ", "  ", "    ", "\n", "\n\n", "\t", "\r\n"]
hostile = st.text() | st.lists(st.one_of(st.sampled_from(each) for each in (MARKS, HTML, LINKS, WORDS, BLANKS))).map(
    "".join
)


class MarkdownPage(HTMLParser):
    """A rendered page: its tags, the lines of its quotations, its table cells and its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.quotes: list[list[str]] = []
        self.columns: list[int] = []
        self.cells: list[str] = []
        self.text = ""
        self._inside: list[str] = []

    @classmethod
    def of(cls, text: str) -> "MarkdownPage":
        """The page as rendered by the least strict of renderers, one that lets HTML through."""
        parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
        page = cls()
        page.feed(parser.render(text))
        page.quotes = [[line for line in map(one_line, quote) if line] for quote in page.quotes]
        return page

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        self.tags.add(tag)
        if tag == "blockquote":
            self.quotes.append([""])
        elif tag in {"br", "p"} and "blockquote" in self._inside:
            self.quotes[-1].append("")
        elif tag == "tr":
            self.columns.append(0)
        elif tag in {"td", "th"}:
            self.columns[-1] += 1
            self.cells.append("")
        if tag not in {"br", "hr"}:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._inside.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if "blockquote" in self._inside:
            self.quotes[-1][-1] += data
        elif {"td", "th"} & set(self._inside):
            self.cells[-1] += data

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment was made: {data}")

    def handle_decl(self, decl: str) -> None:
        pytest.fail(f"a declaration was made: {decl}")

    def handle_pi(self, data: str) -> None:
        pytest.fail(f"an instruction was made: {data}")


def one_line(text: str) -> str:
    """The text with every run of white space as one blank."""
    return " ".join(clean(text).split())


def lines_of(note: str) -> list[str]:
    """The lines of a note that are not blank."""
    return [line for line in map(one_line, note.split("\n")) if line]
