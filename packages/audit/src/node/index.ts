export { type AuditThread, startAuditThread } from './audit.ts';
