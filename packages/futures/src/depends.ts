import type { Domain, DomainHashes } from '@schaalsprong/agenda';

/**
 * The domains of a region that each computed answer depends on: an edit of another domain leaves it valid (decision 0042). Tests hold each
 * list to what the code reads.
 */
export const dependsOn = {
  /** The answers of the policy table, so shared links and work that was kept. */
  table: ['agenda', 'levers', 'model'],
  /**
   * What the futures say of the targets. Observed values, history and conflicts of the audit are no part of it: `withFigures` and
   * `withAudit` put those of now on top.
   */
  standing: ['agenda', 'levers', 'model'],
  /** The back-test, beside the versions of figures that it is given. */
  backTest: ['agenda', 'levers', 'monitor', 'data', 'model', 'checks'],
} as const satisfies Readonly<Record<string, readonly Domain[]>>;

/** The domains that an answer of a kind depends on. */
export type DependsOn<Kind extends keyof typeof dependsOn> = (typeof dependsOn)[Kind][number];

/**
 * The hashes by which an answer of a kind is known: it is valid as long as these are the same.
 *
 * @param kind of answer
 * @param hashes of the region
 */
export function dependencies<Kind extends keyof typeof dependsOn>(
  kind: Kind,
  hashes: Pick<DomainHashes, DependsOn<Kind>>,
): Readonly<Record<DependsOn<Kind>, string>> {
  const parts: readonly DependsOn<Kind>[] = dependsOn[kind];
  return Object.fromEntries(parts.map((part) => [part, hashes[part]])) as Record<DependsOn<Kind>, string>;
}
