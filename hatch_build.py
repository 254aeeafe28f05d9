"""Part of the build: compile the translations into the wheel. `python -m build` runs it, through Hatch."""

from __future__ import annotations

import runpy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTranslations(BuildHookInterface):
    """Adds a .mo for each .po under src/carelog/data/locale; a translation that cannot be used ends the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile each .po beside the source tree, which stays as it is.

        An editable install runs from the source, where `scripts/make_catalogue.py --compile` does the same.
        """
        self.folder = TemporaryDirectory(prefix="carelog-build-")
        if version == "editable":
            return
        root = Path(self.root)
        catalogues = runpy.run_path(str(root / "scripts" / "make_catalogue.py"))
        for po in catalogues["translations"]():
            inside = po.relative_to(root / "src").with_suffix(".mo")
            mo = Path(self.folder.name) / inside
            mo.parent.mkdir(parents=True)
            mo.write_bytes(catalogues["compiled"](po))
            build_data["force_include"][str(mo)] = inside.as_posix()

    def finalize(self, *_: object) -> None:
        """Remove what was compiled."""
        self.folder.cleanup()
