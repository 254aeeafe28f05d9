"""What people call things that commands call otherwise, and the commands that are meant: looked up before likeness."""

_BY_COMMANDS = {
    "contact": "people person friend friends contacts allies ally family address-book phonebook",
    "contact, appointment": "therapist doctor counsellor counselor psychiatrist gp nurse",
    "reach": """
        talk call lonely alone sad cry crying afraid fear lost hate scream dead goodbye hopeless worthless someone
        somebody listen text ring dial message""",
    "plan": "safety-plan safetyplan steps coping",
    "helplines": "lines numbers phone chat",
    "mood": "feel feeling rate score log-mood",
    "mood, note": "add new write entry",
    "note, log": "journal diary notebook notes",
    "log": "list entries history ls read search find view timeline",
    "track": "sleep weight pain energy measure reading anxiety stress",
    "tracker": "trackers scales scale metrics",
    "routine": "habit habits routines task tasks todo exercise",
    "routine, done": "meds med medicine medicines medication medications pill pills tablets dose",
    "done": "tick check did finish finished complete took",
    "due": "reminder reminders",
    "trends": "stats statistics graph graphs chart charts plot trend average",
    "calendar": "month year heatmap",
    "week": "summary review report-week",
    "export": "report pdf print share send doctor-report",
    "appointment": "appointments session meeting meetings therapy visit",
    "bring": "topics agenda-therapist questions",
    "questionnaire": "phq phq9 phq-9 gad gad7 gad-7 test quiz questionnaires",
    "insights": "correlations patterns why triggers",
    "sign": "warning warnings signs",
    "keep": "quote quotes kind kindness",
    "goal": "goals aim aims",
    "edit": "change correct fix update rename",
    "edit, undo": "del trash oops back",
    "settings": "config configure preferences setup options set country language",
    "lock": "password passphrase encrypt encryption pin privacy private hide",
    "backup": "save copy",
    "import": "load migrate daylio",
    "pause": "holiday vacation sick break",
    "streaks": "streak runs progress",
}
SYNONYMS = {word: tuple(meant.split(", ")) for meant, words in _BY_COMMANDS.items() for word in words.split()}
"""The commands that each word may mean, the likeliest first. Words for help are not here: `carelog.crisis.pleas`."""
NEVER_SUGGESTED = frozenset(("erase", "forget", "delete", "remove", "off", "restore"))
"""The last words of commands that take something away for good, or protection: whoever mistypes is never sent there."""
