import { type CsvAbout, csvText } from '@schaalsprong/tables/csv';
import { formatInterval, formatNumber, type Interval, type Lang, must, type Text } from '@schaalsprong/words';
import type {
  AuditClaim,
  AuditInput,
  AuditReport,
  Conflict,
  ConflictKind,
  Verdict,
  Width,
} from '../types.ts';
import { linesInWords, listed, sentence, upperFirst } from './words.ts';

/** What each kind of conflict is called. */
export const kindTitles: Readonly<Record<ConflictKind, Text>> = {
  contradiction: { nl: 'tegenstrijdigheid', en: 'contradiction' },
  'contradiction-under-assumption': {
    nl: 'tegenstrijdigheid onder een aanname',
    en: 'contradiction under an assumption',
  },
  shortfall: { nl: 'tekort', en: 'shortfall' },
  horizon: { nl: 'termijnen botsen', en: 'horizon clash' },
  definition: { nl: 'ander begrip', en: 'definition clash' },
  dominance: { nl: 'maakt een ander overbodig', en: 'makes another moot' },
  missing: { nl: 'ontbreekt', en: 'missing' },
  near: { nl: 'past net', en: 'just fits' },
  duplicate: { nl: 'staat er dubbel', en: 'duplicate' },
};

const settingTitles: Readonly<Record<Width, Text>> = {
  bare: { nl: 'zoals gedrukt', en: 'as printed' },
  default: { nl: 'gewone ruimte', en: 'usual width' },
  generous: { nl: 'ruime uitleg', en: 'generous width' },
};

const verdictTitles: Readonly<Record<Verdict['verdict'], Text>> = {
  'accepted-as-rounding': { nl: 'aanvaard als afronding', en: 'accepted as rounding' },
  'accepted-as-reading': { nl: 'aanvaard als lezing', en: 'accepted as a reading' },
  'to-be-repaired': { nl: 'te herstellen', en: 'to be repaired' },
  disputed: { nl: 'betwist', en: 'disputed' },
};

const words = {
  nl: {
    title: 'Kloppen de getallen van de agenda?',
    found: (open: number, accepted: number) =>
      `${open} open ${open === 1 ? 'bevinding' : 'bevindingen'}, ${accepted} aanvaard.`,
    none: 'Niets gevonden. Dat bewijst niet dat alles klopt: alleen wat vergeleken kon worden, is vergeleken.',
    sound:
      'Wat hier staat, botst echt, onder de genoemde lezingen en aannamen. Wat hier niet staat, is niet bewezen.',
    counted: (r: AuditReport) =>
      `${r.claims} uitspraken: ${r.compared} vergeleken, ${r.alone} staan alleen, ${r.notEncoded.length} konden niet worden vergeleken.`,
    incomplete: 'De zoektocht is afgebroken: er kan meer zijn.',
    width: 'Ruimte van woorden en cijfers',
    kind: 'Soort',
    number: 'Aantal',
    arithmetic: 'Som',
    figures: 'Cijfers',
    claims: 'Wat er staat',
    line: 'Regel',
    page: 'Bladzijde',
    document: 'Document',
    says: 'Uitspraak',
    figure: 'Cijfer',
    means: 'Telt als',
    stands: 'Blijft staan bij',
    readings: 'Lezingen',
    every: 'bij elke lezing van deze zinnen',
    only: (claim: string, titles: string) => `${claim} gelezen als ${titles}`,
    fits: 'Botst niet als',
    assumptions: 'Aannamen',
    because: 'Reden',
    repairs: 'Wat het zou herstellen',
    smallest: 'Kleinste herstel',
    instead: (to: string, from: string) => `${to} in plaats van ${from}`,
    becomes: (from: string, to: string) => `van ${from} naar ${to}`,
    together: (share: string) => `Alle cijfers samen zouden ${share} moeten wijken.`,
    room: (share: string) => `De ruimte mag ${share} kleiner worden voordat het botst.`,
    variants: 'Andere wegen naar dezelfde som',
    verdict: (v: string, by: string, on: string) => `Oordeel: ${v}, door ${by}, ${on}`,
    accepted: 'Aanvaard',
    targets: 'Doelstellingen',
    ruledOut: 'Lezingen die de tekst zelf uitsluit',
    notEncoded: 'Uitspraken die niet vergeleken konden worden',
    limits: 'Wat deze controle niet ziet',
    warnings: 'Let op',
    from: 'Herkomst',
    hash: (region: string, hash: string) => `Regio ${region}; gemaakt van inhoud met hash \`${hash}\`.`,
  },
  en: {
    title: 'Do the numbers of the agenda agree?',
    found: (open: number, accepted: number) =>
      `${open} open ${open === 1 ? 'finding' : 'findings'}, ${accepted} accepted.`,
    none: 'Nothing was found. That does not prove that all is right: only what could be compared was compared.',
    sound:
      'What stands here really clashes, under the readings and assumptions named. What does not stand here is not proven.',
    counted: (r: AuditReport) =>
      `${r.claims} claims: ${r.compared} compared, ${r.alone} stand alone, ${r.notEncoded.length} could not be compared.`,
    incomplete: 'The search was cut off: there may be more.',
    width: 'Width of words and figures',
    kind: 'Kind',
    number: 'Number',
    arithmetic: 'Sum',
    figures: 'Figures',
    claims: 'What the text says',
    line: 'Line',
    page: 'Page',
    document: 'Document',
    says: 'Claim',
    figure: 'Figure',
    means: 'Counts as',
    stands: 'Still stands with',
    readings: 'Readings',
    every: 'under every reading of these sentences',
    only: (claim: string, titles: string) => `${claim} read as ${titles}`,
    fits: 'Does not clash if',
    assumptions: 'Assumptions',
    because: 'Reason',
    repairs: 'What would repair it',
    smallest: 'Smallest repair',
    instead: (to: string, from: string) => `${to} instead of ${from}`,
    becomes: (from: string, to: string) => `from ${from} to ${to}`,
    together: (share: string) => `All figures together would have to give way by ${share}.`,
    room: (share: string) => `The room may shrink by ${share} before it clashes.`,
    variants: 'Other ways to the same sum',
    verdict: (v: string, by: string, on: string) => `Verdict: ${v}, by ${by}, ${on}`,
    accepted: 'Accepted',
    targets: 'Targets',
    ruledOut: 'Readings that the text itself rules out',
    notEncoded: 'Claims that could not be compared',
    limits: 'What this audit does not see',
    warnings: 'Mind',
    from: 'Provenance',
    hash: (region: string, hash: string) => `Region ${region}; made from content with hash \`${hash}\`.`,
  },
} as const;
type Words = (typeof words)[Lang];

/** Text of content as plain text in Markdown, on one line: no marks, no HTML, no cell of a table broken. */
export const markdownText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<|~&]/g, (c) => (c === '<' ? '&lt;' : c === '&' ? '&amp;' : `\\${c}`))
    .replace(/^([>#+-]|\d+[.)](?= ))/, '\\$1')
    .trim();

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
];

/** Whether somebody has accepted a conflict as it is. */
const isAccepted = ({ verdict }: Conflict): boolean => verdict?.verdict.startsWith('accepted') === true;

interface Writer {
  readonly report: AuditReport;
  readonly input: AuditInput;
  readonly lang: Lang;
  readonly w: Words;
  readonly claims: ReadonlyMap<string, AuditClaim>;
}

const places = (claim: AuditClaim): string =>
  claim.places.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');

const precise = (value: number, unit: string, { lang, input }: Writer): string =>
  formatNumber(value, unit, lang, input.units, { precise: true });

const interval = (i: Interval, unit: string, { lang, input }: Writer): string =>
  formatInterval(tidy(i), unit, lang, input.units);

/** Ends with no more than seven digits that count: what comes from a search is not more exact than that. */
const tidy = (i: Interval): Interval => ({
  ...i,
  min: i.min === null ? null : Number(i.min.toPrecision(7)),
  max: i.max === null ? null : Number(i.max.toPrecision(7)),
});

/** A part of one as a percentage: `0,034%` where three digits count. */
function share(x: number, lang: Lang): string {
  const shown = new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', { maximumSignificantDigits: 3 });
  return `${shown.format(Math.abs(x) * 100)}%`;
}

/** The readings of a claim under which a conflict holds. */
function readingsOf(conflict: Conflict, id: string, { claims, report }: Writer) {
  const all = must(claims, id).readings;
  const named = conflict.readings[id];
  const chosen = named ? all.filter((r) => named.includes(r.id)) : all.slice(0, 1);
  return chosen.map((r) => ({ reading: r, interval: r.intervals[report.setting] }));
}

function claimTable(conflict: Conflict, at: Writer): string[] {
  const { w, lang, claims } = at;
  const documents = conflict.claims.some((c) => claims.get(c.id)?.document);
  const head = [...(documents ? [w.document] : []), w.line, w.page, w.says, w.figure, w.means];
  const rows = conflict.claims.map(({ id, value, unit }) => {
    const claim = must(claims, id);
    const means = readingsOf(conflict, id, at)
      .map((r) => interval(r.interval, r.reading.unit, at))
      .join('; ');
    return [
      ...(documents ? [markdownText(claim.document ?? '')] : []),
      places(claim),
      String(claim.page),
      markdownText(claim.text[lang]),
      markdownText(precise(value, unit, at)),
      markdownText(means),
    ];
  });
  return table(head, rows);
}

function standing(conflict: Conflict, at: Writer): string[] {
  const { w, lang, claims, input } = at;
  if (conflict.epsilon === null && conflict.slack === null && Object.keys(conflict.readings).length === 0) {
    return [];
  }
  const title = (claim: string, reading: string): string =>
    claims.get(claim)?.readings.find((r) => r.id === reading)?.title[lang] ?? reading;
  const quoted = (claim: string, ids: readonly string[]): string =>
    ids.map((id) => `“${markdownText(title(claim, id))}”`).join(lang === 'nl' ? ' of ' : ' or ');
  const line = (claim: string): string => linesInWords([must(claims, claim).line], lang);
  const readings = Object.entries(conflict.readings)
    .filter(([, ids]) => ids.length > 0)
    .map(([claim, ids]) => w.only(line(claim), quoted(claim, ids)));
  const how = conflict.everyReading ? [w.every] : readings;
  const fits = conflict.remaining.slice(0, 4).map((combination) =>
    listed(
      Object.entries(combination).map(([claim, id]) => w.only(line(claim), quoted(claim, [id]))),
      lang,
    ),
  );
  const assumptions = conflict.assumptions.flatMap((id) => input.assumptions.find((a) => a.id === id) ?? []);
  return [
    `- ${w.stands}: ${settingTitles[conflict.setting][lang]}`,
    ...(how.length > 0 ? [`- ${w.readings}: ${how.join('; ')}`] : []),
    ...(fits.length > 0 ? [`- ${w.fits}: ${fits.join('; ')}`] : []),
    ...assumptions.map(
      (a) =>
        `- ${w.assumptions}: ${markdownText(sentence(a.title[lang]))} ${w.because}: ${markdownText(sentence(a.why[lang]))}`,
    ),
  ];
}

function repairing(conflict: Conflict, at: Writer): string[] {
  const { w, lang, claims } = at;
  const line = (claim: string): string => upperFirst(linesInWords([must(claims, claim).line], lang));
  const unitOf = (claim: string): string => {
    const repair = conflict.repairs.find((r) => r.claim === claim);
    return repair?.unit ?? must(claims, claim).unit;
  };
  const single = conflict.repairs.map(
    (r) =>
      `- ${line(r.claim)}: ${markdownText(w.instead(precise(r.value, r.unit, at), precise(r.instead, r.unit, at)))} (${share(r.change, lang)})`,
  );
  const least = conflict.repair.map(
    (r) =>
      `- ${w.smallest}: ${linesInWords([must(claims, r.claim).line], lang)}, ${markdownText(
        w.becomes(interval(r.from, unitOf(r.claim), at), interval(r.to, unitOf(r.claim), at)),
      )}`,
  );
  const whole =
    conflict.epsilon !== null
      ? [`- ${w.together(share(conflict.epsilon, lang))}`]
      : conflict.kind === 'near' && conflict.slack !== null
        ? [`- ${w.room(share(conflict.slack, lang))}`]
        : [];
  const all = [...single, ...least, ...whole];
  return all.length > 0 ? ['', `**${w.repairs}**`, '', ...all] : [];
}

/** Kinds without a sum. */
const wordless: ReadonlySet<ConflictKind> = new Set(['missing', 'definition', 'duplicate']);

function section(conflict: Conflict, nth: number, at: Writer): string[] {
  const { w, lang } = at;
  const { verdict } = conflict;
  return [
    '',
    `### ${nth}. ${upperFirst(kindTitles[conflict.kind][lang])}`,
    '',
    markdownText(conflict.explanation[lang]),
    ...(verdict
      ? [
          '',
          `> ${markdownText(w.verdict(verdictTitles[verdict.verdict][lang], verdict.by, verdict.on))}. ${markdownText(sentence(verdict.why))}`,
        ]
      : []),
    '',
    `${wordless.has(conflict.kind) ? w.figures : w.arithmetic}: ${markdownText(conflict.arithmetic[lang])}`,
    ...(conflict.claims.length > 0 ? ['', ...claimTable(conflict, at)] : []),
    ...spaced(standing(conflict, at)),
    ...repairing(conflict, at),
    ...(conflict.variants.length > 0
      ? [
          '',
          `**${w.variants}**`,
          '',
          ...conflict.variants.map((v) => `- ${markdownText(v.arithmetic[lang])}`),
        ]
      : []),
    '',
    `<sub>${[conflict.id, ...(conflict.targets.length > 0 ? [`${w.targets}: ${conflict.targets.join(', ')}`] : [])].map(markdownText).join('; ')}</sub>`,
  ];
}

const spaced = (lines: readonly string[]): string[] => (lines.length > 0 ? ['', ...lines] : []);

/**
 * A report as a Markdown document that can be attached to a file: what was found and how it was found, each conflict with
 * its claims and places, its sum, readings, assumptions and repairs, what the audit does not see, and the hash of what it was made
 * from. The same report gives the same bytes.
 */
export function reportMarkdown(report: AuditReport, input: AuditInput, lang: Lang): string {
  const w = words[lang];
  const at: Writer = { report, input, lang, w, claims: new Map(input.claims.map((c) => [c.id, c])) };
  const open = report.conflicts.filter((c) => !isAccepted(c));
  const accepted = report.conflicts.filter(isAccepted);
  const kinds = [...new Set(open.map((c) => c.kind))].map((kind): [string, string] => [
    upperFirst(kindTitles[kind][lang]),
    String(open.filter((c) => c.kind === kind).length),
  ]);
  const line = (claim: string): string => upperFirst(linesInWords([must(at.claims, claim).line], lang));
  const reading = (claim: string, id: string): string =>
    at.claims.get(claim)?.readings.find((r) => r.id === id)?.title[lang] ?? id;
  const lines = [
    `# ${w.title}`,
    '',
    ...(report.conflicts.length === 0 ? [w.none] : [w.found(open.length, accepted.length)]),
    w.sound,
    ...(report.complete ? [] : [w.incomplete]),
    '',
    w.counted(report),
    `${w.width}: ${settingTitles[report.setting][lang]}.`,
    ...(kinds.length > 0 ? ['', ...table([w.kind, w.number], kinds)] : []),
    ...bullets(
      w.warnings,
      report.warnings.map((t) => markdownText(t[lang])),
    ),
    ...open.flatMap((c, i) => section(c, i + 1, at)),
    ...(accepted.length > 0
      ? ['', `## ${w.accepted}`, ...accepted.flatMap((c, i) => section(c, open.length + i + 1, at))]
      : []),
    ...bullets(
      w.ruledOut,
      report.ruledOut.map(
        (r) =>
          `${line(r.claim)}: “${markdownText(reading(r.claim, r.reading))}”. ${markdownText(r.arithmetic[lang])}`,
      ),
    ),
    ...bullets(
      w.notEncoded,
      report.notEncoded.map(
        (n) =>
          `${line(n.claim)}: ${markdownText(sentence(at.claims.get(n.claim)?.text[lang] ?? n.claim))} ${markdownText(n.reason[lang])}`,
      ),
    ),
    ...bullets(
      w.limits,
      report.limits.map((t) => markdownText(t[lang])),
    ),
    '',
    `## ${w.from}`,
    '',
    w.hash(report.region, report.hash),
  ];
  return `${lines.join('\n')}\n`;
}

const bullets = (title: string, items: readonly string[]): string[] =>
  items.length > 0 ? ['', `## ${title}`, '', ...items.map((item) => `- ${item}`)] : [];

/** Escapes a cell that a spreadsheet would run as a formula (CSV injection): content may come from an untrusted document. */
const cell = (text: string): string => (/^[=+@\t\r-]/.test(text) ? `'${text}` : text);

/**
 * A report as CSV: a row per conflict and claim, a row without a claim where a conflict has none. Names of columns and ids are
 * English; texts are in the requested language; numbers are in full, in the unit of the claim.
 *
 * @param about what it says of itself besides where it leaves a page
 */
export function reportCsv(
  report: AuditReport,
  input: AuditInput,
  lang: Lang,
  about: CsvAbout | null = null,
): string {
  const claims = new Map(input.claims.map((c) => [c.id, c]));
  const header = [
    'rank',
    'conflict',
    'kind',
    'verdict',
    'setting',
    'every_reading',
    'weight',
    'epsilon',
    'slack',
    'claim',
    'document',
    'line',
    'page',
    'figure',
    'unit',
    'readings',
    'min',
    'max',
    'repair_figure',
    'repair_change',
    'smallest_repair_min',
    'smallest_repair_max',
    'assumptions',
    'targets',
    'claim_text',
    'explanation',
    'arithmetic',
    'from_content',
  ];
  const rows = report.conflicts.flatMap((conflict, i) => {
    const ids: readonly (string | null)[] =
      conflict.claims.length > 0 ? conflict.claims.map((c) => c.id) : [null];
    return ids.map((id) => {
      const claim = id === null ? undefined : must(claims, id);
      const own = conflict.claims.find((c) => c.id === id);
      const named = id === null ? undefined : conflict.readings[id];
      const reading = claim?.readings.find((r) => named?.includes(r.id) ?? true);
      const repair = conflict.repairs.find((r) => r.claim === id);
      const smallest = conflict.repair.find((r) => r.claim === id);
      const means = reading?.intervals[report.setting];
      return [
        i + 1,
        conflict.id,
        conflict.kind,
        conflict.verdict?.verdict,
        conflict.setting,
        conflict.everyReading ? 1 : 0,
        conflict.weight,
        conflict.epsilon,
        conflict.slack,
        id,
        claim?.document ? cell(claim.document) : '',
        own?.line,
        claim?.page,
        own?.value,
        own?.unit,
        named?.join('; '),
        means?.min,
        means?.max,
        repair?.value,
        repair?.change,
        smallest?.to.min,
        smallest?.to.max,
        conflict.assumptions.join('; '),
        conflict.targets.join('; '),
        claim ? cell(claim.text[lang]) : '',
        cell(conflict.explanation[lang]),
        cell(conflict.arithmetic[lang]),
        report.hash,
      ];
    });
  });
  return csvText(header, rows, about);
}
