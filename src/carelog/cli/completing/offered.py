"""What TAB offers behind each command: names of the journal, settings and their values, words of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any

from carelog.cli.completing.journal_words import names_in_journal
from carelog.cli.prompts.names_begun import Begun, names_compared

if TYPE_CHECKING:
    import typer

    Offer = Callable[[typer.Context], Iterable[str]]

_IN_LISTS = ("feel", "include", "leave_out")
"""The parameters that several words are given to with commas between them."""
_NONSENSE = ("zzqq", "zz")
"""Neither is a value of a setting with a few values: where one is taken, so are any words, or any two letters."""


def attach(names: Iterable[str]) -> None:
    """Give the parameters of the commands below these first words what is offered for them, before they are built.

    Each gets a description of its own: several commands share what help says, such as NAME, and not what they offer.
    """
    import inspect
    from copy import copy

    from carelog.cli.command import REGISTRY, load

    firsts = dict.fromkeys(names)
    load(firsts)
    for whole, command in REGISTRY.items():
        if whole.split()[0] not in firsts:
            continue
        for name, parameter in inspect.signature(command.body).parameters.items():
            key, kind = offer_key(whole, name), parameter.annotation
            if key and hasattr(kind, "__metadata__"):
                described = copy(kind.__metadata__[0])
                described.autocompletion = _completer(key)
                command.body.__annotations__[name] = _described(kind.__origin__, described)


def offer_key(command: str, parameter: str) -> str:
    """The key under which stands what is offered for a parameter; empty where nothing is offered."""
    return next((key for key in (f"{command}:{parameter}", f":{parameter}") if key in _OFFERS), "")


def offered_for(key: str, incomplete: str, ctx: Any = None) -> list[str]:
    """What is offered under a key and begins as typed, behind a comma where several words stand in one.

    `ctx` is Typer's context, which knows the words before; what comes from the journal alone needs none.
    """
    in_list = key.rpartition(":")[2] in _IN_LISTS
    before, comma, _ = incomplete.rpartition(",") if in_list else ("", "", "")
    offered = (Begun(f"{before}{comma}{each}") for each in _OFFERS[key](ctx))
    return [each for each in offered if each.isprintable() and each.startswith(incomplete)]


def _described(kind: Any, description: Any) -> Any:
    return Annotated[kind, description]


def _completer(key: str) -> Callable[..., list[str]]:
    def complete(ctx: Any, incomplete: str) -> list[str]:
        return offered_for(key, incomplete, ctx)

    return complete


def _of_journal(kind: str) -> Offer:
    return lambda _: names_in_journal(kind)


def _feelings(_: typer.Context) -> Iterable[str]:
    from carelog.wording.feelings import WORDS

    return dict.fromkeys([*names_in_journal("feeling"), *WORDS])


def _readings(_: typer.Context) -> Iterable[str]:
    return [f"{name}=" for name in names_in_journal("tracker")]


def _compared(_: typer.Context) -> Iterable[str]:
    return names_compared()


def _countries(_: typer.Context) -> Iterable[str]:
    from importlib.resources import files

    names = (each.name.removesuffix(".txt") for each in (files("carelog") / "data" / "helplines").iterdir())
    return sorted(name for name in names if len(name) == 2)


def _settings(_: typer.Context) -> Iterable[str]:
    from carelog.settings_fields import FIELDS

    return [each.key for each in FIELDS]


def _values(ctx: typer.Context) -> Iterable[str]:
    from carelog.errors import CarelogError

    try:
        return _words_of_setting(str(ctx.params.get("key")))
    except CarelogError:
        return []


def _facts_on_card(_: typer.Context) -> Iterable[str]:
    return _words_of_setting("lock.card")


def _words_of_setting(key: str) -> Iterable[str]:
    """The words of a setting's description that it takes, unless it takes any words. Raises NotFound for no setting."""
    from carelog.errors import CarelogError
    from carelog.settings import Settings
    from carelog.settings_fields import field_of

    field = field_of(key)

    def is_taken(word: str) -> bool:
        try:
            field.read(Settings(), word)
        except (CarelogError, ValueError, TypeError, LookupError):
            return False
        return True

    words = [word.strip(".,;()") for word in field.allowed.split()]
    return [] if any(map(is_taken, _NONSENSE)) else [word for word in dict.fromkeys(words) if word and is_taken(word)]


def _audiences(_: typer.Context) -> Iterable[str]:
    from carelog.domain.audience import AUDIENCES

    return AUDIENCES


def _page_sections(_: typer.Context) -> Iterable[str]:
    from carelog.domain.audience import Section

    return [each.value for each in Section]


def _plan_sections(_: typer.Context) -> Iterable[str]:
    from carelog.domain.people.plan import Section

    return [each.value for each in Section]


def _formats(_: typer.Context) -> Iterable[str]:
    from carelog.documents.packet.formats import Format

    return [each.value for each in Format]


def _formats_on_paper(_: typer.Context) -> Iterable[str]:
    from carelog.documents.packet.formats import ON_PAPER

    return [each.value for each in ON_PAPER]


def _papers(_: typer.Context) -> Iterable[str]:
    from carelog.documents.pdf import Paper

    return [each.value for each in Paper]


def _kinds_of_page(_: typer.Context) -> Iterable[str]:
    from carelog.cli.exporting.life_chart import LIFE_CHART, PAGE

    return (PAGE, LIFE_CHART)


def _last(_: typer.Context) -> Iterable[str]:
    return ("last",)


_ROUTINE, _CONTACT, _TRACKER = _of_journal("routine"), _of_journal("contact"), _of_journal("tracker")
_HANDLE, _ACTIVITY = _of_journal("handle"), _of_journal("activity")

_OFFERS: dict[str, Offer] = {
    ":feel": _feelings,
    ":tag": _of_journal("tag"),
    ":track": _readings,
    "track:words": _readings,
    **dict.fromkeys((f"tracker {each}:name" for each in ("show", "edit", "archive", "remove")), _TRACKER),
    "tracker unarchive:name": _of_journal("tracker put away"),
    **dict.fromkeys(("done:names", "skip:names", "last:name", "streaks:names"), _ROUTINE),
    **dict.fromkeys((f"routine {each}:name" for each in ("show", "edit", "archive", "remove")), _ROUTINE),
    "routine unarchive:name": _of_journal("routine put away"),
    **dict.fromkeys((f"contact {each}:name" for each in ("show", "edit", "remove", "ask", "snooze", "away")), _CONTACT),
    **dict.fromkeys(("reached:name", ":with_whom", ":from_whom", "plan add:contact", "plan edit:contact"), _CONTACT),
    **dict.fromkeys(("plan print:whom", "export:whom"), _CONTACT),
    **dict.fromkeys((f"sign {each}:name" for each in ("past", "edit", "snooze", "remove")), _of_journal("sign")),
    **dict.fromkeys((f"goal {each}:name" for each in ("show", "change", "let-go", "remove")), _of_journal("goal")),
    "goal rate:goal": _of_journal("goal"),
    "goal take-up:name": _of_journal("goal put down"),
    **dict.fromkeys((f"activity {each}:reference" for each in ("done", "skip", "show", "edit", "remove")), _ACTIVITY),
    **dict.fromkeys(("show:reference", "edit:reference", "delete:references"), _HANDLE),
    **dict.fromkeys(("bring add:entry", "bring edit:entry"), _HANDLE),
    "export:without": _HANDLE,
    **dict.fromkeys(("bring done:references", ":reference"), _last),
    **dict.fromkeys(("settings get:key", "settings set:key"), _settings),
    "settings set:value": _values,
    "plan add:section": _plan_sections,
    **dict.fromkeys(("export:named", "export:audience"), _audiences),
    **dict.fromkeys(("export:include", "export:leave_out"), _page_sections),
    "export:form": _formats,
    "tracker sheet:form": _formats_on_paper,
    "export:paper": _papers,
    "export:kind": _kinds_of_page,
    "reach:words": _CONTACT,
    **dict.fromkeys(("insights:name", "insights:never"), _compared),
    **dict.fromkeys((":country", ":_country"), _countries),
    "lock card:fields": _facts_on_card,
}
"""By the name of a command and of its parameter; without a command, the parameter of any."""
