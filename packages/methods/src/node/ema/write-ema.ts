import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import {
  type EmaMetadata,
  emaVersion,
  experimentsFile,
  metadataFile,
  outcomeFile,
} from '../../archive/ema.ts';
import { tarEnd, tarHeader, tarPadding } from '../../archive/tar.ts';
import { partName, writeAll } from '../kept/folder.ts';

/** Lines of a file, each with its end, in pieces. */
export type Text = AsyncIterable<string> | Iterable<string>;

/** What goes into an archive of EMA Workbench. */
export interface EmaContents {
  /** Per column of the experiments its type, as pandas calls it. */
  readonly types: Readonly<Record<string, string>>;
  /** CSV with a first line of names. */
  experiments(): Text;
  readonly outcomes: readonly EmaOutcome[];
}

/** An outcome of all experiments: one number each, or a row of numbers over time. */
export interface EmaOutcome {
  readonly name: string;
  readonly kind: 'ScalarOutcome' | 'ArrayOutcome';
  /** A line per experiment, numbers with commas between them. */
  lines(): Text;
}

/**
 * Writes an archive that EMA Workbench reads with `load_results`. A file in an archive says its length first, so each is
 * made beside it before it goes in: memory does not grow with the number of experiments, and the disk holds one outcome
 * twice. The archive is written atomically, and the same contents give the same bytes.
 */
export async function writeEma(path: string, contents: EmaContents): Promise<void> {
  const part = partName(path);
  const aside = `${part}.entry`;
  try {
    // Digits of numbers hardly repeat: a higher level takes three times as long for a few percent.
    await pipeline(tarOf(contents, aside), createGzip({ level: 1 }), createWriteStream(part));
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
    await rm(aside, { force: true });
  }
}

async function* tarOf(contents: EmaContents, aside: string): AsyncGenerator<Uint8Array> {
  yield* fileOf(experimentsFile, contents.experiments(), aside);
  const outcomes: EmaMetadata['outcomes'] = [];
  for (const [place, { name, kind, lines }] of contents.outcomes.entries()) {
    const file = outcomeFile(name, place, kind === 'ScalarOutcome' ? 'cls' : 'csv');
    outcomes.push([kind, name, file]);
    yield* fileOf(file, lines(), aside);
  }
  const metadata: EmaMetadata = { version: emaVersion, outcomes, experiments: contents.types };
  yield* fileOf(metadataFile, [JSON.stringify(metadata)], aside);
  yield tarEnd();
}

async function* fileOf(name: string, text: Text, aside: string): AsyncGenerator<Uint8Array> {
  const made = await open(aside, 'w');
  const encoder = new TextEncoder();
  let size = 0;
  try {
    for await (const piece of text) {
      const bytes = encoder.encode(piece);
      await writeAll(made, bytes);
      size += bytes.length;
    }
  } finally {
    await made.close();
  }
  yield tarHeader(name, size);
  yield* createReadStream(aside) as AsyncIterable<Uint8Array>;
  yield tarPadding(size);
}
