import type { Encoded, ExactRow } from '../system/encode.ts';
import type { Certificate, Core, ProofStep } from '../system/logic.ts';
import type { Farkas } from './exact/prover.ts';
import { add, multiply, parse, print, type Rational, sign, toNumber, zero } from './exact/rational.ts';

/** A refutation as the search found it: rows that add up to nonsense, or two cases that each do. */
export type Refutation =
  | { readonly kind: 'sum'; readonly rows: readonly ExactRow[]; readonly farkas: Farkas }
  | {
      readonly kind: 'cases';
      readonly column: number;
      readonly belowMost: Rational;
      readonly aboveLeast: Rational;
      readonly below: Refutation;
      readonly above: Refutation;
    };

/** The groups whose rows a refutation uses, rising. */
export function groupsOf(refutation: Refutation): number[] {
  const found = new Set<number>();
  for (const row of rowsOf(refutation)) for (const group of row.groups) found.add(group);
  return [...found].sort((a, b) => a - b);
}

export function rowsOf(refutation: Refutation): ExactRow[] {
  return refutation.kind === 'sum'
    ? refutation.farkas.map(({ row }) => refutation.rows[row] as ExactRow)
    : [...rowsOf(refutation.below), ...rowsOf(refutation.above)];
}

export function certificateOf(refutation: Refutation, variables: readonly string[]): Certificate {
  const name = (column: number) => variables[column] as string;
  if (refutation.kind === 'cases') {
    return {
      kind: 'cases',
      of: name(refutation.column),
      belowMost: print(refutation.belowMost),
      aboveLeast: print(refutation.aboveLeast),
      below: certificateOf(refutation.below, variables),
      above: certificateOf(refutation.above, variables),
    };
  }
  return {
    kind: 'sum',
    rows: refutation.farkas.map(({ row, multiplier }) => {
      const { terms, bound, strict, because, kind } = refutation.rows[row] as ExactRow;
      return {
        terms: terms.map(([column, times]) => ({ of: name(column), times: print(times) })),
        bound: print(bound),
        strict,
        multiplier: print(multiplier),
        because: kind === 'cut' ? [] : because,
        by: kind === 'cut' ? 'case' : kind,
      };
    }),
  };
}

/**
 * Whether the rows of a certificate really add up to a contradiction, by adding them up in fractions and nothing else.
 * It does not look at where the rows come from; `Core.certificate` says that per row.
 *
 * @example
 * ```ts
 * import { createEngine, holds } from '@schaalsprong/audit';
 *
 * const between = (min: number, max: number) => ({ min, max, minOpen: false, maxOpen: false });
 * const engine = createEngine({
 *   variables: [{ id: 'homes', bounds: between(0, 1000), whole: true }],
 *   groups: [{ id: 'plan' }],
 *   constraints: [
 *     {
 *       id: 'more than there can be',
 *       groups: ['plan'],
 *       constraint: { kind: 'linear', terms: [{ of: 'homes', times: 1 }], interval: between(2000, 3000) },
 *     },
 *   ],
 * });
 * engine.enumerate().cores.map(({ certificate }) => holds(certificate)); // => [true]
 * ```
 */
export function holds(certificate: Certificate): boolean {
  if (certificate.kind === 'cases') return holds(certificate.below) && holds(certificate.above);
  const sums = new Map<string, Rational>();
  let bound = zero;
  let strict = false;
  for (const row of certificate.rows) {
    const multiplier = parse(row.multiplier);
    if (sign(multiplier) <= 0) return false;
    for (const { of, times } of row.terms) {
      sums.set(of, add(sums.get(of) ?? zero, multiply(multiplier, parse(times))));
    }
    bound = add(bound, multiply(multiplier, parse(row.bound)));
    strict ||= row.strict;
  }
  if ([...sums.values()].some(({ n }) => n !== 0n)) return false;
  return sign(bound) < 0 || (sign(bound) === 0 && strict);
}

/**
 * Makes a core of a refutation, after adding up its certificate once more.
 * @throws Error where the certificate does not add up: that would be a fault of the engine, never of the input
 */
export function coreOf(
  refutation: Refutation,
  encoded: Encoded,
  constraints: ReadonlySet<string>,
  minimal: boolean,
): Core {
  const certificate = certificateOf(refutation, encoded.variables);
  if (!holds(certificate)) throw new Error('a certificate does not add up');
  const rows = rowsOf(refutation);
  const used = new Set(rows.flatMap(({ because }) => because));
  return {
    groups: groupsOf(refutation).map((group) => encoded.groups[group] as string),
    constraints: [...constraints].filter((id) => used.has(id)),
    proof: stepsOf(refutation),
    certificate,
    minimal,
  };
}

function stepsOf(refutation: Refutation): ProofStep[] {
  if (refutation.kind === 'cases') return [...stepsOf(refutation.below), ...stepsOf(refutation.above)];
  return refutation.farkas.flatMap(({ row, multiplier }) => {
    const id = refutation.rows[row]?.because[0];
    return id === undefined ? [] : [{ id, multiplier: toNumber(multiplier) }];
  });
}
