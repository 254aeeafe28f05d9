"""What `carelog help TOPIC` says: what concerns several commands and none alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.language import gettext as _
from carelog.wording.discretion import HELP_TOPIC
from carelog.wording.environment import ENVIRONMENT
from carelog.wording.exit_codes import CRISIS_IS_NEVER_A_MISTAKE, EXIT_CODES

if TYPE_CHECKING:
    from collections.abc import Mapping

_BEFORE_VARIABLES = _(
    "Variables of the environment that carelog reads. An option comes before a variable, and that before a setting."
)
_BEFORE_EXIT_CODES = _("The numbers that carelog ends with, for scripts.")


def _listed(heading: str, meanings: Mapping[Any, str], *below: str) -> str:
    lines = [line for each, meaning in meanings.items() for line in (str(each), f"  {meaning}")]
    return "\n".join([heading, "", *lines, *(line for each in below for line in ("", each))])


TOPICS: dict[str, dict[str, Any]] = {
    "discreet": {"text": HELP_TOPIC},
    "environment": {
        "text": _listed(_BEFORE_VARIABLES, ENVIRONMENT),
        "variables": [{"names": names.split(", "), "meaning": meaning} for names, meaning in ENVIRONMENT.items()],
    },
    "exit-codes": {
        "text": _listed(_BEFORE_EXIT_CODES, EXIT_CODES, CRISIS_IS_NEVER_A_MISTAKE),
        "exit_codes": [{"number": number, "meaning": meaning} for number, meaning in EXIT_CODES.items()],
    },
}
"""What a program is told of each topic, by the names in `carelog.cli.table`: the text, and what that is made of."""
