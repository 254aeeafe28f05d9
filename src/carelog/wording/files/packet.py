"""The packet, a page for somebody else: the words on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.audience import Section
from carelog.domain.numbers import show_number
from carelog.domain.routines.cadence import CadenceKind
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import amount
from carelog.wording.days import SHORT_WEEKDAYS, date_name, day_count, day_in_year, from_to, on_days, short_day, span
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from carelog.domain.routines.cadence import Cadence

_TWICE = 2
"""How often something is done that English has a word for."""

NOT_AN_ASSESSMENT = _("A self-report, not a clinical assessment.")
TOO_FEW = _("too few days")
NOT_EVERYTHING = _("Not everything is on this page. What is here was chosen.")
NO_ENTRIES = _("Nothing was noted in these days.")
NO_MOODS = _("No mood was noted in these days.")
HOW_COUNTED = _(
    "Moods are steps from 1 to 5, noted when the person chose to. Medians are of days, each the median of its entries; "
    "none where fewer than half of the days have one. Ranges, in brackets too, are of all that was noted. What was "
    "not noted is unknown."
)
HOW_READ = _(
    "The person chose what is here and can keep entries to themselves. Written by carelog, a journal on their computer."
)
METHOD = (HOW_COUNTED, HOW_READ)

NONE_RECORDED = _(
    "Nothing is noted in these days about thoughts of death or harm, which does not mean that there were none."
)
NO_PLAN_HERE = _("No plan for hard days is kept in carelog; there may be one elsewhere.")
SCORES_ARE = _("Screening questionnaires, answered by the person about the weeks before. Not a diagnosis.")
FROM_CARELOG = _("Written with carelog. What is not noted is unknown, not undone.")

HEADINGS = {
    Section.NAME: _("Name"),
    Section.TOPICS: _("What I want to talk about"),
    Section.SAFETY: _("Safety"),
    Section.SCORES: _("Questionnaires"),
    Section.GOALS: _("Goals"),
    Section.MOOD: _("Mood"),
    Section.TRACKERS: _("Other readings"),
    Section.MEDICINES: _("Medicines"),
    Section.ROUTINES: _("Routines and homework"),
    Section.OBSTACLES: _("What stood in the way"),
    Section.TOGETHER: _("What went together"),
    Section.BELONGING: _("People and purpose"),
    Section.ACTIVITIES: _("Activities"),
    Section.DAYS: _("Lowest and highest days"),
    Section.FEELINGS: _("Words for feelings"),
    Section.WORDS: _("In my own words"),
    Section.NOTES: _("Notes"),
}
SECTIONS_IN_A_LIST = {
    Section.NAME: _("name"),
    Section.TOPICS: _("what i want to talk about"),
    Section.SAFETY: _("safety"),
    Section.SCORES: _("questionnaires"),
    Section.GOALS: _("goals"),
    Section.MOOD: _("mood"),
    Section.TRACKERS: _("other readings"),
    Section.MEDICINES: _("medicines"),
    Section.ROUTINES: _("routines and homework"),
    Section.OBSTACLES: _("what stood in the way"),
    Section.TOGETHER: _("what went together"),
    Section.BELONGING: _("people and purpose"),
    Section.ACTIVITIES: _("activities"),
    Section.DAYS: _("lowest and highest days"),
    Section.FEELINGS: _("words for feelings"),
    Section.WORDS: _("in my own words"),
    Section.NOTES: _("notes"),
}

# --- labels, captions and the heads of tables

NAME, MEDICINES = _("Name"), _("Medicines")
DAYS_WITH_ENTRIES = _("Days with entries")
ON_A_PAUSE = _("On a pause the person had announced")
LEFT_OUT = _("Left out by choice")
UNITS = {"week": _("Week"), "month": _("Month"), "year": _("Year")}
MOOD_BY = {"week": _("Mood by week"), "month": _("Mood by month"), "year": _("Mood by year")}
READINGS_BY = {
    "week": _("Other readings by week"),
    "month": _("Other readings by month"),
    "year": _("Other readings by year"),
}
WHAT_CHANGED, ALL = _("What changed"), _("All")
LEVELS, MOOD_OF_THE_DAY, DAYS = _("Days by mood"), _("Mood of the day"), _("Days")
MEDICINES_TAKEN = _("Medicines taken")
MEDICINE_COLUMNS = (
    _("Medicine"),
    _("Dose"),
    _("How often"),
    _("Due"),
    _("Taken"),
    _("Skipped"),
    _("Nothing noted"),
)
ROUTINES_KEPT, HOMEWORK = _("Routines kept"), _("agreed on")
ROUTINE_COLUMNS = (
    _("Routine"),
    _("How often"),
    _("Due"),
    _("Kept"),
    _("Of these in part"),
    _("Skipped"),
    _("Nothing noted"),
)
LINE_COLUMNS = (_("part"), _("label"), _("text"))
ENTRY_COLUMNS = (_("day"), _("time"), _("mood"), _("word"), _("feelings"), _("note"))
NOTE = _("note")


def title(first: date, last: date) -> str:
    """The title of the page."""
    return _("Self-report, {days}").format(days=from_to(first, last))


def footer(name: str) -> str:
    """The foot of each sheet, with the name of the person where the page shows it."""
    whose = _("Self-report, {name}.").format(name=name) if name else _("Self-report.")
    return f"{whose} {NOT_AN_ASSESSMENT}"


def digest_title(name: str, first: date, last: date) -> str:
    """The title of the short page for an ally."""
    days = from_to(first, last)
    return _("{name}, {days}").format(name=name, days=days) if name else days


def mood_columns(*, two_sided: bool, aloud: bool = False) -> tuple[str, ...]:
    """The columns of moods by week, month or year; where a high mood is no better, days with one entry of it too.

    Where a table is read `aloud`, heads say what they mean.
    """
    if aloud:
        ends = [_("Days at 2 or below"), _("Days with an entry at 2 or below"), _("Days at 4 or above")]
        high_entries = _("Days with an entry at 4 or above")
    else:
        ends, high_entries = [_("Days ≤ 2"), _("Entry ≤ 2"), _("Days ≥ 4")], _("Entry ≥ 4")
    return (_("Days noted"), _("Median"), _("Range"), *ends, *([high_entries] if two_sided else []))


def rated_days(*, two_sided: bool) -> str:
    """The heading of the lowest and highest days; on a two-sided scale neither end is the best."""
    return HEADINGS[Section.DAYS] if two_sided else _("Hardest and best days")


def ends(*, two_sided: bool) -> tuple[str, str]:
    """The names of the lowest and the highest days."""
    return (_("Lowest"), _("Highest")) if two_sided else (_("Hardest"), _("Best"))


def more_days(count: int, mood: str) -> str:
    """How many more days had such an entry as the last one in a list."""
    return plural(count, "{count} more day with {mood}", "{count} more days with {mood}", mood=mood)


def none_below(word: str) -> str:
    """No day had a low entry."""
    return _("None below {word}.").format(word=word)


def none_above(word: str) -> str:
    """No day had a high entry."""
    return _("None above {word}.").format(word=word)


def felt(feelings: Iterable[str]) -> str:
    """The feelings of a day."""
    return _("felt {feelings}").format(feelings=listed(feelings))


def feelings(counts: Iterable[tuple[str, int]]) -> str:
    """The feelings that were noted on most days, with the number of days of each."""
    return _("Words for feelings: {counts}.").format(counts=listed(on_days(counts)))


# --- moods and readings


def noted_on(days: int, of: int, median: str, moods: str) -> str:
    """On how many days a mood was noted, and the median and range of `moods`; no median where it is empty."""
    if not median:
        return plural(of, "Noted on {days} of {count} days.", "Noted on {days} of {count} days.", days=days)
    return plural(
        of,
        "Noted on {days} of {count} days: median {median}, from {moods}.",
        "Noted on {days} of {count} days: median {median}, from {moods}.",
        days=days,
        median=median,
        moods=moods,
    )


def low_and_high(low: int, middle: int, high: int) -> str:
    """How many days were low, in the middle and high."""
    template = _("Days at 2 or below: {low}, between: {middle}, at 4 or above: {high}.")
    return template.format(low=low, middle=middle, high=high)


def seldom(trackers: Iterable[tuple[str, int]]) -> str:
    """Trackers with too few readings for a median, each with its number of days."""
    counts = (
        plural(days, "{tracker} on {count} day", "{tracker} on {count} days", tracker=name) for name, days in trackers
    )
    return _("Noted on too few days for a median: {counts}.").format(counts=listed(counts))


def ends_of_scale(low: float, high: float) -> str:
    """The lowest and the highest number of a scale, such as 0–10."""
    return _("{low}–{high}").format(low=amount(low, ""), high=amount(high, ""))


# --- safety and scores


def safety_answer(day: date, questionnaire: str, number: int, item: str, answer: str) -> str:
    """An answer about death or harm."""
    template = _("{day}, {questionnaire}, question {number}, “{item}”: {answer}")
    return template.format(day=short_day(day), questionnaire=questionnaire, number=number, item=item, answer=answer)


def asked_and_nothing(times_asked: int) -> str:
    """Questions about death or harm were always answered with not at all."""
    return plural(
        times_asked,
        "Asked about thoughts of death or harm once: not at all. That says nothing of other days.",
        "Asked about thoughts of death or harm {count} times: not at all. That says nothing of other days.",
    )


def asked_always_nothing(times_asked: int, earlier: int) -> str:
    """Questions about death or harm were always answered with not at all, in these days and before them."""
    return _(
        "Asked about thoughts of death or harm {times}, before these days {earlier}: not at all. That says nothing of "
        "other days."
    ).format(times=_times(times_asked), earlier=_times(earlier))


def asked_earlier(since: date, times_asked: int, answers: Iterable[tuple[date, str, str]]) -> str:
    """Answers about death or harm before the days of the page, each with its day and questionnaire."""
    found = listed(
        _("{questionnaire} of {day} “{answer}”").format(questionnaire=name, day=short_day(day), answer=answer)
        for day, name, answer in answers
    )
    if found:
        return plural(
            times_asked,
            "Before these days, since {since}, asked once: {answers}.",
            "Before these days, since {since}, asked {count} times: {answers}.",
            since=date_name(since),
            answers=found,
        )
    return plural(
        times_asked,
        "Before these days, since {since}, asked once: not at all.",
        "Before these days, since {since}, asked {count} times: not at all.",
        since=date_name(since),
    )


def plan_stands(reviewed: date | None) -> str:
    """There is a plan for hard days, and when it was reviewed."""
    if reviewed is None:
        return _("There is a plan for hard days, not read through since it was written.")
    return _("There is a plan for hard days, read through on {day}.").format(day=date_name(reviewed))


def score_heading(name: str, scale: str) -> str:
    """A questionnaire and its scale."""
    return _("{name}, {scale}").format(name=name, scale=scale)


def totals_of_these_days(totals: Sequence[tuple[date, int | None, str]], year: int) -> str:
    """The totals of the days of the page, each with its band; the `year` of the page is not repeated."""
    if not totals:
        return _("Not answered in these days.")
    found = (
        _("{day} {total} ({band})").format(day=day_in_year(day, year), total="–" if total is None else total, band=band)
        for day, total, band in totals
    )
    return _("In these days: {totals}.").format(totals=listed(found))


def first_and_last(first: tuple[date, int | None], last: tuple[date, int | None], moved: str, year: int) -> str:
    """The first and the last total of a course with their days, and how far they differ; empty where unknown."""
    template = (
        _("First {first} on {first_day}, last {last} on {last_day}: {moved}.")
        if moved
        else _("First {first} on {first_day}, last {last} on {last_day}.")
    )
    return template.format(
        first=first[1],
        first_day=day_in_year(first[0], year),
        last=last[1],
        last_day=day_in_year(last[0], year),
        moved=moved,
    )


# --- medicines and routines


def how_often(cadence: Cadence) -> str:
    """A cadence in words for a sentence, such as 3 times a week."""
    match cadence.kind:
        case CadenceKind.PER_DAY:
            return _a_day(cadence.times)
        case CadenceKind.WEEKDAYS:
            return listed(SHORT_WEEKDAYS[number] for number in sorted(cadence.weekdays))
        case CadenceKind.PER_WEEK:
            return _a_week(cadence.times)
        case CadenceKind.PER_DAYS:
            return _in_days(cadence.times, cadence.days)
        case CadenceKind.INTERVAL:
            return plural(cadence.days, "every day", "every {count} days")
        case CadenceKind.AS_NEEDED:
            return _("as needed")


def and_more(done: int, more: int) -> str:
    """How often something was done where it was due, and how often beyond that."""
    return plural(more, "{done} (and {count} more)", "{done} (and {count} more)", done=done) if more else str(done)


def until(day: date) -> str:
    """The day on which a medicine ended."""
    return _("until {day}").format(day=short_day(day))


def dose_changed(name: str, before: str, after: str) -> str:
    """The dose of a medicine changed, or was noted for the first time."""
    if before:
        return _("{name} from {before} to {after}").format(name=name, before=before, after=after)
    return _("{name}, dose noted as {dose}").format(name=name, dose=after)


def first_noted(name: str) -> str:
    """A medicine or routine began."""
    return _("{name}, first noted").format(name=name)


def no_longer_noted(name: str) -> str:
    """A medicine or routine ended."""
    return _("{name}, no longer noted").format(name=name)


def obstacle(name: str, words: str) -> str:
    """What stood in the way of a routine, in the words of the person."""
    return _("{name}, last time it was skipped: “{words}”").format(name=name, words=words)


def taken_of(due: int, taken: int, more: int, skipped: int, unnoted: int, unknown: int) -> str:
    """How a medicine was taken, out of how often it was due, and `more`; one taken as needed was never due."""
    not_used = [days_not_used(unknown)] if unknown else []
    if not due:
        return listed([plural(more, "taken once", "taken {count} times") if more else _("not noted"), *not_used])
    counts = [_("taken {taken} of {due}").format(taken=taken, due=due)]
    if more:
        counts.append(plural(more, "{count} more", "{count} more"))
    if skipped:
        counts.append(plural(skipped, "{count} skipped", "{count} skipped"))
    if unnoted:
        counts.append(plural(unnoted, "{count} with nothing noted", "{count} with nothing noted"))
    return listed([*counts, *not_used])


def days_not_used(days: int) -> str:
    """On how many days nothing is known of a medicine."""
    return plural(days, "on {count} further day carelog was not used", "on {count} further days carelog was not used")


def dose_taken(day: date, clock: str, quantity: float | None, unit: str) -> str:
    """A dose that was taken as needed, with its time of day and its amount where they were noted."""
    when = _("{day} {clock}").format(day=short_day(day), clock=clock) if clock else short_day(day)
    if quantity is None:
        return when
    if unit:
        return _("{when} ({amount})").format(when=when, amount=amount(quantity, unit))
    if quantity == 1:
        return _("{when} (1 dose)").format(when=when)
    return _("{when} ({amount} doses)").format(when=when, amount=show_number(quantity))


def doses_taken(name: str, doses: Iterable[str], more: int) -> str:
    """The doses of a medicine by date; `more` earlier ones are not shown."""
    by_date = listed(doses)
    if more:
        return plural(
            more,
            "{medicine} by date: {doses}; {count} more before",
            "{medicine} by date: {doses}; {count} more before",
            medicine=name,
            doses=by_date,
        )
    return _("{medicine} by date: {doses}").format(medicine=name, doses=by_date)


def resting(days: int) -> str:
    """How many days were days of rest, on which no routine was due."""
    return plural(
        days,
        "On {count} day nothing was due: an announced pause, or a time without any use",
        "On {count} days nothing was due: an announced pause, or a time without any use",
    )


def kept(name: str, count: int, due: int) -> str:
    """How often a routine was kept, out of how often it was due."""
    return _("{name}: kept {kept} of {due}").format(name=name, kept=count, due=due)


# --- what went together


FEELINGS_APART = _("Feelings, which are part of a mood:")


def looked_at(first: date, last: date, days: int, compared: int, found: int) -> str:
    """How many days and things were compared for the findings."""
    return plural(
        found,
        "{days} days, {span}: {compared} compared, {count} stands out. It does not say why: either may lead to the "
        "other, or something else to both.",
        "{days} days, {span}: {compared} compared, {count} stand out. It does not say why: either may lead to the "
        "other, or something else to both.",
        days=days,
        span=span(first, last),
        compared=compared,
    )


# --- for an ally


def mood_in_short(word: str) -> str:
    """The median mood of the period as a word."""
    return _("Mood, in the middle of these days: {word}").format(word=word)


def asks_for(what: str) -> str:
    """What the person asks an ally for."""
    return _("Asks for: {what}").format(what=what)


def _a_day(times: int) -> str:
    in_words = {1: _("every day"), _TWICE: _("twice a day")}
    return in_words.get(times) or plural(times, "{count} time a day", "{count} times a day")


def _a_week(times: int) -> str:
    if times == _TWICE:
        return _("twice a week")
    return plural(times, "once a week", "{count} times a week")


def _in_days(times: int, days: int) -> str:
    if times == 1:
        return plural(days, "once in {count} days", "once in {count} days")
    if times == _TWICE:
        return plural(days, "twice in {count} days", "twice in {count} days")
    return plural(times, "{count} times in {days}", "{count} times in {days}", days=day_count(days))


def _times(count: int) -> str:
    return plural(count, "once", "{count} times")
