"""The address of a database file, by which SQLite is told how to open it."""

from __future__ import annotations

_ESCAPED = str.maketrans({"%": "%25", "?": "%3f", "#": "%23"})


def address_of(whole: str, mode: str) -> str:
    """The URI of a file by its whole path, with slashes.

    `mode` is what sqlite.org/uri.html calls so, and may be followed by more of its parameters.
    `Path.as_uri` would do, and loads `urllib.request` from Python 3.14 on, which takes longer than noting a mood.
    """
    root = "" if whole.startswith("/") else "/"  # C:/ on Windows
    return f"file://{root}{whole.translate(_ESCAPED)}?mode={mode}"
