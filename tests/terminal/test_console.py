"""Writing pages to a stream: colours, width, and characters that its encoding has."""

import io

import pytest

from carelog.settings import Theme
from carelog.terminal.console import show
from carelog.terminal.picture import svg
from carelog.terminal.table import ListTable

PAGE = ListTable(["name", "what"], [["Ana", "calls back in the evening, likes to be asked about her garden"]])
ESCAPE = "\x1b["


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        return True

    @property
    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)  # type: ignore[attr-defined]  # a BytesIO


def shown(stream: io.TextIOBase, **options: object) -> str:
    show(PAGE, stream=stream, **options)  # type: ignore[arg-type]  # as a command calls it
    return stream.text if isinstance(stream, Terminal) else stream.getvalue()  # type: ignore[attr-defined]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm-256color")
    return Terminal()


def test_a_terminal_gets_colours(terminal: Terminal) -> None:
    assert ESCAPE in shown(terminal, theme=Theme.DARK)


def test_a_pipe_gets_none_unless_they_are_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ESCAPE not in shown(io.StringIO())
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert ESCAPE in shown(io.StringIO(), theme=Theme.DARK)


def test_a_terminal_whose_background_is_not_known_keeps_its_own_colours(terminal: Terminal) -> None:
    assert f"{ESCAPE}38" not in shown(terminal)


def test_no_color_and_dumb_terminals_are_respected(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert f"{ESCAPE}38" not in shown(terminal)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert ESCAPE not in shown(Terminal())


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
@pytest.mark.parametrize("columns", [30, 60])
def test_columns_decide_the_width_on_terminals_and_pipes(
    term: str, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLUMNS", str(columns))
    for stream in (io.StringIO(), Terminal()):
        longest = max(map(len, shown(stream).splitlines()))
        assert columns - 15 < longest <= columns


@pytest.mark.parametrize("columns", ["0", "-3", "wide", "", "99999999999", "1", "²"])
def test_columns_that_make_no_sense_do_no_harm(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:  # pytest itself reads it once the test is over
        patch.setenv("COLUMNS", columns)
        assert "Ana" in shown(io.StringIO())


def test_a_very_wide_terminal_is_not_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    stream = io.StringIO()
    show(ListTable(["", ""], [["note", "word " * 100]]), stream=stream)
    assert max(map(len, stream.getvalue().splitlines())) <= 120


def test_plain_is_sentences_without_colours_or_columns(terminal: Terminal) -> None:
    assert (
        shown(terminal, plain=True)
        == "name: Ana; what: calls back in the evening, likes to be asked about her garden.\n"
    )


def test_a_terminal_of_few_letters_gets_a_page_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for plain in (False, True):
        stream = Terminal("ascii")
        show(ListTable(["name"], [["Zoë, 漢字 “quoted”"]]), stream=stream, plain=plain)
        assert 'Zoe, ?? "quoted"' in stream.text


def test_a_stream_that_cannot_be_written_to_is_told_to_the_caller() -> None:
    class Full(io.StringIO):
        def write(self, text: str, /) -> int:
            raise OSError(28, f"No space left for {len(text)} characters")

    with pytest.raises(OSError, match="No space"):
        show(PAGE, stream=Full())


@pytest.mark.parametrize("theme", Theme)
def test_a_picture_of_a_page_needs_nothing_from_the_network(theme: Theme) -> None:
    picture = svg(PAGE, columns=60, theme=theme)
    assert picture.startswith("<svg")
    assert "garden" in picture
    assert "url(http" not in picture
    assert "@import" not in picture
    assert "href" not in picture
