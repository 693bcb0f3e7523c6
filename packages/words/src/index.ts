/** What all packages speak with: texts in two languages, numbers as people read them, intervals, distributions, and a miss that is an error. */
export * from './distribution.ts';
export * from './format.ts';
export * from './hash.ts';
export * from './interval.ts';
export * from './met.ts';
export * from './must.ts';
export { distance, nearest } from './nearest.ts';
export { compareTexts, type Fill, fill, type Lang, type Text } from './text.ts';
