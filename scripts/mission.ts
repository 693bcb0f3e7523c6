/** What the table of docs/mission.md may point at. */
export interface House {
  /** Paths of the pages of the web app. */
  readonly pages: ReadonlySet<string>;
  /** Names of the commands. */
  readonly commands: ReadonlySet<string>;
  /** The text of a test file; null where there is none. */
  readonly testFile: (path: string) => string | null;
  /** By catalogue and key: the sentence that a reader meets. */
  readonly sentence: (catalogue: string, key: string) => string | null;
}

/** Rows of the mission, in its order: five on the whole, and the three pillars, and all of it together. */
export const missionRows: readonly string[] = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'B1',
  'B2',
  'B3',
  'B4',
  'B5',
  'B6',
  'C1',
  'C2',
  'C3',
  'C4',
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
  'D6',
  'D7',
  'D8',
  'D9',
  'E',
];

const states = ['works', 'partial', 'not yet'] as const;

/**
 * Checks the table of docs/mission.md against the product.
 *
 * @param markdown the whole document
 * @param house what it may point at
 * @returns a sentence per fault, with its row; empty where the table is true
 */
export function missionFaults(markdown: string, house: House): readonly string[] {
  const rows = [...markdown.matchAll(/^\| ([A-E]\d?) \|(.*)\|$/gm)].map(([, name, rest]) => ({
    name: name ?? '',
    cells: (rest ?? '').split('|').map((cell) => cell.trim()),
  }));
  const names = rows.map(({ name }) => name);
  const faults = missionRows.flatMap((row) => {
    const count = names.filter((name) => name === row).length;
    return count === 1 ? [] : [`${row}: stands ${count} times in the table, expected once`];
  });
  if (faults.length === 0 && names.join() !== missionRows.join()) faults.push('the rows are out of order');
  return [
    ...faults,
    ...rows.flatMap(({ name, cells }) => rowFaults(cells, house).map((fault) => `${name}: ${fault}`)),
  ];
}

function rowFaults(cells: readonly string[], house: House): readonly string[] {
  const [asks = '', state = '', pages = '', commands = '', tests = '', missing = '', ...more] = cells;
  if (cells.length < 6 || more.length > 0) return [`has ${cells.length} cells after its name, expected 6`];
  const known = states.find((each) => each === state);
  if (known === undefined) return [`'${state}' is no state; expected ${states.join(', ')}`];
  const [page, command] = [coded(pages), coded(commands)];
  const shown = namedTests(tests);
  const said = quotes(missing);
  return [
    ...(asks === '' ? ['does not say what it asks'] : []),
    ...page.filter((path) => !house.pages.has(path)).map((path) => `there is no page ${path}`),
    ...command.filter((each) => !house.commands.has(each)).map((each) => `there is no command ${each}`),
    ...shown.flatMap(({ file, name }) => testFaults(file, name, house)),
    ...said.flatMap(({ text, catalogue, key }) => {
      const real = house.sentence(catalogue, key);
      if (real === null) return [`there is no ${catalogue} '${key}'`];
      return real === text ? [] : [`quotes "${text}", but ${catalogue} '${key}' says "${real}"`];
    }),
    ...balanceFaults(known, {
      ways: page.length + command.length,
      tests: shown.length,
      said: said.length,
      missing,
    }),
  ];
}

/** What a state needs: a row that works shows it and lacks nothing, one that does not says so. */
function balanceFaults(
  state: (typeof states)[number],
  { ways, tests, said, missing }: { ways: number; tests: number; said: number; missing: string },
): readonly string[] {
  const faults: string[] = [];
  if (ways === 0) faults.push('names no page and no command');
  if (state !== 'not yet' && tests === 0) faults.push('is said to work, at least in part, without a test');
  if (state === 'not yet' && tests > 0) faults.push('is not there yet, but names a test');
  if (state === 'works' && missing !== '') faults.push('works, but names what is missing');
  if (state !== 'works' && said === 0) faults.push('quotes no sentence that says what is missing');
  return faults;
}

function testFaults(file: string, name: string, house: House): readonly string[] {
  const text = house.testFile(file);
  if (text === null) return [`there is no test file ${file}`];
  const found = ["'", '`', '"'].some((mark) =>
    ['it', 'test'].some((call) => text.includes(`${call}(${mark}${name}${mark}`)),
  );
  return found ? [] : [`${file} has no test "${name}"`];
}

/** What is between backticks. */
const coded = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? '');

/** Tests as `` `file`: "name"; "name" ``, each file followed by its tests. */
function namedTests(cell: string): readonly { readonly file: string; readonly name: string }[] {
  return [...cell.matchAll(/`([^`]+)`:((?:;? "[^"]+")+)/g)].flatMap(([, file, names]) =>
    [...(names ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => ({ file: file ?? '', name: name ?? '' })),
  );
}

/** Sentences as `"text" (catalogue `key`)`. */
function quotes(
  cell: string,
): readonly { readonly text: string; readonly catalogue: string; readonly key: string }[] {
  return [...cell.matchAll(/"([^"]+)" \(([a-z ]+) `([^`]+)`\)/g)].map(([, text, catalogue, key]) => ({
    text: text ?? '',
    catalogue: catalogue ?? '',
    key: key ?? '',
  }));
}
