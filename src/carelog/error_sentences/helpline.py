"""Helplines that are not found or cannot be marked."""

SENTENCES = {
    "helpline.country-empty": "A country needs at least one character.",
    "helpline.country-misspelled": "carelog knows no country “{text}”. Did you mean {meant}?",
    "helpline.country-not-understood": (
        "carelog knows no country “{text}”. Write its name or its code of two letters, such as Ireland or IE."
    ),
    "helpline.country-several": "“{text}” can be {meant}. Write the one you mean, or its code.",
    "helpline.country-too-long": "A country can have up to {longest} characters; this has {length}.",
    "helpline.day-ahead": "That day is in the future. A day up to today can be used.",
    "helpline.emergency-number-stays": "The emergency number always stays on your card.",
    "helpline.handle-unknown": "No helpline has the handle “{reference}”. To see them: carelog helplines",
    "helpline.id-unknown": "There is no helpline with that id.",
    "helpline.misspelled": "There is no line called “{text}”. Did you mean {meant}?",
    "helpline.name-empty": "A helpline needs at least one character.",
    "helpline.name-or-topic": "A name shows one line, and --for a list. Leave one of them out.",
    "helpline.name-too-long": "A helpline can have up to {longest} characters; this has {length}.",
    "helpline.none-yet": "No helplines are here yet. To see those of a country: carelog helplines --country IE",
    "helpline.several": (
        "“{text}” fits {count} line: {lines}. Use the whole name, or --country.",
        "“{text}” fits {count} lines: {lines}. Use the whole name, or --country.",
    ),
    "helpline.unknown": "There is no line called “{text}”. “carelog helplines --country GB” lists those of a country.",
}
