"""Which of day, month and year stands first in the dates of a column: as the person says, or the only that fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from carelog.domain.text import fold
from carelog.errors import RefusedFile
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.written_days import Order, needs_order, order_of
from carelog.exchange.pipeline.import_batch import ImportContext
from carelog.exchange.pipeline.import_records import ONE_DAY_AHEAD
from carelog.wording.files import imports as words

_DATE = "date"
DAY_IS_FIRST = f"{_DATE}:{Order.DAY_FIRST.value}"
"""The purpose of a column of dates in which the day stands first, as it is typed."""


def order_given(columns: Mapping[str, str]) -> Order | None:
    """The order that is said with `--column date:dmy=NAME`; None where none is said."""
    given = next((fold(field).partition(":")[2] for field in columns if fold(field).startswith(f"{_DATE}:")), "")
    return next((order for order in Order if order.value == given), None)


def last_day(context: ImportContext) -> date:
    """The last day that a date may be, so that an order which makes it later does not fit."""
    return context.clock.now().local.date() + ONE_DAY_AHEAD


def only_order(texts: Sequence[str], context: ImportContext) -> Order | None:
    """The only order in which all dates of a column can be read; None where several fit, or none does."""
    return order_of(texts, last_day(context))


def order_in_export(
    texts: Sequence[str], context: ImportContext, name: str, column: str, in_heading: Order | None = None
) -> Order | None:
    """The order in a column of an app's table; None where no date needs one. A day after tomorrow does not fit.

    Raises RefusedFile where several orders fit, or dates contradict each other, with the command that says which;
    `name` is that of the format on the command line. Where the heading says an order, that settles what is open.
    """
    order = order_given(context.columns) or only_order(texts, context) or in_heading
    if order is None and needs_order(texts):
        command = words.command_with_columns(name, {DAY_IS_FIRST: column})
        raise RefusedFile("imports.order-of-dates-open", command=command)
    return order


def remarks_about_order(texts: Sequence[str], order: Order | None, context: ImportContext) -> Iterator[Remark]:
    """How the dates were read, where neither the person nor the heading says it and it is not plain."""
    is_said = order_given(context.columns) is not None or only_order(texts, context) is None
    if order and not is_said and needs_order(texts):
        yield Remark(0, words.READ_IN_ORDER[order.value])
