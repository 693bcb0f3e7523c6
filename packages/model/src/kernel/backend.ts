import type { Precision } from '../plan.ts';
import type { Program } from '../program.ts';
import type { Backend } from '../request.ts';
import { allowsVectors, wasmKernel } from '../wasm/kernel.ts';
import { javascriptKernel } from './javascript.ts';
import type { Kernel, KernelShape } from './kernel.ts';
import { plainKernel } from './plain.ts';

type Chosen = Exclude<Backend, 'auto'>;

/** How each back end makes its kernel. */
export const makers: Readonly<
  Record<Chosen, (program: Program, shape: KernelShape, precision: Precision) => Kernel>
> = { wasm: wasmKernel, js: javascriptKernel, plain: plainKernel };

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
