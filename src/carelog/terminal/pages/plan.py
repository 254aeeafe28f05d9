"""The plan for hard days: sections with numbered steps, short enough to be read on the worst day."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.people.plan import Section
from carelog.review.people.plan import Plan, Step
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.user_text import paragraph, wrapped_keeping_emoji
from carelog.wording.lists import listed
from carelog.wording.people import plan as plan_words
from carelog.wording.punctuation import labelled, with_remark

_INDENT = 4


class PlanPage:
    """The whole plan; with `handles` each step shows its handle, for the commands that change it.

    Where others can see the page it is made without `headings`: they would say what each step is for.
    """

    def __init__(self, plan: Plan, *, handles: bool = False, headings: bool = True) -> None:
        self.plan = plan
        self.handles = handles
        self.headings = headings

    def sentences(self) -> Iterator[str]:
        """An introduction, each section with its steps, then when the plan was last read through."""
        yield from (sentence(remark) for remark in self._before())
        yield from self._steps_below_headings() if self.headings else self._steps_alone()
        yield from (sentence(remark) for remark in self._after())

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for remark in self._before():
            yield from paragraph(remark, console, options, "quiet" if self.plan.sections else "")
        for section, steps in self.plan.sections.items():
            yield Text()
            yield from paragraph(plan_words.HEADINGS[section], console, options, "heading")
            for number, step in enumerate(steps, 1):
                yield from self._step(number, step, console, options)
        for remark in self._after():
            yield Text()
            yield from paragraph(remark, console, options, "quiet")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _steps_below_headings(self) -> Iterator[str]:
        for section, steps in self.plan.sections.items():
            yield sentence(plan_words.HEADINGS[section])
            for number, step in enumerate(steps, 1):
                yield sentence(labelled(str(number), self._step_text(step)))

    def _steps_alone(self) -> Iterator[str]:
        """The steps in reading order, in which they are numbered where their words are hidden."""
        for section in Section:
            yield from (sentence(self._step_text(step)) for step in self.plan.sections.get(section, ()))

    def _before(self) -> Iterator[str]:
        if self.plan.is_empty:
            yield plan_words.NO_PLAN_NOW if self.plan.hard_time else plan_words.NO_PLAN
        else:
            yield plan_words.BEGIN_ANYWHERE

    def _step(self, number: int, step: Step, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        room = max(page_width(options) - _INDENT, 1)
        for place, line in enumerate(wrapped_keeping_emoji(self._step_text(step), room, console, options)):
            yield Text.assemble((f"{number:>2}  " if place == 0 else " " * _INDENT, "quiet"), line)

    def _step_text(self, step: Step) -> str:
        contact = [step.contact.name] if step.contact and step.contact.name not in step.step.text else []
        beside = [*contact, *([step.step.handle] if self.handles else [])]
        return with_remark(step.step.text, listed(beside)) if beside else step.step.text

    def _after(self) -> Iterator[str]:
        if self.plan.hard_time:
            return
        if self.plan.asks_for_review and self.plan.since:
            yield plan_words.still_fits(self.plan.since, self.plan.day)
        elif self.plan.reviewed:
            yield plan_words.last_read(self.plan.reviewed, (self.plan.day - self.plan.reviewed).days)
