"""An entry, a contact and a routine with something in every field, and what each field can be changed to."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.people.contact import Contact, GoodFor, Role, Way, WayKind
from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.routines.stock import Stock
from carelog.domain.routines.terms import Terms
from carelog.domain.tracker import Tracker
from support.scenes import when

Noun = Entry | Contact | Routine

SLEEP = Tracker(steady_id("tracker", "sleep"), "sleep", "h")
ENTRY = Entry(
    id=steady_id("noun", "1"),
    at=when("2026-11-21 20:05"),
    day=date(2026, 11, 21),
    mood=2,
    note="quillwort",
    feelings=("larkspur",),
    tags=("marjoram",),
    readings={"sleep": 6.5},
    private=False,
    source="hellebore",
)
CONTACT = Contact(
    id=steady_id("noun", "2"),
    name="Sam Betony",
    role=Role.FRIEND,
    ways=(Way(WayKind.PHONE, "020 7946 0018", "speedwell"),),
    good_for=(GoodFor.LISTENING,),
    hours="daily 08:00-23:00",
    crisis_order=1,
    say="tansy",
    note="yarrow",
    zone="Europe/Berlin",
    agreed_on=date(2026, 11, 3),
    agreed_to="burdock",
    meets="Fri 19:30 every week",
    keep_in_touch=21,
    snoozed=date(2026, 12, 1),
    cover="pottery class",
    called="comfrey",
    not_on_card=False,
)
ROUTINE = Routine(
    id=steady_id("noun", "3"),
    name="vervain tea",
    started=date(2026, 11, 1),
    cadence=read_cadence("daily"),
    kind=RoutineKind.MEDICINE,
    at=(time(8),),
    target=20,
    unit="sips",
    small="",
    why="chamomile",
    contact_id=CONTACT.id,
    doses=(Dose(date(2026, 11, 1), "mugwort"),),
    stock=Stock(date(2026, 11, 1), 30, 1, 7),
    archived=None,
    cover="herbs",
    terms=(Terms(None, read_cadence("3/week")), Terms(date(2026, 11, 10), read_cadence("daily"), (time(8),), 20)),
)
NOUNS: Mapping[str, Noun] = {"entry": ENTRY, "contact": CONTACT, "routine": ROUTINE}

CHANGES: Mapping[str, Mapping[str, Any]] = {
    "entry": {
        "id": steady_id("noun", "4"),
        "at": when("2026-11-21 19:05"),
        "day": date(2026, 11, 20),
        "mood": 4,
        "note": "another note",
        "feelings": ("calm",),
        "tags": ("walk",),
        "readings": {"sleep": 8.25},
        "private": True,
        "source": "another app",
    },
    "contact": {
        "id": steady_id("noun", "5"),
        "name": "Ada",
        "role": Role.FAMILY,
        "ways": (Way(WayKind.EMAIL, "sam@example.org"),),
        "good_for": (GoodFor.COMPANY,),
        "hours": "daily 09:00-22:00",
        "crisis_order": None,
        "say": "other words",
        "note": "another note",
        "zone": "Asia/Tokyo",
        "agreed_on": date(2026, 11, 4),
        "agreed_to": "something else",
        "meets": "Sat 19:30 every week",
        "keep_in_touch": 14,
        "snoozed": date(2026, 12, 2),
        "cover": "book club",
        "called": "Jo",
        "not_on_card": True,
    },
    "routine": {
        "id": steady_id("noun", "6"),
        "name": "walk",
        "started": date(2026, 11, 2),
        "cadence": read_cadence("2/day"),
        "kind": RoutineKind.HABIT,
        "at": (time(9),),
        "target": 25,
        "unit": "cups",
        "small": "to the corner",
        "why": "another reason",
        "contact_id": None,
        "doses": (Dose(date(2026, 11, 1), "twice as much"),),
        "stock": Stock(date(2026, 11, 1), 20, 1, 7),
        "archived": date(2026, 11, 20),
        "cover": "break",
        "terms": (Terms(None, read_cadence("2/day")), Terms(date(2026, 11, 10), read_cadence("daily"), (time(8),), 20)),
    },
}
"""Another value for each field of each noun."""

NEEDS: Mapping[str, Mapping[str, Any]] = {"small": {"kind": RoutineKind.HABIT}}
"""What else has to be so for a field to hold anything."""
