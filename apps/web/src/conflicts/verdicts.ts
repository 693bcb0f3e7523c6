import type { Conflict, Verdict } from '@schaalsprong/audit';
import { type Kind, quoted } from '../lib/kept.ts';
import { accepts } from './kinds.ts';

export const verdictWords = [
  'accepted-as-rounding',
  'accepted-as-reading',
  'to-be-repaired',
  'disputed',
] as const satisfies readonly Verdict['verdict'][];

const isText = (value: unknown): value is string => typeof value === 'string';

function isVerdict(value: unknown): value is Verdict {
  if (typeof value !== 'object' || value === null) return false;
  const { conflict, verdict, by, on, why } = value as Record<string, unknown>;
  return [conflict, by, on, why].every(isText) && verdictWords.some((word) => word === verdict);
}

/** The verdicts of a reader on the conflicts of a region, as the browser keeps them. */
export const keptVerdicts = (region: string): Kind<Verdict> => ({
  key: `schaalsprong-verdicts-${region}`,
  is: isVerdict,
  about: ({ conflict }) => conflict,
});

/** Conflicts with the reader's own verdicts before those of the content; accepted ones after the open ones. */
export function withVerdicts(conflicts: readonly Conflict[], own: readonly Verdict[]): readonly Conflict[] {
  const of = new Map(own.map((verdict) => [verdict.conflict, verdict]));
  const judged = conflicts.map((conflict) => {
    const verdict = of.get(conflict.id);
    return verdict === undefined ? conflict : { ...conflict, verdict };
  });
  return [
    ...judged.filter(({ verdict }) => !accepts(verdict)),
    ...judged.filter(({ verdict }) => accepts(verdict)),
  ];
}

/** Verdicts of the content and of the reader together; the reader's own go first on the same conflict. */
export function allVerdicts(content: readonly Verdict[], own: readonly Verdict[]): readonly Verdict[] {
  const mine = new Set(own.map(({ conflict }) => conflict));
  return [...content.filter(({ conflict }) => !mine.has(conflict)), ...own].sort((a, b) =>
    a.conflict < b.conflict ? -1 : 1,
  );
}

/** The file `verdicts.yaml` of a region folder. */
export function verdictsYaml(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return 'verdicts: []\n';
  const entries = verdicts.map(
    ({ conflict, verdict, by, on, why }) =>
      `  - conflict: ${quoted(conflict)}\n    verdict: ${verdict}\n    by: ${quoted(by)}\n    on: ${quoted(on)}\n    why: ${quoted(why)}\n`,
  );
  return `verdicts:\n${entries.join('\n')}`;
}
