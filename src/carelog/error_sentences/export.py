"""Pages that cannot be made or written."""

SENTENCES = {
    "export.agenda-empty": (
        "Nothing has a certain time yet: routines with --time, groups with --meets, activities with --when, "
        "appointments."
    ),
    "export.ally-hears-nothing-left-out": "A page for an ally never says that something was left out.",
    "export.audience-empty": "An audience needs at least one character.",
    "export.audience-too-long": "An audience can have up to {longest} characters; this has {length}.",
    "export.audience-unknown": "There is no page for “{given}”. What there is: {known}.",
    "export.diary-is-zip": "Files for days are a zip, which a screen cannot show: -o FILE.zip",
    "export.diary-only-days": (
        "A file for each day holds everything noted on it but private entries. Days can be chosen, with --from and "
        "--to; for sections or words make one page, without --by-day."
    ),
    "export.diary-only-self": "A file for each day is for yourself, and Markdown: --for self --format md --by-day",
    "export.ending-differs": (
        "--format {format} makes a file that ends in .{ending}, and this name ends in something else. "
        "Name it {name}, or leave --format out."
    ),
    "export.ending-unknown": (
        "carelog cannot write a file that ends in .{ending} here. What a name can end in: {known}."
    ),
    "export.file-taken": (
        "{path} is there already and was left as it is. To replace it add --force, or name another file."
    ),
    "export.format-empty": "A format needs at least one character.",
    "export.format-too-long": "A format can have up to {longest} characters; this has {length}.",
    "export.format-unknown": "There is no format “{given}”. What there is: {known}.",
    "export.full-copy-only-whole": (
        "A JSON copy for yourself is always whole. For some days or sections write another format, such as --format "
        "html, csv or md."
    ),
    "export.kind-unknown": "There is no “{given}” to export as. What there is: {known}.",
    "export.life-chart-for-whom": "A life chart is for a therapist or yourself, as pdf, html, md or txt.",
    "export.life-chart-has-no": "A life chart has no {option}.",
    "export.name-too-long": (
        "The name of this file has {length} bytes, and its folder takes up to {longest}. Give it a shorter one."
    ),
    "export.not-a-file": "{path} is not a file that can be written. Name another one.",
    "export.not-as-tables": "This page is made as pdf, html, md or txt, and not as {format}.",
    "export.only-pdf": "--paper and --password are for a PDF: --format pdf",
    "export.paper-unknown": "There is no paper “{given}”. What there is: {known}.",
    "export.password-needs-terminal": (
        "A password is typed in a terminal, never on the command line, and not with --json. To write the PDF without "
        "one, leave out --password."
    ),
    "export.password-not-typeable": (
        "A part of this password cannot be typed again. Letters, digits and punctuation can."
    ),
    "export.password-too-long": (
        "A password of a PDF can hold up to 127 bytes, which is about as many letters. This one is longer."
    ),
    "export.password-too-short": (
        "A password needs at least {shortest} characters. Four or five words make a good one."
    ),
    "export.pdf-not-for-screens": (
        "A PDF is not for the screen. Name a file with -o, such as -o page.pdf, or another format."
    ),
    "export.pdf-not-installed": (
        'PDF needs a part of carelog that is not installed here: pipx install "carelog[pdf]". Without it, a '
        "file that ends in .html is a page that a browser prints."
    ),
    "export.period-ahead": "These days are in the future. --from and --to name days up to today.",
    "export.section-not-allowed": "The page for “{audience}” has no {section}.",
    "export.section-unknown": "“{given}” is not a section that can be named here. Sections: {known}.",
    "export.share-handle-unknown": "No page that you made has the handle “{reference}”. To see them: carelog shares",
    "export.share-id-unknown": "There is no share with that id.",
    "export.share-none-yet": "No page was made yet. The first: carelog export --for therapist",
    "export.stdout-is-json": "--json already uses standard output. Name a file, or leave --json out.",
    "export.strike-empty": "--strike takes a word or a name to black out, and this one is empty. Nothing was written.",
    "export.strike-nowhere": (
        "Not among your words on this page: {words}. Nothing was written. "
        "Look at the spelling, or leave out that --strike."
    ),
    "export.strike-too-short": (
        "“{word}” has fewer than {fewest} letters, and would take most of the page with it. Type the whole word, or "
        "a name."
    ),
    "export.tables-are-zip": "A page as CSV is several tables, which lie in a zip. Name it {name}",
    "export.tables-not-for-screens": (
        "Tables are a zip, which is not for the screen. Name a file with -o, such as -o page.zip, or another format."
    ),
    "export.two-audiences": "“{one}” and “{other}” are two pages. Ask for one of them.",
    "export.without-nowhere": (
        "Not on this page: {entries}. Nothing was written. Look at the handle, or leave out that --without."
    ),
    "export.years-are-files": "--by-year makes a file for each year. Leave out -o -, or leave out --by-year.",
    "export.yes-needs-terminal": "To write it without being asked, add --yes.",
}
