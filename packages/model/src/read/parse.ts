import type { ParsedModel } from '../syntax/parsed-model.ts';
import { writeOutMacros } from './macros.ts';
import { readVensim } from './vensim/read.ts';
import { isXmile, readXmile } from './xmile/read.ts';

export type { ParsedModel } from '../syntax/parsed-model.ts';

/**
 * Reads a model text, Vensim or XMILE by what it begins with, its macros written out. Never throws for a fault in the
 * text: every fault is a problem with its line.
 */
export function parse(source: string, file: string): ParsedModel {
  const read = isXmile(source) ? readXmile : readVensim;
  return writeOutMacros(read(source, file), file);
}
