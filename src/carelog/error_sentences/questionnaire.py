"""Questionnaires and the answers to them."""

SENTENCES = {
    "questionnaire.answer-not-possible": "“{given}” is no answer here. Answers: {values}, or - to leave one open.",
    "questionnaire.answers-not-as-many": (
        "The {name} has {needed} questions, and {count} answer was given. Leave one open with --answer -",
        "The {name} has {needed} questions, and {count} answers were given. Leave one open with --answer -",
    ),
    "questionnaire.difficulty-not-asked": "The question about difficulty is asked only where an answer is above 0.",
    "questionnaire.difficulty-not-possible": "“{given}” is no answer on difficulty. Answers: 0 to {highest}.",
    "questionnaire.needs-terminal": (
        "This asks a question, which needs a terminal and no --json. Without one, give --answer as often as it has "
        "questions: a number, or - to leave one open."
    ),
    "questionnaire.number-needed": "Type one of the numbers beside the answers, or b, q or -.",
    "questionnaire.too-soon": "You answered the {name} on {last}. The next time is {again}. To answer it now: --again",
    "questionnaire.too-soon-after-recall": (
        "You answered the {name} on {last}. It asks about {recall}, so the next time is {again}. To answer it now: "
        "--again"
    ),
    "questionnaire.without-difficulty": "The {name} has no question about difficulty.",
}
