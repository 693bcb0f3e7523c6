/**
 * The words that the finder knows, Dutch and English together where they cannot be mistaken for one another. Lower case,
 * straight apostrophes.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that multiply a number, and the power of ten. */
export const scales: Readonly<Record<string, number>> = {
  duizend: 1e3,
  thousand: 1e3,
  miljoen: 1e6,
  miljoenen: 1e6,
  mln: 1e6,
  mio: 1e6,
  million: 1e6,
  mn: 1e6,
  miljard: 1e9,
  mld: 1e9,
  mrd: 1e9,
  billion: 1e9,
  bn: 1e9,
  biljoen: 1e12,
  trillion: 1e12,
  tn: 1e12,
};
/** Scales that are letters, good only behind an amount of money: `€5m`, `10 k€`. */
export const letterScales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

export const currencySigns: Readonly<Record<string, string>> = {
  '€': 'eur',
  $: 'usd',
  '£': 'gbp',
  '¥': 'jpy',
};
export const currencyWords: Readonly<Record<string, string>> = {
  eur: 'eur',
  euro: 'eur',
  "euro's": 'eur',
  euros: 'eur',
  usd: 'usd',
  dollar: 'usd',
  dollars: 'usd',
  gbp: 'gbp',
  pounds: 'gbp',
  chf: 'chf',
};

export const percentWords = words('procent percent pct');
export const pointWords = words(
  'procentpunt procentpunten percentagepunt percentagepunten pp procentpunts %punt',
);

export const fractionSigns: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅛': 1 / 8,
};
/** Denominators by word: `twee derde`, `a quarter`. */
export const fractionWords: Readonly<Record<string, number>> = {
  derde: 3,
  derden: 3,
  derdedeel: 3,
  kwart: 4,
  vierde: 4,
  vijfde: 5,
  zesde: 6,
  zevende: 7,
  achtste: 8,
  negende: 9,
  tiende: 10,
  twintigste: 20,
  honderdste: 100,
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  eighth: 8,
  eighths: 8,
  tenth: 10,
  tenths: 10,
};

export const months: Readonly<Record<string, number>> = {
  januari: 1,
  january: 1,
  jan: 1,
  februari: 2,
  february: 2,
  feb: 2,
  maart: 3,
  march: 3,
  mrt: 3,
  april: 4,
  apr: 4,
  mei: 5,
  may: 5,
  juni: 6,
  june: 6,
  jun: 6,
  juli: 7,
  july: 7,
  jul: 7,
  augustus: 8,
  august: 8,
  aug: 8,
  september: 9,
  sep: 9,
  sept: 9,
  oktober: 10,
  october: 10,
  okt: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

/** Dutch and English ordinals up to twenty and the round ones. */
const ordinalText: readonly (readonly [number, string])[] = [
  [1, 'eerste first 1ste'],
  [2, 'tweede second'],
  [3, 'derde third'],
  [4, 'vierde fourth'],
  [5, 'vijfde fifth'],
  [6, 'zesde sixth'],
  [7, 'zevende seventh'],
  [8, 'achtste eighth'],
  [9, 'negende ninth'],
  [10, 'tiende tenth'],
  [11, 'elfde eleventh'],
  [12, 'twaalfde twelfth'],
  [13, 'dertiende thirteenth'],
  [14, 'veertiende fourteenth'],
  [15, 'vijftiende fifteenth'],
  [16, 'zestiende sixteenth'],
  [17, 'zeventiende seventeenth'],
  [18, 'achttiende eighteenth'],
  [19, 'negentiende nineteenth'],
  [20, 'twintigste twentieth'],
  [25, 'vijfentwintigste'],
  [30, 'dertigste thirtieth'],
  [40, 'veertigste'],
  [50, 'vijftigste fiftieth'],
];
export const ordinals: ReadonlyMap<string, number> = new Map(
  ordinalText.flatMap(([value, text]) => text.split(' ').map((word) => [word, value] as const)),
);
export const ordinalEndings = words('e de ste st nd rd th');

export const rankNouns = words(
  `plek plaats positie plaatsen rang ranglijst ranking place position rank spot notering`,
);

/** Words after which a number is a label, not a quantity. */
export const labelNouns = words(`
  opgave pijler bijlage tabel figuur afbeelding grafiek kaart hoofdstuk paragraaf artikel artikelen art art lid leden sub
  onderdeel afdeling titel boek noot voetnoot pagina pagina's blz blad bladzijde nr nrs nummer nummers no fase stap scenario
  variant optie agendapunt punt doel actie actielijn maatregel spoor lijn route wijk deelgebied cluster perceel kavel versie
  klas groep niveau trl sdg box kader vraag besluit motie amendement thema programma project deel tranche ronde zone blok
  bouwsteen ambitie prioriteit domein hoofdlijn overweging kamerstuk kamerstukken dossier trede laag kolom regel rij actiepunt
  scope postbus type model serie gebied station paal hectometerpaal afrit gate kwadrant
  challenge pillar annex appendix table figure chart chapter section article articles paragraph paragraphs recital footnote
  note page pages pp number step phase option priority goal action measure line track route lot version class grade level
  box question decision motion amendment theme part round block domain item column row volume vol issue tier strand objective
  exhibit schedule clause regulation directive room floor gate exit route stage objective target
`);
const partNouns = words(`
  tabel tabellen figuur figuren afbeelding grafiek kaart hoofdstuk paragraaf bijlage artikel voetnoot
  table figure chart chapter section annex appendix footnote exhibit
`);
/** Whether a word names a part of a document: a number of one or two digits, or with points, behind it is never a quantity. */
export const isPartNoun = (low: string): boolean => partNouns.has(low);
/** Whether a word names a numbered part, also in the plural: `tabel`, `tabellen` by its own entry, `figures`. */
export function isLabelNoun(low: string): boolean {
  if (low.length > 14) return false;
  if (labelNouns.has(low)) return true;
  const plural = low.endsWith('en') ? 2 : low.endsWith("'s") ? 2 : low.endsWith('s') ? 1 : 0;
  return plural > 0 && labelNouns.has(low.slice(0, -plural));
}
/** Words after which a whole run of digits is one code. */
export const codeNouns = words(`
  tel telefoon telefoonnummer phone fax kvk btw iban isbn issn doi bsn rsin zaaknummer kenmerk dossiernummer registratienummer
  documentnummer referentienummer referentie ecli celex iso nen kamerstuk kamerstukken dossier postbus mobiel stb stcrt pb zaaknr dossiernr kenmerknr bsn-nummer
`);
export const streetEndings = [
  'straat',
  'laan',
  'plein',
  'weg',
  'singel',
  'kade',
  'dijk',
  'gracht',
  'dreef',
  'park',
];
export const streetWords = words('street road avenue square lane boulevard straat laan plein');

/** Nouns and their unit id. */
const unitText: Readonly<Record<string, string>> = {
  homes: `woning woningen huis huizen huurwoningen koopwoningen nieuwbouwwoningen appartementen flexwoningen
    seniorenwoningen corporatiewoningen home homes house houses dwelling dwellings apartments flats`,
  units: 'eenheden studenteneenheden wooneenheden studentenwoningen studentenkamers units',
  people: `mens mensen persoon personen inwoner inwoners werkenden werknemers medewerkers werknemer zij-instromers bewoners
    vakmensen vakkrachten internationals kenniswerkers vrijwilligers deelnemers burgers huishoudens-leden afgestudeerden technici
    patiënten cliënten docenten leraren verpleegkundigen ouderen jongeren kinderen
    person people persons resident residents employees workers staff inhabitants participants graduates teachers nurses patients
    citizens volunteers children`,
  students: 'student studenten students',
  pupils: 'leerling leerlingen pupils',
  jobs: 'baan banen job jobs vacatures vacature vacancies voltijdbanen',
  places: 'arbeidsplaats arbeidsplaatsen werkplekken workplaces',
  fte: "fte fte's ftes voltijdsbanen voltijdbanen full-time",
  MW: 'mw megawatt megawatts',
  GW: 'gw gigawatt gigawatts',
  kW: 'kw kilowatt',
  TJ: 'tj terajoule',
  PJ: 'pj petajoule',
  GWh: 'gwh gigawattuur',
  TWh: 'twh terawattuur',
  MWh: 'mwh megawattuur',
  kWh: 'kwh kilowattuur',
  kV: 'kv kilovolt',
  ha: 'ha hectare hectares hectaren',
  mol: 'mol',
  m: 'm meter meters metre metres',
  cm: 'cm centimeter centimetre',
  m2: 'm²',
  km: 'km kilometer kilometers kilometre kilometres',
  kton: 'kton kiloton kilotonne',
  tonnes: 'ton tonnes tonne tons',
  minutes: 'minuut minuten minute minutes min',
  hours: 'uur uren hour hours',
  days: 'dag dagen day days werkdagen',
  weeks: 'week weken weeks',
  months: 'maand maanden month months',
  years: 'jaar jaren year years decennium decennia decades',
  firms: 'bedrijf bedrijven onderneming ondernemingen firm firms company companies businesses enterprises',
  vehicles: "voertuig voertuigen auto auto's vehicle vehicles cars",
  patents: 'patenten patentaanvragen octrooien octrooiaanvragen aanvragen patents',
  beds: 'bed bedden beds',
  households: 'huishouden huishoudens household households',
  trees: 'bomen trees',
};
export const unitOf: ReadonlyMap<string, string> = new Map(
  Object.entries(unitText).flatMap(([unit, text]) =>
    text
      .trim()
      .split(/\s+/)
      .map((word) => [word, unit] as const),
  ),
);
/** Units of continuous quantities: a small whole number of them is rounded too. */
export const measures = words(
  'MW GW kW TJ PJ GWh TWh MWh kWh kV ha mol m cm m2 km kton tonnes percent percent-point',
);
/** Units of discrete quantities. */
export const wholeUnits = words(
  'homes units people students pupils jobs places firms vehicles patents beds households trees',
);
export const durationUnits = words('years months weeks days hours minutes');
/** Unit symbols that may follow a number without a space. */
export const gluedUnits = words(
  'm km cm mm ha mw gw kw tj pj gwh twh mwh kwh kv mln mld k x e de ste st nd rd th bn mn tn b g kg gb mb tb db pp pct eur',
);

/** Rate suffixes of a number: `per jaar`, `a year`, `jaarlijks`. */
export const perUnits: Readonly<Record<string, string>> = {
  jaar: 'year',
  year: 'year',
  annum: 'year',
  maand: 'month',
  month: 'month',
  week: 'week',
  dag: 'day',
  day: 'day',
  uur: 'hour',
  hour: 'hour',
  hoofd: 'person',
  capita: 'person',
  head: 'person',
  inwoner: 'person',
  inhabitant: 'person',
  resident: 'person',
  persoon: 'person',
  person: 'person',
  woning: 'home',
  home: 'home',
  dwelling: 'home',
  huishouden: 'household',
  household: 'household',
  hectare: 'ha',
  ha: 'ha',
  km: 'km',
  kilometer: 'km',
  leerling: 'pupil',
  pupil: 'pupil',
  student: 'student',
  werknemer: 'employee',
  employee: 'employee',
  kwartaal: 'quarter',
  quarter: 'quarter',
};

/** Stop words of noun phrase chunking: a phrase ends before them. */
export const stops = words(`
  in op te aan met voor van de het een en of om door uit bij naar over tot na sinds onder als dan die dat dit deze waar wie wat
  is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen moet moeten zal zullen zou zouden wil willen mag
  gaat gaan komt komen kwam blijft blijven staat staan ligt liggen krijgt krijgen levert leveren maakt maken gerealiseerd gebouwd
  ingevuld opgeleverd bedraagt kost kosten werken werkt wonen woont er hier daar nu nog ook al zo niet geen wel per tussen binnen
  buiten rond vanaf tegen zonder volgens ten terwijl omdat doordat zodat maar want hierbij daarbij hiervan daarvan waarvan waarbij
  waarin ze zij we wij hij ons hun haar uiterlijk jaarlijks gemiddeld totaal bijna ruim circa ongeveer meer minder minimaal
  maximaal ten ter extra-
  the a an of on at to for with by from into and or as than that this these those which who whose where when while is are was
  were be been being has have had will would shall should can could may might must do does did not no per between within outside
  around before after since until under over about above below through during it its their there here now also still only we they
  he she our his her but because so if
  stands stand stood reached reach covers cover covered numbered number needs need raise create creates created cut employs
  employ employed has we'll add adds added spent spend cost costs cost came come comes went goes go fell rose grew makes make made
  telt telden bereikte bereikt steeg stijgt daalde daalt groeit groeide verbruikt duurt duren ontving ontvangen ontvangt behandelen
  behandelt leverde bouwen bouwt bouwden aanleggen legt leggen doet doen gaf geeft geven investeert investeren kregen vindt vinden
  vond rijdt rijden reist reizen loopt lopen viel vallen valt betaalt betalen ontstaan ontstaat dragen draagt steken steekt
  trekken trekt zegt zeggen blijkt lag lagen lagen bevat bevatten beslaat bestaat bestaan omvat omvatten kosten kostte kostten
  versus ingezet tegenover extra-
  live lives lived work works worked built delivered completed created realised compared available needed
`);
/** Prepositions after which a noun phrase may continue: `medewerkers in de zorg`, `tonnes of CO2`. */
export const ofWords = words('van of in aan voor');

export const articles = words('de het een the a an');
export const temporalBefore = words(`
  in tot vanaf sinds na voor uit eind begin medio per jaar anno richting tegen over rond omstreeks tussen periode jaren zomer
  najaar voorjaar winter herfst lente rapportagejaar peiljaar basisjaar begroting jaarrekening voorjaarsnota najaarsnota
  since until by from before after during of end early mid late around between period year years towards till through summer
  autumn spring fiscal budget and en
`);

/** Abbreviations: their full stop does not end a sentence. */
export const abbreviations = words(`
  mld mln ca bijv bv bvb nr nrs art blz pag p resp evt incl excl excl max min ong jl o a m b d e i g z vgl vs zgn enz etc st dr
  drs ir ing prof mr mw dhr approx est fig no vol ed eds cf al jr sr inc ltd dept govt avg tel afb tab hfst par sub red
`);

/** Verbs of change: what follows `tot` or `to` is then the level reached. */
export const changeWords = words(`
  groei groeien groeit groeide gegroeid toename toeneemt toenemen neemt stijgen stijgt stijging steeg gestegen verhogen verhoogd
  verhoging verhoogt oplopen oplopend loopt liep opgelopen dalen daalt daling daalde gedaald verlagen verlaagd verlaging afname
  afneemt terug teruggebracht terugbrengen beperken beperkt uitbreiden uitgebreid uitbreiding brengen gebracht opvoeren vergroten
  verdubbelen opschalen verminderen vermindering verminderd reduceren gereduceerd
  grow grows growing grew growth rise rises rising rose increase increases increased increasing raise raised raising fall falls
  fell falling decline declines declined drop drops dropped reduce reduces reduced reducing cut expand expands expanded up down
  decrease decreases decreased lower lowered climb climbs climbed
`);
