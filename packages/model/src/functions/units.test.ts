import { describe, expect, it } from 'vitest';
import { problemsOf, small } from '../../test/small-model.ts';
import { builders } from './index.ts';

/** A call whose arguments are right, and the unit of its result. Around it: a EUR, m and n homes, t and u Years. */
const right: readonly (readonly [call: string, unit: string])[] = [
  ['ALLOCATE AVAILABLE(ask[Who], pp[Who, ptype], m)', 'home'],
  ['ALLOCATE BY PRIORITY(ask[Who], prio[Who], 2, width, m)', 'home'],
  ['DELAY INFORMATION(m, 2 * t, n)', 'home'],
  ['DELAY MATERIAL(m, 2 * t, n, m)', 'home'],
  ['DEMAND AT PRICE(m, pp[w1, ptype], a)', 'home'],
  ['DEPRECIATE BY SCHEDULE(m, prio[w1], 0, 2 * t, t)', 'home'],
  ['DEPRECIATE STRAIGHTLINE(m, 3 * t, t, 0)', 'home'],
  ['FIND MARKET PRICE(ask[w1], pp[w1, ptype], ask[w1], pp[w1, ptype])', 'EUR'],
  ['GAMMA LN(m / n)', 'Dmnl'],
  ['GET TIME VALUE(0, t, 0)', 'Year'],
  ['INVERT MATRIX(matrix[R, C], 2)', '1/home'],
  ['LOOKUP AREA(look, t, u)', 'home*Year'],
  ['LOOKUP BACKWARD(look, t)', 'home'],
  ['LOOKUP EXTRAPOLATE(look, t)', 'home'],
  ['LOOKUP FORWARD(look, t)', 'home'],
  ['LOOKUP INVERT(look, m)', 'Year'],
  ['LOOKUP SLOPE(look, t, 0)', 'home/Year'],
  ['NPV(a, 0.1 / t, a * t, 1)', 'EUR*Year'],
  ['NPVE(a, 0.1 / t, a * t, 1)', 'EUR*Year'],
  ['RANDOM 0 1()', 'Dmnl'],
  ['RANDOM BETA(m, n, 2, 3, m, n, 0)', 'home'],
  ['RANDOM BINOMIAL(m, n, 0.5, 3, m, n, 0)', 'home'],
  ['RANDOM EXPONENTIAL(m, n, m, n, 0)', 'home'],
  ['RANDOM GAMMA(m, n, 2, m, n, 0)', 'home'],
  ['RANDOM LOOKUP(look, m, n, m, n, 0)', 'home'],
  ['RANDOM NEGATIVE BINOMIAL(m, n, 0.5, 3, m, n, 0)', 'home'],
  ['RANDOM NORMAL(m, n, m, n, 0)', 'home'],
  ['RANDOM PINK NOISE(m, n, t, 0)', 'home'],
  ['RANDOM POISSON(m, n, 3, m, n, 0)', 'home'],
  ['RANDOM TRIANGULAR(m, n, m, n, m, 0)', 'home'],
  ['RANDOM UNIFORM(m, n, 0)', 'home'],
  ['RANDOM WEIBULL(m, n, 2, m, n, 0)', 'home'],
  ['SUPPLY AT PRICE(m, pp[w1, ptype], a)', 'home'],
  ['TABXL(look, t)', 'home'],
  ['TIME BASE(m, n / t)', 'home'],
  ['VECTOR ELM MAP(ask[w1], Who - 1)', 'home'],
  ['VECTOR LOOKUP(ask[w1], t, t, u, 0)', 'home'],
  ['VECTOR RANK(ask[Who], 1)', 'Dmnl'],
  ['VECTOR REORDER(ask[Who], prio[Who])', 'home'],
  ['VECTOR SELECT(prio[Who!], ask[Who!], m, 6, 0)', 'home'],
  ['VECTOR SORT ORDER(ask[Who], 1)', 'Dmnl'],
];

/** A call of which one argument has the wrong unit. */
const wrong = [
  'ALLOCATE AVAILABLE(ask[Who], pp[Who, ptype], a)',
  'ALLOCATE BY PRIORITY(ask[Who], prio[Who], 2, width, a)',
  'DELAY INFORMATION(m, 2 * m, n)',
  'DELAY MATERIAL(m, 2 * t, n, a)',
  'DEPRECIATE BY SCHEDULE(m, prio[w1], 0, 2 * t, m)',
  'DEPRECIATE STRAIGHTLINE(m, 3 * m, t, 0)',
  'FIND MARKET PRICE(ask[w1], pp[w1, ptype], other[w1], pp[w1, ptype])',
  'GAMMA LN(m)',
  'GET TIME VALUE(0, m, 0)',
  'LOOKUP AREA(look, t, m)',
  'LOOKUP INVERT(look, a)',
  'NPV(a, 0.1, a * t, 1)',
  'NPVE(a, 0.1 / t, a, 1)',
  'RANDOM LOOKUP(look, m, a, m, n, 0)',
  'RANDOM NORMAL(m, n, a, n, 0)',
  'RANDOM PINK NOISE(m, n, m, 0)',
  'RANDOM TRIANGULAR(m, n, m, a, m, 0)',
  'RANDOM UNIFORM(m, a, 0)',
  'RANDOM WEIBULL(m, n, t, m, n, 0)',
  'TIME BASE(m, n)',
  'VECTOR ELM MAP(ask[w1], m)',
  'VECTOR LOOKUP(ask[w1], t, m, u, 0)',
  'VECTOR RANK(ask[Who], m)',
  'VECTOR REORDER(ask[Who], ask[Who])',
  'VECTOR SELECT(ask[Who!], ask[Who!], m, 6, 0)',
];

function clashes(call: string, unit: string): readonly string[] {
  const left = call.startsWith('INVERT') ? 'y[R, C]' : 'y[Who]';
  const text = `Who: w1, w2 ~~|
    R: r1, r2 ~~|
    C: c1, c2 ~~|
    profile: ptype, ppriority, pwidth, pextra ~~|
    a = 1 ~ EUR ~ |
    m = 1 ~ home ~ |
    n = 2 ~ home ~ |
    t = 1 ~ Year ~ |
    u = 2 ~ Year ~ |
    width = 1 ~ Dmnl ~ |
    ask[Who] = 1, 2 ~ home ~ |
    other[Who] = 1, 2 ~ EUR ~ |
    prio[Who] = 0, 1 ~ Dmnl ~ |
    matrix[R, C] = 1, 0; 0, 1; ~ home ~ |
    look((0,1),(2,1)) ~ home ~ |
    pp[Who, profile] = 1, 1, 1, 0; 1, 1, 1, 0; ~ Dmnl ~ |
    ${left} = ${call} ~ ${unit} ~ |`;
  return problemsOf(() => small(text, {}, { units: 'fail' })).map((p) => p.code);
}

describe('the units of a function', () => {
  it.each(right)('are right: %s is in %s', (call, unit) => {
    expect(clashes(call, unit)).toEqual([]);
  });

  // A price, an inverse and what VECTOR LOOKUP gives have a unit that the call does not tell.
  it.each(right.filter(([call]) => !/^FIND|^LOOKUP INVERT|^VECTOR LOOKUP/.test(call)))(
    'clash with another: %s',
    (call) => {
      expect(clashes(call, 'person')).toContain('MODEL_UNIT_CLASH');
    },
  );

  it.each(wrong)('of an argument are demanded: %s', (call) => {
    const [, unit = 'EUR'] = right.find(([name]) => name.split('(')[0] === call.split('(')[0]) ?? [];
    expect(clashes(call, unit)).toContain('MODEL_UNIT_CLASH');
  });

  it('are tested for every function that units.test.ts of the package does not hold', () => {
    const tested = new Set(right.map(([call]) => call.split('(')[0]?.toLowerCase()));
    const families =
      /^(?:allocate|demand at|find|get time|invert|lookup|npv|random|supply|tabxl|time base|vector)/;
    expect(Object.keys(builders).filter((name) => families.test(name) && !tested.has(name))).toEqual([]);
  });
});
