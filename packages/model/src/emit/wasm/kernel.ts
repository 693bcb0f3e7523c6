import { numberAt } from '@schaalsprong/words';
import type { Program } from '../../ir/program.ts';
import type { Kernel, KernelBlock, KernelShape, Question } from '../../kernel/kernel.ts';
import { stepsOf } from '../../kernel/method.ts';
import { reduceAngle } from '../../math/index.ts';
import { makePlan, type Precision } from '../../plan/plan.ts';
import { ModuleBuilder, pageBytes } from '../../wasm/encoder.ts';
import { type GroupCall, vectorBytes } from './context.ts';
import { writeDrawKey } from './draw.ts';
import { type Emitted, emitModule, lanes, lanesAtOnce } from './emit.ts';

let vectors: boolean | undefined;

/** Whether this engine supports WebAssembly SIMD and its content policy allows compiling it. */
export function allowsVectors(): boolean {
  if (vectors === undefined) {
    try {
      const module = new ModuleBuilder();
      module.export(
        'one',
        module.function([], ['f64'], (f) => f.f64x2(1).lane('f64x2.extract_lane', 1)),
      );
      vectors = new WebAssembly.Module(module.finish()) !== undefined;
    } catch {
      vectors = false;
    }
  }
  return vectors;
}

/** Memory layout: offsets of its parts. */
interface Layout {
  readonly shared: number;
  readonly records: number;
  readonly stride: number;
  readonly data: number;
  readonly end: number;
}

/** Futures rounded up to a multiple of {@link lanesAtOnce}, at most one block. */
const roomFor = (futures: number): number => Math.min(lanes, Math.ceil(futures / lanesAtOnce) * lanesAtOnce);

function layoutOf(
  { fixedBytes, sharedBytes, recordBytes }: Emitted,
  kept: number,
  columns: number,
  room: number,
): Layout {
  const shared = fixedBytes;
  const records = shared + sharedBytes;
  // An odd number of vectors, so that equal slots of the records do not map to the same cache set.
  const stride = Math.ceil(recordBytes / vectorBytes / 2) * 2 * vectorBytes + vectorBytes;
  const data = Math.ceil((records + (lanes / 2) * stride) / 64) * 64;
  // One extra column as a sink for outcomes that are computed but not asked for.
  return { shared, records, stride, data, end: data + (columns + 1) * kept * room * 8 };
}

/**
 * Compiles the program to WebAssembly that computes a block of futures, two at a time, in one call.
 *
 * @param pieceCost operations of one function, at most
 */
export function wasmKernel(
  program: Program,
  shape: KernelShape,
  precision: Precision,
  pieceCost?: number,
): Kernel {
  const plan = makePlan(program, shape.perFuture, shape.shared, shape.outcomes, precision);
  const emitted = emitModule(program, plan, precision, pieceCost);
  const host = new Host(emitted);
  const steps = stepsOf(program.time);

  function* blocks(question: Question, begin = 0): Generator<KernelBlock> {
    const { inputs, count, keep, columns } = question;
    const room = roomFor(count);
    const rowBytes = room * 8;
    const layout = layoutOf(emitted, keep.length, columns.length, room);
    const columnBytes = keep.length * rowBytes;
    const columnOf = new Map<number, number>();
    columns.forEach((e, c) => {
      if (!columnOf.has(e)) columnOf.set(e, c);
    });
    const again = columns.flatMap((e, c) => {
      const source = columnOf.get(e) ?? c;
      return source === c ? [] : [[source, c] as const];
    });
    const place = (slot: number, i: number): number =>
      (layout.records + (i >> 1) * layout.stride + slot * vectorBytes) / 8 + (i & 1);

    /** Writes the settings that all blocks of this run share. */
    const setUp = (buffer: ArrayBufferLike): void => {
      const words = new Int32Array(buffer);
      words.fill(-1, emitted.keptAt / 4, emitted.keptAt / 4 + steps + 1);
      keep.forEach((k, row) => {
        words[emitted.keptAt / 4 + k] = row * rowBytes;
      });
      shape.outcomes.forEach((e, o) => {
        words[emitted.columnAt / 4 + o] = layout.data + (columnOf.get(e) ?? columns.length) * columnBytes;
      });
      const numbers = new Float64Array(buffer);
      for (const e of shape.shared) {
        const slot = emitted.inputSlot(e);
        const value = inputs.get(e);
        if (slot !== undefined && typeof value === 'number') {
          const at = (layout.shared + slot * vectorBytes) / 8;
          numbers.fill(value, at, at + 2);
        }
      }
    };

    for (let from = begin; from < count; from += lanes) {
      const n = Math.min(lanes, count - from);
      const computed = roomFor(n);
      const run = host.prepare(layout.end, question, setUp);
      const numbers = host.numbers;
      for (const e of shape.perFuture) {
        const slot = emitted.inputSlot(e);
        const value = inputs.get(e);
        if (slot === undefined || typeof value !== 'object') continue;
        for (let i = 0; i < n; i++) numbers[place(slot, i)] = numberAt(value, from + i);
        // Padding lanes are copies of the last future.
        for (let i = n; i < computed; i++) numbers[place(slot, i)] = numberAt(value, from + n - 1);
      }
      writeDrawKey(numbers.buffer, emitted.drawKeyAt, question.seed, question.first + from);
      run(layout.records, layout.records + (computed / 2) * layout.stride, layout.stride, layout.shared);
      let bad: number | undefined;
      for (let i = n - 1; i >= 0; i--) if (numbers[place(emitted.checkSlot, i)] !== 0) bad = from + i;
      const data = new Float64Array(numbers.buffer, layout.data, columns.length * keep.length * room);
      for (const [source, copy] of again) {
        data.copyWithin(
          (copy * columnBytes) / 8,
          (source * columnBytes) / 8,
          ((source + 1) * columnBytes) / 8,
        );
      }
      yield { from, count: n, data, lanes: room, bad };
    }
  }

  return {
    lanes,
    bytes: (kept, columns, futures) =>
      layoutOf(emitted, kept, columns, roomFor(futures)).end + emitted.bytes.length,
    maxBytes: 65_536 * pageBytes,
    blocks,
  };
}

type Run = (base: number, end: number, stride: number, shared: number) => void;

/** The module instance with its memory and imports, instantiated lazily. */
class Host {
  /** The whole memory. */
  numbers = new Float64Array(0);
  #memory: WebAssembly.Memory | undefined;
  readonly #emitted: Emitted;
  #run: Run | undefined;
  /** The request whose settings are in memory: two runs may interleave. */
  #asked: Question | undefined;

  constructor(emitted: Emitted) {
    this.#emitted = emitted;
  }

  /** @returns the function that runs a block, in a memory of at least so many bytes that is set up for the question */
  prepare(bytes: number, question: Question, setUp: (buffer: ArrayBufferLike) => void): Run {
    const pages = Math.ceil(bytes / pageBytes);
    this.#memory ??= new WebAssembly.Memory({ initial: pages });
    const memory = this.#memory;
    const more = pages - memory.buffer.byteLength / pageBytes;
    if (more > 0) memory.grow(more);
    if (this.#run === undefined) {
      const module = new WebAssembly.Module(this.#emitted.bytes);
      this.#run = new WebAssembly.Instance(module, this.#imports(memory)).exports.run as Run;
    }
    if (this.#asked !== question || this.numbers.buffer !== memory.buffer) {
      this.numbers = new Float64Array(memory.buffer);
      setUp(memory.buffer);
      this.#asked = question;
    }
    return this.#run;
  }

  #imports(memory: WebAssembly.Memory): WebAssembly.Imports {
    const groupCalls = this.#emitted.groupCalls.map((call) => this.#groupCall(call));
    return {
      env: {
        memory,
        remainder: (a: number, b: number) => a % b,
        group: (number: number) => groupCalls[number]?.(),
      },
      math: { reduceAngle },
    };
  }

  /** A group function on inputs of two futures in memory. */
  #groupCall({ fn, settings, inputs, outputs, at }: GroupCall): () => void {
    const taken = new Float64Array(inputs);
    const given = new Float64Array(outputs);
    return () => {
      const { numbers } = this;
      const from = at / 8;
      for (const lane of [0, 1]) {
        for (let i = 0; i < inputs; i++) taken[i] = numberAt(numbers, from + 2 * i + lane);
        fn(taken, given, settings);
        for (let i = 0; i < outputs; i++) numbers[from + 2 * (inputs + i) + lane] = numberAt(given, i);
      }
    };
  }
}
