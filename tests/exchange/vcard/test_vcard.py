"""Address books as devices write them: everybody who can be read is, whatever else is in the file."""

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.people.contact import Contact, Role, Way, WayKind
from carelog.domain.text import clean_line
from carelog.errors import RefusedFile
from carelog.exchange.vcard.reader import AddressBook, read_address_book, with_numbers
from carelog.exchange.vcard.writer import vcards
from support.source import SAMPLES
from support.strategies import contacts

BOOKS = SAMPLES / "vcard"
Found = list[tuple[str, str, str]]


def read(sample: str) -> AddressBook:
    return read_address_book((BOOKS / sample).read_bytes())


def ways(person: Contact) -> Found:
    return [(way.kind.value, way.value, way.label) for way in person.ways]


def card(*lines: str, ending: str = "\r\n") -> bytes:
    return "".join(f"{line}{ending}" for line in ("BEGIN:VCARD", *lines, "END:VCARD")).encode()


def only(content: bytes) -> Contact:
    (person,) = read_address_book(content).people
    return person


def test_google_contacts() -> None:
    sam, ada = read("google_contacts_v3.vcf").people
    assert (sam.name, ada.name) == ("Sam Rivera", "Dr. Ada Osei")
    assert ways(sam) == [
        ("email", "sam@example.org", "home"),
        ("phone", "+33 6 12 34 56 78", "mobile"),
        ("phone", "+33 4 72 00 00 00", "home"),
        ("phone", "+33 1 00 00 00 01", "Night number"),
    ]
    assert sam.note == "Knows about my safety plan, can drive over.\nPrefers texts before 22:00."


def test_apple_contacts() -> None:
    (person,) = read("apple_v3.vcf").people
    assert person.name == "Élise Dupont"
    assert ways(person) == [
        ("phone", "+33612345678", "mobile"),
        ("phone", "06 99 99 99 99", "mobile"),
        ("email", "elise@example.org", "HomePage"),
    ]
    assert person.note == (
        "A very long note that the exporter folds at seventy-five octets as RFC 2 426 says it should; "
        "the importer has to unfold it before parsing."
    )


def test_an_old_android_phone() -> None:
    (person,) = read("android_v21.vcf").people
    assert (person.name, ways(person)) == ("Élise Dupont", [("phone", "+33612345678", "mobile")])


def test_version_4() -> None:
    (person,) = read("rfc6350_v4.vcf").people
    assert (person.name, person.role) == ("Crisis line (example)", Role.SERVICE)
    assert ways(person) == [("phone", "+15550100", "work"), ("text", "+15550101", "")]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["N:Osei;Ada;;Dr.;"], "Dr. Ada Osei"),
        (["FN:", "N:Osei;Ada"], "Ada Osei"),
        (["N:;;;;", "ORG:Night line;Town"], "Night line"),
        (["NICKNAME:Sammy"], "Sammy"),
        (["EMAIL:sam@example.org"], "sam@example.org"),
        (["fn:small letters"], "small letters"),
        (["ITEM1.FN:in a group"], "in a group"),
        (["FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=F6rg"], "Jörg"),
        (["FN;ENCODING=QUOTED-PRINTABLE:=C3=89lise =", "Dupont"], "Élise Dupont"),
        (["FN;QUOTED-PRINTABLE:J=C3=B6rg"], "Jörg"),
        (["FN;CHARSET=x-unheard-of:Sam"], "Sam"),
        (["FN:Sam\\, the tall \\; one"], "Sam, the tall ; one"),
        (["FN:folded ", " name"], "folded name"),
        (["FN:fol", "\tded"], "folded"),
        (["FN:שרה כהן"], "שרה כהן"),
        (["FN:Sam\x1b[2J\u202e"], "Sam\ufffd[2J\ufffd"),
    ],
)
def test_a_name_in_every_spelling(lines: list[str], name: str) -> None:
    assert only(card(*lines)).name == name


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("TEL:020 7946 0018", [("phone", "020 7946 0018", "")]),
        ("TEL;CELL;PREF:1", [("phone", "1", "mobile")]),
        ("TEL;TYPE=cell,voice:1", [("phone", "1", "mobile")]),
        ('TEL;TYPE="voice,work":1', [("phone", "1", "work")]),
        ("TEL;type=HOME;type=pref:1", [("phone", "1", "home")]),
        ("TEL;VALUE=uri;PREF=1:tel:+44-20-7946-0018;ext=12", [("phone", "+44-20-7946-0018 ext. 12", "")]),
        ("TEL;VALUE=uri:sms:+44-7700-900371", [("text", "+44-7700-900371", "")]),
        ("TEL;TYPE=cell;VALUE=uri:SMS:+447700900371?body=hello", [("text", "+447700900371", "mobile")]),
        ("TEL;VALUE=uri:smsto:+1,+2", [("text", "+1", ""), ("text", "+2", "")]),
        ("TEL;TYPE=voice;VALUE=uri:sms:+1", [("text", "+1", "")]),
        ("TEL;TYPE=text;VALUE=uri:tel:+1", [("text", "+1", "")]),
        ('TEL;VALUE=uri;TYPE="text,voice":tel:+1', [("phone", "+1", "")]),
        ("TEL;VALUE=uri:tel:%2B44%207700%20900371", [("phone", "+44 7700 900371", "")]),
        ("TEL;VALUE=uri:tel:+1\\;ext=9", [("phone", "+1 ext. 9", "")]),
        ("TEL;VALUE=uri:tel:555-0101;phone-context=+1-212", [("phone", "+1-212-555-0101", "")]),
        ("TEL;VALUE=uri:tel:7042;phone-context=example.org", [("phone", "7042", "")]),
        ("TEL;VALUE=uri:tel:+442079460018;postd=pp22", [("phone", "+442079460018pp22", "")]),
        ("TEL:+44 20 7946 0018\\,\\,12#", [("phone", "+44 20 7946 0018,,12#", "")]),
        ("TEL;VALUE=uri:tel:", []),
        ("IMPP:sms:+44-7700-900371", [("text", "+44-7700-900371", "")]),
        ("IMPP:xmpp:sam@example.org", []),
        ("item1.TEL;VALUE=uri:sms:+1", [("text", "+1", "")]),
        ("TEL;TYPE=FAX;VALUE=uri:tel:+1", []),
        ("TEL;TYPE=FAX,WORK:1", []),
        ("TEL:", []),
        ("TEL:ask Mum", []),
        ("EMAIL;TYPE=INTERNET:mailto:sam@example.org", [("email", "sam@example.org", "")]),
        ("URL:https://example.org/a\\,b", [("web", "https://example.org/a,b", "")]),
        ("ADR;TYPE=HOME:;;1 River Road;Town;;12345;", [("address", "1 River Road, Town, 12345", "home")]),
        ("ADR:;;;;;;", []),
        ("PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ", []),
        ("BDAY:1980-01-01", []),
        ("X-SKYPE:sam", []),
    ],
)
def test_a_way_in_every_spelling(line: str, found: Found) -> None:
    assert ways(only(card("FN:Sam", line))) == found


def test_labels_belong_to_their_group() -> None:
    person = only(
        card("FN:Sam", "item1.TEL:1", "item2.TEL:2", "item2.X-ABLabel:_$!<Sister>!$_", "item1.X-ABLabel:Night number")
    )
    assert ways(person) == [("phone", "1", "Night number"), ("phone", "2", "Sister")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_file_in_any_encoding(encoding: str, ending: str) -> None:
    content = card("VERSION:3.0", "FN:Élise 小明", "TEL:1", ending=ending).decode().encode(encoding)
    bom = b"\xff\xfe" if encoding == "utf-16-le" else b""
    assert only(bom + content).name == "Élise 小明"


def test_what_windows_wrote_in_western_europe_is_read() -> None:
    assert only("BEGIN:VCARD\nFN:Jörg “Jo”\nEND:VCARD\n".encode("cp1252")).name == "Jörg “Jo”"


KNOWN_LETTERS = {
    "charset of version 2.1": b"FN;CHARSET=ISO-8859-1:J\xf6rg",
    "charset and quoted-printable": b"FN;CHARSET=WINDOWS-1252;ENCODING=QUOTED-PRINTABLE:J=F6rg",
    "utf-8": "FN:Jörg".encode(),
    "utf-8 folded within a letter": b"FN:J\xc3\r\n \xb6rg",
    "utf-8 in quoted-printable, broken within a letter": b"FN;ENCODING=QUOTED-PRINTABLE:J=C3=\r\n=B6rg",
}
GUESSED = "the letters of this contact are not UTF-8. They were read as Windows-1252; look at letters such as é in it."


@pytest.mark.parametrize("line", KNOWN_LETTERS.values(), ids=KNOWN_LETTERS)
def test_letters_whose_character_set_is_known_are_read_without_a_word(line: bytes) -> None:
    book = read_address_book(b"BEGIN:VCARD\r\n" + line + b"\r\nEND:VCARD\r\n")
    assert ([each.name for each in book.people], book.problems) == (["Jörg"], ())


@pytest.mark.parametrize(
    "line",
    [
        b"FN:J\xf6rg",
        b"FN;ENCODING=QUOTED-PRINTABLE:J=F6rg",
        b"FN;CHARSET=UTF-8:J\xf6rg",
        b"FN;CHARSET=x-unheard-of:J\xf6rg",
        b"FN:J\r\n \xf6rg",
    ],
)
def test_letters_that_are_guessed_are_said_with_their_line(line: bytes) -> None:
    book = read_address_book(b"BEGIN:VCARD\r\n" + line + b"\r\nEND:VCARD\r\n")
    assert [each.name for each in book.people] == ["Jörg"]
    assert [(each.line, each.message) for each in book.problems] == [(2, GUESSED)]


def test_many_cards_whose_letters_are_guessed_are_said_once_beside_other_problems() -> None:
    cards = [b"BEGIN:VCARD\nFN:J\xf6rg %d\nNOTE:\xe9\nEND:VCARD\n" % number for number in range(7)]
    book = read_address_book(card("TEL:1") + b"".join(cards) + card("FN:Sam\x1b[2J"))
    assert len(book.people) == 8
    guessed = (
        "the letters of 7 contacts, this one first, are not UTF-8. They were read as Windows-1252; look at letters "
        "such as é in them."
    )
    assert [(each.line, each.message) for each in book.problems] == [
        (1, "This contact has no name, so it is left out."),
        (5, guessed),
        (33, "some characters in this contact cannot be shown safely; “�” is shown instead."),
    ]


def test_letters_of_what_is_passed_over_are_not_spoken_of() -> None:
    assert read_address_book(b"BEGIN:VCARD\nFN:Sam\nX-SKYPE:\xe9\nPHOTO:\xff\xd8\nEND:VCARD\n").problems == ()


def test_bytes_that_are_no_letter_anywhere_are_said_and_cost_nobody() -> None:
    book = read_address_book(b"BEGIN:VCARD\nFN:Sam \x81\nTEL:1\nEND:VCARD\n")
    assert [each.name for each in book.people] == ["Sam �"]
    assert len(book.problems) == 2


def test_pictures_cost_nothing_and_hide_nothing() -> None:
    picture = "PHOTO;ENCODING=BASE64;TYPE=JPEG:" + "\r\n ".join(["A" * 72] * 20_000)
    unfolded = "PHOTO;ENCODING=b:" + "A" * 2_000_000
    assert ways(only(card("FN:Sam", picture, "", unfolded, "TEL:1"))) == [("phone", "1", "")]


def test_a_card_within_a_card_is_nobody() -> None:
    inner = card("FN:Agent", "TEL:2").decode().strip()
    person = only(card("FN:Sam", "AGENT:", *inner.split("\r\n"), "TEL:1"))
    assert (person.name, ways(person)) == ("Sam", [("phone", "1", "")])


def test_a_broken_card_costs_itself_alone_and_is_named_by_its_line() -> None:
    book = read_address_book(
        card("FN:Sam", "this is no line", "TEL:ask Mum")
        + card("TEL:1")
        + b"BEGIN:VCARD\r\nFN:Ana\r\nTEL:2\r\n"
        + card(f"FN:{'x' * 300}")
        + card("FN:Kim")
        + b"BEGIN:VCARD\r\nFN:Last"
    )
    assert [person.name for person in book.people] == ["Sam", "Ana", "Kim", "Last"]
    assert [problem.line for problem in book.problems] == [4, 6, 9, 12, 18]


NO_CARD = "There is no vCard in this file. Export contacts as vCard (.vcf) from the phone or address book."
NOBODY = "Nobody in this file has a name that can be used; the first card begins at line 1. Please export again."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", NO_CARD),
        (b"just words\n", NO_CARD),
        (b"\x00\xff" * 1000, NO_CARD),
        (b"BEGIN:VCARD\r\n" * 1500, NOBODY),
        (
            b"BEGIN:VCARD\r\nFN:x\r\nAGENT:\r\n" * 60,
            ("Line 151: contacts are nested too deeply, so no address book wrote this file. Export it again."),
        ),
        (card("TEL:1"), NOBODY),
        (
            b"\n" * 300_001,
            "This file has more lines than an address book. Export fewer contacts and import the parts one by one.",
        ),
    ],
)
def test_a_file_that_is_no_address_book_is_refused_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(RefusedFile) as refusal:
        read_address_book(content)
    assert refusal.value.message == said


@given(st.binary(max_size=400) | st.text(max_size=200).map(card))
def test_no_bytes_are_too_strange(content: bytes) -> None:
    try:
        book = read_address_book(content)
    except RefusedFile:
        return
    assert book.people


def test_the_same_card_is_the_same_person_again() -> None:
    first, again = (read("google_contacts_v3.vcf").people for _ in range(2))
    assert first == again
    twice = (BOOKS / "google_contacts_v3.vcf").read_bytes() * 2
    assert read_address_book(twice).people == first


def test_cards_with_one_id_are_one_person_with_all_their_numbers() -> None:
    (sam,) = read_address_book(card("UID:1", "FN:Sam", "TEL:1") + card("UID:1", "FN:sam", "TEL:2", "NOTE:x")).people
    assert (ways(sam), sam.note) == ([("phone", "1", ""), ("phone", "2", "")], "x")
    (ana,) = read_address_book(card("FN:Ana", "TEL:1") + card("FN:Ana", "TEL:1", "TEL:2")).people
    assert ways(ana) == [("phone", "1", ""), ("phone", "2", "")]


def test_one_id_for_everybody_costs_nobody() -> None:
    content = card("UID:0", "FN:Sam", "TEL:1") + card("UID:0", "FN:Ana", "TEL:2") + card("UID:0", "FN:Kim", "TEL:3")
    people = read_address_book(content).people
    assert [person.name for person in people] == ["Sam", "Ana", "Kim"]
    assert read_address_book(content).people == people


def test_numbers_are_written_as_at_home_once_they_are_taken_over() -> None:
    (person,) = read("android_v21.vcf").people
    assert with_numbers(person, ["FR"]).ways[0].value == "06 12 34 56 78"
    assert with_numbers(person, ["DE"]).ways[0].value == "+33 6 12 34 56 78"


# --- out again


@given(st.lists(contacts, max_size=3, unique_by=lambda contact: contact.id))
def test_what_is_written_is_read_back_with_names_ways_labels_and_notes(people: list[Contact]) -> None:
    content = vcards(people, with_notes=True)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    content.decode()
    if not people:
        assert content == b""
        return
    read_back = read_address_book(content).people
    assert [person.name for person in read_back] == [person.name for person in people]
    for person, again in zip(people, read_back, strict=True):
        assert again.note == person.note
        assert [way.value for way in again.ways] == [way.value for way in dict.fromkeys(map(as_read, person.ways))]


def as_read(way: Way) -> Way:
    """A way as it is read back: the text in one line, and the labels that vCard knows in its spelling."""
    value = clean_line(way.value)
    value = value.removeprefix("mailto:") if way.kind is WayKind.EMAIL else value
    known = {"mobile": "mobile", "home": "home", "work": "work"}
    return Way(way.kind, value, known.get(way.label.lower(), way.label))


def test_a_program_that_is_not_ours_reads_what_is_written() -> None:
    people = [
        Contact(
            "018f0000-0000-7000-8000-000000000001",
            "Élise Dupont; the tall, one",
            Role.FRIEND,
            (
                Way(WayKind.PHONE, "+33 6 12 34 56 78", "mobile"),
                Way(WayKind.TEXT, "+33 6 12 34 56 79", "night number"),
                Way(WayKind.EMAIL, "elise@example.org"),
                Way(WayKind.WEB, "https://example.org"),
                Way(WayKind.ADDRESS, "1 River Road, Town"),
            ),
            note="line one\nline two " + "小明 " * 60,
        )
    ]
    (found,) = vobject.readComponents(vcards(people, with_notes=True).decode())
    assert found.version.value == "3.0"
    assert found.fn.value == people[0].name
    assert [each.value for each in found.tel_list] == ["+33 6 12 34 56 78", "+33 6 12 34 56 79"]
    assert found.tel_list[0].params["TYPE"] == ["CELL"]
    assert (found.email.value, found.url.value) == ("elise@example.org", "https://example.org")
    assert found.adr.value.street == "1 River Road, Town"
    assert clean_line(found.note.value) == clean_line(people[0].note)
    assert b"NOTE" not in vcards(people, with_notes=False)


def test_the_samples_are_those_that_other_programs_wrote() -> None:
    assert {path.name for path in BOOKS.iterdir()} == {
        "android_v21.vcf",
        "apple_v3.vcf",
        "google_contacts_v3.vcf",
        "rfc6350_v4.vcf",
    }
