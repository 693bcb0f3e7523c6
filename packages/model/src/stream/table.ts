import { numberAt } from '@schaalsprong/words';
import type { Block } from '../run/block.ts';

/** Columns of some futures, one row per future and kept time: all times of a future, then those of the next. */
export interface Rows {
  readonly future: Int32Array<ArrayBuffer>;
  readonly time: Float64Array<ArrayBuffer>;
  readonly outcomes: readonly Float64Array<ArrayBuffer>[];
}

/** Writes the outcomes of futures in some format. */
export interface TableWriter {
  /** @param block is read before this returns a promise; the kernel may use its memory again after. */
  write(block: Block): Promise<void>;
  /** Writes what is still held, and the end of the format. */
  end(): Promise<void>;
}

/** What a table looks like. */
export interface TableSettings {
  /** Outcomes, as the model names them: a column each. */
  readonly outcomes: readonly string[];
  /** Whether a column `future` comes first; with one future it says nothing. Default true. */
  readonly future?: boolean;
}

/** Names of the columns that are no outcome. */
export const FUTURE = 'future';
export const TIME = 'Time';

/** The most bytes of columns that wait for a whole group of rows. */
const GROUP_BYTES = 8 * 2 ** 20;
/** Rows of a group where outcomes are few; fewer make a file slow to read. */
const GROUP_ROWS = 2 ** 17;

/** Collects blocks into groups with the same number of futures each, the last excepted. */
export class Grouping {
  readonly #outcomes: number;
  #rows: Rows | undefined;
  #futures = 0;
  #held = 0;

  constructor(outcomes: number) {
    this.#outcomes = outcomes;
  }

  /** @returns the groups that a block completes */
  *add(block: Block): Iterable<Rows> {
    const times = block.time.length;
    if (this.#futures === 0) {
      const bytes = 8 * (this.#outcomes + 2) * times;
      this.#futures = Math.max(1, Math.floor(Math.min(GROUP_BYTES / bytes, GROUP_ROWS / times)));
    }
    for (let i = 0; i < block.count; i++) {
      this.#rows ??= emptyRows(this.#futures * times, this.#outcomes);
      copyFuture(block, i, this.#rows, this.#held * times);
      if (++this.#held < this.#futures) continue;
      yield this.#rows;
      this.#rows = undefined;
      this.#held = 0;
    }
  }

  /** The last group, if there is something in it. */
  *rest(): Iterable<Rows> {
    if (this.#rows === undefined || this.#held === 0) return;
    const rows = (this.#rows.time.length / this.#futures) * this.#held;
    yield {
      future: this.#rows.future.slice(0, rows),
      time: this.#rows.time.slice(0, rows),
      outcomes: this.#rows.outcomes.map((column) => column.slice(0, rows)),
    };
    this.#rows = undefined;
  }
}

function emptyRows(rows: number, outcomes: number): Rows {
  return {
    future: new Int32Array(rows),
    time: new Float64Array(rows),
    outcomes: Array.from({ length: outcomes }, () => new Float64Array(rows)),
  };
}

function copyFuture({ from, time, data, lanes }: Block, i: number, rows: Rows, at: number): void {
  const times = time.length;
  rows.future.fill(from + i, at, at + times);
  rows.time.set(time, at);
  rows.outcomes.forEach((column, o) => {
    for (let k = 0; k < times; k++) column[at + k] = numberAt(data, (o * times + k) * lanes + i);
  });
}

/** Writes all blocks, and the end. Awaits the writer at every block, so that a slow disk holds the run back (backpressure). */
export async function writeTable(blocks: Iterable<Block>, writer: TableWriter): Promise<void> {
  for (const block of blocks) await writer.write(block);
  await writer.end();
}
