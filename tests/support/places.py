"""Where an entry, a contact and a routine are shown and changed, and why a field has no place there."""

from collections.abc import Mapping
from dataclasses import dataclass

Reasons = Mapping[str, str]
"""A field, and why it has no place."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page or a file: the command line that shows it, the module that says what is on it, the fields that are not."""

    line: str
    module: str
    without: Reasons


@dataclass(frozen=True, slots=True)
class Edit:
    """A command that changes a thing: the options for each field, its module, and the fields that it leaves alone."""

    line: str
    module: str
    options: Mapping[str, str]
    without: Reasons


def because(reason: str, *fields: str) -> Reasons:
    """The same reason for several fields."""
    return dict.fromkeys(fields, reason)


FILE = "written"
"""What a command line calls the file that it writes."""

ENTRY_LIST = "src/carelog/terminal/pages/entry_list.py"
CONTACTS = "src/carelog/terminal/pages/contacts.py"
ROUTINES = "src/carelog/cli/commands/routine.py"
SHAPES = "src/carelog/exchange/serializers/nouns.py"
FULL_COPY = Page(
    f"export --for self --format json --include private --yes -o {FILE}", "src/carelog/journal/storage/rows.py", {}
)
ONE_DAY = f"export --from 2026-11-21 --to 2026-11-21 --yes -o {FILE}"

BROUGHT = because("`carelog imports` says what came from which app", "source")
NOT_FOR_OTHERS = BROUGHT | because("pages to hand over have no ids and no tags: docs/sharing.md", "id", "tags")
BY_NAME = because("people and programs call it by its name", "id")
SNOOZED = because("it decides when `today` speaks of them and is not looked up", "snoozed")
ON_ITS_OWN_PAGE = "`show` says it"
TO_AGREE = ("agreed_on", "agreed_to", "meets", "keep_in_touch", "snoozed")

PAGES: Mapping[str, tuple[Page, ...]] = {  # a full copy comes first, because it holds what exports leave behind
    "entry": (
        FULL_COPY,
        Page("log", ENTRY_LIST, BROUGHT),
        Page("log --plain", ENTRY_LIST, BROUGHT),
        Page("show last", ENTRY_LIST, BROUGHT | because("whoever asks for one entry sees all its words", "private")),
        Page("log --json", SHAPES, BROUGHT),
        Page(f"{ONE_DAY} --include notes --format md", "src/carelog/documents/packet/days.py", NOT_FOR_OTHERS),
        Page(f"{ONE_DAY} --include notes --format json", "src/carelog/documents/packet/json.py", NOT_FOR_OTHERS),
        Page(f"{ONE_DAY} --for self --format csv", "src/carelog/documents/packet/tables.py", NOT_FOR_OTHERS),
        Page(
            f"export --for self --by-day --yes -o {FILE}",
            "src/carelog/documents/diary.py",
            BROUGHT | because("note apps know files by their names", "id"),
        ),
    ),
    "contact": (
        FULL_COPY,
        Page(
            "contact list",
            CONTACTS,
            BY_NAME
            | SNOOZED
            | because(ON_ITS_OWN_PAGE, "say", "note", "agreed_on", "agreed_to", "keep_in_touch")
            | because(ON_ITS_OWN_PAGE, "cover", "called", "not_on_card"),
        ),
        Page("contact show Sam", CONTACTS, BY_NAME | SNOOZED),
        Page("contact list --json", SHAPES, SNOOZED),
        Page(
            "crisis --json",
            "src/carelog/journal/card/card.py",
            because("the card says who, how, when, what to say: docs/crisis-card.md", "id", "role", "good_for", "note")
            | because("hours stand on the card as they were noted", "zone")
            | because("a bad hour is not the time for it", *TO_AGREE)
            | because("it stands in place of the name while discreet is on", "cover")
            | because("the person's own card has the whole name", "called"),
        ),
        Page(
            f"contact export {FILE} --with-notes",
            "src/carelog/exchange/vcard/writer.py",
            because("an address book gets names, ways and roles: docs/people.md", "good_for", "hours", "crisis_order")
            | because("vCard has no word for it, or it never leaves: docs/people.md", "say", "zone", *TO_AGREE)
            | because("what others may read is for this screen and this card", "cover", "not_on_card")
            | because("the name of an address book is the whole one: docs/people.md", "called"),
        ),
    ),
    "routine": (
        FULL_COPY,
        Page(
            "routine list",
            ROUTINES,
            BY_NAME
            | because(ON_ITS_OWN_PAGE, "started", "kind", "why", "contact_id", "doses", "stock", "terms", "cover"),
        ),
        Page("routine show vervain", ROUTINES, BY_NAME),
        Page("routine list --all --json", SHAPES, {}),
    ),
}

EDITS: Mapping[str, Edit] = {
    "entry": Edit(
        "edit last",
        "src/carelog/cli/commands/edit.py",
        {
            "at": "--at 19:05",
            "day": "--at '2026-11-20 19:05'",
            "mood": "--mood 4",
            "note": "another note",
            "feelings": "--feel calm",
            "tags": "--tag walk",
            "readings": "--track sleep=8,25",
            "private": "--private",
        },
        because("an entry stays the same entry", "id") | because("where it came from stays true", "source"),
    ),
    "contact": Edit(
        "contact edit Sam",
        "src/carelog/cli/commands/contact.py",
        {
            "name": "--name Ada",
            "role": "--role family",
            "ways": "--email sam@example.org",
            "good_for": "--good-for company",
            "hours": "--hours 'daily 09:00-22:00'",
            "crisis_order": "--crisis 0",
            "say": "--say 'other words'",
            "note": "--note 'another note'",
            "zone": "--zone Asia/Tokyo",
            "meets": "--meets 'Sat 19:30 every week'",
            "keep_in_touch": "--keep-in-touch 2w",
            "cover": "--cover 'book club'",
            "called": "--call Jo",
            "not_on_card": "--not-on-card",
        },
        because("a contact stays the same contact", "id")
        | because("`contact ask --agreed` keeps it", "agreed_on", "agreed_to")
        | because("`contact snooze` sets it", "snoozed"),
    ),
    "routine": Edit(
        "routine edit vervain",
        "src/carelog/cli/commands/routine.py",
        {
            "name": "--name walk",
            "cadence": "--every 2/day",
            "at": "--at 09:00",
            "target": "--target 25",
            "unit": "--unit cups",
            "small": "--small-version 'to the corner'",
            "why": "--purpose 'another reason'",
            "contact_id": "--with ''",
            "doses": "--dose 'twice as much'",
            "terms": "--every 2/day --from start",
            "stock": "--stock 20",
            "cover": "--cover break",
        },
        because("a routine stays the same routine", "id")
        | because("what was noted before and after belongs to the same beginning and kind", "started", "kind")
        | because("`routine archive` sets it", "archived"),
    ),
}
