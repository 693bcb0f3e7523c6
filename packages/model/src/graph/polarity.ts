import { numberAt } from '@schaalsprong/words';
import { evaluate, interpreter } from '../evaluate/interpret.ts';
import type { Program } from '../ir/program.ts';
import { eachReference } from '../ir/references.ts';
import type { Scalar } from '../ir/scalar.ts';

/**
 * What a link does along one run: more of the cause gives more (`+`) or less (`-`) of the effect at every moment looked
 * at; `changes`: now this and then that; `none`: nothing at any of those moments.
 */
export type Polarity = '+' | '-' | 'changes' | 'none';

/** Moments of the run at which links are measured. */
const moments = 24;

/** The value of every element at one time. */
interface Frame {
  readonly time: number;
  readonly values: Float64Array;
}

/** The value of every element at some steps of the run with the model's own constants. */
function snapshots(program: Program): Frame[] {
  const { start, stop, step } = program.time;
  const steps = Math.round((stop - start) / step);
  const every = Math.max(1, Math.floor(steps / moments));
  const found: Frame[] = [];
  const current = new Float64Array(program.elements.length);
  let at = 0;
  const keep = (): void => {
    if (at % every === 0) found.push({ time: start + at * step, values: current.slice() });
  };
  interpreter(program)(new Map(), [], (e, value, k) => {
    if (k > at) {
      keep();
      at = k;
    }
    current[e] = value;
  });
  keep();
  return found;
}

const bump = 1e-3;

/** -1, 0 or 1: what a little more of element `cause` does to an expression, all else as it is. */
function effect(s: Scalar, program: Program, { time, values }: Frame, cause: number): number {
  const own = numberAt(values, cause);
  const span = Math.max(Math.abs(own) * bump, 1e-9);
  const at = (value: number): number =>
    evaluate(s, program, (e) => (e === cause ? value : numberAt(values, e)), time);
  const low = at(own - span);
  const high = at(own + span);
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Differences in the last digits are rounding, not an effect.
  return Math.abs(high - low) <= size * 1e-13 || Number.isNaN(high - low) ? 0 : Math.sign(high - low);
}

const join = (a: Polarity | undefined, b: Polarity): Polarity => {
  if (a === undefined || a === 'none' || a === b) return b;
  return b === 'none' ? a : 'changes';
};

const times = (a: Polarity, b: Polarity): Polarity => {
  if (a === 'none' || b === 'none') return 'none';
  if (a === 'changes' || b === 'changes') return 'changes';
  return a === b ? '+' : '-';
};

/** The polarity of a chain of links. */
export const chain = (links: readonly Polarity[]): Polarity => links.reduce(times, '+');

/**
 * Measures every link between variables along the run with the model's own constants: each cause is moved a thousandth up
 * and down in the equation of its effect, at some two dozen moments. Helpers of functions such as SMOOTH are passed through.
 *
 * @returns for `from * variables + to` (numbers of variables) the polarity of the link
 */
export function measurePolarities(program: Program): Map<number, Polarity> {
  const { elements } = program;
  const frames = snapshots(program);
  const direct: Map<number, Polarity>[] = elements.map((element) => {
    const causes = new Map<number, Polarity>();
    const names = new Set<number>();
    const measure = (s: Scalar, frame: Frame, cause: number): void => {
      const sign = effect(s, program, frame, cause);
      causes.set(cause, join(causes.get(cause), sign === 0 ? 'none' : sign > 0 ? '+' : '-'));
    };
    eachReference(element.expr, (e) => names.add(e));
    for (const cause of names) for (const frame of frames) measure(element.expr, frame, cause);
    // What a stock starts from acts once.
    const [start] = frames;
    const { init } = element;
    if (init !== undefined && start !== undefined) {
      const first = new Set<number>();
      eachReference(init, (e) => first.add(e));
      for (const cause of first) measure(init, start, cause);
    }
    return causes;
  });
  const links = new Map<number, Polarity>();
  const size = program.variables.length;
  /** Goes back through helpers to the variables behind them. */
  const follow = (e: number, effectVariable: number, so: Polarity, passed: readonly number[]): void => {
    for (const [cause, polarity] of direct[e] ?? []) {
      const element = elements[cause];
      if (element === undefined || passed.includes(cause)) continue;
      const whole = times(polarity, so);
      if (element.hidden === true) follow(cause, effectVariable, whole, [...passed, cause]);
      else {
        const key = element.variable * size + effectVariable;
        links.set(key, join(links.get(key), whole));
      }
    }
  };
  elements.forEach((element, e) => {
    if (element.hidden !== true) follow(e, element.variable, '+', [e]);
  });
  return links;
}
