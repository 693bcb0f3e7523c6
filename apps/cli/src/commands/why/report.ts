import type { Region } from '@schaalsprong/agenda';
import type { TablePlayer, TableWhy } from '@schaalsprong/futures/table';
import { causeLines, driversSentence, informationSentence, type Speech } from '@schaalsprong/methods/why';
import type { Lang } from '@schaalsprong/words';
import { formatNumber, must, type NumberStyle, roundingStep } from '@schaalsprong/words';
import { hanging, renderTable, wrap } from '../../terminal/table.ts';
import type { Explained, WhyFound } from './found.ts';
import { sayWhy } from './texts.ts';

/** Limits that are told: the others hold back next to nothing more or less. */
const mostLimits = 5;

/** Whether a contribution says anything: more than its own error, and enough to show in the total, which is told in steps. */
export const tells = ({ value, error }: TablePlayer, step: number): boolean =>
  value !== 0 && Math.abs(value) > 2 * error && Math.abs(value) >= step / 2;

/** What every part of the report writes with: the target of the question, its unit, the language and the width. */
interface Writer {
  readonly lang: Lang;
  readonly width: number;
  readonly unit: string;
  readonly units: Region['units'];
  /** Title of a measure, uncertainty, limit or scenario. */
  readonly titleOf: (id: string) => string;
  readonly number: (value: number, style?: NumberStyle) => string;
  readonly plain: (value: number) => string;
  readonly speech: Speech;
}

function writerOf(found: WhyFound, region: Region, lang: Lang, width: number): Writer {
  const unit = must(region.byId.targets, found.target).unit;
  const { units } = region;
  const { measures, uncertainties, constraints } = region.byId;
  const scenarios = new Map([found.from, found.to].map((scenario) => [scenario.id as string, scenario]));
  const number = (value: number, style: NumberStyle = {}): string =>
    formatNumber(value, unit, lang, units, { rounded: true, ...style });
  const titleOf = (id: string): string =>
    (measures.get(id) ?? uncertainties.get(id) ?? constraints.get(id) ?? scenarios.get(id))?.title[lang] ??
    id;
  return {
    lang,
    width,
    unit,
    units,
    titleOf,
    number,
    plain: (value) => formatNumber(value, '', lang, units),
    speech: {
      lang,
      show: (value, plus) => number(value, { signed: plus === true }),
      name: (id) => sayWhy(lang, 'quoted', { name: titleOf(id) }),
      showOf: (id, value) =>
        formatNumber(value, uncertainties.get(id)?.unit ?? '', lang, units, { rounded: true }),
    },
  };
}

/** What `why` found out, for people. */
export function whyTable(found: WhyFound, region: Region, lang: Lang, width: number): readonly string[] {
  const writer = writerOf(found, region, lang, width);
  const { hashes } = region;
  const target = region.byId.targets.get(found.target)?.title[lang] ?? found.target;
  const [from, to] = [found.from.title[lang], found.to.title[lang]];
  return [
    ...wrap(sayWhy(lang, 'title', { target, from, to }), width),
    ...(found.explained === null
      ? ['', ...wrap(sayWhy(lang, 'same'), width)]
      : [
          ...playersLines(found.explained.change, found.futures, writer),
          ...limitsLines(found.explained, writer),
          ...reasonsLines(found.explained, target, writer),
          ...causesLines(found.explained, target, writer),
        ]),
    '',
    ...wrap(
      sayWhy(lang, 'from', {
        model: hashes.model.slice(0, 12),
        agenda: hashes.agenda.slice(0, 12),
        data: hashes.data.slice(0, 12),
        seed: found.seed,
      }),
      width,
    ),
  ];
}

/** What each measure brings, as a table; what says nothing on its own is added up below it. */
function playersLines(
  { total, players, exact, runs }: TableWhy,
  futures: number,
  { lang, width, unit, units, titleOf, number, plain }: Writer,
): readonly string[] {
  const signed = (value: number): string => number(value, { signed: true });
  const step = roundingStep(total, unit, units);
  const shown = players.filter((player) => tells(player, step));
  const others = players.filter((player) => player.value !== 0 && !shown.includes(player));
  const sum = others.reduce((all, { value }) => all + value, 0);
  const leftOut =
    others.length === 0 ? [] : [sayWhy(lang, 'left-out', { count: plain(others.length), sum: signed(sum) })];
  const key = shown.length + others.length === 0 ? 'brings-nothing' : 'brings';
  const rows = shown.map(({ id, value, error }) => [
    titleOf(id),
    `${signed(value)}${exact ? '' : ` ±${number(2 * error)}`}`,
  ]);
  return [
    '',
    ...wrap(sayWhy(lang, key, { total: signed(total), futures: plain(futures) }), width),
    '',
    ...(rows.length === 0
      ? []
      : [
          ...renderTable(
            [
              { title: sayWhy(lang, 'who'), align: 'left', gives: true },
              { title: sayWhy(lang, 'contribution'), align: 'right' },
            ],
            [{ title: '', rows }],
            width,
          ),
          '',
        ]),
    ...[...leftOut, sayWhy(lang, exact ? 'exact' : 'drawn', { runs: plain(runs) })].flatMap((text) =>
      wrap(text, width),
    ),
  ];
}

/** What held the target back before and after. */
function limitsLines(
  { change: { limits }, limitUnit }: Explained,
  { lang, width, titleOf, plain }: Writer,
): readonly string[] {
  const rows = limits
    .slice(0, mostLimits)
    .filter(({ before, after }) => before !== 0 || after !== 0)
    .map(({ constraint, before, after }) => [
      titleOf(constraint),
      ...[before, after].map((held) => plain(Number(held.toPrecision(3)))),
    ]);
  if (rows.length === 0) return [];
  return [
    '',
    ...wrap(sayWhy(lang, 'limits', { unit: limitUnit === null ? '' : ` (${limitUnit})` }), width),
    '',
    ...renderTable(
      [
        { title: sayWhy(lang, 'constraint'), align: 'left', gives: true },
        { title: sayWhy(lang, 'before'), align: 'right' },
        { title: sayWhy(lang, 'after'), align: 'right' },
      ],
      [{ title: '', rows }],
      width,
    ),
  ];
}

/** What drives the difference, and what knowing more would be worth. */
function reasonsLines(
  { drivers, information }: Explained,
  target: string,
  { lang, width, speech }: Writer,
): readonly string[] {
  const section = (heading: string, text: string): readonly string[] => [
    '',
    ...wrap(heading, width),
    ...wrap(text, width),
  ];
  return [
    ...section(
      sayWhy(lang, 'drivers'),
      drivers.kind === 'none'
        ? drivers.reason[lang]
        : driversSentence(drivers, sayWhy(lang, 'difference', { target }), speech),
    ),
    ...section(
      sayWhy(lang, 'information'),
      information.kind === 'none' ? information.reason[lang] : informationSentence(information, speech),
    ),
  ];
}

/** The way of the change along the equations, where it was asked. */
function causesLines(
  { causes }: Explained,
  target: string,
  { lang, width, speech }: Writer,
): readonly string[] {
  if (causes === null) return [];
  const heading = ['', ...wrap(sayWhy(lang, 'causes'), width)];
  if (causes.kind === 'none') return [...heading, ...wrap(causes.reason[lang], width)];
  const quoted = sayWhy(lang, 'quoted', { name: target });
  return [
    ...heading,
    ...causeLines(causes, quoted, { ...speech, name: (id) => id }).flatMap(({ depth, text }) =>
      hanging('  '.repeat(depth), text, width),
    ),
  ];
}
