"""The parts of a person's plan and what each is called, on the card and on the plan's own pages."""

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
"""Where the one step of a small screen comes from: the first of these that has one."""
WALK = (*FIRST_STEPS, "reasons", "others", "signs")
"""The order in which the plan is walked: what one can do, what for, what others can do, and the signs last."""
