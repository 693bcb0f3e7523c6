export { catalogueTable } from './catalogue-table.ts';
export { filesInMemory, type RegionFiles } from './files.ts';
export * from './format.ts';
export * from './interval.ts';
export { contentKind, jsonSchemas, schemaLine } from './json-schema.ts';
export { type ContentFile, contentFiles, loadRegion } from './load.ts';
export { nearest } from './nearest.ts';
export * from './observe.ts';
export * from './period.ts';
export {
  catalogue,
  formatProblem,
  type Place,
  type Problem,
  type ProblemCode,
  problem,
  RegionError,
} from './problems.ts';
export * from './region.ts';
export * from './schema.ts';
export { type Fill, fill, type Lang, langs } from './text.ts';
export * from './tree.ts';
export { type VariableReference, variableReferences } from './variables.ts';
