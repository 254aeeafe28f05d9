"""Pages that cannot be made or written."""

SENTENCES = {
    "export.audience-empty": "An audience needs at least one character.",
    "export.audience-too-long": "An audience can have up to {longest} characters; this has {length}.",
    "export.file-taken": (
        "{path} is there already and was left as it is. To replace it add --force, or name another file with -o."
    ),
    "export.format-empty": "A format needs at least one character.",
    "export.format-too-long": "A format can have up to {longest} characters; this has {length}.",
    "export.not-a-file": "{path} is not a file that can be written. Name a file with -o, such as -o page.md",
    "export.password-empty": "A password needs at least one character.",
    "export.password-not-typeable": (
        "This password holds something that cannot be typed again. Letters, digits and signs can."
    ),
    "export.password-too-long": (
        "A password of a PDF can hold up to 127 bytes, which is about as many letters. This one is longer."
    ),
    "export.pdf-not-installed": (
        'PDF needs a part of carelog that is not installed here: pipx install "carelog[pdf]". Without it, --format '
        "html makes a page that a browser prints."
    ),
    "export.section-not-allowed": "A page for {audience} has no {section}.",
    "export.share-handle-unknown": "There is no share “{reference}”. Lists show the handles there are.",
    "export.share-id-unknown": "There is no share with that id.",
    "export.share-none-yet": "There is no share yet.",
}
