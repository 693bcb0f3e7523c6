/** Operations that are elementary functions: `math/` has a program for each. */
export type MathName =
  | 'exp'
  | 'ln'
  | 'pow'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh';

/** The operations of a scalar expression; every function of a model is rewritten to these. */
export type Operation =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'square'
  | 'neg'
  | 'lt'
  | 'le'
  | 'gt'
  | 'ge'
  | 'eq'
  | 'ne'
  | 'and'
  | 'or'
  | 'not'
  | 'if'
  | 'min'
  | 'max'
  | 'abs'
  | 'sqrt'
  | 'trunc'
  | 'floor'
  | 'ceil'
  | 'sign'
  | 'mod'
  | 'xidz'
  | MathName;

/**
 * How a lookup is read.
 * - `linear`: between points on the line, held at both ends
 * - `extrapolate`: as `linear`, and the first and last segment go on beyond the ends
 * - `forward`: between points the y of the next point; held at both ends
 * - `backward`: between points the y of the point before; held at both ends
 */
export type LookupMode = 'linear' | 'extrapolate' | 'forward' | 'backward';

/** Functions of many inputs, with one or more outputs: `groups/` has each of them. */
export type GroupName =
  | 'pick'
  | 'sortOrder'
  | 'rank'
  | 'reorder'
  | 'select'
  | 'invertMatrix'
  | 'lookupArea'
  | 'lookupInvert'
  | 'lookupSlope'
  | 'vectorLookup'
  | 'allocateAvailable'
  | 'allocateByPriority'
  | 'demandAtPrice'
  | 'supplyAtPrice'
  | 'marketPrice'
  | 'normalDraw'
  | 'exponentialDraw'
  | 'weibullDraw'
  | 'triangularDraw'
  | 'gammaDraw'
  | 'betaDraw'
  | 'poissonDraw'
  | 'binomialDraw'
  | 'negativeBinomialDraw'
  | 'densityDraw'
  | 'queue'
  | 'lnGamma';

/**
 * An expression of one element: subscripts are gone, names are element numbers.
 * - `n` a number, `r` the value of an element, `t` the time, `f` an operation, `l` a lookup
 * - `d` a random draw, uniform between 0 and 1 (both excluded), fixed by seed, future, stream and time step alone
 * - `g` output `i` of the `n` outputs of a group function on inputs `a`, with settings `p`. Outputs of one call hold
 *   the same `a` object, so that it is computed once.
 */
export type Scalar =
  | { readonly k: 'n'; readonly v: number }
  | { readonly k: 'r'; readonly e: number }
  | { readonly k: 't' }
  | { readonly k: 'f'; readonly f: Operation; readonly a: readonly Scalar[] }
  | { readonly k: 'l'; readonly t: number; readonly x: Scalar; readonly m?: LookupMode }
  | { readonly k: 'd'; readonly stream: number }
  | {
      readonly k: 'g';
      readonly fn: GroupName;
      readonly a: readonly Scalar[];
      readonly p?: readonly number[];
      readonly n: number;
      readonly i: number;
    };
