"""Discretion: what others may read where they can see the screen, and how the person sees their words again."""

from __future__ import annotations

from carelog.language import gettext as _

ASK_HIDE = _("Hide names and notes on every page?")
