"""The names of months and of days of the week, in the languages in which apps export dates so.

Each language has its twelve months from January, as a date has them and as a calendar does, with their usual short
forms, and its week from Monday. Source: the Unicode CLDR.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

MONTHS: Mapping[str, str] = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar/jänner februar/feber märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "pl": (
        "styczeń/stycznia/sty luty/lutego/lut marzec/marca/mar kwiecień/kwietnia/kwi maj/maja czerwiec/czerwca/cze "
        "lipiec/lipca/lip sierpień/sierpnia/sie wrzesień/września/wrz październik/października/paź "
        "listopad/listopada/lis grudzień/grudnia/gru"
    ),
    "cs": (
        "leden/ledna/led únor/února/úno březen/března/bře duben/dubna/dub květen/května/kvě červen/června/čvn "
        "červenec/července/čvc srpen/srpna/srp září/zář říjen/října/říj listopad/listopadu/lis prosinec/prosince/pro"
    ),
    "sk": (
        "január/januára/jan február/februára/feb marec/marca/mar apríl/apríla/apr máj/mája jún/júna júl/júla "
        "august/augusta/aug september/septembra/sep október/októbra/okt november/novembra/nov december/decembra/dec"
    ),
    "hr": (
        "siječanj/siječnja/sij veljača/veljače/velj ožujak/ožujka/ožu travanj/travnja/tra svibanj/svibnja/svi "
        "lipanj/lipnja/lip srpanj/srpnja/srp kolovoz/kolovoza/kol rujan/rujna/ruj listopad/listopada/lis "
        "studeni/studenoga/studenog/stu prosinac/prosinca/pro"
    ),
    "ru": (
        "январь/января/янв февраль/февраля/февр/фев март/марта/мар апрель/апреля/апр май/мая июнь/июня/июн "
        "июль/июля/июл август/августа/авг сентябрь/сентября/сент/сен октябрь/октября/окт ноябрь/ноября/нояб/ноя "
        "декабрь/декабря/дек"
    ),
    "uk": (
        "січень/січня/січ лютий/лютого/лют березень/березня/бер квітень/квітня/кві травень/травня/тра "
        "червень/червня/чер липень/липня/лип серпень/серпня/сер вересень/вересня/вер жовтень/жовтня/жов "
        "листопад/листопада/лис грудень/грудня/гру"
    ),
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "sv": "januari februari mars april maj juni juli augusti september oktober/okt november december",
    "da": "januar februar marts april maj juni juli august september oktober/okt november december",
    "nb": "januar februar mars april mai juni juli august september oktober/okt november desember/des",
    "fi": (
        "tammikuu/tammikuuta/tammi helmikuu/helmikuuta/helmi maaliskuu/maaliskuuta/maalis huhtikuu/huhtikuuta/huhti "
        "toukokuu/toukokuuta/touko kesäkuu/kesäkuuta/kesä heinäkuu/heinäkuuta/heinä elokuu/elokuuta/elo "
        "syyskuu/syyskuuta/syys lokakuu/lokakuuta/loka marraskuu/marraskuuta/marras joulukuu/joulukuuta/joulu"
    ),
    "hu": (
        "január/jan február/febr március/márc április/ápr május/máj június/jún július/júl augusztus/aug "
        "szeptember/szept október/okt november/nov december/dec"
    ),
    "tr": (
        "ocak/oca şubat/şub mart/mar nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki "
        "kasım/kas aralık/ara"
    ),
    "ro": (
        "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept "
        "octombrie/oct noiembrie/noi decembrie/dec"
    ),
    "el": (
        "ιανουάριος/ιανουαρίου/ιαν φεβρουάριος/φεβρουαρίου/φεβ μάρτιος/μαρτίου/μαρ απρίλιος/απριλίου/απρ "
        "μάιος/μαΐου/μαΐ ιούνιος/ιουνίου/ιουν ιούλιος/ιουλίου/ιουλ αύγουστος/αυγούστου/αυγ "
        "σεπτέμβριος/σεπτεμβρίου/σεπ οκτώβριος/οκτωβρίου/οκτ νοέμβριος/νοεμβρίου/νοε δεκέμβριος/δεκεμβρίου/δεκ"
    ),
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
}

WEEKS: Mapping[str, str] = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda terça quarta quinta sexta sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "cs": "pondělí úterý středa čtvrtek pátek sobota neděle",
    "sk": "pondelok utorok streda štvrtok piatok sobota nedeľa",
    "hr": "ponedjeljak utorak srijeda četvrtak petak subota nedjelja",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "uk": "понеділок вівторок середа четвер пʼятниця субота неділя",
    "bg": "понеделник вторник сряда четвъртък петък събота неделя",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
    "hu": "hétfő kedd szerda csütörtök péntek szombat vasárnap",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "ro": "luni marți miercuri joi vineri sâmbătă duminică",
    "el": "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
    "id": "senin selasa rabu kamis jumat sabtu minggu",
}

SHORTENED = ("en", "fr", "de", "es", "it", "pt", "nl")
"""The languages whose names may be shortened to three letters or more; of the others the short forms are listed."""

_ALONE = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"})
"""Letters that are no letter with an accent to Unicode, and are written without one all the same."""


def without_accents(text: str) -> str:
    """The text in lower case without accents, because some exports leave them out."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_ALONE)


def numbered(names: str, first: int) -> dict[str, int]:
    """The number of each name without accents, counted from `first`; forms of one name have the same."""
    each = enumerate(names.split(), start=first)
    return {without_accents(form): number for number, forms in each for form in forms.split("/")}
