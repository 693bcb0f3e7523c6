import { readingOf } from '../facts/facts-logic.ts';
import type { Explained, Fact, FactContext, Repaired } from '../facts/facts-types.ts';
import { repairs } from '../repair/repair.ts';
import type { AuditInput } from '../types.ts';
import { explain } from './explain.ts';

interface Kept {
  readonly words: Map<string, Explained>;
  readonly repairs: Map<string, Repaired>;
  readonly demands: Map<string, Fact['demands']>;
}

const kept = new WeakMap<AuditInput, Kept>();
const mostKept = 500;

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  if (known.size >= mostKept) known.clear();
  known.set(key, made);
  return made;
}

/** The claims whose intervals a fact was made from. */
const claimsOf = ({ taken, core }: Fact): ReadonlySet<string> =>
  new Set([
    ...taken.map(({ claim }) => claim),
    ...(core?.groups ?? []).flatMap((group) => readingOf(group)?.claim ?? []),
  ]);

/**
 * Words and repairs of facts, made once for each fact of an input: most switches leave most facts as they are, and a
 * repair that is tried leaves all but those of its own claim.
 * @param triedOn what the intervals of some claims depend on, besides the setting
 */
export function wordsFor(
  context: FactContext,
  triedOn: (claims: ReadonlySet<string>) => string,
): {
  explain(fact: Fact): Explained;
  repairs(fact: Fact, variants: readonly Fact[]): Repaired;
  /** what `make` gives for this fact and this name, made once */
  demands(fact: Fact, name: string, make: () => Fact['demands']): Fact['demands'];
} {
  const own = kept.get(context.input) ?? { words: new Map(), repairs: new Map(), demands: new Map() };
  kept.set(context.input, own);
  const keyOf = (fact: Fact): string =>
    JSON.stringify([context.setting, triedOn(claimsOf(fact)), { ...fact, id: '' }]);
  return {
    explain: (fact) => remembered(own.words, keyOf(fact), () => explain(fact, context)),
    repairs: (fact, variants) =>
      remembered(own.repairs, [fact, ...variants].map(keyOf).join(), () => repairs(fact, context, variants)),
    demands: (fact, name, make) => remembered(own.demands, `${name} ${keyOf(fact)}`, make),
  };
}
