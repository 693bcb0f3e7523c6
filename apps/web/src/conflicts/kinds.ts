import type { Conflict, ConflictKind, Verdict } from '@schaalsprong/audit';
import { withTwins } from '@schaalsprong/audit/twins';

/** Kinds in which numbers clash, in the order in which they are counted. */
export const clashing = [
  'contradiction',
  'contradiction-under-assumption',
  'shortfall',
  'horizon',
  'definition',
] as const satisfies readonly ConflictKind[];

/** Kinds that get a card of their own: those that clash, and a target that makes another moot. */
export const carded: readonly ConflictKind[] = [...clashing, 'dominance'];

/** All kinds in the order in which the page counts them. */
export const kinds: readonly ConflictKind[] = [...carded, 'duplicate', 'missing', 'near'];

/** Whether numbers clash in it: what only could be clearer is no contradiction. */
export const clashes = (kind: ConflictKind): boolean => clashing.some((other) => other === kind);

/** Whether a verdict takes the conflict as it is; it is then counted apart, and still shown. */
export const accepts = (verdict: Verdict | null): boolean => verdict?.verdict.startsWith('accepted') ?? false;

/** The conflicts that stand by themselves: twins stand on the card of the first and are not counted again. */
export const leading = <C extends Pick<Conflict, 'claims' | 'arithmetic'>>(
  conflicts: readonly C[],
): readonly C[] => withTwins(conflicts).map(({ conflict }) => conflict);

/** What is counted as an open contradiction, the same on every page: nobody accepted it, numbers clash, twins are one. */
export const openClashes = (conflicts: readonly Conflict[]): readonly Conflict[] =>
  leading(conflicts.filter(({ verdict }) => !accepts(verdict))).filter(({ kind }) => clashes(kind));
