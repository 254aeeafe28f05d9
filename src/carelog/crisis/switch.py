"""What options and variables of the environment switch on and off. An option counts before its variable."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_OFF = ("0", "off", "no", "false")


def asked(words: Sequence[str], environ: Mapping[str, str], name: str) -> bool | None:
    """Whether `plain` or another switch is asked for: by the last option, --plain or --no-plain, else by its variable.

    None where neither says anything, so that the settings decide.
    """
    on, off = f"--{name}", f"--no-{name}"
    options = [word == on for word in words if word in {on, off}]
    return options[-1] if options else in_environment(environ, name)


def in_environment(environ: Mapping[str, str], name: str) -> bool | None:
    """What CARELOG_PLAIN, or the variable of another switch, says. None where it is not set, or empty.

    0, off, no and false are off, in any case of letters. Every other word is on, so that no wish for plain or discreet
    pages goes unheard.
    """
    said = environ.get(f"CARELOG_{name.upper()}", "").strip().casefold()
    return said not in _OFF if said else None
