import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeptSnapshot } from '@schaalsprong/store/node';
import * as z from 'zod';
import type { SnapshotPlace } from './changes.ts';

const Line = z.object({ region: z.string(), key: z.string(), content: z.string() });

/** A state of the file; null for a line that was cut off when a machine stopped. */
function stateIn(line: string): KeptSnapshot | null {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/**
 * States as lines of JSON in a file, for a folder without a database: a state comes a few times a day, and the database in the process takes
 * a gigabyte and seconds to open. Two servers may append to one file: a state that stands there twice in a row is read once.
 *
 * @param file made with its folder at the first state
 */
export const fileSnapshots = (file: string): SnapshotPlace => ({
  keep: async (snapshot, most) => {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const states = text.split('\n').flatMap((line) => stateIn(line) ?? []);
    const own = states.filter(({ region }) => region === snapshot.region);
    const last = own.at(-1);
    if (last?.key !== snapshot.key) {
      await mkdir(dirname(file), { recursive: true });
      // After a line that was cut off a new one begins on its own.
      const begin = text === '' || text.endsWith('\n') ? '' : '\n';
      await appendFile(file, `${begin}${JSON.stringify(snapshot)}\n`);
      own.push(snapshot);
    }
    return own.filter(({ key }, i) => own[i - 1]?.key !== key).slice(-most);
  },
});
