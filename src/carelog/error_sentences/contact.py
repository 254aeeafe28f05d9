"""Contacts and the ways to reach them."""

SENTENCES = {
    "contact.card-place-not-understood": "The place is a number from 1; 0 leaves them off the card.",
    "contact.length-not-understood": "“{text}” is not a length of time such as 3w or 10d. off ends it.",
    "contact.name-taken": "There is a contact “{name}” already.",
    "contact.zone-unknown": (
        "“{name}” is not a time zone that this computer knows. Examples: Europe/Berlin, America/New_York."
    ),
}
