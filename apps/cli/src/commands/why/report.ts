import type { Region } from '@schaalsprong/agenda';
import type { TablePlayer, TableWhy } from '@schaalsprong/futures/table';
import { causeLines, driversSentence, informationSentence, type Speech } from '@schaalsprong/methods/why';
import type { Lang } from '@schaalsprong/words';
import { formatNumber, type NumberStyle, roundingStep } from '@schaalsprong/words';
import { hanging, renderTable, wrap } from '../../terminal/table.ts';
import type { Explained, WhyFound } from './found.ts';
import { sayWhy } from './texts.ts';

/** Limits that are told: the others hold back next to nothing more or less. */
const mostLimits = 5;

/** Whether a contribution says anything: more than its own error, and enough to show in the total, which is told in steps. */
export const tells = ({ value, error }: TablePlayer, step: number): boolean =>
  value !== 0 && Math.abs(value) > 2 * error && Math.abs(value) >= step / 2;

/** What `why` found out, for people. */
export function whyTable(found: WhyFound, region: Region, lang: Lang, width: number): readonly string[] {
  const target = region.byId.targets.get(found.target);
  const title = target?.title[lang] ?? found.target;
  const number = (value: number, style: NumberStyle = {}): string =>
    formatNumber(value, target?.unit ?? '', lang, region.units, { rounded: true, ...style });
  const signed = (value: number): string => number(value, { signed: true });
  const plain = (value: number): string => formatNumber(value, '', lang, region.units);
  const { measures, uncertainties, constraints } = region.byId;
  const scenarios = new Map([found.from, found.to].map((scenario) => [scenario.id as string, scenario]));
  const titleOf = (id: string): string =>
    (measures.get(id) ?? uncertainties.get(id) ?? constraints.get(id) ?? scenarios.get(id))?.title[lang] ??
    id;
  const speech: Speech = {
    lang,
    show: (value, plus) => number(value, { signed: plus === true }),
    name: (id) => sayWhy(lang, 'quoted', { name: titleOf(id) }),
    showOf: (id, value) =>
      formatNumber(value, uncertainties.get(id)?.unit ?? '', lang, region.units, { rounded: true }),
  };
  const section = (heading: string, text: string): readonly string[] => [
    '',
    ...wrap(heading, width),
    ...wrap(text, width),
  ];

  const players = ({ total, players, exact, runs }: TableWhy): readonly string[] => {
    const step = roundingStep(total, target?.unit ?? '', region.units);
    const told = players.filter((player) => tells(player, step));
    const others = players.filter((player) => player.value !== 0 && !told.includes(player));
    const sum = others.reduce((all, { value }) => all + value, 0);
    const leftOut =
      others.length === 0
        ? []
        : [sayWhy(lang, 'left-out', { count: plain(others.length), sum: signed(sum) })];
    const key = told.length + others.length === 0 ? 'brings-nothing' : 'brings';
    const rows = told.map(({ id, value, error }) => [
      titleOf(id),
      `${signed(value)}${exact ? '' : ` ±${number(2 * error)}`}`,
    ]);
    return [
      '',
      ...wrap(sayWhy(lang, key, { total: signed(total), futures: plain(found.futures) }), width),
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
  };

  const limits = ({ change: { limits }, limitUnit }: Explained): readonly string[] => {
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
  };

  const { explained } = found;
  const quoted = sayWhy(lang, 'quoted', { name: title });
  return [
    ...wrap(
      sayWhy(lang, 'title', { target: title, from: found.from.title[lang], to: found.to.title[lang] }),
      width,
    ),
    ...(explained === null
      ? ['', ...wrap(sayWhy(lang, 'same'), width)]
      : [
          ...players(explained.change),
          ...limits(explained),
          ...section(
            sayWhy(lang, 'drivers'),
            explained.drivers.kind === 'none'
              ? explained.drivers.reason[lang]
              : driversSentence(explained.drivers, sayWhy(lang, 'difference', { target: title }), speech),
          ),
          ...section(
            sayWhy(lang, 'information'),
            explained.information.kind === 'none'
              ? explained.information.reason[lang]
              : informationSentence(explained.information, speech),
          ),
          ...(explained.causes === null
            ? []
            : [
                '',
                ...wrap(sayWhy(lang, 'causes'), width),
                ...(explained.causes.kind === 'none'
                  ? wrap(explained.causes.reason[lang], width)
                  : causeLines(explained.causes, quoted, { ...speech, name: (id) => id }).flatMap(
                      ({ depth, text }) => hanging('  '.repeat(depth), text, width),
                    )),
              ]),
        ]),
    '',
    ...wrap(
      sayWhy(lang, 'from', {
        model: region.hashes.model.slice(0, 12),
        agenda: region.hashes.agenda.slice(0, 12),
        data: region.hashes.data.slice(0, 12),
        seed: found.seed,
      }),
      width,
    ),
  ];
}
