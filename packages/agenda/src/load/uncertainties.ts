import { distributionFault } from '@schaalsprong/words';
import { z } from 'zod';
import { type Place, type Problem, problem } from '../problems/problems.ts';
import { Distribution, Text } from '../schema/schema.ts';
import { readCsv } from './csv.ts';
import { type FieldPath, readYaml, schemaProblems } from './yaml.ts';

/** An uncertainty of a model that need not belong to a region. */
export interface PlacedUncertainty {
  /** The variable itself where the file gives no id. */
  readonly id: string;
  /** As written; whether the model has it is checked by the caller, who has the model. */
  readonly variable: string;
  readonly distribution: Distribution;
  /** Source location of its variable. */
  readonly place: Place;
}

const words = z.union([z.string(), Text]).optional();
/** Relaxed schema of the file of a region: only what sampling needs is required. */
const LooseFile = z.strictObject({
  uncertainties: z
    .array(
      z.strictObject({
        id: z.string().min(1).optional(),
        title: words,
        variable: z.string().min(1),
        unit: z.string().optional(),
        distribution: Distribution,
        reason: words,
        source: z.string().optional(),
      }),
    )
    .min(1),
});

/** Numeric columns for the parameters of a distribution; `discrete` does not fit in a row. */
const shapes = {
  uniform: ['min', 'max'],
  triangular: ['min', 'mode', 'max'],
  normal: ['mean', 'sd', 'min', 'max'],
  lognormal: ['median', 'sigma', 'min', 'max'],
  loguniform: ['min', 'max'],
  integer: ['min', 'max'],
  beta: ['alpha', 'beta', 'min', 'max'],
  pert: ['min', 'mode', 'max'],
  weibull: ['shape', 'scale', 'min', 'max'],
} as const satisfies Readonly<Record<Exclude<Distribution['kind'], 'discrete'>, readonly string[]>>;
const kinds = Object.keys(shapes) as (keyof typeof shapes)[];
const numbers = [...new Set(Object.values(shapes).flat())];
/** What a range is where a file does not say. */
const usualKind = 'uniform';
const Row = z.looseObject({
  id: z.string().optional(),
  variable: z.string().min(1),
  kind: z.preprocess((given) => (given === undefined || given === '' ? usualKind : given), z.enum(kinds)),
});

interface Found {
  readonly uncertainties: PlacedUncertainty[];
  readonly problems: Problem[];
}

function fromYaml(file: string, text: string): Found {
  const { source, problems } = readYaml(file, text);
  if (source === null) return { uncertainties: [], problems };
  const wrong = schemaProblems(LooseFile, source);
  if (wrong.length > 0) return { uncertainties: [], problems: wrong };
  const at = (i: number, ...path: FieldPath): Place => source.at(['uncertainties', i, ...path]);
  const found = LooseFile.parse(source.data).uncertainties;
  return {
    uncertainties: found.map(({ id, variable, distribution }, i) => ({
      id: id ?? variable,
      variable,
      distribution,
      place: at(i, 'variable'),
    })),
    problems: found.flatMap(({ distribution }, i) => {
      const fault = distributionFault(distribution);
      return fault === null ? [] : [problem('REGION_RANGE_EMPTY', at(i, 'distribution'), fault)];
    }),
  };
}

function fromCsv(file: string, text: string): Found {
  const { rows, problems } = readCsv(file, text, Row, {
    required: ['variable'],
    optional: ['kind', 'id', 'title', 'unit', ...numbers, 'reason', 'source'],
    numbers,
    emptyIsNull: numbers,
  });
  const uncertainties: PlacedUncertainty[] = [];
  for (const { value, at } of rows) {
    const wanted: readonly string[] = shapes[value.kind];
    const known = wanted.join(', ');
    for (const field of numbers) {
      const given = value[field] !== null && value[field] !== undefined;
      if (given && !wanted.includes(field)) {
        const values = { field, found: field, expected: known, known, nearest: '' };
        problems.push(problem('REGION_FIELD_UNKNOWN', at(field), values));
      } else if (!given && wanted.includes(field)) {
        const expected = { nl: 'een getal', en: 'a number' };
        problems.push(problem('REGION_FIELD_MISSING', at(field), { field, found: '', expected }));
      }
    }
    const parts = Object.fromEntries(wanted.map((field) => [field, value[field]]));
    const parsed = Distribution.safeParse({ kind: value.kind, ...parts });
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) {
        // what is no number was reported above
        const [field] = path;
        if (typeof field !== 'string' || typeof value[field] !== 'number') continue;
        const values = { expected: message, found: String(value[field]) };
        problems.push(problem('REGION_VALUE_OUT_OF_BOUNDS', at(field), values));
      }
      continue;
    }
    const fault = distributionFault(parsed.data);
    if (fault !== null) problems.push(problem('REGION_RANGE_EMPTY', at('kind'), fault));
    uncertainties.push({
      id: value.id || value.variable,
      variable: value.variable,
      distribution: parsed.data,
      place: at('variable'),
    });
  }
  return { uncertainties, problems };
}

/**
 * Reads ranges and distributions for constants of any model: YAML or JSON as `model/uncertainties.yaml` of a region (of
 * each only `variable` and `distribution` are needed), or CSV with the columns `variable`, `kind` (uniform where it is left out) and the
 * numbers of that kind of distribution.
 *
 * @param file for messages; its extension determines the format
 * @returns what could be read, and every fault at its line
 */
export function readUncertainties(file: string, text: string): Found {
  const bare = text.replace(/^\uFEFF/, '');
  return /\.csv$/i.test(file) ? fromCsv(file, bare) : fromYaml(file, bare);
}
