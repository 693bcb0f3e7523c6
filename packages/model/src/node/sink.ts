import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ByteSink } from '../stream/sink.ts';

/** A sink on a stream of Node. It waits where the stream is full, and fails where the stream does. */
export function streamSink(stream: Writable): ByteSink {
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        // The callback comes when these bytes are gone, so at most one piece is on its way.
        stream.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
  };
}

/**
 * Writes a file that is written atomically: under another name in the same folder, which becomes the real one
 * at the end. If something fails, what was written is removed, and a file that was there before stays.
 * @throws what `write` throws; an error of Node where the file cannot be made
 */
export async function writeFileWhole(path: string, write: (sink: ByteSink) => Promise<void>): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const stream = createWriteStream(temporary, { flags: 'wx' });
  // An error between two writes shows at the next one, or at the end.
  const over = finished(stream);
  over.catch(() => undefined);
  try {
    await write(streamSink(stream));
    stream.end();
    await over;
    await rename(temporary, path);
  } catch (error) {
    stream.destroy();
    await over.catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}
