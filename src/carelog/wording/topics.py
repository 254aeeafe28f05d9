"""What `carelog help TOPIC` says: what concerns several commands and none alone."""

from __future__ import annotations

from carelog.language import gettext as _

TOPICS = {
    "discreet": _(
        "On a screen that others can see, carelog can hide words.\n\n"
        "Notes are “…”, and pages are said in sentences, without pictures. People, routines, scales and signs are "
        "called by their cover: what others may read in its place. Choose something true enough to say out loud if "
        "you are asked. What has no cover is left out, but for medicines and the steps of your plan, which have a "
        "number. The crisis card, “carelog show” and what you export stay as they are.\n\n"
        "A cover: carelog contact edit Sam --cover TEXT\n"
        "For one page: carelog today --discreet\n"
        "For every page: carelog settings set discreet on\n\n"
        "The way back, for one page: carelog today --no-discreet\n"
        "The way back, for every page: carelog settings set discreet off\n\n"
        "Discretion hides words, not that there is a journal."
    ),
}
"""The text of each topic, by the names in `carelog.cli.table`."""
