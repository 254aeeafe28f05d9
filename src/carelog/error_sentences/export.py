"""Pages and copies that cannot be made or written."""

SENTENCES = {
    "export.agenda-empty": (
        "Nothing has a certain time yet: routines with --at, groups with --meets, activities with --when, appointments."
    ),
    "export.audience-unknown": "There is no page for “{given}”. What there is: {known}.",
    "export.diary-is-zip": "Files for days are a zip, which a screen cannot show: -o FILE.zip",
    "export.diary-only-days": (
        "A file for each day holds everything noted on it but private entries. Days can be chosen, with --from and "
        "--to; for sections or words make one page, without --by-day."
    ),
    "export.diary-only-self": "A file for each day is for yourself, and Markdown: --for self --format md --by-day",
    "export.format-unknown": "There is no format “{given}”. What there is: {known}.",
    "export.full-copy-only-whole": (
        "A JSON copy for yourself is always whole. For some days or sections write another format, such as --format "
        "html, csv or md."
    ),
    "export.only-pdf": "--paper and --password are for a PDF: --format pdf",
    "export.paper-unknown": "There is no paper “{given}”. What there is: {known}.",
    "export.password-needs-terminal": (
        "This asks a question, which needs a terminal and no --json. A password is typed there, never on the command "
        "line."
    ),
    "export.pdf-not-for-screens": (
        "A PDF is not for the screen. Name a file with -o, such as -o page.pdf, or another format."
    ),
    "export.period-ahead": "These days have not come yet. --from and --to name days up to today.",
    "export.section-unknown": "“{given}” is not a section that can be named here. Sections: {known}.",
    "export.stdout-is-json": "--json already uses standard output. Name a file with -o, or leave --json out.",
    "export.tables-not-for-screens": (
        "Tables are a zip, which is not for the screen. Name a file with -o, such as -o page.zip, or another format."
    ),
    "export.years-are-files": "--by-year makes a file for each year. Leave out -o -, or leave out --by-year.",
}
