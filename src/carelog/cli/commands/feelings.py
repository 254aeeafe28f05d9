"""feelings: words for how it is."""

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.runtime.session import Session
from carelog.domain.text import fold
from carelog.wording import feelings as words


@command("feelings", "carelog feelings", "carelog mood 3 --feel tired,hopeful", panel="Note")
def feelings(session: Session) -> Answer:
    """List words for feelings: those that you noted before, and others. Any word of your own will do.

    Where others can see the screen, it lists carelog's own words alone.
    """
    used = {} if session.masks else session.to_read().entries.words_used("feelings")
    known = {fold(word) for word in used}
    others = [word for word in words.WORDS if fold(word) not in known]
    sentences = [words.used(used), *([words.others(others)] if others else [])] if used else [words.some(others)]
    shapes = [{"word": word, "entries": number} for word, number in (used | dict.fromkeys(others, 0)).items()]
    return Answer(text="\n".join([*sentences, words.OWN]), data=lambda: {"feelings": shapes})
