/**
 * Measures the finder of quantities on a region's text against its claims: which figures of the claims are found
 * (recall), and which found quantities no claim has (precision). Says so and stops where the text is not there.
 *
 *   npm run read:measure -- [text file] [--quiet]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FoundQuantity, findQuantities } from '@schaalsprong/agenda/read';
import { parse } from 'yaml';
import { type Claim, ClaimsFile, RegionFile } from '../packages/agenda/src/schema.ts';
import { type Expected, expectedOf, matches } from './read-measure/expected.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}regions/brainport`;
const args = process.argv.slice(2);
const quiet = args.includes('--quiet');
const region = RegionFile.parse(parse(readFileSync(`${folder}/region.yaml`, 'utf8')));
const file =
  args.find((arg) => !arg.startsWith('--')) ??
  `${process.env.SCHAALSPRONG_SHARED ?? `${root}../shared`}/agenda/${region.document.file}`;

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

if (!existsSync(file)) console.log(`skipped: the text is not here (${region.document.file})`);
else measure(readFileSync(file, 'utf8'));

function measure(text: string): void {
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

  const percent = (part: number, whole: number): string =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
  const show = (found: FoundQuantity): string =>
    `  ${String(found.line).padStart(5)}  ${found.form.padEnd(8)} ${String(found.value).padEnd(9)} ${found.unit.padEnd(16)} ${JSON.stringify(found.text)}  ${found.quantity}`;
  const showExpected = (one: Expected): string =>
    `  ${String(one.from).padStart(5)}  ${String(one.value).padEnd(9)} ${one.unit.padEnd(14)} ${JSON.stringify(one.figure)}  ${one.claim}`;

  console.log(`${region.document.file}: ${text.length} characters, read in ${milliseconds.toFixed(0)} ms`);
  console.log(`figures of claims at their places: ${figures.length}; quantities found: ${own.length}`);
  console.log(
    `recall             ${percent(figures.length - missed.length, figures.length)}  (${missed.length} missed)`,
  );
  console.log(
    `precision, strict  ${percent(own.length - wrong.length, own.length)}  (${wrong.length} that no claim has)`,
  );
  console.log(
    `precision, with ${real.length} real quantities that the claims leave out  ${percent(own.length - wrong.length + real.length, own.length)}`,
  );
  console.log(
    `counted by us: ${lists.size} lists and enumerations in claims, recall ${percent(foundLists.size, lists.size)}; ${listed.length} found, precision ${percent(listed.length - wrongCounts.length, listed.length)}`,
  );
  console.log(`figures that are words (no number in them), not looked for: ${words.length}`);
  if (quiet) return;
  console.log('\nmissed');
  for (const one of missed) console.log(showExpected(one));
  console.log('\nfound, real, in no claim');
  for (const found of real) console.log(show(found));
  console.log('\nfalse');
  for (const found of wrong) if (!real.includes(found)) console.log(show(found));
  console.log('\nenumerations missed');
  for (const one of missedCounts) console.log(showExpected(one));
  console.log('\nenumerations found that no claim has');
  for (const found of wrongCounts) console.log(show(found));
}

/**
 * Found and in no claim, and yet a quantity of the text, as judged by a person on its line. By line and value, so that
 * another finding there counts as false again.
 */
function leftOut(found: FoundQuantity): boolean {
  return judged.some(([line, value]) => found.line === line && found.value === value);
}
