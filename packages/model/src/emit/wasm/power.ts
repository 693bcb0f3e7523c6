import { type PlainExponent, plainExponents } from '../../math/plain-powers.ts';
import type { FunctionBuilder, ModuleBuilder } from '../../wasm/encoder.ts';

const [x, y] = [0, 1];

/** Pushes the plain power of x. */
const powers: Readonly<Record<PlainExponent, (f: FunctionBuilder) => unknown>> = {
  1: (f) => f.get(x),
  2: (f) => f.get(x).get(x).op('f64x2.mul'),
  3: (f) => f.get(x).get(x).op('f64x2.mul').get(x).op('f64x2.mul'),
  4: (f) => f.get(x).get(x).op('f64x2.mul').tee(y).get(y).op('f64x2.mul'),
  [-1]: (f) => f.f64x2(1).get(x).op('f64x2.div'),
  0.5: (f) => f.get(x).op('f64x2.sqrt').f64x2(0).op('f64x2.add'),
};

/** Adds `(v128 x, v128 y) -> v128`: the power that `power` computes, but for plain exponents as `exactPower` has them. */
export const addExactPower = (module: ModuleBuilder, power: number): number =>
  module.function(['v128', 'v128'], ['v128'], (f) => {
    const exponent = f.local('v128');
    const result = f.local('v128');
    const isPlain = (plain: number): unknown => f.get(exponent).f64x2(plain).op('f64x2.eq');
    f.get(y).set(exponent).get(x).get(y).call(power).set(result);
    plainExponents.forEach((plain, i) => {
      isPlain(plain);
      if (i > 0) f.op('v128.or');
    });
    f.op('v128.any_true').if();
    for (const plain of plainExponents) {
      powers[plain](f);
      f.get(result);
      isPlain(plain);
      f.op('v128.bitselect').set(result);
    }
    f.op('end').get(result);
  });
