"""Routines, their cadences, stocks, ticks and pauses."""

SENTENCES = {
    "routine.amount-below-zero": "An amount cannot be below zero.",
    "routine.amount-not-a-number": "An amount needs a number such as 1 or 0.5; “{text}” is not one carelog can use.",
    "routine.amount-too-large": "An amount is a number up to {largest:,.0f}; this is not.",
    "routine.cadence-not-understood": "“{text}” is not a way to repeat that carelog knows. Examples: {examples}.",
    "routine.cadence-out-of-range": "A routine can be due 1 to {times} times in 1 to {days} days.",
    "routine.cadence-too-often": "A routine can be due as many times as there are days; for more, use 2/day.",
    "routine.cadence-too-often-a-week": "A routine can be due up to 7 times a week; for more, use 2/day.",
    "routine.cadence-without-weekday": "A routine on weekdays needs at least one weekday.",
    "routine.change-to-come": "A change can count from today, from an earlier day, or from “start”.",
    "routine.dose-empty": "A dose needs at least one character.",
    "routine.dose-too-long": "A dose can have up to {longest} characters; this has {length}.",
    "routine.handle-unknown": "No routine has the handle “{reference}”. To see them: carelog routine list",
    "routine.id-unknown": "There is no routine with that id.",
    "routine.medicine-not-small": (
        "A medicine has no small version. To note that you left it out today: carelog skip {quoted}"
    ),
    "routine.name-empty": "A routine's name needs at least one character.",
    "routine.name-taken": "There is a routine “{name}” already.",
    "routine.name-taken-edit": "There is a routine “{name}” already. Change it with: carelog routine edit {quoted}",
    "routine.name-too-long": "A routine's name can have up to {longest} characters; this has {length}.",
    "routine.name-unknown": "There is no routine called “{name}”. “carelog routine list” shows what there is.",
    "routine.name-unknown-none-kept": (
        "There is no routine called “{name}”, and none is kept yet. To add one: carelog routine add"
    ),
    "routine.no-pause-to-end": "No pause is on now, so there is none to end.",
    "routine.no-planned-times": "The times of “{name}” are not noted one by one. Without --for: {command}",
    "routine.none-yet": "No routines yet. To add one: carelog routine add",
    "routine.not-a-planned-time": "{clock} is not a planned time of “{name}”. Planned: {times}.",
    "routine.not-one-of-the-times": "One of these times, please: {times}.",
    "routine.noted-already": "Already noted {clock}: {name}. Nothing more was noted.",
    "routine.noted-already-again-alone": "Already noted {clock}: {name}. If it happened a second time: {command}",
    "routine.noted-already-beside-others": "Already noted {clock}: {name}. It stays as it is.",
    "routine.noted-already-needs-again": "Already noted {clock}: {name}. If it happened a second time, add --again.",
    "routine.noted-already-needs-for": (
        "Already noted {clock}: {name}. For {other} add --for {other}. If it happened a second time, add --again."
    ),
    "routine.noted-as-done": (
        "Already noted as done {clock}: {name}. If it was not done, “carelog undo” takes that back while it is the "
        "last change, and “carelog delete {handle}” later. To note both, add --again."
    ),
    "routine.noted-as-done-needs-for": (
        "Already noted as done {clock}: {name}. To leave out {other} add --for {other}. If it was not done, “carelog "
        "undo” takes that back while it is the last change, and “carelog delete {handle}” later."
    ),
    "routine.once-at-a-time": "Each time is noted by itself. The first of these: {command}",
    "routine.only-medicine": "A dose or a stock belongs to a medicine: carelog routine add {typed} --kind medicine",
    "routine.pause-ends-before-it-begins": "A pause cannot end before it begins.",
    "routine.pause-ends-later": "A pause ends on a later day, such as: carelog pause 2w",
    "routine.pause-handle-unknown": "No pause has the handle “{reference}”.",
    "routine.pause-id-unknown": "There is no pause with that id.",
    "routine.pause-none-yet": "No pauses yet. To take days off: carelog pause",
    "routine.per-dose-not-a-number": (
        "An amount per dose needs a number such as 1 or 0.5; “{text}” is not one carelog can use."
    ),
    "routine.per-dose-too-large": "What a dose takes is a number up to {largest:,.0f}; this is not.",
    "routine.refill-at-not-a-number": (
        "An amount for a refill needs a number such as 5 or 7.5; “{text}” is not one carelog can use."
    ),
    "routine.small-medicine": (
        "A medicine has no small version here, because carelog must not suggest another dose. Ask whoever prescribed "
        "it."
    ),
    "routine.small-too-long": "The small version can have up to {longest} characters; this has {length}.",
    "routine.stock-below-zero": "A stock is 0 or more, and each dose takes more than 0 of it.",
    "routine.stock-counted-now": "A stock is counted now. Leave --from out, or say the stock on its own.",
    "routine.stock-not-a-number": "A stock needs a number such as 5 or 7.5; “{text}” is not one carelog can use.",
    "routine.stock-too-large": "A stock is a number up to {largest:,.0f}; this is not.",
    "routine.target-not-a-number": "A target needs a number such as 5 or 7.5; “{text}” is not one carelog can use.",
    "routine.target-not-above-zero": "A target is a number above zero.",
    "routine.target-too-large": "A target is a number up to {largest:,.0f}; this is not.",
    "routine.tick-handle-unknown": (
        "No tick has the handle “{reference}”. To see those of a routine: carelog routine show NAME"
    ),
    "routine.tick-id-unknown": "There is no tick with that id.",
    "routine.tick-none-yet": "No routine is noted as done yet. To note one: carelog done NAME",
    "routine.why-too-long": "A reason can hold up to {longest:,} characters; this has {length:,}.",
    "routine.words-twice": "“{words}” and an option both say something of it. Give one of them.",
}
