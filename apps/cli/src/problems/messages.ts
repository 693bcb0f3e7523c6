import { fill, type Lang, type Text } from '@schaalsprong/agenda';

/** Every text of the command line, in both languages; `{…}` is filled in. */
export const messages = {
  help: {
    nl: `schaalsprong: de strategische agenda van een regio als werkend systeem

Gebruik
  schaalsprong assess [opties]    stand van elke doelstelling en ambitie
  schaalsprong audit [MAP]        kloppen de getallen van de agenda met elkaar?
  schaalsprong check [MAP]        laad en controleer een regiomap
  schaalsprong simulate MODEL     reken een model door, in een of veel toekomsten
  schaalsprong read DOCUMENT      vind de getallen in een document (.pdf, .docx, .html, .txt)
  schaalsprong new REGIO          begin een regiomap
  schaalsprong discover METHODE   in welke toekomsten gebeurt het? (prim, cart, logistic)
  schaalsprong sample METHODE [REGIO|BESTAND]  trek toekomsten volgens een plan
  schaalsprong sensitivity METHODE  welke invoer een uitkomst stuurt
  schaalsprong robustness MATRIX.csv  hoe beleid standhoudt over vele toekomsten
  schaalsprong search REGIO|--problem P  zoek pakketten die alle rode lijnen halen
  schaalsprong why [MAP] --target DOEL  wat brengt een doelstelling van het ene scenario naar het andere?
  schaalsprong backtest [MAP]     hoe zou het model het vroeger gedaan hebben?
  schaalsprong ingest BRON        haal cijfers op van een statistiekbureau, of uit een bestand
  schaalsprong ingest status      hoe vers is elke indicator?
  schaalsprong help               deze tekst

Opties van assess
  --region MAP       regiomap (standaard regions/brainport)
  --scenario WAT     id van een scenario van de regio, of een YAML-bestand
  --viewpoint ID     met de bereiken van een zienswijze van de regio, of together: alle door elkaar
  --futures N        aantal toekomsten, 1 of meer (standaard van de regio)
  --seed S           begingetal van de trekking, 0 of meer (standaard van de regio)
  --threads T        aantal rekendraden (standaard: zo veel als er processoren zijn)
  --json             voor programma's; dezelfde invoer geeft dezelfde bytes
  --csv              een rij per doelstelling
  --out BESTAND      schrijf de uitkomst naar een bestand

Opties van audit; zonder MAP regions/brainport
  --setting WAT      hoe ruim woorden als 'circa' tellen: bare, default (standaard) of generous
  --assume ID        neem deze aanname mee; mag vaker
  --without ID       laat deze aanname weg; mag vaker
  --reading BEWERING=LEZING  neem een bewering in een lezing; mag vaker
  --kind SOORT       alleen deze soorten, met komma's ertussen; mag vaker
  --strict           afsluitcode 1 als er iets openstaat dat niet samen kan
  --against WAT      vergelijk met een andere regiomap, of met een YAML-bestand met beweringen
  --scenario WAT     houd de uitkomst van het model in dit scenario ernaast (met --futures, --seed, --threads)
  --results BESTAND  houd uitkomsten uit een CSV-bestand ernaast, zoals assess --csv ze schrijft
  --json, --csv, --markdown, --out BESTAND

Opties van check
  --json             voor programma's

Opties van simulate; MODEL is een bestand (.mdl, .xmile, .stmx), een regiomap of de naam van een regio
  --set NAAM=GETAL   geef een constante een andere waarde; mag vaker
  --uncertain BESTAND  bereiken en verdelingen voor constanten (YAML, JSON of CSV)
  --futures N        aantal toekomsten (standaard 1, met --uncertain 1000)
  --seed S           begingetal van de trekking, 0 of meer (standaard 0)
  --outcomes A,B     welke variabelen (standaard de voorraden, of die van de regio); mag vaker
  --all              alle variabelen
  --scenario WAT     van een regio: met de knoppen en aannames van dit scenario (id of YAML-bestand)
  --out BESTAND      alle getallen: .csv, .parquet of .arrow, een rij per toekomst en tijd; .tar.gz voor EMA Workbench
  --keep MAP         bewaar elke toekomst in een map; een run die is afgebroken gaat daar verder
  --from MAP         in plaats van MODEL: bekijk wat bewaard is, of schrijf het met --out naar een bestand
  --json             voor programma's; van veel toekomsten p10, p50, p90 en gemiddelde
  --data PAD         map of bestand met gegevens voor het model (.csv, .tab, .dat, .xlsx, .xls); mag vaker
  --mode exact|fast  in de volgorde van het model (standaard), of sneller met een afwijking in de laatste cijfers
  --threads T        aantal rekendraden
  --units fail|warn|off  eenheden die niet kloppen: fout, waarschuwing (standaard voor een bestand), of niet bekeken

Opties van read
  --json, --csv      voor programma's; --text geeft de gelezen tekst zelf
  --pages 3-10       alleen deze bladzijden
  --language nl|en   taal van het document (anders geraden)
  --certain 0.8      toon alleen wat zo zeker is, of zekerder
  --region MAP       met de eenheden en woorden van een regio
  --into MAP         bewaar wat gevonden is als voorstellen in een regiomap
  --name NAAM        hoe de voorstellen heten (standaard de naam van het bestand)
  --force            schrijf over voorstellen met die naam heen; besluiten blijven staan
  --accept q-1,q-2   maak van voorstellen beweringen, of all (vanaf --certain, standaard 0.7); vraagt --into en geen bestand
  --reject q-3       wijs voorstellen af
  --choices BESTAND  YAML met per voorstel accept of reject, wijzigingen (edit) en samenvoegen (join)
  --published 2024   van wanneer het document is, als het niet dat van de regio is
  --out BESTAND      schrijf de uitkomst naar een bestand
  --max-pages, --max-mb, --max-characters, --max-seconds   andere grenzen

Opties van new
  --title TEKST      naam van de regio
  --from DOCUMENT    lees dit document, en bewaar wat gevonden is als voorstellen
  --published 2024   van wanneer dat document is

Opties van sample METHODE; METHODE is latin-hypercube, sobol, halton, monte-carlo, full-factorial, fractional-factorial, morris of saltelli;
BESTAND heeft bereiken en verdelingen als bij simulate --uncertain (standaard de onzekerheden van regions/brainport)
  --n N              aantal punten, routes van Morris of basisrijen van Saltelli
  --seed S           begingetal van de trekking (standaard van de regio, anders 0)
  --levels N         standen per onzekerheid (full-factorial) of van het rooster (morris, standaard 4)
  --scramble         schud de rij van sobol, halton of saltelli met het begingetal
  --skip N           sla punten van die rij over
  --second-order     ook de rijen voor de tweede orde (saltelli)
  --spread M         kies de routes van Morris die het verst uit elkaar liggen uit zo veel kandidaten
  --correlations BESTAND  matrix met rangcorrelaties en namen (CSV)
  --unit             getallen van 0 tot 1, zonder verdelingen
  --dimensions D     zonder bestand: zo veel dimensies van 0 tot 1
  --out BESTAND      .csv, .parquet of .tar.gz (EMA Workbench); anders CSV op het scherm; --json voor programma's

Opties van sensitivity METHODE; METHODE is sobol, morris, dgsm, delta, pawn, rbd-fast, features, f-test, regional of ff
  RUNS               bestand met runs (.csv, .parquet, .tar.gz), een regiomap of een model; of een van deze twee:
  --function NAAM    functie met bekend antwoord: ishigami, sobol-g (met --a 0,1,4.5), linear, constant, oakley-ohagan
  --model MODEL      model of regio die wordt doorgerekend, met --uncertain, --set, --scenario, --threads
  --outcome WAT      doelstelling, uitkomst of variabele, of de kolom van RUNS
  --at JAAR          wanneer (standaard de horizon van de doelstelling, of het eind van het model)
  --inputs A,B       alleen deze invoeren (standaard alle); mag vaker
  --n N              basispunten van sobol en dgsm, trajecten van morris, anders runs
  --problem BESTAND  invoeren van RUNS: JSON zoals SALib, of bereiken zoals --uncertain
  --groups G=A,B     invoeren die samen als een tellen (sobol, morris); mag vaker
  --second-order     ook wat twee invoeren samen doen (sobol, ff)
  --levels P         niveaus van morris (standaard 4)
  --intervals S      delen van pawn (standaard 10); --trees T bomen van features; --harmonics M; --step H van dgsm
  --above X, --below X, --equals X  welke gevallen tellen (regional)
  --resamples R      hertrekkingen voor de intervallen (standaard 100), met --confidence 0.95
  --top N            rijen van de tabel (standaard 20)
  --seed S           begingetal (standaard 0)
  --json, --out BESTAND

Opties van robustness; MATRIX.csv heeft een rij per beleid en een kolom per toekomst, of kolommen policy, future, value (en objective)
  --metric A,B       welke maatstaven (standaard all)
  --direction max|min  wat beter is (standaard max); per uitkomst: kosten:min,woningen:max
  --threshold X      wat goed genoeg is; per uitkomst: kosten:5,woningen:100
  --weights WAT      CSV met per toekomst een gewicht, of een kolom van --uncertainties
  --weigh REGEL      'vertraging>3:2': waar vertraging boven 3 ligt, telt een toekomst 2 keer (kolommen van --uncertainties); mag vaker
  --reference NAAM   toekomst die als ijkpunt dient
  --uncertainties BESTAND  wat er onzeker was, een rij per toekomst: voor de afstand tot de dichtstbijzijnde mislukking
  --percentile P     percentiel aan de slechte kant (standaard 10)
  --pessimism A      gewicht van de slechtste toekomst bij Hurwicz (standaard 0.5)
  --deviations K     aantal standaardafwijkingen (standaard 1)
  --futures-in rows|columns  waar de toekomsten staan (standaard columns)
  --json, --out BESTAND

Opties van search; REGIO is een regiomap
  --objectives A,B   wat beter moet: DOEL:maat[:kleinste verschil], PIJLER:reached, all:met, effort of cost;
                     maat is met, reached, maximin, laplace, mean-variance of percentile (standaard elke pijler reached, en effort)
  --keep DOEL:N      rode lijn: gehaald in ten minste N toekomsten; mag vaker
  --never DOEL:X     rode lijn: in geen toekomst slechter dan X; mag vaker
  --no-worse-than ID  rode lijn: in niets slechter dan dit scenario (standaard dat van de regio als er geen andere lijn is), of nothing
  --levers A,B       welke maatregelen vrij zijn (standaard alle)
  --parts N          in hoeveel delen wat de agenda vraagt wordt geknipt (standaard 10)
  --packages N       hoeveel pakketten worden verteld (standaard 3)
  --scenario WAT     waar de andere knoppen staan
  --futures N        aantal toekomsten (standaard 200)
  --threads T        aantal rekendraden
  --problem P        een probleem met een bekend antwoord: zdt1, zdt2, zdt3, zdt4, zdt6, dtlz1, dtlz2, dtlz7, schaffer, schaffer-integer, binh-korn
  --objective-count M  aantal doelen van dtlz (standaard 3)
  --evaluations N    hoeveel keuzes worden bekeken (standaard 10000, voor een regio 4000)
  --population N     hoeveel tegelijk, om mee te beginnen (standaard 40)
  --epsilons A,B     kleinste verschil per doel
  --seeds K          zoek K keer, met het ene startgetal na het andere (standaard 1)
  --seed S           eerste startgetal (standaard 0, of dat van de regio)
  --checkpoint BESTAND  bewaar het zoekwerk terwijl het loopt
  --resume BESTAND   ga verder vanaf een bewaard bestand, met dezelfde vraag
  --json, --out BESTAND

Opties van discover prim|cart|logistic WAARVAN; een bestand met gevallen, of een regiomap waarvan de toekomsten worden doorgerekend
  --outcome KOLOM    de uitkomst: een kolom, of van een regio de id van een doelstelling (dan: wanneer wordt zij niet gehaald?)
  --above X, --below X, --equals W  welke toekomsten tellen; --above en --below mogen vaker, elk is een eigen vraag
  --inputs A,B       alleen deze invoer; --leave-out A,B laat kolommen weg
  --alpha A          deel dat elke stap afschilt (standaard 0.05); --paste-alpha voor het plakken
  --objective WAT    lenient1 (standaard), lenient2 of original
  --min-mass M       kleinste deel van de toekomsten in een vak of blad (standaard 0.05)
  --coverage C, --density D, --step I  welke stap: dichtste bij deze dekking, ruimste bij deze dichtheid, of zelf gekozen
  --boxes N          aantal vakken (standaard 1); --earlier removed|kept zegt wat er met eerdere vakken gebeurt
  --resample N       herhaal op N willekeurige helften, getrokken met --seed S
  --scenario WAT, --futures N, --threads T  van een regio
  --json, --out BESTAND

Opties van why; zonder MAP regions/brainport
  --target ID        de doelstelling waar het om gaat
  --from WAT         het scenario ervoor: een id of een YAML-bestand (standaard dat waarin elke maatregel uit staat)
  --to WAT           het scenario erna (standaard dat van de regio)
  --causes           ook langs de vergelijkingen van het model
  --futures N        aantal toekomsten (standaard van de regio); alles wordt in dezelfde toekomsten gerekend
  --seed S, --threads T, --json, --out BESTAND

Opties van backtest; zonder MAP regions/brainport
  --futures N, --seed S, --threads T   zoals bij assess
  --data MAP         waar opgehaalde cijfers bewaard worden (zoals bij ingest)
  --json, --out BESTAND

Opties van ingest; BRON is een id uit sources.yaml, of een van: status, all, revisions, quarantine, accept ID, reject ID
  --region MAP       regiomap (standaard regions/brainport)
  --file BESTAND     lees dit bestand in plaats van op te halen (csv, duo-csv, excel, sdmx-csv, by-hand)
  --published DAG    dag waarop dat bestand is gepubliceerd, zoals 2026-02-17
  --dry-run          toon wat er zou veranderen, en welke doelstellingen verschuiven; bewaar niets
  --since DAG        herzieningen vanaf deze dag (revisions)
  --years 2015,2026  van welke jaren de grenzen (bronnen van het soort pdok; standaard het nieuwste)
  --by WIE           wie besluit over wat wacht: een functie (accept, reject); --why WAAROM
  --data MAP         waar de cijfers staan (standaard SCHAALSPRONG_DATA, anders .data; of de database van DATABASE_URL)
  --json, --out BESTAND
  Andere adressen: SCHAALSPRONG_CBS, SCHAALSPRONG_CBS_V3, SCHAALSPRONG_EUROSTAT, SCHAALSPRONG_PDOK; een proxy: HTTPS_PROXY, NO_PROXY

Overal
  --lang nl|en       taal (anders die van LANG, anders Nederlands)
  --help, --version

Afsluitcodes
  0 klaar   1 het antwoord is nee   2 verkeerd gebruik   3 foute invoer   4 iets was onbereikbaar
  70 een fout van schaalsprong zelf   130 afgebroken
`,
    en: `schaalsprong: the strategic agenda of a region as a running system

Usage
  schaalsprong assess [options]   standing of every target and ambition
  schaalsprong audit [FOLDER]     do the numbers of the agenda agree?
  schaalsprong check [FOLDER]     load and check a region folder
  schaalsprong simulate MODEL     run a model, in one or many futures
  schaalsprong read DOCUMENT      find the figures in a document (.pdf, .docx, .html, .txt)
  schaalsprong new REGION         start a region folder
  schaalsprong discover METHOD    in which futures does it happen? (prim, cart, logistic)
  schaalsprong sample METHOD [REGION|FILE]  draw futures after a design
  schaalsprong sensitivity METHOD  which input drives an outcome
  schaalsprong robustness MATRIX.csv  how policies hold over many futures
  schaalsprong search REGION|--problem P  search packages that keep all red lines
  schaalsprong why [FOLDER] --target TARGET  what brings a target from one scenario to another?
  schaalsprong backtest [FOLDER]  how would the model have done in the past?
  schaalsprong ingest SOURCE      fetch figures from a statistics office, or from a file
  schaalsprong ingest status      how fresh is every indicator?
  schaalsprong help               this text

Options of assess
  --region FOLDER    region folder (default regions/brainport)
  --scenario WHAT    id of a scenario of the region, or a YAML file
  --viewpoint ID     with the ranges of a viewpoint of the region, or together: all mixed
  --futures N        number of futures, 1 or more (default of the region)
  --seed S           seed of the sample, 0 or more (default of the region)
  --threads T        number of threads (default: as many as there are processors)
  --json             for programs; the same input gives the same bytes
  --csv              one row per target
  --out FILE         write the result to a file

Options of audit; without FOLDER regions/brainport
  --setting WHAT     how wide words such as 'about' count: bare, default (default) or generous
  --assume ID        take this assumption; may be repeated
  --without ID       leave this assumption out; may be repeated
  --reading CLAIM=READING  take a claim in one reading; may be repeated
  --kind KIND        only these kinds, with commas between them; may be repeated
  --strict           exit code 1 when something is open that cannot hold together
  --against WHAT     compare with another region folder, or with a YAML file of claims
  --scenario WHAT    hold what the model gives in this scenario beside it (with --futures, --seed, --threads)
  --results FILE     hold results from a CSV file beside it, as assess --csv writes them
  --json, --csv, --markdown, --out FILE

Options of check
  --json             for programs

Options of simulate; MODEL is a file (.mdl, .xmile, .stmx), a region folder or the name of a region
  --set NAME=NUMBER  give a constant another value; may be repeated
  --uncertain FILE   ranges and distributions for constants (YAML, JSON or CSV)
  --futures N        number of futures (default 1, with --uncertain 1000)
  --seed S           seed of the sample, 0 or more (default 0)
  --outcomes A,B     which variables (default the stocks, or those of the region); may be repeated
  --all              all variables
  --scenario WHAT    of a region: with the levers and assumptions of this scenario (id or YAML file)
  --out FILE         all numbers: .csv, .parquet or .arrow, one row per future and time; .tar.gz for EMA Workbench
  --keep FOLDER      keep every future in a folder; a run that was stopped goes on there
  --from FOLDER      instead of MODEL: look at what was kept, or write it to a file by --out
  --json             for programs; of many futures p10, p50, p90 and mean
  --data PATH        folder or file with data for the model (.csv, .tab, .dat, .xlsx, .xls); may be repeated
  --mode exact|fast  in the order of the model (default), or faster with a difference in the last digits
  --threads T        number of threads
  --units fail|warn|off  units that do not balance: fault, warning (default for a file), or not looked at

Options of read
  --json, --csv      for programs; --text gives the text that was read itself
  --pages 3-10       only these pages
  --language nl|en   language of the document (else guessed)
  --certain 0.8      show only what is as certain as this, or more
  --region FOLDER    with the units and words of a region
  --into FOLDER      keep what was found as proposals in a region folder
  --name NAME        what the proposals are called (default the name of the file)
  --force            write over proposals of that name; decisions stay
  --accept q-1,q-2   make claims of proposals, or all (from --certain on, default 0.7); needs --into and no file
  --reject q-3       reject proposals
  --choices FILE     YAML with accept or reject per proposal, changes (edit) and joining (join)
  --published 2024   when the document was published, if it is not that of the region
  --out FILE         write the result to a file
  --max-pages, --max-mb, --max-characters, --max-seconds   other limits

Options of new
  --title TEXT       name of the region
  --from DOCUMENT    read this document, and keep what was found as proposals
  --published 2024   when that document was published

Options of sample METHOD; METHOD is latin-hypercube, sobol, halton, monte-carlo, full-factorial, fractional-factorial, morris or saltelli;
FILE has ranges and distributions as with simulate --uncertain (default the uncertainties of regions/brainport)
  --n N              number of points, trajectories of Morris or base rows of Saltelli
  --seed S           seed of the sample (default that of the region, else 0)
  --levels N         levels per uncertainty (full-factorial) or of the grid (morris, default 4)
  --scramble         scramble the sequence of sobol, halton or saltelli by the seed
  --skip N           skip points of that sequence
  --second-order     the rows for the second order too (saltelli)
  --spread M         choose the trajectories of Morris that lie farthest apart from so many candidates
  --correlations FILE  matrix of rank correlations with names (CSV)
  --unit             numbers from 0 to 1, without distributions
  --dimensions D     without a file: so many dimensions from 0 to 1
  --out FILE         .csv, .parquet or .tar.gz (EMA Workbench); else CSV on the screen; --json for programs

Options of sensitivity METHOD; METHOD is sobol, morris, dgsm, delta, pawn, rbd-fast, features, f-test, regional or ff
  RUNS               file of runs (.csv, .parquet, .tar.gz), a region folder or a model; or one of these two:
  --function NAME    function with a known answer: ishigami, sobol-g (with --a 0,1,4.5), linear, constant, oakley-ohagan
  --model MODEL      model or region to run, with --uncertain, --set, --scenario, --threads
  --outcome WHAT     target, outcome or variable, or the column of RUNS
  --at YEAR          when (default the horizon of the target, or the end of the model)
  --inputs A,B       only these inputs (default all); may be repeated
  --n N              base points of sobol and dgsm, trajectories of morris, else runs
  --problem FILE     inputs of RUNS: JSON as SALib has it, or ranges as --uncertain
  --groups G=A,B     inputs that count as one together (sobol, morris); may be repeated
  --second-order     also what two inputs do together (sobol, ff)
  --levels P         levels of morris (default 4)
  --intervals S      parts of pawn (default 10); --trees T of features; --harmonics M; --step H of dgsm
  --above X, --below X, --equals X  which cases count (regional)
  --resamples R      resamples for the intervals (default 100), with --confidence 0.95
  --top N            rows of the table (default 20)
  --seed S           seed (default 0)
  --json, --out FILE

Options of robustness; MATRIX.csv has a row per policy and a column per future, or columns policy, future, value (and objective)
  --metric A,B       which metrics (default all)
  --direction max|min  what is better (default max); per outcome: cost:min,homes:max
  --threshold X      what is good enough; per outcome: cost:5,homes:100
  --weights WHAT     CSV with a weight per future, or a column of --uncertainties
  --weigh RULE       'delay>3:2': where delay is above 3, a future counts 2 times (columns of --uncertainties); may be repeated
  --reference NAME   future that serves as reference
  --uncertainties FILE  what was uncertain, a row per future: for the distance to the nearest failure
  --percentile P     percentile on the bad side (default 10)
  --pessimism A      weight of the worst future for Hurwicz (default 0.5)
  --deviations K     number of standard deviations (default 1)
  --futures-in rows|columns  where the futures are (default columns)
  --json, --out FILE

Options of search; REGION is a region folder
  --objectives A,B   what is to be better: TARGET:metric[:least difference], PILLAR:reached, all:met, effort or cost;
                     metric is met, reached, maximin, laplace, mean-variance or percentile (default every pillar reached, and effort)
  --keep TARGET:N    red line: met in at least N futures; may be repeated
  --never TARGET:X   red line: in no future worse than X; may be repeated
  --no-worse-than ID  red line: in nothing worse than this scenario (default that of the region where there is no other line), or nothing
  --levers A,B       which measures are free (default all)
  --parts N          in how many parts what the agenda asks is cut (default 10)
  --packages N       how many packages are told (default 3)
  --scenario WHAT    where the other levers stand
  --futures N        number of futures (default 200)
  --threads T        number of threads
  --problem P        a problem with a known answer: zdt1, zdt2, zdt3, zdt4, zdt6, dtlz1, dtlz2, dtlz7, schaffer, schaffer-integer, binh-korn
  --objective-count M  number of objectives of dtlz (default 3)
  --evaluations N    how many choices are looked at (default 10000, for a region 4000)
  --population N     how many at once, to begin with (default 40)
  --epsilons A,B     least difference per objective
  --seeds K          search K times, from one seed after the other (default 1)
  --seed S           first seed (default 0, or that of the region)
  --checkpoint FILE  keep the search as it goes
  --resume FILE      go on from a kept file, with the same question
  --json, --out FILE

Options of discover prim|cart|logistic OF; a file of cases, or a region folder whose futures are run
  --outcome COLUMN   the outcome: a column, or of a region the id of a target (then: when is it not met?)
  --above X, --below X, --equals V  which futures count; --above and --below may be repeated, each is a question of its own
  --inputs A,B       only these inputs; --leave-out A,B leaves columns out
  --alpha A          part that each step peels off (default 0.05); --paste-alpha for pasting
  --objective WHAT   lenient1 (default), lenient2 or original
  --min-mass M       smallest part of the futures in a box or leaf (default 0.05)
  --coverage C, --density D, --step I  which step: densest at this coverage, widest at this density, or your own choice
  --boxes N          number of boxes (default 1); --earlier removed|kept says what becomes of earlier boxes
  --resample N       repeat on N random halves, drawn with --seed S
  --scenario WHAT, --futures N, --threads T  of a region
  --json, --out FILE

Options of why; without FOLDER regions/brainport
  --target ID        the target that it is about
  --from WHAT        the scenario before: an id or a YAML file (default the one in which every measure is off)
  --to WHAT          the scenario after (default that of the region)
  --causes           along the equations of the model too
  --futures N        number of futures (default of the region); all is computed in the same futures
  --seed S, --threads T, --json, --out FILE

Options of backtest; without FOLDER regions/brainport
  --futures N, --seed S, --threads T   as with assess
  --data FOLDER      where fetched figures are kept (as with ingest)
  --json, --out FILE

Options of ingest; SOURCE is an id of sources.yaml, or one of: status, all, revisions, quarantine, accept ID, reject ID
  --region FOLDER    region folder (default regions/brainport)
  --file FILE        read this file instead of fetching (csv, duo-csv, excel, sdmx-csv, by-hand)
  --published DAY    day on which that file was published, like 2026-02-17
  --dry-run          show what would change, and which targets move; keep nothing
  --since DAY        revisions from this day on (revisions)
  --years 2015,2026  of which years the boundaries (sources of the kind pdok; default the newest)
  --by WHO           who decides on what waits: a function (accept, reject); --why WHY
  --data FOLDER      where the figures are (default SCHAALSPRONG_DATA, else .data; or the database of DATABASE_URL)
  --json, --out FILE
  Other addresses: SCHAALSPRONG_CBS, SCHAALSPRONG_CBS_V3, SCHAALSPRONG_EUROSTAT, SCHAALSPRONG_PDOK; a proxy: HTTPS_PROXY, NO_PROXY

Everywhere
  --lang nl|en       language (else that of LANG, else Dutch)
  --help, --version

Exit codes
  0 done   1 the answer is no   2 wrong use   3 bad input   4 something could not be reached
  70 a fault of schaalsprong itself   130 cancelled
`,
  },
  'unknown-command': { nl: 'Onbekende opdracht: {what}.', en: 'Unknown command: {what}.' },
  'no-command': { nl: 'Geef een opdracht.', en: 'Give a command.' },
  'unknown-option': { nl: 'Onbekende optie: {what}.', en: 'Unknown option: {what}.' },
  'option-not-here': {
    nl: 'De opdracht {command} kent de optie {what} niet.',
    en: 'The command {command} does not have the option {what}.',
  },
  'no-weights': {
    nl: 'De opdracht {command} telt elke toekomst even zwaar: haar methoden kennen geen gewichten, dus {what} kan niet. Met gewichten rekent robustness.',
    en: 'The command {command} counts every future the same: its methods take no weights, so {what} cannot be. robustness computes with weights.',
  },
  'not-weight-rule': {
    nl: "--weigh vraagt een regel als 'vertraging>3:2' (waar vertraging boven 3 ligt, telt een toekomst 2 keer; ook >=, <, <= en =), niet {value}.",
    en: "--weigh needs a rule like 'delay>3:2' (where delay is above 3, a future counts 2 times; >=, <, <= and = too), not {value}.",
  },
  'missing-value': { nl: '{what} vraagt een waarde.', en: '{what} needs a value.' },
  'no-value': { nl: '{what} neemt geen waarde.', en: '{what} takes no value.' },
  'too-many': { nl: 'Te veel: {what}.', en: 'Too many: {what}.' },
  'not-count': {
    nl: '{what} vraagt een heel getal van {min} tot en met {max}, niet {value}.',
    en: '{what} needs a whole number from {min} to {max}, not {value}.',
  },
  'not-number': {
    nl: '{what} vraagt een getal van {min} tot en met {max} (met een punt voor decimalen), niet {value}.',
    en: '{what} needs a number from {min} to {max} (with a point for decimals), not {value}.',
  },
  'no-data': {
    nl: 'Geef een bestand met gevallen: .csv, .parquet, een archief van EMA Workbench (.tar.gz) of een map met bewaarde toekomsten.',
    en: 'Give a file of cases: .csv, .parquet, an archive of EMA Workbench (.tar.gz) or a folder of kept futures.',
  },
  'no-method': {
    nl: 'Geef een methode: {known}.',
    en: 'Give a method: {known}.',
  },
  'needs-option': {
    nl: '{command} vraagt ook {what}: {why}.',
    en: '{command} needs {what} as well: {why}.',
  },
  'not-lang': { nl: '--lang is nl of en, niet {value}.', en: '--lang is nl or en, not {value}.' },
  'one-form': {
    nl: 'Kies een van {known}: ze gaan niet samen.',
    en: 'Choose one of {known}: they do not go together.',
  },
  'only-with': {
    nl: '{what} heeft alleen zin met {other}.',
    en: '{what} means something only with {other}.',
  },
  'both-ways': {
    nl: '{what} is op twee manieren gekozen. Geef een keuze.',
    en: '{what} was chosen in two ways. Give one choice.',
  },
  'not-reading': {
    nl: '--reading vraagt bewering=lezing, niet {value}.',
    en: '--reading needs claim=reading, not {value}.',
  },
  'assumption-unknown': {
    nl: 'De regio heeft geen aanname {value}. Zij heeft: {known}.',
    en: 'The region has no assumption {value}. It has: {known}.',
  },
  'claim-unknown': {
    nl: 'Er is geen bewering {value} waarvan de lezing te kiezen is. Te kiezen is die van: {known}.',
    en: 'There is no claim {value} of which the reading can be chosen. It can be for: {known}.',
  },
  'against-unknown': {
    nl: 'Geen regiomap, geen YAML-bestand en geen document van de regio: {value}. De regio heeft: {known}.',
    en: 'No region folder, no YAML file and no document of the region: {value}. The region has: {known}.',
  },
  'reading-unknown': {
    nl: 'De bewering {claim} heeft geen lezing {value}. Zij heeft: {known}.',
    en: 'The claim {claim} has no reading {value}. It has: {known}.',
  },
  'no-document': {
    nl: 'Geef een document (.pdf, .docx, .html, .txt), of met --into, --accept en --reject wat er met bewaarde voorstellen moet.',
    en: 'Give a document (.pdf, .docx, .html, .txt), or with --into, --accept and --reject what to do with kept proposals.',
  },
  'decide-apart': {
    nl: 'Lees eerst het document, en neem daarna aan: --accept, --reject en --choices gaan niet samen met een bestand.',
    en: 'Read the document first, and accept after that: --accept, --reject and --choices do not go with a file.',
  },
  'not-pages': {
    nl: '--pages vraagt een bladzijde of een reeks, zoals 7 of 3-10, niet {value}.',
    en: '--pages needs a page or a range, like 7 or 3-10, not {value}.',
  },
  'not-certain': {
    nl: '--certain vraagt een getal van 0 tot en met 1, niet {value}.',
    en: '--certain needs a number from 0 to 1, not {value}.',
  },
  'not-a-name': {
    nl: '{value} kan geen naam zijn. Verwacht: kleine letters en cijfers met streepjes, zoals woondeal-2022. Geef --name.',
    en: '{value} cannot be a name. Expected: lower-case letters and digits with hyphens, like woondeal-2022. Give --name.',
  },
  'proposals-exist': {
    nl: '{what} is er al. Kies met --name een andere naam, of lees opnieuw met --force: wat besloten is, blijft dan staan als het document hetzelfde is.',
    en: '{what} is there already. Choose another name with --name, or read again with --force: what was decided then stays, if the document is the same.',
  },
  'proposals-unknown': {
    nl: 'De regio heeft geen voorstellen {value}. Zij heeft: {known}. Geef met --name welke, of lees eerst een document met --into.',
    en: 'The region has no proposals {value}. It has: {known}. Say which with --name, or read a document first with --into.',
  },
  'no-region': {
    nl: 'Geef een naam of pad voor de nieuwe regiomap, zoals regions/zeeland.',
    en: 'Give a name or path for the new region folder, like regions/zeeland.',
  },
  'not-region-id': {
    nl: '{value} kan geen id van een regio zijn. Verwacht: kleine letters en cijfers met streepjes, zoals noord-limburg.',
    en: '{value} cannot be the id of a region. Expected: lower-case letters and digits with hyphens, like noord-limburg.',
  },
  'not-published': {
    nl: '--published vraagt een jaar, maand of dag, zoals 2024, 2024-03 of 2024-03-25, niet {value}.',
    en: '--published needs a year, month or day, like 2024, 2024-03 or 2024-03-25, not {value}.',
  },
  'not-day': {
    nl: '{what} vraagt een dag, zoals 2026-02-17, niet {value}.',
    en: '{what} needs a day, like 2026-02-17, not {value}.',
  },
  'not-year': {
    nl: '--years vraagt jaartallen, zoals 2015,2026, niet {value}.',
    en: '--years needs years, like 2015,2026, not {value}.',
  },
  'source-unknown': {
    nl: 'sources.yaml heeft geen bron {value}. Alle bronnen staan in: schaalsprong ingest status.',
    en: 'sources.yaml has no source {value}. All sources are in: schaalsprong ingest status.',
  },
  'file-not-here': {
    nl: '{source} is een bron van het soort {kind}: die wordt opgehaald, niet uit een bestand gelezen. Laat --file weg, of herstel kind in sources.yaml.',
    en: '{source} is a source of the kind {kind}: it is fetched, not read from a file. Leave out --file, or mend kind in sources.yaml.',
  },
  'held-no-figure': {
    nl: 'Van {value} is geen getal te maken, dus kan het niet worden aanvaard. Herstel het bij de bron en haal opnieuw op, of wijs het af.',
    en: '{value} cannot be made a figure, so it cannot be accepted. Mend it at the source and ingest again, or reject it.',
  },
  'folder-exists': {
    nl: '{what} is er al en wordt niet overschreven. Kies een andere naam, of haal het eerst zelf weg.',
    en: '{what} is there already and is not written over. Choose another name, or remove it yourself first.',
  },
  'no-model': {
    nl: 'Geef een model: een bestand (.mdl, .xmile, .stmx), een regiomap of de naam van een regio.',
    en: 'Give a model: a file (.mdl, .xmile, .stmx), a region folder or the name of a region.',
  },
  'not-assignment': {
    nl: '--set vraagt naam=getal (met een punt voor decimalen), niet {value}.',
    en: '--set needs name=number (with a point for decimals), not {value}.',
  },
  'not-groups': {
    nl: '--groups vraagt groep=invoer,invoer, niet {value}.',
    en: '--groups needs group=input,input, not {value}.',
  },
  'not-one-of': {
    nl: '{what} is een van {known}, niet {value}.',
    en: '{what} is one of {known}, not {value}.',
  },
  'all-or-some': {
    nl: 'Kies --all of --outcomes, niet allebei.',
    en: 'Choose --all or --outcomes, not both.',
  },
  'not-out-form': {
    nl: '--out vraagt een bestand dat eindigt op .csv, .parquet, .arrow of .tar.gz, niet {value}.',
    en: '--out needs a file that ends in .csv, .parquet, .arrow or .tar.gz, not {value}.',
  },
  'nothing-varies': {
    nl: 'Deze {futures} toekomsten zouden alle hetzelfde zijn: het model trekt geen toevallige getallen. Geef met --uncertain een bestand met bereiken, of vraag --futures 1.',
    en: 'These {futures} futures would all be the same: the model draws no random numbers. Give a file with ranges by --uncertain, or ask --futures 1.',
  },
  'scenario-unknown': {
    nl: 'Geen scenario en geen bestand: {value}. De regio kent: {known}.',
    en: 'No scenario and no file: {value}. The region has: {known}.',
  },
  'same-scenario': {
    nl: '--from en --to zijn allebei {value}: dan verschilt er niets. Kies een ander scenario.',
    en: '--from and --to are both {value}: nothing differs then. Choose another scenario.',
  },
  'meant-nearest': { nl: 'Bedoelde u {what}?', en: 'Did you mean {what}?' },
  'see-help': {
    nl: 'Zie: schaalsprong help',
    en: 'See: schaalsprong help',
  },
  or: { nl: ' of ', en: ' or ' },
  'problems-found': {
    nl: 'Fouten gevonden: {count}. Er is niets geladen.',
    en: 'Problems found: {count}. Nothing was loaded.',
  },
  'region-missing': {
    nl: '{what}: deze map is er niet of is niet te lezen. Verwacht: een regiomap met region.yaml. Geef met --region het pad van de map.',
    en: '{what}: this folder does not exist or cannot be read. Expected: a region folder with region.yaml. Give the path of the folder with --region.',
  },
  'model-missing': {
    nl: '{what}: zo’n bestand of regio is er niet. Verwacht: een model (.mdl, .xmile, .stmx), een map met region.yaml, of de naam van een map in regions.',
    en: '{what}: there is no such file or region. Expected: a model (.mdl, .xmile, .stmx), a folder with region.yaml, or the name of a folder in regions.',
  },
  'cannot-read': {
    nl: '{what} is niet te lezen: {reason}.',
    en: '{what} cannot be read: {reason}.',
  },
  ENOENT: { nl: 'dat is er niet, of de map ervan niet', en: 'it does not exist, or its folder does not' },
  EACCES: { nl: 'u mag dat niet', en: 'you may not do that' },
  EISDIR: { nl: 'dat is een map', en: 'it is a folder' },
  ENOTDIR: { nl: 'een deel van het pad is geen map', en: 'a part of the path is no folder' },
  ENOSPC: { nl: 'de schijf is vol', en: 'the disk is full' },
  EROFS: { nl: 'daar kan niemand schrijven', en: 'nobody can write there' },
  'check-passed': {
    nl: '{title}: {targets} doelstellingen, {claims} beweringen, {variables} modelvariabelen. Alles klopt.',
    en: '{title}: {targets} targets, {claims} claims, {variables} model variables. Everything holds.',
  },
  warnings: { nl: 'Waarschuwingen: {count}', en: 'Warnings: {count}' },
  more: { nl: '... en nog {count}', en: '... and {count} more' },
  cancelled: { nl: 'Afgebroken.', en: 'Cancelled.' },
  progress: { nl: '{done} van {of} toekomsten gerekend', en: '{done} of {of} futures computed' },
  'cannot-write': {
    nl: 'Kan niet schrijven naar {what}: {reason}.',
    en: 'Cannot write to {what}: {reason}.',
  },
  written: { nl: 'Geschreven: {what}', en: 'Written: {what}' },
  unexpected: {
    nl: 'Een fout in schaalsprong zelf: {reason}. Meld haar met de opdracht die u gaf; met SCHAALSPRONG_DEBUG=1 verschijnt de plaats in de code.',
    en: 'A fault in schaalsprong itself: {reason}. Report it with the command that you gave; SCHAALSPRONG_DEBUG=1 shows the place in the code.',
  },
  'column-variable': { nl: 'variabele', en: 'variable' },
  'column-unit': { nl: 'eenheid', en: 'unit' },
  'simulated-line': {
    nl: '{file}, {start} tot {stop}; toekomsten {futures}, begingetal {seed}; model {model}, gegevens {data}, onzekerheden {uncertain}',
    en: '{file}, {start} to {stop}; futures {futures}, seed {seed}; model {model}, data {data}, uncertainties {uncertain}',
  },
  'kind-contradiction': { nl: 'tegenspraak', en: 'contradiction' },
  'kind-contradiction-under-assumption': {
    nl: 'tegenspraak onder een aanname',
    en: 'contradiction under an assumption',
  },
  'kind-shortfall': { nl: 'tekort', en: 'shortfall' },
  'kind-horizon': { nl: 'termijnen botsen', en: 'horizon clash' },
  'kind-definition': { nl: 'ander begrip', en: 'definition clash' },
  'kind-dominance': { nl: 'maakt een ander overbodig', en: 'makes another moot' },
  'kind-missing': { nl: 'ontbreekt', en: 'missing' },
  'kind-near': { nl: 'past net', en: 'just fits' },
  'kind-duplicate': { nl: 'staat er dubbel', en: 'duplicate' },
  'setting-bare': { nl: 'zoals gedrukt', en: 'as printed' },
  'setting-default': { nl: 'gewone ruimte', en: 'usual width' },
  'setting-generous': { nl: 'ruime uitleg', en: 'generous width' },
  'verdict-accepted-as-rounding': {
    nl: 'aanvaard als afronding door {by}, {on}',
    en: 'accepted as rounding by {by}, {on}',
  },
  'verdict-accepted-as-reading': {
    nl: 'aanvaard als lezing door {by}, {on}',
    en: 'accepted as a reading by {by}, {on}',
  },
  'verdict-to-be-repaired': { nl: 'te herstellen, zegt {by}, {on}', en: 'to be repaired, says {by}, {on}' },
  'verdict-disputed': { nl: 'betwist door {by}, {on}', en: 'disputed by {by}, {on}' },
  'audit-found': {
    nl: 'Open: {open} ({kinds}). Aanvaard: {accepted}.',
    en: 'Open: {open} ({kinds}). Accepted: {accepted}.',
  },
  'audit-nothing': {
    nl: 'Open: 0. Aanvaard: {accepted}. Dat bewijst niet dat alles klopt.',
    en: 'Open: 0. Accepted: {accepted}. That does not prove that everything agrees.',
  },
  'audit-incomplete': {
    nl: 'Er is niet tot het einde gezocht: er kan meer zijn.',
    en: 'The search did not reach its end: there may be more.',
  },
  'audit-beside': { nl: 'Naast de agenda: {what}.', en: 'Beside the agenda: {what}.' },
  'audit-beside-scenario': {
    nl: 'het model in het scenario {scenario}, van p10 tot p90 over {futures} toekomsten',
    en: 'the model in the scenario {scenario}, from p10 to p90 over {futures} futures',
  },
  'audit-compared-results': {
    nl: 'Vergeleken uitkomsten: {count}. Hieronder staat alleen wat daarmee botst.',
    en: 'Results compared: {count}. Below stands only what clashes with them.',
  },
  'audit-compared': {
    nl: 'Hieronder staat alleen wat botst als beide samen gelden, en in geen van beide al botst.',
    en: 'Below stands only what clashes when both hold, and does not clash within either.',
  },
  'audit-result': { nl: '{what}: {source} geeft {interval}.', en: '{what}: {source} gives {interval}.' },
  'audit-source-model': { nl: 'het model', en: 'the model' },
  'range-both': { nl: '{min} tot {max}', en: '{min} to {max}' },
  'range-from': { nl: 'ten minste {min}', en: 'at least {min}' },
  'range-to': { nl: 'ten hoogste {max}', en: 'at most {max}' },
  'audit-not-held': {
    nl: 'Met een uitkomst, maar zonder bewering in hetzelfde getal en dezelfde eenheid',
    en: 'With a result, but without a claim in the same number and unit',
  },
  'audit-added': { nl: 'Komt erbij', en: 'Added' },
  'audit-gone': { nl: 'Vervalt', en: 'Gone' },
  'audit-changed': { nl: 'Verandert', en: 'Changed' },
  'change-value': { nl: 'getal', en: 'figure' },
  'change-interval': { nl: 'ruimte', en: 'width' },
  'change-unit': { nl: 'eenheid', en: 'unit' },
  'change-horizon': { nl: 'termijn', en: 'horizon' },
  'change-kind': { nl: 'soort', en: 'kind' },
  'change-quantity': { nl: 'grootheid', en: 'quantity' },
  'audit-arithmetic': { nl: 'som', en: 'sum' },
  'audit-claims': { nl: 'beweringen', en: 'claims' },
  'audit-stands': { nl: 'staat tot en met', en: 'stands up to' },
  'audit-every-reading': { nl: 'in elke lezing', en: 'in every reading' },
  'audit-some-readings': {
    nl: 'alleen in deze lezing: {readings}',
    en: 'only in this reading: {readings}',
  },
  'audit-assumes': { nl: 'aanname', en: 'assumes' },
  'audit-repair': { nl: 'herstel', en: 'repair' },
  'audit-variants': { nl: 'ook zo te zien', en: 'also seen as' },
  'audit-verdict': { nl: 'waarom', en: 'why' },
  'audit-id': { nl: 'id', en: 'id' },
  'audit-place': { nl: 'regel {places} (blz. {page})', en: 'line {places} (p. {page})' },
  'audit-ruled-out': {
    nl: 'Lezingen die de rest van de tekst uitsluit',
    en: 'Readings that the rest of the text rules out',
  },
  'audit-under': { nl: '(onder {assumptions})', en: '(under {assumptions})' },
  'audit-not-encoded': {
    nl: 'Beweringen die niet zijn vergeleken, en waarom',
    en: 'Claims that were not compared, and why',
  },
  'audit-warnings': { nl: 'Om na te kijken', en: 'To be looked at' },
  'audit-limits': { nl: 'Wat de audit niet ziet', en: 'What the audit does not see' },
  'audit-provenance': {
    nl: '{claims} beweringen: {compared} vergeleken, {alone} staan alleen, {notEncoded} niet te vergelijken; ruimte van woorden: {setting}; inhoud {hash}',
    en: '{claims} claims: {compared} compared, {alone} stand alone, {notEncoded} cannot be compared; width of words: {setting}; content {hash}',
  },
  'progress-audit': { nl: 'De beweringen worden vergeleken', en: 'The claims are being compared' },
  'column-target': { nl: 'doelstelling', en: 'target' },
  'column-horizon': { nl: 'jaar', en: 'year' },
  'column-goal': { nl: 'doel', en: 'goal' },
  'column-observed': { nl: 'waargenomen', en: 'observed' },
  'column-projected': { nl: 'p10 / p50 / p90', en: 'p10 / p50 / p90' },
  'column-met': { nl: 'gehaald in', en: 'met in' },
  'column-gap': { nl: 'verschil', en: 'gap' },
  'column-binding': { nl: 'knelpunt', en: 'constraint' },
  'column-carried': { nl: 'draagt meest', en: 'carries most' },
  'column-ambition': { nl: 'ambitie', en: 'ambition' },
  'at-least': { nl: 'min. ', en: 'min. ' },
  'at-most': { nl: 'max. ', en: 'max. ' },
  assumed: { nl: ' (aanname)', en: ' (assumed)' },
  'no-number': { nl: 'geen getal', en: 'no number' },
  none: { nl: '-', en: '-' },
  'not-modelled': { nl: 'niet in het model', en: 'not modelled' },
  'not-modelled-count': {
    nl: 'niet in het model: {count}',
    en: 'not modelled: {count}',
  },
  'conflicts-heading': {
    nl: 'Botst met andere beweringen (zie: schaalsprong audit)',
    en: 'Clashes with other claims (see: schaalsprong audit)',
  },
  'reasons-heading': { nl: 'Niet in het model, en waarom', en: 'Not modelled, and why' },
  'provenance-line': {
    nl: '{futures} toekomsten, begingetal {seed}, scenario {scenario}; agenda {agenda}, model {model}, gegevens {data}',
    en: '{futures} futures, seed {seed}, scenario {scenario}; agenda {agenda}, model {model}, data {data}',
  },
  'history-line': {
    nl: 'Toets aan de geschiedenis: {within} van {of} binnen de gestelde marge. Niet meegeteld: {fitted} waarvan de meting in het model is ingevoerd.',
    en: 'Tests against history: {within} of {of} within the set margin. Not counted: {fitted} of which the observation was put into the model.',
  },
} as const;

export type MessageKey = keyof typeof messages;

/**
 * One text in one language, with its placeholders filled.
 *
 * @param lang language
 * @param key which text
 * @param values what stands in the placeholders
 */
export function say(
  lang: Lang,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(messages[key][lang], values, lang);
}

/** A text made in both languages. */
export const inBoth = (make: (lang: Lang) => string): Text => ({ nl: make('nl'), en: make('en') });

/** The language of a LANG variable, `nl` where it says nothing that we speak. */
export function languageOf(lang: string | undefined): Lang {
  return lang !== undefined && /^en([_.@-]|$)/i.test(lang) ? 'en' : 'nl';
}

/** The texts that tell a fault, in the order of docs/errors.md. Each has a code, made from its name. */
export const faults = [
  'no-command',
  'unknown-command',
  'unknown-option',
  'option-not-here',
  'no-weights',
  'not-weight-rule',
  'missing-value',
  'no-value',
  'too-many',
  'not-count',
  'not-number',
  'no-data',
  'no-method',
  'needs-option',
  'not-lang',
  'one-form',
  'only-with',
  'both-ways',
  'not-reading',
  'assumption-unknown',
  'claim-unknown',
  'reading-unknown',
  'against-unknown',
  'no-document',
  'decide-apart',
  'not-pages',
  'not-certain',
  'not-a-name',
  'proposals-exist',
  'proposals-unknown',
  'no-region',
  'not-region-id',
  'not-published',
  'not-day',
  'not-year',
  'source-unknown',
  'file-not-here',
  'held-no-figure',
  'folder-exists',
  'no-model',
  'not-assignment',
  'not-groups',
  'not-one-of',
  'all-or-some',
  'not-out-form',
  'nothing-varies',
  'scenario-unknown',
  'same-scenario',
  'region-missing',
  'model-missing',
  'cannot-read',
  'cannot-write',
  'unexpected',
] as const satisfies readonly MessageKey[];
export type Fault = (typeof faults)[number];

/** The code of a fault: `CLI_UNKNOWN_OPTION`. */
export function codeOf(fault: Fault): string {
  return `CLI_${fault.toUpperCase().replaceAll('-', '_')}`;
}

/** The table of docs/errors.md that holds every fault of the command line as it is said. */
export function faultTable(): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  return [
    '| code | Nederlands | English |',
    '| --- | --- | --- |',
    ...faults.map(
      (fault) => `| \`${codeOf(fault)}\` | ${cell(messages[fault].nl)} | ${cell(messages[fault].en)} |`,
    ),
  ].join('\n');
}

/** A fault in words, its code before it. */
export function sayFault(
  lang: Lang,
  fault: Fault,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const { reason } = values;
  const words = typeof reason === 'string' && isReason(reason) ? `${say(lang, reason)} (${reason})` : reason;
  return `${codeOf(fault)}  ${say(lang, fault, words === undefined ? values : { ...values, reason: words })}`;
}

/** Codes of a file system that mean something to who gave the command. */
const reasons = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'ENOSPC', 'EROFS'] as const;
const isReason = (code: string): code is (typeof reasons)[number] => reasons.some((one) => one === code);

/** A command that could not be carried out for something outside it: a file that is not there, or cannot be written. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
  readonly fault: Fault;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(fault: Fault, values: Readonly<Record<string, string | number>>) {
    super(fault);
    this.fault = fault;
    this.values = values;
  }
}
