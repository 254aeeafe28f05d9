import html
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carelog.exchange.files.html_text import plain_page, plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("one<br>two<BR/>three<br />four", "one\ntwo\nthree\nfour"),
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("<div>one</div>\n<div>two</div>", "one\ntwo"),
        ("<b>bold</b>, <i>thin</i>, <u>line</u>", "bold, thin, line"),
        ('<span style="color: red">red</span><font color=#00f>blue</font>', "redblue"),
        ("before<ul><li>one</li><li>two</li></ul>after", "before\n- one\n- two\nafter"),
        ("<ol><li>one</li><li>two</li></ol><ol><li>again</li></ol>", "1. one\n2. two\n1. again"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<li>alone</li></ul></ul>", "- alone"),
        ("fish &amp; chips &lt;b&gt; &#39;n&#x27; peas&nbsp;&eacute;", "fish & chips <b> 'n' peas é"),
        ("AT&T, me&not you, &nosuch; &", "AT&T, me&not you, &nosuch; &"),
        ("I felt <meh>, <i think> a < b <b", "I felt <meh>, <i think> a < b <b"),
        ("<script>x</script><!-- y --><!z><?w>", "<script>x</script><!-- y --><!z><?w>"),
        ('<a href="tel:112">call</a>', '<a href="tel:112">call</a>'),
        ("&#0;&#55296;&#1114112;&#1;", "\ufffd\ufffd\ufffd\ufffd"),
    ],
)
def test_a_formatted_note_reads_as_plain_text(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@given(st.text(st.characters(exclude_categories=["C"], include_characters="\n<>&;#/")))
@example("<i think so> & <3")
def test_any_text_that_was_made_html_comes_back(text: str) -> None:
    assert plain_text(html.escape(text).replace("\n", "<br>")) == text.strip()


@given(st.lists(st.sampled_from(["<ul>", "</ul>", "<li>", "<b>", "<br>", "<p>", "&amp;", "<", "&", "word", " ", "\n"])))
def test_no_word_is_dropped_whatever_the_tags_around_it(pieces: list[str]) -> None:
    assert plain_text("".join(pieces)).count("word") == pieces.count("word")


@pytest.mark.parametrize("piece", ["<b ", "<b a=", '<b a="', "<ul><li>", "&#", "&amp", "<b x" + " " * 50, "<"])
def test_no_markup_takes_long(piece: str) -> None:
    assert isinstance(plain_text(piece * (65_536 // len(piece))), str)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<p dir="auto">one</p>\n<p dir="auto"></p>\n<p dir="auto">two</p>', "one\ntwo"),
        ('<a href="https://example.org/a">a lake</a>', "a lake (https://example.org/a)"),
        ("<a href='tel:112'>tel:112</a> <a>none</a> <a href=''>empty</a>", "tel:112 none empty"),
        ("<blockquote>said</blockquote>after<hr>end", "said\nafter\nend"),
        ("<table><tr><td>one</td><td>two</td></tr><tr><td>three</td></tr></table>", "one two \nthree"),
        ("a<!-- hidden -->b<script>x()</script>c<style>p{}</style>d", "abcd"),
        ("a<!-- never closed", "a<!-- never closed"),
        ("<figure><img src='data:image/png;base64,AAAA'></figure>words", "words"),
        ("1 < 2 and 3 > 2, &lt;meh&gt;", "1 < 2 and 3 > 2, <meh>"),
    ],
)
def test_a_whole_page_reads_as_plain_text_with_the_addresses_of_its_links(markup: str, text: str) -> None:
    assert plain_page(markup) == text


@pytest.mark.parametrize("piece", ["<a href='x'>", "<!--", "<script>", "<a href='", "</a>", "<", "<a href='x'>y</a>"])
def test_a_page_of_tags_that_are_never_closed_is_read_at_once(piece: str) -> None:
    begun = time.process_time()
    plain_page(piece * 20_000)
    assert time.process_time() - begun < 2
