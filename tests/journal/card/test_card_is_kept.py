"""The crisis card is kept up to date; where it cannot be written, the change to the journal is still saved."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from carelog.crisis.card import dump, parse
from carelog.domain.people.contact import Contact, Way, WayKind
from carelog.domain.people.kind_word import KindWord
from carelog.domain.people.line_topic import LineTopic
from carelog.domain.people.plan import Section
from carelog.errors import CardNotWritten
from carelog.journal import Journal
from carelog.journal.card.card import card_of
from carelog.journal.card.open_card import redact_card
from carelog.paths import Paths
from carelog.settings import Settings
from support.journals import Open, add_routine

PHONE = Way(WayKind.PHONE, "+49 30 555 1234", "mobile")


def names(paths: Paths) -> list[str]:
    card = parse(paths.card.read_bytes())
    assert card.whole
    return [person.name for person in card.people]


def test_a_new_journal_has_a_card(paths: Paths, journal: Journal) -> None:
    assert names(paths) == []
    assert journal.card_problem == ""


def test_the_card_follows_every_change_of_people(paths: Paths, journal: Journal) -> None:
    sam = journal.contacts.add("Sam", ways=[PHONE], hours="Mon-Fri", crisis_order=2, say="Can you talk?")
    journal.contacts.add("Alex", crisis_order=1)
    journal.contacts.add("Kim")
    assert names(paths) == ["Alex", "Sam"]
    person = parse(paths.card.read_bytes()).people[1]
    assert (person.ways, person.hours, person.say) == ([("phone", PHONE.value, "mobile")], "Mon-Fri", "Can you talk?")
    journal.contacts.edit(replace(sam, crisis_order=None))
    assert names(paths) == ["Alex"]
    journal.undo()
    assert names(paths) == ["Alex", "Sam"]
    journal.contacts.remove(sam.id)
    assert names(paths) == ["Alex"]


def test_a_note_of_a_contact_is_not_on_the_card(paths: Paths, journal: Journal) -> None:
    journal.contacts.add("Sam", crisis_order=1, note="met at the zaffre cafe")
    assert b"zaffre" not in paths.card.read_bytes()


def test_the_card_follows_the_plan_and_the_kind_word_kept_last(paths: Paths, journal: Journal) -> None:
    for section in (Section.REASONS, Section.ALONE, Section.SENTENCE):
        journal.plan.add(section, f"my {section.value}")
    for text in ("You came back.", "You matter to us."):
        journal.kind_words.insert(KindWord(journal.kind_words.new_id(), journal.today, text, "Mum"))
    card = parse(paths.card.read_bytes())
    assert card.sentence == "my sentence"
    assert card.steps == [("alone", "my alone"), ("reasons", "my reasons")]
    assert card.kind == ("You matter to us.", "Mum")
    for step in list(journal.plan):
        journal.plan.remove(step.id)
    card = parse(paths.card.read_bytes())
    assert (card.sentence, card.steps) == ("", [])


def make_missing(card: Path) -> None:
    card.unlink()


def make_empty(card: Path) -> None:
    card.write_bytes(b"")


def cut(card: Path) -> None:
    card.write_bytes(card.read_bytes()[:-20])


def change_a_digit(card: Path) -> None:
    card.write_bytes(card.read_bytes().replace(b"555", b"556"))


def make_older(card: Path) -> None:
    shutil.copy(card.with_name("older.txt"), card)


@pytest.mark.parametrize("harm", [make_missing, make_empty, cut, change_a_digit, make_older])
@pytest.mark.parametrize("to_write", [True, False])
def test_the_next_opening_puts_the_card_right(
    harm: Callable[[Path], None], to_write: bool, paths: Paths, open_journal: Open
) -> None:
    journal = open_journal()
    shutil.copy(paths.card, paths.card.with_name("older.txt"))
    journal.contacts.add("Sam", ways=[PHONE], crisis_order=1)
    right = paths.card.read_bytes()
    harm(paths.card)
    assert paths.card.read_bytes() != right if paths.card.exists() else True
    assert open_journal(to_write=to_write).card_problem == ""
    assert paths.card.read_bytes() == right
    assert paths.card.stat().st_mode & 0o777 == 0o600


def test_a_card_that_is_right_is_not_written_again(paths: Paths, open_journal: Open) -> None:
    journal = open_journal()
    journal.contacts.add("Sam", crisis_order=1)
    before = paths.card.stat()
    journal.entries.add(3)
    add_routine(journal)
    open_journal()
    after = paths.card.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_another_country_is_on_the_card_with_the_next_opening(paths: Paths, open_journal: Open) -> None:
    open_journal()
    open_journal(settings=Settings(country=("IE", "GB"), languages=("pl",), plain=True))
    card = parse(paths.card.read_bytes())
    assert (card.countries, card.languages, card.plain) == (["IE", "GB"], ["pl"], True)


def test_what_lines_are_wanted_for_is_on_the_card_with_the_next_opening(paths: Paths, open_journal: Open) -> None:
    open_journal()
    open_journal(settings=Settings(line_topics=(LineTopic.ALCOHOL,), text_first=True))
    card = parse(paths.card.read_bytes())
    assert (card.topics, card.text_first) == (["alcohol"], True)
    assert b"\ntopic\talcohol\ntext-first\tyes\n" in paths.card.read_bytes()
    open_journal(settings=Settings())
    assert (parse(paths.card.read_bytes()).topics, parse(paths.card.read_bytes()).text_first) == ([], False)


@dataclass(frozen=True, slots=True)
class InGerman(Settings):
    """Settings as they will be with a setting for the language of the program."""

    language: str = "de"


def test_the_language_of_the_program_is_on_the_card_with_the_next_opening(paths: Paths, open_journal: Open) -> None:
    open_journal()
    assert parse(paths.card.read_bytes()).shown_in == ""
    for settings in (InGerman(), InGerman(language="fr"), Settings()):
        open_journal(settings=settings)
        assert parse(paths.card.read_bytes()).shown_in == getattr(settings, "language", "")
    assert redact_card(card_of(0, InGerman(), ()), ()).shown_in == "de"


def test_the_short_name_on_a_redacted_card_is_what_the_person_calls_somebody_and_a_cover_stays_whole() -> None:
    people = [
        Contact("1", "Joanna Fernsby", crisis_order=1, called="Jo F."),
        Contact("2", "Dr Ashgrove, practice", crisis_order=2),
        Contact("3", "Maya Okonkwo", crisis_order=3, called="Maya", cover="Pottery class"),
    ]

    def shown(settings: Settings, field: str) -> list[str]:
        return [each.name for each in parse(dump(redact_card(card_of(0, settings, people), [field])).encode()).people]

    assert shown(Settings(), "names") == ["Jo F.", "Dr Ashgrove", "Maya"]
    assert shown(Settings(discreet=True), "names") == ["Jo F.", "Dr Ashgrove", "Pottery class"]
    assert shown(Settings(), "full-names") == ["Joanna Fernsby", "Dr Ashgrove, practice", "Maya Okonkwo"]


def test_a_card_that_cannot_be_written_loses_no_change(paths: Paths, open_journal: Open) -> None:
    journal = open_journal()
    paths.card.unlink()
    paths.card.mkdir()
    sentence = (
        "Your journal is saved. The crisis card is not up to date: "
        f"carelog could not write {paths.card}: Is a directory. The next command tries again."
    )
    with pytest.raises(CardNotWritten) as problem:
        journal.contacts.add("Sam", crisis_order=1)
    assert problem.value.message == sentence
    assert problem.value.exit_number == 4
    with pytest.raises(CardNotWritten):
        journal.contacts.edit(replace(journal.contacts.named("sam"), say="hello"))
    journal.entries.add(3, "this has nothing to do with the card")
    later = open_journal()
    assert later.card_problem == sentence
    assert [(person.name, person.say) for person in later.contacts] == [("Sam", "hello")]
    paths.card.rmdir()
    assert open_journal().card_problem == ""
    assert names(paths) == ["Sam"]


def test_two_open_journals_lose_none_of_each_others_people(paths: Paths, open_journal: Open) -> None:
    one, other = open_journal(), open_journal()
    other.contacts.add("Sam", crisis_order=2)
    one.contacts.add("Alex", crisis_order=1)
    assert names(paths) == ["Alex", "Sam"]
    other.contacts.remove(other.contacts.named("Sam").id)
    one.contacts.add("Kim", crisis_order=3)
    assert names(paths) == ["Alex", "Kim"]


def test_a_step_that_is_tied_to_someone_on_the_card_names_them_and_nobody_else(paths: Paths, journal: Journal) -> None:
    sam, kim = journal.contacts.add("Sam", crisis_order=1), journal.contacts.add("Kim")
    for text, contact in (("tell somebody", sam), ("call Sam", sam), ("go for a walk", kim)):
        journal.plan.add(Section.PEOPLE, text, contact.id)
    steps = [text for _, text in parse(paths.card.read_bytes()).steps]
    assert steps == ["tell somebody (Sam)", "call Sam", "go for a walk"]


def test_the_card_follows_what_is_said_of_helplines(paths: Paths, journal: Journal) -> None:
    journal.helpline_marks.add("GB", "Shout", hidden=True)
    journal.helpline_marks.add("GB", "Samaritans", checked_on=journal.today)
    card = parse(paths.card.read_bytes())
    assert (card.hidden, card.checked) == ([("GB", "Shout")], [("GB", "Samaritans", journal.today.isoformat())])
    journal.helpline_marks.add("GB", "Shout", hidden=False)
    assert parse(paths.card.read_bytes()).hidden == []
