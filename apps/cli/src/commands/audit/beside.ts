import type { AuditClaim, AuditInput, ChangedClaim, Comparison, Result } from '@schaalsprong/audit';
import { formatNumber, type Interval, type Lang, must, type Text } from '@schaalsprong/words';
import { inBoth, say } from '../../problems/messages.ts';
import { section, wrap } from '../../terminal/table.ts';
import type { Other } from './against.ts';
import type { Outcome, Outcomes } from './outcomes.ts';

/** What the agenda is compared with, in the words of every form of the answer. */
export interface Beside {
  /** For `--json`: fields that come before the report. */
  readonly json: Readonly<Record<string, unknown>>;
  /** What it is, in a few words. */
  readonly what: Text;
  /** One sentence on what the conflicts below are. */
  readonly sentence: Text;
  /** Lists under a heading of their own. */
  readonly lists: readonly { readonly heading: Text; readonly texts: (lang: Lang) => readonly string[] }[];
}

/** A claim by its id with what it says. */
const claimLine = (claim: AuditClaim, lang: Lang): string => `${claim.text[lang]} (${claim.id})`;

/** Another document or version beside the agenda. */
export function besideOther(other: Other, { added, gone, changed, input }: Comparison): Beside {
  const number = (claim: AuditClaim, lang: Lang): string =>
    formatNumber(claim.value, claim.unit, lang, input.units, { precise: true });
  return {
    json: {
      against: {
        id: other.id,
        title: other.title,
        added: added.map(({ id }) => id),
        gone: gone.map(({ id }) => id),
        changed: changed.map(changedJson),
      },
    },
    what: other.title,
    sentence: inBoth((lang) => say(lang, 'audit-compared')),
    lists: [
      {
        heading: inBoth((lang) => say(lang, 'audit-added')),
        texts: (lang) => added.map((claim) => claimLine(claim, lang)),
      },
      {
        heading: inBoth((lang) => say(lang, 'audit-gone')),
        texts: (lang) => gone.map((claim) => claimLine(claim, lang)),
      },
      {
        heading: inBoth((lang) => say(lang, 'audit-changed')),
        texts: (lang) =>
          changed.map(({ claim, from, to, what }) => {
            const words = what.map((one) => say(lang, `change-${one}`)).join(', ');
            return `${claim}: ${number(from, lang)} -> ${number(to, lang)} (${words})`;
          }),
      },
    ],
  };
}

function changedJson({ claim, from, to, what }: ChangedClaim): unknown {
  const stated = ({ value, unit, kind, readings }: AuditClaim): unknown => ({
    value,
    unit,
    kind,
    variable: readings[0]?.variable ?? null,
    interval: readings[0]?.intervals.default ?? null,
  });
  return { claim, what, from: stated(from), to: stated(to) };
}

/** Results of the model or of a file beside the agenda. */
export function besideResults(
  { outcomes, notCompared }: Outcomes,
  what: Text,
  json: Readonly<Record<string, unknown>>,
): Beside {
  return {
    json: { against: { ...json, results: outcomes, notCompared } },
    what,
    sentence: inBoth((lang) => say(lang, 'audit-compared-results', { count: outcomes.length })),
    lists: [{ heading: inBoth((lang) => say(lang, 'audit-not-held')), texts: () => notCompared }],
  };
}

/**
 * Outcomes as claims that say themselves where they come from.
 *
 * @param titleOf what an outcome is of
 * @param source who gives it
 */
export function resultsOf(
  outcomes: readonly Outcome[],
  input: Pick<AuditInput, 'variables' | 'units'>,
  titleOf: (outcome: Outcome) => Text,
  source: Text,
): readonly Result[] {
  const unitOf = new Map(input.variables.map(({ id, unit }) => [id, unit]));
  return outcomes.map((outcome): Result => {
    const unit = must(unitOf, outcome.variable);
    const label = inBoth((lang) =>
      say(lang, 'audit-result', {
        what: titleOf(outcome)[lang],
        source: source[lang],
        interval: rangeText(outcome.interval, unit, lang, input),
      }),
    );
    return { variable: outcome.variable, interval: outcome.interval, label };
  });
}

/** What was computed has no more digits than mean something. */
function rangeText(
  { min, max }: Interval,
  unit: string,
  lang: Lang,
  { units }: Pick<AuditInput, 'units'>,
): string {
  const show = (value: number): string => formatNumber(value, unit, lang, units, { rounded: true });
  if (min === null) return say(lang, 'range-to', { max: show(max ?? 0) });
  if (max === null) return say(lang, 'range-from', { min: show(min) });
  return say(lang, 'range-both', { min: show(min), max: show(max) });
}

/** What is before the conflicts in the table. */
export function besideLines(beside: Beside, lang: Lang, width: number): readonly string[] {
  const lists = beside.lists.flatMap(({ heading, texts }) => section(heading[lang], texts(lang), width));
  return [
    ...wrap(say(lang, 'audit-beside', { what: beside.what[lang] }), width),
    ...wrap(beside.sentence[lang], width),
    ...lists,
    '',
  ];
}

/** The same, for a document in Markdown. */
export function besideMarkdown(beside: Beside, lang: Lang): string {
  const lists = beside.lists.flatMap(({ heading, texts }) => {
    const all = texts(lang);
    return all.length === 0 ? [] : ['', `## ${heading[lang]}`, '', ...all.map((text) => `- ${text}`)];
  });
  return [
    '',
    `${say(lang, 'audit-beside', { what: beside.what[lang] })} ${beside.sentence[lang]}`,
    ...lists,
    '',
  ].join('\n');
}
