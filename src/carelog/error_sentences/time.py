"""Days, times of day and periods."""

SENTENCES = {
    "time.ahead": "That time has not come yet. An entry is about now or earlier.",
    "time.last-and-from": "Give --last or --from, not both.",
    "time.length-not-understood": "“{text}” is not a length of time carelog understands. Examples: {examples}.",
    "time.over": "That day is over. A plan is for today or later.",
}
