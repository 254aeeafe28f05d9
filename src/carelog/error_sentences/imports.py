"""Files of other apps, and copies of a journal, that cannot be imported, and rows of them that are left out.

The sentences about rows hold nothing that was written in a row, because they may end up in logs and bug reports.
"""

SENTENCES = {
    "imports.address-book": "This is an address book. To choose people from it: carelog contact import {typed}",
    "imports.cell-too-long": (
        "Line {line} holds more than {longest:,} characters in one cell. A quotation mark in it may not be closed; "
        "mend that row or shorten the text."
    ),
    "imports.column-not-understood": (
        "A column is named with what it holds, = and its name in the file, such as: --column mood=Rating"
    ),
    "imports.column-twice": "Two columns of the file have the same name. Import the file as the app exported it.",
    "imports.column-unknown": "The file has no column “{column}”. Its columns: {columns}.",
    "imports.column-unknown-and-no-names": (
        "The file has no column “{column}”. Its first line does not look like names of columns; a table has them there."
    ),
    "imports.copy-damaged": (
        "The copy is damaged or cut off. Make it again with: carelog export --for self --format json"
    ),
    "imports.copy-newer": "This copy was written by a newer carelog. Please update carelog to take it in.",
    "imports.copy-part-unknown": "The copy holds “{part}”, which carelog does not know. It was left as it is.",
    "imports.copy-reference-missing": (
        "Something in “{table}” points at what the copy does not hold. Make the copy again; nothing was changed."
    ),
    "imports.copy-row-not-valid": (
        "Number {number} of “{table}” is not what carelog writes. Make the copy again; nothing was changed."
    ),
    "imports.copy-row-unreadable": "Something in “{table}” cannot be read. Make the copy again; nothing was changed.",
    "imports.copy-rows-with-faults": (
        (
            "A value in the copy cannot be what was noted: {rows}. Nothing was changed. Make the copy again, or put "
            "this right in the file."
        ),
        (
            "{count} values in the copy cannot be what was noted: {rows}. Nothing was changed. Make the copy again, or "
            "put these right in the file."
        ),
    ),
    "imports.count-below-zero": "A count is never below zero.",
    "imports.daily-you-not-a-backup": (
        "This is no backup of Daily You. Make one in its settings, and import the zip file or the database in it."
    ),
    "imports.database-damaged": "The database is damaged or not whole. Export it again from the other app.",
    "imports.database-unknown": (
        "This is a database that carelog does not know. Export the entries as CSV and import that."
    ),
    "imports.date-column-needed": (
        "No column is named for the date. Say which, such as --column date=Day --column mood=Rating. Its columns: "
        "{columns}."
    ),
    "imports.date-column-needed-and-no-names": (
        "No column is named for the date. The first line of a table has to name its columns, such as: date,mood,note"
    ),
    "imports.day-ahead": (
        "The date is in the future. Correct it in the other app and export again, or import again after that day."
    ),
    "imports.day-file-alone": "carelog does not recognise this file. If it is a day of a diary, give its folder.",
    "imports.day-files-without-days": (
        "No file in it is called as a day, such as 2025-03-09.md or 2025/03/09.txt. Give the folder that "
        "holds the days."
    ),
    "imports.day-month-or-year-first": (
        "It is open whether the day, the month or the year comes first in the dates. If the day does, run this; "
        "write mdy in place of dmy for the month, ymd for the year: {command}"
    ),
    "imports.day-not-understood": "The date cannot be read. It can be written as 2025-03-09, 9.3.2025 or 9 March 2025.",
    "imports.day-or-month-first": (
        "It is open whether the day or the month comes first in the dates. If the day does, run this; write mdy in "
        "place of dmy for the month: {command}"
    ),
    "imports.daylio-backup-damaged": "The backup in the file is damaged. Make it again in Daylio.",
    "imports.daylio-backup-without-entries": (
        "The backup holds no entries. Make it again in Daylio: More, Backup & Restore, Advanced."
    ),
    "imports.daylio-columns-missing": (
        "The first row of the file does not name every column that is needed (missing: {columns}). Import the CSV as "
        "Daylio exported it, with commas between the cells."
    ),
    "imports.daylio-day-not-understood": "The date cannot be read. Daylio writes it as 2025-03-09.",
    "imports.daylio-zip-without-backup": (
        "The zip file holds no backup of Daylio. Import the .daylio file as Daylio made it."
    ),
    "imports.diarium-not-an-export": (
        "This is no JSON export of Diarium, whose entries have a date and HTML. Export from Diarium as JSON, "
        "and import that file or its zip."
    ),
    "imports.emoods-without-day": "The table does not name the day of its rows. Make the backup again in eMoods.",
    "imports.emoods-without-entries": "The backup holds no table of entries. Make it again in eMoods.",
    "imports.file-empty": "The file is empty. Export it again from the other app.",
    "imports.file-missing": "There is no file {path}. Check the name, or the folder you are in.",
    "imports.file-name-not-usable": "{path} could not be read: its name cannot be used here.",
    "imports.file-needed": "Give the file to import, such as: carelog import daylio_export.csv",
    "imports.file-not-recognised": (
        "carelog does not recognise this file. If the app can export a table (CSV), import that. What carelog reads: "
        "carelog import --help"
    ),
    "imports.file-too-large": (
        "{path} is larger than {megabytes} MB, more than carelog takes in at once. Export a shorter period and "
        "import the parts one after the other."
    ),
    "imports.file-unreadable": "{path} could not be read: {reason}.",
    "imports.folder-empty": "The folder {path} holds no files. Check the name, or give the file that the app exported.",
    "imports.folder-too-large": "{path} holds more than carelog takes in at once. Give a folder of one journal.",
    "imports.folder-unknown": (
        "carelog does not recognise what is in the folder {path}. Give the file that the other app exported."
    ),
    "imports.format-misspelled": "There is no format “{name}”. Did you mean {meant}?",
    "imports.format-unknown": "There is no format “{name}”. Formats: {formats}.",
    "imports.habit-day-ahead": "The date is in the future, or no calendar has it.",
    "imports.handle-unknown": "No import has the handle “{reference}”. To see them: carelog import list",
    "imports.id-unknown": "There is no import with that id.",
    "imports.journey-not-an-export": (
        "This is no export of Journey, in which each entry is a JSON file with a date. In Journey export the entries "
        "as JSON, and import that zip file."
    ),
    "imports.jrnl-encrypted": (
        "This journal is encrypted. Decrypt it first (jrnl --decrypt), or import what “jrnl --format json” writes."
    ),
    "imports.jrnl-without-entries": (
        "No entry of jrnl could be told in this file: each begins with a date in brackets, such as [2025-03-07 "
        "08:10]. Import what “jrnl --format json” writes instead."
    ),
    "imports.json-is-no-table": (
        "This file holds JSON and no table. Import it without “csv” and --column, so that carelog can see what it is."
    ),
    "imports.json-too-many-values": (
        "The file holds more than {most:,} values, more than carelog takes in. Export a shorter period."
    ),
    "imports.loop-columns-missing": "Habits.csv does not name its columns. Import the zip file as Loop exported it.",
    "imports.loop-database-without-habits": "The database holds no habits. In Loop use Settings, “Export full backup”.",
    "imports.loop-not-an-export": (
        "This is no export of Loop. In Loop use Settings, “Export full backup”, and import that file."
    ),
    "imports.loop-zip-without-habits": "The zip file holds no Habits.csv. In Loop use Settings, “Export as CSV”.",
    "imports.mini-diary-without-entries": (
        "The file holds no entries by day. Export from Mini Diary or Mini Diarium as JSON, and import that file."
    ),
    "imports.month-of-several-languages": (
        "The name of the month means another month in another language, and the file does not show which language "
        "it is. Write the date as 2025-03-09, and import the file again."
    ),
    "imports.mood-answer-not-understood": "Give a number from 1 (lowest) to 5 (highest), or one of the five words.",
    "imports.mood-name-too-long": "The name of the mood is longer than {longest} characters.",
    "imports.mood-needed": "There is no mood in this row.",
    "imports.mood-score-not-understood": (
        "A mood of your own is placed with its name, = and a number from 1 to 5, such as: --map so-so=3"
    ),
    "imports.moods-without-score": (
        "Nothing was written, because these moods have no number yet: {moods}. Give each one from 1 to 5: {example}"
    ),
    "imports.nested-too-deeply": "The file is nested deeper than any export is, so it was not read.",
    "imports.none-yet": "Nothing was imported yet. Try: carelog import FILE",
    "imports.not-a-file": "{path} is not a file. Give the file that the other app exported.",
    "imports.not-json": "The file is not well-formed JSON: it may be cut off. Export it again from the other app.",
    "imports.not-text": (
        "The file is not readable text. Export it again, or save it as “CSV UTF-8”; what another app "
        "encrypted has to be decrypted there first."
    ),
    "imports.not-xml": "The file is not well-formed XML: it may be cut off. Export it again from the other app.",
    "imports.one-file-at-a-time": (
        'Give one file or folder at a time. A name with spaces goes in quotes, such as: carelog import "my file.csv"'
    ),
    "imports.order-of-dates-open": (
        "It is open which number of dates such as 3/9/2025 is the day. If the day comes first, run this; write mdy in "
        "place of dmy for the month, ymd for the year: {command}"
    ),
    "imports.order-of-names-open": (
        "It is open which number in the name {name} is the day. If the day comes first, run this; write mdy in place "
        "of dmy for the month, ymd for the year: carelog import dayfiles FOLDER --column date:dmy=name"
    ),
    "imports.row-not-csv": (
        "The row that begins on line {line} is not well-formed CSV: a quotation mark in it is not closed or not "
        "doubled. Import the file as the app exported it, or mend that row."
    ),
    "imports.row-with-more-cells": "There are more cells than columns; a comma may stand outside quotation marks.",
    "imports.source-empty": "The name of a format needs at least one character.",
    "imports.source-too-long": "The name of a format can have up to {longest} characters; this has {length}.",
    "imports.table-of-unknown-app": (
        "carelog does not know which app made this table. To read it by the names of its columns: carelog import csv "
        "FILE"
    ),
    "imports.tickmate-without-ticks": (
        "This is no database of Tickmate, which has tracks and ticks. Export the database in Tickmate and "
        "import that file."
    ),
    "imports.time-not-possible": "The date or time cannot be read, or no calendar has it.",
    "imports.time-not-understood": "The time of day cannot be read. It can be written as 21:41 or 9:41 pm.",
    "imports.too-many-columns": "The file has more than {most:,} columns, more than carelog takes in.",
    "imports.too-many-days": "The file holds more than {most:,} days, more than carelog takes in at once.",
    "imports.too-many-entries": (
        "The file holds more than {most:,} entries. Cut it in parts and import them one after the other."
    ),
    "imports.too-many-entries-in-backup": "The backup holds more than {most:,} entries, more than carelog takes in.",
    "imports.too-many-rows": (
        "The file holds more than {most:,} rows. Cut it in parts and import them one after the other."
    ),
    "imports.too-many-rows-in-backup": (
        "A table of the backup holds more than {most:,} rows, more than carelog takes in. Nothing was changed."
    ),
    "imports.track-and-graph-columns-missing": (
        "The first row does not name FeatureName, Timestamp and Value, as Track & Graph does."
    ),
    "imports.value-not-understood": "The value is no number and no duration such as 7:30:00.",
    "imports.xml-too-many-elements": "The file holds more than {most:,} elements. Export a shorter period.",
    "imports.xml-with-document-type": (
        "The XML in this file declares a document type, which no export of an app needs, so it was not read."
    ),
    "imports.zip-damaged": "The zip file is damaged or not whole. Export it again from the other app.",
    "imports.zip-encrypted": "The zip file is locked with a password. Unlock it, or export it without one.",
    "imports.zip-leads-outside": "The zip file holds a file that points out of its folder, so it was not opened.",
    "imports.zip-member-damaged": "A file in the zip file is damaged. Export it again from the other app.",
    "imports.zip-too-large": "The zip file holds more than carelog takes in at once. Export a shorter period.",
    "imports.zip-too-many-files": "The zip file holds more than {most:,} files. Export a shorter period.",
    "imports.zip-unknown": (
        "This is a zip file that carelog does not know. Export the entries as CSV or JSON and import that file."
    ),
}
