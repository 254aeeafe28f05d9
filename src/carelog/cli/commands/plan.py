"""plan: the person's own plan for hard days, step by step."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.new_words import words_or_option
from carelog.cli.forms.plan import change_step, contact_id_of, section_named, walk_through
from carelog.cli.forms.removal import remove_one
from carelog.cli.prompts.ask import need_terminal
from carelog.cli.prompts.discretion_options import NotOnCard
from carelog.cli.prompts.file_to_write import file_named
from carelog.cli.prompts.options import Force, Handles, NewText, Output, Yes
from carelog.cli.runtime.session import Session
from carelog.domain.people.plan import Section
from carelog.exchange.serializers.people import plan_shape, step_shape
from carelog.language import gettext as _
from carelog.wording import edit as edit_words
from carelog.wording.lists import listed
from carelog.wording.people import plan as plan_words

if TYPE_CHECKING:
    from carelog.domain.people.plan import PlanStep
    from carelog.review.people.plan import Plan
    from carelog.terminal.page import Page

_SECTION_HELP = _("Its part of the plan: {sections}.").format(sections=listed(each.value for each in Section))

Text = Annotated[list[str] | None, typer.Argument(metavar="[TEXT]…", help=_("The step, in a few words."))]
With = Annotated[str | None, typer.Option("--with", metavar="NAME", help=_("Whom the step is tied to."))]
Reference = Annotated[str, typer.Argument(metavar="REF", help=_("A step's handle, as --handles shows it."))]


@command(
    "plan list",
    "carelog plan",
    "carelog plan list --handles",
    panel="People and crisis",
    group=_("Your own plan for hard days. Alone it shows it."),
    own_screen=False,
)
def show(
    session: Session,
    handles: Handles = False,
) -> Answer:
    """Show your plan: how you notice it, what helps, whom to tell, what to stay for."""
    plan = _read_plan(session)
    return Answer(page=lambda: _page(session, plan, handles=handles), data=lambda: plan_shape(plan))


@command(
    "plan add",
    "carelog plan add alone make tea, then shower",
    "carelog plan add people call Sam --with Sam",
    "carelog plan add sentence this has been here before, and it went",
    asks_country=True,
    takes_text=True,
)
def add(
    session: Session,
    section: Annotated[str | None, typer.Argument(metavar="[SECTION]", help=_SECTION_HELP)] = None,
    words: Text = None,
    contact: With = None,
    not_on_card: NotOnCard = None,
) -> Answer:
    """Add a step to a part of your plan. Alone it asks, part by part."""
    if section is None or not words:
        return _walk(session)
    journal = session.to_write()
    part, tied = section_named(section), contact_id_of(journal.contacts, contact)
    step = journal.plan.add(part, " ".join(words), tied, not_on_card=bool(not_on_card))
    return _changed(session, plan_words.added(plan_words.HEADINGS[step.section]), step)


@command(
    "plan edit",
    "carelog plan edit",
    "carelog plan edit 3d26f9 a walk to the river",
    "carelog plan edit 3d26f9 --place 1",
    asks_country=True,
    takes_text=True,
)
def edit(
    session: Session,
    reference: Annotated[str | None, typer.Argument(metavar="[REF]", help=_("A step's handle."))] = None,
    words: Text = None,
    text: NewText = None,
    contact: With = None,
    to: Annotated[int | None, typer.Option("--place", min=1, help=_("Its new place in its part, from 1."))] = None,
    not_on_card: NotOnCard = None,
) -> Answer:
    """Walk through your plan, part by part; or change one step: its words, whom it is tied to, its place."""
    if reference is None:
        return _walk(session)
    step = change_step(session.to_write(), reference, words_or_option(words, text), contact, to, not_on_card)
    return _changed(session, plan_words.changed(plan_words.HEADINGS[step.section]), step)


@command("plan remove", "carelog plan remove 3d26f9")
def remove(session: Session, reference: Reference, yes: Yes = False) -> Answer:
    """Remove a step for good. It asks first."""
    plan = session.to_write().plan
    step = plan.find(reference)
    return remove_one(session, plan, step.id, edit_words.ask_remove_words(step.text), yes=yes)


@command("plan review", "carelog plan review", own_screen=False)
def review(session: Session) -> Answer:
    """Read your plan through, and note that you did; after 90 days “today” offers another reading."""
    journal = session.to_write()
    if not len(journal.plan):
        return Answer(plan_words.NOTHING_TO_REVIEW, data=lambda: plan_shape(_read_plan(session)))
    journal.plan_reviews.add_once(session.today)
    plan = _read_plan(session)
    return Answer(page=lambda: _page(session, plan, handles=True), data=lambda: plan_shape(plan))


@command(
    "plan print", "carelog plan print plan.pdf", "carelog plan print -o page.html --with Sam", discretion="as it is"
)
def print_page(
    session: Session,
    file: Annotated[
        Path | None,
        typer.Argument(help=_("The file to write: .pdf or .html; - is standard output."), show_default=False),
    ] = None,
    whom: Annotated[
        str | None, typer.Option("--with", metavar="NAME", help=_("The page for a contact of yours."))
    ] = None,
    output: Output = "",
    force: Force = False,
) -> Answer:
    """Write your plan as a page to print, with a card to fold; or the page that someone you trust gets."""
    from carelog.cli.exporting.plan_page import write_plan

    return write_plan(session, file_named(file, output, "plan.pdf"), whom, force=force)


def _read_plan(session: Session) -> "Plan":
    from carelog.review.people.plan import plan

    return plan(session.to_read(), session.today)


def _page(session: Session, plan: "Plan", *, handles: bool) -> "Page":
    from carelog.terminal.pages.plan import PlanPage

    return PlanPage(plan, handles=handles, headings=not session.masks)


def _walk(session: Session) -> Answer:
    need_terminal(session, "plan.needs-terminal")
    walk_through(session.to_write().plan)
    return Answer(plan_words.KEPT_SO_FAR if len(session.to_read().plan) else plan_words.NOTHING_KEPT)


def _changed(session: Session, text: str, step: "PlanStep") -> Answer:
    return Answer(text, data=lambda: {"step": step_shape(step)}, changed=session.changed_by_person)
