import { int32At } from '@schaalsprong/words';
import { binomialUpperTail } from './binomial.ts';
import { type Box, isRestricted } from './box.ts';
import { lowerSide, type Membership, type Side, upperSide } from './membership.ts';

/** How a box on a trajectory came about. */
export type Phase = 'start' | 'peel' | 'paste' | 'drop' | 'given';

/** One box on the way from all futures to few. */
export interface Step {
  readonly phase: Phase;
  /** Per input what is allowed, in the order of the inputs. */
  readonly box: Box;
  /** Futures inside. */
  readonly n: number;
  /** Futures of interest inside. */
  readonly k: number;
  /** k of all futures of interest, those of earlier boxes too. */
  readonly coverage: number;
  /** k / n; 0 for an empty box. */
  readonly density: number;
  /** n of all futures. */
  readonly mass: number;
  /** Number of inputs whose limits differ from the range of the data. */
  readonly restricted: number;
  /** The bounds that leave anything out, in the order of the inputs. */
  readonly bounds: readonly Bound[];
}

/** One bound of a box, and what it would be without. */
export interface Bound {
  readonly input: string;
  readonly side: 'min' | 'max' | 'categories';
  /** Futures, and those of interest, in the box without this bound. */
  readonly without: { readonly n: number; readonly k: number };
  /**
   * P(X >= k) of X ~ Bin(n, p), with n and k of the box and p the density without this bound: small where the bound is
   * unlikely to be chance. Not a probability in the strict sense, since the bound was chosen on the same futures.
   *
   * Source: B. Bryant and R. Lempert, Technological Forecasting and Social Change 77 (2010).
   */
  readonly quasiP: number;
}

/** What coverage and mass are parts of. */
export interface Whole {
  readonly count: number;
  readonly ofInterest: number;
}

/** The figures of the present box. */
export function stepOf(membership: Membership, phase: Phase, whole: Whole): Step {
  const { n, k, box, inputs } = membership;
  const bounds = inputs.flatMap((input, place): readonly Bound[] => {
    const limit = membership.limitOf(place);
    const boundAt = (side: Bound['side'], at: Side): Bound => {
      const without = {
        n: n + int32At(membership.aloneN, at),
        k: k + int32At(membership.aloneK, at),
      };
      const density = without.n > 0 ? without.k / without.n : 0;
      return { input: input.name, side, without, quasiP: binomialUpperTail(k, n, density) };
    };
    if (!isRestricted(limit, input)) return [];
    if (limit.kind === 'category' || input.kind === 'category')
      return [boundAt('categories', lowerSide(place))];
    return [
      ...(limit.min === input.min ? [] : [boundAt('min', lowerSide(place))]),
      ...(limit.max === input.max ? [] : [boundAt('max', upperSide(place))]),
    ];
  });
  return {
    phase,
    box,
    n,
    k,
    coverage: k / Math.max(whole.ofInterest, 1),
    density: n > 0 ? k / n : 0,
    mass: n / whole.count,
    restricted: new Set(bounds.map(({ input }) => input)).size,
    bounds,
  };
}
