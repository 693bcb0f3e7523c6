/** The reference tests of every method. */
export { referenceTests } from './all.ts';
export type { MethodGroup, ReferenceTest, ReferenceValue } from './reference-test.ts';
export { holds, methodGroups } from './reference-test.ts';
