"""Activities that cannot be used."""

SENTENCES = {
    "activity.handle-unknown": "No activity has the handle “{reference}”. To see them: carelog activity list",
    "activity.id-unknown": "There is no activity with that id.",
    "activity.moment-misplaced": "An activity that is planned has no moment yet; any other has one.",
    "activity.name-unknown": "There is no activity called “{name}”. “carelog activity list” shows what there is.",
    "activity.name-unknown-none-kept": (
        "There is no activity called “{name}”, and none is kept yet. To add one: carelog activity plan"
    ),
    "activity.needs-terminal": (
        'Write what it is and when: carelog activity plan "visit the library" --when "tuesday 15:00"'
    ),
    "activity.none-yet": "No activities are noted yet. To plan something small: carelog activity plan",
    "activity.not-noted-yet": "It is planned still. Once it is done: carelog activity done {handle}",
    "activity.noted-already": "It is noted already. To change what was noted: carelog activity edit {handle}",
    "activity.rating-not-a-whole-number": "A rating is a whole number from 0 to 10.",
    "activity.rating-out-of-range": "Activities are rated from 0 to 10.",
    "activity.text-empty": "An activity needs at least one character.",
    "activity.text-too-long": "An activity can have up to {longest} characters; this has {length}.",
}
