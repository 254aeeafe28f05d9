"""Contacts and the ways to reach them."""

SENTENCES = {
    "contact.address-empty": "A contact's address needs at least one character.",
    "contact.address-too-long": "A contact's address can have up to {longest} characters; this has {length}.",
    "contact.agreed-to-too-long": "What was agreed can have up to {longest} characters; this has {length}.",
    "contact.called-taken": "Somebody else is called “{called}” already. Choose another name, to tell them apart.",
    "contact.called-too-long": "What somebody is called can have up to {longest} characters; this has {length}.",
    "contact.card-place-not-understood": "The place is a number from 1; 0 leaves them off the card.",
    "contact.crisis-order-out-of-range": "The place on the crisis card is counted from 1, up to {last}.",
    "contact.email-empty": "A contact's email needs at least one character.",
    "contact.email-too-long": "A contact's email can have up to {longest} characters; this has {length}.",
    "contact.handle-unknown": "There is no contact “{reference}”. Lists show the handles there are.",
    "contact.hours-too-long": "Hours can have up to {longest} characters; this has {length}.",
    "contact.id-unknown": "There is no contact with that id.",
    "contact.keep-in-touch-out-of-range": "Keeping in touch is counted in days, from 1 up to {longest}.",
    "contact.label-too-long": "A label can have up to {longest} characters; this has {length}.",
    "contact.length-not-understood": "“{text}” is not a length of time such as 3w or 10d. off ends it.",
    "contact.meets-too-long": "A meeting time can have up to {longest} characters; this has {length}.",
    "contact.name-empty": "A contact's name needs at least one character.",
    "contact.name-taken": "There is a contact “{name}” already.",
    "contact.name-taken-edit": "There is a contact “{name}” already. Change it with: carelog contact edit",
    "contact.name-too-long": "A contact's name can have up to {longest} characters; this has {length}.",
    "contact.name-unknown": "There is no contact called “{name}”. “carelog contact list” shows what there is.",
    "contact.name-unknown-none-kept": (
        "There is no contact called “{name}”, and none is kept yet. To add one: carelog contact add"
    ),
    "contact.none-away": "Nothing that was put away is called “{name}”. “carelog contact back” shows what there is.",
    "contact.none-yet": "There is no contact yet.",
    "contact.not-an-email-address": "“{address}” is not an e-mail address.",
    "contact.note-too-long": "A contact's note can hold up to {longest:,} characters; this has {length:,}.",
    "contact.number-without-digits": "“{number}” has no digits, so it cannot be a number to call or text.",
    "contact.outreach-handle-unknown": (
        "There is no contact with someone “{reference}”. Lists show the handles there are."
    ),
    "contact.outreach-id-unknown": "There is no contact with someone with that id.",
    "contact.outreach-none-yet": "There is no contact with someone yet.",
    "contact.phone-empty": "A contact's phone needs at least one character.",
    "contact.phone-too-long": "A contact's phone can have up to {longest} characters; this has {length}.",
    "contact.put-away": (
        "“{name}” was put away, and nothing brings the name up. To have it back: carelog contact back {typed}"
    ),
    "contact.say-too-long": "What to say can have up to {longest} characters; this has {length}.",
    "contact.text-empty": "A contact's text needs at least one character.",
    "contact.text-too-long": "A contact's text can have up to {longest} characters; this has {length}.",
    "contact.web-empty": "A contact's web needs at least one character.",
    "contact.web-too-long": "A contact's web can have up to {longest} characters; this has {length}.",
    "contact.zone-too-long": "A time zone can have up to {longest} characters; this has {length}.",
    "contact.zone-unknown": (
        "“{name}” is not a time zone that this computer knows. Examples: Europe/Berlin, America/New_York."
    ),
}
