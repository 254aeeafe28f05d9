"""What `carelog help TOPIC` says: what concerns several commands and none alone."""

from __future__ import annotations

from carelog.language import gettext as _

TOPICS = {
    "discreet": _(
        "On a screen that others can see, carelog can hide words.\n\n"
        "Hidden are names, notes and what you called your routines: pages say “person 2”, “routine 1” and “…”, in "
        "sentences, without pictures. The crisis card, “carelog show” and what you export stay as they are.\n\n"
        "For one page: carelog today --discreet\n"
        "For every page: carelog settings set discreet on\n\n"
        "The way back, for one page: carelog today --no-discreet\n"
        "The way back, for every page: carelog settings set discreet off\n\n"
        "Discretion hides words, not that there is a journal."
    ),
}
"""The text of each topic, by the names in `carelog.cli.table`."""
