"""Times, days and periods."""

SENTENCES = {
    "time.ahead": "What you note is about now or earlier. For something to come: carelog activity plan",
    "time.clock-not-understood": "“{text}” is not a time of day such as 21:30.",
    "time.day-ahead": "That day is in the future. This page is about today or earlier.",
    "time.fixed-clock-without-offset": (
        "CARELOG_NOW is “{text}”; it needs a time with an offset: 2026-11-22T21:30:00+01:00."
    ),
    "time.last-and-from": "Give --last or --from, not both.",
    "time.length-not-understood": "“{text}” is not a length of time carelog understands. Examples: {examples}.",
    "time.moment-without-offset": "A moment needs to know its offset from UTC.",
    "time.needs-quotes": "Put the time in quotes, so that it does not run into the other words: {option} {time}",
    "time.not-understood": "“{text}” is not a time carelog understands. Examples: {examples}.",
    "time.offset-out-of-range": "An offset from UTC is less than a day.",
    "time.other-weekday": "“{text}” does not fit together: {day} is another weekday. Write the date alone.",
    "time.over": "That day is over. A plan is for today or later.",
    "time.period-ends-before-it-begins": "The period ends ({last}) before it begins ({first}).",
    "time.several-weeks": (
        "This page is about one week, and these days are in several. All of them: "
        "carelog log --from {first} --to {last}"
    ),
    "time.two-days": "“{text}” can mean {one} or {other}. Write the date of the one that you mean.",
    "time.words-and-option": "“{words}” and an option both say which days. Give one of them.",
    "time.year-out-of-range": "carelog keeps the years {first} to {last}; this is another one.",
}
