# TAB for carelog in fish. Made by scripts/make_for_shells.py: commands, options and fixed words stand here, and carelog
# itself is asked for names of the journal alone, and for what this script does not know.

function __carelog_look_up # PATH: sets names, flags, places, alone, before_words of a command or group
    set -g __carelog_names
    set -g __carelog_flags
    set -g __carelog_places
    set -g __carelog_alone
    set -g __carelog_before_words
    switch $argv[1]
        case ''
            set __carelog_names 'mood|Note how it is, from 1 to 5, with or without words' 'note|Note something without a score' 'track|Note readings of your own scales' 'feelings|List words for feelings: those that you noted before, and others' 'log|List entries, newest last: the last 20, or all of a period' 'show|Show one entry with all its words, private ones too; or all entries of a day' 'on-this-day|List what you noted on this day in earlier years' 'edit|Change an entry: what is given replaces what was there. 1 to 5 or a mood word is its score, other words its note' 'delete|Delete entries or ticks for good' 'undo|Take back the last add, edit or tick' 'crisis|Show your crisis card: the emergency number, your people, lines to call' 'sos|Show your crisis card, as “crisis” does' 'reach|Name one person to turn to now, a message to copy, and a line that is open' 'reached|Note that you turned to someone' 'agenda|Write routines, meetings, activities and appointments as a calendar file with alarms' 'done|Note routines as done, several at once if you like' 'skip|Leave routines out this time' 'last|Say when a routine was last noted' 'pause|Take days off: no routine is due, and no gap is counted' 'resume|End a pause: routines are due again from today' 'today|Show today, or a day that is over: moods, what is due and noted by time, the last two weeks' 'due|Say what is due now, for a prompt or a timer' 'week|Show a week: moods with their range, readings, routines, first words of notes' 'streaks|Show each routine over eight weeks, or the whole weeks that you name: what was kept, how firmly, day by day' 'trends|Show your moods over 90 days, by level and weekday, and your own scales beside them' 'calendar|Show the mood of every day of a year, or of the days that you name' 'insights|Show what went together with your moods over a year' 'export|Make a page to hand over' 'shares|List the pages you made: for whom, when, about which days, and how to know the file again' 'import|Bring in what another app holds, or a copy of a whole journal' 'backup|Copy the journal, open the copy again and compare it' 'restore|Put a backup in the journal\'s place' 'verify|Check whether journal, card, settings and backups are whole' 'forget|Remove the words of what you deleted from backups too' 'traces|List every file carelog has written on this computer, what each tells a stranger, and what it cannot know of' 'erase|Erase everything carelog keeps on this computer, backups too' 'start|Set up the first things, in a minute: a screen reader, your country, one person to call, who can look' 'demo|Fill a new folder with invented years, to look around in' 'tracker|Your own scales, such as sleep in hours' 'contact|People and places you can turn to' 'plan|Your own plan for hard days' 'keep|What someone said that helped' 'activity|Something small and specific, planned, done or noted' 'helplines|Lines that listen, country by country' 'sign|Signs you know of yourself, and your own step for each' 'routine|Routines: a walk, medicine, an evening without screens' 'appointment|When you see somebody who helps, and what you agreed' 'bring|What you want to talk about next time' 'questionnaire|Questionnaires about yourself, word for word' 'goal|Goals of your own, and how close you are to them' 'lock|A lock with a passphrase for the journal and its backups' 'settings|What you can set' 'help|How a command is typed'
            set __carelog_flags '--version/-V||Say which versions run.' '--verbose||With --version: the places too.' '--install-completion|=bash;zsh;fish|Set up TAB for the shell you are in, or for the one you name.' '--show-completion|=bash;zsh;fish|Print what that would set up, to copy it.'
        case 'mood'
            set __carelog_flags '+--feel|j|A word for the feeling; several times if you like.' '+--tag|j|A tag to find it by; several times if you like.' '+--track|j|A reading of your own scale, such as sleep=7.5.' '--at|x|When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.' '--private||Keep it out of every export.' '--edit||Write the note in your editor.' '--sealed||Where the journal is locked, seal it until that opens, and ask nothing.'
            set __carelog_places '+x'
        case 'note'
            set __carelog_flags '+--feel|j|A word for the feeling; several times if you like.' '+--tag|j|A tag to find it by; several times if you like.' '+--track|j|A reading of your own scale, such as sleep=7.5.' '--at|x|When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.' '--private||Keep it out of every export.' '--edit||Write the note in your editor.' '--sealed||Where the journal is locked, seal it until that opens, and ask nothing.'
            set __carelog_places '+x'
        case 'track'
            set __carelog_flags '--at|x|When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.' '--private||Keep it out of every export.'
            set __carelog_places '+j'
        case 'feelings'
        case 'log'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '+--tag|j|Only entries with this tag; several: with all of them.' '+--feel|j|Only entries with this feeling; several: with all of them.' '+--search|x|Only entries that hold these words; several: all of them.' '--min|x|The lowest mood.' '--max|x|The highest mood.' '-n|x|How many of the newest.'
            set __carelog_places '+x'
        case 'show'
            set __carelog_places '+j'
        case 'on-this-day'
            set __carelog_flags '-n|x|How many of the newest.'
        case 'edit'
            set __carelog_flags '--mood|x|A new score, 1 to 5 or its word; none removes it.' '+--feel|j|A word for the feeling; several times if you like.' '+--tag|j|A tag to find it by; several times if you like.' '+--track|j|A reading of your own scale, such as sleep=7.5.' '--at|x|When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.' '--not-private/--private||Keep it out of every export.' '--edit||Write the note in your editor.'
            set __carelog_places 'j' '+x'
        case 'delete'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '+j'
        case 'undo'
        case 'crisis'
            set __carelog_flags '--all||Everything the card knows.' '--step||Your plan step by step; Enter goes on, q leaves.' '--qr||Numbers as QR codes: a phone\'s camera reads and calls them.' '--text-first||Lines that can be written to come first.' '--country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW|The lines of another country, such as Ireland.'
        case 'sos'
            set __carelog_flags '--all||Everything the card knows.' '--step||Your plan step by step; Enter goes on, q leaves.' '--qr||Numbers as QR codes: a phone\'s camera reads and calls them.' '--text-first||Lines that can be written to come first.' '--country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW|The lines of another country, such as Ireland.'
        case 'reach'
            set __carelog_flags '+--good-for|=listening;company;practical;distraction;emergency|What you need someone for; several: who is good for most of it.'
            set __carelog_places '+j'
        case 'reached'
            set __carelog_flags '--helped|=yes;some;no|Whether it helped, if you like.' '--note|x|A few words about it.' '--at|x|When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.'
            set __carelog_places '+j'
        case 'agenda'
            set __carelog_flags '--output/-o|f|Where to; - is standard output.' '--neutral||No names and no titles of yours.' '--force||Replace a file that is there.'
            set __carelog_places 'f'
        case 'done'
            set __carelog_flags '--amount|x|How much, in the routine\'s unit.' '--small||The small version, which counts.' '+--at|x|When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.' '+--for|x|The planned time it is for, such as 20:00.' '--note|x|A few words about it.' '--again||Note it a second time on that day.'
            set __carelog_places '+j'
        case 'skip'
            set __carelog_flags '--why|x|What came in between, if you like.' '+--at|x|When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.' '+--for|x|The planned time it is for, such as 20:00.' '--again||Note it a second time on that day.'
            set __carelog_places '+j'
        case 'last'
            set __carelog_places '+j'
        case 'pause'
            set __carelog_places '+x'
        case 'resume'
        case 'today'
            set __carelog_places '+x'
        case 'due'
            set __carelog_flags '--exit-code||Exit 10 when something is due, for scripts.'
        case 'week'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.'
            set __carelog_places '+x'
        case 'streaks'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.'
            set __carelog_places '+j'
        case 'trends'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '--instability||How far mood moves from day to day, too.'
            set __carelog_places '+x'
        case 'calendar'
            set __carelog_flags '--years|x|How many years up to it.' '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.'
            set __carelog_places 'x'
        case 'insights'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '--people||Compare what is about people, too.' '--kind|=feeling;tag;tracker;routine;person;activity;questionnaire|Which of several with that name.' '--day-after||Ask about the mood of the day after.' '+--never|j|Keep this out of all that compares; several if you like.'
            set __carelog_places '+j'
        case 'export'
            set __carelog_flags '--for|=therapist;ally;self|therapist, ally or self; else a therapist.' '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '--as|=page;life-chart|page, or life-chart: a page a month, both ends of each day.' '--format|=pdf;html;md;txt;csv;json|pdf, html, md, txt, csv, or json for programs; as FILE ends, else pdf.' '--paper|=a4;letter|a4 or letter, for a PDF; else what your country uses.' '--password||Ask for a password that opens the PDF.' '--by-year||A file for each calendar year.' '--by-day||Markdown, a file a day, for Obsidian.' '+--include|=name;topics;safety;scores;goals;mood;trackers;medicines;routines;obstacles;together;people;activities;days;feelings;words;notes|Add words or notes; private, to a whole copy.' '+--leave-out|=name;topics;safety;scores;goals;mood;trackers;medicines;routines;obstacles;together;people;activities;days;feelings;words;notes|Leave out, as often as you like: name, topics, safety, scores, goals, mood, trackers, medicines, routines, obstacles, together, people, activities, days, feelings, words, notes.' '--say-left-out||Name on the page what you left out.' '+--strike|x|A word or name to black out.' '+--without|j|An entry to leave out.' '--ask|x|What you ask an ally for.' '--with|j|Whom you give it to, for “shares” only.' '--output/-o|f|Where to; - is standard output.' '--yes/-y||Do it without asking.' '--force||Replace a file that is there.'
            set __carelog_places '=therapist;ally;self'
        case 'shares'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '-n|x|How many of the newest.'
        case 'import'
            set __carelog_names 'list|List what was taken in from other apps, newest first: from which, when, and what it brought' 'undo|Take an import back'
            set __carelog_flags '--apply||Take it in. Without this it only says what it holds.' '+--map|x|The number of a mood of your own, such as so-so=3. Repeat it for several.' '+--column|x|For any table: date, time, mood, title, note, tags, feelings or a tracker, and the column that holds it.'
            set __carelog_places '+f'
        case 'import list'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '-n|x|How many of the newest.'
        case 'import undo'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '=last'
        case 'backup'
            set __carelog_flags '--output/-o|f|Where to; else beside the journal.'
            set __carelog_places 'f'
        case 'restore'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places 'f'
        case 'verify'
            set __carelog_flags '--repair|f|Write what is sound to a new file.' '--of|f|With --repair: of this backup instead.' '--fix-permissions||Close files to other people of this computer.'
        case 'forget'
            set __carelog_flags '--yes/-y||Do it without asking.' '--remove||Remove copies that carelog cannot change.' '--drafts||Remove drafts that an editor left.'
            set __carelog_places '+f'
        case 'traces'
        case 'erase'
            set __carelog_flags '--yes/-y||Do it without asking.'
        case 'start'
            set __carelog_flags '--again||Ask again what you answered or skipped.'
        case 'demo'
            set __carelog_flags '--years|x|How many years, ending today.' '--a-day|x|About how many entries a day; else 3 for one year, 12 for fifty.'
            set __carelog_places 'f'
        case 'tracker'
            set __carelog_names 'add|Make a scale of your own' 'list|List your scales' 'show|Show one scale and its readings, newest last' 'edit|Change a scale' 'archive|Put a scale away' 'unarchive|Bring back a scale that was put away' 'remove|Remove a scale and its readings for good' 'sheet|Make a page of a month with your own scales, a line a day, to print'
        case 'tracker add'
            set __carelog_flags '--unit|x|Its unit, such as h.' '--min|x|The lowest possible reading.' '--max|x|The highest possible reading.' '--better|=higher;lower;neither|Which way is better.' '--about|=night;function;irritability;anxiety;cycle;other|What it measures, for pages that have to know.' '--cover|x|A cover is what others may read instead. Choose something true enough to say out loud if you are asked. It hides words, not that there is a journal.'
            set __carelog_places 'x'
        case 'tracker list'
            set __carelog_flags '--all||Also those that were put away.' '--handles||Show the handle of each, which other commands take.' '-n|x|How many of them, from the top.'
        case 'tracker show'
            set __carelog_flags '-n|x|How many of the newest readings; else 20.'
            set __carelog_places '+j'
        case 'tracker edit'
            set __carelog_flags '--unit|x|Its unit; an empty one takes it away.' '--min|x|The lowest possible reading, or none.' '--max|x|The highest possible reading, or none.' '--better|=higher;lower;neither|Which way is better.' '--about|=night;function;irritability;anxiety;cycle;other|What it measures, for pages that have to know.' '--cover|x|A cover is what others may read instead. Choose something true enough to say out loud if you are asked. It hides words, not that there is a journal.'
            set __carelog_places '+j'
        case 'tracker archive'
            set __carelog_places '+j'
        case 'tracker unarchive'
            set __carelog_places '+j'
        case 'tracker remove'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '+j'
        case 'tracker sheet'
            set __carelog_flags '--month|x|2026-11, november, last or next; this one unless it is given.' '--empty||Nothing filled in, to write by hand.' '--format|=pdf;html;md;txt|pdf, html, md or txt; as FILE ends, else pdf.' '--output/-o|f|Where to; - is standard output.' '--force||Replace a file that is there.'
        case 'contact'
            set __carelog_names 'add|Add someone you can turn to' 'list|List the people and places you can turn to, those on the crisis card first, and who can be reached now' 'show|Show one contact with everything you noted' 'edit|Change a contact: what is given replaces what was there; an empty text removes it' 'remove|Remove a contact for good, from the crisis card too' 'ask|Draft a message that asks someone whether you may call on bad days; or keep what they answered' 'snooze|Leave someone out of “today” for a while' 'import|Look into an address book, and add those you choose' 'export|Write your contacts as vCards for a phone or address book' 'away|Put somebody away: nothing brings the name up by itself' 'back|Bring somebody back with what was put away with them, or one thing by its handle'
        case 'contact add'
            set __carelog_flags '+--phone|x|A number to call, a label in brackets behind it.' '+--text|x|A number to text.' '+--email|x|An e-mail address.' '+--web|x|A web page or a link to a meeting.' '+--address|x|Where they are, or where a group meets.' '--role|=family;friend;peer;group;professional;service|Who they are to you.' '+--good-for|=listening;company;practical;distraction;emergency|What they are good for.' '--hours|x|When they can be reached: Mon-Fri 09:00-17:00.' '--zone|x|The time zone of their hours: Europe/Berlin.' '--crisis|x|Place on the crisis card, from 1; 0 takes it off.' '--say|x|What to say when you call.' '--note|x|A note for yourself; never on the card.' '--meets|x|When a group meets: Tue 19:00 every week.' '--keep-in-touch|x|Have “today” say when it is time to be in touch; off ends it.' '--call|x|What you call them: Jo. It can be typed as well.' '--cover|x|A cover is what others may read instead. Choose something true enough to say out loud if you are asked. It hides words, not that there is a journal.' '--not-on-card/--on-card||Keep it off the crisis card and off the printed card to fold.'
            set __carelog_places 'x'
        case 'contact list'
            set __carelog_flags '--role|=family;friend;peer;group;professional;service|Only those who are this to you.' '--handles||Show the handle of each, which other commands take.' '-n|x|How many of them, from the top.'
        case 'contact show'
            set __carelog_places '+j'
        case 'contact edit'
            set __carelog_flags '+--phone|x|A number to call, a label in brackets behind it.' '+--text|x|A number to text.' '+--email|x|An e-mail address.' '+--web|x|A web page or a link to a meeting.' '+--address|x|Where they are, or where a group meets.' '--role|=family;friend;peer;group;professional;service|Who they are to you.' '+--good-for|=listening;company;practical;distraction;emergency|What they are good for.' '--hours|x|When they can be reached: Mon-Fri 09:00-17:00.' '--zone|x|The time zone of their hours: Europe/Berlin.' '--crisis|x|Place on the crisis card, from 1; 0 takes it off.' '--say|x|What to say when you call.' '--note|x|A note for yourself; never on the card.' '--meets|x|When a group meets: Tue 19:00 every week.' '--keep-in-touch|x|Have “today” say when it is time to be in touch; off ends it.' '--call|x|What you call them: Jo. It can be typed as well.' '--cover|x|A cover is what others may read instead. Choose something true enough to say out loud if you are asked. It hides words, not that there is a journal.' '--not-on-card/--on-card||Keep it off the crisis card and off the printed card to fold.'
            set __carelog_places '+j'
        case 'contact remove'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '+j'
        case 'contact ask'
            set __carelog_flags '--agreed|x|When they answered.' '--yes-to|x|What they said yes to.'
            set __carelog_places '+j'
        case 'contact snooze'
            set __carelog_places 'j' 'x'
        case 'contact import'
            set __carelog_flags '+--only|x|Whom to add, or their number in the list; several times.' '--all||Add everybody in it; it asks first.' '--role|=family;friend;peer;group;professional;service|Who they are to you.' '--yes/-y||Do it without asking.'
            set __carelog_places 'f'
        case 'contact export'
            set __carelog_flags '--with-notes||Your notes about people too.' '--output/-o|f|Where to; - is standard output.' '--force||Replace a file that is there.'
            set __carelog_places 'f'
        case 'contact away'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '+j'
        case 'contact back'
            set __carelog_places '+x'
        case 'plan'
            set __carelog_names 'list|Show your plan: how you notice it, what helps, whom to tell, what to stay for' 'add|Add a step to a part of your plan' 'edit|Walk through your plan, part by part; or change one step: its words, whom it is tied to, its place' 'remove|Remove a step for good' 'review|Read your plan through, and note that you did; after 90 days “today” offers another reading' 'print|Write your plan as a page to print, with a card to fold; or the page that someone you trust gets'
        case 'plan list'
            set __carelog_flags '--handles||Show the handle of each, which other commands take.'
        case 'plan add'
            set __carelog_flags '--with|j|Whom the step is tied to.' '--not-on-card/--on-card||Keep it off the crisis card and off the printed card to fold.'
            set __carelog_places '=signs;alone;distraction;people;professionals;safer;reasons;others;sentence' '+x'
        case 'plan edit'
            set __carelog_flags '--with|j|Whom the step is tied to.' '--place|x|Its new place in its part, from 1.' '--not-on-card/--on-card||Keep it off the crisis card and off the printed card to fold.'
            set __carelog_places '=last' '+x'
        case 'plan remove'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '=last'
        case 'plan review'
        case 'plan print'
            set __carelog_flags '--with|j|The page for a contact of yours.' '--output/-o|f|Where to; - is standard output.' '--force||Replace a file that is there.'
            set __carelog_places 'f'
        case 'keep'
            set __carelog_names 'show|Show a kind word that you kept: another one each day' 'add|Keep what someone said that helped' 'edit|Change a kind word, or who said it' 'list|List the kind words you kept' 'remove|Remove a kind word for good, from your crisis card too'
            set __carelog_alone 'show'
            set __carelog_before_words 'add'
        case 'keep show'
        case 'keep add'
            set __carelog_flags '--with|j|Who said it.'
            set __carelog_places '+x'
        case 'keep edit'
            set __carelog_flags '--with|j|Who said it.'
            set __carelog_places '=last' '+x'
        case 'keep list'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '-n|x|How many of the newest.'
        case 'keep remove'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '=last'
        case 'activity'
            set __carelog_names 'plan|Plan something small and specific' 'done|Note something planned as done, in full or in part, and rate it if you like' 'did|Note something that you did without having planned it' 'skip|Leave something planned for this time' 'show|Show one activity with everything you noted' 'edit|Change an activity: what is given replaces what was there; an empty text removes it' 'list|List what is planned and what was done; or with --back what turned out better than expected' 'remove|Remove an activity for good'
        case 'activity plan'
            set __carelog_flags '--when|x|When it is to be: tomorrow, friday 15:00.' '--with|j|A contact you do it with.' '--kind|=connection;purpose;movement;rest;fun;practical|What it is good for.' '--expect|x|How pleasant you expect it.'
            set __carelog_places '+x'
        case 'activity done'
            set __carelog_flags '--partly||A part of it, which counts.' '--pleasure|x|How pleasant it was.' '--mastery|x|How much you felt able.' '--closeness|x|How close you felt to others.' '--note|x|A few words about it.' '--at|x|When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.'
            set __carelog_places 'j'
        case 'activity did'
            set __carelog_flags '--kind|=connection;purpose;movement;rest;fun;practical|What it is good for.' '--with|j|A contact you do it with.' '--pleasure|x|How pleasant it was.' '--mastery|x|How much you felt able.' '--closeness|x|How close you felt to others.' '--note|x|A few words about it.' '--at|x|When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.'
            set __carelog_places '+x'
        case 'activity skip'
            set __carelog_flags '--why|x|What came in between, if you like.'
            set __carelog_places 'j'
        case 'activity show'
            set __carelog_places 'j'
        case 'activity edit'
            set __carelog_flags '--when|x|Another day and time, or off.' '--with|j|A contact you do it with.' '--kind|=connection;purpose;movement;rest;fun;practical|What it is good for.' '--expect|x|How pleasant you expect it.' '--pleasure|x|How pleasant it was.' '--mastery|x|How much you felt able.' '--closeness|x|How close you felt to others.' '--note|x|A few words about it.' '--at|x|When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.'
            set __carelog_places 'j' '+x'
        case 'activity list'
            set __carelog_flags '--back||What turned out better than you had expected.' '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '-n|x|How many of the newest.'
        case 'activity remove'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places 'j'
        case 'helplines'
            set __carelog_names 'list|List the lines of your country with hours, languages, and when each was last confirmed' 'hide|Leave a line off your crisis card' 'unhide|Put a line back on your crisis card' 'checked|Note that you checked a line\'s number'
            set __carelog_alone 'list'
            set __carelog_before_words 'list'
        case 'helplines list'
            set __carelog_flags '--country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW|Another country than yours: Ireland; several: GB,IE.' '--for|=abuse;alcohol;drugs;eating;young;deaf|Lines that are for this.' '--sources||Where each number comes from.'
            set __carelog_places '+x'
        case 'helplines hide'
            set __carelog_flags '--country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW|Another country than yours: Ireland; several: GB,IE.'
            set __carelog_places '+x'
        case 'helplines unhide'
            set __carelog_flags '--country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW|Another country than yours: Ireland; several: GB,IE.'
            set __carelog_places '+x'
        case 'helplines checked'
            set __carelog_flags '--country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW|Another country than yours: Ireland; several: GB,IE.'
            set __carelog_places '+x'
        case 'sign'
            set __carelog_names 'add|Add a sign, what in the journal would show it, and your own step' 'list|List your signs: what each looks at, how it stands, and your step' 'past|Try a sign on the past: on which days it would have been shown' 'edit|Change a sign: its words, its rule, your step, or what it holds back' 'snooze|Let a sign rest for a while' 'remove|Remove a sign for good'
        case 'sign add'
            set __carelog_flags '--if|x|A rule in words: sleep below 5 on 3 of 5 days.' '--then|x|What you want to do then.' '--hold|x|Ask once more while it is true: drafts, plans, or off.' '--cover|x|A cover is what others may read instead. Choose something true enough to say out loud if you are asked. It hides words, not that there is a journal.'
            set __carelog_places 'x'
        case 'sign list'
            set __carelog_flags '--handles||Show the handle of each, which other commands take.' '-n|x|How many of them, from the top.'
        case 'sign past'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.'
            set __carelog_places 'j'
        case 'sign edit'
            set __carelog_flags '--if|x|A rule in words: sleep below 5 on 3 of 5 days.' '--then|x|What you want to do then.' '--hold|x|Ask once more while it is true: drafts, plans, or off.' '--cover|x|A cover is what others may read instead. Choose something true enough to say out loud if you are asked. It hides words, not that there is a journal.'
            set __carelog_places 'j' '+x'
        case 'sign snooze'
            set __carelog_places 'j' 'x'
        case 'sign remove'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places 'j'
        case 'routine'
            set __carelog_names 'add|Add a routine' 'list|List your routines' 'show|Show one routine with everything you noted' 'edit|Change a routine: what is given replaces what was there; an empty text removes it' 'archive|Put a routine away' 'unarchive|Bring back a routine that was put away: due again from today, with no gap for the time in between' 'remove|Remove a routine and what was noted of it for good'
        case 'routine add'
            set __carelog_flags '--every|x|daily, mon,wed,fri, 3/week, 2/day, 2/3d, every 3 days, as-needed.' '--kind|=habit;medicine|Medicine is kept apart.' '+--time|x|The time of day it is meant for; several if you like.' '--target|x|How much a day, such as 20.' '--unit|x|The unit of the target, such as min.' '--small-version|x|The smallest version that counts on a hard day.' '--purpose|x|What it is for.' '--with|j|A contact you do it with.' '--dose|x|What you take, in your words; a change keeps its date.' '--stock|x|How much there is now.' '--per-dose|x|How much one time takes of it.' '--refill-at|x|When to think of a refill.' '--cover|x|A cover is what others may read instead. Choose something true enough to say out loud if you are asked. It hides words, not that there is a journal.'
            set __carelog_places 'x'
        case 'routine list'
            set __carelog_flags '--all||Also those that were put away.' '--handles||Show the handle of each, which other commands take.' '-n|x|How many of them, from the top.'
        case 'routine show'
            set __carelog_places '+j'
        case 'routine edit'
            set __carelog_flags '--every|x|daily, mon,wed,fri, 3/week, 2/day, 2/3d, every 3 days, as-needed.' '+--time|x|The time of day it is meant for; several if you like.' '--target|x|How much a day, such as 20.' '--unit|x|The unit of the target, such as min.' '--small-version|x|The smallest version that counts on a hard day.' '--purpose|x|What it is for.' '--with|j|A contact you do it with.' '--dose|x|What you take, in your words; a change keeps its date.' '--stock|x|How much there is now.' '--per-dose|x|How much one time takes of it.' '--refill-at|x|When to think of a refill.' '--cover|x|A cover is what others may read instead. Choose something true enough to say out loud if you are asked. It hides words, not that there is a journal.' '--from|x|The day from which it holds, or start for always; today unless it is given.'
            set __carelog_places '+j'
        case 'routine archive'
            set __carelog_places '+j'
        case 'routine unarchive'
            set __carelog_places '+j'
        case 'routine remove'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '+j'
        case 'appointment'
            set __carelog_names 'add|Keep an appointment' 'edit|Change an appointment' 'list|List your appointments, those to come first' 'note|Keep what was agreed at your last appointment; as a routine it is due from today' 'agreed|List what was agreed at your appointments' 'remove|Remove an appointment, or something that was agreed, for good'
        case 'appointment add'
            set __carelog_flags '--with|j|The contact you see.' '--every|x|How often: 1w, 2w, 10 days; off takes it away.' '--until|x|The last day it may fall on; off takes it away.'
            set __carelog_places '+x'
        case 'appointment edit'
            set __carelog_flags '--with|j|The contact you see.' '--every|x|How often: 1w, 2w, 10 days; off takes it away.' '--until|x|The last day it may fall on; off takes it away.'
            set __carelog_places '=last' '+x'
        case 'appointment list'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '-n|x|How many of them, from the top.'
        case 'appointment note'
            set __carelog_flags '--routine||Make a routine of it.' '--every|x|How often, with --routine.'
            set __carelog_places '+x'
        case 'appointment agreed'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '-n|x|How many of the newest.'
        case 'appointment remove'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '=last'
        case 'bring'
            set __carelog_names 'add|Keep something to talk about at your next appointment' 'edit|Change what you want to bring' 'list|List what you want to bring' 'done|Note that you talked about it' 'remove|Remove something you wanted to bring, for good'
            set __carelog_alone 'list'
            set __carelog_before_words 'add'
        case 'bring add'
            set __carelog_flags '--entry|j|An entry to look at together.'
            set __carelog_places '+x'
        case 'bring edit'
            set __carelog_flags '--entry|j|An entry to look at together; off takes it away.'
            set __carelog_places '=last' '+x'
        case 'bring list'
            set __carelog_flags '--all||Also what you talked about.' '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '-n|x|How many of the newest.'
        case 'bring done'
            set __carelog_flags '--all||Everything that is open.'
            set __carelog_places '+=last'
        case 'bring remove'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '=last'
        case 'questionnaire'
            set __carelog_names 'list|List the questionnaires there are, and when you answered each' 'take|Answer a questionnaire, a screen for each question; you can go back, leave one open, or stop' 'show|Show what you answered: dates, totals, bands, and how each stands beside the one before' 'remove|Remove answers for good' 'add|Add a questionnaire that you or your service may use, from a file'
        case 'questionnaire list'
            set __carelog_flags '-n|x|How many of them, from the top.'
        case 'questionnaire take'
            set __carelog_flags '+--answer|x|An answer, once for each question; - leaves it open.' '--difficulty|x|The answer on difficulty, from 0.' '--language|x|The language of the questions, such as de, es-US or fr-CA, where there is one.' '--again||Answer it again before its usual day.'
            set __carelog_places '=phq9;gad7;phq2;gad2;phq4;phq8;k10;k6;pcl5'
        case 'questionnaire take phq9'
            set __carelog_flags '+--answer|x|An answer, once for each question; - leaves it open.' '--difficulty|x|The answer on difficulty, from 0.' '--language|=de;es-US;fr-FR;ko;pl;ru|The language of the questions, such as de, es-US or fr-CA, where there is one.' '--again||Answer it again before its usual day.'
        case 'questionnaire take gad7'
            set __carelog_flags '+--answer|x|An answer, once for each question; - leaves it open.' '--difficulty|x|The answer on difficulty, from 0.' '--language|=da;de;fr-CA;fr-FR;ko;pl;ru|The language of the questions, such as de, es-US or fr-CA, where there is one.' '--again||Answer it again before its usual day.'
        case 'questionnaire take phq2'
            set __carelog_flags '+--answer|x|An answer, once for each question; - leaves it open.' '--difficulty|x|The answer on difficulty, from 0.' '--language|=da;de;es-US;fr-FR;ko;pl;ru|The language of the questions, such as de, es-US or fr-CA, where there is one.' '--again||Answer it again before its usual day.'
        case 'questionnaire take gad2'
            set __carelog_flags '+--answer|x|An answer, once for each question; - leaves it open.' '--difficulty|x|The answer on difficulty, from 0.' '--language|=da;de;fr-CA;fr-FR;ko;pl;ru|The language of the questions, such as de, es-US or fr-CA, where there is one.' '--again||Answer it again before its usual day.'
        case 'questionnaire take phq4'
            set __carelog_flags '+--answer|x|An answer, once for each question; - leaves it open.' '--difficulty|x|The answer on difficulty, from 0.' '--language|x|The language of the questions, such as de, es-US or fr-CA, where there is one.' '--again||Answer it again before its usual day.'
        case 'questionnaire take phq8'
            set __carelog_flags '+--answer|x|An answer, once for each question; - leaves it open.' '--difficulty|x|The answer on difficulty, from 0.' '--language|=da;de;es-US;fr-FR;ko;pl;ru|The language of the questions, such as de, es-US or fr-CA, where there is one.' '--again||Answer it again before its usual day.'
        case 'questionnaire take k10'
            set __carelog_flags '+--answer|x|An answer, once for each question; - leaves it open.' '--difficulty|x|The answer on difficulty, from 0.' '--language|x|The language of the questions, such as de, es-US or fr-CA, where there is one.' '--again||Answer it again before its usual day.'
        case 'questionnaire take k6'
            set __carelog_flags '+--answer|x|An answer, once for each question; - leaves it open.' '--difficulty|x|The answer on difficulty, from 0.' '--language|x|The language of the questions, such as de, es-US or fr-CA, where there is one.' '--again||Answer it again before its usual day.'
        case 'questionnaire take pcl5'
            set __carelog_flags '+--answer|x|An answer, once for each question; - leaves it open.' '--difficulty|x|The answer on difficulty, from 0.' '--language|x|The language of the questions, such as de, es-US or fr-CA, where there is one.' '--again||Answer it again before its usual day.'
        case 'questionnaire show'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '-n|x|How many of the newest.'
            set __carelog_places '=phq9;gad7;phq2;gad2;phq4;phq8;k10;k6;pcl5'
        case 'questionnaire remove'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '=last'
        case 'questionnaire add'
            set __carelog_places 'f'
        case 'goal'
            set __carelog_names 'add|Keep a goal of your own, in your words' 'list|List your goals, with the latest rating of each' 'show|Show every rating of one goal, oldest first' 'rate|Note how close you are to a goal, 0 to 10' 'change|Say a goal in new words' 'let-go|Put a goal down' 'take-up|Take up a goal that you put down, with its ratings' 'remove|Remove a goal and its ratings for good'
        case 'goal add'
            set __carelog_places '+x'
        case 'goal list'
            set __carelog_flags '--all||Also those you put down.' '-n|x|How many of them, from the top.'
        case 'goal show'
            set __carelog_flags '--last|x|How far back: 90d, "12 weeks", "6 months", 1y.' '--from|x|The first day.' '--to|x|The last day; today unless it is given.' '-n|x|How many of the newest.'
            set __carelog_places 'j'
        case 'goal rate'
            set __carelog_flags '--at|x|When it was: 21:30, yesterday 21:00, -2h, 2026-11-21 23:30.'
            set __carelog_places 'j' 'x'
        case 'goal change'
            set __carelog_places 'j' '+x'
        case 'goal let-go'
            set __carelog_places 'j'
        case 'goal take-up'
            set __carelog_places 'j'
        case 'goal remove'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places 'j'
        case 'lock'
            set __carelog_names 'on|Encrypt the journal and its backups' 'off|Take the lock off: the journal and its backups open without a passphrase again' 'now|Lock at once: the next command asks for the passphrase' 'status|Say whether the journal is locked, whether a passphrase is needed now, and what the card shows without it' 'passphrase|Change the passphrase' 'recovery|Make a new recovery code; the old one counts until the new one is typed back. --yes prints it instead' 'card|Choose what of the crisis card stays readable while the journal is locked'
            set __carelog_alone 'status'
            set __carelog_before_words 'status'
        case 'lock on'
            set __carelog_flags '--sheet|f|Write the recovery code on a sheet to print.' '--yes/-y||Do it without asking.'
        case 'lock off'
            set __carelog_flags '--yes/-y||Do it without asking.'
        case 'lock now'
        case 'lock status'
        case 'lock passphrase'
        case 'lock recovery'
            set __carelog_flags '--sheet|f|Write the recovery code on a sheet to print.' '--yes/-y||Do it without asking.'
        case 'lock card'
            set __carelog_places '+=names;full-names;numbers;other-ways;hours;say;lines;sentence;steps;kind;nothing'
        case 'settings'
            set __carelog_names 'list|List every setting with its value and what it is for' 'get|Show one setting' 'set|Change one setting' 'preset|Set several settings that belong together; each is said in a line first' 'edit|Change the settings file in your editor; it is checked before it is kept' 'path|Say where the settings file is'
        case 'settings list'
        case 'settings get'
            set __carelog_places '=country;language;helplines.languages;helplines.for;helplines.text_first;name;day_starts_at;plain;theme;shared_computer;discreet;own_screen;streaks;offer_plan;mood.scale;mood.words;insights.never;lock.cache;lock.card;share.therapist.sections;share.therapist.name;share.ally.sections;share.ally.name'
        case 'settings set'
            set __carelog_places '=country;language;helplines.languages;helplines.for;helplines.text_first;name;day_starts_at;plain;theme;shared_computer;discreet;own_screen;streaks;offer_plan;mood.scale;mood.words;insights.never;lock.cache;lock.card;share.therapist.sections;share.therapist.name;share.ally.sections;share.ally.name' 'x'
        case 'settings set country'
            set __carelog_places 'x'
        case 'settings set language'
            set __carelog_places 'x'
        case 'settings set helplines.languages'
            set __carelog_places 'x'
        case 'settings set helplines.for'
            set __carelog_places '=abuse;alcohol;drugs;eating;young;deaf'
        case 'settings set helplines.text_first'
            set __carelog_places '=on;off'
        case 'settings set name'
            set __carelog_places 'x'
        case 'settings set day_starts_at'
            set __carelog_places '=00:00;12:00;04:00'
        case 'settings set plain'
            set __carelog_places '=on;off'
        case 'settings set theme'
            set __carelog_places '=auto;dark;light'
        case 'settings set shared_computer'
            set __carelog_places '=on;off'
        case 'settings set discreet'
            set __carelog_places '=on;off'
        case 'settings set own_screen'
            set __carelog_places '=on;off'
        case 'settings set streaks'
            set __carelog_places '=on;off'
        case 'settings set offer_plan'
            set __carelog_places '=on;off'
        case 'settings set mood.scale'
            set __carelog_places '=one-sided;two-sided'
        case 'settings set mood.words'
            set __carelog_places 'x'
        case 'settings set insights.never'
            set __carelog_places 'x'
        case 'settings set lock.cache'
            set __carelog_places '=0;1440'
        case 'settings set lock.card'
            set __carelog_places '=names;full-names;numbers;other-ways;hours;say;lines;sentence;steps;kind;nothing'
        case 'settings set share.therapist.sections'
            set __carelog_places '=topics,safety,mood'
        case 'settings set share.therapist.name'
            set __carelog_places '=as-set;initials;not'
        case 'settings set share.ally.sections'
            set __carelog_places '=topics,safety,mood'
        case 'settings set share.ally.name'
            set __carelog_places '=as-set;initials;not'
        case 'settings preset'
            set __carelog_flags '--yes/-y||Do it without asking.'
            set __carelog_places '=shared-computer'
        case 'settings edit'
        case 'settings path'
        case '*'
            return 1
    end
    set -a __carelog_flags '--json||Answer for programs: one JSON envelope.' '--no-plain/--plain||Words instead of drawings.' '--no-discreet/--discreet||No names, notes or pictures on pages.' '--help||Show this page.'
    return 0
end

function __carelog_ask # takes words, never code
    set -lx _CARELOG_COMPLETE complete_fish
    set -lx _CARELOG_WORDS (string join \x1f -- (commandline -opc))
    set -lx _CARELOG_WORD (commandline -ct)
    carelog 2>/dev/null
    if test $status -eq 3
        __fish_complete_path (commandline -ct)
    end
end

function __carelog_add # BEFORE BEGUN WORD|HELP...: what fits; asks carelog where there is nothing
    set -l pattern (string escape --style=regex -- $argv[2])
    if test -n "$argv[2]"; and not string match -qri -- "^[^|]*$pattern" $argv[3..]
        __carelog_ask
        return
    end
    for each in $argv[3..]
        set -l word (string split -m 1 '|' -- $each)
        echo $argv[1](string join \t -- $word)
    end
end

function __carelog_names_and_files # BEGUN: the commands that begin so, and the files
    for each in $__carelog_names
        string match -q -- "$argv[1]*" $each
        and string join \t -- (string split -m 1 '|' -- $each)
    end
    __carelog_offer f '' "$argv[1]"
end

function __carelog_offer # KIND BEFORE BEGUN
    switch "$argv[1]"
        case j
            __carelog_ask
        case f
            for each in (__fish_complete_path "$argv[3]")
                echo "$argv[2]$each"
            end
        case '=*'
            __carelog_add "$argv[2]" "$argv[3]" (string split ';' -- (string sub -s 2 -- $argv[1]))
    end
end

function __carelog_flag # NAME: sets known to the names of this option, kind to what follows it
    for each in $__carelog_flags
        set -l parts (string split -m 2 '|' -- $each)
        if contains -- $argv[1] (string split / -- (string trim -l -c + -- $parts[1]))
            set -g __carelog_known $parts[1]
            set -g __carelog_kind $parts[2]
            return 0
        end
    end
    return 1
end

function __carelog_offer_flags # BEGUN: the options, none that was given and counts once
    set -l offered
    for each in $__carelog_flags
        set -l parts (string split -m 2 '|' -- $each)
        if string match -q '+*' -- $parts[1]; or not contains -- $parts[1] $__carelog_given
            for form in (string split / -- (string trim -l -c + -- $parts[1]))
                set -a offered "$form|$parts[3]"
            end
        end
    end
    __carelog_add '' $argv[1] $offered
end

function __carelog_enter # WORD: goes one step down; where there is none of that name, everything stays
    set -l were $__carelog_places
    set -l below (string trim -- "$__carelog_path $argv[1]")
    if test -z "$__carelog_path" -a "$argv[1]" = help
        set -g __carelog_is_manual 1
        set -g __carelog_names $__carelog_names[..-2] 'discreet|A page of help' 'environment|A page of help' 'exit-codes|A page of help'
    else if __carelog_look_up $below
        set -g __carelog_path $below
    else
        __carelog_look_up "$__carelog_path"
        set -g __carelog_places $were
        return 1
    end
end

function __carelog_read # WORD: goes on from a word before the cursor; fails where this table does not know it
    if test -n "$__carelog_wanted"
        set -g __carelog_wanted
    else if test -n "$__carelog_is_text"; or not string match -qr -- '^-[^0-9]' $argv[1]
        __carelog_read_word $argv[1]
        return
    else if test "$argv[1]" = --
        set -g __carelog_is_text 1
    else
        set -l name (string split -m 1 = -- $argv[1])
        if not __carelog_flag $name[1]
            test -n "$__carelog_before_words"
            and __carelog_enter $__carelog_before_words
            and __carelog_flag $name[1]
            or return 1
        end
        set -a __carelog_given $__carelog_known
        if not set -q name[2]
            set -g __carelog_wanted $__carelog_kind
        end
    end
    return 0
end

function __carelog_read_word # WORD: goes into a group, or past an argument
    if set -q __carelog_names[1]
        if test -z "$__carelog_is_text"; and string match -q -- "$argv[1]|*" (string replace -r '(\|.*)?$' '|' -- $__carelog_names)
            __carelog_enter $argv[1]
            return
        end
        if set -q __carelog_places[1]
            set -g __carelog_names
        else
            test -n "$__carelog_before_words"
            and __carelog_enter $__carelog_before_words
            or return 1
        end
    end
    if string match -q '=*' -- $__carelog_places[1]; and __carelog_enter $argv[1]
        return 0
    end
    string match -q '+*' -- $__carelog_places[1]
    or set -e __carelog_places[1]
    return 0
end

function __carelog_completion
    set -l typed (commandline -opc)
    set -l begun (commandline -ct)
    set -l value (string split -m 1 = -- $begun)
    for each in path given wanted is_text is_manual
        set -g __carelog_$each
    end
    __carelog_look_up ''
    for each in $typed[2..]
        if test -n "$__carelog_is_manual"; and string match -q -- '-*' $each; or not __carelog_read $each
            __carelog_ask
            return
        end
    end
    if test -n "$__carelog_wanted"
        __carelog_offer $__carelog_wanted '' "$begun"
    else if test -z "$__carelog_is_text$__carelog_is_manual"; and string match -q -- '-*' $begun
        set -q __carelog_names[1]; and test -n "$__carelog_alone"; and __carelog_enter $__carelog_alone
        if not set -q value[2]
            __carelog_offer_flags $begun
        else if __carelog_flag $value[1]
            __carelog_offer "$__carelog_kind" "$value[1]=" "$value[2]"
        else
            __carelog_ask
        end
    else if set -q __carelog_names[1]; and set -q __carelog_places[1]; and test -z "$__carelog_is_text$__carelog_is_manual"
        __carelog_names_and_files "$begun"
    else if set -q __carelog_names[1]; and test -z "$__carelog_is_text"
        __carelog_add '' "$begun" $__carelog_names
    else if test -z "$__carelog_is_manual"; and set -q __carelog_places[1]
        __carelog_offer (string trim -l -c + -- $__carelog_places[1]) '' "$begun"
    end
    return 0
end

complete --command carelog --no-files --arguments '(__carelog_completion)'
