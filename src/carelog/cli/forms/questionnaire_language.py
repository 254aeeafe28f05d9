"""In which language a questionnaire can be offered: where it asks about death, carelog has to answer in it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.forms.questionnaire_screens import ALTERNATIVES
from carelog.domain.questionnaires.questionnaire import ENGLISH
from carelog.errors import InvalidValue, NotFound
from carelog.wording import questionnaires as words
from carelog.wording.hard_answer import is_whole_in
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from carelog.domain.questionnaires.questionnaire import Questionnaire
    from carelog.paths import Paths

_DANGER = ("DANGER", "DANGER_IN", "DANGER_TWO", "DANGER_SHORT", "DANGER_UNKNOWN", "DANGER_UNKNOWN_SHORT")
"""The keys of the card's first line, in each of its forms."""


def meets_hard_answers_in(language: str) -> bool:
    """Whether an answer about death or harm can be met in a language.

    It asks the catalogue for every sentence of the response, with “what would help”, and the card for its line for
    danger. So a translation of both opens the questionnaires that wait for it, without a change here.
    """
    from carelog.crisis.language import has

    return is_whole_in(language) and all(has(language, key) for key in _DANGER)


def offered_languages(paths: Paths, original: Questionnaire) -> list[str]:
    """The languages in which a questionnaire is offered, its own first; none where no answer could be met in any."""
    from carelog.questionnaires import languages_of

    return [each for each in languages_of(paths, original) if _can_ask(original, each)]


def need_its_answer(chosen: Questionnaire) -> None:
    """Raise InvalidValue for a questionnaire with a question about death whose answer carelog lacks in its language."""
    if not _can_ask(chosen, chosen.language):
        raise InvalidValue("questionnaire.not-offered", name=chosen.name, language=words.language_name(chosen.language))


def offered(paths: Paths, original: Questionnaire, language: str) -> Questionnaire:
    """A questionnaire in a language or, where that cannot be offered, the one without its question about death.

    Raises NotFound where neither is there in that language; InvalidValue where it is, and nothing can be offered.
    """
    from carelog.questionnaires import in_language, questionnaire

    chosen = in_language(paths, original, language)
    if chosen and _can_ask(chosen, chosen.language):
        return chosen
    other = ALTERNATIVES.get(original.key)
    instead = in_language(paths, questionnaire(paths, other), language) if other else None
    if instead:
        return instead
    known = offered_languages(paths, original)
    if chosen or not known:
        need_its_answer(chosen or original)
    raise NotFound(
        "questionnaire.not-in-language",
        name=original.name,
        language=language,
        known=listed(map(words.language_and_code, known)),
        key=original.key,
        code=next((each for each in known if each.casefold().startswith(f"{language.casefold()}-")), known[0]),
    )


def _can_ask(chosen: Questionnaire, language: str) -> bool:
    """Whether carelog can answer all that a questionnaire asks in a language, whoever wrote the file."""
    is_english = language.casefold().partition("-")[0] == ENGLISH
    return not chosen.safety_items or is_english or meets_hard_answers_in(language)
