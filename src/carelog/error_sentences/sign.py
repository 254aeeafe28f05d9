"""Signs and their rules."""

SENTENCES = {
    "sign.days-not-understood": "“{text}” does not say over how many days. Examples: {examples}.",
    "sign.handle-unknown": "No sign has the handle “{reference}”. To see them: carelog sign list",
    "sign.hold-not-understood": "A sign can hold back drafts, plans, or nothing with off; “{text}” is none of these.",
    "sign.id-unknown": "There is no sign with that id.",
    "sign.limit-not-a-number": "carelog cannot read “{text}” as a number. A number is written like 5 or 7.5.",
    "sign.name-unknown": "There is no sign called “{name}”. “carelog sign list” shows what there is.",
    "sign.name-unknown-none-kept": (
        "There is no sign called “{name}”, and none is kept yet. To add one: carelog sign add"
    ),
    "sign.needs-terminal": (
        'Write it as a whole: carelog sign add "sleeping badly" --if "sleep below 5 on 3 of 5 days" --then "call Sam"'
    ),
    "sign.none-yet": "No signs are kept yet. To add one: carelog sign add",
    "sign.rule-days-out-of-range": "A rule counts 1 to {longest} days, and no more days than it looks back.",
    "sign.rule-empty": "What a sign looks at needs at least one character.",
    "sign.rule-number-misplaced": "A rule has a number after below or above, and only there.",
    "sign.rule-number-too-large": "A rule's number is a number up to {largest:,.0f}; this is not.",
    "sign.rule-too-long": "What a sign looks at can have up to {longest} characters; this has {length}.",
    "sign.rule-word-empty": "A rule's word needs at least one character.",
    "sign.rule-word-too-long": "A rule's word can have up to {longest} characters; this has {length}.",
    "sign.step-empty": "Your step needs at least one character.",
    "sign.step-too-long": "Your step can have up to {longest} characters; this has {length}.",
    "sign.subject-not-understood": "A sign cannot look at “{subject}”. Examples of what it can look at: {examples}.",
    "sign.text-empty": "A sign needs at least one character.",
    "sign.text-too-long": "A sign can have up to {longest} characters; this has {length}.",
}
