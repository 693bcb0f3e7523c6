import {
  type DesignMethod,
  type DesignRequest,
  designMethods,
  levelsOf,
} from '@schaalsprong/methods/designs';
import { defaultRegion } from '../../region/default-region.ts';
import type { SampleInput } from './inputs.ts';
import type { Given } from './options.ts';
import { sampleReason } from './texts.ts';

/** What `sample` is asked, apart from what is uncertain. */
export interface SampleAsk {
  readonly method: DesignMethod;
  /** A region or a file of ranges; null where only the unit cube is asked. */
  readonly subject: string | null;
  /** Dimensions of the unit cube where there is no subject. */
  readonly dimensions: number | null;
  readonly unit: boolean;
  readonly correlations: string | null;
  readonly out: string | null;
  readonly json: boolean;
  /** What the method is asked to make over these inputs. */
  readonly request: (inputs: readonly SampleInput[], regionSeed: number | null) => DesignRequest;
}

type Name = Parameters<Given['value']>[0];

/** Which options mean something to which method, besides those of every method. */
const fitting: Readonly<Record<DesignMethod, readonly Name[]>> = {
  'latin-hypercube': ['n', 'seed', 'correlations'],
  'monte-carlo': ['n', 'seed', 'correlations'],
  sobol: ['n', 'seed', 'scramble', 'skip', 'correlations'],
  halton: ['n', 'seed', 'scramble', 'skip', 'correlations'],
  'full-factorial': ['levels'],
  'fractional-factorial': [],
  morris: ['n', 'seed', 'levels', 'spread'],
  saltelli: ['n', 'seed', 'scramble', 'skip', 'second-order'],
};

/**
 * Takes the words of `sample` apart.
 *
 * @throws UsageError for wrong use, of which an option that the method has no use for is one
 */
export function sampleAsk(given: Given): SampleAsk {
  const [word, subject] = given.rest;
  const method = designMethods.find((name) => name === word);
  if (method === undefined) return given.wrong('no-method', { known: designMethods.join(', ') });
  for (const name of [
    'n',
    'seed',
    'levels',
    'spread',
    'scramble',
    'skip',
    'second-order',
    'correlations',
  ] as const) {
    if (given.value(name) === null || fitting[method].includes(name)) continue;
    const others = designMethods.filter((other) => fitting[other].includes(name));
    given.wrong('only-with', { what: `--${name}`, other: others.join(', ') });
  }
  const dimensions = given.count('dimensions');
  if (dimensions !== null && subject !== undefined) {
    given.wrong('one-form', { known: `--dimensions, ${subject}` });
  }
  const levels = given.count('levels');
  const settings = {
    size: given.count('n'),
    levels,
    first: given.count('skip'),
    scramble: given.value('scramble') !== null,
    secondOrder: given.value('second-order') !== null,
    candidates: given.count('spread'),
  };
  const seed = given.count('seed');
  if (method === 'full-factorial' && levels === null) {
    const why = sampleReason(given.lang, 'why-levels');
    given.wrong('needs-option', { command: 'full-factorial', what: '--levels', why });
  }
  return {
    method,
    subject: dimensions === null ? (subject ?? defaultRegion) : null,
    dimensions,
    unit: given.value('unit') !== null || dimensions !== null,
    correlations: given.value('correlations'),
    out: given.value('out'),
    json: given.value('json') !== null,
    request: (inputs, regionSeed) =>
      requestOf(method, inputs, { ...settings, seed: seed ?? regionSeed ?? 0 }),
  };
}

interface Settings {
  readonly size: number | null;
  readonly levels: number | null;
  readonly seed: number;
  readonly first: number;
  readonly scramble: boolean;
  readonly secondOrder: boolean;
  readonly candidates: number | null;
}

function requestOf(
  method: DesignMethod,
  inputs: readonly SampleInput[],
  { size, levels, seed, first, scramble, secondOrder, candidates }: Settings,
): DesignRequest {
  switch (method) {
    case 'latin-hypercube':
    case 'monte-carlo':
      return { method, size: size ?? 1000, seed };
    case 'sobol':
    case 'halton':
      return { method, size: size ?? 1024, seed, first, scramble };
    case 'full-factorial':
      return { method, levels: inputs.map(({ distribution }) => levelsOf(distribution, levels ?? 1)) };
    case 'fractional-factorial':
      return { method };
    case 'morris':
      return {
        method,
        size: size ?? 10,
        seed,
        levels: levels ?? 4,
        ...(candidates === null ? {} : { candidates }),
      };
    case 'saltelli':
      return { method, size: size ?? 512, seed, first, scramble, secondOrder };
  }
}
