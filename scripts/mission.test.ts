import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '@schaalsprong/wire/pages';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { commands } from '../apps/cli/src/commands.ts';
import { en as texts } from '../apps/web/src/i18n/en.ts';
import { en as monitorTexts } from '../apps/web/src/pages/monitor/texts/en.ts';
import { en as sourcesTexts } from '../apps/web/src/pages/sources/texts/en.ts';
import { type House, missionFaults, missionRows } from './mission.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const Said = z.looseObject({ en: z.string() });
const Entry = z.looseObject({
  id: z.string(),
  text: Said.optional(),
  notModelled: Said.nullish(),
  note: Said.optional(),
});
/** English sentences of a list of the region, by id. */
function content(
  file: string,
  list: string,
  of: 'text' | 'notModelled' | 'note',
): Readonly<Record<string, string>> {
  const entries = z.looseObject({ [list]: z.array(Entry) }).parse(parse(read(`regions/brainport/${file}`)));
  return Object.fromEntries(
    z
      .array(Entry)
      .parse(entries[list])
      .flatMap((entry) => {
        const said = entry[of];
        return said === undefined || said === null ? [] : [[entry.id, said.en] as const];
      }),
  );
}

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  texts,
  'monitor texts': monitorTexts,
  'sources texts': sourcesTexts,
  unknowns: content('unknowns.yaml', 'unknowns', 'text'),
  targets: content('targets.yaml', 'targets', 'notModelled'),
  balance: content('table.yaml', 'balance', 'note'),
};
const house: House = {
  pages: new Set(pages.map(({ path }) => path)),
  commands: new Set(commands.map(({ name }) => name)),
  testFile: (path) => (existsSync(join(root, path)) ? read(path) : null),
  sentence: (catalogue, key) => catalogues[catalogue]?.[key] ?? null,
};

describe('the table of the mission', () => {
  const mission = read('docs/mission.md');

  it('is true: rows, pages, commands, tests and quoted sentences', () => {
    expect(missionFaults(mission, house)).toEqual([]);
  });

  it('quotes every sentence on what is not built that the page shows, so that neither outlives the other', () => {
    const shown = Object.keys(sourcesTexts).filter((key) => /^notBuilt\.(?!title|lead)/.test(key));
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((key) => !mission.includes(`(sources texts \`${key}\`)`))).toEqual([]);
  });

  it.each(missionRows)('is refused without row %s', (row) => {
    const without = mission.replace(new RegExp(`^\\| ${row} \\|.*\\n`, 'm'), '');
    expect(missionFaults(without, house)).toEqual([`${row}: stands 0 times in the table, expected once`]);
  });

  it.each([
    ['a page', '| `/bronnen/agenda`,', '| `/bronnen/elders`,', 'A1: there is no page /bronnen/elders'],
    ['a command', '| `check` |', '| `inspect` |', 'A1: there is no command inspect'],
    [
      'a test file',
      '`regions/brainport/claims.test.ts`',
      '`regions/x.test.ts`',
      'A2: there is no test file regions/x.test.ts',
    ],
    [
      'a test',
      '"was searched to the end"',
      '"was searched"',
      'A2: regions/brainport/audit.test.ts has no test "was searched"',
    ],
    ['a state', '| works |', '| done |', "A1: 'done' is no state; expected works, partial, not yet"],
    [
      'a sentence',
      '"no amount found"',
      '"none found"',
      `C2: quotes "none found", but texts 'challenge.cost.none' says "no amount found"`,
    ],
    ['a key', '`challenge.cost.none`', '`challenge.price`', "C2: there is no texts 'challenge.price'"],
    [
      'a row that works for one that does not',
      '| not yet | `/opgaven/:id`',
      '| works | `/opgaven/:id`',
      'A3: is said to work, at least in part, without a test',
    ],
  ])('is refused where it names %s that is not there', (_, real, wrong, fault) => {
    expect(mission).toContain(real);
    expect(missionFaults(mission.replace(real, wrong), house)).toContain(fault);
  });
});
