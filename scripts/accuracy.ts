/**
 * Measures the elementary functions of the kernel against values of hundreds of bits over their whole range.
 *
 *   npx node scripts/accuracy.ts [points per function] [seed] [function ...]
 */
import { drawArguments, ulpsOff, uniform } from '../packages/model/src/math/accuracy.ts';
import { mathFunctions } from '../packages/model/src/math/functions.ts';
import { numbers } from '../packages/model/src/math/numbers.ts';

const [points = '20000', seed = '1', ...names] = process.argv.slice(2);
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
}
