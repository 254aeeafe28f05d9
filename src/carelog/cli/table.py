"""The modules of each command, in the order of help; only those of the command that runs are loaded. And topics."""

COMMANDS: dict[str, tuple[str, ...]] = {
    "mood": ("mood",),
    "note": ("mood",),
    "track": ("mood",),
    "feelings": ("feelings",),
    "tracker": ("tracker",),
    "log": ("log",),
    "show": ("log",),
    "on-this-day": ("log",),
    "edit": ("edit",),
    "delete": ("edit",),
    "undo": ("edit",),
    "crisis": ("crisis",),
    "sos": ("crisis",),
    "contact": ("contact", "reach", "contact_files", "contact_away"),
    "reach": ("reach",),
    "reached": ("reach",),
    "plan": ("plan",),
    "keep": ("keep",),
    "activity": ("activity",),
    "agenda": ("agenda",),
    "helplines": ("helplines",),
    "sign": ("sign",),
    "routine": ("routine",),
    "done": ("done",),
    "skip": ("done",),
    "last": ("done",),
    "pause": ("pause",),
    "resume": ("pause",),
    "today": ("today",),
    "due": ("due",),
    "week": ("today",),
    "streaks": ("streaks",),
    "trends": ("trends",),
    "calendar": ("calendar",),
    "insights": ("insights",),
    "appointment": ("appointment",),
    "bring": ("bring",),
    "questionnaire": ("questionnaire",),
    "goal": ("goal",),
    "export": ("export",),
    "shares": ("export",),
    "import": ("import_",),
    "imports": ("imports",),
    "import-undo": ("imports",),
    "backup": ("backup",),
    "restore": ("backup",),
    "verify": ("verify",),
    "forget": ("forget",),
    "traces": ("traces",),
    "erase": ("backup",),
    "lock": ("lock",),
    "start": ("start",),
    "settings": ("settings",),
    "demo": ("demo",),
}
"""The first word of every command, and the modules of `carelog.cli.commands` that hold its commands."""

OTHER_VERBS = {
    "rm": ("remove", "delete"),
    "remove": ("delete",),
    "delete": ("remove",),
    "edit": ("change",),
    "archive": ("let-go",),
    "unarchive": ("take-up",),
}
"""Verbs that are understood where a group, or the program, has no command of that name but one of these."""

TIMED_OPTIONS = frozenset({"--agreed", "--at", "--from", "--time", "--to", "--until", "--when"})
"""The options behind which a time may be several words without quotes."""

VERBS = frozenset({"delete", "edit", "help", "list", "ls", "remove", "rm", "show"})
"""What people type behind the name of a group, or of a command that keeps a text, and mean as a command."""

IN_TWO_WORDS = {"imports": ("import", "list"), "import-undo": ("import", "undo")}
"""Commands that are named by two words, as those of a group are, and keep their one name for programs."""

COMPLETION_OPTIONS = frozenset({"--install-completion", "--show-completion"})
"""The options without a command that set up completion with TAB, or write its script."""

_COMPANY = {"--with-whom": "--with"}
_OF_A_ROUTINE = {**_COMPANY, "--at": "--time", "--small": "--small-version", "--why": "--purpose"}
OLD_OPTIONS: dict[str, dict[str, str]] = {
    "activity plan": _COMPANY,
    "activity did": _COMPANY,
    "activity edit": _COMPANY,
    "appointment add": _COMPANY,
    "appointment edit": _COMPANY,
    "crisis": {"--text": "--text-first"},
    "sos": {"--text": "--text-first"},
    "export": {"--whom": "--with", "--password-prompt": "--password"},
    "keep add": {"--from-whom": "--with"},
    "keep edit": {"--from-whom": "--with"},
    "plan add": {"--contact": "--with"},
    "plan edit": {"--contact": "--with", "--to": "--place"},
    "plan print": {"--for": "--with"},
    "routine add": _OF_A_ROUTINE,
    "routine edit": _OF_A_ROUTINE,
    "sign add": {"--when": "--if"},
    "sign edit": {"--when": "--if"},
    "sign past": {"--days": "--last"},
    "start": {"--all": "--again"},
}
"""What options of a command were called before, and are called now: an old word is understood and shown nowhere."""

TOPICS = ("discreet", "environment", "exit-codes")
"""What `carelog help` tells of beside commands; the words are in `carelog.wording.topics`."""


def name_shown(name: str) -> str:
    """The name of a command as help and refusals show it."""
    return " ".join(IN_TWO_WORDS.get(name, (name,)))
