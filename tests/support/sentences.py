"""Whole sentences, as a person reads them and as a search finds them in the tests."""

import re


def whole(sentence: str) -> str:
    """A pattern for `pytest.raises` that fits this sentence and nothing more."""
    return rf"\A{re.escape(sentence)}\Z"
