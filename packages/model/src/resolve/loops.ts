import { at } from '@schaalsprong/words';
import type { Element } from '../ir/program.ts';
import { needsAtStart, needsEachStep, order } from '../ir/references.ts';
import { say, type Text } from '../problems/say.ts';
import type { Faults } from './faults.ts';
import { resolveTexts } from './texts.ts';

/** Maximum number of loops reported: each is broken before the next is searched. */
const maxLoops = 20;

/** Reports algebraic loops within a time step, and if there are none, loops of initial values. */
export function checkLoops(elements: readonly Element[], file: string, faults: Faults): void {
  // A reported loop is broken so that the next one is found; loops of other elements of the same variables are not reported again.
  const look = (needsOf: (element: Element) => number[], text: Text): boolean => {
    const cut = new Set<number>();
    const reported = new Set<string>();
    for (;;) {
      const found = order(elements.keys(), (i) => {
        const element = elements[i];
        return element === undefined || cut.has(i) ? [] : needsOf(element);
      });
      if (!('loop' in found)) return cut.size > 0;
      // All elements of the variable at once: their dependencies are alike.
      const { variable } = at(elements, at(found.loop, 0));
      for (const [i, element] of elements.entries()) if (element.variable === variable) cut.add(i);
      const mark = [...new Set(found.loop.map((i) => at(elements, i).variable))].sort().join();
      if (!reported.has(mark)) reportLoop(elements, found.loop, text, file, faults);
      reported.add(mark);
      if (reported.size >= maxLoops) return true;
    }
  };
  if (!look(needsEachStep, resolveTexts.loop)) look(needsAtStart, resolveTexts.loopInitial);
}

function reportLoop(
  elements: readonly Element[],
  loop: readonly number[],
  text: Text,
  file: string,
  faults: Faults,
): void {
  const shown = [...loop, ...loop.slice(0, 1)].map((i) => {
    const { name, line } = at(elements, i);
    return `${name} (${file}:${line})`;
  });
  const cycle = shown.length > 40 ? [...shown.slice(0, 20), '...', ...shown.slice(-19)] : shown;
  faults.report(
    'MODEL_LOOP',
    at(elements, at(loop, 0)).line,
    say(text, { cycle: cycle.join(' -> ') }),
    say(resolveTexts.loopHint),
  );
}
