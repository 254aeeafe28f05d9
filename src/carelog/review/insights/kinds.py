"""The kinds of things that are compared with mood. The command line loads this alone."""

from __future__ import annotations

from enum import Enum


class FactorKind(Enum):
    """The kinds of factors, by where they are noted."""

    FEELING = "feeling"
    TAG = "tag"
    TRACKER = "tracker"
    ROUTINE = "routine"
    PERSON = "person"
    ACTIVITY = "activity"
    QUESTIONNAIRE = "questionnaire"


class Family(Enum):
    """What is corrected together for looking at many things: feelings are part of a mood, and are told apart."""

    THINGS = "things"
    FEELINGS = "feelings"
