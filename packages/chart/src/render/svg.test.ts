import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOnly, meaning, scenes } from '../../test/series.ts';
import { type LineSeries, marksOf, placeLine, type Scene } from '../index.ts';
import { pictureOf, sceneWidth } from './picture.ts';
import { escapeXml, svgText } from './svg.ts';

const words = fc.string({ unit: 'binary', maxLength: 40 });
const point = fc.record({
  time: fc.double({ min: 1900, max: 2100, noNaN: true }),
  value: fc.oneof(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.double({ min: -1e-9, max: 1e-9, noNaN: true }),
    fc.constant(0),
  ),
});
const piece = fc.array(point, { maxLength: 12 }).map((all) => all.sort((a, b) => a.time - b.time));
const lines = fc.array(
  fc.record({ key: fc.uuid(), label: words, pieces: fc.array(piece.filter((one) => one.length > 0)) }),
  { maxLength: 6 },
);
const series = fc
  .record({
    lines,
    required: fc.option(fc.record({ from: point, to: point, label: words })),
    breaks: fc.uniqueArray(fc.integer({ min: 1900, max: 2100 }), { maxLength: 3 }),
    name: words,
    wholeYears: fc.boolean(),
  })
  .map(
    ({ lines: measured, ...some }): LineSeries =>
      linesOnly(
        measured.map((line) => ({
          ...line,
          dots: line.pieces
            .flat()
            .sort((a, b) => a.time - b.time)
            .map((dot) => ({ ...dot, status: 'observed' as const })),
        })),
        some,
      ),
  );

const written = (scene: Scene, width = 760): string => svgText(pictureOf(scene, meaning, width));

describe('the text of a picture', () => {
  const svg = written(scenes['line-plain']?.(sceneWidth(760)) ?? expect.fail());

  it('carries title, text alternative and language, so that a screen reader tells it', () => {
    expect(svg).toMatch(
      /^<svg [^>]*role="img"[^>]*lang="nl"[^>]*aria-labelledby="made-up-title made-up-desc"/,
    );
    expect(svg).toContain('<title id="made-up-title">Verzonnen reeks</title>');
    expect(svg).toContain('<desc id="made-up-desc">Verzonnen reeks.</desc>');
  });

  it('holds title, unit, source, day and full address as words that are seen', () => {
    const { title, unit, source, date, address } = meaning;
    for (const part of [title, unit, source, date, address]) expect(svg).toContain(`>${part}</text>`);
  });

  it('breaks an address that is longer than the picture is wide, and loses nothing of it', () => {
    const address = `https://schaalsprong.example/${'x'.repeat(400)}`;
    const scene = scenes.fan?.(sceneWidth(340)) ?? expect.fail();
    const picture = pictureOf(scene, { ...meaning, notes: [], source: '', date: '', address }, 340);
    const foot = picture.marks.flatMap((mark) =>
      mark.is === 'text' && mark.role === 'foot' ? mark.text : [],
    );
    expect(foot.length).toBeGreaterThan(3);
    expect(foot.join('')).toBe(address);
  });

  it('holds no style, no script, no class and nothing from elsewhere, as a strict policy asks', () => {
    const bare = svg.replace('http://www.w3.org/2000/svg', '').replaceAll(/<text[^>]*>[^<]*<\/text>/g, '');
    expect(bare).not.toMatch(/style|class|<script|href|url\(|http|data:|\son\w+=/);
  });

  it('is well-formed with finite places inside its frame, whatever is drawn', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(340, 760), (made, width) => {
        const text = written(placeLine(made, sceneWidth(width)), width);
        // In coordinates, not in text: a label may contain anything.
        expect(text).not.toMatch(/ (?:c?[xy][12]?|d|r|width|height)="[^"]*(?:NaN|Infinity|undefined)/);
        const open: string[] = [];
        for (const [, close, name = '', self] of text.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
          if (close === '/') expect(open.pop()).toBe(name);
          else if (self !== '/') open.push(name);
        }
        expect(open).toEqual([]);
        expect(text.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 60 },
    );
  });

  it('lets no text be read as a mark, nor hold a sign that XML does not know', () => {
    expect(escapeXml('a<b>&"c\u0000\u0007\ud800')).toBe('a&lt;b&gt;&amp;&quot;c\ufffd');
  });
});

describe('a placed line', () => {
  it('draws each piece as one path through as many points, and none between pieces', () => {
    fc.assert(
      fc.property(series, (made) => {
        const paths = marksOf(placeLine(made, 700)).filter(
          (mark) => mark.is === 'path' && mark.role.startsWith('measured'),
        );
        const counts = paths.map((mark) => (mark.is === 'path' ? (mark.d.match(/[ML]/g) ?? []).length : 0));
        expect(counts).toEqual(made.lines.flatMap(({ pieces }) => pieces.map(({ length }) => length)));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the names at the ends of its lines apart', () => {
    const scene = scenes['line-six-areas']?.(700) ?? expect.fail();
    const heights = marksOf(scene)
      .flatMap((mark) => (mark.is === 'text' && mark.role === 'label label--strong' ? mark.y : []))
      .sort((a, b) => a - b);
    expect(heights).toHaveLength(6);
    for (const [i, y] of heights.entries())
      if (i > 0) expect(y - (heights[i - 1] ?? 0)).toBeGreaterThanOrEqual(14.99);
  });

  it('tells figures by kind: measured, computed and asked are marked as such', () => {
    const kinds = new Set(
      marksOf(scenes['line-target-and-estimate']?.(700) ?? expect.fail()).flatMap(({ kind }) => kind ?? []),
    );
    expect([...kinds].sort()).toEqual(['computed', 'observed', 'stated']);
  });
});
