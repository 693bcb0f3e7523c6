import type { Dice } from './dice.ts';

/** A function with as many arguments as it takes; `x` stands for an expression, `p` for a small number above zero. */
const calls = [
  ...'ABS(x) | MIN(x, x) | MAX(x, x) | SIN(x) | COS(x) | TANH(x) | ARCTAN(x) | EXP(MIN(x, 5))'.split(' | '),
  ...'LN(ABS(x) + p) | SQRT(ABS(x)) | INTEGER(x) | MODULO(x, p) | QUANTUM(x, p) | XIDZ(x, x, x)'.split(' | '),
  ...'ZIDZ(x, x) | POWER(ABS(x), p) | IF THEN ELSE(x > x, x, x)'.split(' | '),
  ...'IF THEN ELSE(x < x :AND: :NOT: x = x, x, x) | STEP(x, p) | RAMP(p, p, 3) | PULSE(1, p)'.split(' | '),
  ...'PULSE TRAIN(0, 0.5, p, 4) | SMOOTH(x, p) | SMOOTHI(x, p, x) | SMOOTH3(x, p) | DELAY1(x, p)'.split(
    ' | ',
  ),
  ...'DELAY3(x, p) | DELAY1I(x, p, x) | DELAY3I(x, p, x) | DELAY FIXED(x, p, x)'.split(' | '),
  ...'SAMPLE IF TRUE(x > 0, x, x) | INITIAL(x) | TREND(x, p, 0)'.split(' | '),
  ...'WITH LOOKUP(x, ((-5,-2),(0,1),(2,0.5),(9,3))) | table(x) | LOOKUP FORWARD(table, x)'.split(' | '),
  ...'LOOKUP BACKWARD(table, x) | RANDOM UNIFORM(-1, 1, 0) | RANDOM NORMAL(-4, 4, 0, 1, 0)'.split(' | '),
  ...'LOG(ABS(x) + p, 10) | SUM(list[Dim!]) | VMAX(list[Dim!])'.split(' | '),
  ...'VECTOR SELECT(list[Dim!], list[Dim!], 0, 0, 0) | GAMMA LN(ABS(x) + p) | FORECAST(x, p, p)'.split(' | '),
  ...'NPV(x, 0.1, 0, 1)'.split(' | '),
];
const operators = ['+', '-', '*', '/', '+', '-', '*'] as const;

function expression(dice: Dice, names: readonly string[], depth: number): string {
  const inner = (): string => expression(dice, names, depth - 1);
  if (depth <= 0 || dice.chance(0.2)) {
    return dice.chance(0.3) ? String(Math.round(dice.unit() * 200) / 10) : (dice.one(names) ?? 'Time');
  }
  if (dice.chance(0.5)) return `(${inner()} ${dice.one(operators)} ${inner()})`;
  if (dice.chance(0.1)) return `-${inner()}^2`;
  return (dice.one(calls) ?? '1').replace(/\b[xp]\b/g, (what) =>
    what === 'x' ? inner() : String(0.25 + dice.below(12) / 4),
  );
}

/**
 * A model in Vensim text that should compile: constants, stocks and auxiliaries, each of which reads what is before it,
 * so that there is no loop but through stocks. What grows is held between bounds, so that most runs have finite numbers.
 */
export function randomModel(dice: Dice): { text: string; constants: readonly string[] } {
  const constants = dice.many(1 + dice.below(4), (i) => `constant ${i}`);
  const stocks = dice.many(dice.below(4), (i) => `stock ${i}`);
  const names = [...constants, ...stocks, 'Time', 'list[D1]'];
  const lines = [
    'Dim: D1, D2, D3 ~~|',
    'table((-3,-1),(-1,0),(0,2),(4,1),(6,-2)) ~~|',
    'list[Dim] = 1, -2, 3.5 ~~|',
    ...constants.map((name) => `${name} = ${Math.round(dice.unit() * 80 - 40) / 8} ~~|`),
  ];
  const auxiliaries = dice.many(1 + dice.below(8), (i) => {
    const name = dice.chance(0.2) ? `vector ${i}[Dim]` : `auxiliary ${i}`;
    const written = expression(dice, name.includes('[') ? [...names, 'list[Dim]'] : names, 4);
    lines.push(`${name} = MAX(-1e6, MIN(1e6, ${written})) ~~|`);
    names.push(name.replace('[Dim]', '[D2]'));
    return name;
  });
  for (const name of stocks) {
    const flow = dice.one(auxiliaries)?.replace('[Dim]', '[D3]') ?? '0';
    lines.push(`${name} = INTEG(${flow} - ${name} / 2, ${dice.one(constants)}) ~~|`);
  }
  const step = dice.one([1, 0.5, 0.25, 0.1]);
  lines.push('INITIAL TIME = 0 ~~|', `FINAL TIME = ${dice.one([1, 3, 5])} ~~|`, `TIME STEP = ${step} ~~|`);
  lines.push(`SAVEPER = ${dice.chance(0.5) ? 'TIME STEP' : '1'} ~~|`);
  const rungeKutta = dice.chance(0.3) ? '\\\\\\---/// Sketch information\n:L<%^E!@\n15:0,0,0,1,0,0\n' : '';
  return { text: `${lines.join('\n')}\n${rungeKutta}`, constants };
}
