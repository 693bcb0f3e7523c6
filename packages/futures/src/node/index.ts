export { type AuditedRegion, openAudited } from './open-audited.ts';
