import { at, must } from '@schaalsprong/words';
import type { DimensionInfo, Program, TimeSettings, VariableInfo } from '../ir/program.ts';
import { ModelError, type ModelProblem } from '../problems/problems.ts';
import { say } from '../problems/say.ts';
import { commonTexts } from '../problems/texts.ts';
import { nameKey, variableKey } from '../syntax/names.ts';
import type { Block } from './block.ts';
import { KernelStore } from './kernel-store.ts';
import { notANumber } from './not-a-number.ts';
import { badInput, KnownNames, RequestReader, type ResolvedRequest, type RunRequest } from './request.ts';
import { runTexts } from './texts.ts';

export type { Backend, RunRequest } from './request.ts';

/** Result of a run: for every outcome the values at every kept time in every future. */
export interface RunResult {
  /** The times that were kept. */
  readonly time: Float64Array;
  /** How many futures. */
  readonly count: number;
  /** @returns values of one outcome: `[step * count + future]`. */
  get(outcome: string): Float64Array;
}

/** A compiled model that can be run for many futures. */
export interface Model {
  readonly time: TimeSettings;
  /** All variables of the model, without the helpers that functions and macros make. */
  readonly variables: readonly VariableInfo[];
  /** All subscript ranges. */
  readonly dimensions: readonly DimensionInfo[];
  /** Warnings: problems that do not prevent a run. */
  readonly warnings: readonly ModelProblem[];
  /** Plain data from which {@link modelFromProgram} makes the same model, in a worker for instance. */
  readonly program: Program;
  /**
   * Runs the model at t = start + k * step and keeps all that is asked.
   * @throws ModelError MODEL_BAD_INPUT for a wrong question, MODEL_MEMORY when it would take more than `maxBytes`,
   *   MODEL_NOT_A_NUMBER when a stock or an outcome is no finite number in some future.
   */
  run(request: RunRequest): RunResult;
  /**
   * Runs the model block by block, holding no more than one: for ensembles too large to keep. The blocks come in the order of
   * their futures; together they hold the same bits as the answer of {@link Model.run}.
   * @throws ModelError as `run` does; a number that is not finite only when its block comes
   */
  blocks(request: RunRequest): Iterable<Block>;
  /** Bytes that a run takes, or one that goes block by block. */
  memoryFor(request: RunRequest, how?: 'run' | 'blocks'): number;
}

const defaultMaxBytes = 2 ** 31;

/** Makes a model of a program that was compiled before (here or in another thread). */
export function modelFromProgram(program: Program): Model {
  const elementOf = new Map<string, number>();
  program.elements.forEach((element, e) => {
    if (element.hidden === true) return;
    elementOf.set(nameKey(element.name), e);
  });
  const variableOf = new Map(program.variables.map((v) => [variableKey(v.name), v]));
  const store = new KernelStore(program);
  const known = new KnownNames();
  const read = (request: RunRequest): ResolvedRequest =>
    new RequestReader(program, elementOf, variableOf, known).read(request);
  return {
    time: program.time,
    variables: program.variables,
    dimensions: program.dimensions,
    warnings: program.warnings,
    program,
    run(request) {
      const asked = read(request);
      checkMemory(program, store, asked, request, 'run');
      return resultOf(program, asked, request, blocksOf(program, store, asked, request));
    },
    blocks(request) {
      const asked = read(request);
      checkMemory(program, store, asked, request, 'blocks');
      return blocksOf(program, store, asked, request);
    },
    memoryFor: (request, how = 'run') => bytesOf(store, read(request), request, how),
  };
}

/** The times that are kept. */
const timesOf = (program: Program, { keep }: ResolvedRequest): Float64Array =>
  Float64Array.from(keep, (k) => program.time.start + k * program.time.step);

/** Bytes of the kernel's memory, and of the result where one is collected. */
function bytesOf(
  store: KernelStore,
  asked: ResolvedRequest,
  request: RunRequest,
  how: 'run' | 'blocks',
): number {
  const { keep, elementsAsked, outcomes, count } = asked;
  const { kernel } = store.find(asked, request);
  return (
    kernel.bytes(keep.length, elementsAsked.length, count) +
    (how === 'run' ? 8 * keep.length * outcomes.length * count : 0)
  );
}

/** Refuses what takes more memory than the request allows, or than a kernel can have. */
function checkMemory(
  program: Program,
  store: KernelStore,
  asked: ResolvedRequest,
  request: RunRequest,
  how: 'run' | 'blocks',
): void {
  const { maxBytes: mostBytes = Number.POSITIVE_INFINITY } = store.find(asked, request).kernel;
  const allowed = request.maxBytes ?? defaultMaxBytes;
  const refuse = (part: 'run' | 'blocks', most: number): void => {
    const bytes = bytesOf(store, asked, request, part);
    if (bytes > most) throw new ModelError([tooMuchMemory(program, bytes, most, part)]);
  };
  refuse(how, allowed);
  refuse('blocks', mostBytes);
}

/** Computes the futures block by block. */
function* blocksOf(
  program: Program,
  store: KernelStore,
  asked: ResolvedRequest,
  request: RunRequest,
): Generator<Block> {
  const { count, keep, elementsAsked: columns, first, seed } = asked;
  const time = timesOf(program, asked);
  let from = 0;
  // A value that is not finite may be in an outcome that this request does not ask for: only a kernel for exactly this request shows it.
  let kept = store.find(asked, request);
  while (from < count) {
    const question = { inputs: store.inputs(kept, asked), count, keep, columns, first, seed };
    let bad: number | undefined;
    for (const block of kept.kernel.blocks(question, from)) {
      bad = block.bad;
      if (bad !== undefined) break;
      yield {
        from: block.from,
        count: block.count,
        time,
        outcomes: request.outcomes,
        data: block.data,
        lanes: block.lanes,
      };
      from = block.from + block.count;
    }
    if (bad === undefined) continue;
    if (kept.exactly) throw new ModelError([notANumber(program, asked, bad)]);
    kept = store.exactly(asked, request);
  }
}

/** Collects the blocks of a run: per outcome one row, value of kept step `k` in future `f` at `k * count + f`. */
function resultOf(
  program: Program,
  asked: ResolvedRequest,
  request: RunRequest,
  blocks: Iterable<Block>,
): RunResult {
  const { count, keep, elementsAsked } = asked;
  const rows = new Map<number, Float64Array>();
  const firstAsked = new Map<number, number>();
  elementsAsked.forEach((e, c) => {
    if (!firstAsked.has(e)) firstAsked.set(e, c);
  });
  for (const e of asked.outcomes) rows.set(e, new Float64Array(keep.length * count));
  for (const block of blocks) {
    elementsAsked.forEach((e, c) => {
      const into = rows.get(e);
      if (into === undefined || firstAsked.get(e) !== c) return;
      for (let k = 0; k < keep.length; k++) {
        const at = (c * keep.length + k) * block.lanes;
        into.set(block.data.subarray(at, at + block.count), k * count + block.from);
      }
    });
  }
  const rowOf = new Map(request.outcomes.map((name, o) => [nameKey(name), must(rows, at(elementsAsked, o))]));
  return {
    time: timesOf(program, asked),
    count,
    get(outcome) {
      const row = rowOf.get(nameKey(outcome));
      if (row === undefined) {
        throw new ModelError([
          badInput(program, say(runTexts.notInResult, { name: outcome }), say(runTexts.askIt)),
        ]);
      }
      return row;
    },
  };
}

function tooMuchMemory(program: Program, bytes: number, most: number, how: 'run' | 'blocks'): ModelProblem {
  const megabytes = (n: number): number => Math.ceil(n / 2 ** 20);
  return {
    code: 'MODEL_MEMORY',
    message: say(runTexts.memory, { bytes: megabytes(bytes) }),
    file: program.file,
    line: 0,
    expected: say(commonTexts.memoryExpected, { most: megabytes(most) }),
    hint: say(how === 'run' ? runTexts.memoryRunHint : runTexts.memoryBlocksHint),
  };
}
