import {
  type BoxWords,
  type DiscoveryData,
  dataOf,
  insideOf,
  numberInput,
  prim,
  type Step,
  sayBox,
} from '@schaalsprong/methods/discovery';
import type { Text } from '@schaalsprong/wire';
import { numberAt } from '@schaalsprong/words';
import type { BoxStep, BoxWay, FailBox } from './contract.ts';

/** Where a target is missed: what is needed to find out, as plain data for a worker. */
export interface FailQuestion {
  readonly target: string;
  /** Per future 1 where the target is missed. */
  readonly missed: Uint8Array;
  /** By uncertainty its value per future; those that are fixed are left out by themselves. */
  readonly columns: readonly { readonly id: string; readonly values: Float64Array }[];
  readonly words: BoxWords;
}

/** Futures of each kind, missed and met, below which no box is looked for: it would be drawn around chance. */
const fewest = 20;
/** Futures that are drawn over a box at most: more would cover each other. */
const mostPoints = 600;
/** Boxes at most: a third is seldom more than the rest. */
const boxesWanted = 2;

/** Boxes of uncertainties in which a target is missed much more often than elsewhere, by PRIM, in words; or why there is none. */
export function failBox({ target, missed, columns, words }: FailQuestion): FailBox {
  const of = missed.length;
  const misses = missed.reduce((sum, each) => sum + each, 0);
  const whole = { target, misses, of };
  if (misses < fewest) return { ...whole, boxes: [], none: texts.few(misses) };
  if (of - misses < fewest) return { ...whole, boxes: [], none: texts.nearlyAll(misses, of) };
  const varying = columns.filter(({ values }) => values.some((value) => value !== values[0]));
  if (varying.length === 0) return { ...whole, boxes: [], none: texts.nothingVaries };
  const data = dataOf(
    varying.map(({ id, values }) => numberInput(id, values)),
    missed,
  );
  const found = prim(data, { boxes: boxesWanted }).boxes.filter(({ trajectory, selected }) => {
    const step = trajectory[selected.step];
    // A box is reported only if it is denser than the base rate.
    return step !== undefined && step.restricted > 0 && step.density > misses / of;
  });
  if (found.length === 0) return { ...whole, boxes: [], none: texts.everywhere };
  let left = new Uint8Array(of).fill(1);
  const boxes = found.map(({ trajectory, selected }, i): BoxWay => {
    const said = i === 0 ? words : { ...words, after: 'removed' as const };
    const rows = left;
    const box = trajectory[selected.step]?.box ?? [];
    const inside = insideOf(data, box);
    left = left.map((one, row) => (inside[row] === 1 ? 0 : one));
    return {
      steps: trajectory.map((step) => boxOf(step, data, said)),
      taken: selected.step,
      points: pointsOf(data, missed, rows, trajectory),
    };
  });
  return { ...whole, boxes, none: null };
}

/** The first futures of those that are left, with every uncertainty that some step of the way limits and one beside them. */
function pointsOf(
  data: DiscoveryData,
  missed: Uint8Array,
  left: Uint8Array,
  trajectory: readonly Step[],
): BoxWay['points'] {
  const rows: number[] = [];
  for (let row = 0; row < left.length && rows.length < mostPoints; row++) if (left[row] === 1) rows.push(row);
  const limited = new Set(trajectory.flatMap(({ bounds }) => bounds.map(({ input }) => input)));
  const inputs = [
    ...data.inputs.filter(({ name }) => limited.has(name)),
    ...data.inputs.filter(({ name }) => !limited.has(name)).slice(0, 1),
  ];
  return {
    missed: Uint8Array.from(rows, (row) => missed[row] ?? 0),
    values: Object.fromEntries(
      inputs.flatMap((input) =>
        input.kind === 'category'
          ? []
          : [[input.name, Float64Array.from(rows, (row) => numberAt(input.values, row))]],
      ),
    ),
    of: left.reduce((sum, one) => sum + one, 0),
  };
}

function boxOf(step: Step, data: DiscoveryData, words: BoxWords): BoxStep {
  // How much of all that is missed lies inside, and which limit may be chance, the page says beside it.
  const say = (lang: 'nl' | 'en'): string => sayBox(step, data, words, lang).lead;
  const limits = data.inputs.flatMap((input) => {
    const bounds = step.bounds.filter((bound) => bound.input === input.name);
    const limit = step.box.find((each) => each.input === input.name);
    if (bounds.length === 0 || limit === undefined) return [];
    if (limit.kind === 'category' || input.kind === 'category') return [];
    return [
      {
        uncertainty: input.name,
        low: limit.min === input.min ? null : limit.min,
        high: limit.max === input.max ? null : limit.max,
        from: input.min,
        to: input.max,
        quasiP: Math.max(...bounds.map(({ quasiP }) => quasiP)),
      },
    ];
  });
  const { coverage, density, n, k } = step;
  return {
    sentence: { nl: say('nl'), en: say('en') },
    limits: limits.sort((a, b) => a.quasiP - b.quasiP),
    coverage,
    density,
    inside: n,
    missesInside: k,
  };
}

/** Said after in how many futures the target is missed. */
const texts = {
  few: (misses: number): Text =>
    misses === 0
      ? { nl: 'Er is niets dat misgaat.', en: 'Nothing goes wrong.' }
      : {
          nl: 'Dat zijn er te weinig om te zeggen waar het aan ligt.',
          en: 'Those are too few to say what causes it.',
        },
  nearlyAll: (misses: number, of: number): Text =>
    misses === of
      ? {
          nl: 'Het gaat altijd mis, wat er ook van de onzekerheden waar is.',
          en: 'It always fails, whatever is true of the uncertainties.',
        }
      : {
          nl: 'Het gaat bijna altijd mis, wat er ook van de onzekerheden waar is.',
          en: 'It nearly always fails, whatever is true of the uncertainties.',
        },
  everywhere: {
    nl: 'Geen enkele grens aan de onzekerheden maakt dat aandeel groter.',
    en: 'No limit on the uncertainties makes that part larger.',
  },
  nothingVaries: {
    nl: 'Alle onzekerheden staan vast: er is maar één toekomst.',
    en: 'All uncertainties are fixed: there is only one future.',
  },
} as const;
