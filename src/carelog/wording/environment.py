"""What the variables of the environment do: one table, of which `carelog help environment` and the manual are made."""

from __future__ import annotations

from carelog.language import gettext as _

VARIABLES = {
    "CARELOG_HOME": _("One folder for everything: journal, crisis card, settings and backups."),
    "CARELOG_NOW": _("The time that carelog goes by, such as 2026-11-22T21:30:00+01:00; for tests and pictures."),
    "CARELOG_PLAIN": _("1: words instead of drawings and boxes, as with --plain. 0: drawings, whatever is set."),
    "CARELOG_DISCREET": _("1: no names, notes or pictures on pages, as with --discreet. 0: as with --no-discreet."),
    "CARELOG_LANG": _("The language in which carelog speaks; it comes before the setting “language”."),
    "CARELOG_PASSPHRASE_COMMAND": _("A command whose first line is the passphrase of a locked journal."),
    "CARELOG_NEW_PASSPHRASE_COMMAND": _("The same for a new passphrase, where a script sets or changes it."),
    "NO_COLOR": _("Anything: no colours."),
    "FORCE_COLOR": _("Anything: colours in a pipe too."),
    "COLUMNS": _("How many columns a page takes, where that is not the width of the window."),
    "LINES": _("How many lines the crisis card takes at most."),
    "TERM": _("The kind of terminal; “dumb” means words instead of drawings, no colours and no screen of its own."),
    "COLORFGBG": _("Whether the window is dark or light, where the terminal says so."),
    "VISUAL": _("Your editor, for --edit and “carelog settings edit”."),
    "EDITOR": _("Your editor, where VISUAL is not set."),
    "TZ": _("The time zone, such as Europe/Berlin; carelog takes the country of your crisis card from it, if unset."),
    "TZDIR": _("Where the files of time zones are."),
    "LC_ALL": _("The locale. Its country is used where neither settings nor time zone name one."),
    "LC_MESSAGES": _("The same, where LC_ALL is not set."),
    "LANG": _("The same, where neither of those is set."),
    "XDG_DATA_HOME": _("Where the folder with the journal is, where CARELOG_HOME is not set."),
    "XDG_CONFIG_HOME": _("Where the folder with the settings is, where CARELOG_HOME is not set."),
    "XDG_RUNTIME_DIR": _("A folder in memory: what you write in your editor lies there meanwhile."),
}
"""What each variable does, in the order of the page. One sentence or two, true also where carelog runs in a script."""
