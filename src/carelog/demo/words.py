"""The demo's texts: short, kind to oneself on most days, and never about harm."""

from __future__ import annotations

NOTES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "work": (
        (
            "Too many meetings, head full by noon",
            "Could not settle on anything at my desk",
            "Snapped at a colleague, said so later",
            "The deadline moved again",
        ),
        (
            "Through the list, one thing after the other",
            "Slow start, then it went",
            "Worked from the library for a change",
            "Half of what I planned, and that was enough",
        ),
        (
            "Finished the report I had been putting off",
            "Good talk with my team lead",
            "Helped the new colleague find her feet",
            "Quiet office, things went easily",
        ),
    ),
    "home": (
        (
            "Stayed in bed until late. Washed my hair at least",
            "Everything felt loud",
            "The flat is a mess and I let it be one",
            "Cancelled the evening. Needed quiet",
        ),
        (
            "Laundry, dishes, one phone call",
            "Tidied one drawer",
            "Grey outside, lamp on",
            "Nothing much, which was fine",
        ),
        (
            "Fresh sheets and the window open",
            "Fixed the wobbly chair myself",
            "Sun on the kitchen floor",
            "Slow breakfast, radio on",
        ),
    ),
    "friends": (
        (
            "Went along, felt far away from everyone",
            "Wanted to write back to Maya and did not",
            "Left before the others, Samira walked me home",
        ),
        (
            "Coffee with Samira, talked about nothing in particular",
            "Messages back and forth with Maya",
            "Board games, stayed longer than planned",
        ),
        (
            "Maya came by with soup and stayed for hours",
            "Laughed until it hurt at Samira's",
            "Met by the canal, five of us",
            "Told Maya how the week really was. Good to say it",
        ),
    ),
    "family": (
        (
            "Difficult call with my brother",
            "Missing my gran",
            "Too many questions at dinner",
        ),
        (
            "Rang Auntie Bea, she talked and I listened",
            "Sorted old photos with my brother",
            "Long lunch at Auntie Bea's",
        ),
        (
            "My niece read to me over the phone",
            "Auntie Bea sent plum cake",
            "Jonas and I cooked our father's stew",
        ),
    ),
    "walk": (
        (
            "Only to the corner and back. Still, outside",
            "Walked, but my thoughts came along",
            "Cold wind, turned round at the bridge",
        ),
        (
            "Round the park, usual loop",
            "Walked home instead of the bus",
            "Drizzle, nobody about, rather nice",
        ),
        (
            "First walk in a week",
            "Saw a heron at the pond",
            "Long way home along the river",
            "Counted five kinds of birds",
        ),
    ),
    "reading": (
        ("Read the same page three times", "Could not concentrate, put the book away"),
        ("Two more chapters", "Newspaper in the café"),
        ("Finished the novel in one go", "Found a poem I want to keep"),
    ),
    "music": (
        ("Put music on, turned it off again", "Skipped choir, too tired"),
        ("Practised a little, fingers stiff", "Choir, mostly scales"),
        ("Choir, the harmony finally held", "Danced in the kitchen", "Old records, one after the other"),
    ),
    "garden": (
        ("Watched the rain from the window box", "The basil did not make it"),
        ("Watered everything, repotted one", "Swept the yard"),
        ("Something new is growing in the pot", "Hands in the soil for an hour"),
    ),
    "cooking": (
        ("Toast was all I managed", "No appetite, made tea"),
        ("Pasta, enough for tomorrow", "Tried the lentil recipe"),
        ("Cooked for four, plates empty", "The bread rose this time"),
    ),
    "health": (
        ("Headache since morning", "Slept badly, woke at four", "Tired through and through"),
        ("Doctor's appointment, all as expected", "Early night planned", "Stretched a little"),
        ("Slept through until the alarm", "Swam twenty lengths", "Breathing came easier today"),
    ),
}
"""Notes by tag, for low, middle and good moods."""

AFTERWARDS = (
    "Tea after",
    "Early night tonight",
    "Phone off for a while",
    "Rain on the window",
    "Feet up now",
    "Glad I went",
    "Small steps",
    "Enough for today",
    "More of this, please",
    "Tomorrow is free",
)
"""Second sentences that some notes have."""

IN_OTHER_WORDS = (
    "Spaziergang am Kanal, die Sonne tat gut.",
    "Café avec une amie, on a bien ri.",
    "Hoy cociné para dos; sobró para mañana.",
    "Spokojny wieczór z książką.",
    "Μαγείρεψα με μουσική.",
    "Довга розмова з мамою. Стало тепліше.",
    "اتصلت بأختي وضحكنا كثيرا.",
    "טיול קצר בפארק עם הכלב.",
    "आज शाम चाय के साथ बारिश देखी।",
    "和朋友一起吃饭，心情轻松了一些。",
    "散歩した。風が気持ちよかった。",
    "오랜만에 푹 잤다.",
    "Choir again tonight 🎶",
)
"""Notes in other languages and scripts."""

KEPT_PRIVATE = (
    "Something about Jonas that I want to keep to myself for now.",
    "Wrote the letter. I will not send it.",
    "Not ready to talk about last night's argument.",
    "Said yes to a second date.",
    "Thought about the old flat again, and about who I was there.",
)
"""Notes of private entries."""

OBSTACLES = ("rain", "too tired", "late meeting", "visitors", "headache", "the day ran away from me")
"""Notes of skipped ticks."""

REMARKS = ("slower than usual, fine", "with music", "further than planned", "with Samira", "before breakfast")
"""Notes of kept ticks."""
