"""The plan for hard days and what is kept beside it."""

SENTENCES = {
    "plan.change-needed": "Give the step its new text, a --contact or a --to place. Alone, “carelog plan edit” asks.",
    "plan.kind-word-empty": "A kind word needs at least one character.",
    "plan.kind-word-handle-unknown": "There is no kind word “{reference}”. Lists show the handles there are.",
    "plan.kind-word-id-unknown": "There is no kind word with that id.",
    "plan.kind-word-none-yet": "There is no kind word yet.",
    "plan.kind-word-too-long": "A kind word can have up to {longest} characters; this has {length}.",
    "plan.needs-terminal": "Write the step behind its section: carelog plan add alone put the kettle on",
    "plan.nothing-for-friend": (
        "There is nothing to print for {name} yet. What others can do: carelog plan add others your words"
    ),
    "plan.review-handle-unknown": "There is no review “{reference}”. Lists show the handles there are.",
    "plan.review-id-unknown": "There is no review with that id.",
    "plan.review-none-yet": "There is no review yet.",
    "plan.section-unknown": "“{given}” is not a part of the plan. Parts: {parts}.",
    "plan.step-empty": "A step needs at least one character.",
    "plan.step-handle-unknown": "There is no step “{reference}”. Lists show the handles there are.",
    "plan.step-id-unknown": "There is no step with that id.",
    "plan.step-none-yet": "There is no step yet.",
    "plan.step-too-long": "A step can have up to {longest} characters; this has {length}.",
}
