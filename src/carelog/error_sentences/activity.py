"""Activities that cannot be used."""

SENTENCES = {
    "activity.moment-misplaced": "An activity that is planned has no moment yet; any other has one.",
    "activity.rating-out-of-range": "Activities are rated from 0 to 10.",
    "activity.text-empty": "An activity needs at least one character.",
    "activity.text-too-long": "An activity can have up to {longest} characters; this has {length}.",
}
