"""Sentences of errors about routines, ticks and pauses."""

SENTENCES = {
    "routine.handle-unknown": "There is no routine “{reference}”. Lists show the handles there are.",
    "routine.id-unknown": "There is no routine with that id.",
    "routine.name-taken-edit": "There is a routine “{name}” already. Change it with: carelog routine edit",
    "routine.name-unknown": "There is no routine called “{name}”. “carelog routine list” shows what there is.",
    "routine.no-pause-to-end": "There is no pause to end.",
    "routine.none-yet": "There is no routine yet.",
    "routine.pause-handle-unknown": "There is no pause “{reference}”. Lists show the handles there are.",
    "routine.pause-id-unknown": "There is no pause with that id.",
    "routine.pause-none-yet": "There is no pause yet.",
    "routine.tick-handle-unknown": "There is no tick “{reference}”. Lists show the handles there are.",
    "routine.tick-id-unknown": "There is no tick with that id.",
    "routine.tick-none-yet": "There is no tick yet.",
}
