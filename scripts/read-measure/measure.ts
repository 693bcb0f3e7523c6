import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Claim, ClaimsFile, RegionFile } from '@schaalsprong/agenda';
import { type FoundQuantity, findQuantities } from '@schaalsprong/reading/quantities';
import { parse } from 'yaml';
import { type Expected, expectedOf, matches } from './expected.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}regions/brainport`;
const region = RegionFile.parse(parse(readFileSync(`${folder}/region.yaml`, 'utf8')));

/** The text of the region's agenda, beside the checkout or in SCHAALSPRONG_SHARED; null where it is not there. */
export function agendaText(file?: string): { readonly name: string; readonly text: string | null } {
  const path =
    file ?? `${process.env.SCHAALSPRONG_SHARED ?? `${root}../shared`}/agenda/${region.document.file}`;
  return { name: region.document.file, text: existsSync(path) ? readFileSync(path, 'utf8') : null };
}

/** Line and value of found quantities that are real and that the claims leave out; filled by looking at each. */
const judged: readonly (readonly [line: number, value: number])[] = [
  [446, 2030],
  [450, 2022],
  [482, 2022],
  [550, 2022],
  [732, 3],
  [736, 15],
  [757, 10],
  [815, 5],
  [819, 5],
];

export interface ReadMeasure {
  readonly milliseconds: number;
  readonly found: number;
  readonly figures: number;
  readonly missed: readonly Expected[];
  /** found, and in no claim: real ones that the claims leave out, and false ones */
  readonly leftOut: readonly FoundQuantity[];
  readonly wrong: readonly FoundQuantity[];
  /** lists and enumerations that claims count */
  readonly lists: number;
  readonly listsFound: number;
  readonly missedLists: readonly Expected[];
  readonly counted: number;
  readonly wrongLists: readonly FoundQuantity[];
  readonly words: number;
}

/** Holds what is found in the agenda's text against the figures of the region's claims, each at each of its places. */
export function measureReading(text: string): ReadMeasure {
  const claims: Claim[] = readdirSync(`${folder}/claims`)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => ClaimsFile.parse(parse(readFileSync(`${folder}/claims/${name}`, 'utf8'))).claims);
  const started = performance.now();
  const reading = findQuantities({
    name: region.document.file,
    format: 'txt',
    language: 'nl',
    text,
    pages: [{ number: 1, offset: 0 }],
    warnings: [],
  });
  const milliseconds = performance.now() - started;

  const expected = claims.flatMap((claim) => expectedOf(claim));
  const figures = expected.filter((one) => one.sort === 'figure');
  const counted = expected.filter((one) => one.sort === 'counted');
  const words = expected.filter((one) => one.sort === 'word');
  const own = reading.claims.filter((found) => !found.reasons.includes('counted-here'));
  const listed = reading.claims.filter((found) => found.reasons.includes('counted-here'));

  const missed = figures.filter((one) => !own.some((found) => matches(one, found)));
  const wrong = own.filter((found) => !figures.some((one) => matches(one, found)));
  const real = wrong.filter((found) => leftOut(found));
  // A list is one quantity, wherever its items stand.
  const foundLists = new Set(
    counted.filter((one) => reading.claims.some((found) => matches(one, found, 2))).map(({ claim }) => claim),
  );
  const lists = new Set(counted.map(({ claim }) => claim));
  const missedCounts = counted.filter(({ claim }) => !foundLists.has(claim));
  const wrongCounts = listed.filter((found) => !counted.some((one) => matches(one, found, 2)));

  return {
    milliseconds,
    found: own.length,
    figures: figures.length,
    missed,
    leftOut: real,
    wrong: wrong.filter((found) => !real.includes(found)),
    lists: lists.size,
    listsFound: foundLists.size,
    missedLists: missedCounts,
    counted: listed.length,
    wrongLists: wrongCounts,
    words: words.length,
  };
}

/**
 * Found and in no claim, and yet a quantity of the text, as judged by a person on its line. By line and value, so that
 * another finding there counts as false again.
 */
function leftOut(found: FoundQuantity): boolean {
  return judged.some(([line, value]) => found.line === line && found.value === value);
}
