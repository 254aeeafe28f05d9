# TAB for carelog in bash. Made by scripts/make_for_shells.py: commands, options and fixed words stand here, and carelog
# itself is asked for names of the journal alone, and for what this script does not know.

_carelog_look_up() { # PATH: sets names, flags, places, alone, before_words of a command or group
    names='' flags='' places='' alone='' before_words=''
    case $1 in
    '') names='mood note track feelings log show on-this-day edit delete undo crisis sos reach reached agenda done skip last pause resume today due week streaks trends calendar insights export shares import backup restore verify forget traces erase start demo tracker contact plan keep activity helplines sign routine appointment bring questionnaire goal lock settings help' flags='--version/-V| --verbose| --install-completion|=bash;zsh;fish --show-completion|=bash;zsh;fish' ;;
    'mood') flags='+--feel|j +--tag|j +--track|j --at|x --private| --edit| --sealed|' places='+x' ;;
    'note') flags='+--feel|j +--tag|j +--track|j --at|x --private| --edit| --sealed|' places='+x' ;;
    'track') flags='--at|x --private|' places='+j' ;;
    'feelings')  ;;
    'log') flags='--last|x --from|x --to|x +--tag|j +--feel|j +--search|x --min|x --max|x -n|x' places='+x' ;;
    'show') places='+j' ;;
    'on-this-day') flags='-n|x' ;;
    'edit') flags='--mood|x +--feel|j +--tag|j +--track|j --at|x --not-private/--private| --edit|' places='j +x' ;;
    'delete') flags='--yes/-y|' places='+j' ;;
    'undo')  ;;
    'crisis') flags='--all| --step| --qr| --text-first| --country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW' ;;
    'sos') flags='--all| --step| --qr| --text-first| --country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW' ;;
    'reach') flags='+--good-for|=listening;company;practical;distraction;emergency' places='+j' ;;
    'reached') flags='--helped|=yes;some;no --note|x --at|x' places='+j' ;;
    'agenda') flags='--output/-o|f --neutral| --force|' places='f' ;;
    'done') flags='--amount|x --small| +--at|x +--for|x --note|x --again|' places='+j' ;;
    'skip') flags='--why|x +--at|x +--for|x --again|' places='+j' ;;
    'last') places='+j' ;;
    'pause') places='+x' ;;
    'resume')  ;;
    'today') places='+x' ;;
    'due') flags='--exit-code|' ;;
    'week') flags='--last|x --from|x --to|x' places='+x' ;;
    'streaks') flags='--last|x --from|x --to|x' places='+j' ;;
    'trends') flags='--last|x --from|x --to|x --instability|' places='+x' ;;
    'calendar') flags='--years|x --last|x --from|x --to|x' places='x' ;;
    'insights') flags='--last|x --from|x --to|x --people| --kind|=feeling;tag;tracker;routine;person;activity;questionnaire --day-after| +--never|j' places='+j' ;;
    'export') flags='--for|=therapist;ally;self --last|x --from|x --to|x --as|=page;life-chart --format|=pdf;html;md;txt;csv;json --paper|=a4;letter --password| --by-year| --by-day| +--include|=name;topics;safety;scores;goals;mood;trackers;medicines;routines;obstacles;together;people;activities;days;feelings;words;notes +--leave-out|=name;topics;safety;scores;goals;mood;trackers;medicines;routines;obstacles;together;people;activities;days;feelings;words;notes --say-left-out| +--strike|x +--without|j --ask|x --with|j --output/-o|f --yes/-y| --force|' places='=therapist;ally;self' ;;
    'shares') flags='--last|x --from|x --to|x -n|x' ;;
    'import') names='list undo' flags='--apply| +--map|x +--column|x' places='+f' ;;
    'import list') flags='--last|x --from|x --to|x -n|x' ;;
    'import undo') flags='--yes/-y|' places='=last' ;;
    'backup') flags='--output/-o|f' places='f' ;;
    'restore') flags='--yes/-y|' places='f' ;;
    'verify') flags='--repair|f --of|f --fix-permissions|' ;;
    'forget') flags='--yes/-y| --remove| --drafts|' places='+f' ;;
    'traces')  ;;
    'erase') flags='--yes/-y|' ;;
    'start') flags='--again|' ;;
    'demo') flags='--years|x --a-day|x' places='f' ;;
    'tracker') names='add list show edit archive unarchive remove sheet' ;;
    'tracker add') flags='--unit|x --min|x --max|x --better|=higher;lower;neither --about|=night;function;irritability;anxiety;cycle;other --cover|x' places='x' ;;
    'tracker list') flags='--all| --handles| -n|x' ;;
    'tracker show') flags='-n|x' places='+j' ;;
    'tracker edit') flags='--unit|x --min|x --max|x --better|=higher;lower;neither --about|=night;function;irritability;anxiety;cycle;other --cover|x' places='+j' ;;
    'tracker archive') places='+j' ;;
    'tracker unarchive') places='+j' ;;
    'tracker remove') flags='--yes/-y|' places='+j' ;;
    'tracker sheet') flags='--month|x --empty| --format|=pdf;html;md;txt --output/-o|f --force|' ;;
    'contact') names='add list show edit remove ask snooze import export away back' ;;
    'contact add') flags='+--phone|x +--text|x +--email|x +--web|x +--address|x --role|=family;friend;peer;group;professional;service +--good-for|=listening;company;practical;distraction;emergency --hours|x --zone|x --crisis|x --say|x --note|x --meets|x --keep-in-touch|x --call|x --cover|x --not-on-card/--on-card|' places='x' ;;
    'contact list') flags='--role|=family;friend;peer;group;professional;service --handles| -n|x' ;;
    'contact show') places='+j' ;;
    'contact edit') flags='+--phone|x +--text|x +--email|x +--web|x +--address|x --role|=family;friend;peer;group;professional;service +--good-for|=listening;company;practical;distraction;emergency --hours|x --zone|x --crisis|x --say|x --note|x --meets|x --keep-in-touch|x --call|x --cover|x --not-on-card/--on-card|' places='+j' ;;
    'contact remove') flags='--yes/-y|' places='+j' ;;
    'contact ask') flags='--agreed|x --yes-to|x' places='+j' ;;
    'contact snooze') places='j x' ;;
    'contact import') flags='+--only|x --all| --role|=family;friend;peer;group;professional;service --yes/-y|' places='f' ;;
    'contact export') flags='--with-notes| --output/-o|f --force|' places='f' ;;
    'contact away') flags='--yes/-y|' places='+j' ;;
    'contact back') places='+x' ;;
    'plan') names='list add edit remove review print' ;;
    'plan list') flags='--handles|' ;;
    'plan add') flags='--with|j --not-on-card/--on-card|' places='=signs;alone;distraction;people;professionals;safer;reasons;others;sentence +x' ;;
    'plan edit') flags='--with|j --place|x --not-on-card/--on-card|' places='=last +x' ;;
    'plan remove') flags='--yes/-y|' places='=last' ;;
    'plan review')  ;;
    'plan print') flags='--with|j --output/-o|f --force|' places='f' ;;
    'keep') names='show add edit list remove' alone='show' before_words='add' ;;
    'keep show')  ;;
    'keep add') flags='--with|j' places='+x' ;;
    'keep edit') flags='--with|j' places='=last +x' ;;
    'keep list') flags='--last|x --from|x --to|x -n|x' ;;
    'keep remove') flags='--yes/-y|' places='=last' ;;
    'activity') names='plan done did skip show edit list remove' ;;
    'activity plan') flags='--when|x --with|j --kind|=connection;purpose;movement;rest;fun;practical --expect|x' places='+x' ;;
    'activity done') flags='--partly| --pleasure|x --mastery|x --closeness|x --note|x --at|x' places='j' ;;
    'activity did') flags='--kind|=connection;purpose;movement;rest;fun;practical --with|j --pleasure|x --mastery|x --closeness|x --note|x --at|x' places='+x' ;;
    'activity skip') flags='--why|x' places='j' ;;
    'activity show') places='j' ;;
    'activity edit') flags='--when|x --with|j --kind|=connection;purpose;movement;rest;fun;practical --expect|x --pleasure|x --mastery|x --closeness|x --note|x --at|x' places='j +x' ;;
    'activity list') flags='--back| --last|x --from|x --to|x -n|x' ;;
    'activity remove') flags='--yes/-y|' places='j' ;;
    'helplines') names='list hide unhide checked' alone='list' before_words='list' ;;
    'helplines list') flags='--country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW --for|=abuse;alcohol;drugs;eating;young;deaf --sources|' places='+x' ;;
    'helplines hide') flags='--country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW' places='+x' ;;
    'helplines unhide') flags='--country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW' places='+x' ;;
    'helplines checked') flags='--country|=AD;AE;AF;AG;AI;AL;AM;AO;AR;AS;AT;AU;AW;AX;AZ;BA;BB;BD;BE;BF;BG;BH;BI;BJ;BM;BN;BO;BQ;BR;BS;BT;BW;BY;BZ;CA;CC;CF;CG;CH;CI;CK;CL;CM;CN;CO;CR;CU;CV;CW;CX;CY;CZ;DE;DJ;DK;DM;DO;DZ;EC;EE;EG;EH;ER;ES;ET;FI;FJ;FK;FM;FO;FR;GB;GD;GE;GF;GG;GH;GI;GL;GM;GP;GR;GS;GT;GU;GW;GY;HK;HN;HR;HT;HU;ID;IE;IL;IM;IN;IO;IQ;IR;IS;IT;JE;JM;JO;JP;KE;KG;KH;KI;KM;KN;KR;KW;KY;KZ;LA;LB;LC;LI;LK;LR;LS;LT;LU;LV;LY;MA;MC;MD;ME;MF;MG;MH;MK;ML;MM;MN;MO;MP;MQ;MR;MS;MT;MU;MV;MW;MX;MY;MZ;NA;NC;NE;NG;NI;NL;NO;NP;NR;NU;NZ;OM;PA;PE;PF;PG;PH;PK;PL;PM;PR;PS;PT;PW;PY;QA;RE;RO;RS;RU;RW;SA;SB;SC;SD;SE;SG;SH;SI;SJ;SK;SL;SM;SN;SO;SR;SS;ST;SV;SX;SY;SZ;TC;TG;TH;TJ;TL;TM;TN;TO;TR;TT;TV;TW;TZ;UA;UG;US;UY;UZ;VA;VC;VE;VG;VI;VN;VU;WF;WS;YT;ZA;ZM;ZW' places='+x' ;;
    'sign') names='add list past edit snooze remove' ;;
    'sign add') flags='--if|x --then|x --hold|x --cover|x' places='x' ;;
    'sign list') flags='--handles| -n|x' ;;
    'sign past') flags='--last|x --from|x --to|x' places='j' ;;
    'sign edit') flags='--if|x --then|x --hold|x --cover|x' places='j +x' ;;
    'sign snooze') places='j x' ;;
    'sign remove') flags='--yes/-y|' places='j' ;;
    'routine') names='add list show edit archive unarchive remove' ;;
    'routine add') flags='--every|x --kind|=habit;medicine +--time|x --target|x --unit|x --small-version|x --purpose|x --with|j --dose|x --stock|x --per-dose|x --refill-at|x --cover|x' places='x' ;;
    'routine list') flags='--all| --handles| -n|x' ;;
    'routine show') places='+j' ;;
    'routine edit') flags='--every|x +--time|x --target|x --unit|x --small-version|x --purpose|x --with|j --dose|x --stock|x --per-dose|x --refill-at|x --cover|x --from|x' places='+j' ;;
    'routine archive') places='+j' ;;
    'routine unarchive') places='+j' ;;
    'routine remove') flags='--yes/-y|' places='+j' ;;
    'appointment') names='add edit list note agreed remove' ;;
    'appointment add') flags='--with|j --every|x --until|x' places='+x' ;;
    'appointment edit') flags='--with|j --every|x --until|x' places='=last +x' ;;
    'appointment list') flags='--last|x --from|x --to|x -n|x' ;;
    'appointment note') flags='--routine| --every|x' places='+x' ;;
    'appointment agreed') flags='--last|x --from|x --to|x -n|x' ;;
    'appointment remove') flags='--yes/-y|' places='=last' ;;
    'bring') names='add edit list done remove' alone='list' before_words='add' ;;
    'bring add') flags='--entry|j' places='+x' ;;
    'bring edit') flags='--entry|j' places='=last +x' ;;
    'bring list') flags='--all| --last|x --from|x --to|x -n|x' ;;
    'bring done') flags='--all|' places='+=last' ;;
    'bring remove') flags='--yes/-y|' places='=last' ;;
    'questionnaire') names='list take show remove add' ;;
    'questionnaire list') flags='-n|x' ;;
    'questionnaire take') flags='+--answer|x --difficulty|x --language|x --again|' places='=phq9;gad7;phq2;gad2;phq4;phq8;k10;k6;pcl5' ;;
    'questionnaire take phq9') flags='+--answer|x --difficulty|x --language|=de;es-US;fr-FR;ko;pl;ru --again|' ;;
    'questionnaire take gad7') flags='+--answer|x --difficulty|x --language|=da;de;fr-CA;fr-FR;ko;pl;ru --again|' ;;
    'questionnaire take phq2') flags='+--answer|x --difficulty|x --language|=da;de;es-US;fr-FR;ko;pl;ru --again|' ;;
    'questionnaire take gad2') flags='+--answer|x --difficulty|x --language|=da;de;fr-CA;fr-FR;ko;pl;ru --again|' ;;
    'questionnaire take phq4') flags='+--answer|x --difficulty|x --language|x --again|' ;;
    'questionnaire take phq8') flags='+--answer|x --difficulty|x --language|=da;de;es-US;fr-FR;ko;pl;ru --again|' ;;
    'questionnaire take k10') flags='+--answer|x --difficulty|x --language|x --again|' ;;
    'questionnaire take k6') flags='+--answer|x --difficulty|x --language|x --again|' ;;
    'questionnaire take pcl5') flags='+--answer|x --difficulty|x --language|x --again|' ;;
    'questionnaire show') flags='--last|x --from|x --to|x -n|x' places='=phq9;gad7;phq2;gad2;phq4;phq8;k10;k6;pcl5' ;;
    'questionnaire remove') flags='--yes/-y|' places='=last' ;;
    'questionnaire add') places='f' ;;
    'goal') names='add list show rate change let-go take-up remove' ;;
    'goal add') places='+x' ;;
    'goal list') flags='--all| -n|x' ;;
    'goal show') flags='--last|x --from|x --to|x -n|x' places='j' ;;
    'goal rate') flags='--at|x' places='j x' ;;
    'goal change') places='j +x' ;;
    'goal let-go') places='j' ;;
    'goal take-up') places='j' ;;
    'goal remove') flags='--yes/-y|' places='j' ;;
    'lock') names='on off now status passphrase recovery card' alone='status' before_words='status' ;;
    'lock on') flags='--sheet|f --yes/-y|' ;;
    'lock off') flags='--yes/-y|' ;;
    'lock now')  ;;
    'lock status')  ;;
    'lock passphrase')  ;;
    'lock recovery') flags='--sheet|f --yes/-y|' ;;
    'lock card') places='+=names;full-names;numbers;other-ways;hours;say;lines;sentence;steps;kind;nothing' ;;
    'settings') names='list get set preset edit path' ;;
    'settings list')  ;;
    'settings get') places='=country;language;helplines.languages;helplines.for;helplines.text_first;name;day_starts_at;plain;theme;shared_computer;discreet;own_screen;streaks;offer_plan;mood.scale;mood.words;insights.never;lock.cache;lock.card;share.therapist.sections;share.therapist.name;share.ally.sections;share.ally.name' ;;
    'settings set') places='=country;language;helplines.languages;helplines.for;helplines.text_first;name;day_starts_at;plain;theme;shared_computer;discreet;own_screen;streaks;offer_plan;mood.scale;mood.words;insights.never;lock.cache;lock.card;share.therapist.sections;share.therapist.name;share.ally.sections;share.ally.name x' ;;
    'settings set country') places='x' ;;
    'settings set language') places='x' ;;
    'settings set helplines.languages') places='x' ;;
    'settings set helplines.for') places='=abuse;alcohol;drugs;eating;young;deaf' ;;
    'settings set helplines.text_first') places='=on;off' ;;
    'settings set name') places='x' ;;
    'settings set day_starts_at') places='=00:00;12:00;04:00' ;;
    'settings set plain') places='=on;off' ;;
    'settings set theme') places='=auto;dark;light' ;;
    'settings set shared_computer') places='=on;off' ;;
    'settings set discreet') places='=on;off' ;;
    'settings set own_screen') places='=on;off' ;;
    'settings set streaks') places='=on;off' ;;
    'settings set offer_plan') places='=on;off' ;;
    'settings set mood.scale') places='=one-sided;two-sided' ;;
    'settings set mood.words') places='x' ;;
    'settings set insights.never') places='x' ;;
    'settings set lock.cache') places='=0;1440' ;;
    'settings set lock.card') places='=names;full-names;numbers;other-ways;hours;say;lines;sentence;steps;kind;nothing' ;;
    'settings set share.therapist.sections') places='=topics,safety,mood' ;;
    'settings set share.therapist.name') places='=as-set;initials;not' ;;
    'settings set share.ally.sections') places='=topics,safety,mood' ;;
    'settings set share.ally.name') places='=as-set;initials;not' ;;
    'settings preset') flags='--yes/-y|' places='=shared-computer' ;;
    'settings edit')  ;;
    'settings path')  ;;
    *) return 1 ;;
    esac
    flags="$flags --json| --no-plain/--plain| --no-discreet/--discreet| --help|"
}

_carelog_ask() { # PROGRAM: takes words, never code, and puts no name of the journal anywhere but into COMPREPLY
    local out line
    out=$(_CARELOG_COMPLETE=complete_bash _CARELOG_LINE="${COMP_LINE:0:COMP_POINT}" \
        _CARELOG_WORD="${COMP_WORDS[COMP_CWORD]}" "$1" 2>/dev/null)
    if [[ $? -eq 3 ]]; then
        _carelog_files
        return
    fi
    while IFS= read -r line; do
        [[ -n $line ]] && COMPREPLY+=("$line")
    done <<<"$out"
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}

_carelog_files() { compopt -o default -o filenames 2>/dev/null; }

_carelog_names_and_files() { # WORD: the commands that begin so, and the files
    local each
    for each in $names; do
        [[ $each == "$1"* ]] && COMPREPLY+=("$each")
    done
    _carelog_files
    [[ ${#COMPREPLY[@]} -gt 0 ]] || return 0
    while IFS= read -r each; do
        [[ -n $each ]] && COMPREPLY+=("$each")
    done <<<"$(compgen -f -- "$1")"
}

_carelog_flag() { # NAME: sets known to what help and this table call it, kind to what follows it
    local each
    for each in $flags; do
        known=${each%%|*} kind=${each#*|}
        [[ /${known#+}/ == *"/$1/"* ]] && return
    done
    return 1
}

_carelog_offer() { # PROGRAM KIND WORD [BEFORE]: what fits of this kind and begins so, behind what stands before it
    local IFS=';' each
    case $2 in
    j) _carelog_ask "$1" ;;
    f) _carelog_files ;;
    =*)
        for each in ${2#=}; do
            [[ $each == "$3"* ]] || continue
            each=$4$each
            COMPREPLY+=("${each#"$parted"}")
        done
        [[ ${#COMPREPLY[@]} -gt 0 || -z $3 ]] || _carelog_ask "$1"
        ;;
    esac
}

_carelog_offer_flags() { # PROGRAM WORD: the options that begin so, none that was given and counts once
    local each form
    for each in $flags; do
        known=${each%%|*}
        [[ $known == +* || $given != *" $known "* ]] || continue
        for form in ${known//\// }; do
            form=${form#+}
            [[ $form == "$2"* ]] && COMPREPLY+=("$form")
        done
    done
    [[ ${#COMPREPLY[@]} -gt 0 ]] || _carelog_ask "$1"
}

_carelog_split() { # sets typed to the words up to the cursor, joined where bash parted them at = and :
    local rest=${COMP_LINE:0:COMP_POINT} each number=-1
    for each in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        if [[ $number -lt 0 || -z $rest || $rest == [[:space:]]* ]]; then
            rest=${rest#"${rest%%[![:space:]]*}"}
            number=$((number + 1))
            typed[number]='' parted=''
        else
            parted=${typed[number]}
        fi
        [[ $rest == "$each"* ]] || each=$rest
        typed[number]+=$each
        rest=${rest#"$each"}
    done
    [[ $each == [=:] ]] && parted=${typed[number]}
    begun=${typed[number]}
}

_carelog_read() { # WORD: goes on from a word before the cursor; fails where this table does not know it
    local known kind
    if [[ -n $wanted ]]; then
        wanted=''
    elif [[ -n $is_text || $1 == - || $1 == -[0-9]* || $1 != -* ]]; then
        _carelog_read_word "$1"
    elif [[ $1 == -- ]]; then
        is_text=1
    else
        if ! _carelog_flag "${1%%=*}"; then
            [[ -n $before_words ]] && _carelog_enter "$before_words" && _carelog_flag "${1%%=*}" || return 1
        fi
        given+="$known "
        [[ -z $kind || $1 == *=* ]] || wanted=$kind
    fi
}

_carelog_read_word() { # WORD: goes into a group, or past an argument
    if [[ -n $names ]]; then
        if [[ -z $is_text && " $names " == *" $1 "* ]]; then
            _carelog_enter "$1"
            return
        fi
        if [[ -n $places ]]; then
            names=''
        else
            [[ -n $before_words ]] && _carelog_enter "$before_words" || return 1
        fi
    fi
    [[ $places == =* ]] && _carelog_enter "$1" && return
    [[ $places == +* ]] || places=${places#"${places%% *}"} places=${places# }
}

_carelog_enter() { # WORD: goes one step down; where there is none of that name, everything stays
    local were=$places
    if [[ -z $path && $1 == help ]]; then
        is_manual=1
        names="${names% help} discreet environment exit-codes"
    elif _carelog_look_up "${path:+$path }$1"; then
        path="${path:+$path }$1"
    else
        _carelog_look_up "$path"
        places=$were
        return 1
    fi
}

_carelog_completion() {
    local IFS=$' \t\n' names flags places alone before_words path='' given=' ' wanted='' is_text='' is_manual=''
    local typed=() begun='' parted='' known kind each
    COMPREPLY=()
    _carelog_split
    [[ ${#typed[@]} -gt 1 ]] || return 0
    _carelog_look_up ''
    for each in "${typed[@]:1:${#typed[@]}-2}"; do
        if [[ -n $is_manual && $each == -* ]] || ! _carelog_read "$each"; then
            _carelog_ask "$1"
            return 0
        fi
    done
    if [[ $begun == *[\'\"\\\$\`]* ]]; then
        _carelog_ask "$1"
    elif [[ -n $wanted ]]; then
        _carelog_offer "$1" "$wanted" "$begun"
    elif [[ -z $is_text && -z $is_manual && $begun == -* ]]; then
        [[ -n $names && -n $alone ]] && _carelog_enter "$alone"
        if [[ $begun != --*=* ]]; then
            _carelog_offer_flags "$1" "$begun"
        elif _carelog_flag "${begun%%=*}"; then
            _carelog_offer "$1" "$kind" "${begun#*=}" "${begun%%=*}="
        else
            _carelog_ask "$1"
        fi
    elif [[ -n $names && -n $places && -z $is_text$is_manual ]]; then
        _carelog_names_and_files "$begun"
    elif [[ -n $names && -z $is_text ]]; then
        _carelog_offer "$1" "=${names// /;}" "$begun"
    elif [[ -z $is_manual ]]; then
        each=${places%% *}
        _carelog_offer "$1" "${each#+}" "$begun"
    fi
    return 0
}

complete -F _carelog_completion carelog
