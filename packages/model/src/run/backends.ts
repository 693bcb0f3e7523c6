import { javascriptKernel } from '../emit/javascript/kernel.ts';
import { plainKernel } from '../emit/plain.ts';
import { allowsVectors, wasmKernel } from '../emit/wasm/kernel.ts';
import type { Program } from '../ir/program.ts';
import type { Kernel, KernelShape } from '../kernel/kernel.ts';
import type { Precision } from '../plan/plan.ts';
import { FunctionTooLarge } from '../wasm/encoder.ts';
import type { Backend } from './request.ts';

type Chosen = Exclude<Backend, 'auto'>;

let textAllowed: boolean | undefined;

/** Whether `eval` is allowed: the content policy of a page may forbid it. */
function allowsText(): boolean {
  if (textAllowed === undefined) {
    try {
      textAllowed = new Function('return 1')() === 1;
    } catch {
      textAllowed = false;
    }
  }
  return textAllowed;
}

/** Selects the back end for a request. */
export function chooseBackend(wanted: Backend): Chosen {
  if (wanted === 'plain') return 'plain';
  if (wanted !== 'js' && allowsVectors()) return 'wasm';
  return allowsText() ? 'js' : 'plain';
}

type Maker = (program: Program, shape: KernelShape, precision: Precision) => Kernel;

/** Falls back to the next back end where an equation exceeds the limits of engines on one function. */
const wasmOrNext: Maker = (program, shape, precision) => {
  try {
    return wasmKernel(program, shape, precision);
  } catch (error) {
    if (!(error instanceof FunctionTooLarge)) throw error;
    return makers[chooseBackend('js')](program, shape, precision);
  }
};

/** Kernel factory per back end. */
export const makers: Readonly<Record<Chosen, Maker>> = {
  wasm: wasmOrNext,
  js: javascriptKernel,
  plain: plainKernel,
};
