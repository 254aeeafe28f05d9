"""Topics of the manual that are no commands: `carelog help TOPIC` shows them."""

from __future__ import annotations

from carelog.wording.discretion import HELP_TOPIC

TOPICS = {"discreet": HELP_TOPIC}
"""The text of each topic by the word that is typed."""
