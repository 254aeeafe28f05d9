"""The card file: what is written is read back, and damage never turns into a wrong number."""

from hypothesis import given
from hypothesis import strategies as st

from carelog.crisis.card import LONGEST_FIELD, Card, Person, dump, parse
from carelog.crisis.text import clean
from carelog.crisis.words import HEADINGS

words = st.text(max_size=60)
numbers = st.from_regex(r"\+?[0-9]{2,6}( [0-9]{2,6}){0,3}", fullmatch=True)
kinds = st.sampled_from(["phone", "text", "email", "web", "address"])
people = st.builds(Person, words, st.lists(st.tuples(kinds, numbers, words), max_size=3), words, words)
codes = st.text("ABCDEFGHIJKLMNOPQRSTVWXYZ", min_size=2, max_size=2)  # without U: UK is read as GB
cards = st.builds(
    Card,
    revision=st.integers(0, 2**63),
    program=words,
    countries=st.lists(codes, max_size=3),
    people=st.lists(people, max_size=4),
    sentence=words.filter(str.strip),
    steps=st.lists(
        st.tuples(st.sampled_from(list(HEADINGS)), words.filter(lambda text: clean(text).strip())), max_size=4
    ),
    kind=st.tuples(words.filter(str.strip), words),
    hidden=st.lists(st.tuples(codes, words), max_size=3),
    checked=st.lists(st.tuples(codes, words, st.dates().map(str)), max_size=3),
    languages=st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=3), max_size=3),
    topics=st.lists(st.sampled_from(["abuse", "alcohol", "young", "deaf"]), max_size=3),
    text_first=st.booleans(),
    shown_in=st.sampled_from(["", "de", "pt-BR"]),
    plain=st.booleans(),
)


def facts(card: Card) -> list[object]:
    """All facts of a card, cleaned, for comparing two cards."""
    people = [
        (clean(one.name), [tuple(map(clean, way)) for way in one.ways], clean(one.hours), clean(one.say))
        for one in card.people
    ]
    own = [clean(card.sentence), [(section, clean(text)) for section, text in card.steps], [*map(clean, card.kind)]]
    marks = [tuple(map(clean, each)) for each in (*card.hidden, *card.checked)]
    settings = [card.countries, card.languages, card.topics, card.text_first, card.shown_in, card.plain]
    return [card.revision, clean(card.program), people, own, marks, settings]


@given(cards)
def test_a_card_is_read_back_as_it_was_written(card: Card) -> None:
    again = parse(dump(card).encode())
    assert again.whole
    assert facts(again) == facts(card)
    assert dump(again) == dump(card)


@given(st.binary(max_size=2000))
def test_no_bytes_can_keep_a_card_from_being_read(content: bytes) -> None:
    parse(content)


def test_a_card_that_was_cut_shows_no_half_number_and_knows_that_it_is_not_whole(card: Card) -> None:
    content = dump(card).encode()
    known = {fact for person in card.people for fact in (*person.ways, person.name, person.hours, person.say)}
    for length in range(len(content)):
        cut = parse(content[:length])
        assert not cut.whole
        assert {fact for one in cut.people for fact in (*one.ways, one.name, one.hours, one.say)} <= {*known, ""}


@given(cards, st.data())
def test_a_changed_byte_is_noticed(card: Card, data: st.DataObject) -> None:
    content = bytearray(dump(card).encode())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    assert not parse(bytes(content)).whole


@given(cards, st.data())
def test_a_missing_line_never_gives_one_persons_number_to_another(card: Card, data: st.DataObject) -> None:
    for place, person in enumerate(card.people):
        person.name = f"person {place}"
        person.ways = [("phone", f"{place}", "")]
    lines = dump(card).encode().split(b"\n")
    del lines[data.draw(st.integers(0, len(lines) - 2))]
    left = parse(b"\n".join(lines))
    assert not left.whole
    assert all((person.name or way[1]).endswith(way[1]) for person in left.people for way in person.ways)


def test_a_damaged_line_costs_that_line_alone(card: Card) -> None:
    for damage in (b"\xff", b"\0", b"x" * 20_000):
        left = parse(dump(card).encode().replace(b"030 7654321", damage))
        assert not left.whole
        assert [person.name for person in left.people] == ["Sam", "Mum"]
        assert [len(person.ways) for person in left.people] == [2, 0]


def test_facts_of_a_later_carelog_are_passed_over(card: Card) -> None:
    body, end, _ = dump(card).rpartition("end\t")
    body = body.replace("carelog-card\t1", "carelog-card\t2") + "step\tweather\twind\nway\t1\tsmoke\tup\tx\ty\n"
    later = parse(f"{body}{end}{sum(body.encode())}\n".encode())
    assert later.whole
    assert facts(later) == facts(card)


def test_no_stored_word_can_steer_a_terminal_or_turn_the_direction_of_reading(card: Card) -> None:
    card.people[0].name = "Sam\x1b[2J\x9b\u202e\u2066\u200b\ufeff\ud800\U000e0041\tis\nhere"
    written = dump(card)
    shown = parse(written.encode()).people[0].name
    assert shown.replace("\ufffd", "") == "Sam[2J is here"
    assert parse(written.replace("Mum", "M\x1b\u202em").encode()).people[1].name == "M\ufffd\ufffdm"


def test_words_without_end_are_cut_where_they_are_written(card: Card) -> None:
    card.people[0].say = "\U0001f642" * 100_000
    again = parse(dump(card).encode())
    assert again.whole
    assert again.people[0].say == "\U0001f642" * LONGEST_FIELD


def test_a_mark_that_is_damaged_marks_nothing() -> None:
    content = "hidden\tx\tShout\nhidden\tGB\nchecked\tGB\tShout\tsoon\nchecked\tGB\tShout\t2026-1x-01\nlanguage\t1\t\n"
    card = parse(content.encode())
    assert (card.hidden, card.checked, card.languages) == ([], [], [])


def test_a_country_that_is_no_code_never_becomes_part_of_a_path() -> None:
    content = "country\t../../etc/passwd\tde\tuk\tD\t\u00c4\u00d6\n"
    assert parse(content.encode()).countries == ["DE", "GB"]
