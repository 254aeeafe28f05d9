"""contact: people to turn to, and the crisis card, which follows every change."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command, Terminal

Say = Callable[..., Any]
FULL = [
    *[
        "--phone",
        "020 7946 0018",
        "--phone",
        "+44 20 7946 0019",
        "--text",
        "07700 900123",
        "--email",
        "sam@example.org",
    ],
    *["--role", "peer", "--good-for", "listening", "--good-for", "company", "--hours", "Mon-Fri 09:00-17:00"],
    *["--crisis", "1", "--say", "Can you stay on the phone?", "--note", "knows the dog"],
]


@pytest.fixture
def sam(data: Say) -> dict[str, Any]:
    """Sam, a contact with every field filled."""
    made: dict[str, Any] = data("contact", "add", "Sam", *FULL)["contact"]
    return made


def test_a_contact_is_kept_as_it_was_given(data: Say, sam: dict[str, Any]) -> None:
    assert [(way["kind"], way["value"]) for way in sam["ways"]] == [
        ("phone", "020 7946 0018"),
        ("phone", "+44 20 7946 0019"),
        ("text", "07700 900123"),
        ("email", "sam@example.org"),
    ]
    assert (sam["role"], sam["good_for"], sam["crisis_order"]) == ("peer", ["listening", "company"], 1)
    assert (sam["say"], sam["note"]) == ("Can you stay on the phone?", "knows the dog")
    assert (sam["reachable_now"], sam["agreed"]) == (False, None)
    assert data("contact", "show", "sam")["contact"] == sam
    assert data("contact")["contacts"] == data("contact", "list")["contacts"] == [sam]


@pytest.mark.usefixtures("sam")
def test_the_card_follows_every_change_at_once(say: Say) -> None:
    card = say("crisis").stdout
    assert "020 7946 0018" in card
    assert "knows the dog" not in card
    say("contact", "edit", "Sam", "--phone", "020 7946 0021")
    assert "020 7946 0021" in say("crisis").stdout
    assert "020 7946 0018" not in say("crisis").stdout
    say("contact", "edit", "Sam", "--crisis", "0")
    assert "Sam" not in say("crisis").stdout
    say("contact", "edit", "Sam", "--crisis", "2")
    assert "Sam" in say("crisis").stdout
    say("contact", "remove", "Sam", "--yes")
    assert "Sam" not in say("crisis").stdout


def test_people_stand_in_the_persons_own_order(data: Say, say: Say) -> None:
    for name, place in (("Ada", "3"), ("Mum", "1"), ("Zoe", "2"), ("Ben", "0")):
        say("contact", "add", name, "--phone", "1", "--crisis", place)
    assert [each["name"] for each in data("contact")["contacts"]] == ["Mum", "Zoe", "Ada", "Ben"]
    card = say("crisis").stdout
    assert card.index("Mum") < card.index("Zoe") < card.index("Ada")
    assert "Ben" not in card


@pytest.mark.parametrize(
    ("options", "changed"),
    [
        (["--name", "Samira"], {"name": "Samira"}),
        (["--role", "family"], {"role": "family"}),
        (["--hours", ""], {"hours": None, "reachable_now": None}),
        (["--hours", "daily 21-23"], {"hours": "daily 21-23", "reachable_now": True}),
        (["--zone", "Asia/Tokyo"], {"zone": "Asia/Tokyo", "reachable_now": False}),
        (["--meets", "Tue 19:00"], {"meets": "Tue 19:00"}),
        (["--keep-in-touch", "3w"], {"keep_in_touch": 21}),
        (["--say", ""], {"say": None}),
        (["--note", "calls back"], {"note": "calls back"}),
        (["--good-for", "emergency"], {"good_for": ["emergency"]}),
        (["--crisis", "5"], {"crisis_order": 5}),
        (["--crisis", "0"], {"crisis_order": None}),
    ],
)
def test_an_edit_changes_what_is_given_alone(
    data: Say, sam: dict[str, Any], options: list[str], changed: dict[str, Any]
) -> None:
    assert data("contact", "edit", "sa", *options)["contact"] == sam | changed


def test_a_new_number_takes_the_place_of_numbers_and_leaves_other_ways(data: Say, sam: dict[str, Any]) -> None:
    ways = data("contact", "edit", "Sam", "--phone", "1234")["contact"]["ways"]
    assert [way["value"] for way in ways if way["kind"] == "phone"] == ["1234"]
    assert [way for way in ways if way["kind"] != "phone"] == sam["ways"][2:]


@pytest.mark.parametrize(
    ("option", "value"),
    [("--text", "07700 900456"), ("--email", "s@example.org"), ("--web", "example.net"), ("--address", "the mill")],
)
def test_an_edit_replaces_the_ways_of_one_kind(data: Say, option: str, value: str) -> None:
    ways = ["--text", "07700 900123", "--email", "sam@example.org", "--web", "example.org", "--address", "Town hall"]
    old = kinds(data("contact", "add", "Sam", *ways))
    assert old == dict(zip(("text", "email", "web", "address"), ways[1::2], strict=True))
    assert kinds(data("contact", "edit", "Sam", option, value)) == old | {option.removeprefix("--"): value}


def kinds(answer: Any) -> dict[str, str]:
    """The ways to reach a contact, each by its kind."""
    return {way["kind"]: way["value"] for way in answer["contact"]["ways"]}


def test_an_empty_number_takes_all_numbers_away(data: Say, sam: dict[str, Any]) -> None:
    ways = data("contact", "edit", "Sam", "--phone", "")["contact"]["ways"]
    assert ways == sam["ways"][2:]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--phone", "ask Mum"], "“ask Mum” has no digits, so it cannot be a number to call or text."),
        (["--email", "sam"], "“sam” is not an e-mail address."),
        (["--role", "boss"], "family, friend, peer"),
        (["--good-for", "money"], "listening, company"),
        (["--crisis", "-1"], "--crisis"),
        (["--crisis", "1000"], "up to 999"),
        (["--crisis", "first"], "This does not fit --crisis: “first” is not a whole number"),
        (["--zone", "Nowhere/Land"], "Europe/Berlin"),
        (["--keep-in-touch", "often"], "“often” is not a length of time such as 3w or 10d. off ends it."),
        (["--keep-in-touch", "60w"], "1 up to 366"),
    ],
)
def test_what_cannot_be_is_refused_and_nobody_is_kept(refusal: Say, data: Say, options: list[str], said: str) -> None:
    assert said in refusal(2, "contact", "add", "Sam", *options)
    assert data("contact")["contacts"] == []


def test_the_beginning_of_a_name_is_enough_while_it_is_one_persons(data: Say, refusal: Say, carelog: Command) -> None:
    for name in ("Sam", "Samira", "Dr Ada Lovelace", "Zoë", "Ирина"):
        data("contact", "add", name)
    assert data("contact", "show", "sam")["contact"]["name"] == "Sam"
    assert data("contact", "show", "sami")["contact"]["name"] == "Samira"
    assert data("contact", "show", "dr  ada")["contact"]["name"] == "Dr Ada Lovelace"
    assert data("contact", "show", "Dr", "Ada", "Lovelace")["contact"]["name"] == "Dr Ada Lovelace"
    assert data("contact", "show", "ZOE\u0308")["contact"]["name"] == "Zoë"
    assert data("contact", "show", "ири")["contact"]["name"] == "Ирина"
    handle = data("contact", "show", "Samira")["contact"]["handle"]
    assert data("contact", "show", handle)["contact"]["name"] == "Samira"
    sam = data("contact", "show", "Sam")["contact"]["handle"]
    assert refusal(2, "contact", "show", "S") == (
        f"“S” fits 2 of them: {min(sam, handle)}, {max(sam, handle)}. Use one of these handles, or more of the name. "
        "The list shows which is which."
    )
    assert "There is no contact called “Nobody”. “carelog contact list” shows what there is." in refusal(
        3, "contact", "show", "Nobody"
    )
    answer = carelog("contact", "show", "S", "--json")
    assert answer.json["errors"][0]["code"] == "ambiguous"
    assert "Samira" not in answer.stdout


def test_a_name_is_given_once(refusal: Say, sam: dict[str, Any], data: Say) -> None:
    assert "already" in refusal(2, "contact", "add", "SAM")
    data("contact", "add", "Ada")
    assert "already" in refusal(2, "contact", "edit", "Ada", "--name", "sam")
    assert data("contact", "show", "Sam")["contact"] == sam
    assert refusal(2, "contact", "add", "  ")


def test_who_is_added_hears_how_to_put_them_on_the_card(say: Say) -> None:
    assert say("contact", "add", "Dr Ada").stdout == (
        "Added Dr Ada. With a number they can be on your crisis card: carelog contact edit 'Dr Ada' "
        "--phone NUMBER --crisis 1\n"
    )
    said = say("contact", "add", "Dr Bea", "--phone", "+44 20 7946 0018").stdout
    command = said.partition(": carelog ")[2].strip()
    assert command == "contact edit 'Dr Bea' --crisis 1"
    assert say("contact", "add", "Mum", "--crisis", "1").stdout.endswith(
        "Added Mum. They are on your crisis card: carelog crisis\n"
    )


def test_a_removal_asks(terminal: Callable[..., Terminal], data: Say, sam: dict[str, Any], refusal: Say) -> None:
    assert "To do this without being asked, add --yes." in refusal(2, "contact", "remove", "Sam")
    person = terminal("contact", "remove", "Sam")
    person.expect("Remove “Sam” for good?")
    person.type("n")
    assert person.finish()[0] == 0
    assert data("contact")["contacts"] == [sam]


def test_who_is_removed_leaves_no_name_or_number_in_the_files(say: Say, home: Path) -> None:
    say("contact", "add", "Samantha", "--phone", "020 7946 0018", "--crisis", "1")
    say("contact", "remove", "Samantha", "--yes")
    for file in (home / "journal.db", home / "card.txt"):
        assert b"Samantha" not in file.read_bytes()
        assert b"7946" not in file.read_bytes()


def test_a_card_that_cannot_be_written_is_said_and_the_change_is_kept(carelog: Command, home: Path, data: Say) -> None:
    data("contact", "add", "Ada", "--crisis", "1")
    (home / "card.txt").unlink()
    (home / "card.txt").mkdir()
    result = carelog("contact", "add", "Sam", "--crisis", "2")
    assert result.exit_code == 4
    assert "Traceback" not in result.stderr
    (home / "card.txt").rmdir()
    assert {each["name"] for each in data("contact")["contacts"]} == {"Ada", "Sam"}
    assert "Sam" in (home / "card.txt").read_text()


def test_a_number_without_its_option_does_not_become_a_part_of_the_name(refusal: Say, data: Say) -> None:
    assert "“020” was not understood here" in refusal(2, "contact", "add", "Sam", "020")
    assert data("contact")["contacts"] == []


@pytest.mark.parametrize(
    ("country", "given", "kept"),
    [
        ("GB", "02079460018", "020 7946 0018"),
        ("GB", "+44 20 7946 0018", "020 7946 0018"),
        ("GB", "+49 (0)30 5550147", "+49 30 5550147"),
        ("DE", "030/5550147", "030 5550147"),
        ("DE", "+44 20 7946 0018", "+44 20 7946 0018"),
        ("DE,GB", "020 7946 0018", "+44 20 7946 0018"),
        ("US", "988", "988"),
        ("DE", "116 123", "116 123"),
        ("FR", "3114", "3114"),
        ("GB", "*#06#", "*#06#"),
        ("", "020 7946 0018", "020 7946 0018"),
        ("", "+442079460018", "+44 20 7946 0018"),
    ],
)
def test_a_number_is_written_as_at_home_or_with_its_country(
    say: Say, data: Say, country: str, given: str, kept: str
) -> None:
    say("settings", "set", "country", country)
    assert [way["value"] for way in data("contact", "add", "Sam", "--phone", given)["contact"]["ways"]] == [kept]


@pytest.mark.parametrize("given", ["020 7946 00", "12345678", "+999 123 4567", "1-800-CALL-SAM-NOW-12345678901"])
def test_a_number_that_is_not_known_is_kept_as_given_and_that_is_said(
    carelog: Command, data: Say, say: Say, given: str
) -> None:
    say("settings", "set", "country", "GB")
    answer = carelog("contact", "add", "Sam", "--phone", given)
    assert answer.exit_code == 0
    unknown = f"“{given}” is kept as you gave it. carelog does not know numbers of this form: please look at it once."
    assert unknown in " ".join(answer.stderr.split())
    assert [way["value"] for way in data("contact", "show", "Sam")["contact"]["ways"]] == [given]


@pytest.mark.parametrize(
    ("given", "value", "label"),
    [
        ("020 7946 0018 (mobile)", "020 7946 0018", "mobile"),
        ("(020) 7946 0018", "(020) 7946 0018", None),
        ("020 7946 (0018)", "020 7946 (0018)", None),
        ("(home)", None, None),
    ],
)
def test_a_label_stands_in_brackets_behind_a_number(
    data: Say, refusal: Say, given: str, value: str | None, label: str | None
) -> None:
    if value is None:
        no_digits = f"“{given}” has no digits, so it cannot be a number to call or text."
        assert no_digits in refusal(2, "contact", "add", "Sam", "--phone", given)
        return
    ways = data("contact", "add", "Sam", "--phone", given)["contact"]["ways"]
    assert ways == [{"kind": "phone", "value": value, "label": label}]


def test_a_name_that_nobody_has_names_the_list_only_where_there_is_one(refusal: Say, say: Say) -> None:
    nobody = "There is no contact called “Ada”, and none is kept yet. To add one: carelog contact add"
    assert refusal(3, "contact", "show", "Ada") == nobody
    say("contact", "add", "Sam")
    named = "There is no contact called “Ada”. “carelog contact list” shows what there is."
    assert refusal(3, "contact", "show", "Ada") == named


@pytest.mark.usefixtures("sam")
def test_people_are_called_and_found_by_what_the_person_calls_them(say: Say, data: Say) -> None:
    assert say("contact", "edit", "Sam", "--call", "Sunny").stdout == "Changed Sunny. “carelog undo” takes it back.\n"
    assert data("contact", "show", "sunny")["contact"]["name"] == "Sam"
    assert say("reached", "Sunny").stdout == "Noted: in touch with Sunny.\n"
    assert (
        "Hi Sunny, on bad days it would help me to be able to call you. Would that be all right, and at what times? "
        "A no is fine."
    ) in say("contact", "ask", "Sam").stdout
    assert "carelog contact ask Sunny --agreed today" in say("contact", "ask", "Sam").stdout
    say("contact", "edit", "Sunny", "--name", "Sunny")
    say("contact", "edit", "Sunny", "--call", "")
    assert data("contact", "show", "Sunny")["contact"]["called"] is None


@pytest.mark.usefixtures("sam")
@pytest.mark.parametrize("called", ["sam", "Sunny", "evening class", "Jonas"])
def test_nobody_is_called_by_what_somebody_else_is_called(refusal: Say, say: Say, called: str) -> None:
    say("contact", "edit", "Sam", "--call", "Sunny", "--cover", "evening class")
    say("contact", "add", "Jonas (brother)")
    say("contact", "add", "Jo")
    told = f"Somebody else is called “{called}” already. Choose another name, to tell them apart."
    assert refusal(2, "contact", "edit", "Jo", "--call", called) == told
    assert refusal(2, "contact", "add", "Bea", "--call", called) == told
    assert "already" in refusal(2, "contact", "add", "Sunny")


@pytest.mark.usefixtures("sam")
def test_a_name_that_is_put_away_is_nobody_elses_and_finds_them_again(refusal: Say, say: Say, data: Say) -> None:
    say("contact", "edit", "Sam", "--call", "Sunny")
    say("contact", "away", "Sunny", "--yes")
    assert refusal(3, "contact", "show", "Sunny") == (
        "“Sunny” was put away. To have the name back: carelog contact back Sunny"
    )
    assert "already" in refusal(2, "contact", "add", "Bea", "--call", "Sunny")
    say("contact", "back", "Sunny")
    assert [each["name"] for each in data("contact")["contacts"]] == ["Sam"]


@pytest.mark.usefixtures("sam")
def test_no_masked_page_has_what_the_person_calls_somebody(say: Say) -> None:
    say("contact", "edit", "Sam", "--call", "Sunny", "--cover", "evening class")
    pages = [say(*line, "--discreet").stdout for line in (["contact", "show", "Sam"], ["contact"], ["reach"])]
    assert "Sunny" not in "".join(pages)
    assert "evening class" in pages[0]
