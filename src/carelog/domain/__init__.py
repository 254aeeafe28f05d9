"""The nouns of a journal and their arithmetic: plain values, and no I/O.

The names below are those that programs of one's own may count on (docs/library.md). Each is loaded when it is asked
for, because most commands need few of them.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.domain.goal import Goal, GoalRating
    from carelog.domain.import_run import ImportRun
    from carelog.domain.mood import MoodWords
    from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
    from carelog.domain.people.agreement import Agreement
    from carelog.domain.people.appointment import Appointment
    from carelog.domain.people.contact import Contact, GoodFor, Role, Way, WayKind
    from carelog.domain.people.helpline_mark import HelplineMark
    from carelog.domain.people.kind_word import KindWord
    from carelog.domain.people.outreach import Helped, Reached
    from carelog.domain.people.plan import PlanReview, PlanStep, Section
    from carelog.domain.people.topic import Topic
    from carelog.domain.questionnaires.answer import Answered
    from carelog.domain.routines.cadence import Cadence, CadenceKind
    from carelog.domain.routines.pause import Pause
    from carelog.domain.routines.routine import Dose, Routine, RoutineKind
    from carelog.domain.routines.stock import Stock
    from carelog.domain.routines.tick import Tick, TickState
    from carelog.domain.share import Share
    from carelog.domain.sign import Hold, Sign
    from carelog.domain.time.days import Moment, Period
    from carelog.domain.tracker import About, Better, Tracker

__all__ = [
    "About",
    "Activity",
    "ActivityKind",
    "ActivityState",
    "Agreement",
    "Answered",
    "Appointment",
    "Better",
    "Cadence",
    "CadenceKind",
    "Contact",
    "Dose",
    "Entry",
    "Goal",
    "GoalRating",
    "GoodFor",
    "Helped",
    "HelplineMark",
    "Hold",
    "ImportRun",
    "KindWord",
    "Moment",
    "MoodWords",
    "Pause",
    "Period",
    "PlanReview",
    "PlanStep",
    "Reached",
    "Role",
    "Routine",
    "RoutineKind",
    "Section",
    "Share",
    "Sign",
    "Stock",
    "Tick",
    "TickState",
    "Topic",
    "Tracker",
    "Way",
    "WayKind",
]

_MODULES = {
    "entry": ("Entry",),
    "goal": (
        "Goal",
        "GoalRating",
    ),
    "import_run": ("ImportRun",),
    "mood": ("MoodWords",),
    "people.activity": (
        "Activity",
        "ActivityKind",
        "ActivityState",
    ),
    "people.agreement": ("Agreement",),
    "people.appointment": ("Appointment",),
    "people.contact": (
        "Contact",
        "GoodFor",
        "Role",
        "Way",
        "WayKind",
    ),
    "people.helpline_mark": ("HelplineMark",),
    "people.kind_word": ("KindWord",),
    "people.outreach": (
        "Helped",
        "Reached",
    ),
    "people.plan": (
        "PlanReview",
        "PlanStep",
        "Section",
    ),
    "people.topic": ("Topic",),
    "questionnaires.answer": ("Answered",),
    "routines.cadence": (
        "Cadence",
        "CadenceKind",
    ),
    "routines.pause": ("Pause",),
    "routines.routine": (
        "Dose",
        "Routine",
        "RoutineKind",
    ),
    "routines.stock": ("Stock",),
    "routines.tick": (
        "Tick",
        "TickState",
    ),
    "share": ("Share",),
    "sign": (
        "Hold",
        "Sign",
    ),
    "time.days": (
        "Moment",
        "Period",
    ),
    "tracker": (
        "About",
        "Better",
        "Tracker",
    ),
}


def __getattr__(name: str) -> object:
    """The class of a name in `__all__`. Raises AttributeError for another name."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(__import__(f"carelog.domain.{module}", fromlist=(name,)), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
