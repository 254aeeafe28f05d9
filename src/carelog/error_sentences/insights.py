"""Questions to insights."""

SENTENCES = {
    "insights.kept-out": (
        "“{name}” is left out: carelog does not compare it with your mood. "
        "What is left out: carelog settings get insights.never"
    ),
    "insights.medicine-not-compared": (
        "Medicine, and what is done as needed, is not compared with moods: what it does shows over weeks, and people "
        "take some of it because a day is hard. It is for you and whoever prescribes it to judge."
    ),
    "insights.name-begins-several": "{count} names begin with “{name}”. Type more of the one you mean.",
    "insights.name-fits-several": (
        "“{name}” is the name of {count} things: {kinds}. Add which you mean, such as: {option}"
    ),
    "insights.name-needed": "--kind and --day-after belong to a question: carelog insights sleep --day-after",
    "insights.night-on-its-own-day": (
        "“{name}” is about the night, which is noted on the day of waking: it is compared with that day only."
    ),
    "insights.nothing-of-that-name": (
        "Nothing in your journal is called “{name}” in these days. You can ask about a tag, a feeling, a scale, a "
        "routine, a person, a kind of activity or a questionnaire."
    ),
    "insights.nothing-of-that-name-in-these-days": (
        "Nothing in these days is called “{name}”. You can ask about a tag, a feeling, a scale, a routine, a person, a "
        "kind of activity or a questionnaire. To look further back: {command}"
    ),
}
