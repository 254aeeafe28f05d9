"""The JSON of insights, spelled out by hand. Keys are added, never renamed: programs read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.domain.numbers import rounded

if TYPE_CHECKING:
    from carelog.review.insights.findings import Finding, Share
    from carelog.review.insights.insights import Insights
    from carelog.review.insights.question import Asked


def insights_shape(insights: Insights) -> dict[str, Any]:
    """What went together in a period, and how much was looked at to find it."""
    return {
        "period": {"from": insights.period.first.isoformat(), "to": insights.period.last.isoformat()},
        "coverage": {"days": insights.days, "of": insights.days_asked_for},
        "ground": insights.ground.value,
        "enough_in_last_days": insights.enough_in_last,
        "scale": insights.scale.value,
        "compared": insights.compared + insights.compared_feelings,
        "families": {
            "things": {"compared": insights.compared, "found": len(insights.found), "more": insights.more},
            "feelings": {
                "compared": insights.compared_feelings,
                "found": len(insights.feelings),
                "more": insights.more_feelings,
            },
        },
        "found": [finding_shape(each) for each in (*insights.found, *insights.feelings)],
        "more": insights.more or insights.more_feelings,
        "too_few": insights.too_few,
        "weekday_only": insights.weekday_only,
        "people_left_out": insights.people_left_out,
        "asked": insights.asked and asked_shape(insights.asked),
    }


def asked_shape(asked: Asked) -> dict[str, Any]:
    """The answer to a question: its finding is there also where nothing stands out, and null with too few days."""
    return {
        "name": asked.factor.name,
        "kind": asked.factor.kind.value,
        "lag": asked.lag.value,
        "days_with": asked.days_with,
        "days_without": asked.days_without,
        "stands_out": asked.stands_out,
        "finding": asked.finding and finding_shape(asked.finding),
    }


def finding_shape(finding: Finding) -> dict[str, Any]:
    """One finding: `low` to `high` is the range of the effect, by the number of effective days."""
    factor, association = finding.factor, finding.comparison.association
    return {
        "factor": factor.name,
        "kind": factor.kind.value,
        "family": factor.family.value,
        "lag": finding.comparison.lag.value,
        "strata": finding.comparison.strata.value,
        "effect": rounded(association.effect),
        "measure": association.measure.value,
        "low": rounded(association.low),
        "high": rounded(association.high),
        "interval_95": {"low": rounded(association.low), "high": rounded(association.high)},
        "days": association.days,
        "effective_days": association.effective_days,
        "n_with": association.days_with,
        "n_without": association.days_without,
        "unit": factor.unit,
        "levels": list(range(finding.levels[0], finding.levels[1] + 1)),
        "shares": [share_shape(each) for each in finding.shares],
    }


def share_shape(share: Share) -> dict[str, Any]:
    """Days on the levels of a finding, of so many days alike; their readings are null where the factor has none."""
    return {"days": share.days, "of": share.of, "low": share.low, "high": share.high}
