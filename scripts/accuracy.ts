/**
 * Holds the elementary functions of the kernel against values of hundreds of bits over their whole range, and against
 * each other: as plain numbers, as JavaScript text and in two lanes they must give the same bits.
 *
 *   npx node scripts/accuracy.ts [points per function] [seed] [function ...]
 *   npx node scripts/accuracy.ts --bits [points per function] [seed]
 */
import { drawArguments, ulpsOff, uniform } from '../packages/model/src/math/accuracy.ts';
import { batch, batchSize } from '../packages/model/src/math/batch.ts';
import { type MathMode, mathFunctions } from '../packages/model/src/math/functions.ts';
import { mathJs } from '../packages/model/src/math/index.ts';
import { numbers } from '../packages/model/src/math/numbers.ts';

const bits = process.argv[2] === '--bits';
const [points = bits ? '500000' : '20000', seed = '1', ...names] = process.argv.slice(bits ? 3 : 2);

const engine: Readonly<Record<string, (x: number, y: number) => number>> = {
  exp: Math.exp,
  ln: Math.log,
  pow: Math.pow,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
};

function accuracy(): void {
  console.log('function  ours, max ulp  at                                    Math.*, max ulp');
  for (const { name, program } of mathFunctions('exact')) {
    if (names.length > 0 && !names.includes(name)) continue;
    const u = uniform(Number(seed));
    let worst = { off: -1, x: 0, y: 0 };
    let theirs = 0;
    for (let i = 0; i < Number(points); i++) {
      const [x, y] = drawArguments(name, u);
      const off = ulpsOff(name, x, y, program(numbers, x, y));
      if (off > worst.off) worst = { off, x, y };
      const other = engine[name]?.(x, y) ?? Number.NaN;
      theirs = Math.max(theirs, ulpsOff(name, x, y, other));
    }
    const at = name === 'pow' ? `${worst.x} ** ${worst.y}` : String(worst.x);
    console.log(
      `${name.padEnd(9)} ${worst.off.toFixed(4).padStart(9)}      ${at.padEnd(44)} ${theirs.toFixed(4)}`,
    );
    if (!(worst.off < 1)) process.exitCode = 1;
  }
}

function sameBits(mode: MathMode): void {
  for (const { name, program } of mathFunctions(mode)) {
    if (mode === 'fast' && name !== 'pow') continue;
    const u = uniform(Number(seed));
    const text = mathJs(mode)[name];
    const lanes = batch(mode, name, 'call');
    let different = 0;
    for (let done = 0; done < Number(points); done += batchSize) {
      for (let i = 0; i < batchSize; i++) {
        const [x, y] = drawArguments(name, u);
        const flipped = name === 'pow' && u() < 0.1;
        lanes.x[i] = flipped ? -x : x;
        lanes.y[i] = flipped ? Math.round(y) : y;
      }
      lanes.run(batchSize);
      for (let i = 0; i < batchSize; i++) {
        const [x, y] = [lanes.x[i] ?? 0, lanes.y[i] ?? 0];
        const want = program(numbers, x, y);
        if (Object.is(want, text(x, y)) && Object.is(want, lanes.result[i])) continue;
        if (different++ < 3) console.log(`${name}(${x}, ${y}): ${want}, ${text(x, y)}, ${lanes.result[i]}`);
      }
    }
    console.log(`${name} (${mode}): ${different} of ${points} differ`);
    if (different > 0) process.exitCode = 1;
  }
}

if (bits) {
  sameBits('exact');
  sameBits('fast');
} else {
  accuracy();
}
