"""Appointments, what to bring to them, and what was agreed."""

SENTENCES = {
    "appointment.agreement-empty": "What was agreed needs some words.",
    "appointment.agreement-too-long": "What was agreed can hold up to {longest:,} characters; this has {length:,}.",
    "appointment.interval-out-of-range": "Appointments come round every 1 to {longest} days.",
    "appointment.topic-empty": "What you want to bring needs at least one character.",
    "appointment.topic-too-long": "What you want to bring can have up to {longest} characters; this has {length}.",
}
