"""Values that a program handed to the library and that cannot be used: which argument, what it was given, what fits."""

SENTENCES = {
    "library.answer-not-possible": "“answers” takes numbers from 0 to {highest} for item {item} of the {name}.",
    "library.answers": (
        "“{argument}” takes a list with a whole number, or None where it was left open, for each item; it was given "
        "{given}."
    ),
    "library.answers-not-as-many": (
        "“answers” takes one number, or None, for each of the {needed} items of the {name}; it was given {number}."
    ),
    "library.below-zero": "“{argument}” takes a whole number from 0 on; this one is below.",
    "library.choice": "“{argument}” takes one of these: {choices}. It was given {given}.",
    "library.clock": "“{argument}” takes a time, or text such as 21:30; it was given {given}.",
    "library.day": (
        "“{argument}” takes a date, or words for a day such as yesterday; it was given {given}. Of a datetime, date() "
        "is its date."
    ),
    "library.days-between": (
        "“{argument}” takes a number of days, a timedelta of whole days, or text such as 2w; it was given {given}."
    ),
    "library.every": "“{argument}” takes a cadence, or text such as daily or 3/week; it was given {given}.",
    "library.moment": (
        "“{argument}” takes a datetime with an offset, or words for a time such as yesterday 21:00; it was given "
        "{given}."
    ),
    "library.mood": (
        "“{argument}” takes a whole number from 1 to 5, or the word for it, such as good; it was given {given}."
    ),
    "library.mood-word": "The text given as “{argument}” is no word for a mood. The words are: {choices}.",
    "library.nothing-so-called": "Nothing called “{argument}” can be changed here. These can: {choices}.",
    "library.number": "“{argument}” takes a number; it was given {given}.",
    "library.number-too-large": "“{argument}” takes whole numbers up to {largest:,}; this one is further from 0.",
    "library.paths": (
        "“paths” takes Paths of carelog.paths, such as Paths.inside(Path(“my-journal”)); it was given {given}."
    ),
    "library.period": "“{argument}” takes a Period of two dates; it was given {given}.",
    "library.readings": (
        "“{argument}” takes a dictionary of numbers by the names of their trackers; it was given {given}."
    ),
    "library.stock": "“{argument}” takes a number of what is left, or a Stock; it was given {given}.",
    "library.text": "“{argument}” takes text; it was given {given}.",
    "library.thing": "“{argument}” takes something from this journal, or its id, handle or name; it was given {given}.",
    "library.way": (
        "“{argument}” takes numbers and addresses. Of one of them the kind cannot be told: phone:, text:, email:, web: "
        "or address: before it says which it is."
    ),
    "library.whole-number": "“{argument}” takes a whole number; it was given {given}.",
    "library.without-offset": (
        "“{argument}” was given a datetime without an offset, which says no moment. when.astimezone() reads it on the "
        "clock of this computer; datetime.now(UTC) has an offset from the start."
    ),
    "library.word": "The text given as “{argument}” is none of these words: {choices}.",
    "library.words": "“{argument}” takes a text or a list of texts; it was given {given}.",
    "library.yes-or-no": "“{argument}” takes True or False; it was given {given}.",
}
