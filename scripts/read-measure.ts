/**
 * Measures the finder of quantities on a region's text against its claims: which figures of the claims are found
 * (recall), and which found quantities no claim has (precision). Says so and stops where the text is not there.
 *
 *   npm run read:measure -- [text file] [--quiet]
 */
import type { FoundQuantity } from '@schaalsprong/reading/quantities';
import type { Expected } from './read-measure/expected.ts';
import { agendaText, measureReading } from './read-measure/measure.ts';

const args = process.argv.slice(2);
const { name, text } = agendaText(args.find((arg) => !arg.startsWith('--')));
if (text === null) console.log(`skipped: the text is not here (${name})`);
else show(name, text, args.includes('--quiet'));

function show(name: string, text: string, quiet: boolean): void {
  const measured = measureReading(text);
  const { found, figures, missed, leftOut, wrong, lists, listsFound, counted, wrongLists } = measured;
  const right = found - leftOut.length - wrong.length;
  const percent = (part: number, whole: number): string =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
  const line = (one: FoundQuantity): string =>
    `  ${String(one.line).padStart(5)}  ${one.form.padEnd(8)} ${String(one.value).padEnd(9)} ${one.unit.padEnd(16)} ${JSON.stringify(one.text)}  ${one.quantity}`;
  const wanted = (one: Expected): string =>
    `  ${String(one.from).padStart(5)}  ${String(one.value).padEnd(9)} ${one.unit.padEnd(14)} ${JSON.stringify(one.figure)}  ${one.claim}`;

  console.log(`${name}: ${text.length} characters, read in ${measured.milliseconds.toFixed(0)} ms`);
  console.log(`figures of claims at their places: ${figures}; quantities found: ${found}`);
  console.log(`recall             ${percent(figures - missed.length, figures)}  (${missed.length} missed)`);
  console.log(
    `precision, strict  ${percent(right, found)}  (${leftOut.length + wrong.length} that no claim has)`,
  );
  console.log(
    `precision          ${percent(right + leftOut.length, found)}  with ${leftOut.length} real quantities that the claims leave out`,
  );
  console.log(
    `counted by us: ${lists} lists and enumerations in claims, recall ${percent(listsFound, lists)}; ${counted} found, precision ${percent(counted - wrongLists.length, counted)}`,
  );
  console.log(`figures that are words (no number in them), not looked for: ${measured.words}`);
  if (quiet) return;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['missed', missed.map(wanted)],
    ['found, real, in no claim', leftOut.map(line)],
    ['false', wrong.map(line)],
    ['lists missed', measured.missedLists.map(wanted)],
    ['lists found that no claim has', wrongLists.map(line)],
  ];
  for (const [title, rows] of parts) console.log(`\n${title}\n${rows.join('\n')}`);
}
