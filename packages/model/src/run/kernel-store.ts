import type { Program } from '../ir/program.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { chooseBackend, makers } from './backends.ts';
import type { ResolvedRequest, RunRequest } from './request.ts';

/** Size of the cache of kernels per model: leaving out one measure after another reuses one kernel. */
const kernelsKept = 8;

export interface KeptKernel {
  readonly each: ReadonlySet<number>;
  readonly shared: ReadonlySet<number>;
  readonly outcomes: ReadonlySet<number>;
  readonly kernel: Kernel;
  /** Back end and mode that it was compiled for. */
  readonly how: string;
  /** True if it computes what was asked and nothing else. */
  readonly exactly: boolean;
}

/**
 * Cache of compiled kernels of a model. A kernel with more inputs also serves a request with fewer: the others get the value of the model.
 * So another value of a lever, or leaving it out, compiles no new kernel, and gives the same bits.
 */
export class KernelStore {
  readonly #program: Program;
  readonly #kept: KeptKernel[] = [];

  constructor(program: Program) {
    this.#program = program;
  }

  /** A kernel that can answer the question. */
  find(asked: ResolvedRequest, { mode = 'exact', backend = 'auto' }: RunRequest): KeptKernel {
    const { each, shared } = inputsOf(asked);
    const { outcomes } = asked;
    const how = `${chooseBackend(backend)} ${mode}`;
    const at = this.#kept.findIndex(
      (kept) =>
        kept.how === how &&
        [...each].every((e) => kept.each.has(e)) &&
        [...shared].every((e) => kept.each.has(e) || kept.shared.has(e)) &&
        kept.outcomes.size <= 2 * outcomes.length &&
        outcomes.every((e) => kept.outcomes.has(e)),
    );
    const [found] = at < 0 ? [] : this.#kept.splice(at, 1);
    const kept = found ?? this.#make(asked, mode, backend);
    this.#kept.push(kept);
    if (this.#kept.length > kernelsKept) this.#kept.shift();
    // A kernel with more inputs may compute elements that are folded away for this request.
    const exactly =
      kept.outcomes.size === outcomes.length &&
      kept.each.size === each.size &&
      kept.shared.size === shared.size;
    return { ...kept, exactly };
  }

  /** A kernel for just this question, not kept. */
  exactly(asked: ResolvedRequest, { mode = 'exact', backend = 'auto' }: RunRequest): KeptKernel {
    return this.#make(asked, mode, backend);
  }

  /** The inputs of a kernel: those given, and for the rest the value that the model itself has. */
  inputs(kept: KeptKernel, asked: ResolvedRequest): Map<number, number | Float64Array> {
    const inputs = new Map<number, number | Float64Array>();
    const own = (e: number): number => {
      const expr = this.#program.elements[e]?.expr;
      return expr?.k === 'n' ? expr.v : Number.NaN;
    };
    for (const e of kept.shared) inputs.set(e, asked.inputs.get(e) ?? own(e));
    for (const e of kept.each) {
      const value = asked.inputs.get(e) ?? own(e);
      inputs.set(e, typeof value === 'number' ? new Float64Array(asked.count).fill(value) : value);
    }
    return inputs;
  }

  #make(
    asked: ResolvedRequest,
    mode: NonNullable<RunRequest['mode']>,
    backend: NonNullable<RunRequest['backend']>,
  ): KeptKernel {
    const { each, shared } = inputsOf(asked);
    const { outcomes } = asked;
    const chosen = chooseBackend(backend);
    const shape = { perFuture: each, shared, outcomes };
    const kernel = makers[chosen](this.#program, shape, mode);
    return { each, shared, outcomes: new Set(outcomes), kernel, how: `${chosen} ${mode}`, exactly: true };
  }
}

function inputsOf(asked: ResolvedRequest): { each: Set<number>; shared: Set<number> } {
  const each = new Set<number>();
  const shared = new Set<number>();
  for (const [e, value] of asked.inputs) (typeof value === 'number' ? shared : each).add(e);
  return { each, shared };
}
