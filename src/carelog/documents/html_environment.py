"""HTML templates in which everything is escaped, cleaned first, and a fact that is not there is a mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from carelog.domain.text import clean


def rendered(template: str, **facts: Any) -> bytes:
    """A template with its facts, as UTF-8."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if isinstance(value, str) and not hasattr(value, "__html__") else value,
    )
    return environment.get_template(template).render(**facts).encode() + b"\n"
