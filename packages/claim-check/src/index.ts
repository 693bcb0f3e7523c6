/** Whether a sentence is what an agenda says, for Node and the browser alike. */
export * from './audited.ts';
export * from './check.ts';
export type { NumberComparison, NumberRelation, YearRelation } from './compare.ts';
export type { Figure, UnitRelation } from './figures.ts';
export * from './ledger.ts';
export type { Place } from './places.ts';
export type { MatchedWord, SubjectMatch, WordMatch } from './subject.ts';
