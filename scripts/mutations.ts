/**
 * `npm run mutations`: changes one rule of a target's status at a time and runs its tests, which must turn red. Ends with 1 where a
 * change passes unnoticed. Nothing in the checkout changes: the runner changes the text as it loads it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutants } from './mutations/mutants.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

function run(mutant?: number): { readonly green: boolean; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', 'scripts/mutations/vitest.config.ts'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', ...(mutant === undefined ? {} : { MUTANT: String(mutant) }) },
    },
  );
  return { green: status === 0, said: stdout + stderr };
}

const unchanged = run();
if (!unchanged.green) {
  console.error(`red without a change:\n${unchanged.said}`);
  process.exit(1);
}
let survived = 0;
for (const [at, { file, from, to }] of mutants.entries()) {
  const { green, said } = run(at);
  if (said.includes('not once in'))
    throw new Error(said.split('\n').find((line) => line.includes('not once in')));
  if (green) survived += 1;
  console.log(`${green ? 'SURVIVED' : 'noticed '}  ${file}: ${from}  ->  ${to || '(nothing)'}`);
}
console.log(`${mutants.length - survived} of ${mutants.length} changes were noticed`);
process.exitCode = survived > 0 ? 1 : 0;
