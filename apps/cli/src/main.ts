#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exit } from './command/exit.ts';
import { reasonOf } from './files/files.ts';
import { languageOf, sayFault } from './problems/messages.ts';
import { run } from './run.ts';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(
    `${sayFault(languageOf(process.env.LANG), 'cannot-write', { what: 'stdout', reason: reasonOf(error) })}\n`,
  );
  process.exit(exit.unreachable);
});

const here = dirname(fileURLToPath(import.meta.url));
const about: unknown = JSON.parse(readFileSync(join(here, '../package.json'), 'utf8'));
const version =
  typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : '';

const cancel = new AbortController();
/** Constant: the stack of a reason made in the handler is of no use. */
const interrupted = new DOMException('interrupted', 'AbortError');
let asked = false;
process.on('SIGINT', () => {
  // A second Ctrl-C exits immediately.
  if (asked) process.exit(exit.cancelled);
  asked = true;
  cancel.abort(interrupted);
});

// npm runs its scripts in the root of the repository, but a path was written where the user stands.
const throughNpm = process.env.npm_lifecycle_event === 'schaalsprong';

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  cwd: (throughNpm ? process.env.INIT_CWD : undefined) ?? process.cwd(),
  version,
  home: join(here, '../../..'),
  width: process.stdout.columns ?? 160,
  watched: process.stderr.isTTY === true,
  isTerminal: process.stdout.isTTY === true,
  signal: cancel.signal,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
