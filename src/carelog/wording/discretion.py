"""Discretion: what others may read where they can see the screen, and how the person sees their words again.

Pages say nothing of it: whoever looks over a shoulder would learn that words are hidden, and how to have them shown.
Only the help of a cover and `carelog help discreet` speak of it.
"""

from __future__ import annotations

from carelog.language import gettext as _

COVER = _(
    "A cover is what others may read instead. Choose something true enough to say out loud if you are asked. It hides "
    "words, not that there is a journal."
)
ASK_HIDE = _("Hide names and notes on every page?")
NOTHING_HERE = _("Nothing to show here.")
HELP_TOPIC = "\n\n".join(
    (
        _("On a screen that others can see, carelog can hide words."),
        _(
            "Notes are hidden, moods have neutral words, and pages are said in sentences, without pictures. People, "
            "routines, scales and signs are called by their cover. Those without one are left out. A medicine "
            "without one stays and has a number, and so do feelings, tags, activities, goals, what you agreed or want "
            "to bring, and the steps of your plan."
        ),
        COVER,
        _(
            "A cover: carelog contact edit Sam --cover TEXT\n"
            "For one page: carelog today --discreet\n"
            "For every page: carelog settings set discreet on"
        ),
        _("What you type works with covers too: carelog done COVER, carelog reached COVER."),
        _(
            "The way back, for one page: carelog today --no-discreet\n"
            "The way back, for every page: carelog settings set discreet off\n"
            "In a locked journal both ask for the passphrase. “carelog show” shows one entry as it is."
        ),
        _(
            "The crisis card stays readable, also by others; it calls people by their covers while discreet is on. To "
            "keep someone or a step off it: --not-on-card."
        ),
    )
)
"""What `carelog help discreet` says."""
