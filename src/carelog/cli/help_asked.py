"""Where help is asked for in a command line: `-h` and `--help`, before and behind the name of a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

SHORT, LONG, HELP = "-h", "--help", "help"
"""The options, and the word that stands where the name of a command does, and is none."""
ALL = "--all"
"""With it, the help of the program lists every command and option."""


def before_text(argv: Sequence[str]) -> Sequence[str]:
    """The words that can be options: after `--` everything is text."""
    return argv[: argv.index("--")] if "--" in argv else argv


def asks_help(argv: Sequence[str]) -> bool:
    """Whether help may be asked for; what stands behind an option may be its value (`long_help`)."""
    before = before_text(argv)
    return SHORT in before or LONG in before


def with_help_behind(argv: list[str], names: Collection[str]) -> list[str]:
    """The command line with a word for help that stands before or within the name of a command put behind that name.

    So `-h contact add` becomes `contact add --help`, and where words follow a group, `keep you came back -h` becomes
    `keep --help`. `names` are the whole names of the commands.
    """
    before = before_text(argv)
    bare = [place for place, word in enumerate(before) if not word.startswith("-")]
    if not bare:
        return argv
    whole = bare[:2] if " ".join(before[place] for place in bare[:2]) in names else bare[:1]
    last = before[whole[-1]]
    is_group = len(whole) == 1 and any(name.startswith(f"{last} ") for name in names)
    early = [place for place, word in enumerate(before) if word in (SHORT, LONG) and (is_group or place < whole[-1])]
    if not early:
        return argv
    kept = [word for place, word in enumerate(argv) if place not in early]
    behind = kept.index(last) + 1
    return [*kept[:behind], LONG, *kept[behind:]]


def long_help(args: list[str], options: Sequence[Any]) -> list[str]:
    """The words behind a command's name with `--help` in place of `-h`, unless that is the value of an option.

    Only the whole word counts: `-2h` is a time, and a text may begin with any dash.
    """
    if SHORT not in args:
        return args
    with_value = {form for each in options if not getattr(each, "is_flag", False) for form in each.opts}
    end = len(before_text(args))
    behind = ["", *args]
    return [
        LONG if word == SHORT and place < end and behind[place] not in with_value else word
        for place, word in enumerate(args)
    ]
