"""Files that are no export of an app that carelog reads, as other programs write them. All invented."""

import json
from collections.abc import Mapping

from support.databases import database
from support.zips import zipped

_WORKBOOK = "<worksheet><sheetData><row><c><v>45725</v></c></row></sheetData></worksheet>"
_RECORD = {"date": "2025-03-09", "title": "Walk", "text": "By the lake", "tags": ["out"], "mood": 4, "note": "good"}


def _folder(members: Mapping[str, str | bytes]) -> bytes:
    return zipped(*members.items())


def _as_json(value: object) -> bytes:
    return json.dumps(value, indent=2).encode()


_PACKAGE = {
    "name": "site",
    "version": "1.0.0",
    "files": ["dist"],
    "scripts": {"test": "jest"},
    "tags": [],
    "entries": [],
}

JSON: Mapping[str, bytes] = {
    "package.json": _as_json(_PACKAGE),
    "package.json with files by name": _as_json(
        {"version": "2.1.0", "files": {"a.js": {"size": 3}, "trackers.json": 1}}
    ),
    "package-lock.json": _as_json({"name": "site", "version": "1.0.0", "lockfileVersion": 3, "packages": {"": {}}}),
    "composer.lock": _as_json(
        {
            "content-hash": "0f",
            "packages": [
                {"name": "a/b", "version": "1.2", "autoload": {"files": ["x.php"]}, "time": "2025-03-09T10:00:00"}
            ],
            "metadata": [],
        }
    ),
    "tsconfig.json": _as_json({"files": ["a.ts"], "version": "5", "compilerOptions": {"strict": True}}),
    "a web extension's manifest": _as_json({"manifest_version": 3, "version": "1", "metadata": {}, "entries": []}),
    "webpack's statistics": _as_json(
        {"version": "5", "entries": [{"title": "main", "tags": []}], "files": [], "uuid": ""}
    ),
    "GeoJSON": _as_json(
        {
            "type": "FeatureCollection",
            "metadata": {"title": "Quakes", "count": 0},
            "features": [
                {
                    "type": "Feature",
                    "properties": {"date": "2025-03-09", "html": "<p>x</p>", "location": "sea", "rating": 3, "mood": 2},
                    "geometry": {"type": "Point", "coordinates": [1, 2]},
                }
            ],
        }
    ),
    "a browser's bookmarks": _as_json(
        {
            "guid": "root________",
            "title": "",
            "dateAdded": 1741510860000000,
            "lastModified": 1741510860000000,
            "type": "text/x-moz-place-container",
            "children": [{"guid": "a", "title": "News", "tags": "read", "uri": "https://example.org", "uuid": "1"}],
        }
    ),
    "a tab session": _as_json(
        {"version": ["sessionrestore", 1], "windows": [{"tabs": [{"entries": [{"title": "a"}]}]}]}
    ),
    "a browser's recording": _as_json(
        {
            "log": {
                "version": "1.2",
                "pages": [{"title": "x", "starred": False}],
                "entries": [
                    {"startedDateTime": "2025-03-09T10:00:00Z", "tags": [], "date": "x", "html": "y", "weather": 1}
                ],
            }
        }
    ),
    "a list of places": _as_json([{"date": "2025-03-09", "scores": [1, 3], "home": "A", "away": "B"}]),
    "a list of songs": _as_json(
        [{"date": "2025-03-09", "mood": "calm", "emotions": "joy", "artist": "A", "html": "", "tags": []}]
    ),
    "a list of posts": _as_json(
        [{"date": "2025-03-09", "html": "<p>Hello</p>", "tags": ["a"], "author": "B", "slug": "hello"}]
    ),
    "a list of records": _as_json([_RECORD]),
    "a list of notes": _as_json([{"text": "a", "timeCreated": 17, "timeModified": 18, "done": False}]),
    "a list of numbers": b"[1, 2, 3]",
    "an empty table": b"{}",
    "an empty list": b"[]",
    "an RSS reader's feed": _as_json({"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [_RECORD]}),
    "a notebook": _as_json(
        {"cells": [{"cell_type": "code", "metadata": {}}], "metadata": {}, "entries": [], "nbformat": 4}
    ),
    "a backup of another app": _as_json({"metadata": {"version": "1"}, "entries": [], "tags": []}),
    "entries of another app": _as_json(
        {"entries": [{"title": "a", "starred": True, "uuid": "b", "creationDate": 3}], "version": "1", "files": []}
    ),
    "entries by day of another app": _as_json({"metadata": {}, "entries": {"2025-03-09": {"hours": 3}}}),
    "a composer's config with the name of an app": _as_json({"nomie": {"version": "1"}, "repositories": []}),
    "day entries of another app": _as_json({"dayEntries": [{"hours": 3}], "version": 1}),
}

TABLES: Mapping[str, bytes] = {
    "a bank statement": b"Date,Description,Debit,Credit,Balance\n09/03/2025,Bakery,3.20,,96.80\n",
    "a bank statement with semicolons": (
        b"Buchungstag;Valuta;Verwendungszweck;Betrag\n09.03.2025;09.03.2025;Miete;-500,00\n10.03.2025;;Lohn;900,00\n"
    ),
    "a bank statement with notes": b"Date,Note,Value,Tags\n2025-03-09,Rent,-500,home\n",
    "contacts": b"Name,Given Name,Birthday,Notes,Phone 1 - Value\nAna B,Ana,1980-03-09,friend,+1 555\n",
    "a calendar's table": b"Subject,Start Date,Start Time,End Date,End Time,Description\nDentist,3/9/2025,9:00,,,\n",
    "a time sheet": b"user,start,end,epoch,note\nana,2025-03-09 10:00,2025-03-09 11:00,1741510860,walk\n",
    "a time sheet by project": b"Date,#id,Project,Hours\n2025-03-09,1,Site,3\n",
    "a list of films": b"Date,Name,Year,Rating,Mood\n2025-03-09,Film,1999,4,calm\n",
    "a server's log": b"timestamp,featurename,level,value2\n2025-03-09T10:00:00,a,info,3\n",
    "a shop's days": b"date,weekday,mood,sales\n2025-03-09,Sunday,calm,3\n",
    "a table of moods": b"date,mood,activities\n2025-03-09,4,walk\n",
    "a weather station": b"date,time,temperature,humidity\n2025-03-09,10:00,12.5,70\n",
    "trains without a heading": b"2025-03-09,10:00,A,B,on time,3,x\n2025-03-10,10:00,A,B,late,3,x\n",
    "a sheet of numbers": b"1,2,3\n4,5,6\n",
}

TEXTS: Mapping[str, bytes] = {
    "a calendar": (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20250309T100000Z\r\nSUMMARY:Dentist\r\n"
        b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    ),
    "a mailbox": (
        b"From ana@example.org Sun Mar 09 10:00:00 2025\nFrom: ana@example.org\nDate: Sun, 9 Mar 2025 10:00:00 +0000\n"
        b"Subject: Hello\n\nOn 2025-03-08 10:00 Bo wrote:\n> [see below]\n> Dear Ana\n"
    ),
    "a page of the web": (
        b"<!DOCTYPE html>\n<html><head><title>News</title></head><body><h1>2025-03-09 10:00</h1><p>journal, entries</p>"
        b"</body></html>\n"
    ),
    "a page of the web as XML": b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><journals/></html>\n',
    "a feed": b'<?xml version="1.0"?>\n<rss><journal-entry/><pubDate>Sun, 9 Mar 2025</pubDate></rss>',
    "an outline": b'<?xml version="1.0"?>\n<opml><body><outline text="2025-03-09"/></body></opml>',
    "prose with dates": (
        b"On 9 March 2025 we went to the lake, as we did on 8 March, and on 2025-03-07 before that.\n\n"
        b"On 10 March 2025 it rained, and nobody went out.\n"
    ),
    "prose that begins with a date": b"2025-03-09 was a Sunday, and the lake was quiet.\nThe next day it rained.\n",
    "a letter": b"Leeds, 9 March 2025\n\nDear Bo,\n\nthank you for your letter of 2025-03-01.\n\nYours, Ana\n",
    "a readme": b"# Site\n\nA site. Last changed 2025-03-09.\n\n## 2025-03-09\n\n* first version\n",
    "a changelog": b"# Changelog\n\n## [1.0.0] - 2025-03-09\n\n### Added\n\n- The first version\n",
    "a server's log in brackets": b"2025-03-09T10:00:00 INFO started\n2025-03-09T10:00:01 WARN slow\n",
    "front matter of a blog": b"---\nlayout: post\ntitle: Hello\nauthor: Ana\n---\nHello\n",
    "settings": b'[core]\n\tbare = false\n[remote "origin"]\n\turl = x\n',
    "settings in YAML": b"version: 1\nfiles:\n  - a\nentries: []\n",
    "Python": b'"""Count days."""\n\nfrom datetime import date\n\nprint(date(2025, 3, 9))\n',
    "SQL": b"CREATE TABLE habits (id INTEGER, date TEXT);\nINSERT INTO habits VALUES (1, '2025-03-09');\n",
    "words": b"bread, milk, eggs\n",
}

ZIPS: Mapping[str, bytes] = {
    "source code": _folder(
        {
            "site/package.json": _as_json(_PACKAGE),
            "site/src/app.js": "console.log(1)\n",
            "site/README.md": "# Site\n\nIt says nothing of a day.\n",
            "site/docs/guide.md": "# Guide\n",
        }
    ),
    "source code in Python": _folder(
        {"app/pyproject.toml": "[project]\n", "app/data/metadata.json": _as_json({"metadata": {}, "entries": []})}
    ),
    "a collection of notes": _folder({"Notes/Recipes.md": "# Soup\n", "Notes/Ideas 2025.md": "A shed.\n"}),
    "tables": _folder(
        {"data/entry.csv": "date,amount\n2025-03-09,3\n", "data/Habits.csv": "animal,habit\nowl,sleeps\n"}
    ),
    "tables of a test": _folder({"Checkmarks.csv": "student,mark\nana,3\n"}),
    "a database of another app": _folder({"daily_you.db": "no database"}),
    "a workbook": _folder(
        {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": _WORKBOOK}
    ),
    "a document": _folder(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document>9 March 2025</w:document>"}
    ),
    "an open document": _folder({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office/>"}),
    "a book": _folder(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container/>",
            "OEBPS/chapter1.xhtml": "<html>2025-03-09</html>",
        }
    ),
    "an app's package": _folder(
        {"META-INF/MANIFEST.MF": "Manifest-Version: 1.0\n", "assets/data.json": _as_json([_RECORD])}
    ),
    "photos": _folder({"2025-03-09.jpg": b"\xff\xd8\xff", "2025-03-10.jpg": b"\xff\xd8\xff"}),
    "nothing": _folder({}),
}

DATABASES: Mapping[str, bytes] = {
    "a browser's cookies": database("CREATE TABLE moz_cookies (id INTEGER, name TEXT, value TEXT, expiry INTEGER)"),
    "a browser's history": database(
        "CREATE TABLE moz_places (id INTEGER, url TEXT, title TEXT)",
        "CREATE TABLE moz_historyvisits (visit_date INTEGER)",
    ),
    "habits of another app": database(
        "CREATE TABLE habits (id INTEGER, animal TEXT)", "CREATE TABLE repetitions (lap INTEGER, weight REAL)"
    ),
    "entries of another app": database("CREATE TABLE entries (id INTEGER, text TEXT, mood INTEGER)"),
    "music": database("CREATE TABLE tracks (_id INTEGER, name TEXT)", "CREATE TABLE ticks (bpm INTEGER, year INTEGER)"),
    "messages": database("CREATE TABLE message (ROWID INTEGER, text TEXT, date INTEGER)"),
}
