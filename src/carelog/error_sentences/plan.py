"""The plan for hard days and what is kept beside it."""

SENTENCES = {
    "plan.change-needed": (
        "Write the new words behind the step, or give it --with or --place. To be asked step by step: carelog plan edit"
    ),
    "plan.kind-word-empty": "A kind word needs at least one character.",
    "plan.kind-word-handle-unknown": "No kind word has the handle “{reference}”. To see them: carelog keep",
    "plan.kind-word-id-unknown": "There is no kind word with that id.",
    "plan.kind-word-none-yet": "No kind words are kept yet. To keep one: carelog keep their words",
    "plan.kind-word-too-long": "A kind word can have up to {longest} characters; this has {length}.",
    "plan.needs-terminal": "Write the step behind its section: carelog plan add alone put the kettle on",
    "plan.nothing-for-friend": (
        "There is nothing to print for {name} yet. What others can do: carelog plan add others your words"
    ),
    "plan.review-handle-unknown": "No reading of your plan has the handle “{reference}”.",
    "plan.review-id-unknown": "No reading of your plan has that id.",
    "plan.review-none-yet": "No reading of your plan is noted yet. Your plan: carelog plan",
    "plan.section-unknown": "“{given}” is not a part of the plan. Parts: {parts}.",
    "plan.step-empty": "A step needs at least one character.",
    "plan.step-handle-unknown": "No step has the handle “{reference}”. To see them: carelog plan",
    "plan.step-id-unknown": "There is no step with that id.",
    "plan.step-none-yet": "Your plan has no steps yet. One is enough to begin: carelog plan edit",
    "plan.step-too-long": "A step can have up to {longest} characters; this has {length}.",
}
