"""Address books that cannot be imported, cards in them that are left out, and people in them who are not found."""

SENTENCES = {
    "address_book.card-without-name": "This contact has no name, so it is left out.",
    "address_book.contact-needed": (
        "Your list of contacts is empty, so no file was written. To add one: carelog contact add"
    ),
    "address_book.name-needed": (
        "Nobody in this file has a name that can be used; the first card begins at line {line}. Please export again."
    ),
    "address_book.nested-too-deeply": (
        "Line {line}: contacts are nested too deeply, so no address book wrote this file. Export it again."
    ),
    "address_book.not-a-vcard": (
        "There is no vCard in this file. Export contacts as vCard (.vcf) from the phone or address book."
    ),
    "address_book.person-unknown": (
        "“{name}” is not in the list, neither as a name nor as a number. To see the list, leave out --only."
    ),
    "address_book.several": (
        "“{name}” fits {count} of them; use the whole name. Or take the number in the list: {places}.",
        "“{name}” fits {count} of them; use the whole name. Or take the number in the list: {places}.",
    ),
    "address_book.too-many-lines": (
        "This file has more lines than an address book. Export fewer contacts and import the parts one by one."
    ),
}
