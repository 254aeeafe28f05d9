"""Discretion: what others may read where they can see the screen, and how the person sees their words again.

Pages say nothing of it: whoever looks over a shoulder would learn that words are hidden, and how to have them shown.
Only the help of a cover and `carelog help discreet` speak of it.
"""

from __future__ import annotations

from carelog.language import gettext as _

COVER = _(
    "What others may read in its place. Choose something true enough to say out loud if you are asked. The cover hides "
    "words, not that there is a journal."
)
ASK_HIDE = _("Hide names and notes on every page?")
NOTHING_HERE = _("Nothing to show here.")
HELP_TOPIC = "\n\n".join(
    (
        _("Pages for a screen that others can see: carelog settings set discreet on, or --discreet once."),
        _(
            "Notes, feelings, tags and other words are hidden; moods have neutral words, and there are no pictures. A "
            "routine, contact, scale or sign is called by its cover, which you choose: carelog contact edit Sam "
            "--cover TEXT. Without a cover it is left out; a medicine stays, called by its number."
        ),
        COVER,
        _("What you type works with covers too: carelog done COVER, carelog reached COVER."),
        _(
            "To read everything once: --no-discreet after a command. For good: carelog settings set discreet off. In a "
            "locked journal both ask for the passphrase. “carelog show” shows one entry as it is."
        ),
        _(
            "The crisis card stays readable, also by others; it calls people by their covers while discreet is on. To "
            "keep someone or a step off it: --not-on-card."
        ),
    )
)
"""What `carelog help discreet` says."""
