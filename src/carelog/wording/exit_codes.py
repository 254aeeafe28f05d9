"""What carelog's exit numbers mean: one table, of which `carelog help exit-codes` and the manual are made."""

from __future__ import annotations

from carelog.language import gettext as _

EXIT_CODES = {
    0: _("Done. Also when what reads a pipe had enough."),
    1: _("A mistake in carelog."),
    2: _("What was typed cannot be used."),
    3: _("Nothing has that name or handle."),
    4: _("Something could not be read or written, or “carelog verify” found something wrong."),
    5: _("The settings file cannot be used."),
    6: _("A file to be taken in was refused."),
    10: _("“carelog due --exit-code” has something."),
    130: _("Stopped with Ctrl-C, or at a question."),
}
"""The meaning of each exit number. `carelog crisis` always ends with 0."""
CRISIS_IS_NEVER_A_MISTAKE = _("“carelog crisis” always ends with 0.")
