import { z } from 'zod';
import { periodPattern } from '../periods/period.ts';

/** Example of each text format, for the error of a mismatch. Keyed by the English description. */
export const formats = {
  id: {
    nl: 'een id in kleine letters met streepjes, zoals pillar-talent',
    en: 'an id in kebab-case English, like pillar-talent',
  },
  area: { nl: 'een gebiedscode, zoals GM0772 of MRE', en: 'an area code, like GM0772 or MRE' },
  period: {
    nl: 'een periode, zoals 2023, 2023-04, 2023-Q1 of 2021/2022',
    en: 'a period, like 2023, 2023-04, 2023-Q1 or 2021/2022',
  },
  lines: {
    nl: 'een regelnummer of een reeks, zoals 285 of 285-289',
    en: 'a line number or a range, like 285 or 285-289',
  },
  variable: {
    nl: 'een grootheid als gva-industry@NL01@2019: wat, van wie of waar, wanneer',
    en: 'a quantity like gva-industry@NL01@2019: what, of whom or where, when',
  },
  linesForward: {
    nl: 'een reeks regels die niet terugloopt',
    en: 'a range of lines that does not run backwards',
  },
  hash: { nl: 'een sha256 van 64 hexadecimale tekens', en: 'a sha256 of 64 hexadecimal characters' },
} as const;

export const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A branded id per kind; editors show the example. */
export const id = <B extends string>(example: string) =>
  z
    .string()
    .regex(kebab, formats.id.en)
    .meta({ examples: [example] })
    .brand<B>();

/** Id of a node of the results tree. */
export const NodeId = id<'NodeId'>('pillar-talent');

/** Id of a target. */
export const TargetId = id<'TargetId'>('homes-2030');

/** Id of a claim. */
export const ClaimId = id<'ClaimId'>('homes-at-least-62000');

/** Id of a party. */
export const PartyId = id<'PartyId'>('province-noord-brabant');

/** Id of a measure. */
export const MeasureId = id<'MeasureId'>('side-entrants');

/** Id of an indicator. */
export const IndicatorId = id<'IndicatorId'>('homes-completed');

/** Id of a constraint. */
export const ConstraintId = id<'ConstraintId'>('builders');

/** Id of an outcome. */
export const OutcomeId = id<'OutcomeId'>('homes-completed-since-2022');

/** Id of an uncertainty. */
export const UncertaintyId = id<'UncertaintyId'>('grid-delay');

/** Id of an entry of a register. */
export const EntryId = id<'EntryId'>('high-tech-campus');

/** Id of a source of statistics. */
export const SourceId = id<'SourceId'>('cbs-03759ned');

/** Id of a theme. */
export const ThemeId = id<'ThemeId'>('housing');

export type NodeId = z.infer<typeof NodeId>;

export type TargetId = z.infer<typeof TargetId>;

export type ClaimId = z.infer<typeof ClaimId>;

export type PartyId = z.infer<typeof PartyId>;

export type MeasureId = z.infer<typeof MeasureId>;

export type IndicatorId = z.infer<typeof IndicatorId>;

export type ConstraintId = z.infer<typeof ConstraintId>;

export type OutcomeId = z.infer<typeof OutcomeId>;

export type UncertaintyId = z.infer<typeof UncertaintyId>;

export type EntryId = z.infer<typeof EntryId>;

export type SourceId = z.infer<typeof SourceId>;

export type ThemeId = z.infer<typeof ThemeId>;

/** A statistics-office area code: `GM0772`, `PV30`, `CR36`, `NL01`; or the region, a subregion, Europe, the world. */
export const AreaCode = z
  .string()
  .regex(/^(GM\d{4}|PV\d{2}|CR\d{2}|NL01|EU|WORLD|[A-Z][A-Za-z0-9]*)$/, formats.area.en)
  .brand<'AreaCode'>();

export type AreaCode = z.infer<typeof AreaCode>;

/** A period: `2023`, `2023-04`, `2023-04-01`, `2023-H1`, `2023-Q1`, `2021/2022`. */
export const Period = z
  .union([
    z.string().regex(periodPattern, formats.period.en),
    z.number().int().min(1000).max(9999).transform(String),
  ])
  .brand<'Period'>();

export type Period = z.infer<typeof Period>;

/** Key of `units` of region.yaml. */
export const Unit = z.string().min(1).brand<'Unit'>();

export type Unit = z.infer<typeof Unit>;

/** The same text in Dutch and in English; neither may be empty. */
export const Text = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });

export type Text = z.infer<typeof Text>;

/** Lines of the agenda text, `285` or `285-289`. The page follows from the document's table of pages. */
export const Lines = z
  .union([z.number().int().positive(), z.string().regex(/^\d+(-\d+)?$/, formats.lines.en)])
  .transform((v): { from: number; to: number } => {
    const [from, to] = String(v).split('-').map(Number) as [number, number?];
    return { from, to: to ?? from };
  })
  .refine((l) => l.to >= l.from, formats.linesForward.en);

export type Lines = { from: number; to: number };

export const Places = z.array(Lines).min(1);

/** Where a figure of ours comes from when it is not the agenda itself: free text, an address, or `assumption`. */
export const Source = z.string().min(1);
