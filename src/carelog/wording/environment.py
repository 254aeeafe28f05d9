"""The variables of the environment that carelog reads: one table, for `carelog help environment` and the manual."""

from __future__ import annotations

from carelog.language import gettext as _

ENVIRONMENT: dict[str, str] = {
    "CARELOG_HOME": _(
        "One folder for the journal, the card, the settings and the backups, in place of the usual ones."
    ),
    "CARELOG_PLAIN": _("1 means words in place of drawings, as --plain does. 0 means drawings, whatever is set."),
    "CARELOG_DISCREET": _("1 means no names, notes or pictures on pages, as --discreet does. 0 is as --no-discreet."),
    "CARELOG_LANG": _("The language, before the setting “language”. There is no language but English yet."),
    "CARELOG_NOW": _("Stops the clock, for tests and pictures: 2026-11-22T21:30:00+01:00."),
    "CARELOG_PASSPHRASE_COMMAND": _("A command that prints the passphrase of a locked journal, for scripts."),
    "CARELOG_NEW_PASSPHRASE_COMMAND": _("A command that prints a new passphrase, for scripts."),
    "VISUAL, EDITOR": _("The editor for notes. VISUAL comes first."),
    "COLUMNS, LINES": _("The size of the window, where it is not the one that the terminal tells."),
    "NO_COLOR": _("Anything but an empty value means no colours."),
    "FORCE_COLOR": _("Anything but an empty value means colours also in a pipe or a file."),
    "COLORFGBG": _("The colours of the terminal, by which the theme is chosen."),
    "TERM": _("“dumb” means no drawings, no colours, and no page that is drawn anew."),
    "TZ, TZDIR": _("The time zone, and the folder with the rules of time zones."),
    "LC_ALL, LC_MESSAGES, LANG": _("Where the time zone tells no country, the crisis card guesses it from these."),
    "XDG_DATA_HOME, XDG_CONFIG_HOME": _(
        "The folders of the account for data and for settings. carelog has one in each."
    ),
    "XDG_RUNTIME_DIR": _("The folder of the account in memory, in which the draft of a note lies while you write."),
}
"""What each does, by its name; names that belong together stand in one line."""
