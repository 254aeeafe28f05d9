"""The program itself: help, mistakes, questions that need a terminal."""

from __future__ import annotations

CRISIS_FIRST = "In a crisis: carelog crisis"
HELP = (
    "A self-care journal for the terminal: note how a day was, keep the people who help one command away, and take "
    "an honest page to a therapist.\n\nEverything stays in one file on this computer. No account, no network."
)
GROUPS = {
    "tracker": "Your own scales, such as sleep in hours. Alone it lists them.",
    "contact": "People and places you can turn to. Alone it lists them.",
    "plan": "Your own plan for hard days. Alone it shows it.",
    "keep": "What someone said that helped. Alone it shows one, with words it keeps them.",
    "activity": "Something small and specific, planned, done or noted. Alone it lists them.",
    "helplines": "Lines that listen, country by country. Alone it lists those of yours.",
    "sign": "Signs you know of yourself, and your own step for each. Alone it lists them.",
    "routine": "What comes round: a walk, medicine, an evening without screens. Alone it lists them.",
    "appointment": "When you see somebody who helps, and what you agreed. Alone it lists them.",
    "bring": "What you want to talk about next time. Alone it lists it, with words it keeps them.",
    "questionnaire": "Questionnaires about yourself, word for word. Alone it lists them.",
    "lock": "Encryption of the journal and its backups. Alone it says how things stand.",
    "settings": "What you can set. Alone it lists everything.",
}
STOPPED = "Stopped. Nothing more was saved."
NOTHING_YET = "Nothing is noted yet. Begin with: carelog mood 4 a few words"
NEEDS_TERMINAL = "This asks a question, which needs a terminal and no --json."


def usage(message: str, command: str) -> str:
    """What was typed cannot be used by a command, and where help is."""
    return f"{message} Help: {' '.join(['carelog', *command.split(), '--help'])}"


def no_command(message: str, word: str) -> str:
    """The first word is no command: what may have been meant, and the one command to know by heart."""
    meant = f"To note it: carelog mood {word}" if word in ("1", "2", "3", "4", "5") else "All commands: carelog --help"
    return f"{message} {meant}\n{CRISIS_FIRST}"


def typed(name: str) -> str:
    """A name as it is typed in a shell, in quotes where it needs them."""
    if name.isalnum():
        return name
    import shlex

    return shlex.quote(name)


def bug(kind: str, place: str) -> str:
    """Something went wrong that is carelog's own fault; the sentence carries nothing a person wrote."""
    where = f" at {place}" if place else ""
    return (
        f"Something went wrong inside carelog ({kind}{where}). That is a mistake in carelog, not yours. "
        "What was saved before is safe. “carelog crisis” works all the same."
    )


def not_shown(reason: str) -> str:
    """The answer could not be printed, but the work is done."""
    return f"The answer could not be printed ({reason or 'no reason given'}). What you asked for was done."
