"""Jinja for the HTML templates: every value is cleaned and escaped, and a missing one is an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from carelog.domain.text import clean
from carelog.language import language_in_use


def render_template(template: str, **facts: Any) -> bytes:
    """A file of the folder `templates`, rendered with these facts, UTF-8. Raises UndefinedError if one is missing."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if isinstance(value, str) and not hasattr(value, "__html__") else value,
    )
    return environment.get_template(template).render(language=language_in_use(), **facts).encode() + b"\n"
