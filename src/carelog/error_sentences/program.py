"""The program itself, its questions, the editor and the demo."""

SENTENCES = {
    "program.dash-is-no-file": "“-” stands for text that comes in or goes out. Here a file is needed: name one.",
    "program.dash-is-no-folder": "“-” stands for text that comes in or goes out. Here a folder is needed: name one.",
    "program.demo-folder-not-empty": "{folder} is not an empty folder. A demo goes into a new or an empty one.",
    "program.demo-folder-unreadable": "carelog could not look into {folder}: {reason}. Nothing was changed.",
    "program.demo-out-of-range": "A demo has 1 to {years} years, and 1 to {entries} entries a day.",
    "program.dry-run-and-more": "--dry-run only looks, and {option} takes in. Give one of them.",
    "program.editor-ended-with-error": "The editor closed with an error ({number}), so nothing was noted.",
    "program.editor-not-started": "“{name}” could not be started. Set EDITOR to an editor you have, such as nano.",
    "program.file-named-twice": "“{file}” and “{output}” both say where to write. Give one of them.",
    "program.file-needed": "Say which file to write: {typed}",
    "program.name-needs-terminal": "Write the name behind the command: carelog {command} {example}",
    "program.no-such-page": (
        "“{typed}” is no page of the manual. Did you mean: carelog help {meant}\n"
        "All pages: carelog help --all\nIn a crisis: carelog crisis"
    ),
    "program.nothing-came-in": (
        "Nothing came in through “-”, so nothing was changed. Check the command or the file in front of it."
    ),
    "program.nothing-to-take-back": (
        "There is nothing to undo. Undo reaches the last add, edit or tick; an import is taken back with: carelog "
        "import undo last"
    ),
    "program.nothing-to-take-back-nor-imported": "There is nothing to undo. Undo reaches the last add, edit or tick.",
    "program.nothing-yet": "Nothing is noted yet. Begin with: carelog mood 4 a few words",
    "program.one-standard-input": "“-” reads standard input, which can be read once. Write out all but one of them.",
    "program.option-given-twice": (
        "{option} is given twice, with “{one}” and with “{other}”, and takes one of them. Leave the other out."
    ),
    "program.option-unknown": "There is no option {word} here. To write it as text, put -- before the text.",
    "program.options-contradict": "{one} and {other} say two different things. Leave one of them out.",
    "program.shell-not-completed": "carelog completes in bash, zsh and fish. For one of them: carelog {option} bash",
    "program.shell-unknown": (
        "carelog cannot see which shell you use. Name it: carelog {option} bash, and so for zsh and fish."
    ),
    "program.text-needs-terminal": "Write the words behind the command, or - to have them read from standard input.",
    "program.text-or-command": (
        "“{text}” may be meant as a command, so nothing was kept. The command: {command}\n"
        "To keep it as a text: {kept}{someone}"
    ),
    "program.verbose-alone": "--verbose belongs to --version: carelog --version --verbose",
    "program.yes-needs-terminal": "To do this without being asked, add --yes.",
}
