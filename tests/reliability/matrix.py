"""A sequence of command lines that uses every command, with mistakes too, as a person would over some weeks.

Private words are planted in them; PLANTED says which files may hold each of them.
"""

import os
import pty
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import carelog
from support.source import SAMPLES

MEASURE = SAMPLES / "questionnaire" / "two_questions.toml"
VCARD = SAMPLES / "vcard" / "google_contacts_v3.vcf"
LOOP = SAMPLES / "loop" / "HabitBull.csv"
SECONDS = 60
NOW = "2026-11-22T21:30:00+01:00"

JOURNAL, CARD, PAGE = frozenset({"journal"}), frozenset({"journal", "card"}), frozenset({"journal", "page"})
EXPORTED = frozenset({"journal", "vcards"})
PRINTED = frozenset({"journal", "card", "printed"})
PLANTED = {
    "quillwort": JOURNAL,  # a private note
    "larkspur": JOURNAL,  # written in the editor
    "pennyroyal": JOURNAL,  # came through standard input
    "marjoram": JOURNAL,  # what is noted about a contact
    "Bryony": EXPORTED,  # somebody who is not on the card
    "5550199": EXPORTED,  # their number
    "5550147": PRINTED | EXPORTED,  # the number of somebody on the card
    "speedwell": PRINTED,  # what to say to them
    "selfheal": PAGE,  # the name of a routine
    "vervain": JOURNAL,  # why it was skipped
    "betony": frozenset({"journal", "friend"}),  # what somebody said yes to
    "hellebore": JOURNAL,  # how it was to talk
    "burdock": JOURNAL,  # a sign
    "chamomile": JOURNAL,  # the step for it
    "feverfew": JOURNAL,  # something planned
    "tansy": PRINTED,  # a step of the plan
    "yarrow": CARD,  # a kind word
    "celandine": JOURNAL,  # what was agreed
    "mugwort": JOURNAL,  # sealed while the journal was locked
}
"""Every planted word, and the files that hold it: journal and backups, card, packet, printed plan, and others."""


@dataclass(frozen=True, slots=True)
class Step:
    """One command line, its expected exit code, and what is typed; `{desk}` is the person's working directory."""

    line: str
    exit_code: int = 0
    typed: str = ""
    in_terminal: bool = False

    def words(self, desk: Path) -> list[str]:
        """The arguments of `carelog`."""
        return shlex.split(self.line.format(desk=desk))


MATRIX = (
    Step("--help"),
    Step("--version --verbose"),
    Step("settings path"),
    Step("start"),
    Step("start --json"),
    Step("settings set country DE"),
    Step("settings set theme mono", 2),
    Step("settings get country"),
    Step("settings get colour", 3),
    Step("settings preset shared-computer", 2),
    Step("settings preset shared-computer --yes"),
    Step("settings set discreet off"),
    Step("settings set lock.card ''"),
    Step("settings set lock.cache ''"),
    Step("settings list --json"),
    Step("settings edit", in_terminal=True),
    Step("tracker add sleep --unit h --min 0 --max 24 --better higher"),
    Step("tracker add weight"),
    Step("tracker edit sleep --max 23.5"),
    Step("tracker archive weight"),
    Step("tracker unarchive weight"),
    Step("tracker edit weight heaviness"),
    Step("tracker show heaviness"),
    Step("tracker remove heaviness --yes"),
    Step("tracker list"),
    Step("feelings"),
    Step("contact add Sam --phone '+49 30 5550147' --crisis 1 --say 'speedwell' --note marjoram"),
    Step("contact add 'Bryony Hill' --phone '+49 30 5550199' --role professional"),
    Step("contact add 'Bryan Vale'"),
    Step("contact add sam", 2),
    Step("contact show Bry", 2),
    Step("contact show Sam"),
    Step("contact edit Sam --hours 'Mon-Fri 09:00-17:00'"),
    Step("contact remove Vale", 3),
    Step("contact remove 'Bryan Vale' --yes"),
    Step("contact list"),
    Step("contact"),
    Step("contact add Choir --role group --meets 'Tue 19:00 every week' --keep-in-touch 3w --zone Europe/Paris"),
    Step("contact add Nobody --zone Nowhere/Land", 2),
    Step(f"contact import {VCARD}"),
    Step(f"contact import {VCARD} --only 'Ada Osei' --role professional"),
    Step(f"contact import {VCARD} --only Nobody", 3),
    Step("contact import {desk}/no.vcf", 6),
    Step("contact export {desk}/people.vcf"),
    Step("contact export {desk}/people.vcf", 2),
    Step("contact ask Sam"),
    Step("contact ask Sam --agreed yesterday --yes-to 'a call at betony time'"),
    Step("contact snooze Choir 2w"),
    Step("contact away Choir --yes"),
    Step("contact away Choir --yes"),
    Step("contact back"),
    Step("contact back Choir"),
    Step("contact back Nobody", 3),
    Step("contact away Nobody --yes", 3),
    Step("contact edit Choir --cover 'evening class' --call 'the choir' --not-on-card"),
    Step("reach"),
    Step("reach --good-for practical a lift on comfrey day"),
    Step("reached Sam --helped yes --note hellebore"),
    Step("reached Nobody", 3),
    Step("sign add 'burdock nights' --when 'sleep below 7 on 1 of 3 days' --then 'chamomile and rest'"),
    Step("sign add x --when 'sleep < 7' --then y", 2),
    Step("sign"),
    Step("sign list --json"),
    Step("sign past burdock"),
    Step("sign edit burdock --when 'sleep below 7 on 1 of 4 days'"),
    Step("activity plan 'feverfew market' --when 'tomorrow 10:00' --with-whom Sam --expect 3"),
    Step("activity plan old --when yesterday", 2),
    Step("activity"),
    Step("activity did carried boxes --kind purpose --pleasure 6"),
    Step("activity skip feverfew --why vervain"),
    Step("activity plan tea"),
    Step("activity done tea --partly --closeness 7"),
    Step("activity show tea"),
    Step("activity edit last tea with biscuits --pleasure 6"),
    Step("activity list --back"),
    Step("activity rm last --yes"),
    Step("activity did carried more boxes"),
    Step("activity remove last --yes"),
    Step("export --as life-chart --yes --format md -o -"),
    Step("export --as life-chart --yes --format csv -o chart.csv", 2),
    Step("tracker sheet --format txt -o -"),
    Step("tracker sheet --empty --month next --format html -o sheet.html"),
    Step("tracker sheet --month soon", 2),
    Step("goal"),
    Step("goal add eat with the others"),
    Step("goal rate 4"),
    Step("goal rate 11", 2),
    Step("goal add bed before midnight"),
    Step("goal rate eat 5 --at yesterday"),
    Step("goal rate 5", 2),
    Step("goal show eat"),
    Step("goal change bed in bed by eleven"),
    Step("goal let-go 'in bed'"),
    Step("goal take-up 'in bed'"),
    Step("goal let-go 'in bed'"),
    Step("goal list --all"),
    Step("goal remove eat --yes"),
    Step("goal add bed before midnight"),
    Step("keep"),
    Step("keep add yarrow, that counts --from-whom Sam"),
    Step("keep show"),
    Step("keep list"),
    Step("keep remove 00000000", 3),
    Step("keep to be removed"),
    Step("keep edit last to be removed soon"),
    Step("keep remove last --yes"),
    Step("helplines"),
    Step("helplines list --country GB,TW --sources --plain"),
    Step("helplines hide TelefonSeelsorge"),
    Step("helplines hide 112", 2),
    Step("helplines unhide TelefonSeelsorge"),
    Step("helplines checked TelefonSeelsorge yesterday"),
    Step("helplines checked Nobody", 3),
    Step("plan"),
    Step("plan add alone tansy tea, then the shower"),
    Step("plan add nonsense words", 2),
    Step("plan add people call Sam --contact Sam"),
    Step("plan list --handles"),
    Step("plan edit last tell Sam --to 1"),
    Step("plan edit", 2),
    Step("plan review"),
    Step("plan print {desk}/plan.html"),
    Step("plan print {desk}/plan.html", 2),
    Step("plan print {desk}/sam.html --for Sam"),
    Step("plan remove last --yes"),
    Step("mood 4 first walk in a week --tag walk --feel calm --track sleep=7,5"),
    Step("edit last 3"),
    Step("mood 2 quillwort --private --at 'yesterday 21:00'"),
    Step("mood 9", 2),
    Step("mood", 2),
    Step("mood 3 --track nothing=1", 3),
    Step("note -", typed="pennyroyal, and the rest of the day\n"),
    Step("note --edit --private", in_terminal=True),
    Step("note", 2),
    Step("track sleep=6,5"),
    Step("track sleep=99", 2),
    Step("sign snooze burdock 1w"),
    Step("sign add drifting --when 'walk not done for 3 days' --then 'the small version'"),
    Step("sign remove drifting --yes"),
    Step("log"),
    Step("log --search quill --json"),
    Step("log --from monday --tag walk -n 5"),
    Step("show last"),
    Step("show 00000000", 3),
    Step("on-this-day"),
    Step("edit last --track sleep=7 --json"),
    Step("undo"),
    Step("undo", 3),
    Step("mood 1 to be deleted"),
    Step("backup {desk}/stick"),
    Step("backup"),
    Step("delete last", 2),
    Step("delete last --yes"),
    Step("forget", 2),
    Step("forget {desk}/stick --yes"),
    Step("undo", 3),
    Step("routine add 'selfheal tea' --every daily --small 'one sip' --with-whom Sam"),
    Step("routine add tablets --kind medicine --every 2/day --at 08:00 --at 20:00 --dose '50 mg' --stock 56"),
    Step("routine add selfheal", 0),
    Step("routine show 'selfheal tea'"),
    Step("routine show self", 2),
    Step("routine edit tablets --dose '75 mg'"),
    Step("routine archive selfheal"),
    Step("routine unarchive selfheal"),
    Step("routine remove selfheal --yes"),
    Step("appointment add 'tuesday 14:30' --with-whom Sam --every 1w"),
    Step("appointment add soon", 2),
    Step("appointment add 2026-11-10"),
    Step("appointment"),
    Step("appointment list --json"),
    Step("appointment edit last --at x", 2),
    Step("appointment edit last --when '2026-11-11 9:00'"),
    Step("appointment note celandine tea"),
    Step("appointment note porridge --routine --every 3/week"),
    Step("appointment note", 2),
    Step("appointment agreed"),
    Step("appointment remove 00000000", 3),
    Step("bring add sorrel nights"),
    Step("bring the walk --entry last"),
    Step("bring"),
    Step("bring list --all --plain"),
    Step("bring edit last the walk and the talk"),
    Step("bring done last"),
    Step("bring done", 2),
    Step("bring remove last --yes"),
    Step("appointment remove last --yes"),
    Step("questionnaire take phq9 --answer 1", 2),
    Step("questionnaire take phq4 --answer 1 --answer 1 --answer 0 --answer 2"),
    Step("questionnaire take phq4 --answer 1 --answer 1 --answer 0 --answer 2", 2),
    Step("questionnaire take phq9" + " --answer 1" * 9),
    Step("questionnaire"),
    Step("questionnaire list --json"),
    Step("questionnaire show phq9"),
    Step("questionnaire show nothing", 3),
    Step(f"questionnaire add {MEASURE}"),
    Step("questionnaire add {desk}/page.md", 6),
    Step("questionnaire remove last --yes"),
    Step("export --yes --for ally --ask tea -o - --whom Sam"),
    Step("export --yes --for self -o - --strike tea"),
    Step("export --yes --without 00000000", 3),
    Step("shares"),
    Step("agenda {desk}/agenda.ics"),
    Step("agenda {desk}/agenda.ics --neutral"),
    Step("agenda {desk}/plan.html", 2),
    Step("routine list --json"),
    Step("routine"),
    Step("due --exit-code --json", 10),
    Step("done 'selfheal tea' tablets"),
    Step("done 'selfheal tea'", 2),
    Step("done 'selfheal tea' --again --small"),
    Step("done dancing", 3),
    Step("skip tablets --why vervain"),
    Step("last tablets"),
    Step("today"),
    Step("today --plain"),
    Step("due"),
    Step("pause 2w"),
    Step("resume"),
    Step("resume"),
    Step("week"),
    Step("week --json"),
    Step("streaks"),
    Step("settings set streaks on"),
    Step("streaks --plain"),
    Step("trends --last 4w"),
    Step("trends --from 2020-01-01 --instability --json"),
    Step("calendar"),
    Step("calendar --years 3 --plain"),
    Step("insights"),
    Step("insights --people --json"),
    Step(""),
    Step("crisis"),
    Step("SOS --all"),
    Step("crisis --json"),
    Step("crisis --step"),
    Step("crisis --qr"),
    Step("export --yes -o {desk}/page.md"),
    Step("export --yes -o {desk}/page.md", 2),
    Step("export --yes --force -o {desk}/page.md"),
    Step("export --yes --format json -o {desk}/page.json --json"),
    Step("export --yes --paper letter -o {desk}/page.pdf"),
    Step("export --yes --format csv -o {desk}/tables.zip"),
    Step("export --yes --for self --by-day -o {desk}/diary.zip"),
    Step("export --yes --for self --format json -o {desk}/whole.json"),
    Step("export --yes --for self --format json -o {desk}/whole.json", 2),
    Step("import {desk}/whole.json"),
    Step("import {desk}/whole.json --apply"),
    Step("export --yes -o -"),
    Step("export --for nobody --yes", 2),
    Step("import {desk}/daylio.csv"),
    Step("import daylio {desk}/daylio.csv --apply --map so-so=3 --json"),
    Step("import {desk}/daylio.csv --apply"),
    Step(f"import '{LOOP}' --apply"),
    Step("imports"),
    Step("imports --json"),
    Step("import-undo last", 2),
    Step("import-undo last --yes"),
    Step("import-undo last --yes"),
    Step("import-undo last --yes", 3),
    Step("import {desk}/daylio.csv --apply"),
    Step("import {desk}/nothing.csv", 6),
    Step("import {desk}/page.md", 6),
    Step("backup"),
    Step("backup {desk}/stick"),
    Step("restore"),
    Step("restore {desk}/page.md --yes", 6),
    Step("restore {desk}/backup.db --yes"),
    Step("lock"),
    Step("lock now", 2),
    Step("lock off --yes"),
    Step("lock on --yes"),
    Step("lock on --yes"),
    Step("lock status --json"),
    Step("mood 4 in the locked journal"),
    Step("lock card names hours"),
    Step("lock card nothing-like-it", 2),
    Step("crisis"),
    Step("backup"),
    Step("lock now"),
    Step("note mugwort tea --sealed"),
    Step("lock passphrase"),
    Step("lock recovery --yes"),
    Step("log -n 3"),
    Step("lock off --yes"),
    Step("erase", 2),
    Step("demo {desk}/invented --years 1"),
    Step("no-such-command", 2),
    Step("log --no-such-option", 2),
    Step("verify"),
    Step("verify --plain"),
    Step("verify --json --repair {desk}/saved.db"),
    Step("traces"),
    Step("traces --plain"),
    Step("traces --json"),
)


LOCKED = (Step("lock on --yes"), *(step for step in MATRIX if not step.line.startswith(("lock", "restore {desk}/b"))))
"""The same sequence in a home that is locked from the first day."""


@dataclass(frozen=True, slots=True)
class Happened:
    """A step, its exit code, and its output."""

    step: Step
    exit_code: int
    stdout: str
    stderr: str

    def __str__(self) -> str:
        return f"carelog {self.step.line}: exit {self.exit_code}, {self.stderr or self.stdout or 'no words'}"


def run_step(
    command: Sequence[str], step: Step, desk: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[bytes]:
    terminal, keyboard = pty.openpty()
    try:
        return subprocess.run(
            command,
            stdin=keyboard if step.in_terminal else None,
            input=None if step.in_terminal else step.typed.encode(),
            cwd=desk,
            env=environment,
            umask=0,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    finally:
        os.close(terminal)
        os.close(keyboard)


def environment_of(place: Path, home: Path, desk: Path) -> dict[str, str]:
    folders = {"HOME": place / "person", "TMPDIR": place / "tmp", "XDG_RUNTIME_DIR": place / "run"}
    for folder in (*folders.values(), desk):
        folder.mkdir(parents=True, mode=0o700)
    return {
        **{name: str(folder) for name, folder in folders.items()},
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(carelog.__file__).parents[1]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "EDITOR": f"cp {desk / 'typed'}",
        "CARELOG_PASSPHRASE_COMMAND": "echo four words of mine",
        "CARELOG_NEW_PASSPHRASE_COMMAND": "echo four words of mine",
        "TZ": "Europe/Berlin",
        "LANG": "C.UTF-8",
        "CARELOG_HOME": str(home),
        "CARELOG_NOW": NOW,
    }


def furnish(desk: Path) -> None:
    """Write the person's files: a Daylio export, a table without dates, and the text that the editor saves.

    That text is both a note and settings.
    """
    (desk / "typed").write_text('# larkspur\nname = "Robin"\n', encoding="utf-8")
    sample = SAMPLES / "daylio" / "daylio_export_8col_12h_bom.csv"
    (desk / "daylio.csv").write_bytes(sample.read_bytes())
    (desk / "letters.csv").write_text("a,b\n1,2\n", encoding="utf-8")
