import pytest

from carelog.domain.tracker import Tracker
from support.daylio import read_rows


@pytest.mark.parametrize(
    ("scale", "name", "number", "unit"),
    [
        ("Sleep Quality: 7/10 points", "Sleep Quality", 7, "points"),
        ("Energy: 0/5", "Energy", 0, "points"),
        ("Sleep Time: 7:45", "Sleep Time", 7.75, "h"),
        ("Sleep: 7h 30m", "Sleep", 7.5, "h"),
        ("Sleep: 7 hours 30 minutes", "Sleep", 7.5, "h"),
        ("Sleep: 7 h", "Sleep", 7, "h"),
        ("Awake mid-sleep: 1:00", "Awake mid-sleep", 1, "h"),
        ("Steps: 6200", "Steps", 6200, ""),
        ("Weight: 70,5 kg", "Weight", 70.5, "kg"),
        ("Balance: -2", "Balance", -2, ""),
        ("Ratio 3:4: 5", "Ratio 3:4", 5, ""),
        ("Dose: 0.125 mg", "Dose", 0.125, "mg"),
    ],
)
def test_a_scale_becomes_a_reading(scale: str, name: str, number: float, unit: str) -> None:
    batch = read_rows({"scales": f" {scale} "})
    assert batch.entries[0].readings == {name: number}
    assert [(tracker.name, tracker.unit) for tracker in batch.trackers] == [(name, unit)]
    assert not batch.remarks


@pytest.mark.parametrize(
    "scale",
    [
        "Steps: 6,200", "Steps: 6.200", "Steps: 12345678901234567890", "Steps: ٣", "Sleep: well", "Sleep Time: 7:75",
        "7:45", "Sleep Quality: 12/10 points", "Sleep Quality: -1/10 points", "a=b: 3", f"{'Sleep ' * 11}: 3",
    ],
)  # fmt: skip
def test_a_scale_in_doubt_stays_in_the_note_as_it_was(scale: str) -> None:
    batch = read_rows({"scales": f"{scale} | Mood swing: 1/5 points", "note": "Words."})
    [entry] = batch.entries
    assert entry.note == f"Words.\n{scale}"
    assert entry.readings == {"Mood swing": 1}
    assert [remark.line for remark in batch.remarks] == [2]


def test_a_scale_that_changed_keeps_both_its_meanings_apart() -> None:
    batch = read_rows({"scales": "Calm: 3/5 points"}, {"scales": "Calm: 7/10 points"}, {"scales": "calm: 8/10 points"})
    assert [dict(entry.readings) for entry in batch.entries] == [{"calm": 8}, {"calm": 7}, {"Calm (of 5)": 3}]
    assert [(tracker.name, tracker.maximum) for tracker in batch.trackers] == [("calm", 10), ("Calm (of 5)", 5)]


def test_a_tracker_that_the_person_has_is_used_where_it_means_the_same() -> None:
    own = (Tracker("id", "sleep time", "H", 0, 24), Tracker("id", "Calm", "", 1, 7))
    batch = read_rows({"scales": "Sleep Time: 7:30 | Calm: 4/10 points"}, trackers=own)
    assert batch.entries[0].readings == {"sleep time": 7.5, "Calm (of 10)": 4}
    assert [tracker.name for tracker in batch.trackers] == ["Calm (of 10)"]


def test_a_reading_outside_the_persons_own_tracker_stays_in_the_note() -> None:
    batch = read_rows({"scales": "Sleep: 25:00"}, trackers=(Tracker("id", "Sleep", "h", 0, 24),))
    assert batch.entries[0].readings == {}
    assert batch.entries[0].note == "Sleep: 25:00"
    assert not batch.trackers


def test_one_name_twice_in_a_row_loses_neither() -> None:
    [entry] = read_rows({"scales": "Steps: 5 | Steps: 6"}).entries
    assert entry.readings == {"Steps": 5}
    assert entry.note == "Steps: 6"


def test_a_file_cannot_make_trackers_without_end() -> None:
    batch = read_rows({"scales": " | ".join(f"scale {number}: 1" for number in range(150))})
    assert len(batch.trackers) == 100
    assert len(batch.entries[0].note.splitlines()) == 50
