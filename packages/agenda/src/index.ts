export { addressIn } from './address.ts';
export {
  type AgreementOn,
  agreementsOn,
  type Coming,
  type Commitment,
  comingUp,
  commitmentsOn,
  type Term,
  termOf,
  terms,
} from './agreements/agreements.ts';
export { type ContentWarning, contentWarnings } from './checks/content-warnings.ts';
export { runningTotals } from './figures/running-total.ts';
export { type Summing, withSums } from './figures/sum-parts.ts';
export * from './links/index.ts';
export type { ContentFile } from './load/content.ts';
export { type Domain, type DomainHashes, domains } from './load/domains.ts';
export { filesInMemory, type RegionFiles } from './load/files.ts';
export { loadRegion } from './load/load.ts';
export * from './load/region.ts';
export { type PlacedResult, readResults } from './load/results.ts';
export { type PlacedUncertainty, readUncertainties } from './load/uncertainties.ts';
export { placeOf, type VariableReference, variableReferences } from './load/variables.ts';
export { readYaml, schemaProblems, type YamlSource } from './load/yaml.ts';
export { isOffice, publisherOf } from './offices.ts';
export { catalogueTable } from './problems/catalogue-table.ts';
export {
  type CatalogueEntry,
  formatProblem,
  type Place,
  type Problem,
  problem,
  RegionError,
} from './problems/problems.ts';
export type { DeepReadonly } from './readonly.ts';
export { jsonSchemas, schemaLine } from './schema/json-schema.ts';
export * from './schema/schema.ts';
