import { at } from '@schaalsprong/words';
import fc from 'fast-check';
import { makeLookup } from '../src/evaluate/lookup.ts';
import { groups } from '../src/groups/group-functions.ts';
import type { Element, Method, Program } from '../src/ir/program.ts';
import type { GroupName, LookupMode, Operation, Scalar } from '../src/ir/scalar.ts';
import type { Kernel, KernelShape, Question } from '../src/kernel/kernel.ts';

/** For tests: a random program, and a question to it. */
export interface Case {
  readonly program: Program;
  readonly shape: KernelShape;
  readonly question: Question;
}

const arity: Readonly<Record<Operation, 1 | 2 | 3>> = {
  add: 2,
  sub: 2,
  mul: 2,
  div: 2,
  pow: 2,
  square: 1,
  neg: 1,
  lt: 2,
  le: 2,
  gt: 2,
  ge: 2,
  eq: 2,
  ne: 2,
  and: 2,
  or: 2,
  not: 1,
  if: 3,
  min: 2,
  max: 2,
  abs: 1,
  exp: 1,
  ln: 1,
  sqrt: 1,
  trunc: 1,
  floor: 1,
  ceil: 1,
  sign: 1,
  mod: 2,
  sin: 1,
  cos: 1,
  tan: 1,
  asin: 1,
  acos: 1,
  atan: 1,
  sinh: 1,
  cosh: 1,
  tanh: 1,
  xidz: 3,
};

/** Even, uneven, of one point, of two, of many. */
const lookups = [
  [
    [0, 0],
    [1, 2],
    [2, -1],
    [3, 5],
  ],
  [
    [-0.3, 1],
    [-0.2, 3],
    [-0.1, 2],
    [0, 0.5],
    [0.1, 7],
    [0.2, -0],
  ],
  [
    [-1, 1],
    [0, 2],
    [3, -2],
    [3.5, 0],
  ],
  [[1, 4]],
  [
    [0, 1],
    [10, -1],
  ],
  Array.from({ length: 40 }, (_, i) => [i * i * 0.01 - 2, ((i * 7) % 11) - 4]),
].map((points) => {
  const made = makeLookup(points as [number, number][]);
  if ('fault' in made) throw new Error(made.fault);
  return made.lookup;
});

/** An expression in which a reference is any whole number; {@link settle} gives it an element. */
const expression: fc.Arbitrary<Scalar> = fc.letrec<{ e: Scalar; list: Scalar[] }>((tie) => ({
  list: fc.array(tie('e'), { minLength: 2, maxLength: 4 }),
  e: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.nat({ max: 1000 }).map((e): Scalar => ({ k: 'r', e })),
    fc.constantFrom(0, -0, 1, 2, 4, 0.5, -1, -3, 1e-7, 0.1, 1e6).map((v): Scalar => ({ k: 'n', v })),
    fc.constant<Scalar>({ k: 't' }),
    fc.nat({ max: 2 }).map((stream): Scalar => ({ k: 'd', stream: stream * 0x7fffffff })),
    fc
      .tuple(fc.constantFrom(...(Object.keys(arity) as Operation[])), tie('e'), tie('e'), tie('e'))
      .map(([f, ...a]): Scalar => ({ k: 'f', f, a: a.slice(0, arity[f]) })),
    // The plain ones again, so that they are as frequent as in models.
    fc
      .tuple(fc.constantFrom<Operation>('add', 'sub', 'mul', 'div', 'min', 'max', 'pow'), tie('e'), tie('e'))
      .map(([f, ...a]): Scalar => ({ k: 'f', f, a })),
    fc
      .tuple(
        fc.nat({ max: lookups.length - 1 }),
        tie('e'),
        fc.constantFrom<LookupMode | undefined>(undefined, 'linear', 'extrapolate', 'forward', 'backward'),
      )
      .map(([t, x, m]): Scalar => ({ k: 'l', t, x, ...(m === undefined ? {} : { m }) })),
    tie('list').map((a): Scalar => ({ k: 'g', fn: pick, a, n: 1, i: 0 })),
  ),
})).e;

const pick: GroupName = (Object.keys(groups) as GroupName[]).find((name) => name === 'pick') ?? 'pick';

function settle(s: Scalar, allowed: readonly number[]): Scalar {
  switch (s.k) {
    case 'r':
      return { k: 'r', e: at(allowed, s.e % allowed.length) };
    case 'f':
    case 'g':
      return { ...s, a: s.a.map((x) => settle(x, allowed)) };
    case 'l':
      return { ...s, x: settle(s.x, allowed) };
    default:
      return s;
  }
}

const constants = 5;
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** Every kind of element, method, lookup and operation; inputs per future, shared, and left to the model. */
export const randomCase: fc.Arbitrary<Case> = fc
  .record({
    states: fc.array(
      fc.record({
        kind: fc.constantFrom<Element['kind']>('stock', 'stock', 'memory', 'delay', 'initial'),
        expr: expression,
        init: expression,
        delay: fc.constantFrom<Scalar>({ k: 'n', v: 1 }, { k: 'r', e: 0 }, { k: 'r', e: 1 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    values: fc.array(fc.record({ expr: expression, init: fc.option(expression) }), {
      minLength: 1,
      maxLength: 7,
    }),
    method: fc.constantFrom<Method>('euler', 'euler', 'rk2', 'rk4'),
    count: fc.integer({ min: 1, max: 70 }),
    inputs: fc.array(fc.constantFrom('each', 'shared', 'own'), {
      minLength: constants,
      maxLength: constants,
    }),
    seed: fc.nat(),
    every: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ states, values, method, count, inputs, seed, every }) => {
    const firstState = constants;
    const firstValue = firstState + states.length;
    const all = firstValue + values.length;
    const common = { variable: 0, line: 1 };
    const elements: Element[] = range(0, constants).map((c) => ({
      ...common,
      name: `c${c}`,
      kind: 'value',
      constant: true,
      expr: { k: 'n', v: c + 0.5 },
    }));
    // What is kept of the start reads constants and states before it; a rate may read everything.
    states.forEach(({ kind, expr, init, delay }, i) => {
      const before = range(0, firstState + i);
      const name = `${kind}${i}`;
      if (kind === 'initial') elements.push({ ...common, name, kind, expr: settle(init, before) });
      else {
        elements.push({
          ...common,
          name,
          kind,
          expr: settle(expr, range(0, all)),
          init: settle(init, before),
          ...(kind === 'delay' ? { delay: settle(delay, before) } : {}),
        });
      }
    });
    values.forEach(({ expr, init }, i) => {
      elements.push({
        ...common,
        name: `v${i}`,
        kind: 'value',
        expr: settle(expr, range(0, firstValue + i)),
        ...(init === null ? {} : { init: settle(init, range(0, constants)) }),
      });
    });
    const program: Program = {
      file: 'random',
      time: { start: 0, stop: 3, step: 0.5, saveEvery: 0.5, method },
      dimensions: [],
      variables: [],
      elements,
      lookups,
      warnings: [],
    };
    const given = new Map<number, number | Float64Array>();
    inputs.forEach((how, c) => {
      // The first are whole or half numbers, so that powers meet plain exponents.
      const value = (i: number): number =>
        c < 2 ? ((seed + i) % 9) / 2 - 1 : Math.sin(seed + 12.9898 * i + 78.233 * c) * 3;
      if (how === 'each')
        given.set(
          c,
          Float64Array.from({ length: count }, (_, i) => value(i)),
        );
      if (how === 'shared') given.set(c, value(0));
    });
    const outcomes = range(0, all);
    return {
      program,
      shape: {
        perFuture: new Set([...given].flatMap(([e, v]) => (typeof v === 'number' ? [] : [e]))),
        shared: new Set([...given].flatMap(([e, v]) => (typeof v === 'number' ? [e] : []))),
        outcomes,
      },
      question: {
        inputs: given,
        count,
        keep: range(0, 7).filter((k) => k % every === 0),
        columns: outcomes,
        first: seed % 1000,
        seed,
      },
    };
  });

/** All that a kernel says to a question: by column, kept step and future; and the first bad future. */
export function answerOf(
  kernel: Kernel,
  question: Question,
): { values: Float64Array; bad: number | undefined } {
  const { count, keep, columns } = question;
  const values = new Float64Array(columns.length * keep.length * count);
  let bad: number | undefined;
  for (const block of kernel.blocks(question)) {
    bad ??= block.bad;
    for (let row = 0; row < columns.length * keep.length; row++) {
      const at = row * block.lanes;
      values.set(block.data.subarray(at, at + block.count), row * count + block.from);
    }
  }
  return { values, bad };
}
