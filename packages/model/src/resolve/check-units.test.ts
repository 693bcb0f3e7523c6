import { describe, expect, it } from 'vitest';
import { problemsOf, withTime } from '../../test/small-model.ts';
import { builders } from '../functions/index.ts';
import { compile } from '../index.ts';
import { showUnit, UnitReader } from '../syntax/unit.ts';

const around = `Area: SGE, Kempen ~~|
homes = 5 ~ homes ~ |
people = 7 ~ people ~ |
rate = 2 ~ home/Year ~ |
money = 3 ~ EUR ~ |
wait = 2 ~ Year ~ |
share = 0.5 ~ Dmnl ~ |
area homes[Area] = 1, 2 ~ homes ~ |
table((0,0),(1,1)) ~ homes ~ |
`;
const firstLine = around.split('\n').length;
const clashes = (equation: string): (readonly [string, number])[] =>
  problemsOf(() => compile(withTime(around + equation), { file: 'u.mdl' })).map((p) => [p.code, p.line]);

const good = [
  'y = homes + 0 ~ homes ~ |',
  'y = homes / people ~ home/person ~ |',
  'y = homes * (people / homes) ~ person ~ |',
  'y = rate * wait ~ homes ~ |',
  'y = INTEG(rate, homes) ~ homes ~ |',
  'y = INTEG(rate, 0) ~ homes ~ |',
  'y = IF THEN ELSE(homes > 0 :AND: share < 1, homes, 0) ~ homes ~ |',
  'y = MAX(homes, 0) ^ 2 ~ homes*homes ~ |',
  'y = SQRT(homes * homes) ~ homes ~ |',
  'y = POWER(share, 3) ~ Dmnl ~ |',
  'y = EXP(-Time / wait) ~ Dmnl ~ |',
  'y = ZIDZ(homes, wait) ~ home/Year ~ |',
  'y = XIDZ(homes, people, homes / people) ~ home/person ~ |',
  'y = DELAY3(rate, wait) ~ home/Year ~ |',
  'y = SMOOTHI(homes, wait, 0) ~ homes ~ |',
  'y = DELAY FIXED(rate, wait, 0) ~ home/Year ~ |',
  'y = TREND(homes, wait, 0) ~ 1/Year ~ |',
  'y = STEP(homes, wait) ~ homes ~ |',
  'y = RAMP(rate, wait, 0) ~ homes ~ |',
  'y = homes * PULSE(wait, 0) ~ homes ~ |',
  'y = table(Time) + homes ~ homes ~ |',
  'y = WITH LOOKUP(Time, ((0,0),(1,1))) ~ people ~ |',
  'y = SUM(area homes[Area!]) ~ homes ~ |',
  'y[Area] = IF THEN ELSE(Area = 1, homes, area homes[Area]) ~ homes ~ |',
  'y = SAMPLE IF TRUE(Time > wait, homes, 0) ~ homes ~ |',
  'y = INITIAL(homes) * -1 ~ homes ~ |',
  'y = money / (homes * TIME STEP) ~ EUR/(home*years) ~ |',
];
const bad = [
  'y = homes + people ~ homes ~ |',
  'y = homes ~ people ~ |',
  'y = homes + 1 ~ homes ~ |',
  'y = rate ~ homes ~ |',
  'y = INTEG(homes, homes) ~ homes ~ |',
  'y = INTEG(rate, people) ~ homes ~ |',
  'y = IF THEN ELSE(homes, homes, 0) ~ homes ~ |',
  'y = IF THEN ELSE(homes > people, 1, 0) ~ Dmnl ~ |',
  'y = MIN(homes, people) ~ homes ~ |',
  'y = EXP(homes) ~ Dmnl ~ |',
  'y = homes ^ share ~ homes ~ |',
  'y = share ^ homes ~ Dmnl ~ |',
  'y = DELAY3(rate, homes) ~ home/Year ~ |',
  'y = SMOOTHI(homes, wait, people) ~ homes ~ |',
  'y = STEP(homes, 2030) ~ homes ~ |',
  'y = IF THEN ELSE(Time > 2030, homes, 0) ~ homes ~ |',
  'y = XIDZ(homes, people, homes) ~ home/person ~ |',
  'y = table(Time) ~ people ~ |',
  'y = share :AND: homes ~ Dmnl ~ |',
  'y = TREND(homes, wait, 0) ~ Dmnl ~ |',
];

describe('units', () => {
  it.each(good)('balance in %s', (equation) => {
    expect(clashes(equation)).toEqual([]);
  });

  it.each(bad)('clash once in %s', (equation) => {
    expect(clashes(equation)).toEqual([['MODEL_UNIT_CLASH', firstLine]]);
  });

  it('that clash are reported with both units and the expression', () => {
    const [problem] = problemsOf(() => compile(withTime(`${around}y = 2 * (homes + people) ~ homes ~ |`)));
    expect(problem?.message.en).toBe(
      'The units in y do not balance: in "homes + people" [home] meets [person]',
    );
    expect(problem?.line).toBe(firstLine);
  });

  it('that are missing or cannot be read are reported', () => {
    expect(clashes('y = 1 ~ ~ |')).toEqual([['MODEL_NO_UNITS', firstLine]]);
    expect(clashes('y = 1 ~ home/(Year ~ |')).toEqual([['MODEL_NO_UNITS', firstLine]]);
  });

  it('may be looked at without failing, or not at all', () => {
    const text = withTime(`${around}y = homes + people ~ homes ~ |`);
    expect(compile(text, { units: 'warn' }).warnings.map((w) => w.code)).toEqual(['MODEL_UNIT_CLASH']);
    expect(compile(text, { units: 'off' }).warnings).toEqual([]);
  });

  it('are the same in other words: plural, order, powers, synonyms of the model', () => {
    const reader = new UnitReader([['fte', 'full-time job']]);
    const shown = (text: string): string => {
      const unit = reader.unit(text);
      return unit === undefined ? '?' : showUnit(unit);
    };
    expect(shown('people/Year')).toBe(shown('1/(years/persons)'));
    expect(shown('EUR/(job*Year)')).toBe(shown('euro/Year/jobs'));
    expect(shown('m^2*m**-2')).toBe('Dmnl');
    expect(shown('Dmnl [0,1]')).toBe('Dmnl');
    expect(shown('full-time job')).toBe('fte');
    expect(shown('€/Year**2')).toBe(shown('euro/(years*years)'));
    expect(shown('$')).toBe(shown('dollars'));
    expect(shown('unitless')).toBe('Dmnl');
    expect(shown('{homes per year}')).toBe(shown('home/year'));
    expect(shown('/year')).toBe(shown('1/Year'));
    expect(shown('per year')).toBe(shown('Year^-1'));
    expect(shown('people (per) home')).toBe('?');
    expect(shown('%/Year')).toBe('%/year');
    expect(shown('home/')).toBe('?');
    expect(shown('3*home')).toBe('?');
  });

  it('have a rule for every function', () => {
    for (const fn of Object.keys(builders)) {
      const most = builders[fn]?.minArguments ?? 1;
      const args = Array.from({ length: most }, () => '0').join(', ');
      const call = fn === 'with lookup' ? 'WITH LOOKUP(0, ((0,0),(1,1)))' : `${fn.toUpperCase()}(${args})`;
      const codes = clashes(`y = ${call} ~ Dmnl ~ |`).map(([code]) => code);
      expect(codes.filter((code) => code === 'MODEL_UNIT_CLASH').length, call).toBeLessThanOrEqual(1);
    }
  });
});
