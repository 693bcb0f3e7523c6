import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dutchTexts, sentencesOf, wordsIn } from './dutch/texts.ts';

const root = join(import.meta.dirname, '..');
const rules = z
  .strictObject({
    sentence: z.strictObject({
      most: z.number(),
      except: z.array(z.strictObject({ starts: z.string(), why: z.string() })),
    }),
    words: z.array(
      z.strictObject({ avoid: z.string(), use: z.string(), except: z.array(z.string()).default([]) }),
    ),
  })
  .parse(parse(readFileSync(join(import.meta.dirname, 'dutch', 'words.yaml'), 'utf8')));
// A blank is no word of the text.
const texts = dutchTexts(root).map(({ file, text }) => ({ file, text: text.replaceAll(/\{\w+\}/g, 'x') }));

describe('Dutch texts', () => {
  it('are all found: those of the pages, of the commands and of the region', () => {
    const files = new Set(texts.map(({ file }) => file));
    for (const file of [
      'apps/web/src/i18n/nl.ts',
      'apps/web/src/pages/monitor/texts/nl.ts',
      'apps/cli/src/commands/assess/messages.ts',
      'packages/monitor/src/status.ts',
      'regions/brainport/claims/4-talent.yaml',
    ]) {
      expect(files, file).toContain(file);
    }
    expect(texts.length).toBeGreaterThan(4500);
  });

  it('keep to sentences that can be read at once', () => {
    const { most, except } = rules.sentence;
    const long = texts
      .flatMap(({ file, text }) => sentencesOf(text).map((sentence) => ({ file, sentence })))
      .filter(({ sentence }) => wordsIn(sentence) > most);
    const allowed = ({ sentence }: { sentence: string }) =>
      except.some(({ starts }) => sentence.startsWith(starts));
    expect(long.filter((one) => !allowed(one))).toEqual([]);
    expect(
      except.filter(({ starts }) => !long.some(({ sentence }) => sentence.startsWith(starts))),
      'an exception that nothing needs',
    ).toEqual([]);
  });

  it.each(rules.words)('say $use, not $avoid', ({ avoid, except }) => {
    const word = new RegExp(`(?<![\\p{L}\\d/_-])(?:${avoid})(?![\\p{L}\\d_-])`, 'iu');
    const wrong = texts.filter(
      ({ file, text }) => word.test(text) && !except.some((path) => file.startsWith(path)),
    );
    expect(wrong).toEqual([]);
    for (const path of except) {
      expect(
        texts.some(({ file, text }) => file.startsWith(path) && word.test(text)),
        `${avoid} is nowhere in ${path}`,
      ).toBe(true);
    }
  });
});

describe('sentences', () => {
  it('end where a new one begins, not at a full stop within a figure', () => {
    expect(sentencesOf('Er zijn 62.000 woningen. De rest volgt. 3 komen later.')).toEqual([
      'Er zijn 62.000 woningen.',
      'De rest volgt.',
      '3 komen later.',
    ]);
    expect(wordsIn('Dat is 71.200 - 17.500 = 53.700 (afgeleid).')).toBe(6);
  });
});
