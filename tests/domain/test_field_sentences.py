"""What is checked by a field has its sentences, and no sentence about a field is left that nothing raises."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest

from carelog import error_sentences
from support.source import modules

KINDS = {
    "checked_text": ("too-long",),
    "checked_name": ("empty", "too-long"),
    "checked_line": ("too-long",),
    "words_once": ("empty", "too-long"),
    "read_number": ("not-a-number",),
    "checked_number": ("too-large",),
}
ENDINGS = tuple(f"-{ending}" for endings in KINDS.values() for ending in endings)
KEYS = {
    key
    for topic in iter_modules(error_sentences.__path__)
    for key in import_module(f"carelog.error_sentences.{topic.name}").SENTENCES
}
TEXTS = {node.value for _, tree in modules() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
MADE = {"contact.phone", "contact.text", "contact.email", "contact.web", "contact.address"} | {
    "tracker.minimum",
    "tracker.maximum",
}
"""Fields whose names are put together in the code."""


def fields() -> Iterator[tuple[str, str]]:
    """Each field that is named where it is checked, with the function that checks it."""
    for _, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
                field = node.args[1] if len(node.args) > 1 else None
                if isinstance(field, ast.Constant) and isinstance(field.value, str):
                    yield node.func.id, field.value


@pytest.mark.parametrize(("check", "field"), sorted(set(fields())))
def test_a_checked_field_has_a_sentence_for_each_refusal(check: str, field: str) -> None:
    assert {f"{field}-{ending}" for ending in KINDS[check]} <= KEYS


def test_a_sentence_about_a_field_belongs_to_a_field_that_is_checked() -> None:
    for key in KEYS:
        field = next((key.removesuffix(ending) for ending in ENDINGS if key.endswith(ending)), key)
        assert key in TEXTS or field in TEXTS | MADE, key
