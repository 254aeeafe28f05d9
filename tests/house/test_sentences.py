"""One rule: what people read stands in wording, in the card's words, or in the sentences of errors, whole."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from carelog import errors
from support.source import ROOT, SOURCE, calls, modules, sentences, where

Template = str | tuple[str, str]
KEY = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*")
RAISED = {name for name, each in vars(errors).items() if isinstance(each, type) and issubclass(each, Exception)}
SENTENCE = re.compile(r"[A-Z“].*\w .*\w .*[\w”)}][.?]", re.DOTALL)
ROOMS_OF_SENTENCES = ("wording", "error_sentences", "crisis", "demo")
WORDING_MAY_BE_MISSING = "src/carelog/__main__.py"
TRANSLATES = ("_", "gettext", "plural", "ngettext", "pgettext")
NAMED_DATE = re.compile(r"%[aAbB]")
TWO_WORDS = re.compile(r"(?<![\w.<-])[A-Za-z][a-z]+,? [a-z]{2,}(?![\w(=])")
"""Words behind each other, as a part of a sentence has them."""
ONE = re.compile(r"(== 1|!= 1|> 1|< 2|<= 1)$|^1 ==")
MARKS = re.compile(r"[,;:.] |“|”")
"""Marks that other languages write in another way; `wording/punctuation.py` and `wording/lists.py` have them."""
ROOMS_THAT_SAY = ("cli", "documents", "review", "terminal", "wording")
ROOMS_WITH_PLURALS = (*ROOMS_THAT_SAY, "domain", "exchange")
NAMES = {
    "as it is": "a way to show a page",
    "contact add": "a command",
    "lock on": "a command",
    "nobody yet": "what is typed",
    "no one": "what is typed",
    "no one yet": "what is typed",
    "tracker add": "a command",
    "routine add": "a command",
    "mood word": "a property of front matter",
    "Typst refused the page": "for programmers",
    "every row has one cell for each header": "for programmers",
}
FOR_PROGRAMS = {
    "src/carelog/cli/command.py": "names of groups of commands, by which the help finds their words",
    "src/carelog/cli/runtime/help_words.py": "the words of Typer, which usage_errors.py reads",
    "src/carelog/cli/runtime/usage_errors.py": "patterns of the words of Typer",
    "src/carelog/cli/prompts/editor.py": "options of an editor",
    "src/carelog/cli/completing/offered.py": "commands and their parameters",
    "src/carelog/cli/completing/scripts.py": "scripts of shells",
    "src/carelog/cli/prompts/periods_as_said.py": "periods that are typed",
    "src/carelog/cli/synonyms.py": "words that are typed",
    "src/carelog/documents/front_matter.py": "YAML",
    "src/carelog/documents/packet/tables.py": "CSV",
    "src/carelog/terminal/picture.py": "SVG",
    "src/carelog/terminal/word_wrap.py": "letters at which lines are broken",
}
"""Modules of these rooms whose texts nobody reads, and what they are."""
TYPED = "src/carelog/wording/files/import_days.py"
"""Its numbers are typed again."""


def templates() -> dict[str, Template]:
    found: dict[str, Template] = {}
    for path in sorted((SOURCE / "error_sentences").glob("[a-z]*.py")):
        found |= import_module(f"carelog.error_sentences.{path.stem}").SENTENCES
    return found


TEMPLATES = templates()


@pytest.mark.parametrize("path", sorted((SOURCE / "error_sentences").glob("[a-z]*.py")), ids=lambda path: path.stem)
def test_a_topic_holds_its_own_keys_in_order(path: Path) -> None:
    keys = list(import_module(f"carelog.error_sentences.{path.stem}").SENTENCES)
    assert keys == sorted(keys)
    assert not [key for key in keys if not KEY.fullmatch(key) or key.partition(".")[0] != path.stem]


def test_no_sentence_of_an_error_stands_twice() -> None:
    assert not [(text, count) for text, count in Counter(TEMPLATES.values()).items() if count > 1]


def test_every_error_is_raised_with_a_key_that_has_a_sentence() -> None:
    assert not [
        f"{place}: {ast.unparse(key)} is no key of src/carelog/error_sentences"
        for place, key, _ in raised()
        if isinstance(key, ast.Constant) and key.value not in TEMPLATES
    ]
    assert not [f"{place}: raise it with a key" for place, key, _ in raised() if is_sentence(key)]


def test_every_error_is_given_what_its_sentence_needs() -> None:
    assert not [
        f"{place}: {sorted(slots(TEMPLATES[key.value]) ^ given)} is missing or not needed"
        for place, key, given in raised()
        if isinstance(key, ast.Constant) and given is not None
        if slots(TEMPLATES[key.value]) != given
    ]


def test_every_sentence_of_an_error_is_used() -> None:
    written = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py") if path.parent.name != "error_sentences")
    made = [pattern_of(key) for _, key, _ in raised() if isinstance(key, ast.JoinedStr)]
    unused = [key for key in TEMPLATES if f'"{key}"' not in written and not any(each.fullmatch(key) for each in made)]
    assert not unused, "take these out of src/carelog/error_sentences"


def test_every_sentence_of_wording_is_used() -> None:
    written = {
        path: Counter(re.findall(r"\w+", path.read_text("utf-8")))
        for path in (*SOURCE.rglob("*"), *(ROOT / "scripts").glob("*.py"))  # pages are made of sentences, too
        if path.suffix in {".py", ".j2"}
    }
    files_with = Counter(word for words in written.values() for word in words)
    assert not [
        f"{path.relative_to(ROOT)}: take {name} out"
        for path, tree in modules("wording")
        for name in public_names(tree)
        if files_with[name] < 2 and written[path][name] < 2
    ]


def test_no_sentence_stands_outside_of_the_rooms_for_sentences() -> None:
    assert not [
        f"{where(path, node)}: {node.value}"
        for path, tree in modules()
        if path.relative_to(SOURCE).parts[0] not in ROOMS_OF_SENTENCES
        for node in untranslated(tree)
        if SENTENCE.fullmatch(str(node.value)) and not where(path, node).startswith(WORDING_MAY_BE_MISSING)
    ]


def test_sentences_are_whole_so_that_any_language_can_say_them() -> None:
    in_pieces = [where(path, node) for path, tree in modules("wording") for node in f_strings_with_words(tree)]
    by_hand = [where(path, node) for path, tree in modules(*ROOMS_WITH_PLURALS) for node in plurals_by_hand(tree)]
    assert not in_pieces, "a template with named slots, in _( )"
    assert not by_hand, "plural(count, one, other)"


def test_no_part_of_a_sentence_stands_where_nobody_translates_it() -> None:
    parts = [
        f"{where(path, node)}: {node.value}"
        for path, tree in _modules_that_say()
        for node in _parts(tree)
        if node.value not in NAMES
    ]
    assert not parts, "\n".join(["in wording/, in _( ):", *parts])


def test_texts_are_joined_with_the_marks_of_the_language() -> None:
    joined = [where(path, node) for path, tree in _modules_that_say() for node in ast.walk(tree) if _has_marks(node)]
    assert not joined, "\n".join(["listed, in_clauses, labelled, or a template with named slots:", *joined])


def test_nothing_is_passed_over_that_need_not_be() -> None:
    trees = {path.relative_to(ROOT).as_posix(): tree for path, tree in modules(*ROOMS_THAT_SAY)}
    parts = {place: {str(node.value) for node in _parts(tree)} for place, tree in trees.items()}
    said = set[str]().union(*(parts[place] for place in parts.keys() - FOR_PROGRAMS.keys()))
    assert not NAMES.keys() - said
    assert not [
        place
        for place in FOR_PROGRAMS
        if not parts[place] - NAMES.keys() and not any(_has_marks(node) for node in ast.walk(trees[place]))
    ]


def test_numbers_that_are_read_come_from_one_module() -> None:
    assert not [
        f"{where(path, call)}: figures"
        for path, tree in modules("terminal", "wording")
        for call in calls(tree, "show_number")
        if path.relative_to(ROOT).as_posix() not in ("src/carelog/wording/counts.py", TYPED)
    ]


@pytest.mark.parametrize(
    ("code", "is_plural"),
    [
        ("_('one dose') if doses == 1 else _('{doses} doses')", True),
        ("if doses == 1:\n  said = _('{when} (1 dose)')\nelse:\n  said = _('{when} ({doses} doses)')", True),
        ("if 1 == doses:\n  said = _('{when} (1 dose)')\nsaid = _('{when} ({doses} doses)')", True),
        ("if doses > 1:\n  said = _('{doses} doses')", True),
        ("if doses != 1:\n  said = _('{doses} doses')", True),
        ("name = plain if number == 1 else f'{plain}-{number}'", False),
        ("if doses == 1:\n  said = plural(days, 'once in {count} day', 'once in {count} days')", False),
        ("said = plural(doses, '{count} dose', '{count} doses')", False),
    ],
)
def test_plurals_made_by_hand_are_seen(code: str, is_plural: bool) -> None:
    assert bool(list(plurals_by_hand(ast.parse(code)))) is is_plural


def test_names_of_days_and_months_come_from_one_module() -> None:
    assert not [
        where(path, node)
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FormattedValue) and node.format_spec and NAMED_DATE.search(ast.unparse(node))
    ]


def raised() -> Iterator[tuple[str, ast.expr, set[str] | None]]:
    """Where an error of carelog is made, its key, and the names of its values; None where they are handed on whole."""
    for path, tree in modules():
        for node in ast.walk(tree):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if isinstance(node, ast.Call) and name in RAISED and node.args:
                given = {each.arg for each in node.keywords if each.arg} - {"place"}
                whole = any(each.arg is None for each in node.keywords)
                yield where(path, node), node.args[0], None if whole else given


def untranslated(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every text of the code that is no docstring and is not translated where it stands."""
    translated = {id(each) for call in calls(tree, *TRANSLATES) for each in ast.walk(call)}
    yield from (each for each in sentences(tree) if id(each) not in translated)


def slots(template: Template) -> set[str]:
    texts = [template] if isinstance(template, str) else template
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name} - {"place"}


def is_sentence(key: ast.expr) -> bool:
    """Whether an error is raised with words in place of a key."""
    return any(isinstance(each, ast.Constant) and " " in str(each.value) for each in ast.walk(key))


def pattern_of(key: ast.JoinedStr) -> re.Pattern[str]:
    """The keys that code can make of a topic and an end, such as `{topic}.none-yet`."""
    parts = (re.escape(str(each.value)) if isinstance(each, ast.Constant) else ".+" for each in key.values)
    return re.compile("".join(parts))


def public_names(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name) and not each.id.startswith("_"))


def f_strings_with_words(tree: ast.Module) -> Iterator[ast.JoinedStr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and any(
            isinstance(each, ast.Constant) and re.search("[A-Za-z]{2}", str(each.value)) for each in node.values
        ):
            yield node


def plurals_by_hand(tree: ast.Module) -> Iterator[ast.If | ast.IfExp]:
    """Two texts of which one is for the number 1; names of files and the like are no sentences."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If | ast.IfExp) and ONE.search(ast.unparse(node.test)):
            branches = [*node.body, *node.orelse] if isinstance(node, ast.If) else [node]
            in_plurals = {id(part) for each in branches for call in calls(each, "plural") for part in ast.walk(call)}
            texts = [
                str(part.value)
                for each in branches
                for part in ast.walk(each)
                if isinstance(part, ast.Constant) and id(part) not in in_plurals
            ]
            if any(re.search("[a-z]{2}.* |[^ ] .*[a-z]{2}", re.sub(r"{[^}]*}", "…", text)) for text in texts):
                yield node


def _modules_that_say() -> Iterator[tuple[Path, ast.Module]]:
    yield from (each for each in modules(*ROOMS_THAT_SAY) if each[0].relative_to(ROOT).as_posix() not in FOR_PROGRAMS)


def _parts(tree: ast.Module) -> Iterator[ast.Constant]:
    """Texts of several words that nobody translates, without command lines and what is never said."""
    never_said = _never_said(tree)
    yield from (
        node
        for node in untranslated(tree)
        if TWO_WORDS.search(str(node.value)) and not str(node.value).startswith("carelog ")
        if id(node) not in never_said
    )


def _never_said(tree: ast.Module) -> set[int]:
    """The texts in types, the keys of tables, and those that name a command or make a pattern."""
    types = {
        each.returns if isinstance(each, ast.FunctionDef) else each.annotation
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef | ast.arg | ast.AnnAssign)
    }
    keys = {key for each in ast.walk(tree) if isinstance(each, ast.Dict) for key in each.keys}
    kept = (*calls(tree, "command", "compile"), *filter(None, types | keys))
    return {id(part) for each in kept for part in ast.walk(each)}


def _has_marks(node: ast.AST) -> bool:
    """Whether texts are put together with marks of English in the code, and not in a template."""
    if isinstance(node, ast.Call):
        text = node.func.value if isinstance(node.func, ast.Attribute) and node.func.attr == "join" else None
        parts = [text]
    else:
        parts = list(node.values) if isinstance(node, ast.JoinedStr) else []
    return any(isinstance(each, ast.Constant) and MARKS.search(str(each.value)) for each in parts)
