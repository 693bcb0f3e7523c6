import { describe, expect, it } from 'vitest';
import { readResults } from './results.ts';

const read = (...lines: string[]) => readResults('r.csv', lines.join('\n'));
const codes = (...lines: string[]): readonly string[] =>
  read(...lines).problems.map(({ code, line }) => `${line} ${code}`);

describe('a file of results', () => {
  it('names a target or a quantity, and the two ends of what it becomes', () => {
    const { results, problems } = read(
      'id,variable,min,max,unit',
      'homes-2030,,10,20,homes',
      ',a@B@2030,,5,',
    );
    expect(problems).toEqual([]);
    expect(results).toEqual([
      {
        target: 'homes-2030',
        variable: null,
        interval: { min: 10, max: 20, minOpen: false, maxOpen: false },
        unit: 'homes',
        place: { file: 'r.csv', line: 2, column: 1, path: 'id' },
      },
      {
        target: null,
        variable: 'a@B@2030',
        interval: { min: null, max: 5, minOpen: false, maxOpen: false },
        unit: null,
        place: { file: 'r.csv', line: 3, column: 2, path: 'variable' },
      },
    ]);
  });

  it('may be what assess --csv writes: other columns stand beside, and what is not modelled says nothing', () => {
    const { results, problems } = read(
      'id,title_nl,projected_p10,projected_p50,projected_p90,unit',
      'homes-2030,"Huizen, veel",1,2,3,homes',
      'rank-2030,Plek,,,,rank',
    );
    expect(problems).toEqual([]);
    expect(results.map(({ target, interval }) => [target, interval.min, interval.max])).toEqual([
      ['homes-2030', 1, 3],
    ]);
  });

  it('every fault is told at its line', () => {
    expect(codes('naam,min,max', 'x,1,2')).toEqual(['1 REGION_CSV_COLUMN_MISSING']);
    expect(codes('id,laag,hoog', 'x,1,2')).toEqual([
      '1 REGION_CSV_COLUMN_MISSING',
      '1 REGION_CSV_COLUMN_MISSING',
    ]);
    expect(codes('id,min,max', ',1,2', 'x,3,2', 'y,een,2', 'z,1')).toEqual([
      '4 REGION_NUMBER_EXPECTED',
      '5 REGION_CSV_CELLS',
      '2 REGION_FIELD_MISSING',
      '3 REGION_RANGE_EMPTY',
    ]);
    expect(codes('id;min;max', 'x;1;2')).toEqual(['1 REGION_CSV_SYNTAX']);
    expect(codes('')).toHaveLength(3);
  });
});
