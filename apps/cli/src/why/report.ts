import type { Lang, Region } from '@schaalsprong/agenda';
import { formatNumber } from '@schaalsprong/agenda/format';
import {
  causeLines,
  driversSentence,
  informationSentence,
  type NoAnswer,
  type Speech,
} from '@schaalsprong/futures/why';
import { renderTable, wrap } from '../table.ts';
import { sayWhy } from './texts.ts';
import type { WhyFound } from './why.ts';

/** Limits that are told: the others hold back next to nothing more or less. */
const mostLimits = 5;

/** What `why` found out, for people. */
export function whyTable(found: WhyFound, region: Region, lang: Lang, width: number): readonly string[] {
  const target = region.byId.targets.get(found.target);
  const title = target?.title[lang] ?? found.target;
  const unit = target?.unit ?? '';
  const number = (value: number, of: string): string =>
    formatNumber(value, of, lang, region.units, { rounded: true });
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${number(value, unit)}`;
  const { measures, uncertainties, constraints, scenarios } = region.byId;
  const titleOf = (id: string): string =>
    (measures.get(id) ?? uncertainties.get(id) ?? constraints.get(id) ?? scenarios.get(id))?.title[lang] ??
    id;
  const speech: Speech = {
    lang,
    show: (value, plus) => (plus === true ? signed(value) : number(value, unit)),
    name: (id) => `'${titleOf(id)}'`,
    showOf: (id, value) => number(value, uncertainties.get(id)?.unit ?? ''),
  };
  const why = (none: NoAnswer): string => none.reason[lang];
  const { change, drivers, information, causes } = found;
  const section = (heading: string, lines: readonly string[]): readonly string[] => [
    '',
    heading,
    ...lines.flatMap((line) => wrap(line, width)),
  ];
  return [
    ...wrap(
      sayWhy(lang, 'title', { target: title, from: titleOf(found.from), to: titleOf(found.to) }),
      width,
    ),
    ...(change === null
      ? ['', sayWhy(lang, 'same')]
      : [
          '',
          ...wrap(sayWhy(lang, 'brings', { total: signed(change.total), futures: found.futures }), width),
          '',
          ...renderTable(
            [
              { title: sayWhy(lang, 'who'), align: 'left', gives: true },
              { title: sayWhy(lang, 'contribution'), align: 'right' },
            ],
            [
              {
                title: '',
                rows: change.players
                  .filter(({ value }) => value !== 0)
                  .map(({ id, value, error }) => [
                    titleOf(id),
                    `${signed(value)}${change.exact ? '' : ` ±${number(2 * error, unit)}`}`,
                  ]),
              },
            ],
            width,
          ),
          '',
          ...wrap(sayWhy(lang, change.exact ? 'exact' : 'drawn', { runs: change.runs }), width),
          ...(change.limits.length === 0
            ? []
            : [
                '',
                ...wrap(sayWhy(lang, 'limits'), width),
                '',
                ...renderTable(
                  [
                    { title: sayWhy(lang, 'constraint'), align: 'left', gives: true },
                    { title: sayWhy(lang, 'before'), align: 'right' },
                    { title: sayWhy(lang, 'after'), align: 'right' },
                  ],
                  [
                    {
                      title: '',
                      rows: change.limits
                        .slice(0, mostLimits)
                        .map(({ constraint, before, after }) => [
                          titleOf(constraint),
                          number(before, ''),
                          number(after, ''),
                        ]),
                    },
                  ],
                  width,
                ),
              ]),
        ]),
    ...section(sayWhy(lang, 'drivers'), [
      drivers.kind === 'none'
        ? why(drivers)
        : driversSentence(drivers, sayWhy(lang, 'difference', { target: title }), speech),
    ]),
    ...section(sayWhy(lang, 'information'), [
      information.kind === 'none' ? why(information) : informationSentence(information, speech),
    ]),
    ...(causes === null
      ? []
      : section(
          sayWhy(lang, 'causes', { futures: causes.kind === 'none' ? 0 : causes.futures }),
          causes.kind === 'none'
            ? [why(causes)]
            : causeLines(causes, sayWhy(lang, 'subject', { target: title }), {
                ...speech,
                name: (id) => id,
              }).map(({ depth, text }) => `${'  '.repeat(depth)}${text}`),
        )),
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
