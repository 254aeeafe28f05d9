"""Write the fonts of PDF pages: open fonts, subset to the characters and features that a page needs.

    python scripts/make_fonts.py FOLDER

FOLDER holds the packages of SOURCES as `npm pack` leaves them. The same packages and the same fontTools write the same
bytes again; the README.md beside the fonts names their versions.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import __version__
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "src" / "carelog" / "data" / "fonts"
EVERYTHING = ((0, 0x10FFFF),)
MATHEMATICS = ((0x2070, 0x209F), (0x2100, 0x23FF), (0x2A00, 0x2AFF), (0x1D400, 0x1D7FF))
SYMBOLS = ((0x2000, 0x2FFF), (0x1F100, 0x1F1FF))
SYMBOLS += ((0x1F300, 0x1F8FF), (0x1F900, 0x1F9FF), (0xFFF0, 0xFFFF))
BOX_DRAWING = ((0x2500, 0x259F),)
KAOMOJI = ((0x3000, 0x30FF), (0xFF01, 0xFFEE))
"""Kana and full-width characters, with which people draw faces in any language."""
LATIN_FEATURES = ("calt", "ccmp", "case", "kern", "liga", "locl", "mark", "mkmk", "tnum", "rlig", "rvrn")


@dataclass(frozen=True)
class Source:
    """A font file of an npm package, the ranges of code points to keep, and the layout features to keep."""

    package: str
    version: str
    file: str
    code_points: tuple[tuple[int, int], ...] = EVERYTHING
    features: tuple[str, ...] = ("*",)


SOURCES = (
    Source("inter", "0.4.2", "400Regular/Inter_400Regular.ttf", features=LATIN_FEATURES),
    Source("inter", "0.4.2", "600SemiBold/Inter_600SemiBold.ttf", features=LATIN_FEATURES),
    Source("noto-sans-arabic", "0.4.3", "400Regular/NotoSansArabic_400Regular.ttf"),
    Source("noto-sans-arabic", "0.4.3", "600SemiBold/NotoSansArabic_600SemiBold.ttf"),
    Source("noto-sans-hebrew", "0.4.1", "400Regular/NotoSansHebrew_400Regular.ttf"),
    Source("noto-sans-hebrew", "0.4.1", "600SemiBold/NotoSansHebrew_600SemiBold.ttf"),
    Source("noto-sans-devanagari", "0.4.1", "400Regular/NotoSansDevanagari_400Regular.ttf"),
    Source("noto-sans-bengali", "0.4.4", "400Regular/NotoSansBengali_400Regular.ttf"),
    Source("noto-sans-tamil", "0.4.3", "400Regular/NotoSansTamil_400Regular.ttf"),
    Source("noto-sans-thai", "0.4.2", "400Regular/NotoSansThai_400Regular.ttf"),
    Source("noto-sans-gujarati", "0.4.2", "400Regular/NotoSansGujarati_400Regular.ttf"),
    Source("noto-sans-gurmukhi", "0.4.1", "400Regular/NotoSansGurmukhi_400Regular.ttf"),
    Source("noto-sans-telugu", "0.4.2", "400Regular/NotoSansTelugu_400Regular.ttf"),
    Source("noto-sans-kannada", "0.4.3", "400Regular/NotoSansKannada_400Regular.ttf"),
    Source("noto-sans-malayalam", "0.4.2", "400Regular/NotoSansMalayalam_400Regular.ttf"),
    Source("noto-sans-sinhala", "0.4.2", "400Regular/NotoSansSinhala_400Regular.ttf"),
    Source("noto-sans-armenian", "0.4.2", "400Regular/NotoSansArmenian_400Regular.ttf"),
    Source("noto-sans-georgian", "0.4.3", "400Regular/NotoSansGeorgian_400Regular.ttf"),
    Source("noto-sans-ethiopic", "0.4.2", "400Regular/NotoSansEthiopic_400Regular.ttf"),
    Source("noto-sans-khmer", "0.4.3", "400Regular/NotoSansKhmer_400Regular.ttf"),
    Source("noto-sans-lao", "0.4.2", "400Regular/NotoSansLao_400Regular.ttf"),
    Source("noto-sans-myanmar", "0.4.2", "400Regular/NotoSansMyanmar_400Regular.ttf"),
    Source("noto-sans", "0.4.2", "400Regular/NotoSans_400Regular.ttf", features=LATIN_FEATURES),
    Source("noto-emoji", "0.4.7", "400Regular/NotoEmoji_400Regular.ttf"),
    Source("noto-sans-symbols", "0.4.1", "400Regular/NotoSansSymbols_400Regular.ttf", SYMBOLS),
    Source("noto-sans-symbols-2", "0.4.1", "400Regular/NotoSansSymbols2_400Regular.ttf", SYMBOLS),
    Source("noto-sans-math", "0.4.2", "400Regular/NotoSansMath_400Regular.ttf", MATHEMATICS),
    Source("noto-sans-mono", "0.4.2", "400Regular/NotoSansMono_400Regular.ttf", BOX_DRAWING),
    Source("noto-sans-jp", "0.4.3", "400Regular/NotoSansJP_400Regular.ttf", KAOMOJI, LATIN_FEATURES),
)
README = """# Fonts of the PDF pages

What people write has to look right on a computer without any font for it, so these travel with carelog: Latin, Greek
and Cyrillic (Inter, and Noto Sans for letters that Inter has not), the other scripts that millions write in, signs and
emoji. Emoji are outlines, not pictures: PDF/UA-1 is kept, and they print in grey as they look.

All are under the SIL Open Font License 1.1 (OFL.txt, with every copyright notice); no reserved name is used. They come
from the npm packages `@expo-google-fonts/…` of the versions below, without hinting, names of glyphs and alternative
shapes; Noto Sans, Symbols, Math, Mono and JP hold only what no font before them in the table has. Chinese, Japanese
(but for kana) and Korean are drawn with the fonts of the system. `scripts/make_fonts.py` wrote the fonts and this file,
with fontTools {version}.

| file | from | SHA-256 of the original | SHA-256 |
|---|---|---|---|
{rows}
"""
FILL_GAPS = {"noto-sans", *(f"noto-sans-{signs}" for signs in ("symbols", "symbols-2", "math", "mono", "jp"))}
"""Packages from which only characters are kept that no font before them has."""


def main() -> None:
    """Write every font, their licence and their README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path)
    parser.add_argument("--to", type=Path, default=FONTS)
    options = parser.parse_args()
    rows, licences = [], {}
    covered: set[int] = set()
    for source in SOURCES:
        package = options.packages / f"expo-google-fonts-{source.package}-{source.version}.tgz"
        original = read_file(package, source.file)
        licences[source.package] = read_file(package, "LICENSE_FONT").decode()
        font, code_points = subset(original, source, covered if source.package in FILL_GAPS else set())
        covered |= code_points
        name = Path(source.file).name.replace("_400", "-").replace("_600", "-")
        (options.to / name).write_bytes(font)
        rows.append(f"| {name} | {source.package} {source.version} | `{sha256(original)}` | `{sha256(font)}` |")
    (options.to / "OFL.txt").write_text(licence(licences.values()), encoding="utf-8")
    (options.to / "README.md").write_text(README.format(version=__version__, rows="\n".join(rows)), encoding="utf-8")


def read_file(package: Path, file: str) -> bytes:
    """A file of an npm package; empty if the package does not have it as a file."""
    with tarfile.open(package) as archive:
        found = archive.extractfile(f"package/{file}")
        return found.read() if found else b""


def subset(original: bytes, source: Source, covered: set[int]) -> tuple[bytes, set[int]]:
    """The font with the code points of its source that are not yet covered, and those code points."""
    font = TTFont(io.BytesIO(original), recalcTimestamp=False)
    wanted = {
        code for code in font.getBestCmap() if any(first <= code <= last for first, last in source.code_points)
    } - covered
    options = Options()
    options.layout_features = list(source.features)
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables += ["DSIG", "STAT", "vhea", "vmtx", "MATH", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=True)
    return buffer.getvalue(), wanted


def licence(texts: Iterable[str]) -> str:
    """The text of the licence once, after the copyright notices of all fonts."""
    notices, rest = [], ""
    for text in texts:
        notice, _, rest = text.partition("\n")
        notices.append(notice)
    lines = (line.rstrip() for line in rest.rstrip().split("\n"))
    return "\n".join([*dict.fromkeys(notices), *lines]) + "\n"


def sha256(data: bytes) -> str:
    """The SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    main()
