/** What makes a figure wait for a person before it is taken. */
export { type Doubt, doubt } from './doubt.ts';
export { type ChecksCode, checksCatalogue } from './problems.ts';
export { type QuarantineWith, quarantine, type Sifted } from './quarantine.ts';
