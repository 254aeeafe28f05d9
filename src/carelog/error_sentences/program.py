"""The program itself, its questions, the editor and the demo."""

SENTENCES = {
    "program.demo-folder-not-empty": "{folder} is not an empty folder. A demo goes into a new or an empty one.",
    "program.demo-folder-unreadable": "carelog could not look into {folder}: {reason}. Nothing was changed.",
    "program.demo-out-of-range": "A demo has 1 to {years} years, and 1 to {entries} entries a day.",
    "program.dry-run-and-more": "--dry-run only looks, and {option} takes in. Give one of them.",
    "program.editor-ended-with-error": "The editor closed with an error ({number}), so nothing was noted.",
    "program.editor-not-started": "“{name}” could not be started. Set EDITOR to an editor you have, such as nano.",
    "program.file-named-twice": "“{file}” and “{output}” both say where to write. Give one of them.",
    "program.file-needed": "Say which file to write: {typed}",
    "program.name-needs-terminal": "Write the name behind the command: carelog {command} {example}",
    "program.nothing-to-take-back": (
        "There is nothing to undo. Undo reaches the last add, edit or tick; an import is taken back with: carelog "
        "import undo last"
    ),
    "program.nothing-to-take-back-nor-imported": "There is nothing to undo. Undo reaches the last add, edit or tick.",
    "program.nothing-yet": "Nothing is noted yet. Begin with: carelog mood 4 a few words",
    "program.option-unknown": "There is no option {word} here. To write it as text, put -- before the text.",
    "program.shell-not-completed": "carelog completes in bash, zsh and fish. For one of them: carelog {option} bash",
    "program.shell-unknown": (
        "carelog cannot see which shell you use. Name it: carelog {option} bash, and so for zsh and fish."
    ),
    "program.text-needs-terminal": "Write the words behind the command, or - to have them read from standard input.",
    "program.yes-needs-terminal": "To do this without being asked, add --yes.",
}
