import type { Block } from '../blocks.ts';
import type { Model, RunRequest } from '../model.ts';

const LANES = 64;

/** The futures of a request, block by block. */
export function* blocksOf(model: Model, request: RunRequest): Iterable<Block> {
  const { count, values = {}, first = 0 } = request.futures;
  for (let from = 0; from < count; from += LANES) {
    const lanes = Math.min(LANES, count - from);
    const slices = Object.entries(values).map(
      ([name, of]) => [name, of.subarray(from, from + lanes)] as const,
    );
    const result = model.run({
      ...request,
      futures: { count: lanes, first: first + from, values: Object.fromEntries(slices) },
    });
    const data = new Float64Array(request.outcomes.length * result.time.length * lanes);
    request.outcomes.forEach((name, o) => {
      data.set(result.get(name), o * result.time.length * lanes);
    });
    yield { from: first + from, count: lanes, time: result.time, outcomes: request.outcomes, data, lanes };
  }
}
