"""Sentences of errors about the plan and kind words."""

SENTENCES = {
    "plan.kind-word-handle-unknown": "There is no kind word “{reference}”. Lists show the handles there are.",
    "plan.kind-word-id-unknown": "There is no kind word with that id.",
    "plan.kind-word-none-yet": "There is no kind word yet.",
    "plan.review-handle-unknown": "There is no review “{reference}”. Lists show the handles there are.",
    "plan.review-id-unknown": "There is no review with that id.",
    "plan.review-none-yet": "There is no review yet.",
    "plan.step-handle-unknown": "There is no step “{reference}”. Lists show the handles there are.",
    "plan.step-id-unknown": "There is no step with that id.",
    "plan.step-none-yet": "There is no step yet.",
}
