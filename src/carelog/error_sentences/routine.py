"""Routines, their cadences, stocks, ticks and pauses."""

SENTENCES = {
    "routine.amount-below-zero": "An amount cannot be below zero.",
    "routine.amount-not-a-number": "An amount needs a number such as 5 or 7.5; “{text}” is not one carelog can use.",
    "routine.amount-too-large": "An amount is a number up to {largest:,.0f}; this is not.",
    "routine.cadence-not-understood": "“{text}” is not a way to repeat that carelog knows. Examples: {examples}.",
    "routine.cadence-out-of-range": "A routine can be due 1 to {times} times in 1 to {days} days.",
    "routine.cadence-too-often": "A routine can be due as many times as there are days; for more, use 2/day.",
    "routine.cadence-too-often-a-week": "A routine can be due up to 7 times a week; for more, use 2/day.",
    "routine.cadence-without-weekday": "A routine on weekdays needs at least one weekday.",
    "routine.dose-empty": "A dose needs at least one character.",
    "routine.dose-too-long": "A dose can have up to {longest} characters; this has {length}.",
    "routine.name-empty": "A routine's name needs at least one character.",
    "routine.name-too-long": "A routine's name can have up to {longest} characters; this has {length}.",
    "routine.pause-ends-before-it-begins": "A pause cannot end before it begins.",
    "routine.per-dose-not-a-number": (
        "An amount per dose needs a number such as 5 or 7.5; “{text}” is not one carelog can use."
    ),
    "routine.per-dose-too-large": "What a dose takes is a number up to {largest:,.0f}; this is not.",
    "routine.refill-at-not-a-number": (
        "An amount for a refill needs a number such as 5 or 7.5; “{text}” is not one carelog can use."
    ),
    "routine.small-medicine": "A medicine has no small version; its dose is what you and your prescriber agreed.",
    "routine.small-too-long": "The small version can have up to {longest} characters; this has {length}.",
    "routine.stock-below-zero": "A stock is counted from zero up, and each dose takes more than nothing of it.",
    "routine.stock-not-a-number": "A stock needs a number such as 5 or 7.5; “{text}” is not one carelog can use.",
    "routine.stock-too-large": "A stock is a number up to {largest:,.0f}; this is not.",
    "routine.target-not-a-number": "A target needs a number such as 5 or 7.5; “{text}” is not one carelog can use.",
    "routine.target-not-above-zero": "A target is a number above zero.",
    "routine.target-too-large": "A target is a number up to {largest:,.0f}; this is not.",
    "routine.why-too-long": "A reason can hold up to {longest:,} characters; this has {length:,}.",
}
