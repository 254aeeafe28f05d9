"""settings: one file, which the person may also write by hand."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog import settings_fields
from carelog.settings_fields import FIELDS
from support.command import Command

Say = Callable[..., Any]
VALUES = {
    "country": ("gb, ie", "GB, IE"),
    "language": ("pt_br", "pt-BR"),
    "helplines.languages": ("TR, de", "tr, de"),
    "helplines.for": ("Alcohol young", "alcohol, young"),
    "helplines.text_first": ("yes", "on"),
    "name": ("  M.\tT. ", "M. T."),
    "day_starts_at": ("5:30", "05:30"),
    "plain": ("yes", "on"),
    "theme": ("dark", "dark"),
    "shared_computer": ("ON", "on"),
    "discreet": ("on", "on"),
    "own_screen": ("off", "off"),
    "streaks": ("yes", "on"),
    "offer_plan": ("no", "off"),
    "mood.scale": ("two-sided", "two-sided"),
    "mood.words": ("a,b,c,d,e", "a, b, c, d, e"),
    "insights.never": (" hurt-myself,, two  words", "hurt-myself, two words"),
    "lock.cache": ("off", "0"),
    "lock.card": ("say names", "names, say"),
    "share.therapist.sections": ("topics, mood", "topics, mood"),
    "share.therapist.name": ("initials", "initials"),
    "share.ally.sections": ("routines", "routines"),
    "share.ally.name": ("not", "not"),
}
WRONG = {
    "country": "Atlantis",
    "language": "German",
    "helplines.languages": "Turkish",
    "helplines.for": "sleep",
    "helplines.text_first": "perhaps",
    "name": "x" * 81,
    "day_starts_at": "13:00",
    "plain": "perhaps",
    "theme": "pink",
    "shared_computer": "2",
    "discreet": "at times",
    "own_screen": "mine",
    "streaks": "often",
    "offer_plan": "seldom",
    "mood.scale": "three-sided",
    "mood.words": "a,b,c,d",
    "insights.never": "x" * 201,
    "lock.cache": "an hour",
    "lock.card": "passport",
    "share.therapist.sections": "diagnosis",
    "share.therapist.name": "nickname",
    "share.ally.sections": "everything",
    "share.ally.name": "mine",
}


NO_COUNTRY = "carelog knows no country “Atlantis”. Write its name or its code of two letters, such as Ireland or IE."


@pytest.fixture
def one_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language that can be set, although no catalogue is shipped yet."""
    monkeypatch.setattr(
        settings_fields, "language_named", {"pt_br": "pt-BR", "pt-BR": "pt-BR", "German": "", "": ""}.__getitem__
    )


@pytest.mark.usefixtures("one_language")
@pytest.mark.parametrize("key", [field.key for field in FIELDS])
def test_every_setting_is_set_shown_and_taken_back(say: Say, data: Say, refusal: Say, key: str, home: Path) -> None:
    typed, shown = VALUES[key]
    before = say("settings", "get", key).stdout
    assert say("settings", "set", key, typed).stdout == f"{key} is now {shown}.\n"
    assert say("settings", "get", key.upper()).stdout.split("\n")[0] == shown
    assert key in say("settings").stdout
    changed = data("settings")["settings"][key]
    sentence = refusal(2, "settings", "set", key, WRONG[key])
    assert key in sentence
    assert next(field.allowed for field in FIELDS if field.key == key) in sentence or sentence == NO_COUNTRY
    assert data("settings", "get", key) == {key: changed}
    say("settings", "set", key, "")
    assert say("settings", "get", key).stdout == before
    assert (home / "settings.toml").stat().st_mode & 0o777 == 0o600


def test_an_unknown_setting_is_answered_with_those_there_are(refusal: Say) -> None:
    for words in (["get", "contry"], ["set", "contry", "GB"]):
        sentence = refusal(3, "settings", *words)
        assert all(field.key in sentence for field in FIELDS)


def test_what_other_versions_and_the_person_wrote_survives_a_change(say: Say, home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('from_tomorrow = [1, 2]\n[mood]\nscale = "two-sided"\n"later on" = true\n')
    say("settings", "set", "country", "GB")
    say("settings", "set", "mood.words", "a,b,c,d,e")
    kept = (home / "settings.toml").read_text()
    for line in ("from_tomorrow", '"later on" = true', 'scale = "two-sided"', '"GB"'):
        assert line in kept


def test_comments_that_a_change_does_not_keep_are_spoken_of(carelog: Command, say: Say, home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("# mine\nplain = true\n")
    assert (
        "Saved, without the comments that were in the file. To keep comments another time: carelog settings edit"
        in carelog("settings", "set", "country", "GB").stderr
    )
    say("settings", "set", "country", "IE")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("country = GB", "line 1", "TOML"),
        ("name = 'x'\n\ncountry = 'Great Britain'", "line 3", "two-letter country codes such as GB or GB,IE"),
        ("[mood]\n\nscale = 'x'", "line 3", "mood.scale"),
        ("plain = 'perhaps'", "line 1", "on or off"),
        ("mood = 3", "line 1", "mood"),
        ("=" * 100_000, "line 1", "TOML"),
        ("a = " + "[" * 100_000, "", "nested"),
        (b"\xff\xfe", "", "UTF-8"),
        (b"name = 'a\x00b'", "line 1", "TOML"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_line_and_changes_nothing(
    refusal: Say, say: Say, carelog: Command, home: Path, text: str | bytes, line: str, said: str
) -> None:
    say("mood", "3", "before")
    file = home / "settings.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    content = file.read_bytes()
    for words in (["mood", "4", "a secret"], ["settings"], ["settings", "set", "plain", "on"], ["today"]):
        sentence = refusal(5, *words)
        assert str(file) in sentence
        assert line in sentence
        assert said in sentence
        assert "secret" not in sentence
    assert file.read_bytes() == content
    assert carelog("log", "--json").json["errors"][0]["code"] == "settings"
    assert say("crisis").stdout.startswith("In danger now: call 112 (Germany)")


def test_the_path_is_said(say: Say, data: Say, home: Path) -> None:
    assert say("settings", "path").stdout == f"{home / 'settings.toml'}\n"
    assert data("settings", "path") == {"path": str(home / "settings.toml")}


def test_the_country_reaches_the_card_at_once(say: Say, data: Say) -> None:
    say("contact", "add", "Sam", "--crisis", "1")
    say("settings", "set", "country", "IE")
    answer = json.loads(say("crisis", "--json").stdout)["data"]
    assert (answer["country"], answer["country_source"]) == ("IE", "settings")
    say("settings", "set", "country", "")
    assert json.loads(say("crisis", "--json").stdout)["data"]["country_source"] != "settings"
    assert data("settings", "get", "country") == {"country": []}


def test_a_country_set_before_anything_is_noted_is_the_only_one_on_the_card(say: Say) -> None:
    say("settings", "set", "country", "GB")
    assert [line for line in say("crisis").stdout.splitlines() if line.startswith("In danger")] == [
        "In danger now: call 999 (United Kingdom)"
    ] * 2


def test_a_country_that_carelog_has_no_number_of_is_kept_and_remarked_on(carelog: Command, data: Say) -> None:
    done = carelog("settings", "set", "country", "Britain, Yemen")
    assert done.exit_code == 0
    assert "no number and no line for YE" in done.stderr
    assert data("settings", "get", "country") == {"country": ["GB", "YE"]}
    assert carelog("settings", "set", "country", "GB").stderr == ""
