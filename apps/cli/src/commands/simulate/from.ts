import { resolve } from 'node:path';
import { type KeptFutures, openKept } from '@schaalsprong/methods/node';
import type { Lang } from '@schaalsprong/words';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { say } from '../../problems/messages.ts';
import { progressLine } from '../../terminal/progress.ts';
import { renderTable } from '../../terminal/table.ts';
import { writeKept } from './keep.ts';
import type { KeptRequest } from './request.ts';
import { sayKept } from './texts.ts';

/** `simulate --from`: checks futures that were kept and says what they are, or writes them to a file. */
export async function runKept(command: KeptRequest, world: Surroundings): Promise<Exit> {
  const { lang, from, out, form } = command;
  const folder = resolve(world.cwd, from);
  const progress = progressLine(lang, world);
  const kept = await openKept(folder);
  try {
    if (out !== null) {
      await writeKept(folder, out, { cwd: world.cwd, onProgress: progress.show });
    } else {
      const of = kept.manifest.question.futures;
      for await (const { first, count } of kept.chunks()) {
        world.signal.throwIfAborted();
        progress.show({ done: first + count, of });
      }
    }
  } finally {
    progress.clear();
  }
  if (form === 'json') {
    const { createdBy, question } = kept.manifest;
    world.out(`${JSON.stringify({ kept: { folder: from, hash: kept.hash, createdBy }, question })}\n`);
  } else if (out === null) {
    world.out(keptTable(kept, lang, world.width));
  }
  if (out !== null && world.watched) world.err(`${say(lang, 'written', { what: out.path })}\n`);
  return exit.done;
}

function keptTable({ hash, manifest }: KeptFutures, lang: Lang, width: number): string {
  const { question, createdBy } = manifest;
  const none = sayKept(lang, 'none');
  const { times } = question;
  const rows: readonly (readonly [Parameters<typeof sayKept>[1], string])[] = [
    ['region', question.region ?? none],
    ['model', question.model.file],
    ['scenario', question.scenario ?? none],
    ['futures', question.futures.toLocaleString(lang)],
    ['seed', String(question.seed)],
    ['uncertainties', String(question.uncertainties.length)],
    ['fixed', String(Object.keys(question.levers).length)],
    ['outcomes', String(question.outcomes.length)],
    ['times', `${times.length}: ${times[0]} - ${times.at(-1)}`],
    ['agenda', question.agenda ?? none],
    ['model-hash', question.model.sha256],
    ['data', question.data ?? none],
    ['hash', hash],
    ['version', createdBy],
  ];
  return [
    ...renderTable(
      [
        { title: sayKept(lang, 'what'), align: 'left' },
        { title: '', align: 'left' },
      ],
      [{ title: '', rows: rows.map(([key, value]) => [sayKept(lang, key), value]) }],
      width,
    ),
    '',
    sayKept(lang, 'whole'),
    '',
  ].join('\n');
}
