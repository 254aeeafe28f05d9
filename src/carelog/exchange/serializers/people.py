"""The JSON of the plan, activities, appointments, signs, helplines and turning to people, spelled out by hand.

Keys are added, never renamed: programs read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.domain.people.plan import SECTIONS, Section
from carelog.exchange.serializers.nouns import contact_shape

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.people.activity import Activity
    from carelog.domain.people.agreement import Agreement
    from carelog.domain.people.appointment import Appointment
    from carelog.domain.people.helpline_mark import HelplineMark
    from carelog.domain.people.outreach import Reached
    from carelog.domain.people.plan import PlanStep
    from carelog.domain.people.topic import Topic
    from carelog.domain.sign import Sign
    from carelog.review.people.helpline_list import HelplineList, ListedLine
    from carelog.review.people.helplines import Helpline
    from carelog.review.people.plan import Plan, Step
    from carelog.review.people.reach import Reach
    from carelog.review.people.signs import SignStatus


def plan_shape(plan: Plan) -> dict[str, Any]:
    """A plan: a list of steps for each of the eight sections, the card's sentence, the day of the last review."""
    sections = {section.value: [_step(each) for each in plan.sections.get(section, ())] for section in SECTIONS}
    sentence = plan.sections.get(Section.SENTENCE, ())
    return {
        "plan": sections,
        "sentence": sentence[0].step.text if sentence else None,
        "reviewed": plan.reviewed.isoformat() if plan.reviewed else None,
    }


def step_shape(step: PlanStep) -> dict[str, Any]:
    """A step."""
    return {
        "id": step.id,
        "handle": step.handle,
        "section": step.section.value,
        "text": step.text,
        "contact": step.contact_id,
        "not_on_card": step.not_on_card,
    }


def activity_shape(activity: Activity) -> dict[str, Any]:
    """An activity."""
    return {
        "id": activity.id,
        "handle": activity.handle,
        "text": activity.text,
        "kind": activity.kind.value,
        "state": activity.state.value,
        "planned_day": activity.planned_day.isoformat() if activity.planned_day else None,
        "planned_at": f"{activity.planned_at:%H:%M}" if activity.planned_at else None,
        "with_whom": activity.contact_id,
        "expected": activity.expected,
        "day": activity.day.isoformat() if activity.day else None,
        "at": activity.at.rfc3339 if activity.at else None,
        "pleasure": activity.pleasure,
        "mastery": activity.mastery,
        "closeness": activity.closeness,
        "note": activity.note,
    }


def appointment_shape(appointment: Appointment) -> dict[str, Any]:
    """An appointment."""
    return {
        "id": appointment.id,
        "handle": appointment.handle,
        "day": appointment.day.isoformat(),
        "at": f"{appointment.at:%H:%M}" if appointment.at else None,
        "every_days": appointment.every,
        "until": _day(appointment.until),
        "with_whom": appointment.contact_id,
    }


def agreement_shape(agreement: Agreement) -> dict[str, Any]:
    """What was agreed."""
    return {
        "id": agreement.id,
        "handle": agreement.handle,
        "day": agreement.day.isoformat(),
        "text": agreement.text,
        "appointment": agreement.appointment_id,
        "routine": agreement.routine_id,
    }


def topic_shape(topic: Topic) -> dict[str, Any]:
    """Something to bring."""
    return {
        "id": topic.id,
        "handle": topic.handle,
        "day": topic.day.isoformat(),
        "text": topic.text,
        "entry": topic.entry_id,
        "done": _day(topic.done),
    }


def sign_shape(sign: Sign) -> dict[str, Any]:
    """A sign."""
    return {
        "id": sign.id,
        "handle": sign.handle,
        "text": sign.text,
        "when": sign.rule,
        "then": sign.step,
        "cover": sign.cover or None,
        "snoozed": sign.snoozed.isoformat() if sign.snoozed else None,
        "holds": [hold.value for hold in sign.holds],
    }


def sign_standing_shape(standing: SignStatus) -> dict[str, Any]:
    """A sign and how it stands."""
    return sign_shape(standing.sign) | {"days": standing.days, "is_true": standing.is_true}


def reach_shape(found: Reach) -> dict[str, Any]:
    """A proposal: one person who may be there, who is next, and helplines."""
    reachable = True if found.known else None
    following = found.following
    return {
        "contact": contact_shape(found.contact, reachable_now=reachable) if found.contact else None,
        "message": found.message or None,
        "next": following
        and {
            "contact": contact_shape(following, reachable_now=False),
            "from": found.opens.rfc3339 if found.opens else None,
        },
        "meets_next": found.meeting.rfc3339 if found.meeting else None,
        "line": _proposed_line(found.lines.line) if found.lines.line else None,
        "lines": [_proposed_line(line) for line in found.lines.others],
        "unread": found.unread,
    }


def reached_shape(reached: Reached) -> dict[str, Any]:
    """Contact with someone."""
    return {
        "id": reached.id,
        "handle": reached.handle,
        "contact": reached.contact_id,
        "day": reached.day.isoformat(),
        "at": reached.at.rfc3339,
        "helped": reached.helped.value if reached.helped else None,
        "note": reached.note,
    }


def helplines_shape(found: HelplineList) -> dict[str, Any]:
    """Countries with their emergency numbers, all of their lines, and what short names of sources stand for."""
    return {
        "country_source": found.source,
        "for": found.topic.value if found.topic else None,
        "countries": [
            {
                "country": country.code,
                "name": country.name,
                "emergency": country.emergency or None,
                "numbers": country.numbers,
                "sources": list(country.emergency_sources),
            }
            for country in found.countries
        ],
        "lines": [_listed_line(line) for country in found.countries for line in country.lines],
        "source_names": found.keys,
    }


def mark_shape(mark: HelplineMark) -> dict[str, Any]:
    """What the person says of a line."""
    return {
        "country": mark.country,
        "name": mark.name,
        "hidden": mark.hidden,
        "checked_on": mark.checked_on.isoformat() if mark.checked_on else None,
    }


def _step(step: Step) -> dict[str, Any]:
    return step_shape(step.step)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _proposed_line(line: Helpline) -> dict[str, Any]:
    return {
        "name": line.name,
        "phone": line.number or None,
        "text": line.text or None,
        "hours": line.hours or None,
        "checked": line.checked,
        "open_now": line.open_now,
    }


def _listed_line(line: ListedLine) -> dict[str, Any]:
    return {
        "country": line.country,
        "name": line.name,
        "phone": next(iter(line.phones), None),
        "phone_alt": list(line.phones[1:]),
        "sms": line.sms or None,
        "sms_text": line.sms_text or None,
        "whatsapp": line.whatsapp or None,
        "chat": line.chat or None,
        "hours": line.hours or None,
        "cost": line.cost or None,
        "languages": list(line.languages),
        "for": list(line.topics),
        "audience": line.audience,
        "text": line.is_written,
        "sends_help": line.sends_help,
        "checked": line.checked,
        "checked_by_you": line.by_you,
        "open_now": line.open_now,
        "one_source": line.one_source,
        "stale": line.stale,
        "hidden": line.hidden,
        "sources": list(line.sources),
    }
