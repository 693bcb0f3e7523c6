import type { Program } from './program.ts';
import { expressionsOf } from './references.ts';
import type { Scalar } from './scalar.ts';

const holdsDraw = (s: Scalar): boolean =>
  s.k === 'd' ||
  (s.k === 'l' && holdsDraw(s.x)) ||
  ((s.k === 'f' || s.k === 'g') && s.a.some((argument) => holdsDraw(argument)));

/** Whether futures of a model differ though nothing is given from outside: it draws random numbers. */
export const drawsAtRandom = (program: Program): boolean =>
  program.elements.some((element) => expressionsOf(element).some(holdsDraw));
