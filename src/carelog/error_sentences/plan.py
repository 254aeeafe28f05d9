"""The plan for hard days and what is kept beside it."""

SENTENCES = {
    "plan.change-needed": "Give the step its new text, a --contact or a --to place. Alone, “carelog plan edit” asks.",
    "plan.needs-terminal": (
        "This asks a question, which needs a terminal and no --json. Without one: carelog plan add SECTION your step"
    ),
    "plan.section-unknown": "“{given}” is not a part of the plan. Parts: {parts}.",
}
