import {
  type BoxWords,
  isRestricted,
  type PrimBox,
  type Step,
  sayBox,
} from '@schaalsprong/methods/discovery';
import type { PrimAnswer } from './prim.ts';
import type { Subject } from './subject.ts';

/** What every method of `discover` says of where its futures came from and what they were asked. */
export const subjectJson = ({
  source,
  outcome,
  interest,
  data,
}: Subject): Readonly<Record<string, unknown>> => ({
  data: source,
  outcome,
  interest,
  inputs: data.inputs.map(({ name }) => name),
  leftOut: data.leftOut,
  futures: data.count,
  ofInterest: data.ofInterest,
});

/** The answer for programs: fields may be added, never renamed. */
export function primJson({ subject, result, stability }: PrimAnswer): Readonly<Record<string, unknown>> {
  const asked = { method: 'prim', ...subjectJson(subject) };
  if (result === null) return { ...asked, settings: null, boxes: [], stopped: 'one-outcome' };
  const { settings } = result;
  return {
    ...asked,
    settings,
    boxes: result.boxes.map((box, number) => ({
      ...boxJson(box, subject, wordsOf(subject, number, settings.earlier)),
      stability: stability?.[number] ?? null,
    })),
    stopped: result.stopped,
  };
}

/** The words for a box, which say of a later one that it came later. */
export const wordsOf = ({ words }: Subject, number: number, earlier: BoxWords['after']): BoxWords =>
  number === 0 ? words : { ...words, after: earlier };

function boxJson({ trajectory, selected }: PrimBox, { data }: Subject, words: BoxWords): object {
  const stepJson = (step: Step, number: number): object => ({
    step: number,
    phase: step.phase,
    coverage: step.coverage,
    density: step.density,
    mass: step.mass,
    n: step.n,
    k: step.k,
    dimensions: step.restricted,
    limits: limitsJson(step, data),
  });
  const chosen = trajectory[selected.step];
  const inWords = (lang: 'nl' | 'en'): object | null =>
    chosen === undefined ? null : sayBox(chosen, data, words, lang);
  return {
    selected: { ...selected, ...(chosen === undefined ? {} : stepJson(chosen, selected.step)) },
    sentences: { nl: inWords('nl'), en: inWords('en') },
    steps: trajectory.map(stepJson),
  };
}

/** What a box allows of every input, whether that leaves anything out, and what each bound is worth. */
export const limitsJson = ({ box, bounds }: Step, { inputs }: Subject['data']): readonly object[] =>
  inputs.flatMap((input, place) => {
    const limit = box[place];
    if (limit === undefined) return [];
    const own = bounds.filter((bound) => bound.input === input.name);
    const quasiP = Object.fromEntries(own.map((bound) => [bound.side, bound.quasiP]));
    return [{ ...limit, restricted: isRestricted(limit, input), quasiP }];
  });
