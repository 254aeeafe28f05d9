"""What the annotation of a parameter declares: the forms of an option, and whether a file has to be named."""

from __future__ import annotations

from typing import Any


def option_names(info: Any) -> list[str]:
    """The forms of an option, none for an argument: in an annotation Typer holds the first of them as its default."""
    declared = (getattr(info, "default", None), *(getattr(info, "param_decls", None) or ()))
    return [form for each in declared if isinstance(each, str) for form in each.split("/") if form.startswith("-")]


def names_a_file(metavar: str) -> bool:
    """Whether a file or a folder has to be named where help shows this."""
    return "FILE" in metavar or "DIR" in metavar
