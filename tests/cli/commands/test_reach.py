"""reach, reached, contact ask and contact snooze: one person at a time; nothing is sent, and nobody is blamed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command

Say = Callable[..., Any]


@pytest.fixture
def people(say: Say) -> None:
    """Ana is there in the evening, Dr Ada on weekdays, Kim has no hours."""
    say("contact", "add", "Ana", "--phone", "030 5550101", "--hours", "daily 18-23", "--good-for", "listening")
    say(
        "contact", "add", "Dr Ada", "--phone", "030 5550102", "--hours", "Mon-Fri 09:00-17:00", "--role", "professional"
    )
    say("contact", "add", "Kim", "--text", "0170 5550103", "--good-for", "practical", "--say", "Do you have a minute?")


NIGHT = "2026-11-22T03:12:00+00:00"
SAMARITANS = "Open now: Samaritans, 116 123. They listen; you need no reason and no prepared words."


@pytest.fixture
def page(say: Say) -> Callable[..., list[str]]:
    """The lines of `carelog reach`, as a screen reader gets them: none is wrapped."""
    return lambda *words: say("reach", "--plain", *words).stdout.splitlines()


@pytest.fixture
def people_are(carelog: Command) -> Callable[..., None]:
    """Add or edit somebody; that numbers kept free for drama are in no plan may be said."""

    def run(*words: str) -> None:
        assert carelog("contact", *words).exit_code == 0

    return run


@pytest.fixture
def britain(say: Say, now: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """A night in London."""
    monkeypatch.setenv("TZ", "Europe/London")
    now(NIGHT)
    say("settings", "set", "country", "GB")


@pytest.mark.usefixtures("people")
def test_one_person_is_proposed_with_a_way_and_a_message_and_a_line_behind(say: Say, data: Say) -> None:
    assert data("reach")["contact"]["name"] == "Ana"
    page = " ".join(say("reach").stdout.split())
    assert "030 5550101" in page
    assert "Hi Ana, I am having a hard time. Do you have a moment to talk?" in page
    assert "carelog reached Ana" in page
    assert page.index("carelog reached Ana") < page.index("Open now: TelefonSeelsorge")
    assert page.endswith("In danger: carelog crisis")
    assert "Kim" not in page
    say("reached", "Ana", "--helped", "some")
    assert data("reach")["contact"]["name"] == "Ana"
    say("contact", "edit", "Ana", "--hours", "")
    assert data("reach")["contact"]["name"] == "Kim"
    assert "If they do not answer, try the line here." in " ".join(say("reach").stdout.split())
    say("reached", "Kim")
    say("reached", "Ana", "--at", "yesterday")


@pytest.mark.usefixtures("britain")
def test_at_night_whoever_said_any_hour_comes_first_then_a_line_then_who_is_next(
    people_are: Say, say: Say, data: Say, page: Say
) -> None:
    people_are(
        "add",
        "Ines Moreau, therapist",
        "--role",
        "professional",
        "--phone",
        "020 7946 0741",
        "--crisis",
        "1",
    )
    people_are("add", "Auntie Bea", "--role", "family", "--phone", "0117 496 0284", "--hours", "09:00-21:00")
    people_are("add", "Jo", "--phone", "07700 900142", "--crisis", "3")
    say("contact", "ask", "Jo", "--agreed", "2026-03-14", "--yes-to", "a call at any hour")
    say("reached", "Jo", "--at", "yesterday")
    assert page() == [
        "Jo said yes to: a call at any hour. 07700 900142.",
        "A message to copy:",
        "Hi Jo, it is a bad night. You said I could call at any hour. Can I?",
        "When you have talked: carelog reached Jo",
        SAMARITANS,
        "Auntie Bea, from 09:00.",
        "0117 496 0284.",
        "In danger: carelog crisis",
    ]
    found = data("reach")
    assert (found["contact"]["name"], found["contact"]["reachable_now"]) == ("Jo", True)
    assert (found["next"]["contact"]["name"], found["next"]["from"]) == ("Auntie Bea", "2026-11-22T09:00:00+00:00")
    assert (found["line"]["name"], found["line"]["phone"], found["unread"]) == ("Samaritans", "116 123", False)
    assert found["lines"][0] == found["line"]


@pytest.mark.usefixtures("britain")
def test_at_night_nobody_who_may_be_asleep_is_written_to(people_are: Say, data: Say, page: Say) -> None:
    people_are("add", "Ines Moreau, therapist", "--role", "professional", "--phone", "020 7946 0741")
    draft = ["A message to copy:", "Hi, I am having a hard time. When could we talk?"]
    reached = "When you have talked: carelog reached 'Ines Moreau'"
    unknown = "If they do not answer, try the line here."
    end = "In danger: carelog crisis"
    ines = ["Ines Moreau, therapist.", "020 7946 0741.", unknown, *draft, reached]
    assert page() == [SAMARITANS, *ines, end]
    people_are("add", "Auntie Bea", "--phone", "0117 496 0284", "--hours", "09:00-21:00")
    bea = ["Auntie Bea, from 09:00.", "0117 496 0284."]
    assert page() == [SAMARITANS, *bea, end]
    assert (data("reach")["contact"], data("reach")["message"]) == (None, None)
    people_are("add", "Kim (choir)", "--phone", "07700 900371")
    kim = ["Kim (choir).", "07700 900371.", unknown, "When you have talked: carelog reached Kim"]
    assert page() == [SAMARITANS, *kim, *bea, end]
    assert (data("reach")["contact"]["name"], data("reach")["message"]) == ("Kim (choir)", None)


@pytest.mark.usefixtures("britain")
def test_a_group_is_named_with_its_next_meeting_and_not_written_to_at_night(
    people_are: Say, data: Say, page: Say
) -> None:
    people_are("add", "Walkers", "--role", "group", "--phone", "020 7946 0907", "--meets", "Thu 18:30 every week")
    assert page() == [
        SAMARITANS,
        "Walkers.",
        "020 7946 0907.",
        "Next meeting: Thu 26 Nov 18:30.",
        "When you have talked: carelog reached Walkers",
        "In danger: carelog crisis",
    ]
    assert data("reach")["meets_next"] == "2026-11-26T18:30:00+00:00"
    people_are("edit", "Walkers", "--meets", "when we feel like it")
    assert "Meets: when we feel like it." in page()


def test_night_is_where_somebody_is(say: Say, now: Callable[[str], None], data: Say) -> None:
    now("2026-11-22T03:12:00+01:00")
    say("contact", "add", "Noor", "--phone", "030 5550104", "--zone", "America/Los_Angeles")
    assert data("reach")["message"].startswith("Hi Noor,")
    say("contact", "edit", "Noor", "--zone", "Europe/Berlin")
    assert data("reach")["message"] is None


@pytest.mark.usefixtures("britain")
@pytest.mark.parametrize(
    ("hours", "agreed", "message"),
    [
        ("24/7", "", "Hi Jonas, it is a bad night. Can I call you?"),
        ("", "a text, day or night", "Hi Jonas, it is a bad night. You said any hour is all right. Is now?"),
        ("daily 20:00-04:00", "", "Hi Jonas, I am having a hard time. Do you have a moment to talk?"),
        ("", "a call, but not at night", None),
    ],
)
def test_a_message_at_night_says_only_what_somebody_said_yes_to(
    people_are: Say, say: Say, data: Say, hours: str, agreed: str, message: str | None
) -> None:
    people_are("add", "Jonas (brother)", "--phone", "07700 900371", "--hours", hours)
    if agreed:
        say("contact", "ask", "Jonas", "--agreed", "yesterday", "--yes-to", agreed)
    assert data("reach")["message"] == message


@pytest.mark.usefixtures("britain")
def test_others_who_look_on_read_no_name_and_the_order_stays(people_are: Say, say: Say, page: Say) -> None:
    people_are("add", "Pottery class", "--phone", "07700 900371", "--cover", "errand")
    people_are("add", "Jo", "--phone", "07700 900142", "--cover", "book club")
    say("contact", "ask", "Jo", "--agreed", "yesterday", "--yes-to", "a call at any hour")
    shown = page("--discreet")
    assert shown[0] == "book club."
    assert "Hi, it is a bad night. Can I call you?" in shown
    assert SAMARITANS in shown


@pytest.mark.usefixtures("britain")
def test_whoever_would_rather_write_gets_a_line_and_people_to_write_to(people_are: Say, say: Say, page: Say) -> None:
    say("settings", "set", "helplines.text_first", "on")
    people_are("add", "Jo", "--phone", "07700 900142", "--text", "07700 900371", "--hours", "24/7")
    shown = page()
    assert shown[:3] == ["Jo, at any hour.", "text 07700 900371.", "07700 900142."]
    assert [line for line in shown if line.startswith("Open now: ")] == [
        "Open now: Shout, text SHOUT to 85258. They listen; you need no reason and no prepared words."
    ]


@pytest.mark.usefixtures("britain")
def test_two_people_who_are_called_the_same_keep_their_whole_names(people_are: Say, page: Say) -> None:
    people_are("add", "Sam (work)", "--phone", "07700 900371", "--hours", "24/7")
    people_are("add", "Sam (brother)", "--phone", "07700 900142")
    assert page()[0] == "Sam (work), at any hour."
    assert "When you have talked: carelog reached 'Sam (work)'" in page()


@pytest.mark.usefixtures("people")
def test_a_wish_goes_into_the_draft_and_to_somebody_who_is_good_for_it(say: Say, data: Say) -> None:
    found = data("reach", "--good-for", "practical", "lift", "to", "the", "clinic", "Thursday")
    assert found["contact"]["name"] == "Kim"
    assert "lift to the clinic Thursday" in found["message"]
    assert "Say: Do you have a minute?" in say("reach", "--good-for", "practical").stdout
    assert data("reach", "--good-for", "emergency")["contact"]["name"] == "Ana"
    assert data("reach", "lift")["message"] == "Hi Ana, could you help me with this: lift? It is fine if not."


@pytest.mark.usefixtures("people")
def test_a_proposal_is_not_kept(data: Say) -> None:
    assert [data("reach")["contact"]["name"] for _ in range(3)] == ["Ana"] * 3


def test_when_nobody_can_be_reached_it_names_who_is_next_and_the_open_lines(say: Say, data: Say) -> None:
    say("settings", "set", "country", "DE")
    say("contact", "add", "Dr Ada", "--phone", "030 5550102", "--hours", "Mon-Fri 09:00-17:00")
    found = data("reach")
    assert found["contact"] is None
    assert (found["next"]["contact"]["name"], found["next"]["from"]) == ("Dr Ada", "2026-11-23T09:00:00+01:00")
    assert "TelefonSeelsorge" in [line["name"] for line in found["lines"]]
    page = say("reach").stdout
    assert "Dr Ada, from 09:00." in page
    assert "carelog crisis" in page
    say("contact", "edit", "Dr Ada", "--hours", "Tue 09:00-17:00")
    assert "Dr Ada, from Tue 24 Nov 09:00." in say("reach").stdout


@pytest.mark.usefixtures("britain")
def test_an_empty_journal_answers_with_a_line(say: Say, page: Say) -> None:
    empty = [
        "Open now: Samaritans, 116 123. To add someone you trust, later: carelog contact add",
        "In danger: carelog crisis",
    ]
    assert page() == empty
    say("contact", "add", "Sam")
    assert page() == empty


def test_a_guessed_country_says_that_it_is_one(page: Say) -> None:
    shown = page()
    assert shown[0].startswith("Open now: TelefonSeelsorge, 0800 111 0 111. To add someone")
    assert shown[1] == "The country is a guess. To set it: carelog settings set country DE"


def test_without_a_country_it_says_what_to_do_in_danger_and_how_to_see_lines(
    page: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TZ", "LANG", "LC_ALL"):
        monkeypatch.setenv(name, "UTC" if name == "TZ" else "C")
    assert page() == [
        "In danger: call your emergency number. To see the lines of a country: carelog settings set country GB",
        "To add someone you trust, later: carelog contact add",
        "In danger: carelog crisis",
    ]


@pytest.mark.parametrize("broken", ["journal.db", "settings.toml"])
def test_a_home_that_cannot_be_read_answers_with_lines_and_says_why(
    carelog: Command, say: Say, home: Path, broken: str
) -> None:
    say("settings", "set", "country", "GB")
    (home / broken).write_text("country = [")
    answer = carelog("reach", "--plain")
    assert answer.exit_code == 0
    first, line, *_ = answer.stdout.splitlines()
    assert first == "Your own people could not be read just now. These numbers need nothing from this computer."
    assert line.startswith("Open now: ")
    assert answer.stdout.endswith("In danger: carelog crisis\n")
    assert broken in answer.stderr
    assert carelog("reach", "--json").json["data"]["unread"] is True


def test_a_journal_that_stays_locked_answers_with_lines(carelog: Command) -> None:
    carelog("contact", "add", "Sam", "--phone", "07700 900371")
    assert (
        carelog(
            "lock", "on", "--yes", env={"CARELOG_NEW_PASSPHRASE_COMMAND": "echo a long enough passphrase"}
        ).exit_code
        == 0
    )
    carelog("lock", "now")
    answer = carelog("reach", "--plain")
    assert answer.exit_code == 0
    assert answer.stdout.startswith("Your own people could not be read just now.")
    assert "Sam" not in answer.stdout


@pytest.mark.parametrize(
    ("zone", "there", "opens"),
    [
        ("Europe/Berlin", False, "from Mon 23 Nov 09:00"),
        ("America/New_York", True, "reachable"),
        ("Asia/Tokyo", False, "from Mon 23 Nov 01:00"),
        ("Pacific/Auckland", True, "reachable"),
    ],
)
def test_hours_are_those_of_where_somebody_is(say: Say, data: Say, zone: str, there: bool, opens: str) -> None:
    say("contact", "add", "Sam", "--hours", "daily 09:00-17:00", "--zone", zone)
    assert data("contact")["contacts"][0]["reachable_now"] is there
    assert opens in " ".join(say("contact", "show", "Sam").stdout.split())


@pytest.mark.parametrize(("hours", "there"), [("Sat 22:00-02:00", True), ("Sun 22:00-02:00", False)])
def test_hours_that_cross_midnight_belong_to_the_day_they_begin(
    say: Say, data: Say, now: Callable[[str], None], hours: str, there: bool
) -> None:
    now("2026-11-22T01:30:00+01:00")
    say("contact", "add", "Sam", "--hours", hours)
    assert data("contact")["contacts"][0]["reachable_now"] is there


def test_hours_that_are_not_understood_are_kept_and_that_is_said(carelog: Command, data: Say) -> None:
    answer = carelog("contact", "add", "Sam", "--hours", "most evenings", "--meets", "when we feel like it")
    assert answer.exit_code == 0
    assert "“most evenings” is kept as you wrote it" in answer.stderr
    assert "“when we feel like it” is kept" in answer.stderr
    sam = data("contact", "show", "Sam")["contact"]
    assert (sam["hours"], sam["reachable_now"]) == ("most evenings", None)


def test_someone_is_asked_beforehand_and_what_they_said_is_kept(say: Say, data: Say) -> None:
    say("contact", "add", "Sam")
    assert data("contact", "ask", "Sam")["message"] == (
        "Hi Sam, on bad days it would help me to be able to call you. Would that be all right, and at what times? "
        "A no is fine."
    )
    say("contact", "ask", "Sam", "--agreed", "yesterday", "--yes-to", "a call in the evening")
    sam = data("contact", "show", "Sam")["contact"]
    assert (sam["agreed"], sam["agreed_to"]) == ("2026-11-21", "a call in the evening")
    assert "a call in the evening (Sat 21 Nov 2026)" in " ".join(say("contact", "show", "Sam").stdout.split())


def test_the_next_meeting_is_on_today_and_in_its_week(say: Say, data: Say) -> None:
    say("contact", "add", "Choir", "--role", "group", "--meets", "Tue 19:00 every week")
    say("contact", "add", "Walkers", "--role", "group", "--meets", "Sun 22:00", "--zone", "Europe/London")
    say("contact", "add", "Reading", "--role", "group", "--meets", "first Mon 18:00 every month")
    assert data("today")["meetings"] == [
        {"name": "Walkers", "at": "2026-11-22T23:00:00+01:00"},
        {"name": "Choir", "at": "2026-11-24T19:00:00+01:00"},
    ]
    assert "Tue 24 Nov 19:00  Choir" in say("today").stdout
    assert "Tue 24 Nov 19:00: Choir." in say("today", "--plain").stdout
    assert [each["name"] for each in data("week")["meetings"]] == ["Walkers"]
    assert "23:00: Walkers" in say("week").stdout
    assert data("week", "2026-11-09")["meetings"] == []


def test_who_is_to_be_kept_in_touch_with_is_named_once_the_time_is_over_and_rests_when_asked(
    say: Say, data: Say, now: Callable[[str], None]
) -> None:
    say("contact", "add", "Ana", "--keep-in-touch", "3w")
    say("mood", "3")
    for day in ("2026-12-02", "2026-12-12"):
        now(f"{day}T12:00:00+01:00")
        say("mood", "3")
        assert data("today")["out_of_touch"] is None
    now("2026-12-15T12:00:00+01:00")
    assert data("today")["out_of_touch"] == {"name": "Ana", "days": 23}
    asked = (
        "You wanted to hear from Ana now and then. How to reach them: carelog contact show Ana. "
        "Later: carelog contact snooze Ana"
    )
    assert asked in " ".join(say("today").stdout.split())
    say("contact", "snooze", "Ana", "1w")
    assert data("today")["out_of_touch"] is None
    now("2026-12-22T12:00:00+01:00")
    assert data("today")["out_of_touch"] == {"name": "Ana", "days": 30}
    say("reached", "Ana")
    assert data("today")["out_of_touch"] is None
    say("contact", "edit", "Ana", "--keep-in-touch", "off")
    assert data("contact", "show", "Ana")["contact"]["keep_in_touch"] is None


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (3, ["reached", "Nobody"], "carelog contact list"),
        (
            2,
            ["reached", "Sam", "--at", "tomorrow"],
            "What you note is about now or earlier. For something to come: carelog activity plan",
        ),
        (2, ["reached", "Sam", "--helped", "very"], "yes, some"),
        (2, ["reach", "--good-for", "money"], "listening"),
        (2, ["reach", "--whom", "Sam"], "--whom"),
        (2, ["contact", "snooze", "Sam", "soon"], "“soon” is not a time carelog understands."),
        (3, ["contact", "ask", "Nobody"], "carelog contact list"),
    ],
)
def test_invalid_words_are_refused(refusal: Say, say: Say, number: int, words: list[str], said: str) -> None:
    say("contact", "add", "Sam")
    assert said in refusal(number, *words)


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("typed", ["Kim", "kim", "KIM"])
def test_a_name_behind_reach_is_whom_to_turn_to_and_no_wish(data: Say, typed: str) -> None:
    found = data("reach", typed)
    assert found["contact"]["name"] == "Kim"
    assert typed not in found["message"].removeprefix("Hi Kim, ")


def test_reach_knows_people_by_what_they_are_called_and_by_their_cover(
    people_are: Callable[..., None], data: Say
) -> None:
    people_are("add", "Ana", "--phone", "030 5550101", "--crisis", "1")
    people_are("add", "Jo Penrose, sister", "--phone", "030 5550102", "--cover", "Pottery class")
    for typed in ("Jo Penrose", "jo penrose, sister", "pottery class"):
        assert data("reach", typed)["contact"]["name"] == "Jo Penrose, sister"
    assert data("reach", "pottery class", "--discreet")["contact"]["name"] == "Pottery class"
    assert data("reach", "pottery")["contact"]["name"] == "Ana"


@pytest.mark.usefixtures("people")
def test_the_name_of_somebody_put_away_is_in_no_draft_to_another(say: Say, data: Say) -> None:
    say("contact", "add", "Maya", "--phone", "030 5550104")
    say("contact", "away", "Maya", "--yes")
    found = data("reach", "maya")
    assert found["contact"]["name"] == "Ana"
    assert found["message"] == "Hi Ana, I am having a hard time. Do you have a moment to talk?"
