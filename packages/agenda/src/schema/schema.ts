/**
 * The shape of a region folder, by the files of that folder. Every schema is also published as a JSON Schema
 * (`npm run schemas`), so descriptions are what an editor shows.
 */

export * from './audit.ts';
export * from './boundaries.ts';
export * from './claims.ts';
export * from './indicators.ts';
export * from './judgements.ts';
export * from './model.ts';
export * from './municipalities.ts';
export * from './observations.ts';
export * from './picture.ts';
export * from './proposals.ts';
export * from './region.ts';
export * from './registers.ts';
export * from './sources.ts';
export * from './table.ts';
export * from './targets.ts';
export {
  AreaCode,
  ClaimId,
  ConstraintId,
  EntryId,
  formats,
  IndicatorId,
  Lines,
  MeasureId,
  NodeId,
  OutcomeId,
  PartyId,
  Period,
  SourceId,
  TargetId,
  Text,
  ThemeId,
  UncertaintyId,
  Unit,
} from './values.ts';
