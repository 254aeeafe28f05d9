"""Which module holds which command, in the order of help; only the module that is asked for is loaded."""

COMMANDS = {
    "mood": "noting",
    "note": "noting",
    "track": "noting",
    "tracker": "trackers",
    "log": "reading",
    "show": "reading",
    "on-this-day": "reading",
    "edit": "changing",
    "delete": "changing",
    "undo": "changing",
    "crisis": "help_at_hand",
    "sos": "help_at_hand",
    "contact": "contacts",
    "reach": "reaching",
    "reached": "reaching",
    "plan": "planning",
    "keep": "kindness",
    "activity": "activities",
    "agenda": "agenda",
    "helplines": "helplines",
    "sign": "signs",
    "routine": "routines",
    "done": "ticking",
    "skip": "ticking",
    "last": "ticking",
    "pause": "pausing",
    "resume": "pausing",
    "today": "days",
    "due": "days",
    "week": "days",
    "streaks": "streaking",
    "trends": "trending",
    "calendar": "calendaring",
    "insights": "insights",
    "appointment": "appointments",
    "bring": "bringing",
    "questionnaire": "questionnaires",
    "export": "sharing",
    "shares": "sharing",
    "import": "importing",
    "imports": "imported",
    "import-undo": "imported",
    "backup": "keeping",
    "restore": "keeping",
    "verify": "verifying",
    "forget": "forgetting",
    "traces": "tracing",
    "erase": "keeping",
    "lock": "locking",
    "settings": "configuring",
    "demo": "demonstrating",
}
"""The first word of every command, and the module of `carelog.cli` it lives in."""

MORE: dict[str, tuple[str, ...]] = {"contact": ("reaching", "address_book")}
"""Further modules that hold commands of the same first word."""

UNNAMED = {
    "keep": ("show", "add"),
    "bring": ("list", "add"),
    "helplines": ("list", "list"),
    "lock": ("status", "status"),
}
"""Groups whose most usual commands need no name: the one that is meant without any words, and with words."""

ASKS_COUNTRY = {"contact add", "contact edit", "contact import", "plan add", "plan edit"}
"""Commands that change people or the plan: the first of them asks for the country of the crisis card."""

SHOWN_AS_IT_IS = {
    "show",
    "export",
    "agenda",
    "plan print",
    "contact export",
    "contact import",
    "import",
    "lock card",
}
"""Commands that discretion leaves alone: they show the one thing that was asked for, or write or read a file."""

SAY_NO_STORED_WORD = {
    "keeping",
    "forgetting",
    "tracing",
    "configuring",
    "demonstrating",
    "helplines",
    "sharing",
    "locking",
}
"""Modules whose commands say of a change nothing that a journal holds, so that discretion lets them speak."""

HELP_AT_HAND = {"help_at_hand", "reaching", "planning", "kindness"}
"""Modules whose pages stay on the screen: whoever needs them now has no key to press, and a message to copy."""

IN_THE_OPEN = HELP_AT_HAND | SAY_NO_STORED_WORD - {"sharing"}
"""Modules whose pages have no screen of their own; the list of what was handed over names people."""

PANELS = {
    "noting": "Note",
    "trackers": "Note",
    "reading": "Look back",
    "changing": "Note",
    "help_at_hand": "People and crisis",
    "contacts": "People and crisis",
    "reaching": "People and crisis",
    "planning": "People and crisis",
    "kindness": "People and crisis",
    "activities": "Routines",
    "agenda": "Routines",
    "helplines": "People and crisis",
    "signs": "People and crisis",
    "routines": "Routines",
    "ticking": "Routines",
    "pausing": "Routines",
    "days": "Look back",
    "streaking": "Look back",
    "trending": "Look back",
    "calendaring": "Look back",
    "insights": "Look back",
    "appointments": "Share",
    "bringing": "Share",
    "questionnaires": "Share",
    "sharing": "Share",
    "importing": "In, out, safe",
    "imported": "In, out, safe",
    "keeping": "In, out, safe",
    "verifying": "In, out, safe",
    "locking": "In, out, safe",
    "forgetting": "In, out, safe",
    "tracing": "In, out, safe",
    "configuring": "In, out, safe",
    "demonstrating": "In, out, safe",
}
"""The heading of help under which a module's commands stand."""
