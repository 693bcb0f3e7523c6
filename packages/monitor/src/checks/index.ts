export { type Doubt, doubt } from './doubt.ts';
export { type ChecksCode, checksCatalogue } from './problems.ts';
