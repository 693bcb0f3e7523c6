import { writeOutMacros } from './macros.ts';
import type { ParsedModel } from './parsed.ts';
import { readVensim } from './vensim/read.ts';

export type { ParsedModel } from './parsed.ts';

/**
 * Reads a model text, its macros written out. Never throws for a fault in the text: every fault is a problem with its line.
 */
export function parse(source: string, file: string): ParsedModel {
  return writeOutMacros(readVensim(source, file), file);
}
