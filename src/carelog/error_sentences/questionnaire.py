"""Sentences of errors about questionnaires."""

SENTENCES = {
    "questionnaire.handle-unknown": (
        "There is no answered questionnaire “{reference}”. Lists show the handles there are."
    ),
    "questionnaire.id-unknown": "There is no answered questionnaire with that id.",
    "questionnaire.none-yet": "There is no answered questionnaire yet.",
}
