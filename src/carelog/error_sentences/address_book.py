"""Address books that cannot be imported, cards in them that are left out, and people in them who are not found."""

SENTENCES = {
    "address_book.card-without-name": "This card has no name, so it is left out.",
    "address_book.contact-needed": "There is nobody to export yet. Add someone you trust: carelog contact add",
    "address_book.name-needed": (
        "Nobody in this file has a name that can be used; the first card begins at line {line}. Please export again."
    ),
    "address_book.nested-too-deeply": (
        "Line {line}: cards stand within one another too deeply, so this is no address book that a program wrote."
    ),
    "address_book.not-a-vcard": (
        "There is no vCard in this file. Export contacts as vCard (.vcf) from the phone or address book."
    ),
    "address_book.person-unknown": "“{name}” is no name and no number in the list. Without --only the list is shown.",
    "address_book.several": (
        "“{name}” fits {count} of them; use the whole name. Or take the number in the list: {places}.",
        "“{name}” fits {count} of them; use the whole name. Or take the number in the list: {places}.",
    ),
    "address_book.too-many-lines": (
        "This file has more lines than an address book. Export fewer contacts and import the parts one by one."
    ),
}
