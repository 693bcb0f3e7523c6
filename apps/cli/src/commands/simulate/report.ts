import { type Model, nameKey, type TimeSettings } from '@schaalsprong/model';
import type { Lang } from '@schaalsprong/words';
import { say } from '../../problems/messages.ts';
import { renderTable, wrap } from '../../terminal/table.ts';
import { type Asked, dataHash } from './ask.ts';
import type { SimulateRequest } from './request.ts';

/** What an answer depends on: the same provenance gives the same numbers. */
export interface Provenance {
  readonly model: string;
  /** Hash of the data files that the model read; null where it read none. */
  readonly data: string | null;
  readonly uncertain: string | null;
  readonly seed: number;
  readonly futures: number;
  readonly mode: 'exact' | 'fast';
  readonly set: Readonly<Record<string, number>>;
  /** Id of the scenario whose levers and assumptions were taken; null for those of the model's text. */
  readonly scenario: string | null;
}

/** What the answer to a command depends on. */
export const provenanceOf = (command: SimulateRequest, asked: Asked): Provenance => ({
  model: asked.found.sha256,
  data: dataHash(asked.found),
  uncertain: asked.uncertain,
  seed: command.seed,
  futures: asked.futures,
  mode: command.mode,
  set: command.set,
  scenario: asked.scenario,
});

/** One outcome at every kept time: its value in the one future, or what is known of it over all. */
export interface OutcomeSummary {
  readonly name: string;
  readonly unit: string;
  readonly values?: readonly number[];
  readonly p10?: readonly number[];
  readonly p50?: readonly number[];
  readonly p90?: readonly number[];
  readonly mean?: readonly number[];
}

/** The answer of `simulate`, as `--json` gives it. */
export interface Simulation {
  readonly model: { readonly file: string; readonly time: TimeSettings };
  readonly provenance: Provenance;
  /** How quantiles were found: `sketch` is off by less than 2/1023 of the range at that time. */
  readonly quantiles?: 'exact' | 'sketch';
  readonly time: readonly number[];
  readonly outcomes: readonly OutcomeSummary[];
}

/** The unit of an element, by its full name. */
export function unitsOf(model: Model): (name: string) => string {
  const units = new Map<string, string>();
  for (const variable of model.variables) {
    for (const element of variable.elements) units.set(nameKey(element), variable.units);
  }
  return (name) => units.get(nameKey(name)) ?? '';
}

/** For a table: four digits that count, in the language of the reader. */
const shown = (value: number | undefined, lang: Lang): string =>
  value === undefined
    ? ''
    : value.toLocaleString(lang, {
        maximumSignificantDigits:
          Math.abs(value) < 1e4 ? 4 : Math.min(21, Math.ceil(Math.log10(Math.abs(value) + 1))),
        useGrouping: true,
      });

/** The answer for people: where each outcome begins and ends. */
export function simulationTable(simulation: Simulation, lang: Lang, width: number): string {
  const { time, outcomes, provenance, model } = simulation;
  const [first, last] = [0, time.length - 1];
  const cell = ({ values, p10, p50, p90 }: OutcomeSummary, at: number): string =>
    (values === undefined ? [p10, p50, p90] : [values]).map((row) => shown(row?.[at], lang)).join(' / ');
  const many = provenance.futures > 1 ? ` ${say(lang, 'column-projected')}` : '';
  const rows = outcomes.map((outcome) => [
    outcome.name,
    outcome.unit,
    cell(outcome, first),
    cell(outcome, last),
  ]);
  const short = (hash: string | null): string => hash?.slice(0, 12) ?? say(lang, 'none');
  const line = say(lang, 'simulated-line', {
    file: model.file,
    futures: provenance.futures,
    start: time[first] ?? model.time.start,
    stop: time[last] ?? model.time.stop,
    seed: provenance.seed,
    model: short(provenance.model),
    data: short(provenance.data),
    uncertain: short(provenance.uncertain),
  });
  return [
    ...renderTable(
      [
        { title: say(lang, 'column-variable'), align: 'left', gives: true },
        { title: say(lang, 'column-unit'), align: 'left' },
        { title: `${time[first]}${many}`, align: 'right' },
        { title: `${time[last]}${many}`, align: 'right' },
      ],
      [{ title: '', rows }],
      width,
    ),
    '',
    ...wrap(line, width),
    '',
  ].join('\n');
}
