"""Appointments, what to bring to them, and what was agreed."""

SENTENCES = {
    "appointment.agreement-needed": 'Say what: carelog appointment note "walk, 20 minutes, every second day"',
    "appointment.interval-not-understood": (
        "“{text}” is not a length of time carelog understands. Examples: 1w, 2w, 10 days; off for once."
    ),
    "appointment.needs-terminal": (
        "This asks a question, which needs a terminal and no --json. Say when: carelog appointment add tuesday 14:30"
    ),
    "appointment.no-topic-open": "There is nothing open. “carelog bring list --all” shows what you talked about.",
    "appointment.topic-needed": 'Say what: carelog bring "the nights"',
    "appointment.topic-not-named": "Name one by its handle, or all with --all.",
}
