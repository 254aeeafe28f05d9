"""Activities that cannot be used."""

SENTENCES = {
    "activity.needs-terminal": (
        'This asks a question, which needs a terminal and no --json. Without one: carelog activity plan "visit the '
        'library" --when "tuesday 15:00"'
    ),
    "activity.noted-already": "That activity is noted already; carelog undo takes the last change back.",
    "activity.rating-not-a-whole-number": "A rating is a whole number from 0 to 10.",
}
