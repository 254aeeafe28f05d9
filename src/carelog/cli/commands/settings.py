"""settings: list, read and change the settings."""

from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.commands.settings_preset import VALUES, Preset, agrees_to_preset, offer_lock, set_preset
from carelog.cli.forms.country import read_countries, remark_without_numbers
from carelog.cli.prompts.options import Yes
from carelog.cli.runtime.session import Session
from carelog.cli.runtime.unlock import ask_once_more
from carelog.language import gettext as _
from carelog.settings import Settings
from carelog.settings_fields import FIELDS, PERSONAL, Field, field_of
from carelog.settings_file import is_set_so, read_text, set_value, settings_in, write_text
from carelog.wording import first_start as first_start_words
from carelog.wording import presets as presets_words
from carelog.wording.lock import CARD_FOLLOWS
from carelog.wording.program import HIDDEN, SETTING_COLUMNS

if TYPE_CHECKING:
    from carelog.terminal.page import Page

_ON_CARD = {"country", "helplines.for", "helplines.languages", "helplines.text_first", "plain"}
"""Settings that change what the crisis card shows."""

Key = Annotated[str, typer.Argument(help=_("A setting, as the list shows it."), show_default=False)]


@command(
    "settings list",
    "carelog settings list",
    "carelog settings --json",
    panel="In, out, safe",
    group=_("What you can set. Alone it lists everything."),
    own_screen=False,
)
def show_all(session: Session) -> Answer:
    """List every setting with its value and what it is for."""
    return Answer(
        page=lambda: _table(session),
        data=lambda: {"settings": {each.key: _value(session, each) for each in FIELDS}},
    )


@command("settings get", "carelog settings get country")
def get(session: Session, key: Key) -> Answer:
    """Show one setting."""
    each = field_of(key)
    shown = HIDDEN if _hides(session, each) else each.show(session.settings)
    return Answer(
        text="\n".join(filter(None, [shown, each.why(session.settings)])),
        data=lambda: {each.key: _value(session, each)},
    )


@command(
    "settings set",
    "carelog settings set country Ireland",
    "carelog settings set day_starts_at 05:00",
    discretion="neutral",
)
def change(
    session: Session,
    key: Key,
    value: Annotated[str, typer.Argument(help=_("Its new value; an empty one goes back to the default."))],
) -> Answer:
    """Change one setting."""
    each = field_of(key)
    changed = _set(session, each, value)
    shown, kept = each.show(session.settings), each.value_in(session.settings)
    return Answer(first_start_words.setting_changed(each.key, shown), data=lambda: {each.key: kept}, changed=changed)


@command("settings preset", "carelog settings preset shared-computer", discretion="neutral")
def preset(
    session: Session,
    name: Annotated[Preset, typer.Argument(help=_("What to set up for."), show_default=False)],
    yes: Yes = False,
) -> Answer:
    """Set several settings that belong together; each is said in a line first. It asks."""
    if not agrees_to_preset(session, name, yes=yes):
        return Answer(text=presets_words.NOT_SET)
    set_preset(session, name, asks=not yes)
    text = f"{presets_words.was_set(name.value)}\n{offer_lock(session, asks=session.can_ask and not yes)}"
    return Answer(text=text, data=lambda: _preset_shape(session, name))


@command("settings edit", "carelog settings edit", discretion="neutral")
def edit(session: Session) -> Answer:
    """Change the settings file in your editor; it is checked before it is kept."""
    from carelog.cli.prompts.editor import written_in_editor

    session.unlock_first()
    old = read_text(session.paths)
    with written_in_editor(session, old, "settings.needs-terminal") as new:
        if new.strip() == old.strip():
            return Answer(changed=False)
        if session.settings.discreet and not settings_in(session.paths, new).discreet:
            ask_once_more(session)
        session.apply_settings(write_text(session.paths, new))
    return Answer(text=first_start_words.SETTINGS_KEPT, changed=True)


@command("settings path", "carelog settings path")
def path(session: Session) -> Answer:
    """Say where the settings file is."""
    return Answer(text=str(session.paths.settings), data=lambda: {"path": str(session.paths.settings)})


def _table(session: Session) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (each.key, HIDDEN if _hides(session, each) else each.show(session.settings), each.purpose) for each in FIELDS
    ]
    return ListTable(SETTING_COLUMNS, rows)


def _value(session: Session, field: Field) -> object:
    return field.value_in(Settings() if _hides(session, field) else session.settings)


def _set(session: Session, field: Field, value: str) -> bool:
    """Change a setting in the file and in this session, and return whether it was another before.

    A remark says where comments in the file are dropped.
    """
    chosen = ",".join(read_countries(value)) if field.key == "country" and value.strip() else value
    if is_set_so(session.paths, field.key, chosen):
        return False
    if field.key == "lock.card":
        session.unlock_first()
    if field.key == "discreet" and session.settings.discreet:
        ask_once_more(session)
    if "#" in read_text(session.paths):
        session.remarks.append(first_start_words.COMMENTS_NOT_KEPT)
    session.apply_settings(set_value(session.paths, field.key, chosen))
    _remark_on_card(session, field.key)
    return True


def _remark_on_card(session: Session, key: str) -> None:
    """Remark on a country without numbers, and on the card of a locked journal, which is written when it opens."""
    from carelog.cli.runtime.unlock import needs_passphrase

    if key == "country":
        remark_without_numbers(session)
    if key in _ON_CARD and needs_passphrase(session):
        session.remarks.append(CARD_FOLLOWS)


def _preset_shape(session: Session, preset: Preset) -> dict[str, object]:
    from carelog.journal.keys.key_folder import keys_beside
    from carelog.journal.keys.readable import is_plain

    session.close()
    locked = bool(keys_beside(session.paths.journal)) and not is_plain(session.paths.journal)
    kept = {key: field_of(key).value_in(session.settings) for key in ("discreet", *VALUES[preset])}
    return {"preset": preset.value, "settings": kept, "locked": locked}


def _hides(session: Session, field: Field) -> bool:
    """Whether others can see the screen, and the setting has a value in the person's own words."""
    return session.is_discreet and field.key in PERSONAL and bool(field.value_in(session.settings))
