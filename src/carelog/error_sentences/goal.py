"""Goals of one's own, and how close one is to them."""

SENTENCES = {
    "goal.handle-unknown": "No goal has the handle “{reference}”. To see them: carelog goal list --all",
    "goal.id-unknown": "There is no goal with that id.",
    "goal.name-unknown": "There is no goal called “{name}”. “carelog goal list --all” shows all there are.",
    "goal.name-unknown-none-kept": (
        "There is no goal called “{name}”, and none is kept yet. To add one: carelog goal add"
    ),
    "goal.needs-terminal": "Write the goal behind the command: carelog goal add your words",
    "goal.none-open": "No goals here now. To add one: carelog goal add your words",
    "goal.none-yet": "No goals yet. To add one: carelog goal add",
    "goal.put-down": "You put “{name}” down. What you noted about it: carelog goal show {quoted}",
    "goal.rating-handle-unknown": (
        "No rating has the handle “{reference}”. To see those of a goal: carelog goal show NAME"
    ),
    "goal.rating-id-unknown": "There is no rating with that id.",
    "goal.rating-needs-terminal": "Write the goal and a number from 0 to 10: carelog goal rate {handle} 4",
    "goal.rating-none-yet": "No ratings yet. To rate a goal: carelog goal rate",
    "goal.rating-outside-range": "A whole number from 0 to {most}, please.",
    "goal.text-empty": "A goal needs at least one character.",
    "goal.text-taken": "“{text}” is one of your goals already.",
    "goal.text-too-long": "A goal can have up to {longest} characters; this has {length}.",
    "goal.which": (
        "You have several goals. Say which, by its first words or its handle: carelog goal rate {handle} {value}"
    ),
}
