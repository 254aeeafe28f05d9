"""Sentences of errors about contacts."""

SENTENCES = {
    "contact.handle-unknown": "There is no contact “{reference}”. Lists show the handles there are.",
    "contact.id-unknown": "There is no contact with that id.",
    "contact.name-taken": "There is a contact “{name}” already.",
    "contact.name-taken-edit": "There is a contact “{name}” already. Change it with: carelog contact edit",
    "contact.name-unknown": "There is no contact called “{name}”. “carelog contact list” shows what there is.",
    "contact.none-yet": "There is no contact yet.",
    "contact.outreach-handle-unknown": (
        "There is no contact with someone “{reference}”. Lists show the handles there are."
    ),
    "contact.outreach-id-unknown": "There is no contact with someone with that id.",
    "contact.outreach-none-yet": "There is no contact with someone yet.",
}
