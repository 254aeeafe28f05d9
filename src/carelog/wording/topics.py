"""What `carelog help TOPIC` says: what concerns several commands and none alone."""

from __future__ import annotations

from carelog.wording.discretion import HELP_TOPIC

TOPICS = {"discreet": HELP_TOPIC}
"""The text of each topic, by the names in `carelog.cli.table`."""
