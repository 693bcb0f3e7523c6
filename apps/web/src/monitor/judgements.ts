import type { Judgement } from '@schaalsprong/agenda';
import { type Kind, quoted } from '../lib/kept.ts';
import { statuses } from './statuses.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

function isJudgement(value: unknown): value is Judgement {
  if (typeof value !== 'object' || value === null) return false;
  const { target, status, by, on, why } = value as Record<string, unknown>;
  return [target, by, on, why].every(isText) && statuses.some((word) => word === status);
}

/** The judgements of a reader on the targets of a region, as the browser keeps them. */
export const keptJudgements = (region: string): Kind<Judgement> => ({
  key: `schaalsprong-judgements-${region}`,
  is: isJudgement,
  about: ({ target }) => target,
});

/** The file `judgements.yaml` of a region folder. */
export function judgementsYaml(judgements: readonly Judgement[]): string {
  if (judgements.length === 0) return 'judgements: []\n';
  const entries = judgements.map(
    ({ target, status, by, on, why }) =>
      `  - target: ${quoted(target)}\n    status: ${status}\n    by: ${quoted(by)}\n    on: ${quoted(on)}\n    why: ${quoted(why)}\n`,
  );
  return `judgements:\n${entries.join('\n')}`;
}
