"""What is wrong with a command line: what Typer says of it, in plain words."""

from __future__ import annotations

from carelog.language import gettext as _

QUOTED = _("“{text}”")
NO_COMMAND = _("“{name}” is not a command here")
NO_OPTION = _("There is no option {name}")
POSSIBLE_OPTIONS = _(". There is: {names}")
PROBABLY_MEANT = _(". Did you mean {names}?")
CHOOSE_FROM = _("Choose from:")
DOES_NOT_FIT = _("This does not fit {what}: {problem}")
NOT_WHOLE = _("{value} is not a whole number")
NOT_A_NUMBER = _("{value} is not a number")
OUTSIDE = _("{value} is outside {lowest} to {highest}")
BELOW = _("{value} is below {lowest}")
NOT_ONE_OF = _("{value} is not one of {choices}")
MISSING = _("Something is missing: {name}")
NEEDS_VALUE = _("{option} needs something after it")
TAKES_NO_VALUE = _("Option {option} does not take a value")
NO_PLACE = _("'{words}' was not understood here. Words that belong together go in quotes")
