import { isSeed } from '@schaalsprong/model';
import { type FuturesProblem, problems } from '../problems.ts';
import { rowsOf } from '../statistics/rows.ts';
import type { CorrelationsOfDesign } from './correlations/design-correlations.ts';
import { fractionalFactorial, fullFactorial, type Levels } from './factorial/factorial.ts';
import { designProblems, refuse } from './problems.ts';
import { type MorrisOptions, morrisPoints } from './sensitivity/morris.ts';
import { type SaltelliOptions, saltelliPoints } from './sensitivity/saltelli.ts';
import { sizeProblems } from './size.ts';
import { haltonPoints } from './space-filling/halton.ts';
import { latinColumn, monteCarloColumn } from './space-filling/latin-hypercube.ts';
import { type SobolOptions, sobolPoints } from './space-filling/sobol.ts';

/** Every method that makes a design, in the order in which they are offered. */
export const designMethods = [
  'latin-hypercube',
  'sobol',
  'halton',
  'monte-carlo',
  'full-factorial',
  'fractional-factorial',
  'morris',
  'saltelli',
] as const;
/** One of {@link designMethods}. */
export type DesignMethod = (typeof designMethods)[number];

/** What is asked of a method. Sizes are: points, trajectories of Morris, base rows of Saltelli. */
export type DesignRequest =
  | { readonly method: 'latin-hypercube' | 'monte-carlo'; readonly size: number; readonly seed: number }
  | {
      readonly method: 'sobol' | 'halton';
      readonly size: number;
      readonly seed: number;
      /** Number of the first point of the sequence, from 0. */
      readonly first?: number;
      /** Scrambled by the seed; without it the seed plays no part. */
      readonly scramble?: boolean;
    }
  | { readonly method: 'full-factorial'; readonly levels: readonly Levels[] }
  | { readonly method: 'fractional-factorial' }
  | ({ readonly method: 'morris'; readonly size: number; readonly seed: number } & MorrisOptions)
  | ({
      readonly method: 'saltelli';
      readonly size: number;
      readonly seed: number;
      readonly scramble?: boolean;
    } & Omit<SaltelliOptions, 'scramble'>);

/** Points of the unit cube, one column per dimension, with everything from which they follow. Plain data. */
export interface Design {
  readonly request: DesignRequest;
  readonly names: readonly string[];
  /** Number of points; every column is this long. */
  readonly count: number;
  /** Per name its column, values from 0 to 1. */
  readonly columns: readonly Float64Array[];
  /** Whether the dimensions are correlated: methods that need independent inputs must not use it. */
  readonly dependent: boolean;
  /** The correlations, where it has some. */
  readonly correlations: CorrelationsOfDesign | null;
  /** What is less good about it than it could be; the design is made all the same. */
  readonly warnings: readonly FuturesProblem[];
}

/**
 * Makes a design: a pure function of the request and the names.
 *
 * @param names of the dimensions, each once; they name the random streams of the methods that draw
 * @throws FuturesError with what is wrong with the request; nothing was computed and no memory asked
 *
 * @example
 * ```ts
 * import { makeDesign } from '@schaalsprong/methods/designs';
 *
 * const design = makeDesign(['price', 'demand'], { method: 'latin-hypercube', size: 10, seed: 1 });
 * design.columns.map((column) => column.filter((u) => u < 0.5).length); // => [5, 5]
 * ```
 */
export function makeDesign(names: readonly string[], request: DesignRequest): Design {
  const found: FuturesProblem[] = names.length === 0 ? [designProblems.noNames()] : [];
  for (const name of new Set(names.filter((one, i) => names.indexOf(one) !== i))) {
    found.push(designProblems.names(name));
  }
  if ('seed' in request && !isSeed(request.seed)) found.push(problems.seed(request.seed));
  refuse(found);
  const columns = columnsOf(names, request);
  return {
    request,
    names,
    count: rowsOf(columns),
    columns,
    dependent: false,
    correlations: null,
    warnings: warningsOf(names.length, request),
  };
}

function columnsOf(names: readonly string[], request: DesignRequest): readonly Float64Array[] {
  switch (request.method) {
    case 'latin-hypercube':
    case 'monte-carlo': {
      refuse(sizeProblems(request.size, names.length));
      const column = request.method === 'latin-hypercube' ? latinColumn : monteCarloColumn;
      return names.map((name) => column(name, request.size, request.seed));
    }
    case 'sobol':
      return sobolPoints(request.size, names.length, sequenceOf(request));
    case 'halton':
      return haltonPoints(request.size, names.length, sequenceOf(request));
    case 'full-factorial':
      if (request.levels.length !== names.length) {
        refuse([designProblems.levels(request.levels.length + 1, request.levels[names.length])]);
      }
      return fullFactorial(request.levels);
    case 'fractional-factorial':
      return fractionalFactorial(names.length);
    case 'morris':
      return morrisPoints(request.size, names, request.seed, request);
    case 'saltelli': {
      const { secondOrder = false, groups } = request;
      const grouped = groups === undefined ? {} : { groups };
      return saltelliPoints(request.size, names.length, { secondOrder, ...grouped, ...sequenceOf(request) });
    }
  }
}

interface Sequence {
  readonly seed: number;
  readonly first?: number;
  readonly scramble?: boolean;
}

function sequenceOf({ seed, first = 0, scramble }: Sequence): SobolOptions {
  return scramble === true ? { first, scramble: { seed } } : { first };
}

function warningsOf(dimensions: number, request: DesignRequest): readonly FuturesProblem[] {
  if (request.method === 'halton') {
    return dimensions > 10 && request.scramble !== true ? [designProblems.stripes(dimensions)] : [];
  }
  if (request.method !== 'sobol' && request.method !== 'saltelli') return [];
  const { size, first = 0 } = request;
  const below = 2 ** (31 - Math.clz32(size));
  if (below !== size) return [designProblems.balance(size, below, 2 * below)];
  return first % size === 0 ? [] : [designProblems.start(first, size)];
}
