import { describe, expect, it } from 'vitest';
import { readUncertainties } from './uncertainties.ts';

const told = (file: string, text: string): string[] =>
  readUncertainties(file, text).problems.map((p) => `${p.line}:${p.column} ${p.code} ${p.path}`);

const yaml = `uncertainties:
  - variable: 'permit time'
    distribution: { kind: uniform, min: 1, max: 4 }
  - id: demand
    title: { nl: Vraag, en: Demand }
    variable: 'demand[North]'
    unit: ratio
    distribution: { kind: triangular, min: 0, mode: 1, max: 2 }
    reason: { nl: aanname, en: assumption }
    source: assumption
`;
const read = [
  {
    id: 'permit time',
    variable: 'permit time',
    distribution: { kind: 'uniform', min: 1, max: 4 },
  },
  {
    id: 'demand',
    variable: 'demand[North]',
    distribution: { kind: 'triangular', min: 0, mode: 1, max: 2 },
  },
];

describe('uncertainties of a model', () => {
  it('need a variable and a distribution; the rest of what a region says is welcome', () => {
    const { uncertainties, problems } = readUncertainties('u.yaml', yaml);
    expect(problems).toEqual([]);
    expect(uncertainties).toMatchObject(read);
    expect(uncertainties[1]?.place).toEqual({
      file: 'u.yaml',
      line: 6,
      column: 15,
      path: 'uncertainties[1].variable',
    });
  });

  it('may be written in JSON, and in CSV', () => {
    expect(readUncertainties('u.json', JSON.stringify({ uncertainties: read }))).toMatchObject({
      uncertainties: read,
      problems: [],
    });
    const csv =
      '\uFEFFvariable,kind,min,mode,max,id\r\npermit time,uniform,1,,4,\r\n"demand[North]",triangular,0,1,2,demand\r\n';
    expect(readUncertainties('u.csv', csv)).toMatchObject({ uncertainties: read, problems: [] });
  });

  it('are told with their line where they are wrong', () => {
    expect(told('u.yaml', yaml.replace('max: 4', 'max: high'))).toEqual([
      '3:49 REGION_TYPE_WRONG uncertainties[0].distribution.max',
    ]);
    expect(told('u.yaml', yaml.replace('max: 4', 'max: 1'))).toEqual([
      '3:19 REGION_RANGE_EMPTY uncertainties[0].distribution',
    ]);
    expect(told('u.yaml', yaml.replace("variable: 'permit time'", 'variabel: x'))[0]).toMatch(
      /^2:5 REGION_FIELD_(MISSING|UNKNOWN)/,
    );
    expect(told('u.yaml', 'uncertainties: [')).toHaveLength(1);
    expect(told('u.yaml', '')).toEqual(['1:1 REGION_FILE_EMPTY ']);
  });

  it('are told what stands around them where only the list is given', () => {
    const { problems } = readUncertainties('u.yaml', '- variable: a\n');
    expect(problems).toMatchObject([
      { code: 'REGION_TYPE_WRONG', expected: { en: 'a block of fields (uncertainties)' } },
    ]);
  });

  it('in CSV are uniform where no kind is given', () => {
    const uniform = { distribution: { kind: 'uniform', min: 1, max: 4 } };
    expect(readUncertainties('u.csv', 'variable,min,max\na,1,4\n')).toMatchObject({
      uncertainties: [uniform],
      problems: [],
    });
    expect(readUncertainties('u.csv', 'variable,kind,min,max\na,,1,4\n')).toMatchObject({
      uncertainties: [uniform],
      problems: [],
    });
    expect(told('u.csv', 'variable,min\na,1\n')).toEqual(['2:1 REGION_FIELD_MISSING max']);
  });

  it('in CSV have the numbers of their kind, no more and no fewer', () => {
    const row = (cells: string): string[] => told('u.csv', `variable,kind,min,mode,max,mean,sd\n${cells}\n`);
    expect(row('a,uniform,1,,2,,')).toEqual([]);
    expect(row('a,uniform,1,,,,')).toEqual(['2:5 REGION_FIELD_MISSING max']);
    expect(row('a,uniform,1,1.5,2,,')).toEqual(['2:4 REGION_FIELD_UNKNOWN mode']);
    expect(row('a,uniform,2,,1,,')).toEqual(['2:2 REGION_RANGE_EMPTY kind']);
    expect(row('a,normal,0,,1,0.5,0')).toEqual(['2:7 REGION_VALUE_OUT_OF_BOUNDS sd']);
    expect(row('a,gamma,0,,1,,')).toEqual(['2:2 REGION_VALUE_NOT_ALLOWED kind']);
    expect(row('a,uniform,x,,1,,')).toEqual(['2:3 REGION_NUMBER_EXPECTED min']);
    expect(row(',uniform,0,,1,,')).toEqual(['2:1 REGION_FIELD_MISSING variable']);
    expect(told('u.csv', 'kind,min,max\nuniform,0,1\n')).toEqual(['1:1 REGION_CSV_COLUMN_MISSING variable']);
  });
});
