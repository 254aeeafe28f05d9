"""A name of a file that is not UTF-8: Linux keeps the bytes of a name as they are, macOS and Windows refuse these."""

import os
import sys

import pytest

NOT_UTF_8 = os.fsdecode(b"caf\xe9")
for_names_of_any_bytes = pytest.mark.skipif(
    sys.platform in {"darwin", "win32"}, reason="here the name of a file is always Unicode"
)
