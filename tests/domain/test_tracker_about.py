"""What a scale is about by its name: words for sleep in the languages known, and words that hold one by chance."""

import pytest

from carelog.domain.tracker import About, Tracker
from carelog.domain.tracker_about import about_named


@pytest.mark.parametrize(
    "name",
    [
        *(
            "sleep",
            "Hours of Sleep",
            "sleep_quality",
            "SLEEP",
            "hours slept",
            "Schlaf",
            "Schlafdauer",
            "slaap",
            "sueño",
        ),
        *("Sueno", "SUEN\u0303O", "sommeil", "heures dormies", "sonno", "sono", "horas de sono", "søvn", "sömn"),
        *("svefn", "uni", "Unen määrä", "yöuni", "sen", "ile snu", "spánek", "alvás", "uyku", "сон", "Сна, часов"),
        *("ύπνος", "שינה", "النوم", "नींद", "睡眠", "睡眠時間", "睡觉", "수면", "수면 시간", "잠", "giấc ngủ", "tidur"),
    ],
)
def test_a_name_with_a_word_for_sleep_is_about_the_night(name: str) -> None:
    assert about_named(name) is About.NIGHT


@pytest.mark.parametrize(
    ("about", "names"),
    [
        (About.IRRITABILITY, ["irritability", "Irritabilité", "irritabilidad", "Reizbarkeit", "раздражительность"]),
        (About.ANXIETY, ["Anxiety", "anxiety_level", "social anxiety", "Angststärke", "anxiété", "ansiedade", "不安"]),
    ],
)
def test_a_name_with_a_word_for_irritability_or_anxiety_says_so(about: About, names: list[str]) -> None:
    assert {about_named(name) for name in names} == {about}


@pytest.mark.parametrize(
    "name",
    [
        "gangster",
        "tunic",
        "community",
        "person",
        "sensitivity",
        "sonority",
        "Universität",
        "persona",
        "снаряд",
        "слон",
        "",
    ],
)
def test_a_short_word_inside_another_says_nothing(name: str) -> None:
    assert about_named(name) is None


@pytest.mark.parametrize(
    ("low", "high", "example"), [(None, None, 5), (0, 3, 3), (6, None, 6), (None, 4, 4), (0, 10, 5), (7, 9, 7)]
)
def test_the_reading_of_an_example_is_on_the_scale(low: float | None, high: float | None, example: float) -> None:
    tracker = Tracker("x", "pain", minimum=low, maximum=high)
    assert tracker.checked(tracker.example) == example
