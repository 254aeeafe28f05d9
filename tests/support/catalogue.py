"""Catalogues of translations, made without a compiler."""

import struct


def catalogue(sentences: dict[str, str]) -> bytes:
    """A compiled catalogue, as msgfmt makes it."""
    pairs = sorted((one.encode(), other.encode()) for one, other in sentences.items())
    header, entries = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0), [[], []]
    place, texts = 28 + 16 * len(pairs), b""
    for side in (0, 1):
        for pair in pairs:
            entries[side].append(struct.pack("<2I", len(pair[side]), place + len(texts)))
            texts += pair[side] + b"\0"
    return header + b"".join(entries[0]) + b"".join(entries[1]) + texts
