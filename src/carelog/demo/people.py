"""The demo's contacts.

Phone numbers come from the ranges that Ofcom keeps free for drama (ofcom.org.uk, "Telephone numbers for use in TV
and radio drama programmes"), addresses from example.org (RFC 2606): none of them reaches anybody.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from carelog.demo.chance import Chance
from carelog.domain.people.contact import Contact, GoodFor, Role, Way, WayKind

MAYA, GROUP, THERAPIST = "Maya", "Thursday walking group", "Ines Moreau, therapist"


def people(chance: Chance, milliseconds: int) -> dict[str, Contact]:
    """The contacts by name, with ids for an instant in milliseconds; those of the crisis card come first."""
    everybody = (*_friends_and_family(), *_others())
    return {each.name: replace(each, id=chance.row_id(milliseconds)) for each in everybody}


def _friends_and_family() -> tuple[Contact, ...]:
    return (
        Contact(
            id="",
            name=MAYA,
            role=Role.FRIEND,
            ways=(_phone("07700 900142"), _text("07700 900142")),
            good_for=(GoodFor.LISTENING, GoodFor.COMPANY, GoodFor.EMERGENCY),
            crisis_order=1,
            say="Bad day. Can you stay on the phone for a bit?",
            agreed_to="a call at any hour",
            agreed_on=date(2026, 3, 14),
        ),
        Contact(
            id="",
            name="Jonas (brother)",
            role=Role.FAMILY,
            ways=(_phone("07700 900371"), _text("07700 900371", "mornings")),
            good_for=(GoodFor.LISTENING, GoodFor.PRACTICAL),
            hours="after 17:00",
            crisis_order=2,
            say="Could you come by? I would like not to be alone.",
        ),
        Contact(
            id="",
            name="Auntie Bea",
            role=Role.FAMILY,
            ways=(_phone("0117 496 0284", "landline"),),
            good_for=(GoodFor.LISTENING,),
            hours="09:00-21:00",
            crisis_order=3,
            keep_in_touch=28,
            note="Talks about her garden, which helps.",
        ),
    )


def _others() -> tuple[Contact, ...]:
    return (
        Contact(
            id="",
            name="Dr Ashgrove, practice",
            role=Role.PROFESSIONAL,
            ways=(_phone("020 7946 0618"), Way(WayKind.EMAIL, "reception@practice.example.org")),
            good_for=(GoodFor.EMERGENCY,),
            hours="Mon-Fri 08:30-18:00",
            crisis_order=4,
            say="I would like to be seen today, please.",
        ),
        Contact("", THERAPIST, Role.PROFESSIONAL, (_phone("020 7946 0741"),)),
        Contact("", "Samira from choir", Role.PEER, (_text("07700 900555"),), (GoodFor.DISTRACTION,)),
        Contact(
            id="",
            name=GROUP,
            role=Role.GROUP,
            ways=(_phone("020 7946 0907", "Idris"), Way(WayKind.WEB, "https://walkers.example.org")),
            good_for=(GoodFor.COMPANY,),
            meets="Thu 18:30 every week",
        ),
        Contact(
            id="",
            name="Mr Penrose next door",
            ways=(_phone("020 7946 0033"),),
            good_for=(GoodFor.PRACTICAL,),
            note="Has a key.",
        ),
    )


def _phone(number: str, label: str = "") -> Way:
    return Way(WayKind.PHONE, number, label)


def _text(number: str, label: str = "") -> Way:
    return Way(WayKind.TEXT, number, label)
