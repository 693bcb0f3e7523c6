import fc from 'fast-check';
import { makers } from '../../packages/model/src/run/backends.ts';
import { answerOf, type Case, randomCase } from '../../packages/model/test/random-programs.ts';

/** The program of a case, by the generator that the tests of the kernel have. */
export const programOf = (seed: number): Case => {
  const [made] = fc.sample(randomCase, { seed, numRuns: 1 });
  if (made === undefined) throw new Error('no sample');
  return made;
};

/**
 * Runs a program in every back end: in exact mode all give the same bits, in fast mode WebAssembly and JavaScript do.
 *
 * @returns where they differ; null where they do not
 */
export function programDifference({ program, shape, question }: Case): string | null {
  for (const mode of ['exact', 'fast'] as const) {
    const backends = mode === 'exact' ? (['plain', 'js', 'wasm'] as const) : (['js', 'wasm'] as const);
    const [first, ...others] = backends.map((name) => ({
      name,
      ...answerOf(makers[name](program, shape, mode), question),
    }));
    for (const other of others) {
      const at = first?.values.findIndex((value, i) => !Object.is(value, other.values[i])) ?? -1;
      const names = `${first?.name} and ${other.name} in ${mode} mode`;
      if (at >= 0) return `${names}: ${first?.values[at]} against ${other.values[at]} at ${at}`;
      if (first?.bad !== other.bad) return `${names}: first bad future ${first?.bad} against ${other.bad}`;
    }
  }
  return null;
}
