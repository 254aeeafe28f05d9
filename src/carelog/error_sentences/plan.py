"""The plan for hard days and what is kept beside it."""

SENTENCES = {
    "plan.kind-word-empty": "A kind word needs at least one character.",
    "plan.kind-word-too-long": "A kind word can have up to {longest} characters; this has {length}.",
    "plan.nothing-for-friend": (
        "There is nothing to print for {name} yet. What others can do: carelog plan add others your words"
    ),
    "plan.step-empty": "A step needs at least one character.",
    "plan.step-too-long": "A step can have up to {longest} characters; this has {length}.",
}
