import type { TableAnswer, TableTarget } from '@schaalsprong/futures/table';
import { metDegree } from '@schaalsprong/words';

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

const isMostlyMet = ({ met }: TableTarget): boolean => metDegree(met) === 'most';

/** The first line of the table. `compared` is over the same futures. */
export function headline(answer: TableAnswer, compared: TableAnswer | null): Headline {
  const [first] = answer.constraints;
  return {
    met: answer.targets.filter(isMostlyMet).length,
    of: answer.targets.filter(({ met }) => met !== null).length,
    before: compared === null ? null : compared.targets.filter(isMostlyMet).length,
    brake: first === undefined ? null : { constraint: first.id, share: first.share },
  };
}

/** One target of which the count of futures changed. */
export interface MetChange {
  readonly target: string;
  readonly count: number;
  readonly of: number;
  /** Futures more that meet it; never zero. */
  readonly more: number;
}

/** Targets of which the count changed between two answers over the same futures, the largest change first. */
export function metChanges(answer: TableAnswer, before: TableAnswer): readonly MetChange[] {
  const known = new Map(before.targets.map((target) => [target.id, target.met]));
  return answer.targets
    .flatMap(({ id, met }): MetChange[] => {
      const was = known.get(id);
      if (met === null || was === undefined || was === null || was.of !== met.of) return [];
      const more = met.count - was.count;
      return more === 0 ? [] : [{ target: id, count: met.count, of: met.of, more }];
    })
    .sort((a, b) => Math.abs(b.more) - Math.abs(a.more) || a.target.localeCompare(b.target, 'en'));
}
