import { describe, expect, it } from 'vitest';
import { course, problemsOf, small } from '../../test/small-model.ts';
import { compile } from '../compile.ts';
import { type Cell, DataFault, DataMissing, type DataSource, type Sheet } from '../read/data-source.ts';
import type { Point } from '../syntax/ast.ts';

/** A sheet of rows; an empty text is an empty cell. */
function sheet(rows: readonly (readonly (number | string)[])[]): Sheet {
  return {
    rows: rows.length,
    columns: Math.max(...rows.map((r) => r.length)),
    cell: (row, column): Cell => {
      const cell = rows[row]?.[column];
      return cell === '' ? undefined : cell;
    },
  };
}

const numbers = sheet([
  ['', 'y1', 'y2', 'y3', 'y4'],
  ['times', 0, 1, 2, 4],
  ['first', 10, 20, '', 40],
  ['second', 1, 2, 3, 5],
  ['', 'north', 'south', '', 'east'],
]);

const source: DataSource = {
  sheet: (file, tab) => (file === 'f.xlsx' && tab === 'tab' ? numbers : undefined),
  named: (file, name) =>
    file === 'f.xlsx' && name === 'square'
      ? { sheet: numbers, row: 2, column: 1, rows: 2, columns: 2 }
      : undefined,
  series: (name): readonly Point[] | undefined =>
    name === 'demand[b]'
      ? [
          [0, 100],
          [2, 300],
        ]
      : undefined,
};

const run = (text: string, outcome: string): number[] =>
  course(small(text, {}, { units: 'off', data: source }), outcome);
const reported = (text: string, data: DataSource | undefined = source): string[] =>
  problemsOf(() => small(text, {}, { units: 'off', ...(data === undefined ? {} : { data }) })).map(
    (p) => `${p.line} ${p.code} ${p.message.en}`,
  );

const around = 'A: a, b ~~|\nC: c, d ~~|\n';
const notAvailable = -(2 ** 109);

/** The faults of asking an outcome of a model that has no data. */
const asked = (text: string, outcome: string): string[] => {
  const model = small(text);
  return problemsOf(() => course(model, outcome)).map((p) => `${p.line} ${p.code} ${p.message.en}`);
};

describe('constants from a file', () => {
  it('run along the row for the last range and down the column for the one before', () => {
    const text = `${around}x[A, C] = GET XLS CONSTANTS('f.xlsx', 'tab', 'B3') ~~|`;
    expect([run(text, 'x[a,d]')[0], run(text, 'x[b,c]')[0]]).toEqual([20, 1]);
  });

  it('are turned round by a star, and may be one number or one column', () => {
    const text = `${around}x[A, C] = GET DIRECT CONSTANTS('f.xlsx', 'tab', 'B3*') ~~|
      y[A] = GET DIRECT CONSTANTS('f.xlsx', 'tab', 'c3*') ~~|
      z = GET DIRECT CONSTANTS('f.xlsx', 'tab', 'E4') ~~|`;
    expect([run(text, 'x[a,d]')[0], run(text, 'y[b]')[0], run(text, 'z')[0]]).toEqual([1, 2, 5]);
  });

  it('may stand in cells with a name', () => {
    const text = `${around}x[A, C] = GET XLS CONSTANTS('f.xlsx', 'tab', 'square') ~~|`;
    expect(run(text, 'x[b,d]')[0]).toBe(2);
  });

  it('can be given other values, as constants can', () => {
    const model = small(
      `z = GET XLS CONSTANTS('f.xlsx', 'tab', 'B3') ~~|\ny = z + 1 ~~|`,
      {},
      {
        units: 'off',
        data: source,
      },
    );
    expect(course(model, 'y', { z: 5 })[0]).toBe(6);
  });

  it('that are no number, or no cell, or too few, are reported with the place', () => {
    const x = (cell: string): string[] =>
      reported(`${around}x[A] = GET XLS CONSTANTS('f.xlsx', 'tab', '${cell}') ~~|`);
    expect(x('A3')).toEqual([expect.stringMatching(/^3 MODEL_DATA x .*f\.xlsx, tab: A3.*"first"/)]);
    expect(x('D3')).toEqual([expect.stringMatching(/MODEL_DATA.*D3/)]);
    expect(x('square')).toEqual([expect.stringMatching(/MODEL_DATA.*square/)]);
    expect(x('circle')).toEqual([expect.stringMatching(/MODEL_DATA.*circle/)]);
  });

  it('without a source of data are named with what to do', () => {
    const [problem] = small("x = GET XLS CONSTANTS('f.xlsx', 'tab', 'A1') ~~|").warnings;
    expect([problem?.code, problem?.line, problem?.message.en]).toEqual([
      'MODEL_DATA',
      1,
      'x reads f.xlsx, but no data was given',
    ]);
    expect(problem?.hint.en).toContain('--data');
  });

  it('by a tag without a file are named with the line of the settings that gives it one', () => {
    for (const source of [{}, { data: {} }]) {
      const text = "x = GET DIRECT CONSTANTS('?data', 'tab', 'A1') ~~|";
      const [problem] = small(text, {}, { units: 'off', ...source }).warnings;
      expect(problem?.code).toBe('MODEL_DATA');
      expect(problem?.hint.en).toContain('30:?data=FILE.xlsx');
    }
  });

  it('that the source says it cannot give are reported in its words, at the line of the equation', () => {
    const text = { nl: 'kapot', en: 'broken' };
    const broken: DataSource = {
      sheet: () => {
        throw new DataFault(text, text);
      },
    };
    expect(reported("\nx = GET XLS CONSTANTS('f.xlsx', 'tab', 'A1') ~~|", broken)).toEqual([
      '2 MODEL_DATA broken',
    ]);
  });
});

describe('data over time from a file', () => {
  it('is read along a row of times, on the line between points, held after the last', () => {
    const text = `${around}x[A] := GET XLS DATA('f.xlsx', 'tab', '2', 'B3') ~~|`;
    // The empty cell at time 2 is no point: between 20 at time 1 and 40 at time 4.
    expect(run(text, 'x[a]')).toEqual(
      [10, 20, 20 + 20 / 3, 20 + 40 / 3, 40].map((v) => expect.closeTo(v, 12)),
    );
    expect(run(text, 'x[b]')).toEqual([1, 2, 3, 4, 5]);
  });

  it('is held, looked forward to, or not available between points, as its keyword says', () => {
    const x = (keyword: string): number[] =>
      run(`x ${keyword} := GET DIRECT DATA('f.xlsx', 'tab', '2', 'B3') ~~|`, 'x');
    expect(x(':HOLD BACKWARD:')).toEqual([10, 20, 20, 20, 40]);
    expect(x(':LOOK FORWARD:')).toEqual([10, 20, 40, 40, 40]);
    expect(x(':RAW:')).toEqual([10, 20, notAvailable, notAvailable, 40]);
  });

  it('comes for a variable without equation by its full name; an element without data is not available', () => {
    const text = `${around}demand[A] ~~|\nknown[A] = IF THEN ELSE(demand[A] = :NA:, 0, demand[A]) ~~|`;
    expect(run(text, 'demand[b]')).toEqual([100, 200, 300, 300, 300]);
    expect(run(text, 'known[a]')).toEqual([0, 0, 0, 0, 0]);
    expect(asked('other ~~|\ny = other + 1 ~~|', 'y')).toEqual([
      expect.stringMatching(/^1 MODEL_DATA y .* other/),
    ]);
  });

  it('that is not there is a warning, and no number: who asks for it is refused', () => {
    const text = 'seen ~~|\nlog seen := LN(seen) ~~|\ny = 2 ~~|';
    const model = small(text);
    expect(model.warnings.map((w) => [w.code, w.line])).toEqual([['MODEL_DATA', 1]]);
    expect(asked(text, 'seen')).toEqual([
      expect.stringContaining('MODEL_DATA seen has no equation and no data'),
    ]);
    expect(asked(text, 'log seen')).toEqual([expect.stringContaining('log seen is computed with seen')]);
    expect(course(model, 'y')[0]).toBe(2);
  });

  it('that is not there refuses the outcomes that are computed with it, and no other', () => {
    const text = `seen ~~|\nlog seen := LN(seen) ~~|
      level = INTEG(1, 5) ~~|
      error = level - log seen ~~|
      squares = INTEG(error ^ 2, 0) ~~|
      smoothed = SMOOTH(seen, 2) ~~|`;
    const model = small(text);
    expect(model.warnings.map((w) => w.message.en)).toEqual([
      expect.stringContaining('seen has no equation'),
      expect.stringContaining('cannot be asked: 3 (error, smoothed, squares)'),
    ]);
    expect(course(model, 'level')[1]).toBe(6);
    for (const outcome of ['error', 'squares', 'smoothed']) {
      expect(asked(text, outcome)).toEqual([
        expect.stringMatching(new RegExp(`^1 MODEL_DATA ${outcome} is computed with seen`)),
      ]);
    }
    const data: DataSource = { series: () => [[0, Math.E]] };
    expect(course(small(text, {}, { units: 'off', data }), 'error')[0]).toBeCloseTo(4, 12);
  });

  it('that is made of other data is worked out at its times, and lies on the line between them', () => {
    const text = `${around}share = 2 ~~|
      demand[A] ~~|
      x := share * demand[b] ^ 2 ~~|
      held :HOLD BACKWARD: := demand[b] / 100 ~~|
      each step = share * demand[b] ^ 2 ~~|`;
    // 2 * 100^2 at time 0 and 2 * 300^2 at time 2.
    expect(run(text, 'x')).toEqual([20_000, 100_000, 180_000, 180_000, 180_000]);
    expect(run(text, 'each step')[1]).toBe(80_000);
    expect(run(text, 'held')).toEqual([1, 1, 3, 3, 3]);
    expect(reported(`${around}demand[A] ~~|\nlevel = INTEG(1, 0) ~~|\nx := demand[b] + level ~~|`)).toEqual([
      expect.stringMatching(/^5 MODEL_UNSUPPORTED x .*:=/),
    ]);
  });

  it('that is made of several data has the times of all of them, or with X IF MISSING of any', () => {
    const data: DataSource = {
      series: (name) =>
        name === 'b'
          ? [
              [0, 1],
              [1, 2],
              [3, 5],
            ]
          : name === 'c'
            ? [
                [1, 10],
                [3, 30],
                [4, 40],
              ]
            : undefined,
    };
    const model = small(
      'b ~~|\nc ~~|\nx := b + c ~~|\ny :RAW: := X IF MISSING(b + c, 100) ~~|',
      {},
      { units: 'off', data },
    );
    // x has points at 1 and 3 only: 12 and 35.
    expect(course(model, 'x')).toEqual([12, 12, 23.5, 35, 35]);
    expect(course(model, 'y')).toEqual([101, 12, notAvailable, 35, 140]);
  });

  it('may pass through a macro', () => {
    const macro = ':MACRO: DOUBLE(in)\nDOUBLE := in * 2 ~~|\n:END OF MACRO:\n';
    const text = `${macro}${around}demand[A] ~~|\nx = DOUBLE(demand[b]) ~~|`;
    expect(run(text, 'x')).toEqual([200, 400, 600, 600, 600]);
  });

  it('that is made of data which is not there is not reported twice', () => {
    expect(asked('b ~~|\nx := b * 2 ~~|\ny = x + b ~~|', 'y')).toEqual([
      expect.stringMatching(/^1 MODEL_DATA y .* b/),
    ]);
  });

  it('in a column of times has a column per element', () => {
    const down: DataSource = {
      sheet: () =>
        sheet([
          [0, 5, 50],
          [4, 9, 90],
        ]),
    };
    const text = `${around}x[A] := GET DIRECT DATA('f.csv', ',', 'A', 'B1') ~~|`;
    const model = small(text, {}, { units: 'off', data: down });
    expect(course(model, 'x[b]')).toEqual([50, 60, 70, 80, 90]);
  });

  it('without any time is reported', () => {
    expect(reported("x := GET XLS DATA('f.xlsx', 'tab', '5', 'B3') ~~|")).toEqual([
      expect.stringMatching(/MODEL_DATA.*: 5/),
    ]);
  });
});

describe('lookups and subscripts from a file', () => {
  it('make a lookup per element', () => {
    const text = `${around}t[A] = GET DIRECT LOOKUPS('f.xlsx', 'tab', '2', 'B3') ~~|\ny = t[b](Time * 0.5) ~~|`;
    expect(run(text, 'y')).toEqual([1, 1.5, 2, 2.5, 3]);
  });

  it('make a dimension of the cells that are not empty, with what goes before each', () => {
    const text = `Side: GET XLS SUBSCRIPT('f.xlsx', 'tab', 'B5', 'E5', 'to ') ~~|
      x[Side] = Side ~~|
      n = ELMCOUNT(Side) ~~|`;
    expect(run(text, 'n')[0]).toBe(3);
    expect(run(text, 'x[to east]')[0]).toBe(3);
  });

  it('end where the row or the column ends, if only the other side is said', () => {
    const text = `Side: GET DIRECT SUBSCRIPT('f.xlsx', 'tab', 'B5', '5', '') ~~|\nn = ELMCOUNT(Side) ~~|`;
    expect(run(text, 'n')[0]).toBe(3);
  });

  it('that are not there are reported once, whatever uses the dimension', () => {
    const text = `Side: GET DIRECT SUBSCRIPT('g.xlsx', 'tab', 'B5', '5', '') ~~|\nx[Side] = 1 ~~|`;
    expect(reported(text)).toEqual([expect.stringMatching(/^1 MODEL_DATA/)]);
  });
});

describe('a file that is missing', () => {
  const lost: DataSource = {
    ...source,
    sheet: (file) => {
      if (file === 'f.xlsx') return numbers;
      const text = { nl: `${file} is er niet`, en: `${file} is not there` };
      throw new DataMissing(text, text);
    },
  };
  const model = (text: string, data: DataSource | undefined = lost) =>
    small(text, {}, { units: 'off', ...(data === undefined ? {} : { data }) });
  const text = `${around}level = INTEG(rate, 1) ~~|
rate = 2 ~~|
price[A] = GET XLS CONSTANTS('prices.xlsx', 'tab', 'B3') ~~|
here[A] = GET XLS CONSTANTS('f.xlsx', 'tab', 'B3') ~~|
seen := GET XLS DATA('seen.xlsx', 'tab', '2', 'B3') ~~|
curve = GET DIRECT LOOKUPS('curve.csv', ',', '2', 'B3') ~~|
cost = level * price[b] ~~|
error = level - seen ~~|
log seen := LN(seen) ~~|
read = curve(level) ~~|
between = GET DATA BETWEEN TIMES(seen, Time, 0) ~~|
squares = INTEG(error ^ 2, 0) ~~|
`;
  const refusal = (outcome: string, levers: Record<string, number> = {}): string[] =>
    problemsOf(() => course(model(text), outcome, levers)).map((p) => `${p.line} ${p.code} ${p.message.en}`);

  it('is named once with each variable that reads it, and the rest of the model runs', () => {
    const { warnings } = model(text);
    expect(warnings.map(({ code, line, message }) => `${line} ${code} ${message.en}`)).toEqual([
      '7 MODEL_DATA seen gets no data: seen.xlsx is not there',
      '8 MODEL_DATA curve gets no data: curve.csv is not there',
      '5 MODEL_DATA price gets no data: prices.xlsx is not there',
      expect.stringContaining('cannot be asked: 9 ('),
    ]);
    expect(course(model(text), 'level')[1]).toBe(3);
    expect(course(model(text), 'here[b]')[0]).toBe(20);
  });

  it('refuses a run of what needs it, with the variable and the file', () => {
    const needs = {
      'price[b]': 'price, which reads prices.xlsx',
      cost: 'price, which reads prices.xlsx',
      seen: 'seen, which reads seen.xlsx',
      error: 'seen, which reads seen.xlsx',
      'log seen': 'seen, which reads seen.xlsx',
      between: 'seen, which reads seen.xlsx',
      squares: 'seen, which reads seen.xlsx',
      read: 'curve, which reads curve.csv',
    };
    for (const [outcome, cause] of Object.entries(needs)) {
      const [first, ...others] = refusal(outcome);
      expect(first).toMatch(/^\d MODEL_DATA/);
      expect(first).toContain(`${outcome} is computed with ${cause}`);
      expect(others).toEqual([]);
    }
  });

  it('does not refuse what needs constants that a run gives', () => {
    expect(course(model(text), 'cost', { 'price[b]': 10 })[1]).toBe(30);
    expect(course(model(text), 'price[b]', { 'price[b]': 10 })[0]).toBe(10);
    expect(refusal('price[a]', { 'price[b]': 10 })).toHaveLength(1);
    expect(refusal('error', { 'price[b]': 10 })).toHaveLength(1);
  });

  it('is a fault where the model cannot be read without it: time, the order of a delay, a range', () => {
    const problems = (equations: string): string[] =>
      problemsOf(() => model(equations)).map((p) => `${p.line} ${p.code} ${p.message.en}`);
    const n = "n = GET XLS CONSTANTS('n.xlsx', 'tab', 'B3') ~~|";
    const named = '1 MODEL_DATA n gets no data: n.xlsx is not there';
    expect(problems(`${n}\nx = DELAY N(Time, 2, 0, n) ~~|`)).toEqual([named]);
    const timed = `${n}\nINITIAL TIME = n ~~|\nFINAL TIME = 4 ~~|\nTIME STEP = 1 ~~|\nSAVEPER = 1 ~~|`;
    expect(problemsOf(() => compile(timed, { units: 'off', data: lost })).map((p) => p.message.en)).toContain(
      'n gets no data: n.xlsx is not there',
    );
    expect(problems("S: GET XLS SUBSCRIPT('s.xlsx', 'tab', 'B5', 'E5', '') ~~|\nx[S] = 1 ~~|")).toEqual([
      '1 MODEL_DATA S gets no data: s.xlsx is not there',
    ]);
  });

  it('that is there but damaged, or lacks the cells, stays a fault', () => {
    const broken: DataSource = {
      sheet: () => {
        throw new DataFault({ nl: 'kapot', en: 'broken' }, { nl: 'kapot', en: 'broken' });
      },
    };
    expect(problemsOf(() => model("x = GET XLS CONSTANTS('f.xlsx', 'tab', 'A1') ~~|", broken))).toHaveLength(
      1,
    );
    expect(problemsOf(() => model("x = GET XLS CONSTANTS('f.xlsx', 'tab', 'A1') ~~|"))).toHaveLength(1);
  });
});
