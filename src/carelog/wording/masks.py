"""What things and words are called while discretion is on: their kind and a number."""

from __future__ import annotations

from carelog.language import gettext as _

NUMBERED = {
    "contacts": _("person {number}"),
    "routines": _("routine {number}"),
    "trackers": _("scale {number}"),
    "activities": _("activity {number}"),
    "signs": _("sign {number}"),
    "plan_steps": _("step {number}"),
    "goals": _("goal {number}"),
    "topics": _("topic {number}"),
    "agreements": _("agreement {number}"),
}
"""What a thing is called by its number, by table. People type these names, too."""

NUMBERED_WORDS = {"tag": _("tag {number}"), "feeling": _("feeling {number}")}
"""What stands for a tag or a feeling, by kind."""
