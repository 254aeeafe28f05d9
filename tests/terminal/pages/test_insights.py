"""The insights page: findings with counts, bars that show the same counts, and no cause."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.statistics.association import Association, Measure
from carelog.domain.statistics.trend import Verdict
from carelog.domain.time.days import ONE_DAY, Period
from carelog.exchange.serializers.insights import finding_shape
from carelog.journal import Journal
from carelog.review.insights.comparisons import Comparison, Lag
from carelog.review.insights.factors import Factor
from carelog.review.insights.findings import Finding, Share
from carelog.review.insights.insights import Ground, Insights, insights
from carelog.review.insights.kinds import FactorKind
from carelog.review.insights.question import Question
from carelog.review.pages.trends import trends
from carelog.terminal.charts.share_bars import ShareBars
from carelog.terminal.page import Page
from carelog.terminal.pages.insights import InsightsPage
from support.drawing import lines_of
from support.scenes import FRIDAY, HOSTILE, SCENES, Scene
from support.seasons import SEASONS, days_up_to_yesterday, gaps, noise, season, walks

pytestmark = pytest.mark.usefixtures("home")

NOT_WHAT_HELPS = (
    "This says what went together, not what helps. Relief on the same day is not the same as feeling better."
)
YEAR = Period.ending(FRIDAY, 365)
WORDS = MoodWords()
WHY = re.compile(
    r"\b(caus|because|improv|significan|trigger|makes? you|thanks to|due to|leads? to|helps?|score)", re.IGNORECASE
)
WHOLE = re.compile(r"[━·]+|[=.]{8,}")
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30) | st.sampled_from(HOSTILE)
NAMES = TEXTS.filter(lambda text: bool(text.strip()))


def page_of(journal: Journal, **options: Any) -> InsightsPage:
    with journal:
        return InsightsPage(insights(journal, YEAR, FRIDAY, **options), WORDS)


@pytest.mark.parametrize("scene", SCENES | SEASONS)
def test_insights_look_as_they_are_kept(scene: str, golden: Callable[[str, Page], None]) -> None:
    golden(f"insights-{scene}", page_of((SCENES | SEASONS)[scene]()))


def weekdays() -> Scene:
    """Better weekends, a tag on Monday to Friday, and one that comes more on weekdays and goes with better days."""
    scene, chance = Scene(), Random(6)
    for day in days_up_to_yesterday():
        weekend = day.weekday() > 4
        ran = chance.random() < (0.3 if weekend else 0.7)
        mood = round(1 + 1.5 * weekend + 1.2 * ran + chance.random())
        tags = [*(["work"] if not weekend else []), *(["run"] if ran else ["bus"])]
        scene.note(f"{day} 20:00", min(mood, 5), tags=tags)
    return scene


@pytest.mark.parametrize(
    ("name", "make", "question"),
    [
        ("clear", season, Question("sleep")),
        ("not-clear", noise, Question("bus", lag=Lag.DAY_AFTER)),
        ("too-few", noise, Question("seldom")),
        ("weekday", weekdays, Question("work")),
        ("within-weekdays", weekdays, Question("run")),
    ],
)
def test_answers_look_as_they_are_kept(
    name: str, make: Callable[[], Scene], question: Question, golden: Callable[[str, Page], None]
) -> None:
    scene = make()
    scene.note(f"{FRIDAY - ONE_DAY} 22:00", None, tags=["seldom"])
    golden(f"insights-asked-{name}", page_of(scene.journal, question=question))


def test_what_cannot_be_told_from_the_week_is_counted_and_told_when_asked_about() -> None:
    journal = weekdays().journal
    told = list(InsightsPage(insights(journal, YEAR, FRIDAY), WORDS).sentences())
    assert "1 more thing comes mostly on the same days of the week, and cannot be told from them." in told
    told = list(page_of(journal, question=Question("work")).sentences())
    assert told[2] == "You asked about one thing. It may as well be the day of the week."
    assert told[4] == "It comes mostly on the same days of the week, so it may also be the day of the week."


@pytest.mark.parametrize("scene", SCENES | SEASONS)
def test_nothing_on_the_page_says_why(scene: str) -> None:
    page = page_of((SCENES | SEASONS)[scene](), people=True)
    told = list(page.sentences())
    drawn = " ".join(" ".join(lines_of(page)).split())
    for line in [*told, drawn]:
        assert not WHY.search(line.replace(NOT_WHAT_HELPS, "")), line


def test_every_finding_is_told_with_its_counts_and_its_effect_size_is_for_programs() -> None:
    page = page_of(season().journal)
    told = list(page.sentences())
    findings = (*page.insights.found, *page.insights.feelings)
    assert findings
    for finding in findings:
        sentence = next(each for each in told if all(f"{share.days} of {share.of}" in each for share in finding.shares))
        days = finding.comparison.association.days
        assert re.fullmatch(rf"In your entries, mood was .+ on .+ days .+ \({days} days\)\.", sentence)
        assert f"“{finding.factor.name}”" in sentence
        assert {"effect", "low", "high", "interval_95"} <= finding_shape(finding).keys()
    assert not [each for each in told if "ifference" in each or "could be anywhere" in each]
    assert told[-1] == NOT_WHAT_HELPS


def test_the_drawn_page_says_what_the_sentences_say() -> None:
    page = page_of(season().journal)
    drawn = " ".join(" ".join(lines_of(page)).split())
    for sentence in page.sentences():
        assert sentence.removesuffix(".") in drawn


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_bars_are_of_one_length_and_filled_as_far_as_the_share_goes(columns: int, encoding: str) -> None:
    full, empty = ("━", "·") if encoding == "utf-8" else ("=", ".")
    page = page_of(walks().journal)
    lines = lines_of(page, columns, encoding)
    rows = [line for line in lines if line.startswith("  with")]
    assert len(rows) == 2 * len(page.insights.found + page.insights.feelings)
    for row in rows:
        bar = WHOLE.search(row)
        days, of = (int(number) for number in re.findall(r"\d+", row)[-2:])
        assert bar
        assert abs(bar[0].count(full) - len(bar[0]) * days / of) <= 1
        assert set(bar[0]) <= {full, empty}
    assert len({len(WHOLE.search(row)[0]) for row in rows}) == 1  # type: ignore[index]  # found above


@settings(max_examples=60)
@given(
    st.lists(st.tuples(NAMES, st.integers(0, 9_999), st.integers(1, 9_999)), min_size=1, max_size=3),
    st.integers(24, 130),
    st.sampled_from(["utf-8", "ascii", "latin-1"]),
)
def test_a_bar_is_empty_for_none_full_for_all_and_neither_between(
    rows: list[tuple[str, int, int]], columns: int, encoding: str
) -> None:
    shares = [(label, min(days, of), of) for label, days, of in rows]
    lines = lines_of(ShareBars(shares), columns, encoding)
    assert len(lines) == len(shares)
    for line, (_, days, of) in zip(lines, shares, strict=True):
        counts = re.search(r"(\d+) of +(\d+)$", line)
        assert cell_len(line) <= columns
        assert counts
        assert (int(counts[1]), int(counts[2])) == (days, of)
        bar = line[: counts.start()].rstrip().rpartition(" ")[2]
        if len(bar) > 1:
            assert (set(bar) <= {"━", "="}) == (days == of)
            assert (set(bar) <= {"·", "."}) == (days == 0)


def test_a_short_journal_says_how_much_it_takes() -> None:
    told = list(page_of(walks(12).journal).sentences())
    assert told[1:] == [
        "A mood on 12 of 13 days.",
        "Too early to say: a comparison takes 30 days with a mood, and so far there are 12.",
    ]


def test_a_journal_with_long_gaps_says_how_much_is_known() -> None:
    told = list(page_of(gaps().journal).sentences())
    too_few = "Too early to say: a comparison takes a mood on half of the days at least, and here it is 60 of 265."
    unlike = "Days that were not noted may have been unlike the others."
    assert told[1:] == ["A mood on 60 of 265 days.", f"{too_few} {unlike}"]


@pytest.mark.parametrize(("until", "advice"), [(None, ""), (FRIDAY - 10 * ONE_DAY, " --to 2026-11-10")])
def test_a_shorter_period_is_named_where_it_is_enough_and_then_it_is(until: date | None, advice: str) -> None:
    scene = Scene()
    last = until or FRIDAY
    for number in (*range(40), 200):
        scene.note(f"{last - number * ONE_DAY} 12:00", 1 + number % 5)
    journal, asked = scene.journal, Period.ending(last, 365)
    found = insights(journal, asked, FRIDAY)
    assert (found.ground, found.days, found.days_asked_for) == (Ground.TOO_MANY_GAPS, 41, 201)
    told = list(InsightsPage(found, WORDS).sentences())
    assert told[-1] == f"A shorter stretch is enough: carelog insights --last 80d{advice}"
    assert insights(journal, Period.ending(last, 80), FRIDAY).ground is Ground.ENOUGH
    assert insights(journal, Period.ending(last, 81), FRIDAY).ground is Ground.TOO_MANY_GAPS


def test_days_of_an_announced_pause_are_not_asked_for_unless_something_was_noted_on_them() -> None:
    scene = Scene()
    for number in (*range(20), *range(60, 80), 30):
        scene.note(f"{FRIDAY - number * ONE_DAY} 12:00", 1 + number % 5)
    scene.journal.pauses.add(FRIDAY - 59 * ONE_DAY, FRIDAY - 20 * ONE_DAY)
    found = insights(scene.journal, Period.ending(FRIDAY, 80), FRIDAY)
    assert (found.ground, found.days, found.days_asked_for) == (Ground.ENOUGH, 41, 41)
    shown = trends(scene.journal, Period.ending(FRIDAY, 80), FRIDAY)
    assert (shown.days_with_mood, shown.days_asked_for, shown.days_of_rest) == (41, 41, 39)
    assert shown.slope.verdict is Verdict.NO_CLEAR_CHANGE
    assert shown.median == 3


def test_where_nothing_stands_out_the_page_says_so_kindly_and_how_much_was_looked_at() -> None:
    told = list(page_of(noise().journal).sentences())
    assert told[2] == "10 things compared. Nothing stands out clearly; that is common."
    assert not [line for line in told if "Difference" in line]


@pytest.mark.parametrize(
    ("numbers", "levels", "said"),
    [
        ((2,), (2, 3, 4), "“itch” was always the same number; it takes three."),
        ((1, 2), (2, 3, 4), "“itch” was always one of 2 numbers; it takes three."),
        ((1, 2, 3), (4,), "mood was always the same on days with “itch”; it takes three levels."),
        ((1, 2, 3), (3, 4), "mood was always one of 2 levels on days with “itch”; it takes three."),
    ],
)
def test_asked_about_what_hardly_differs_the_page_says_that_and_not_that_it_is_early(
    numbers: tuple[int, ...], levels: tuple[int, ...], said: str
) -> None:
    scene = Scene()
    scene.journal.trackers.add("itch")
    for at, day in enumerate(days_up_to_yesterday(40)):
        scene.note(f"{day} 21:00", levels[at % len(levels)], readings={"itch": numbers[at // 3 % len(numbers)]})
    assert f"Nothing to compare: {said}" in list(page_of(scene.journal, question=Question("itch")).sentences())


def test_where_nothing_was_noted_often_enough_the_page_says_what_it_takes() -> None:
    found = Insights(YEAR, MoodScale.ONE_SIDED, Ground.ENOUGH, 365, too_few=1)
    told = list(InsightsPage(found, WORDS).sentences())
    assert told[2] == "Too early to compare: something has to be noted on 10 days and absent on 10 others, 30 in all."
    assert told[3] == "1 more thing had too few days."


def test_a_two_sided_scale_speaks_of_level_days_in_the_persons_words() -> None:
    finding = finding_of("walk", FactorKind.TAG, levels=(3, 3))
    found = Insights(YEAR, MoodScale.TWO_SIDED, Ground.ENOUGH, 300, 4, (finding,))
    told = " ".join(InsightsPage(found, MoodWords(MoodScale.TWO_SIDED)).sentences())
    assert "In your entries, mood was level on 14 of 20 days with “walk” and on 6 of 19 days without (39 days)." in told
    assert "It may be “walk”, or that it comes more often on more level days." in told
    assert "better" not in told


def test_what_is_about_someone_is_said_to_be_about_days() -> None:
    finding = finding_of("Sam", FactorKind.PERSON, effect=-0.4)
    found = Insights(YEAR, MoodScale.ONE_SIDED, Ground.ENOUGH, 300, 4, (finding,))
    told = list(InsightsPage(found, WORDS).sentences())
    assert told[3] == (
        "In your entries, mood was 4 or 5 on 14 of 20 days with Sam "
        "and on 6 of 19 other days that this was due (39 days)."
    )
    assert told[4] == "That is about those days, not about Sam. Other things happened on them too."


OTHER_READINGS = {
    "That is about those days, not about x. Other things happened on them too.",
    (
        "A feeling is part of a mood, and some of a mood carries over into the next day: "
        "this says how days were, not why they were so."
    ),
    "A feeling is part of a mood: this says how days were, not why they were so.",
    "It may be “x”, or that some of a mood carries over into the next day.",
    "It may be “x”, or mood that moves it, or something else that moves both.",
    "It may be “x”, or that it comes more often on better days.",
    "It need not be “x”: it may come more often on days that are hard anyway.",
}


@pytest.mark.parametrize("kind", FactorKind)
@pytest.mark.parametrize("lag", Lag)
@pytest.mark.parametrize("effect", [0.4, -0.4])
def test_every_kind_of_finding_offers_another_reading(kind: FactorKind, lag: Lag, effect: float) -> None:
    finding = finding_of("x", kind, lag=lag, effect=effect)
    found = Insights(YEAR, MoodScale.ONE_SIDED, Ground.ENOUGH, 300, 4, (finding,))
    told = list(InsightsPage(found, WORDS).sentences())
    assert told[4] in OTHER_READINGS
    assert ("followed" in told[3]) == (lag is Lag.DAY_AFTER)


@settings(max_examples=40)
@given(NAMES, st.sampled_from(FactorKind), st.sampled_from(Lag), st.sampled_from([20, 40, 80, 120]))
@example("👨‍👩‍👧‍👦" * 9, FactorKind.TRACKER, Lag.SAME_DAY, 40)
@example("שתיית מים", FactorKind.TAG, Lag.DAY_AFTER, 40)
def test_any_name_stays_inside_the_page_and_commands_nothing(
    name: str, kind: FactorKind, lag: Lag, columns: int
) -> None:
    finding = finding_of(name, kind, lag=lag)
    page = InsightsPage(Insights(YEAR, MoodScale.ONE_SIDED, Ground.ENOUGH, 300, 4, (finding,) * 2), WORDS)
    for encoding in ("utf-8", "ascii"):
        for line in lines_of(page, columns, encoding):
            assert cell_len(line) <= columns
            assert not [each for each in line if unicodedata.category(each) in {"Cc", "Cs"}]
    for sentence in page.sentences():
        assert "\n" not in sentence
        assert not [each for each in sentence if unicodedata.category(each) == "Cc"]


def finding_of(
    name: str,
    kind: FactorKind,
    *,
    lag: Lag = Lag.SAME_DAY,
    effect: float = 0.4,
    levels: tuple[int, int] = (4, 5),
) -> Finding:
    """A finding about a factor of this name and kind, on 39 days."""
    number = kind in (FactorKind.TRACKER, FactorKind.QUESTIONNAIRE)
    days = [FRIDAY - timedelta(days=ago) for ago in range(39)]
    factor = Factor(kind, name, days, unit=name[:9] if number else "", is_person=kind is FactorKind.PERSON)
    measure = Measure.KENDALL_TAU_B if number else Measure.CLIFFS_DELTA
    association = Association(measure, effect, effect - 0.3, effect + 0.3, 0.001, 39, 30.0)
    comparison = Comparison(factor, lag, dict.fromkeys(days, 3.0), frozenset(), {}, association)
    shares = (Share(14, 20, 1.25, 3), Share(6, 19, 4, 1e9)) if number else (Share(14, 20), Share(6, 19))
    return Finding(comparison, levels, shares)


def test_the_period_is_named_with_both_its_ends() -> None:
    found = Insights(Period.ending(FRIDAY, 400), MoodScale.ONE_SIDED, Ground.NO_MOODS, 0)
    assert lines_of(InsightsPage(found, WORDS)) == [
        "What went together, 17 October 2025 to 20 November 2026",
        "No moods in these days. An empty day was not noted; that is all it says.",
    ]
    one = Insights(Period(FRIDAY - ONE_DAY, FRIDAY - ONE_DAY), MoodScale.ONE_SIDED, Ground.NO_MOODS, 0)
    assert lines_of(InsightsPage(one, WORDS))[0] == "What went together, 19 November 2026"
