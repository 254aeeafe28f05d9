"""Read the XML of other apps without trusting it: within limits, without document types, entities and other files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from carelog.errors import RefusedFile
from carelog.exchange.files.source import decoded

DEEPEST = 50
"""The most levels of elements in each other."""
MOST_ELEMENTS = 500_000
"""The most elements of a file."""


@dataclass(slots=True)
class Element:
    """An element with its attributes, the elements in it, and the text that stands directly in it."""

    name: str
    attributes: dict[str, str]
    elements: list[Element] = field(default_factory=list)
    text: str = ""

    def named(self, name: str) -> Iterator[Element]:
        """The elements directly in this one that have a name."""
        return (each for each in self.elements if each.name == name)

    def others(self, name: str) -> Iterator[Element]:
        """All elements in this one, however deep, that have another name; those in one of that name are among them."""
        for each in self.elements:
            if each.name != name:
                yield each
            yield from each.others(name)


def read_xml_file(content: bytes) -> Element:
    """The outermost element of an XML file.

    Raises RefusedFile when it is not text, not well-formed, has a document type, with which entities are declared, or
    is beyond the limits.
    """
    builder = _Builder()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.EntityDeclHandler = _refuse_document_type
    try:
        parser.Parse(decoded(content).text.encode("utf-8"), True)
    except (expat.ExpatError, UnicodeEncodeError):
        raise RefusedFile("imports.not-xml") from None
    return builder.outermost.elements[0]


def _refuse_document_type(*_: Any) -> None:
    raise RefusedFile("imports.xml-with-document-type")


class _Builder:
    """Builds the elements that the parser finds, below one that holds the outermost."""

    def __init__(self) -> None:
        self.outermost = Element("", {})
        self._open = [self.outermost]
        self._texts: list[list[str]] = [[]]
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._count += 1
        if len(self._open) > DEEPEST:
            raise RefusedFile("imports.nested-too-deeply")
        if self._count > MOST_ELEMENTS:
            raise RefusedFile("imports.xml-too-many-elements", most=MOST_ELEMENTS)
        element = Element(name, attributes)
        self._open[-1].elements.append(element)
        self._open.append(element)
        self._texts.append([])

    def end(self, _name: str) -> None:
        """The innermost element ends."""
        self._open.pop().text = "".join(self._texts.pop())

    def text(self, text: str) -> None:
        """Text stands directly in the innermost element."""
        self._texts[-1].append(text)
