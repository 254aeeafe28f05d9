"""Words for help: what somebody in need types who knows no command, and what each is answered with.

One table, read by the front door before any command. The words are exact, in any case, without accents, dashes and
dots; nothing that only begins like one or resembles one is taken for it. They are in no help and in no completion: a
list of them is seen by others.
"""

from __future__ import annotations

from carelog.crisis.lines import find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

CARD, STEP_FIRST, SLIP, URGE, UNSAFE = "card", "step first", "slip", "urge", "unsafe"
"""Answers: the card; the card with the first step of the plan above the rest; a sentence that says where to turn."""
NOTE, HELP = "note", "help"
"""What follows a word for help and a colon is a note. `help` with words behind it: the manual, else a plea."""

_ANSWERS = {
    CARD: """
        crisis sos suicide suicidal emergency emergencies ambulance overdose overdosed overdosing od die dying
        kill kills killed killing kms unalive helpme hotline hotlines helpline crisisline lifeline samaritans danger
        selfharm selfharmed selfharming selfinjury cutting bleeding hurt hurting""",
    STEP_FIRST: "panic panicked panicking panicky panicattack anxious scared",
    SLIP: "relapse relapsed relapsing slip slipped drank drunk used",
    URGE: "urge urges craving cravings drink drinking alcohol drugs",
    UNSAFE: "abuse abused abusive violence violent unsafe rape raped assaulted beaten",
}
WORDS = {word: answer for answer, words in _ANSWERS.items() for word in words.split()}
"""Each word for help, and its answer."""
_PHRASES = ("want to die", "wanna die", "want to kill", "want to hurt", "want to end it", "end it", "end my life")
_BEFORE_A_PLEA = frozenset(("please", "need", "my", "call", "ring", "dial", "phone", "tel", "text"))
"""Words that somebody may write before a word for help or a number: `please help`, `call 999`."""
_MYSELF = frozenset(("i", "im", "ive"))
_COUNTED = """
    % percent x th st nd rd of more times h hr hrs hour hours min mins minute minutes sec second seconds day days nights
    week weeks month months year years km mi mile miles kg mg ml am pm steps pages laps pushups cups glasses beers
    drinks pills tablets people
"""
COUNTED = frozenset(_COUNTED.split())
"""Words behind a number that make it a count of something: no mood, and nothing to call."""
_MOST_WORDS_OF_ONE = 3
"""A word for help may be spelled as up to this many: `self harm`, `s o s`."""
_LONGEST_SHORT, _SHORTEST_LONG = 2, 7
"""Digits of a number that has to stand alone, because it begins many a note; and of one that is no mood and words."""
_SCORES = frozenset("12345")
_BEHIND_A_NUMBER = "!?,;"
_APOSTROPHES, _COLONS, _DASHES = "'\u2019\u02bc", ":\uff1a", "+-().*/#\u2010\u2011\u2013"


def plea(words: Sequence[str]) -> str:
    """What the words of a command line ask for: one of the answers above, or an empty string for none of them."""
    typed = spoken(words)
    if not typed:
        return ""
    first, *more = tokens = [_folded(word) for word in typed]
    if more and first in _BEFORE_A_PLEA:
        return _behind_first(typed)
    if typed[0].casefold() == HELP:
        return HELP if more else ""
    if first == HELP or (first in _MYSELF and more) or _begins_with_phrase(tokens):
        return CARD
    for count in range(1, _MOST_WORDS_OF_ONE + 1):
        answer = WORDS.get("".join(tokens[:count])) if len(tokens) >= count and all(tokens[:count]) else None
        if answer:
            return NOTE if typed[count : count + 1] == [":"] and typed[count + 1 :] else answer
    return CARD if _is_number_to_call(typed) else ""


def spoken(words: Sequence[str]) -> list[str]:
    """The bare words of a command line, one by one, with a colon as a word of its own; options are left out."""
    bare = [
        word
        for before, word in zip(["", *words], words, strict=False)
        if not word.startswith("-") and before.casefold() != "--country"
    ]
    text = " ".join(bare)
    for apostrophe in _APOSTROPHES:
        text = text.replace(apostrophe, " ")
    for colon in _COLONS:
        text = text.replace(colon, " : ")
    return text.split()


def _behind_first(typed: list[str]) -> str:
    """The answer to what stands behind a word that may begin a plea, where it asks for the card."""
    behind = typed[2:] if typed[1] == ":" else typed[1:]
    if behind and _folded(behind[0]) == HELP:
        return CARD
    answer = plea(behind)
    return answer if answer in (CARD, STEP_FIRST) else ""


def _folded(word: str) -> str:
    """The letters and digits of a word, in small letters without accents."""
    if not word.isascii():
        import unicodedata  # here, so that plain words do not load it

        word = unicodedata.normalize("NFKD", word)
    return "".join(filter(str.isalnum, word.casefold()))


def _begins_with_phrase(tokens: list[str]) -> bool:
    text = " ".join(tokens) + " "
    return any(text.startswith(f"{phrase} ") for phrase in _PHRASES)


def _is_number_to_call(typed: list[str]) -> bool:
    """Whether the words begin with an emergency number or that of a line, of any country, as people write it.

    A lone 1 to 5 is a mood: `1 15` is one with a note, `1 1 2` and `1 800 273 8255` are numbers.
    """
    numbers = [_digits(word) for word in typed]
    length = next((place for place, number in enumerate(numbers) if not number), len(numbers))
    for count in range(length, 0, -1):
        number, rest = "".join(numbers[:count]), [_folded(word) or word for word in typed[count:]]
        is_spelled = len(number) > _LONGEST_SHORT and all(map(_is_one_digit, typed))
        if typed[0] in _SCORES and not (len(number) >= _SHORTEST_LONG or is_spelled):
            continue
        if (len(number) > _LONGEST_SHORT or not rest) and not COUNTED.intersection(rest[:1]) and _is_known(number):
            return True
    return False


def _digits(word: str) -> str:
    """The digits of a word that is made of them and of the signs between them; empty for any other."""
    word = word.rstrip(_BEHIND_A_NUMBER)
    for sign in _DASHES:
        word = word.replace(sign, "")
    return "".join(str(int(digit)) for digit in word) if word.isdecimal() else ""


def _is_one_digit(word: str) -> bool:
    return len(word) == 1 and word.isdecimal()


def _is_known(number: str) -> bool:
    return number.isascii() and bool(find("numbers", number))
