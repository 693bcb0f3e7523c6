import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AuditFile, RegionFile } from '@schaalsprong/agenda';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/** What audit.yaml says of lists and notes, counted again in the text that they are about. */

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const readYaml = (path: string): unknown => parse(readFileSync(here(path), 'utf8'));
const { lists } = AuditFile.parse(readYaml('audit.yaml'));
const { document } = RegionFile.parse(readYaml('region.yaml'));

const shared = process.env.SCHAALSPRONG_SHARED ?? here('../../../shared');
const file = `${shared}/agenda/${document.file}`;
const text = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : null;

/** Lines of the places of a list. */
const linesOf = (id: string, lines: readonly string[]): readonly string[] => {
  const list = lists.find((one) => one.id === id);
  if (list === undefined) throw new Error(`audit.yaml has no list ${id}`);
  return list.places.flatMap(({ from, to }) => lines.slice(from - 1, to));
};

/** What begins an item of each list in the text. */
const items: Readonly<Record<string, RegExp>> = {
  'living-action-lines-listed': /^•/,
  'priority-tasks-listed': /^•/,
  'talent-principles-listed': /^•/,
  'core-measures-listed': /^\d\. /,
  'challenges-listed': /^• Opgave \d+/,
};

describe.skipIf(text === null)('the lists of audit.yaml against the text', () => {
  const lines = text ?? [];

  it.each(Object.entries(items))('%s has as many items as audit.yaml found', (id, item) => {
    const found = linesOf(id, lines).filter((line) => item.test(line.trim())).length;
    expect(found).toBe(lists.find((list) => list.id === id)?.found);
  });

  it('the notes at the feet of the pages are all there but the one that audit.yaml names', () => {
    const numbers = new Set<string>();
    let next = 1;
    for (const line of lines) {
      const start = /^\s*(\d{1,2})\s+\S/.exec(line)?.[1];
      // Notes are numbered through; one may be left out, a number elsewhere in the text does not stand in order.
      if (start !== undefined && (Number(start) === next || Number(start) === next + 1)) {
        numbers.add(start);
        next = Number(start) + 1;
      }
    }
    const list = lists.find((one) => one.id === 'footnotes');
    const all = Array.from({ length: list?.promised ?? 0 }, (_, i) => String(i + 1));
    expect(all.filter((number) => !numbers.has(number))).toEqual(list?.missing);
    expect(numbers.size).toBe(list?.found);
  });

  it('the mark of the note without a text stands where audit.yaml says', () => {
    const [mark] = lists.find((list) => list.id === 'footnotes')?.missing ?? [];
    expect(linesOf('footnotes', lines).join(' ')).toMatch(new RegExp(`\\p{L}${mark}(?!\\d)`, 'u'));
  });
});

it('what was found of a list is what was promised, less what is missing', () => {
  for (const { promised, found, missing } of lists) expect(promised - found).toBe(missing.length);
});
