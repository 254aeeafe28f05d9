"""Sentences of errors about imports, and full copies that are merged."""

SENTENCES = {
    "imports.copy-newer": "This copy was written by a newer carelog. Please update carelog to take it in.",
    "imports.copy-part-unknown": "The copy holds “{part}”, which carelog does not know. It was left as it is.",
    "imports.copy-reference-missing": (
        "Something in “{table}” points at what the copy does not hold. Make the copy again; nothing was changed."
    ),
    "imports.copy-row-not-valid": (
        "Number {number} of “{table}” is not what carelog writes. Make the copy again; nothing was changed."
    ),
    "imports.copy-row-unreadable": "Something in “{table}” cannot be read. Make the copy again; nothing was changed.",
    "imports.handle-unknown": "There is no import “{reference}”. Lists show the handles there are.",
    "imports.id-unknown": "There is no import with that id.",
    "imports.none-yet": "There is no import yet.",
}
