"""Settings are checked, survive what this version does not know, and a mistake in them changes nothing."""

import itertools
import stat
import tomllib
from datetime import time
from functools import partial
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import settings as within
from hypothesis import strategies as st

from carelog import settings_fields
from carelog.domain.mood import MoodScale, MoodWords
from carelog.errors import CarelogError, InvalidValue, NotFound, SettingsError
from carelog.paths import Paths, system_paths
from carelog.settings import Settings, Theme
from carelog.settings_fields import FIELDS, field_of
from carelog.settings_file import load_settings, remember_daylio_moods, set_value
from support.refusal import refusal_of
from support.sentences import whole
from support.strategies import texts

KEYS = [each.key for each in FIELDS]
numbers = itertools.count()
keys = st.sampled_from(KEYS)
storable = texts.map(lambda text: text.encode(errors="replace").decode())
values = st.one_of(
    storable,
    st.integers(),
    st.booleans(),
    st.floats(),
    st.times(),
    st.lists(st.integers() | st.text(st.characters(exclude_categories=["Cs"]), max_size=3)),
)


@pytest.fixture
def paths(home: Path) -> Paths:
    home.mkdir(mode=0o700)
    return system_paths()


@pytest.fixture
def one_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language that can be set, although no catalogue is shipped yet."""
    monkeypatch.setattr(settings_fields, "language_named", {"de": "de", "": ""}.__getitem__)


def nested(key: str, value: object) -> dict[str, object]:
    for name in reversed(key.split(".")):
        value = {name: value}
    assert isinstance(value, dict)
    return value


def written(paths: Paths, text: str) -> Paths:
    paths.settings.write_text(text, encoding="utf-8", newline="")
    return paths


def fresh() -> Paths:
    """The places of a home of its own, for one example of a property."""
    folder = Path.cwd() / str(next(numbers))
    folder.mkdir()
    return Paths.inside(folder)


def test_without_a_file_everything_is_as_declared_and_no_file_appears(paths: Paths) -> None:
    assert vars_of(load_settings(paths)) == vars_of(Settings())
    assert not paths.settings.exists()


def vars_of(settings: Settings) -> dict[str, object]:
    return {each.key: each.value_in(settings) for each in FIELDS} | {"moods": dict(settings.daylio_moods)}


@pytest.mark.parametrize(
    ("key", "typed", "kept", "shown"),
    [
        ("country", "gb", ["GB"], "GB"),
        ("country", "gb, ie de", ["GB", "IE", "DE"], "GB, IE, DE"),
        ("country", "uk,GB", ["GB"], "GB"),
        ("helplines.for", "Alcohol, deaf alcohol", ["alcohol", "deaf"], "alcohol, deaf"),
        ("helplines.text_first", "on", True, "on"),
        ("name", "  Alex\tD. ", "Alex D.", "Alex D."),
        ("day_starts_at", "4:30", "04:30", "04:30"),
        ("day-starts-at", "00:00", "00:00", "00:00"),
        ("DAY_STARTS_AT", "12:00", "12:00", "12:00"),
        ("plain", "on", True, "on"),
        ("plain", "No", False, "off"),
        ("theme", "dark", "dark", "dark"),
        ("shared_computer", "true", True, "on"),
        ("streaks", "on", True, "on"),
        ("offer_plan", "off", False, "off"),
        ("mood.scale", "two-sided", "two-sided", "two-sided"),
        ("share.therapist.sections", "topics, MOOD", ["topics", "mood"], "topics, mood"),
        ("share.ally.name", "as-set", "as-set", "as-set"),
        (
            "mood.words",
            "low, so-so ,fine,good,high",
            ["low", "so-so", "fine", "good", "high"],
            "low, so-so, fine, good, high",
        ),
    ],
)
def test_a_setting_is_kept_as_it_is_meant_and_read_again(
    key: str, typed: str, kept: object, shown: str, paths: Paths
) -> None:
    settings = set_value(paths, key, typed)
    each = field_of(key)
    assert (each.value_in(settings), each.show(settings)) == (kept, shown)
    assert vars_of(load_settings(paths)) == vars_of(settings)
    assert tomllib.loads(paths.settings.read_text()) == nested(each.key, kept)
    assert stat.S_IMODE(paths.settings.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("country", "Germany"),
        ("country", "G1"),
        ("country", "ΓΒ"),
        ("language", "de"),
        ("name", "x" * 81),
        ("day_starts_at", "12:01"),
        ("day_starts_at", "4 am"),
        ("day_starts_at", "04:00Z"),
        ("plain", "maybe"),
        ("theme", "pink"),
        ("shared_computer", "2"),
        ("streaks", "often"),
        ("offer_plan", "seldom"),
        ("share.therapist.sections", "diagnosis"),
        ("share.ally.name", "nickname"),
        ("mood.scale", "three-sided"),
        ("mood.words", "a,b,c,d"),
        ("mood.words", "a,b,c,d,A"),
        ("mood.words", f"a,b,c,d,{'x' * 31}"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_does_and_nothing_changes(
    key: str, typed: str, paths: Paths
) -> None:
    set_value(paths, "name", "Alex")
    before = paths.settings.read_bytes()
    with pytest.raises(InvalidValue) as refused:
        set_value(paths, key, typed)
    assert f"does not fit {key}. It can be {field_of(key).allowed}." in refused.value.message
    assert paths.settings.read_bytes() == before


@within(max_examples=40)
@given(keys, texts)
def test_any_text_for_a_setting_is_kept_so_that_it_can_be_read_or_refused(key: str, typed: str) -> None:
    paths = fresh()
    try:
        settings = set_value(paths, key, typed)
    except InvalidValue:
        assert not paths.settings.exists()
        return
    assert vars_of(load_settings(paths)) == vars_of(settings)


@given(keys, values)
def test_any_value_in_the_file_is_taken_or_refused_with_file_line_key_and_what_is_allowed(
    key: str, value: object
) -> None:
    text = f"# mine\n\n{tomli_w.dumps(nested(key, value))}"
    paths = written(fresh(), text)
    refusal = refusal_of(SettingsError, lambda: load_settings(paths))
    if refusal:
        begin = f"{key.rpartition('.')[2]} ="
        line = next(number for number, each in enumerate(text.split("\n"), 1) if each.startswith(begin))
        assert f"{paths.settings}, line {line}: the value of {key} cannot be used." in refusal
        assert field_of(key).allowed in refusal
    assert paths.settings.read_bytes() == text.encode()


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ('theme = "pink"', "theme", 1),
        ('name = "Alex"\n\n# colours\ntheme = "pink"\n', "theme", 4),
        ('[other]\nwords = 1\n[mood]\n"words" = ["a"]\n', "mood.words", 4),
        ('[other]\nscale = 1\n[mood]\nwords = []\n  scale   = "none"\n', "mood.scale", 5),
        ("name = 'x'\nmood.scale = 'none'", "mood.scale", 2),
        ("name = 'x'\r\nmood = { scale = 'none' }\r\n", "mood.scale", 2),
        ("name = 'x'\nmood = 'low'", "mood.scale", 2),
        ("\n\n[import.daylio.moods]\nrad = 9", "import.daylio.moods", 3),
        ("\n[import]\ndaylio = 7", "import.daylio.moods", 3),
        ("[import.daylio]\nmoods = { so-so = true }", "import.daylio.moods", 2),
        ("country = [ 'GB',\n 'Germany' ]", "country", 1),
    ],
)
def test_a_wrong_value_is_said_with_its_line_wherever_it_stands(text: str, key: str, line: int, paths: Paths) -> None:
    written(paths, text)
    moods = "a table of names and scores, such as so-so = 3"
    allowed = moods if key == "import.daylio.moods" else field_of(key).allowed
    for use in (partial(load_settings, paths), partial(set_value, paths, "name", "Alex")):
        with pytest.raises(SettingsError) as refused:
            use()
        assert refused.value.message == (
            f"{paths.settings}, line {line}: the value of {key} cannot be used. "
            f"It can be {allowed}. Nothing was changed."
        )
    assert paths.settings.read_bytes() == text.encode()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("theme = ", "line 1"),
        ('name = "x"\ntheme = pink', "line 2"),
        ("a = 1\na = 2", "line 2"),
        (f"name = {'[' * 5000}", "is nested too deeply to be read. Nothing was changed."),
        (f"x = {'9' * 5000}", "cannot be read as TOML: Exceeds the limit (4300 digits) for integer string conversion"),
        ("x = 2026-13-45", "line 1"),
    ],
)
def test_a_file_that_is_no_toml_is_said_with_its_line_and_stays_as_it_is(text: str, where: str, paths: Paths) -> None:
    written(paths, text)
    for use in (partial(load_settings, paths), partial(set_value, paths, "name", "Alex")):
        with pytest.raises(SettingsError) as refused:
            use()
        assert str(paths.settings) in refused.value.message
        assert where in refused.value.message
    assert paths.settings.read_bytes() == text.encode()


def test_a_file_that_is_no_text_or_no_file_is_said_in_a_sentence(paths: Paths) -> None:
    paths.settings.write_bytes(b"name = '\xff'")
    unread = f"carelog could not read {paths.settings}: it is not UTF-8 text. Nothing was changed."
    with pytest.raises(SettingsError, match=whole(unread)):
        load_settings(paths)
    paths.settings.unlink()
    paths.settings.mkdir()
    no_file = f"carelog could not read {paths.settings}: it is not a file. Nothing was changed."
    with pytest.raises(SettingsError, match=whole(no_file)):
        load_settings(paths)


@given(st.binary())
def test_any_bytes_are_settings_or_a_sentence(content: bytes) -> None:
    paths = fresh()
    paths.settings.write_bytes(content)
    refusal = refusal_of(SettingsError, lambda: load_settings(paths))
    assert not refusal or str(paths.settings) in refusal


def test_what_this_version_does_not_know_survives_a_change(paths: Paths) -> None:
    later = {"reminders": {"at": [time(9), time(21)]}, "mood": {"colours": ["a", "b"], "scale": "two-sided"}, "x": 1.5}
    written(paths, tomli_w.dumps(later))
    set_value(paths, "mood.scale", "one-sided")
    set_value(paths, "plain", "on")
    expected = later | {"plain": True, "mood": {"colours": ["a", "b"], "scale": "one-sided"}}
    assert tomllib.loads(paths.settings.read_text()) == expected


@pytest.mark.usefixtures("one_language")
@pytest.mark.parametrize("key", KEYS)
def test_an_empty_value_goes_back_to_the_default_and_leaves_the_file(key: str, paths: Paths) -> None:
    own = {
        "country": "GB",
        "helplines.for": "alcohol",
        "day_starts_at": "03:00",
        "theme": "dark",
        "mood.scale": "two-sided",
        "mood.words": "a,b,c,d,e",
        "offer_plan": "off",
        "share.therapist.sections": "topics",
        "share.therapist.name": "initials",
        "share.ally.sections": "mood",
        "share.ally.name": "not",
        "language": "de",
        "lock.cache": "5",
        "lock.card": "say",
    }
    set_value(paths, key, own.get(key, "on"))
    assert vars_of(load_settings(paths)) != vars_of(Settings())
    assert vars_of(set_value(paths, key, " ")) == vars_of(Settings())
    assert vars_of(load_settings(paths)) == vars_of(Settings())
    assert key.rpartition(".")[2] not in paths.settings.read_text()


@pytest.mark.parametrize("key", ["", "colour", "mood", "import.daylio.moods"])
def test_an_unknown_setting_is_refused_with_all_there_are(key: str, paths: Paths) -> None:
    with pytest.raises(NotFound) as refused:
        set_value(paths, key, "x")
    assert all(each in refused.value.message for each in KEYS)
    assert not paths.settings.exists()


@within(max_examples=10)
@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.integers(1, 5)), st.integers(1, 5))
def test_scores_for_another_apps_moods_are_remembered_beside_earlier_ones(moods: dict[str, int], score: int) -> None:
    paths = fresh()
    set_value(paths, "name", "Alex")
    remember_daylio_moods(paths, {"so-so": 3, "meh": 2})
    remember_daylio_moods(paths, moods | {"meh": score})
    assert load_settings(paths).daylio_moods == {"so-so": 3} | moods | {"meh": score}
    assert load_settings(paths).name == "Alex"


def test_a_settings_file_that_cannot_be_written_is_said_and_the_old_one_stays(paths: Paths) -> None:
    home = paths.config
    home.rmdir()
    home.write_text("a file where the folder should be")
    with pytest.raises(CarelogError, match=whole(f"carelog could not make the folder {home}: File exists.")):
        set_value(paths, "name", "Alex")


def test_settings_are_what_the_program_uses(paths: Paths) -> None:
    for key, typed in {"theme": "light", "day_starts_at": "02:15", "mood.scale": "two-sided", "plain": "on"}.items():
        set_value(paths, key, typed)
    settings = load_settings(paths)
    assert (settings.theme, settings.day_starts_at, settings.plain) == (Theme.LIGHT, time(2, 15), True)
    assert settings.mood == MoodWords(MoodScale.TWO_SIDED)
