import { describe, expect, it } from 'vitest';
import { readCsvCases } from '../../cases/read-csv.ts';
import { FuturesError } from '../../problems.ts';
import { prim } from '../prim/prim.ts';
import { dataOf, discoveryData, numberInput } from './data.ts';

const codesOf = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe('futures made ready for discovery', () => {
  const cases = readCsvCases(
    'cases.csv',
    '"delay, in years",rate,flat,fails\n1,0.1,7,0\n2,,7,1\n3,inf,7,1\n4,0.4,7,1\n-0,0.5,7,0\n',
  );

  it('lack the rows in which a value is missing or not finite, and say how many', () => {
    const data = discoveryData(cases, { outcome: 'fails' });
    expect(data.leftOut).toEqual({ rows: 2, constant: ['flat'] });
    expect([...data.rows]).toEqual([0, 3, 4]);
    expect({ count: data.count, ofInterest: data.ofInterest }).toEqual({ count: 3, ofInterest: 1 });
  });

  it('keep a row whose gap is in a column that is left out', () => {
    const data = discoveryData(cases, { outcome: 'fails', leaveOut: ['rate'] });
    expect(data.leftOut.rows).toBe(0);
    expect(data.inputs.map(({ name }) => name)).toEqual(['delay, in years']);
  });

  it('may have a comma in a name, which reaches the limits as it is', () => {
    const data = discoveryData(cases, { outcome: 'fails', leaveOut: ['rate'] });
    expect(prim(data).boxes[0]?.trajectory.at(-1)?.bounds[0]?.input).toBe('delay, in years');
  });

  it('take no label for an input: the number of a case, a policy that is the same in all', () => {
    const labelled = { ...cases, labels: ['rate'] };
    const data = discoveryData(labelled, { outcome: 'fails' });
    expect(data.inputs.map(({ name }) => name)).toEqual(['delay, in years']);
    expect(data.leftOut.rows).toBe(0);
    const asked = discoveryData(labelled, { outcome: 'fails', inputs: ['rate'] });
    expect(asked.inputs.map(({ name }) => name)).toEqual(['rate']);
  });

  it('are refused where a column is empty, naming it', () => {
    const gaps = readCsvCases('gaps.csv', 'x,policy,fails\n1,,0\n2,,1\n');
    const refused = (): unknown => discoveryData(gaps, { outcome: 'fails' });
    expect(codesOf(refused)).toEqual(['FUTURES_CASES_MISSING']);
    expect(refused).toThrow("empty all the way: 'policy'");
  });

  it('know one zero only', () => {
    const data = discoveryData(cases, { outcome: 'fails', inputs: ['delay, in years'] });
    const [delay] = data.inputs;
    expect(delay?.kind === 'category' ? null : delay?.min).toBe(0);
  });

  it('are refused where a column to leave out is not there, and where no input varies', () => {
    expect(codesOf(() => discoveryData(cases, { outcome: 'fails', leaveOut: ['rat'] }))).toEqual([
      'FUTURES_DISCOVERY_COLUMN',
    ]);
    expect(codesOf(() => discoveryData(cases, { outcome: 'fails', inputs: ['flat'] }))).toEqual([
      'FUTURES_DISCOVERY_NO_INPUTS',
    ]);
  });

  it('are refused where two inputs share a name or lengths differ, all at once', () => {
    const inputs = [numberInput('x', Float64Array.of(1, 2)), numberInput('x', Float64Array.of(1, 2, 3))];
    expect(codesOf(() => dataOf(inputs, Uint8Array.of(0, 1)))).toEqual([
      'FUTURES_DISCOVERY_NAME_TWICE',
      'FUTURES_DISCOVERY_LENGTHS',
    ]);
  });
});
