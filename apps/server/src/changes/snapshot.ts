import { createHash } from 'node:crypto';
import type { Figures } from '@schaalsprong/monitor';
import type { AgendaResponse, AssessmentDetail, SourcesResponse } from '@schaalsprong/wire';
import { canonical, compareTexts } from '@schaalsprong/words';
import { z } from 'zod';

const hashes = z.record(z.string(), z.string());
const Text = z.object({ nl: z.string(), en: z.string() });
const Met = z.object({ count: z.int(), of: z.int() });

/** What a state of the standing was made from, and what it said. Kept as JSON; the form has a version, since old ones are read again. */
export const Snapshot = z.object({
  form: z.literal(1),
  at: z.string(),
  /** of the whole region, by domain, and of what else it was made from */
  made: z.object({
    agenda: z.string(),
    levers: z.string(),
    monitor: z.string(),
    judgements: z.string(),
    audit: z.string(),
    model: z.string(),
    checks: z.string(),
    /** the observed figures in use */
    figures: z.string(),
    /** the packages that compute */
    program: z.string(),
    /** seed, number of futures, scenario and viewpoint */
    run: z.string(),
    /** the years that the model covers and its today: of the content, and read by the futures */
    window: z.string(),
  }),
  targets: z.array(
    z.object({
      id: z.string(),
      title: Text,
      unit: z.string(),
      ambitions: z.array(z.string()),
      met: z.nullable(Met),
      observed: z.nullable(z.object({ value: z.number(), period: z.string() })),
      /** of what the target asks of the futures: number, direction, horizon, outcome */
      asks: z.string(),
      /** of what it is measured by: area and indicator */
      measuredBy: z.string(),
      /** series of its indicator; null without */
      series: z.nullable(z.string()),
    }),
  ),
  ambitions: z.array(z.object({ id: z.string(), title: Text })),
  /** a hash per thing, by kind: which of them differ is the evidence of a change */
  items: z.object({
    target: hashes,
    claim: hashes,
    measure: hashes,
    uncertainty: hashes,
    variable: hashes,
    series: hashes,
  }),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** Twelve hexadecimal digits tell two versions of one thing apart, and keep a state small. */
const short = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('hex').slice(0, 12);

const byId = <T extends { readonly id: string }>(
  things: readonly T[],
  of: (thing: T) => unknown = (thing) => thing,
): Record<string, string> => Object.fromEntries(things.map((thing) => [thing.id, short(of(thing))]));

/** A hash per series of the figures in use, whatever their order and whichever version said them last. */
function seriesOf({ facts }: Pick<Figures, 'facts'>): Record<string, string> {
  return Object.fromEntries(
    [...Map.groupBy(facts, ({ series }) => series)].map(([series, own]) => {
      const lines = own.map(({ area, period, value, standing }) => `${area}|${period}|${value}|${standing}`);
      return [series, short(lines.sort(compareTexts))];
    }),
  );
}

/** What a state is made of. */
export interface SnapshotInput {
  readonly agenda: AgendaResponse;
  readonly sources: SourcesResponse;
  readonly detail: AssessmentDetail;
  readonly figures: Figures;
  /** version of the packages that compute */
  readonly program: string;
  readonly at: Date;
}

/** The state of a standing that is computed in full. */
export function snapshotOf({ agenda, sources, detail, figures, program, at }: SnapshotInput): Snapshot {
  const { provenance, targets } = detail.assessment;
  const { region } = agenda;
  const { agenda: promised, levers, monitor, judgements, audit, model, checks } = region.domains;
  const standing = new Map(targets.map((target) => [target.id, target]));
  const indicator = new Map(agenda.indicators.map((each) => [each.id, each]));
  return {
    form: 1,
    at: at.toISOString(),
    made: {
      agenda: promised,
      levers,
      monitor,
      judgements,
      audit,
      model,
      checks,
      figures: figures.hash,
      program,
      run: short([provenance.seed, provenance.futures, provenance.scenario, provenance.viewpoint]),
      window: short(region.model),
    },
    targets: agenda.targets.map((target) => {
      const found = standing.get(target.id);
      const observed = found?.observed ?? null;
      const measuredBy = indicator.get(target.indicator);
      return {
        id: target.id,
        title: target.title,
        unit: target.unit,
        ambitions: [...target.ambitions],
        met: found?.met ?? null,
        observed: observed === null ? null : { value: observed.value, period: observed.period },
        asks: short([target.value, target.direction, target.horizon, target.outcome]),
        measuredBy: short([target.area, measuredBy === undefined ? null : measuredBy]),
        series: measuredBy?.series ?? null,
      };
    }),
    ambitions: agenda.nodes
      .filter(({ level }) => level === 'ambition')
      .map(({ id, title }) => ({ id, title })),
    items: {
      target: byId(agenda.targets),
      claim: byId(sources.claims),
      measure: byId(agenda.measures),
      uncertainty: byId(sources.uncertainties),
      variable: byId(sources.model.variables, ({ equation, units }) => [equation, units]),
      series: seriesOf(figures),
    },
  };
}

/** The key of a state: the same where it was made from the same and says the same. */
export const keyOf = ({ made, targets }: Snapshot): string =>
  createHash('sha256')
    .update(canonical([made, targets.map(({ id, met, observed }) => [id, met, observed])]))
    .digest('hex');
