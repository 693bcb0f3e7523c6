import { describe, expect, it } from 'vitest';
import { linesOnly, yearly } from '../../test/series.ts';
import { font } from '../layout/labels.ts';
import { marksOf, type Scene } from '../scene/scene.ts';
import { placeBars } from './bars.ts';
import { placeFan } from './fan.ts';
import { placeIntervals } from './intervals.ts';
import { placeLine } from './line.ts';
import { type MapSeries, placeMap } from './map.ts';
import { placeLineMark } from './small.ts';

/** Every text with the pixels it takes, at the width of a bold glyph. */
const texts = (scene: Scene) =>
  marksOf(scene).flatMap((mark) => {
    if (mark.is !== 'text') return [];
    const wide = mark.text.length * font * (mark.role === 'label label--strong' ? 0.62 : 0.58);
    const left = mark.x - (mark.anchor === 'end' ? wide : mark.anchor === 'middle' ? wide / 2 : 0);
    return [{ ...mark, left, right: left + wide }];
  });

const circleY = (scene: Scene): readonly number[] =>
  marksOf(scene).flatMap((mark) => (mark.is === 'circle' ? [mark.cy] : []));

const three = ['Zandhoven', 'Best', 'Achtergehucht'].map((name, i) => ({
  key: name,
  name,
  said: `${i + 1}`,
  value: i + 1,
}));
const ranked: MapSeries = {
  name: 'Kaart.',
  shape: 'tiles',
  kind: 'observed',
  areas: three,
  classes: { count: 2, of: (value: number) => (value > 2 ? 1 : 0), bounds: [2] },
  places: three.map(({ key }, i) => ({ key, x: i, y: 0 })),
  sizes: new Map(three.map(({ key }) => [key, 1])),
  outlines: [],
  legend: [],
};

describe('a map where there is little room', () => {
  const at = (width: number) => texts(placeMap(ranked, width));

  it('gives all areas a number where many names do not fit, and says below whose they are', () => {
    const words = at(130);
    const inside = words.filter(({ key }) => key === 'name').map(({ text }) => text);
    expect(inside.sort()).toEqual(['1', '2', '3']);
    const key = words
      .filter((one) => one.key.startsWith('key'))
      .map(({ text }) => text.replaceAll('\u00a0', ' '));
    expect(key.join(' ')).toBe('1 Achtergehucht 2 Best 3 Zandhoven');
  });

  it('has no key where every name fits', () => {
    expect(at(600).filter((one) => one.key.startsWith('key'))).toEqual([]);
  });
});

describe('a map of one area among others', () => {
  const { areas } = ranked;
  const square = (x: number) => [
    { x, y: 0 },
    { x: x + 1, y: 0 },
    { x: x + 1, y: 1 },
    { x, y: 1 },
  ];
  const outlines = areas.map(({ key }, i) => ({ key, rings: [square(i)] }));

  it.each(['circles', 'tiles', 'boundaries'] as const)(
    'has an outline around that area alone as %s, over every area and under every word',
    (shape) => {
      const series = { ...ranked, shape, outlines };
      const plain = placeMap(series, 600);
      const { marks, height } = placeMap({ ...series, own: 'Best' }, 600);
      const at = marks.findIndex((mark) => mark.is !== 'group' && mark.role === 'area__own');
      expect(
        marks
          .slice(0, at)
          .map(({ key }) => key)
          .sort(),
      ).toEqual(areas.map(({ key }) => key).sort());
      expect(marks[at + 1]?.key).toMatch(/^words /);
      const area = marks.find(({ key }) => key === 'Best');
      const covered = area?.is === 'group' ? area.marks[0] : undefined;
      const { name: _, ...like } = { ...covered, name: '', role: 'area__own' };
      expect(marks[at]).toEqual(like);
      expect(marks.filter((_, i) => i !== at)).toEqual(plain.marks);
      expect(height).toBe(plain.height);
    },
  );

  it('has none where that area is not on it', () => {
    expect(placeMap({ ...ranked, own: 'Elders' }, 600)).toEqual(placeMap(ranked, 600));
  });
});

describe('bars where there is little room', () => {
  const label = 'De Brainportlijn, een hoogwaardige busverbinding (werkt tegen)';
  const scene = placeBars(
    {
      name: 'Balken.',
      domain: [0, 10],
      marks: [],
      bars: [
        { key: 'a', label, from: 0, to: 8, value: '+1.250 woningen' },
        { key: 'b', label: 'Kort', from: 0, to: 4, value: '+4' },
      ],
    },
    260,
  );

  it('keep their words clear of the number', () => {
    const all = texts(scene);
    for (const value of all.filter(({ key }) => key === 'value'))
      for (const words of all.filter(({ key, y }) => key.startsWith('label') && y === value.y))
        expect(words.right).toBeLessThan(value.left);
  });

  it('lose no word, and stand under all of their lines', () => {
    const words = texts(scene).filter(({ key, text }) => key.startsWith('label') && text !== 'Kort');
    expect(words.map(({ text }) => text).join(' ')).toBe(label);
    const first = marksOf(scene).find(({ is }) => is === 'rect');
    expect(first?.is === 'rect' && first.y).toBeGreaterThan(Math.max(...words.map(({ y }) => y)));
    expect(Math.max(...texts(scene).map(({ y }) => y))).toBeLessThan(scene.height);
  });
});

describe('the words between intervals', () => {
  it.each([200, 236, 280, 700])('stay within a drawing of %i pixels', (width) => {
    const interval = { min: 1, max: 2, minOpen: false, maxOpen: false };
    const row = { label: 'Regel', said: '1', kind: 'stated' as const, value: null };
    const scene = placeIntervals(
      {
        name: 'Uitspraken.',
        rows: [
          { ...row, interval },
          { ...row, interval: { ...interval, min: 9, max: 20 } },
        ],
        gap: () => 'between them: 13.3\u00a0percentage\u00a0points',
        tick: String,
        whole: false,
      },
      width,
    );
    const words = texts(scene).filter(({ key }) => key.startsWith('gap'));
    expect(words.map(({ text }) => text).join(' ')).toBe('between them: 13.3\u00a0percentage\u00a0points');
    for (const { left, right, y } of words) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      expect(y).toBeLessThan(scene.height);
    }
  });
});

describe('a ranking', () => {
  const ranks = [6, 8, 10];
  const dots = yearly('a', 2020, ranks).dots;

  it('has its low places at the top of a line chart, so that the line falls as the place gets worse', () => {
    const of = (top?: 'low') =>
      circleY(placeLine(linesOnly([yearly('a', 2020, ranks)], top === undefined ? {} : { top }), 500));
    expect(of('low')).toEqual(of('low').toSorted((a, b) => a - b));
    expect(of()).toEqual(of().toSorted((a, b) => b - a));
  });

  it('has the arrow of its target point to the better places', () => {
    const scene = placeFan(
      {
        name: 'Ranglijst.',
        fan: null,
        single: false,
        dots: dots.map(({ time, value, status }) => ({
          key: String(time),
          time,
          value,
          status,
          statusSaid: 'waargenomen',
        })),
        target: { value: 5, direction: 'at-most', assumed: false, label: 'doel', brief: 'doel' },
        read: null,
        horizon: { time: 2031, label: '2030' },
        today: { time: 2026, label: 'nu' },
        show: String,
        brief: String,
        tick: String,
        top: 'low',
        words: { low: '', median: '', high: '' },
      },
      500,
    );
    const arrow = marksOf(scene).find(({ key }) => key === 'target end');
    const [, base, tip] = /^M\S+ (\S+)L\S+ (\S+)L/.exec(arrow?.is === 'path' ? arrow.d : '') ?? [];
    expect(Number(tip)).toBeLessThan(Number(base));
    const ys = circleY(scene);
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
  });

  it('ends low in the drawing in the size of a word when the last place is the worst', () => {
    const last = (top: 'high' | 'low') => circleY(placeLineMark(yearly('a', 2020, ranks).pieces, 5, top))[0];
    expect(last('low')).toBeGreaterThan(last('high') ?? Number.NaN);
  });
});
