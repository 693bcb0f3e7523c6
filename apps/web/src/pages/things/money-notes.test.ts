import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { moneyNote } from './money-notes.ts';

const registers = fileURLToPath(new URL('../../../../../regions/brainport/registers/', import.meta.url));
/** Notes of amounts as the registers of the region write them. */
const notes = globSync('*.yaml', { cwd: registers }).flatMap((file) =>
  [...readFileSync(`${registers}${file}`, 'utf8').matchAll(/^ +note: '?(.+?)'?$/gm)].map(
    ([, note = '']) => note,
  ),
);

describe('the note of an amount', () => {
  it('comes out in Dutch for every amount of the region, so that no reader misses what must not be added', () => {
    expect(notes.length).toBeGreaterThan(40);
    expect(notes.filter((note) => moneyNote(note, 'nl').lang !== 'nl')).toEqual([]);
  });

  it('keeps numbers and addresses, with the notation of the language', () => {
    expect(moneyNote('part of 54.5; year in the source: 2025', 'nl').text).toBe(
      'deel van 54,5 miljoen; jaar in de bron: 2025',
    );
    expect(moneyNote('21 projects, 1,300 homes', 'nl').text).toBe('21 projecten, 1.300 woningen');
    expect(moneyNote('per year; 80.5 m in https://www.example.org/a.b/?c=1.5', 'nl').text).toBe(
      'per jaar; 80,5 miljoen in https://www.example.org/a.b/?c=1.5',
    );
    expect(moneyNote('part of 54.5', 'en')).toEqual({ text: 'part of 54.5', lang: 'en' });
  });

  it('stays English as a whole where a part has no Dutch', () => {
    expect(moneyNote('lower bound; something new', 'nl')).toEqual({
      text: 'lower bound; something new',
      lang: 'en',
    });
  });
});
