"""The sections of a person's plan and their headings, on the card and on the pages of the plan."""

HEADINGS = {
    "signs": "How I notice it is starting",
    "alone": "What I can do by myself",
    "distraction": "People and places that take my mind off it",
    "people": "People I can tell",
    "professionals": "Professionals and lines",
    "safer": "Making it harder to hurt myself",
    "reasons": "What I want to stay for",
    "others": "What others can do",
}
FIRST_STEPS = ("alone", "distraction", "people", "professionals", "safer")
"""Sections from which a small screen takes its one step: the first of these that has a step."""
WALK = (*FIRST_STEPS, "reasons", "others", "signs")
"""The order of `--step`: what the person can do, reasons, what others can do, and the signs last."""
