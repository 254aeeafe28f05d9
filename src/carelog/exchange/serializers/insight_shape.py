"""The JSON of insights, spelled out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelog.review.insights.insights import Finding, Insights, Share


def insights_shape(insights: Insights) -> dict[str, Any]:
    """What went together in a period, and how much was looked at to find it."""
    return {
        "period": {"from": insights.period.first.isoformat(), "to": insights.period.last.isoformat()},
        "coverage": {"days": insights.days, "of": len(insights.period)},
        "ground": insights.ground.value,
        "scale": insights.scale.value,
        "compared": insights.compared,
        "found": [finding_shape(each) for each in insights.found],
        "more": insights.more,
        "too_few": insights.too_few,
        "people_left_out": insights.people_left_out,
    }


def finding_shape(finding: Finding) -> dict[str, Any]:
    """One finding: `low` to `high` is the interval of drawing days anew, `interval_95` the one of effective days."""
    factor, association = finding.factor, finding.comparison.association
    return {
        "factor": factor.name,
        "kind": factor.kind.value,
        "lag": finding.comparison.lag.value,
        "effect": association.effect,
        "measure": association.measure.value,
        "low": finding.interval.low,
        "high": finding.interval.high,
        "interval_95": {"low": association.low, "high": association.high},
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
