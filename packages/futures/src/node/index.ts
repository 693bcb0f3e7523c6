export { type AuditedRegion, openAudited } from './open-audited.ts';
export { createWorkerPool, type PoolSettings } from './pool.ts';
export { type ReadCasesOptions, readCases } from './read-cases.ts';
