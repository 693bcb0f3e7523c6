import { z } from 'zod';
import type { DeepReadonly } from '../readonly.ts';
import { AreaCode, IndicatorId, NodeId, Period, Source, Text, ThemeId, Unit } from './values.ts';

/** What is measured: series, unit, area, definition, breaks and traps. */
export const Indicator = z.strictObject({
  id: IndicatorId,
  title: Text,
  unit: Unit,
  definition: Text,
  series: z
    .string()
    .nullable()
    .describe('value of the column `indicator` in the observation files; null where nothing is observed yet'),
  area: AreaCode.nullable(),
  additive: z.boolean().default(false).describe('a missing area may be summed from its parts'),
  divideBy: z
    .number()
    .positive()
    .default(1)
    .describe('observation divided by this gives the unit of the indicator'),
  cumulativeFrom: Period.optional().describe(
    'the series is a flow per period, and the indicator its running total from this period on, which begins at zero',
  ),
  breaks: z.array(z.strictObject({ at: Period, reason: Text })).default([]),
  traps: z.array(Text).default([]),
  theme: ThemeId.optional().describe('theme that the monitor shows it under, from `themes`'),
  pillar: NodeId.optional().describe('pillar of the agenda; by default that of the target that it measures'),
  good: z
    .enum(['up', 'down'])
    .nullable()
    .default(null)
    .describe('whether more or less of it is good; null where neither is. Of a target its direction decides'),
  calendar: Text.optional().describe('when the source publishes'),
  method: Text.optional().describe('how the source measures'),
  limits: Text.optional().describe('what it does not show'),
  comparability: Text.optional().describe('with what it can be compared, and with what not'),
  leads: z
    .array(
      z.strictObject({
        series: z.string().describe('value of the column `indicator` in the observations'),
        area: AreaCode.optional(),
        additive: z.boolean().default(false).describe('a missing area may be summed from its parts'),
        lag: z.number().min(0).max(10).describe('years that it runs ahead'),
        reason: Text,
        source: Source,
      }),
    )
    .default([])
    .describe('series that are known sooner and say something of the current year'),
});

export type Indicator = DeepReadonly<z.infer<typeof Indicator>>;

/** A theme by which the monitor groups indicators. */
export const Theme = z.strictObject({ id: ThemeId, title: Text });

export type Theme = z.infer<typeof Theme>;

/** indicators.yaml */
export const IndicatorsFile = z.strictObject({
  themes: z.array(Theme).default([]),
  indicators: z.array(Indicator).min(1),
});
