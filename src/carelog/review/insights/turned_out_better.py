"""Activities that turned out better than the person had expected, without those that they keep out of comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.review.insights.kept_out import is_kept_out_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.domain.people.activity import Activity
    from carelog.journal import Journal


def turned_out_better(journal: Journal, activities: Iterable[Activity]) -> list[Activity]:
    """Those of the activities, as they are shown, whose pleasure was higher than expected and that may be compared."""
    better = [each for each in activities if (each.better_by or 0) > 0]
    if not better or not journal.settings.insights_never:
        return better
    kept_out = journal.activities.shown_names(is_kept_out_of(journal))
    return [each for each in better if each.text not in kept_out]
