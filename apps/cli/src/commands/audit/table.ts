import {
  type AuditClaim,
  type AuditInput,
  type AuditReport,
  type Conflict,
  type ConflictKind,
  resultsDocument,
} from '@schaalsprong/audit';
import { formatInterval, formatNumber, type Lang, must } from '@schaalsprong/words';
import { type MessageKey, say } from '../../problems/messages.ts';
import { hanging, section, wrap } from '../../terminal/table.ts';

/** What the table is drawn from: the report, as far as it is shown. */
export type ShownReport = Omit<AuditReport, 'seconds'>;

/** A label is before its text where there is room for that, else on a line of its own. */
const besideFrom = 60;

/**
 * The audit of an agenda for people: what was found in one sentence, then each conflict with what clashes, the sum, its
 * claims and their places, under what it stands and what would fix it; then what the text rules out, what could not be
 * compared, and what the audit does not see.
 *
 * @param title whose agenda it is
 * @param report what was found, or the part of it that was asked for
 * @param input claims, assumptions and units
 * @param lang language
 * @param width places on a line
 * @param beside lines on what the agenda is compared with, before the conflicts
 * @returns the text, ending in a newline
 */
export function auditTable(
  title: string,
  report: ShownReport,
  input: AuditInput,
  lang: Lang,
  width: number,
  beside: readonly string[] = [],
): string {
  return [
    title,
    '',
    ...beside,
    ...summaryLines(report, lang, width),
    ...conflictLines(report.conflicts, input, lang, width),
    ...ruledOutLines(report, input, lang, width),
    ...section(
      say(lang, 'audit-not-encoded'),
      report.notEncoded.map(({ claim, reason }) => `${claim}: ${reason[lang]}`),
      width,
    ),
    ...section(
      say(lang, 'audit-warnings'),
      report.warnings.map((warning) => warning[lang]),
      width,
    ),
    ...section(
      say(lang, 'audit-limits'),
      report.limits.map((limit) => limit[lang]),
      width,
    ),
    '',
    ...wrap(
      say(lang, 'audit-provenance', {
        claims: report.claims,
        compared: report.compared,
        alone: report.alone,
        notEncoded: report.notEncoded.length,
        setting: say(lang, `setting-${report.setting}`),
        hash: report.hash.slice(0, 12),
      }),
      width,
    ),
    '',
  ].join('\n');
}

/** Whether somebody has accepted a conflict as it is. */
export const isAccepted = ({ verdict }: Pick<Conflict, 'verdict'>): boolean =>
  verdict?.verdict.startsWith('accepted') === true;

/** How many are open, of which kinds, and how many were accepted. */
function summaryLines(report: ShownReport, lang: Lang, width: number): readonly string[] {
  const open = report.conflicts.filter((conflict) => !isAccepted(conflict));
  const accepted = report.conflicts.length - open.length;
  const counts = new Map<ConflictKind, number>();
  for (const { kind } of open) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].map(([kind, count]) => `${say(lang, `kind-${kind}`)} ${count}`).join(', ');
  return [
    ...wrap(
      open.length === 0
        ? say(lang, 'audit-nothing', { accepted })
        : say(lang, 'audit-found', { open: open.length, kinds, accepted }),
      width,
    ),
    ...(report.complete ? [] : wrap(say(lang, 'audit-incomplete'), width)),
  ];
}

/** Every conflict, numbered in the order of its weight. */
export function conflictLines(
  conflicts: readonly Conflict[],
  input: AuditInput,
  lang: Lang,
  width: number,
): readonly string[] {
  const claims = new Map(input.claims.map((claim) => [claim.id, claim]));
  return conflicts.flatMap((conflict, i) => [
    '',
    ...hanging(`${i + 1}. `, headOf(conflict, lang), width),
    ...labelled(fieldsOf(conflict, claims, input, lang), lang, width),
  ]);
}

function headOf(conflict: Conflict, lang: Lang): string {
  const kind = say(lang, `kind-${conflict.kind}`).toUpperCase();
  const { verdict } = conflict;
  return verdict === null
    ? `${kind}  ${conflict.explanation[lang]}`
    : `${kind} (${say(lang, `verdict-${verdict.verdict}`, { by: verdict.by, on: verdict.on })})  ${conflict.explanation[lang]}`;
}

type Field = readonly [label: MessageKey, texts: readonly string[]];

function fieldsOf(
  conflict: Conflict,
  claims: ReadonlyMap<string, AuditClaim>,
  input: AuditInput,
  lang: Lang,
): readonly Field[] {
  const titles = new Map(input.assumptions.map(({ id, title }) => [id, title[lang]]));
  const { verdict } = conflict;
  return [
    ['audit-arithmetic', [conflict.arithmetic[lang]]],
    ['audit-claims', conflict.claims.map(({ id }) => claimText(id, claims, lang))],
    ['audit-stands', [standsText(conflict, claims, lang)]],
    ['audit-assumes', conflict.assumptions.map((id) => `${titles.get(id) ?? id} (${id})`)],
    ['audit-repair', repairTexts(conflict, input, lang)],
    [
      'audit-variants',
      conflict.variants.map(({ arithmetic, assumptions }) => arithmetic[lang] + under(assumptions, lang)),
    ],
    ['audit-verdict', verdict === null ? [] : [verdict.why]],
    ['audit-id', [conflict.id]],
  ];
}

/** Where it stands, what it says, and which one it is. */
function claimText(id: string, claims: ReadonlyMap<string, AuditClaim>, lang: Lang): string {
  const claim = claims.get(id);
  if (claim === undefined) return id;
  const places = claim.places.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
  const line = places === '' ? '' : say(lang, 'audit-place', { places, page: claim.page });
  // What is computed says itself where it comes from.
  const document = claim.document === resultsDocument ? '' : (claim.document ?? '');
  const where = [document, line].filter((part) => part !== '').join(', ');
  return `${where === '' ? '' : `${where}: `}${claim.text[lang]} (${id})`;
}

/** Kinds of which a wider reading of the words changes nothing, or which are at one width alone. */
const withoutWidth: readonly ConflictKind[] = ['definition', 'missing', 'duplicate', 'near'];

/** Under which setting and readings it stands. */
function standsText(conflict: Conflict, claims: ReadonlyMap<string, AuditClaim>, lang: Lang): string {
  if (withoutWidth.includes(conflict.kind)) return '';
  const setting = say(lang, `setting-${conflict.setting}`);
  const readings = Object.entries(conflict.readings).map(([id, taken]) => {
    const titles = (claims.get(id)?.readings ?? [])
      .filter((reading) => taken.includes(reading.id))
      .map((reading) => reading.title[lang]);
    return `${id}: ${titles.join(say(lang, 'or'))}`;
  });
  if (readings.length === 0) return setting;
  if (conflict.everyReading) return `${setting}; ${say(lang, 'audit-every-reading')}`;
  return `${setting}; ${say(lang, 'audit-some-readings', { readings: readings.join('; ') })}`;
}

/** The smallest repair together, then what each claim alone would have to become. */
function repairTexts(conflict: Conflict, input: AuditInput, lang: Lang): readonly string[] {
  const { units } = input;
  const unitOf = new Map(conflict.claims.map(({ id, unit }) => [id, unit]));
  const single = conflict.repairs.map((repair) => {
    const number = (value: number): string =>
      formatNumber(value, repair.unit, lang, units, { precise: true });
    return `${repair.claim}: ${number(repair.instead)} -> ${number(repair.value)}`;
  });
  if (single.length > 0) return single;
  return conflict.repair.map(({ claim, from, to }) => {
    const show = (interval: typeof from): string =>
      formatInterval(interval, must(unitOf, claim), lang, units);
    return `${claim}: ${show(from)} -> ${show(to)}`;
  });
}

function ruledOutLines(report: ShownReport, input: AuditInput, lang: Lang, width: number): readonly string[] {
  const claims = new Map(input.claims.map((claim) => [claim.id, claim]));
  return section(
    say(lang, 'audit-ruled-out'),
    report.ruledOut.map(({ claim, reading, arithmetic, assumptions }) => {
      const title = claims.get(claim)?.readings.find(({ id }) => id === reading)?.title[lang] ?? reading;
      return `${claim}, ${title}: ${arithmetic[lang]}${under(assumptions, lang)}`;
    }),
    width,
  );
}

/** Which assumptions something needs, behind it; nothing where it needs none. */
function under(assumptions: readonly string[], lang: Lang): string {
  return assumptions.length === 0
    ? ''
    : ` ${say(lang, 'audit-under', { assumptions: assumptions.join(', ') })}`;
}

/** Labels at the left with their texts beside them; on a narrow screen below them. Without a text no label. */
function labelled(fields: readonly Field[], lang: Lang, width: number): readonly string[] {
  const beside = width >= besideFrom;
  const room = Math.max(...fields.map(([label]) => say(lang, label).length));
  return fields.flatMap(([label, all]) => {
    const texts = all.filter((text) => text !== '');
    if (texts.length === 0) return [];
    const name = `   ${say(lang, label)}`;
    if (!beside) return [name, ...texts.flatMap((text) => hanging('     ', text, width))];
    const empty = ' '.repeat(room + 5);
    return texts.flatMap((text, i) => hanging(i === 0 ? name.padEnd(room + 5) : empty, text, width));
  });
}
