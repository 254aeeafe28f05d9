"""Routines, what they take, and pauses of them."""

SENTENCES = {
    "routine.medicine-not-small": "A medicine has no small version. To note that you left it out today: carelog skip",
    "routine.name-taken": "There is a routine “{name}” already.",
    "routine.noted-already": "Already noted {clock}: {name}. Nothing more was noted.",
    "routine.noted-already-needs-again": "Already noted {clock}: {name}. To note it once more, add --again.",
    "routine.only-medicine": "A dose or a stock belongs to a medicine: carelog routine add NAME --kind medicine",
    "routine.pause-ends-later": "A pause ends on a later day, such as: carelog pause 2w",
}
