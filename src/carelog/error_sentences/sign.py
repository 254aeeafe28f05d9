"""Signs and the rules that show them."""

SENTENCES = {
    "sign.needs-terminal": (
        'This asks a question, which needs a terminal and no --json. Without one: carelog sign add "sleeping badly" '
        '--when "sleep below 5 on 3 of 5 days" --then "call Sam"'
    ),
}
