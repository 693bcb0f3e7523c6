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

/** Whether text may become code here: a content policy of a page may forbid it. */
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

/** The back end that a question gets. */
export function chooseBackend(wanted: Backend): Chosen {
  if (wanted === 'plain') return 'plain';
  if (wanted !== 'js' && allowsVectors()) return 'wasm';
  return allowsText() ? 'js' : 'plain';
}

type Maker = (program: Program, shape: KernelShape, precision: Precision) => Kernel;

/** An equation may be so large that no engine takes its code; then the next back end computes the model. */
const wasmOrNext: Maker = (program, shape, precision) => {
  try {
    return wasmKernel(program, shape, precision);
  } catch (error) {
    if (!(error instanceof FunctionTooLarge)) throw error;
    return makers[chooseBackend('js')](program, shape, precision);
  }
};

/** How each back end makes its kernel. */
export const makers: Readonly<Record<Chosen, Maker>> = {
  wasm: wasmOrNext,
  js: javascriptKernel,
  plain: plainKernel,
};
