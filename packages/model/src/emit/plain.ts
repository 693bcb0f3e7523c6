import { at, numberAt } from '@schaalsprong/words';
import { interpreter } from '../evaluate/interpret.ts';
import type { Program } from '../ir/program.ts';
import { checkBlock } from '../kernel/block.ts';
import type { Kernel, KernelBlock, KernelShape, Question } from '../kernel/kernel.ts';
import { stepsOf } from '../kernel/method.ts';
import { makePlan, type Precision } from '../plan/plan.ts';

const maxLanes = 16;

/**
 * A kernel that interprets the equations, one future at a time: many times slower than the others, for engines that allow neither SIMD nor
 * `eval`. Supports exact mode only.
 */
export function plainKernel(program: Program, shape: KernelShape, _precision: Precision): Kernel {
  const walk = interpreter(program);
  // Reads in dead branches do not count as dependencies, as in the other kernels.
  const plan = makePlan(program, shape.perFuture, shape.shared, shape.outcomes);
  const checked = plan.states.filter((e) => plan.elements[e]?.kind === 'stock');
  const steps = stepsOf(program.time);

  function* blocks(question: Question, begin = 0): Generator<KernelBlock> {
    const { inputs, count, keep, columns, first, seed } = question;
    const lanes = Math.min(maxLanes, count);
    const data = new Float64Array(columns.length * keep.length * lanes);
    for (let from = begin; from < count; from += lanes) {
      const n = Math.min(lanes, count - from);
      let bad: number | undefined;
      for (let i = 0; i < n; i++) {
        const overrides = new Map<number, number>();
        for (const [e, value] of inputs) {
          overrides.set(e, typeof value === 'number' ? value : numberAt(value, from + i));
        }
        const drawKey = { seed, future: first + from + i };
        const courses = walk(overrides, [...columns, ...checked], undefined, drawKey);
        columns.forEach((_, c) => {
          keep.forEach((k, row) => {
            data[(c * keep.length + row) * lanes + i] = numberAt(at(courses, c), k);
          });
        });
        const fine = checked.every((_, s) => Number.isFinite(courses[columns.length + s]?.[steps]));
        if (!fine && bad === undefined) bad = i;
      }
      yield checkBlock({ from, count: n, data, columns: columns.length, keep: keep.length, lanes, bad });
    }
  }

  return {
    lanes: maxLanes,
    bytes: (kept, columns, futures) =>
      8 *
      (kept * columns * Math.min(maxLanes, futures) +
        program.elements.length +
        (columns + checked.length) * (steps + 1)),
    blocks,
  };
}
