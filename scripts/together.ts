/**
 * Runs scripts of package.json at the same time, and tells of each in one piece: the first as it goes, the others when those before
 * them are done. Tests of pages and servers wait a sixth of their time for what is not a processor; another suite uses it.
 *
 *   node scripts/together.ts NAME NAME...
 *
 * Ends with 1 where one of them failed, after all are done.
 */
import { spawn } from 'node:child_process';

const names = process.argv.slice(2);
if (names.length === 0) {
  console.error('node scripts/together.ts NAME NAME...');
  process.exit(2);
}

interface Running {
  readonly name: string;
  readonly ended: Promise<number>;
  /** Prints what was said so far, and from here on what is said. */
  tell(): void;
}

function start(name: string): Running {
  const child = spawn(process.execPath, ['--run', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  let print = (piece: Buffer): void => {
    said.push(piece);
  };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => print(piece));
  return {
    name,
    ended: new Promise((done) => {
      child.once('error', (error) => {
        print(Buffer.from(`${name}: ${error.message}\n`));
        done(1);
      });
      // `close`, not `exit`: what it said last may still be on its way.
      child.once('close', (code) => done(code ?? 1));
    }),
    tell: () => {
      print = (piece) => {
        process.stdout.write(piece);
      };
      for (const piece of said.splice(0)) process.stdout.write(piece);
    },
  };
}

let failed: string[] = [];
for (const { name, ended, tell } of names.map(start)) {
  tell();
  if ((await ended) !== 0) failed = [...failed, name];
}
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
