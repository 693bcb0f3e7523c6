import {
  type Bound,
  type PrimBox,
  type PrimSettings,
  type Resampling,
  type Step,
  sayBox,
} from '@schaalsprong/methods/discovery';
import type { Lang } from '@schaalsprong/words';
import { formatMet, formatNumber } from '@schaalsprong/words';
import { type Column, renderTable, wrap } from '../../terminal/table.ts';
import type { PrimAnswer } from './prim.ts';
import { wordsOf } from './prim-json.ts';
import type { Subject } from './subject.ts';
import { type DiscoverText, sayDiscover } from './texts.ts';

const left = (lang: Lang, key: DiscoverText): Column => ({
  title: sayDiscover(lang, key),
  align: 'left',
  gives: true,
});
const right = (lang: Lang, key: DiscoverText): Column => ({ title: sayDiscover(lang, key), align: 'right' });

const show = (value: number, lang: Lang, decimals: number): string =>
  value.toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
/** A share with three decimals. */
export const part = (share: number, lang: Lang): string => show(share, lang, 3);
const plain = (value: number, lang: Lang): string => formatNumber(value, '', lang, {});

/** The answer for people: every step of the way, the chosen box, and the sentences to read out. */
export function primTable(
  { subject, result, stability }: PrimAnswer,
  lang: Lang,
  width: number,
): readonly string[] {
  if (result === null) return [...headLines(subject, lang, width), ...oneOutcome(subject, lang, width)];
  const { settings, boxes, stopped } = result;
  const ended = stopped === 'enough' ? [] : ['', ...wrap(sayDiscover(lang, `stopped-${stopped}`), width)];
  return [
    ...headLines(subject, lang, width),
    ...wrap(settingsText(settings, lang), width),
    ...boxes.flatMap((box, number) => [
      '',
      ...(boxes.length > 1 ? [sayDiscover(lang, 'box', { number: number + 1 }), ''] : []),
      ...trajectoryTable(box, lang, width),
      '',
      ...wrap(ruleText(box, settings, lang), width),
      '',
      ...chosenLines(box, subject, wordsOf(subject, number, settings.earlier), lang, width),
      ...stabilityLines(stability?.[number] ?? null, lang, width),
    ]),
    ...ended,
  ];
}

/** What was asked of which futures, and what of them takes no part. */
export function headLines({ words, data }: Subject, lang: Lang, width: number): readonly string[] {
  const { rows, constant } = data.leftOut;
  const met = formatMet({ count: data.ofInterest, of: data.count }, lang);
  return [
    `${words.happens[lang]}: ${met}`,
    ...(rows === 0 ? [] : wrap(sayDiscover(lang, 'left-out-rows', { count: plain(rows, lang) }), width)),
    ...(constant.length === 0
      ? []
      : wrap(sayDiscover(lang, 'constant', { names: constant.join(', ') }), width)),
  ];
}

/** Where it happens in all futures or in none, that is the answer. */
export function oneOutcome(
  { words, data, outcomeRange }: Subject,
  lang: Lang,
  width: number,
): readonly string[] {
  const key = data.ofInterest > 0 ? 'always' : 'never';
  const count = plain(data.count, lang);
  return [
    ...wrap(sayDiscover(lang, key, { happens: words.happens[lang], count }), width),
    ...(outcomeRange === null
      ? []
      : wrap(
          sayDiscover(lang, 'other-threshold', { from: outcomeRange.from[lang], to: outcomeRange.to[lang] }),
          width,
        )),
  ];
}

const settingsText = ({ alpha, pasteAlpha, minMass, objective }: PrimSettings, lang: Lang): string =>
  sayDiscover(lang, 'settings', {
    alpha: plain(alpha, lang),
    pasteAlpha: plain(pasteAlpha, lang),
    minMass: plain(minMass, lang),
    objective,
  });

function ruleText({ selected }: PrimBox, { select }: PrimSettings, lang: Lang): string {
  const level = select.by === 'coverage' || select.by === 'density' ? plain(select.atLeast, lang) : '';
  const key: DiscoverText =
    select.by === 'density' && !selected.reached ? 'rule-density-not' : `rule-${select.by}`;
  return sayDiscover(lang, key, { step: selected.step, level });
}

function trajectoryTable({ trajectory, selected }: PrimBox, lang: Lang, width: number): readonly string[] {
  const columns = [
    right(lang, 'column-step'),
    left(lang, 'column-phase'),
    ...(['column-coverage', 'column-density', 'column-mass'] as const).map((key) => right(lang, key)),
    ...(['column-hit', 'column-futures', 'column-restricted'] as const).map((key) => right(lang, key)),
  ];
  const rows = trajectory.map((step, number) => [
    number === selected.step ? `> ${number}` : String(number),
    sayDiscover(lang, step.phase),
    ...[step.coverage, step.density, step.mass].map((share) => part(share, lang)),
    ...[step.k, step.n, step.restricted].map((count) => plain(count, lang)),
  ]);
  return renderTable(columns, [{ title: '', rows }], width);
}

function chosenLines(
  { trajectory, selected }: PrimBox,
  subject: Subject,
  words: Subject['words'],
  lang: Lang,
  width: number,
): readonly string[] {
  const step = trajectory[selected.step];
  if (step === undefined) return [];
  const { lead, whole, weak } = sayBox(step, subject.data, words, lang);
  const sentences = [lead, whole, ...weak].flatMap((sentence) => wrap(sentence, width));
  return step.bounds.length === 0 ? sentences : [...limitTable(step, subject, lang, width), '', ...sentences];
}

/** The restricted inputs of a step, each bound with what it is worth. */
export function limitTable(
  step: Step,
  { data, words }: Subject,
  lang: Lang,
  width: number,
): readonly string[] {
  const columns = [
    left(lang, 'column-input'),
    ...(['column-from', 'column-to', 'column-without', 'column-quasi-p'] as const).map((key) =>
      right(lang, key),
    ),
  ];
  const rows = step.bounds.map((bound) => {
    const { input, side, without, quasiP } = bound;
    const limit = step.box.find((each) => each.input === input);
    const title = words.inputs?.[input]?.title[lang] ?? input;
    const ends =
      limit === undefined || limit.kind === 'category'
        ? ['', limit?.allowed.join(', ') ?? '']
        : side === 'min'
          ? [shownLimit(limit.min, data, input, lang), '']
          : ['', shownLimit(limit.max, data, input, lang)];
    return [
      title,
      ...ends,
      sayDiscover(lang, 'of-futures', { k: plain(without.k, lang), n: plain(without.n, lang) }),
      shownP(quasiP, lang),
    ];
  });
  return renderTable(columns, [{ title: '', rows }], width);
}

/** To a thousandth of the range of the input. */
function shownLimit(value: number, data: Subject['data'], name: string, lang: Lang): string {
  const input = data.inputs.find((each) => each.name === name);
  if (input === undefined || input.kind !== 'real') return plain(value, lang);
  const decimals = Math.max(0, -Math.floor(Math.log10((input.max - input.min) / 1000)));
  return show(value, lang, Math.min(decimals, 12));
}

const shownP = (quasiP: Bound['quasiP'], lang: Lang): string =>
  quasiP < 0.001 ? quasiP.toExponential(1).replace('.', lang === 'nl' ? ',' : '.') : show(quasiP, lang, 3);

function stabilityLines(stability: Resampling | null, lang: Lang, width: number): readonly string[] {
  if (stability === null) return [];
  const columns = [
    left(lang, 'column-input'),
    right(lang, 'column-by-coverage'),
    right(lang, 'column-by-density'),
  ];
  const ofRuns = (count: number): string => sayDiscover(lang, 'of-runs', { count, of: stability.runs });
  const rows = [...stability.inputs]
    .sort((a, b) => b.byCoverage - a.byCoverage || b.byDensity - a.byDensity)
    .filter(({ byCoverage, byDensity }) => byCoverage + byDensity > 0)
    .map(({ input, byCoverage, byDensity }) => [input, ofRuns(byCoverage), ofRuns(byDensity)]);
  return [
    '',
    ...wrap(sayDiscover(lang, 'stability', { runs: stability.runs }), width),
    ...renderTable(columns, [{ title: '', rows }], width),
  ];
}
