"""The catalogue of sentences to translate is that of the source, and a translation keeps every slot."""

import gettext
import inspect
import io
import os
import runpy
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from carelog.cli.commands.mood import mood
from support.source import ROOT, calls, modules, where

SCRIPT = ROOT / "scripts" / "make_catalogue.py"
catalogues = runpy.run_path(str(SCRIPT))
ASKED = "src/carelog/data/locale/carelog.pot: python scripts/make_catalogue.py"
NOT_LITERAL = {
    "src/carelog/cli/command.py",
    "src/carelog/errors.py",
    "src/carelog/language.py",
    "src/carelog/pseudo_language.py",
}
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
NOTED = '#, python-brace-format\nmsgid "Noted {what}, {clock}."\nmsgstr "%s"\n'
PLAN = 'msgid "To your plan: carelog plan edit --all"\nmsgstr "%s"\n'
ENTRIES = (
    '#, python-brace-format\nmsgid "{count} entry"\nmsgid_plural "{count} entries"\nmsgstr[0] "%s"\nmsgstr[1] "%s"\n'
)


def test_the_catalogue_is_that_of_the_source() -> None:
    written = (ROOT / "src" / "carelog" / "data" / "locale" / "carelog.pot").read_bytes()
    assert written == catalogues["as_text"](catalogues["template"]()), ASKED


def test_the_catalogue_has_sentences_plurals_months_errors_and_help() -> None:
    written = (ROOT / "src" / "carelog" / "data" / "locale" / "carelog.pot").read_text("utf-8")
    assert 'msgid "Nothing was changed."' in written
    assert 'msgid "{count} day"\nmsgid_plural "{count} days"' in written
    assert 'msgctxt "in short"\nmsgid "May"' in written
    assert "#. lock.passphrase-too-long" in written
    assert 'msgid "Examples:"' in written
    first_line, *_ = inspect.cleandoc(mood.__doc__ or "").splitlines()
    assert f'"{first_line}' in written


def test_every_sentence_stands_where_it_is_translated() -> None:
    assert not [
        f"{where(path, call)}: the sentence itself, not a variable, so that it gets into the catalogue"
        for path, tree in modules()
        if path.relative_to(ROOT).as_posix() not in NOT_LITERAL
        for call in calls(tree, "_", "gettext", "ngettext", "pgettext", "plural")
        if (path, call.lineno) not in PLACES
    ]


def test_the_slots_of_every_sentence_can_be_read() -> None:
    for each in SENTENCES:
        catalogues["slots"](each.one)
        catalogues["slots"](each.other)


def test_a_sentence_for_one_has_the_same_sentence_for_several_everywhere() -> None:
    several = defaultdict(set)
    for each in SENTENCES:
        several[each.context, each.one] |= {each.other} - {""}
    assert not [one for one, others in several.items() if len(others) > 1], "a catalogue has room for one of them"


def test_every_translation_of_carelog_keeps_the_slots() -> None:
    assert not [each for po in catalogues["translations"]() for each in catalogues["problems"](po)]


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (NOTED % "{what} um {clock} notiert.", ""),
        (NOTED % "", ""),
        (NOTED % "{what} notiert.", "{clock} is missing"),
        (NOTED % "{was} um {clock} notiert: {what}.", "{was} is not in the English sentence"),
        (NOTED % "{what um {clock}", "unexpected '{'"),
        ("#, fuzzy\n" + NOTED % "notiert", ""),
        (ENTRIES % ("ein Eintrag", "{count} Einträge"), ""),
        (ENTRIES % ("ein Eintrag", "{zahl} Einträge"), "{zahl} is not in the English sentence"),
        ('msgid "50 % of it"\nmsgstr "davon 50 %"\n', ""),
        ('msgid "no slot"\nmsgstr "{one}"\n', "{one} is not in the English sentence"),
        (PLAN % "Zu deinem Plan: carelog plan edit --all", ""),
        (PLAN % "Zu deinem Plan: carelog plan bearbeiten --all", "carelog plan edit is missing"),
        (PLAN % "Zu deinem Plan: carelog plan edit --alles", "--all is missing"),
        (PLAN % "Zu deinem Plan: carelog plan edit --all, carelog undo", "carelog undo is not in the English sentence"),
        ('msgid "carelog keeps it: docs/lock.md"\nmsgstr "carelog behält es: docs/lock.md"\n', ""),
        (
            'msgid "carelog keeps it: docs/lock.md"\nmsgstr "carelog behält es: docs/sperre.md"\n',
            "docs/lock.md is miss",
        ),
    ],
)
def test_a_translation_has_the_slots_and_commands_of_english(tmp_path: Path, entry: str, problem: str) -> None:
    po = translation(tmp_path, entry)
    found = catalogues["problems"](po)
    assert bool(found) is bool(problem)
    if problem:
        assert any(problem in each for each in found)
        with pytest.raises(ValueError, match=r"carelog\.po:\d+: "):
            catalogues["compiled"](po)


def test_what_is_compiled_is_read_by_python(tmp_path: Path) -> None:
    po = translation(
        tmp_path, NOTED % "{what} um {clock} notiert." + "\n" + ENTRIES % ("ein Eintrag", "{count} Einträge")
    )
    german = gettext.GNUTranslations(io.BytesIO(catalogues["compiled"](po)))
    assert german.gettext("Noted {what}, {clock}.") == "{what} um {clock} notiert."
    assert [german.ngettext("{count} entry", "{count} entries", count) for count in (1, 2)] == [
        "ein Eintrag",
        "{count} Einträge",
    ]
    # a sentence that is also that of a plural
    assert german.gettext("{count} entry") == "ein Eintrag"


def test_a_language_is_begun_kept_and_compiled(tmp_path: Path) -> None:
    run = [sys.executable, str(SCRIPT), "--to", str(tmp_path), "--language", "pt-BR", "--compile"]
    po = tmp_path / "pt_BR" / "LC_MESSAGES" / "carelog.po"
    subprocess.run(run, check=True, env=dict(os.environ), timeout=60)
    begun = po.read_text("utf-8")
    assert "Plural-Forms" in begun
    assert "#. lock.passphrase-too-long" in begun
    po.write_text(
        begun.replace('msgid "Nothing was changed."\nmsgstr ""', 'msgid "Nothing was changed."\nmsgstr "Nada mudou."')
    )
    translated = po.read_text("utf-8")
    subprocess.run(run, check=True, env=dict(os.environ), timeout=60)
    assert po.read_text("utf-8") == translated
    compiled = gettext.GNUTranslations(io.BytesIO(po.with_suffix(".mo").read_bytes()))
    assert compiled.gettext("Nothing was changed.") == "Nada mudou."


def translation(folder: Path, entry: str) -> Path:
    po = folder / "de" / "LC_MESSAGES" / "carelog.po"
    po.parent.mkdir(parents=True)
    po.write_text(f"{HEADER}\n{entry}", "utf-8")
    return po


SENTENCES = list(catalogues["sentences"]())
PLACES = {(each.path, each.line) for each in SENTENCES}
