import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AreaFigure, mapModes, shownOf } from './view.ts';

const figure = fc.record({
  area: fc.constantFrom('GM1', 'GM2', 'GM3'),
  period: fc.constantFrom('2021', '2022', '2023'),
  value: fc.integer({ min: 0, max: 1000 }),
  per1000: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
});
const figures = fc
  .uniqueArray(figure, { minLength: 1, selector: ({ area, period }) => `${area} ${period}` })
  .map((all): readonly AreaFigure[] => all);

describe('what a map shows of a choice', () => {
  it('is a period and a number that are there, whatever is chosen', () => {
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom(null, ...mapModes),
        fc.constantFrom(null, '2021', '2022', '2023', '1999'),
        (all, mode, period) => {
          const shown = shownOf(all, { mode, period }, { usual: 'per1000' });
          expect(shown?.modes).toContain(shown?.mode);
          expect(shown?.periods).toContain(shown?.at);
          for (const [area] of shown?.values ?? []) {
            expect(all.some((one) => one.area === area && one.period === shown?.at)).toBe(true);
          }
        },
      ),
    );
  });

  it('is per 1,000 inhabitants unless chosen otherwise, of the last period of which that is known', () => {
    const all: readonly AreaFigure[] = [
      { area: 'GM1', period: '2021', value: 10, per1000: null },
      { area: 'GM1', period: '2022', value: 15, per1000: 3 },
      { area: 'GM1', period: '2023', value: 20, per1000: null },
    ];
    expect(shownOf(all, { mode: null, period: null }, { usual: 'per1000' })).toMatchObject({
      mode: 'per1000',
      at: '2022',
    });
    const change = shownOf(all, { mode: 'change', period: null }, { usual: 'per1000' });
    expect(change).toMatchObject({ at: '2023', first: '2021', periods: ['2022', '2023'] });
    expect(change?.values.get('GM1')).toBe(1);
    expect(shownOf([], { mode: null, period: null }, { usual: 'value' })).toBeNull();
  });

  it('has no change from nothing', () => {
    const all: readonly AreaFigure[] = [
      { area: 'GM1', period: '2021', value: 0, per1000: null },
      { area: 'GM1', period: '2022', value: 5, per1000: null },
    ];
    expect(shownOf(all, { mode: 'change', period: null }, { usual: 'value' })?.values.size).toBe(0);
  });
});
