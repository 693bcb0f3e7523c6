import { at } from '@schaalsprong/words';

/** The first 1,216 bits of 2/pi after the point: enough for the largest double and 60 bits of cancellation. */
const twoOverPiBits = 1216n;
/** Bits kept below the point while an angle is reduced. */
const kept = 192n;

let tables: { twoOverPi: bigint; halfPi: bigint } | undefined;

/** Machin's series: pi = 16 arctan(1/5) - 4 arctan(1/239), times 2 ** bits. */
function piTimes(bits: bigint): bigint {
  const guard = 32n;
  const arctan = (n: bigint): bigint => {
    let power = (1n << (bits + guard)) / n;
    let sum = power;
    for (let i = 3n; power !== 0n; i += 2n) {
      power = -power / (n * n);
      sum += power / i;
    }
    return sum;
  };
  return (16n * arctan(5n) - 4n * arctan(239n)) >> guard;
}

function constants(): { twoOverPi: bigint; halfPi: bigint } {
  if (tables === undefined) {
    const pi = piTimes(twoOverPiBits + 64n);
    tables = {
      twoOverPi: (1n << (2n * twoOverPiBits + 65n)) / pi,
      halfPi: pi >> (twoOverPiBits + 65n - kept),
    };
  }
  return tables;
}

const view = new DataView(new ArrayBuffer(8));

type Parts = readonly [turns: number, r: number, low: number];

/** The last two angles: the two lanes of a vector ask for the three parts in turn. */
let last: { readonly x: number; readonly parts: Parts } = { x: Number.NaN, parts: [0, 0, 0] };
let before = last;

/**
 * The angle r + low from -pi/4 to pi/4 that is left of a positive x in radians when whole quarter turns are taken off
 * (Payne and Hanek: x times 2/pi, of which only the bits around the point matter). Right for every double; slow, for
 * the angles that the three-part reduction cannot do.
 * @param part 0: the quarter turns, modulo 4; 1: r; 2: low
 */
export function reduceAngle(x: number, part: number): number {
  if (!(x <= Number.MAX_VALUE)) return Number.NaN;
  if (x !== last.x) {
    const found = x === before.x ? before : { x, parts: reduced(x) };
    before = last;
    last = found;
  }
  return at(last.parts, part);
}

function reduced(x: number): Parts {
  const { twoOverPi, halfPi } = constants();
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const field = bits >> 52n;
  const mantissa = (bits & 0xfffffffffffffn) | (field === 0n ? 0n : 0x10000000000000n);
  const exponent = (field === 0n ? 1n : field) - 1075n;
  // mantissa * 2/pi * 2 ** exponent, with `kept` bits below the point; whole multiples of 4 fall off above.
  const shift = twoOverPiBits - exponent - kept;
  const product = shift >= 0n ? (mantissa * twoOverPi) >> shift : (mantissa * twoOverPi) << -shift;
  const quarters = product & ((4n << kept) - 1n);
  const turns = (quarters + (1n << (kept - 1n))) >> kept;
  const angle = ((quarters - (turns << kept)) * halfPi) >> kept;
  const high = Number(angle);
  const unit = 2 ** -Number(kept);
  return [Number(turns & 3n), high * unit, Number(angle - BigInt(high)) * unit];
}
