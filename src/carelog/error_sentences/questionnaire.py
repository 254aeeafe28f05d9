"""Questionnaires, their answers, and files that hold them."""

SENTENCES = {
    "questionnaire.answer-not-possible": "“{given}” is not among the answers here: {values}, or - to leave it open.",
    "questionnaire.answers-not-as-many": (
        "The {name} has {needed}, and {count} answer was given. Leave one open with --answer -",
        "The {name} has {needed}, and {count} answers were given. Leave one open with --answer -",
    ),
    "questionnaire.bands-with-gap": (
        "{place}: they have to follow one another from {minimum} to {maximum} without a gap."
    ),
    "questionnaire.bound-not-the-sum": "{place}: the items add up to {total}, not {given}.",
    "questionnaire.choice-needed": "{place}: one of {choices} is needed.",
    "questionnaire.cutpoints-not-rising": "{place}: each has to be higher than the one before.",
    "questionnaire.cutpoints-twice": "{place}: either cutpoint or cutpoints, and not both.",
    "questionnaire.difficulty-not-asked": "The question about difficulty is asked only where an answer is above 0.",
    "questionnaire.difficulty-not-possible": "“{given}” is not among the answers on difficulty: 0 to {highest}.",
    "questionnaire.field-unknown": "{place}: there is no such field.",
    "questionnaire.file-too-large": "{path} is larger than a questionnaire can be ({kilobytes} kB).",
    "questionnaire.handle-unknown": (
        "No answered questionnaire has the handle “{reference}”. To see them: carelog questionnaire list"
    ),
    "questionnaire.id-not-usable": "{place}: letters, digits and - only, at most 31 of them.",
    "questionnaire.id-unknown": "There is no answered questionnaire with that id.",
    "questionnaire.item-needed": "{place}: at least one is needed.",
    "questionnaire.item-options-not-as-many": "{place}: a list of options for each of the {items} items is needed.",
    "questionnaire.item-twice": "{place}: an item is there twice.",
    "questionnaire.items-needed": "{place}: a list of items, counted from 1, is needed.",
    "questionnaire.key-empty": "A questionnaire needs at least one character.",
    "questionnaire.key-too-long": "A questionnaire can have up to {longest} characters; this has {length}.",
    "questionnaire.language-not-usable": "{place}: a code such as de or pt-BR is needed.",
    "questionnaire.needs-terminal": "Give --answer as often as it has questions: a number, or - to leave one open.",
    "questionnaire.no-answer": "A questionnaire needs at least one answer, and answers are counted from 0.",
    "questionnaire.no-measure": "{path}: a [[measure]] is needed.",
    "questionnaire.none-yet": "No questionnaire is answered yet. Those there are: carelog questionnaire list",
    "questionnaire.not-a-file": "{path} is not a file.",
    "questionnaire.not-in-language": (
        "The {name} is not here in “{language}”. It is here in {known}: "
        "carelog questionnaire take {key} --language {code}"
    ),
    "questionnaire.not-offered": (
        "The {name} is not offered in {language} yet: carelog has no answer in that language to its question about "
        "death or harm. It can be used without that question, with an id of its own, or in English."
    ),
    "questionnaire.not-toml": "{path} cannot be read as TOML: {reason}.",
    "questionnaire.not-utf8": "{path} is not UTF-8 text.",
    "questionnaire.number-needed": "Type one of the numbers beside the answers, or b, q or -.",
    "questionnaire.options-not-different": "{place}: at least two are needed, each with a value of its own.",
    "questionnaire.options-twice": "{place}: either options for all items, or item_options, and not both.",
    "questionnaire.other-offered": (
        "{reason} To answer that one: carelog questionnaire take {key} --language {language}"
    ),
    "questionnaire.other-schema": "{path}: this carelog reads schema {schema}, so the file needs that number.",
    "questionnaire.reversed-not-said": (
        "{place}: this speaks of questions that count the other way round, and not in a way that carelog understands. "
        "Write reverse_items = [2, 3] with the numbers of those questions, or reverse_items = [] if there are none."
    ),
    "questionnaire.tables-needed": "{place}: a list of 1 to {most} tables is needed.",
    "questionnaire.taken": "{path}: there is a questionnaire {name} already.",
    "questionnaire.text-needed": "{place}: text is needed.",
    "questionnaire.text-too-long": "{place}: at most {longest} characters.",
    "questionnaire.texts-needed": "{place}: a list of 1 to {most} texts is needed.",
    "questionnaire.too-soon": "You answered the {name} on {last}. {again} To answer it now: --again",
    "questionnaire.translation-differs": (
        "{place}: not that of the {name}. Another language of it counts the same; anything else needs another id."
    ),
    "questionnaire.unknown": (
        "There is no questionnaire “{name}”. There are {known}, and your own: carelog questionnaire list"
    ),
    "questionnaire.whole-number-needed": "{place}: a whole number from {least} to {most} is needed.",
    "questionnaire.without-difficulty": "The {name} has no question about difficulty.",
}
