import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Case, findCases, formats } from './conformance/cases.ts';
import type { Outcome, Result } from './conformance/check.ts';

/**
 * `npm run conformance -- PATH`: runs the models of a checkout of the public test suite of the field
 * (SDXorg/test-models) and compares with the numbers that Vensim and Stella gave.
 */
const usage = `npm run conformance -- PATH [FILTER...] [options]

  PATH           a checkout of https://github.com/SDXorg/test-models (this script fetches nothing):
                 git clone https://github.com/SDXorg/test-models ../test-models
  FILTER         only cases whose name holds one of these: abs, samples/, .xmile
  --list         names of the cases, nothing run
  --json         results for programs
  --all          also the cases that pass, and every reason
  --limit S      seconds per case before it counts as hanging (default 20)
  --threads N    how many at once

Exit code: 0; 1 when a number is wrong, a variable not known or a case crashed; 2 on wrong use.
No fault: a named refusal, a difference below 1e-6 of the largest number of a series, and one that lies in the suite
(scripts/conformance/known.ts says why, and how large it may be). None of these counts as passed.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    limit: { type: 'string', default: '20' },
    threads: { type: 'string', default: String(Math.min(2, cpus().length)) },
  },
});

/** Stops with what is wrong with the words of the command. */
function wrongUse(why: string): never {
  console.error(`${why}\n\n${usage}`);
  process.exit(2);
}

/** Runs cases one after another in a thread of its own, which is ended where it does not answer in time. */
async function work(queue: Case[], limit: number, done: (result: Result) => void): Promise<void> {
  const start = (): Worker => new Worker(new URL('./conformance/worker.ts', import.meta.url));
  let worker = start();
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    const { name, format, folder, model } = one;
    const failed = (why: string): Result => ({
      name,
      format,
      model: join(folder, model),
      outcome: 'crash',
      reasons: [why],
      milliseconds: limit,
    });
    const result = await new Promise<Result>((settle) => {
      const timer = setTimeout(() => settle(failed(`no answer within ${limit / 1000} s`)), limit);
      worker.removeAllListeners();
      worker.on('message', (answer: Result) => {
        clearTimeout(timer);
        settle(answer);
      });
      worker.on('error', (error) => {
        clearTimeout(timer);
        settle(failed(`the thread fell: ${error instanceof Error ? error.message : String(error)}`));
      });
      worker.postMessage(one);
    });
    if (result.outcome === 'crash') {
      await worker.terminate();
      worker = start();
    }
    done(result);
  }
  await worker.terminate();
}

const headings: Readonly<Record<Outcome, string>> = {
  pass: 'Passed',
  near: 'Off by less than 1e-6 of the largest number (the suite computes in single precision)',
  suite: 'Off for a reason that lies in the suite',
  wrong: 'Wrong numbers',
  unmatched: 'Variables not known',
  unsupported: 'Refused by name',
  crash: 'Crashed or hung',
};
const outcomes = ['pass', 'near', 'suite', 'wrong', 'unmatched', 'unsupported', 'crash'] as const;

function report(results: readonly Result[], all: boolean): string {
  const lines: string[] = [];
  for (const outcome of outcomes) {
    if (outcome === 'pass' && !all) continue;
    const these = results.filter((r) => r.outcome === outcome);
    if (these.length === 0) continue;
    lines.push(`${headings[outcome]} (${these.length})`);
    for (const { name, reasons, worst } of these) {
      const measured =
        worst === undefined
          ? ''
          : `  [${worst.wrong} of ${worst.of} numbers; worst ${worst.timesTolerance.toPrecision(3)} x tolerance, ${worst.ofMaximum.toExponential(1)} of the largest]`;
      lines.push(`  ${name}${measured}`);
      const shown = all ? reasons : reasons.slice(0, 3);
      for (const reason of shown) lines.push(`      ${reason}`);
      if (shown.length < reasons.length) lines.push(`      and ${reasons.length - shown.length} more`);
    }
    lines.push('');
  }
  lines.push(`${'form'.padEnd(8)}${['cases', ...outcomes].map((o) => o.padStart(12)).join('')}`);
  for (const format of formats) {
    const mine = results.filter((r) => r.format === format);
    const counts = [mine.length, ...outcomes.map((o) => mine.filter((r) => r.outcome === o).length)];
    lines.push(`${format.padEnd(8)}${counts.map((n) => String(n).padStart(12)).join('')}`);
  }
  return lines.join('\n');
}

if (values.help) {
  console.log(usage);
  process.exit(0);
}
const [path, ...filters] = positionals;
if (path === undefined) wrongUse('PATH is missing: where is the suite?');
const suite = resolve(process.env.INIT_CWD ?? '.', path);
if (!existsSync(join(suite, 'tests')) || !existsSync(join(suite, 'samples'))) {
  wrongUse(`${suite} is no checkout of the suite: expected the folders tests and samples.`);
}
const limit = Number(values.limit) * 1000;
const threads = Number(values.threads);
if (!(limit > 0)) wrongUse(`--limit needs a number of seconds, not ${values.limit}.`);
if (!Number.isInteger(threads) || threads < 1) wrongUse(`--threads needs 1 or more, not ${values.threads}.`);

const cases = findCases(suite).filter(
  ({ name }) => filters.length === 0 || filters.some((filter) => name.includes(filter)),
);
if (values.list) {
  for (const { name, model, expected } of cases) console.log(`${name}  ${model}  ${expected}`);
  process.exit(0);
}
if (cases.length === 0) wrongUse(`No case holds ${filters.join(' or ')}.`);

const order = new Map(cases.map(({ name }, i) => [name, i]));
const queue = [...cases];
const results: Result[] = [];
await Promise.all(
  Array.from({ length: Math.min(threads, cases.length) }, () => work(queue, limit, (r) => results.push(r))),
);
results.sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
console.log(values.json ? JSON.stringify(results, null, 2) : report(results, values.all));
process.exitCode = results.every((r) => ['pass', 'near', 'suite', 'unsupported'].includes(r.outcome)) ? 0 : 1;
