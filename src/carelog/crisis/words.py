"""Every sentence of the card, so that their tone can be read as one text."""

DANGER, DANGER_TWO = "In danger now: call {}", "In danger now: {} ({}) or {} ({})"
DANGER_SHORT = "Call {}"
DANGER_UNKNOWN = "In danger: call your emergency number"
DANGER_UNKNOWN_SHORT = "Call for help"
IF_IN, OR_IN = "if you are in {}.", "or {} if you are in {}."
ELSEWHERE = "Elsewhere: carelog crisis --country {}"
NO_NUMBER = "carelog has no confirmed number for {}."
NO_COUNTRY = ["No country is set. To see numbers:", "  carelog crisis --country GB"]
SET_COUNTRY = ["To keep it:", "  carelog settings set country GB"]
FIND_LINE = "Find a line: findahelpline.com"
FALLBACK = "If a number does not work: call your local emergency number, or look at findahelpline.com."
SOURCES = {
    "settings": "Your setting: {}.",
    "option": "Shown for {}, as you asked.",
    "timezone": "Guess from the time zone: {}.",
    "locale": "A guess from this computer's language.",
}
SEVERAL_CHOSEN, SEVERAL_GUESSED = "These countries are your settings.", "Guesses from time zone and language."
OTHER_NUMBERS = {
    "also": "Also",
    "ambulance": "Ambulance",
    "police": "Police",
    "text_for_deaf": "Text, if deaf",
}
STEP_OF, NEXT_OR_LEAVE = "Step {} of {}", "Enter: go on. q: leave."
NO_STEPS = "Your plan has no steps yet: carelog plan edit"
NOT_A_CODE, TOO_SMALL = "(no code is drawn for this number)", "(a larger window shows its code)"
FIRST_STEP, KIND_WORD, KIND_WORD_FROM = "First: {}", "“{}”", "“{}” {}"
YOUR_PEOPLE, NAME_LOST, SAYING = "Your people", "(name not readable)", "Say: {}"
NO_PEOPLE = ["Someone you trust can be on this card:", "  carelog contact add"]
PEOPLE_LOCKED = ["Your journal is locked, and this card shows no people. To see yours:", "  carelog contact"]
DAMAGED = "This card may be incomplete or damaged."
FROM_JOURNAL = "Found in your journal. This one counts:"
WAYS = {"text": "Text", "email": "E-mail", "web": "Web", "address": "Address"}
LINES_IN = "Lines in {}"
BUSY_LINES, BUSY_SHORT = "Lines can be busy: try the next, or a person.", "If busy: try the next, or a person."
TEXT_TO, TEXT_WORD_TO, WHATSAPP = "Text {}", "Text {} to {}", "WhatsApp {}"
HOURS_UNKNOWN, LANGUAGES = "hours not confirmed", "In {}"
CONFIRMED, BY_YOU, ONE_SOURCE, STALE = "Last confirmed {}", ", by you", ", by one source", ": may have changed"
SEE_ALL = "More: carelog crisis --all"
HELP = [
    "carelog crisis (or: carelog sos)",
    "  shows people and lines to turn to",
    "  --all         everything on the card",
    "  --step        your plan, step by step",
    "  --qr          numbers for a phone",
    "  --country GB  numbers of a country",
    "  --json        for other programs",
]

_ARTICLE = ("United ", "Netherlands", "Philippines", "Czech Republic")


def the(country: str) -> str:
    """A country's name within a sentence, with its article if it has one."""
    return f"the {country}" if country.startswith(_ARTICLE) else country
