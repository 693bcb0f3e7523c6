import { describe, expect, it } from 'vitest';
import { processorMs } from '../../../../scripts/testing/processor-time.ts';
import { course, problemsOf, small } from '../../test/small-model.ts';

const first = (text: string, outcome: string): number => course(small(text), outcome)[0] ?? Number.NaN;

describe('a macro', () => {
  it('is written out where it is called, with names and expressions as inputs', () => {
    const text = `:MACRO: SCALE(x, by)
SCALE = x * twice ~ x ~ |
twice = 2 * by ~ Dmnl ~ |
:END OF MACRO:
a = 3 ~ Dmnl ~ |
y = 1 + SCALE(a, 5) - SCALE(a + 1, a) ~ Dmnl ~ |`;
    // 1 + 3 * 10 - 4 * 6
    expect(first(text, 'y')).toBe(7);
  });

  it('has a stock for every call', () => {
    const model = small(`:MACRO: PILE(flow, start)
PILE = INTEG(flow, start) ~ x ~ |
:END OF MACRO:
a = PILE(1, 10) ~ Dmnl ~ |
b = PILE(2, 0) + PILE(-1, 5) ~ Dmnl ~ |`);
    expect(course(model, 'a')).toEqual([10, 11, 12, 13, 14]);
    expect(course(model, 'b')).toEqual([5, 6, 7, 8, 9]);
  });

  it('has a stock for every element of the equation that calls it', () => {
    const model = small(`Area: north, south, west ~~|
:MACRO: PILE(flow, start)
PILE = INTEG(inflow, start) ~ x ~ |
inflow = flow + PILE * 0 ~ x ~ |
:END OF MACRO:
grows[Area] = 1, 2, 3 ~ Dmnl ~ |
a[Area] :EXCEPT: [west] = PILE(grows[Area], 10) ~ Dmnl ~ |
a[west] = PILE(-grows[west], 0) ~ Dmnl ~ |`);
    expect(course(model, 'a[north]')).toEqual([10, 11, 12, 13, 14]);
    expect(course(model, 'a[south]')).toEqual([10, 12, 14, 16, 18]);
    expect(course(model, 'a[west]')).toEqual([0, -3, -6, -9, -12]);
  });

  it('may stand within a SUM over a range that its inputs run over', () => {
    const model = small(`Area: north, south ~~|
:MACRO: PILE(flow)
PILE = INTEG(flow, 0) ~ x ~ |
:END OF MACRO:
grows[Area] = 1, 2 ~ Dmnl ~ |
all = SUM(PILE(grows[Area!] * 10)) ~ Dmnl ~ |
one = PILE(SUM(grows[Area!])) ~ Dmnl ~ |`);
    expect(course(model, 'all')).toEqual([0, 30, 60, 90, 120]);
    expect(course(model, 'one')).toEqual([0, 3, 6, 9, 12]);
  });

  it('may call another, defined before or after it', () => {
    const text = `:MACRO: OUTER(x)
OUTER = INNER(x + 1) * INNER(x) ~ x ~ |
:END OF MACRO:
:MACRO: INNER(x)
INNER = x * 10 ~ x ~ |
:END OF MACRO:
y = OUTER(2) ~ Dmnl ~ |`;
    expect(first(text, 'y')).toBe(600);
  });

  it('gives more than one output, behind a colon, as variables of the model', () => {
    const text = `:MACRO: SPREAD(a, b, c : low, high)
SPREAD = high - low ~ a ~ |
low = MIN(a, MIN(b, c)) ~ a ~ |
high = MAX(a, MAX(b, c)) ~ a ~ |
:END OF MACRO:
total = SPREAD(7, 2, 5 : the low, the high) ~ Dmnl ~ |
check = 10 * the low + the high ~ Dmnl ~ |`;
    expect(first(text, 'total')).toBe(5);
    expect(first(text, 'check')).toBe(27);
    expect(first(text, 'the high')).toBe(7);
  });

  it('may take the further outputs of a macro that it calls', () => {
    const text = `:MACRO: HALVES(x : rest)
HALVES = INTEGER(x / 2) ~ x ~ |
rest = x - 2 * HALVES ~ x ~ |
:END OF MACRO:
:MACRO: ODD(x)
ODD = left over + 0 * half ~ x ~ |
half = HALVES(x : left over) ~ x ~ |
:END OF MACRO:
Area: north, south ~~|
of[Area] = 6, 7 ~ Dmnl ~ |
y[Area] = ODD(of[Area]) ~ Dmnl ~ |`;
    expect([first(text, 'y[north]'), first(text, 'y[south]')]).toEqual([0, 1]);
  });

  it('knows the time of the model, and names of it with a $', () => {
    const model = small(
      `:MACRO: AGE(since)
AGE = (Time$ - since) / TIME STEP$ + Time * 0 + offset$ ~ x ~ |
:END OF MACRO:
offset = 100 ~ Dmnl ~ |
y = AGE(1) ~ Dmnl ~ |`,
      { stop: 1, step: 0.5 },
    );
    expect(course(model, 'y')).toEqual([98, 99, 100]);
  });

  it('may be given a lookup, and may hold one', () => {
    const text = `:MACRO: READ(table, x)
READ = table(x) + own(x) ~ x ~ |
own((0,0),(10,100)) ~ x ~ |
:END OF MACRO:
Area: north, south ~~|
t[north]((0,1),(10,2)) ~ Dmnl ~ |
t[south]((0,5),(10,6)) ~ Dmnl ~ |
plain((0,3),(10,4)) ~ Dmnl ~ |
y[Area] = READ(t[Area], 10) ~ Dmnl ~ |
z = READ(plain, 0) ~ Dmnl ~ |`;
    expect([first(text, 'y[north]'), first(text, 'y[south]'), first(text, 'z')]).toEqual([102, 106, 3]);
  });

  it('goes before a function of the same name', () => {
    const text = `:MACRO: MAX(x, y)
MAX = x + y ~ x ~ |
:END OF MACRO:
y = MAX(2, 3) ~ Dmnl ~ |`;
    expect(first(text, 'y')).toBe(5);
  });

  it('has units for what it gives, unless they are those of its inputs', () => {
    const text = (units: string): string => `:MACRO: PILE(flow, start : rate)
PILE = INTEG(rate, start) ~ start ~ |
rate = flow + 0 * start / TIME STEP$ ~ ${units} ~ |
:END OF MACRO:
a = 3 ~ home/Year ~ |
two = 2 ~ Dmnl ~|
b = PILE(a * two, 0 : the rate) ~ home ~ |
c = the rate * 2 ~ cow ~ |`;
    const faults = (units: string) =>
      problemsOf(() => small(text(units), {}, {})).map((p) => [p.code, p.line]);
    expect(faults('flow')).toEqual([]);
    expect(faults('home/Year')).toEqual([['MODEL_UNIT_CLASH', 8]]);
  });

  it('shows none of its inner names', () => {
    const model = small(`:MACRO: SCALE(x)
SCALE = x * twice ~ x ~ |
twice = 2 ~ Dmnl ~ |
:END OF MACRO:
a = 3 ~ Dmnl ~ |
y = SCALE(a + 1) ~ Dmnl ~ |`);
    const names = model.variables.map((v) => v.name).filter((name) => !/TIME|SAVEPER/.test(name));
    expect(names.sort()).toEqual(['a', 'y']);
    expect(model.variables.find((v) => v.name === 'y')).toMatchObject({
      uses: ['a'],
      equation: 'y = SCALE(a + 1)',
    });
    expect(model.variables.find((v) => v.name === 'a')?.usedBy).toEqual(['y']);
  });
});

describe('a macro that cannot be written out', () => {
  const macro = (text: string): readonly (readonly [string, number, string])[] =>
    problemsOf(() => small(text)).map((p) => [p.code, p.line, p.message.en] as const);

  it.each([
    [
      'calls itself by way of another',
      `:MACRO: A(x)
A = B(x) ~ x ~ |
:END OF MACRO:
:MACRO: B(x)
B = 1 + A(x) ~ x ~ |
:END OF MACRO:
y = A(1) ~ Dmnl ~ |`,
      'MODEL_UNSUPPORTED',
      5,
      'A -> B -> A',
    ],
    [
      'is given too few inputs',
      `:MACRO: A(x, z)
A = x + z ~ x ~ |
:END OF MACRO:
y = A(1) ~ Dmnl ~ |`,
      'MODEL_SYNTAX',
      4,
      'A was given 1',
    ],
    [
      'has no equation for its output',
      `:MACRO: A(x : low)
A = x ~ x ~ |
:END OF MACRO:
y = 1 ~ Dmnl ~ |`,
      'MODEL_SYNTAX',
      1,
      'low',
    ],
    [
      'is defined twice',
      `:MACRO: A(x)
A = x ~ x ~ |
:END OF MACRO:
:MACRO: A(x)
A = 2 * x ~ x ~ |
:END OF MACRO:
y = A(1) ~ Dmnl ~ |`,
      'MODEL_DUPLICATE',
      4,
      'lines 1',
    ],
    [
      'gives its output to what is no name',
      `:MACRO: A(x : low)
A = x ~ x ~ |
low = x ~ x ~ |
:END OF MACRO:
y = A(1 : 2 + 3) ~ Dmnl ~ |`,
      'MODEL_SYNTAX',
      5,
      '2 + 3',
    ],
  ])('because it %s is refused by its name and line', (_, text, code, line, tells) => {
    const problems = macro(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toEqual([
      code,
      line,
      expect.stringMatching(tells.replace('lines', 'line').replaceAll('+', '\\+')),
    ]);
  });

  it('because macros call macros without end in sight is refused at once', () => {
    const chain = (count: number, calls: number): string =>
      Array.from({ length: count }, (_, i) => {
        const next = Array(calls)
          .fill(i + 1 === count ? 'x' : `M${i + 1}(x)`)
          .join(' + ');
        return `:MACRO: M${i}(x)\nM${i} = ${next} ~ x ~ |\n:END OF MACRO:`;
      }).join('\n');
    const both = (): void => {
      expect(macro(`${chain(30, 4)}\ny = M0(1) ~ Dmnl ~ |`)[0]?.[2]).toContain('100000');
      expect(macro(`${chain(5000, 1)}\ny = M0(1) ~ Dmnl ~ |`)[0]?.[2]).toContain('50');
    };
    // Without the limits: 4^30 calls.
    expect(processorMs(both)).toBeLessThan(10_000);
  });
});
