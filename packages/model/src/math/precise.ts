/**
 * Elementary functions to hundreds of bits on whole numbers: the yardstick of the accuracy tests and the source of
 * coefficients and tables. A value is a bigint `v` that means v / 2 ** bits. Plain series; nothing here is fast.
 */
export class Precise {
  readonly bits: bigint;
  readonly one: bigint;
  #ln2: bigint | undefined;
  #pi: bigint | undefined;

  constructor(bits: number) {
    this.bits = BigInt(bits);
    this.one = 1n << this.bits;
  }

  /** A double, exact where its last bit is at least 2 ** -bits. */
  of(x: number): bigint {
    const [mantissa, exponent] = wholeOf(x);
    const shift = BigInt(exponent) + this.bits;
    return shift >= 0n ? mantissa << shift : mantissa >> -shift;
  }

  mul(a: bigint, b: bigint): bigint {
    return (a * b) >> this.bits;
  }

  div(a: bigint, b: bigint): bigint {
    return (a << this.bits) / b;
  }

  sqrt(a: bigint): bigint {
    return wholeRoot(a << this.bits);
  }

  /** ln 2 = 2 artanh(1/3). */
  ln2(): bigint {
    this.#ln2 ??= 2n * this.#artanh(this.one / 3n);
    return this.#ln2;
  }

  /** Machin: pi = 16 arctan(1/5) - 4 arctan(1/239). */
  pi(): bigint {
    const arctan = (n: bigint): bigint => {
      let power = (this.one << 32n) / n;
      let sum = power;
      for (let i = 1n; power !== 0n; i += 2n) {
        power = -power / (n * n);
        sum += power / (i + 2n);
      }
      return sum >> 32n;
    };
    this.#pi ??= 16n * arctan(5n) - 4n * arctan(239n);
    return this.#pi;
  }

  #artanh(y: bigint): bigint {
    const y2 = this.mul(y, y);
    let power = y;
    let sum = y;
    for (let i = 3n; power !== 0n && power !== -1n; i += 2n) {
      power = this.mul(power, y2);
      sum += power / i;
    }
    return sum;
  }

  exp(x: bigint): bigint {
    const k = x / this.ln2();
    const halvings = 16n;
    const r = (x - k * this.ln2()) >> halvings;
    let term = this.one;
    let sum = this.one;
    for (let i = 1n; term !== 0n && term !== -1n; i++) {
      term = this.mul(term, r) / i;
      sum += term;
    }
    for (let i = 0n; i < halvings; i++) sum = this.mul(sum, sum);
    return k >= 0n ? sum << k : sum >> -k;
  }

  /** The natural logarithm of a positive double: m from 3/4 to 3/2, so that nothing cancels near 1. */
  ln(x: number): bigint {
    const [whole, e] = wholeOf(x);
    const length = BigInt(whole.toString(2).length);
    let k = BigInt(e) + length;
    let m = (whole << this.bits) >> length;
    if (4n * m < 3n * this.one) {
      m <<= 1n;
      k -= 1n;
    }
    return k * this.ln2() + 2n * this.#artanh(this.div(m - this.one, m + this.one));
  }

  /** Sine and cosine. `bits` must hold the angle whole: its turns are taken off here. */
  sincos(x: bigint): [sin: bigint, cos: bigint] {
    const half = this.pi() / 2n;
    const n = (2n * x + half) / (2n * half) - (2n * x + half < 0n ? 1n : 0n);
    const r = x - n * half;
    const r2 = this.mul(r, r);
    let term = this.one;
    let [sin, cos] = [0n, 0n];
    for (let i = 0n; term !== 0n && term !== -1n; i += 2n) {
      cos += term;
      sin += this.mul(term, r) / (i + 1n);
      term = -this.mul(term, r2) / ((i + 1n) * (i + 2n));
    }
    const turned: [bigint, bigint][] = [
      [sin, cos],
      [cos, -sin],
      [-sin, -cos],
      [-cos, sin],
    ];
    return turned[Number(((n % 4n) + 4n) % 4n)] ?? [0n, 0n];
  }

  /** The angle near `guess` whose sine is to its cosine as `sin` to `cos`. */
  angle(sin: bigint, cos: bigint, guess: number): bigint {
    const y = this.of(guess);
    const [s, c] = this.sincos(y);
    const t = this.div(this.mul(sin, c) - this.mul(cos, s), this.mul(cos, c) + this.mul(sin, s));
    const t3 = this.mul(t, this.mul(t, t));
    return y + t - t3 / 3n + this.mul(t3, this.mul(t, t)) / 5n;
  }

  /** The nearest double; ties away from zero. */
  toNumber(v: bigint): number {
    const size = v < 0n ? -v : v;
    const drop = Math.max(0, size.toString(2).length - 53);
    const top = drop === 0 ? size : (size + (1n << BigInt(drop - 1))) >> BigInt(drop);
    const value = Number(top) * 2 ** (drop - Number(this.bits));
    return v < 0n ? -value : value;
  }

  /** How far a double is from a value, in units in the last place of the value. */
  ulps(got: number, v: bigint): number {
    const size = v < 0n ? -v : v;
    const exponent = Math.max(size.toString(2).length - 1 - Number(this.bits), -1022);
    const ulp = BigInt(exponent) - 52n + this.bits;
    const off = this.of(got) - v;
    return Number(((off < 0n ? -off : off) << 20n) >> ulp) / 2 ** 20;
  }
}

/** Whole mantissa and exponent: x = mantissa * 2 ** exponent. */
export function wholeOf(x: number): [mantissa: bigint, exponent: number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const field = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = field === 0 ? fraction : fraction | 0x10000000000000n;
  return [bits >> 63n === 0n ? mantissa : -mantissa, Math.max(field, 1) - 1075];
}

function wholeRoot(a: bigint): bigint {
  if (a < 2n) return a;
  let x = 1n << BigInt((a.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (x + a / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}
