import type { WeightRule } from '@schaalsprong/methods/designs';
import { robustnessMetrics } from '@schaalsprong/methods/robustness';
import type { Given } from './options.ts';
import { weightRules } from './weights.ts';

const ways = { max: 'maximise', min: 'minimise' } as const;
export type Way = (typeof ways)[keyof typeof ways];

/** What `robustness` is asked. */
export interface RobustnessAsk {
  readonly file: string;
  /** Ids of metrics. */
  readonly metrics: readonly string[];
  /** By outcome which way is better, '' for all others. */
  readonly directions: ReadonlyMap<string, Way>;
  /** By outcome what is good enough, '' for all others. */
  readonly thresholds: ReadonlyMap<string, number>;
  readonly reference: string | null;
  /** A file, or a column of the uncertainties. */
  readonly weights: string | null;
  readonly rules: readonly WeightRule[];
  readonly uncertainties: string | null;
  readonly percentile: number | undefined;
  readonly pessimism: number | undefined;
  readonly deviations: number | undefined;
  readonly futuresIn: 'columns' | 'rows';
  readonly json: boolean;
  readonly out: string | null;
}

/** Where a number or word of an option belongs to one outcome: `cost:min`, or `min` for all. */
function byOutcome<T>(
  given: Given,
  name: Parameters<Given['value']>[0],
  read: (text: string) => T | null,
  wrong: (value: string) => never,
): ReadonlyMap<string, T> {
  return new Map(
    given.names(name).map((text) => {
      const at = text.lastIndexOf(':');
      const value = read(text.slice(at + 1));
      return [text.slice(0, Math.max(0, at)), value ?? wrong(text)] as const;
    }),
  );
}

/**
 * The words after `robustness`.
 *
 * @throws UsageError that says what is wrong
 */
export function robustnessAsk(given: Given): RobustnessAsk {
  const { rest, value, names, number, oneOf, wrong } = given;
  const [file, ...more] = rest;
  if (file === undefined) return wrong('no-data');
  if (more.length > 0) wrong('too-many', { what: more.join(' ') });
  const known = robustnessMetrics.map(({ id }) => id);
  const asked = names('metric');
  const unknown = asked.find((id) => id !== 'all' && !known.includes(id));
  if (unknown !== undefined) {
    wrong('not-one-of', { what: '--metric', known: ['all', ...known].join(', '), value: unknown });
  }
  const directions = byOutcome(
    given,
    'direction',
    (text) => (text === 'max' || text === 'min' ? ways[text] : null),
    (text) => wrong('not-one-of', { what: '--direction', known: 'max, min', value: text }),
  );
  const thresholds = byOutcome(
    given,
    'threshold',
    (text) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null),
    (text) => wrong('not-number', { what: '--threshold', min: '-1e308', max: '1e308', value: text }),
  );
  given.atMostOne(['weights', 'weigh']);
  const rules = weightRules(given);
  if (rules.length > 0 && value('uncertainties') === null) {
    wrong('only-with', { what: '--weigh', other: '--uncertainties' });
  }
  return {
    file,
    metrics: asked.length === 0 || asked.includes('all') ? known : asked,
    directions,
    thresholds,
    reference: value('reference'),
    weights: value('weights'),
    rules,
    uncertainties: value('uncertainties'),
    percentile: number('percentile') ?? undefined,
    pessimism: number('pessimism') ?? undefined,
    deviations: number('deviations') ?? undefined,
    futuresIn: oneOf('futures-in') ?? 'columns',
    json: value('json') !== null,
    out: value('out'),
  };
}
