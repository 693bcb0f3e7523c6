import { svgText } from '@schaalsprong/chart';
import { describe, expect, it } from 'vitest';
import { fact } from '../../test/fact.ts';
import { breaksWithin, breakTimes, segmentsOf } from '../lines.ts';
import { indicatorChart, indicatorPicture } from './indicator-chart.ts';

const reason = { nl: 'gemaakt', en: 'made' };

/** Numbers of points of the paths that the downloaded chart of some figures draws. */
function downloaded(facts: readonly ReturnType<typeof fact>[], breaks: readonly string[]): number[] {
  const chart = indicatorChart({
    indicator: {
      id: 'made',
      title: reason,
      unit: 'people',
      breaks: breaks.map((at) => ({ at: at as never, reason })),
    } as never,
    units: {},
    lines: [{ name: 'a', area: 'a', facts }],
    standing: null,
    sources: [],
    asKnownOn: null,
    address: '',
    lang: 'nl',
  });
  const svg = svgText(indicatorPicture(chart, 760));
  return [...svg.matchAll(/<path d="(M[^"]*L[^"]*)" fill="none"/g)].map(
    ([, d = '']) => (d.match(/[ML]/g) ?? []).length,
  );
}

/** The same of the page. A piece of one point has no path. */
function onThePage(facts: readonly ReturnType<typeof fact>[], breaks: readonly string[]): number[] {
  const of = breaks.map((at) => ({ at: at as never, reason }));
  return segmentsOf(facts, 'a', breakTimes(breaksWithin(of, facts, 'a')))
    .map((piece) => piece.length)
    .filter((points) => points > 1);
}

describe('the downloaded chart', () => {
  it('leaves the same gap at a secret figure as the page', () => {
    const facts = ['2017', '2018', '2019', '2020', '2021'].map((year, i) =>
      year === '2019' ? fact('a', year, null, { state: 'secret' }) : fact('a', year, i),
    );
    expect(onThePage(facts, [])).toEqual([2, 2]);
    expect(downloaded(facts, [])).toEqual([2, 2]);
  });
  it('breaks where the page does: before the first period that begins after the break', () => {
    const facts = ['2017', '2018', '2019', '2020'].map((year, i) => fact('a', year, i));
    expect(onThePage(facts, ['2019-07'])).toEqual([3]);
    expect(downloaded(facts, ['2019-07'])).toEqual([3]);
  });
  it('draws of two figures of one moment the best, as the page does', () => {
    const facts = [
      fact('a', '2021', 4),
      fact('a', '2022', 6, { standing: 'provisional' }),
      fact('a', '2022-Q4', 7),
    ];
    expect(onThePage(facts, [])).toEqual([2]);
    expect(downloaded(facts, [])).toEqual([2]);
  });
});
