import type { TableConstraint, TableTarget } from '@schaalsprong/futures/table';
import { metDegree } from '@schaalsprong/words';

/** What of an answer the first line says. */
interface Counted {
  readonly targets: readonly Pick<TableTarget, 'met'>[];
  readonly constraints: readonly Pick<TableConstraint, 'id' | 'share'>[];
}

/** What a setting does, in four figures. */
export interface Headline {
  /** Targets that are mostly met (`metDegree`), of those that have a number and are modelled. */
  readonly met: number;
  readonly of: number;
  /** The same of what it is compared with. */
  readonly before: number | null;
  /** What holds back most, and its part in all that does. */
  readonly brake: { readonly constraint: string; readonly share: number } | null;
}

const isMostlyMet = ({ met }: Pick<TableTarget, 'met'>): boolean => metDegree(met) === 'most';

/** The first line of the table. `compared` is over the same futures. */
export function headline(answer: Counted, compared: Counted | null): Headline {
  const [first] = answer.constraints;
  return {
    met: answer.targets.filter(isMostlyMet).length,
    of: answer.targets.filter(({ met }) => met !== null).length,
    before: compared === null ? null : compared.targets.filter(isMostlyMet).length,
    brake: first === undefined ? null : { constraint: first.id, share: first.share },
  };
}
