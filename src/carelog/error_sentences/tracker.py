"""Trackers and their readings."""

SENTENCES = {
    "tracker.about-two-things": "--about-night means --about night; with another --about it is not clear which.",
    "tracker.bound-not-a-number": "A number here is written like 5 or 7.5; carelog cannot read “{text}” as one.",
    "tracker.handle-unknown": "No tracker has the handle “{reference}”. To see them: carelog tracker list",
    "tracker.id-unknown": "There is no tracker with that id.",
    "tracker.maximum-too-large": "The maximum of a tracker is a number up to {largest:,.0f}; this is not.",
    "tracker.minimum-above-maximum": "The lowest reading of a tracker cannot be above its highest.",
    "tracker.minimum-too-large": "The minimum of a tracker is a number up to {largest:,.0f}; this is not.",
    "tracker.month-not-understood": (
        "carelog cannot read “{text}” as a month. A month is 2026-11, november, last or next."
    ),
    "tracker.name-empty": "A tracker's name needs at least one character.",
    "tracker.name-taken": "There is a tracker “{name}” already.",
    "tracker.name-too-long": "A tracker's name can have up to {longest} characters; this has {length}.",
    "tracker.name-unknown": "There is no tracker called “{name}”. “carelog tracker list” shows what there is.",
    "tracker.name-unknown-none-kept": (
        "There is no tracker called “{name}”, and none is kept yet. To add one: carelog tracker add"
    ),
    "tracker.name-with-equals-sign": "A tracker's name cannot hold “=”, because readings are written name=number.",
    "tracker.none-for-reading": "There is no tracker “{name}” yet. Make it with: carelog tracker add {quoted}",
    "tracker.none-yet": "No trackers yet. To watch something such as sleep: carelog tracker add sleep --unit h",
    "tracker.reading-above-maximum": "“{name}” goes up to {maximum}; {reading} is outside.",
    "tracker.reading-below-minimum": "“{name}” goes from {minimum}; {reading} is outside.",
    "tracker.reading-not-a-number": "“{name}” takes a number such as 5 or 7.5; carelog cannot read “{text}” as one.",
    "tracker.reading-not-understood": "A reading is written name=number, such as: carelog track sleep=7.5",
    "tracker.reading-outside-range": "“{name}” goes from {minimum} up to {maximum}; {reading} is outside.",
    "tracker.reading-too-large": "A reading is a number up to {largest:,.0f}; this is not.",
    "tracker.readings-need-terminal": "Write a reading as name=number: carelog track sleep=7.5",
    "tracker.two-readings": (
        "“{name}” has two readings here, {one} and {other}, and an entry keeps one of them. Leave the other out."
    ),
}
