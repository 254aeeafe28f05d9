"""Helplines that are not found or cannot be marked."""

SENTENCES = {
    "helpline.country-not-understood": "“{text}” is not a country's code. Codes have two letters: GB, or GB,IE.",
    "helpline.day-ahead": "That day has not come yet.",
}
