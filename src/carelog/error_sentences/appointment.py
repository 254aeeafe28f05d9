"""Appointments, what to bring to them, and what was agreed."""

SENTENCES = {
    "appointment.agreement-empty": "What was agreed needs some words.",
    "appointment.agreement-handle-unknown": "There is no agreement “{reference}”. Lists show the handles there are.",
    "appointment.agreement-id-unknown": "There is no agreement with that id.",
    "appointment.agreement-needed": 'Say what: carelog appointment note "walk, 20 minutes, every second day"',
    "appointment.agreement-none-yet": "There is no agreement yet.",
    "appointment.agreement-too-long": "What was agreed can hold up to {longest:,} characters; this has {length:,}.",
    "appointment.handle-unknown": "There is no appointment “{reference}”. Lists show the handles there are.",
    "appointment.id-unknown": "There is no appointment with that id.",
    "appointment.interval-not-understood": (
        "“{text}” is not a length of time carelog understands. Examples: 1w, 2w, 10 days; off for once."
    ),
    "appointment.interval-out-of-range": "An appointment can repeat every 1 to {longest} days.",
    "appointment.needs-terminal": "Write when it is: carelog appointment add tuesday 14:30",
    "appointment.no-topic": 'There is nothing to bring yet. What you want to talk about: carelog bring "the nights"',
    "appointment.no-topic-open": "There is nothing open. “carelog bring list --all” shows what you talked about.",
    "appointment.none-yet": "There is no appointment yet.",
    "appointment.topic-empty": "What you want to bring needs at least one character.",
    "appointment.topic-handle-unknown": "There is no topic “{reference}”. Lists show the handles there are.",
    "appointment.topic-id-unknown": "There is no topic with that id.",
    "appointment.topic-needed": 'Say what: carelog bring "the nights"',
    "appointment.topic-none-yet": "There is no topic yet.",
    "appointment.topic-not-named": "Name one by its handle, or all with --all.",
    "appointment.topic-too-long": "What you want to bring can have up to {longest} characters; this has {length}.",
}
