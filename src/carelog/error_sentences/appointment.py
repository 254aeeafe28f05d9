"""Appointments, what to bring to them, and what was agreed."""

SENTENCES = {
    "appointment.agreement-empty": "What was agreed needs some words.",
    "appointment.agreement-handle-unknown": (
        "No agreement has the handle “{reference}”. To see them: carelog appointment agreed"
    ),
    "appointment.agreement-id-unknown": "There is no agreement with that id.",
    "appointment.agreement-needed": 'Say what: carelog appointment note "walk, 20 minutes, every second day"',
    "appointment.agreement-none-yet": "No agreements yet. To keep one: carelog appointment note your words",
    "appointment.agreement-too-long": "What was agreed can hold up to {longest:,} characters; this has {length:,}.",
    "appointment.handle-unknown": "No appointment has the handle “{reference}”. To see them: carelog appointment list",
    "appointment.id-unknown": "There is no appointment with that id.",
    "appointment.interval-not-understood": (
        "“{text}” is not a length of time carelog understands. Examples: 1w, 2w, 10 days; off for once."
    ),
    "appointment.interval-out-of-range": "An appointment can repeat every 1 to {longest} days.",
    "appointment.needs-terminal": "Write when it is: carelog appointment add tuesday 14:30",
    "appointment.none-yet": "No appointments yet. To add one: carelog appointment add",
    "appointment.topic-empty": "What you want to bring needs at least one character.",
    "appointment.topic-handle-unknown": "No topic has the handle “{reference}”. To see them: carelog bring list --all",
    "appointment.topic-id-unknown": "There is no topic with that id.",
    "appointment.topic-needed": 'Say what: carelog bring "the nights"',
    "appointment.topic-none-yet": "Nothing to bring yet. What you want to talk about: carelog bring your words",
    "appointment.topic-not-named": "Name one by its handle, or all with --all.",
    "appointment.topic-too-long": "What you want to bring can have up to {longest} characters; this has {length}.",
}
