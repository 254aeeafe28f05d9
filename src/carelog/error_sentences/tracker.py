"""Sentences of errors about trackers."""

SENTENCES = {
    "tracker.handle-unknown": "There is no tracker “{reference}”. Lists show the handles there are.",
    "tracker.id-unknown": "There is no tracker with that id.",
    "tracker.name-taken": "There is a tracker “{name}” already.",
    "tracker.name-unknown": "There is no tracker called “{name}”. “carelog tracker list” shows what there is.",
    "tracker.none-for-reading": "There is no tracker “{name}” yet. Make it with: carelog tracker add {quoted}",
    "tracker.none-yet": "There is no tracker yet.",
}
