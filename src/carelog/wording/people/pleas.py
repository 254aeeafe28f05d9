"""What is answered to words for help that do not show the crisis card, and said below a note that begins with one."""

from __future__ import annotations

from carelog.language import gettext as _

ANSWERS = {
    "slip": _("To note it in your own words: carelog note\nSomeone to talk to: carelog reach"),
    "urge": _("Someone to talk to: carelog reach\nIn danger: carelog crisis"),
    "unsafe": _("Lines that know about this: carelog helplines --for abuse\nIn danger: carelog crisis"),
}
"""The sentences by what `carelog.crisis.pleas` calls them."""
SOMEONE_NOW = _("Someone now: carelog crisis")
