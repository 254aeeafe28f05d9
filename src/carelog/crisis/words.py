"""Every sentence of the card in English, so that their tone can be read as one text.

The name of a sentence is its key in the file of another language: `DANGER`, `WAYS.text`. Slots have names, because
other languages fill them in another order. `carelog.crisis.language` puts another language in the place of English.
Names of countries and languages stand after a colon or in brackets, because many languages would change their ending
inside a sentence.
"""

language = ""
"""The language that was asked for last; empty for English."""

DANGER, DANGER_IN = "In danger now: call {number}", "In danger now: call {number} ({country})"
DANGER_TWO = "In danger now: {number} ({code}) or {other_number} ({other_code})"
DANGER_SHORT = "Call {number}"
DANGER_UNKNOWN = "In danger: call your emergency number"
DANGER_UNKNOWN_SHORT = "Call for help"
IF_IN, OR_IN = "if you are here: {country}.", "or {number} if you are here: {country}."
ELSEWHERE = "Elsewhere: carelog crisis --country {code}"
NO_NUMBER = "{country}: no number is confirmed. Anyone near you may know it."
POLICE_ONLY = "Police: {number}. No ambulance number is confirmed for {country}."
NOT_A_COUNTRY = "That name is not known here. By code: carelog crisis --country {code}"
NO_COUNTRY, SET_COUNTRY = "To see the numbers of your country:", "To keep it:"
FIND_LINE = "Find a line: findahelpline.com"
FALLBACK = "If a number does not work: call your local emergency number, or look at findahelpline.com."
SOURCES = {
    "settings": "Your setting: {country}.",
    "option": "Shown as you asked: {country}.",
    "timezone": "Guess from the time zone: {country}.",
    "locale": "A guess from this computer's language.",
}
SEVERAL = {
    "settings": "These countries are your settings.",
    "option": "Shown as you asked.",
    "timezone": "Guesses from time zone and language.",
}
OTHER_NUMBERS = {
    "also": "Also: {number}",
    "ambulance": "Ambulance: {number}",
    "police": "Police: {number}",
}
OTHER_NUMBERS_IN, LISTED = "{numbers} ({country})", "{before}, {next}"
WITHOUT_A_VOICE = {
    "cannot_speak": "Cannot speak? {way}.",
    "text_for_deaf": "Deaf: text {way}.",
}
WITHOUT_A_VOICE_IN, AFTER_ANOTHER = "{country}: {sentence}", "{before} {next}"
NEXT_OR_LEAVE = "Enter: go on. {key}: leave."
NO_STEPS = "The numbers here are for now. For a step of your own, later: carelog plan edit"
NOT_A_CODE, TOO_SMALL = "(no code is drawn for this number)", "(a larger window shows its code)"
FIRST_STEP = "First: {step}"
KIND_WORD, KIND_WORD_FROM = "“{text}”", "“{text}” {name}"
YOUR_PEOPLE, SAYING = "Your people", "Say: {text}"
UNNAMED, NAME_LOST = "Person {number}", "Someone you chose"
NO_PEOPLE = "Someone you trust can be on this card:"
PEOPLE_LOCKED = "Your people are in your journal, which is locked. To see them:"
DAMAGED = "Part of your own card could not be read."
UNREAD = {
    "late": "Your people could not be read in time.",
    "unreadable": "Your people could not be read just now.",
}
FROM_JOURNAL = "Found in your journal. This one counts:"
WAYS = {"text": "Text", "email": "E-mail", "web": "Web", "address": "Address"}
LABEL, WAY_LABEL = "{label}:", "{way} ({label}):"
NAME_AND_LABEL, NAME_AND_HOURS = "{name}, {label}", "{name}, {hours}"
LINES_IN = "Lines: {country}"
BUSY_LINES, BUSY_SHORT = (
    "Lines can be busy, which says nothing about you. Try the next, or a person.",
    "If busy: try the next, or a person.",
)
TEXT_TO, TEXT_WORD_TO, WHATSAPP = "Text {number}", "Text {word} to {number}", "WhatsApp {number}"
CLOSED_LINE, CLOSED_LINES = "Closed now, opens {when}", "{country}: the next line opens {when}."
WHEN = {
    "today": "at {time}",
    "day": "{day} at {time}",
    "today_here": "at {time} by this computer's clock",
    "day_here": "{day} at {time} by this computer's clock",
}
DAYS = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
    "sun": "Sunday",
}  # fmt: skip
HOURS_UNKNOWN, HOURS_AND_COST = "hours not confirmed", "{hours}, {cost}"
LANGUAGES, LANGUAGES_AND_CONFIRMED = "In: {languages}", "{languages}. {confirmed}"
CONFIRMED = {
    "sources": "Last confirmed {month}",
    "one_source": "Last confirmed {month}, by one source",
    "sources_stale": "Last confirmed {month}: may have changed",
    "one_source_stale": "Last confirmed {month}, by one source: may have changed",
    "you": "Last confirmed {month}, by you",
}
MONTH = "{year}-{month}"
MONTHS = {
    "01": "01", "02": "02", "03": "03", "04": "04", "05": "05", "06": "06",
    "07": "07", "08": "08", "09": "09", "10": "10", "11": "11", "12": "12",
}  # fmt: skip
SEE_ALL = "More: carelog crisis --all"
HELP_NAMES, HELP_PURPOSE = "carelog crisis (or: carelog sos)", "shows people and lines to turn to"
HELP = {
    "--all": "everything on the card",
    "--step": "your plan, step by step",
    "--qr": "numbers for a phone",
    "--country GB": "numbers of a country",
    "--text-first": "lines to write to, first",
    "--json": "for other programs",
}
CUT_OFF = "..."
HEADINGS = {
    "signs": "How I notice it is starting",
    "alone": "What I can do by myself",
    "distraction": "People and places that take my mind off it",
    "people": "People I can tell",
    "professionals": "Doctors, therapists and lines",
    "safer": "Making it harder to hurt myself",
    "reasons": "What I want to stay for",
    "others": "What others can do",
}
"""The sections of a person's plan and their headings, on the card and on the pages of the plan."""
