import { scaleLinear } from 'd3-scale';

/** A value at a moment, in decimal years. */
export interface ChartPoint {
  readonly time: number;
  readonly value: number;
  /** false where the source may still change it, or where it was not measured: drawn hollow */
  readonly sure: boolean;
}

/** One line of a chart, with the label that stands at its end. */
export interface ChartLine {
  readonly label: string;
  /** what is joined to one stroke each, oldest first; between them the line has a gap or a break */
  readonly pieces: readonly (readonly ChartPoint[])[];
}

/** All that is drawn. Texts are in the language of the chart already. */
export interface LineChart {
  /** unique in the page that the drawing stands in: its title and description are found by it */
  readonly id: string;
  readonly lang: 'nl' | 'en';
  readonly title: string;
  /** below the title: the unit, the area */
  readonly subtitle: string;
  /** text alternative, which says the finding */
  readonly alt: string;
  /** the first is drawn strongest */
  readonly lines: readonly ChartLine[];
  /** what a target asks: a straight path from its base */
  readonly path: { readonly from: ChartPoint; readonly to: ChartPoint; readonly label: string } | null;
  /** where the series changed its meaning: a mark on the axis of time, pieces end there already */
  readonly breaks: readonly { readonly time: number; readonly label: string }[];
  /** below the drawing: source, breaks, notes */
  readonly foot: readonly string[];
  /** what stands in the drawing where there is nothing to draw */
  readonly empty: string;
  /** a value on the axis */
  tick(value: number): string;
}

/** Size in pixels; the height grows with the lines of text around the drawing. */
export interface ChartSize {
  readonly width: number;
  readonly plotHeight: number;
}

const ink = '#1a1d20';
const soft = '#54585d';
const rule = '#dcd7cc';
const paper = '#ffffff';
/** Told apart by lightness as well as by hue, and by the label at the end of each. */
const colours = ['#0b4f6c', '#7a5200', '#1b6541', '#7b3b7a', '#a0271d', '#54585d'] as const;
const dashes = ['', '7 3', '2 3', '9 3 2 3', '4 2', '1 2'] as const;
const size = 13;
/** Pixels below which labels stand in the drawing. */
const narrow = 440;
/** In years: less than a day. */
const moment = 1e-4;
/** Room for the words that say that there is nothing to draw. */
const emptyHeight = 60;
/** Width of a letter as a part of the size of the type: wide enough for nearly every text. */
const letter = 0.56;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** Text as it stands in XML; control signs, which XML does not know, are left out. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Lines of at most so many pixels, broken between words; a word that is longer stands alone. */
function wrap(text: string, room: number, type: number): readonly string[] {
  const most = Math.max(8, Math.floor(room / (type * letter)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** What is smaller than this is drawn as zero: nothing can be divided by it. */
const smallest = 1e-290;

/** The axis holds zero, unless all values lie in a narrow band far from it. */
function domainOf(all: readonly number[]): readonly [number, number] {
  const values = all.map((value) => (Math.abs(value) < smallest ? 0 : value));
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  if (low === high) return low === 0 ? [0, 1] : [Math.min(0, low * 1.2), Math.max(0, high * 1.2)];
  if (low >= 0 && low < 0.5 * high) return [0, high];
  if (high <= 0 && high > 0.5 * low) return [low, 0];
  const room = (high - low) * 0.08;
  return [low - room, high + room];
}

const at = (value: number): string => String(Math.round(value * 100) / 100);

interface Attributes {
  readonly [name: string]: string | number;
}
const tag = (name: string, attributes: Attributes, inside = ''): string => {
  const all = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? at(value) : escapeXml(value)}"`)
    .join('');
  return inside === '' ? `<${name}${all}/>` : `<${name}${all}>${inside}</${name}>`;
};
const words = (x: number, y: number, text: string, more: Attributes = {}): string =>
  tag('text', { x, y, fill: ink, 'font-size': size, ...more }, escapeXml(text));

/** Moves labels apart so that none covers another, keeping their order and staying above the floor where they fit. */
function apart(wanted: readonly number[], gap: number, top: number, floor: number): readonly number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i);
  let last = top - gap;
  for (const item of order) {
    item.y = Math.max(item.y, last + gap);
    last = item.y;
  }
  let limit = floor;
  for (const item of [...order].reverse()) {
    if (item.y <= limit) break;
    item.y = limit;
    limit -= gap;
  }
  const placed = [...wanted];
  for (const { y, i } of order) placed[i] = y;
  return placed;
}

/**
 * A chart as SVG that stands on its own: its title and what it shows are its text alternative, it has a ground, and neither a style
 * sheet, an inline style, a script nor anything from elsewhere. The same chart gives the same text.
 */
export function drawChart(
  chart: LineChart,
  { width, plotHeight }: ChartSize = { width: 760, plotHeight: 300 },
): string {
  const pad = 16;
  const room = width - 2 * pad;
  const title = wrap(chart.title, room, 18);
  const subtitle = wrap(chart.subtitle, room, size);
  const head = pad + title.length * 23 + subtitle.length * 18 + 10;
  const foot = chart.foot.flatMap((line) => wrap(line, room, 11));
  const top = head + 14;
  const drawn = chart.lines
    .map(({ label, pieces }) => ({ label, pieces, points: pieces.flat() }))
    .filter(({ points }) => points.length > 0);
  const floor = top + (drawn.length === 0 ? emptyHeight : plotHeight);
  const height = floor + 34 + foot.length * 15 + pad - 6;
  const out: string[] = [
    `<title id="${escapeXml(chart.id)}-title">${escapeXml(chart.title)}</title>`,
    `<desc id="${escapeXml(chart.id)}-desc">${escapeXml(chart.alt)}</desc>`,
    tag('rect', { width, height, fill: paper }),
    ...title.map((line, i) => words(pad, pad + 17 + i * 23, line, { 'font-size': 18, 'font-weight': 600 })),
    ...subtitle.map((line, i) => words(pad, pad + 17 + title.length * 23 - 3 + i * 18, line, { fill: soft })),
  ];
  if (drawn.length === 0) {
    wrap(chart.empty, room, size).forEach((line, i) => {
      out.push(words(pad, top + 30 + i * 18, line));
    });
  } else {
    out.push(...plot(chart, drawn, { left: pad, right: width - pad, top, floor }));
  }
  foot.forEach((line, i) => {
    out.push(words(pad, floor + 44 + i * 15, line, { 'font-size': 11, fill: soft }));
  });
  return `${tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${at(width)} ${at(height)}`,
      role: 'img',
      lang: chart.lang,
      'aria-labelledby': `${chart.id}-title ${chart.id}-desc`,
      'font-family': "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif",
    },
    `\n${out.join('\n')}\n`,
  )}\n`;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly floor: number;
}

function plot(
  chart: LineChart,
  drawn: readonly (ChartLine & { readonly points: readonly ChartPoint[] })[],
  box: Box,
): readonly string[] {
  const out: string[] = [];
  const { top, floor } = box;
  const path = chart.path;
  const ends = path === null ? [] : [path.from, path.to];
  const all = [...drawn.flatMap(({ points }) => points), ...ends];
  const y = scaleLinear()
    .domain(domainOf(all.map(({ value }) => value)))
    .nice(5)
    .range([floor, top]);
  const ticks = y.ticks(5);
  const left = box.left + Math.max(0, ...ticks.map((value) => chart.tick(value).length)) * size * letter + 8;
  // Where there is little room what is asked stands over its end, not beside it.
  const above = box.right - box.left < narrow;
  const beside = path === null || above ? [] : [path];
  // With one line its name stands in the title already.
  const labels = [
    ...(drawn.length > 1 ? drawn.map(({ label }) => label) : []),
    ...beside.map(({ label }) => label),
  ].map((label) => (label.length > 24 ? `${label.slice(0, 23)}…` : label));
  const right = box.right - Math.max(10, ...labels.map((label) => label.length * 12 * letter + 14));
  const times = all.map(({ time }) => time);
  // The end of a year belongs to that year, not to the next.
  const first = Math.floor(Math.min(...times) - moment);
  const last = Math.max(first + 1, Math.ceil(Math.max(...times) - moment));
  const x = scaleLinear().domain([first, last]).range([left, right]);

  for (const value of ticks) {
    out.push(
      tag('line', {
        x1: left,
        x2: right,
        y1: y(value),
        y2: y(value),
        stroke: value === 0 ? soft : rule,
        'stroke-width': 1,
      }),
      words(left - 8, y(value) + 4, chart.tick(value), { fill: soft, 'text-anchor': 'end' }),
    );
  }
  // A year is the room between two marks, and its number stands in the middle of it: no point can be read as of the wrong year.
  const each = x(first + 1) - x(first);
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => years * each >= 44) ?? 100;
  for (let year = first; year <= last; year += 1) {
    if (each < 4 && year % step !== 0) continue;
    out.push(
      tag('line', { x1: x(year), x2: x(year), y1: floor, y2: floor + 5, stroke: soft, 'stroke-width': 1 }),
    );
    if (year < last && year % step === 0) {
      out.push(words(x(year + 0.5), floor + 19, String(year), { fill: soft, 'text-anchor': 'middle' }));
    }
  }
  for (const { time, label } of chart.breaks) {
    if (time <= first || time >= last) continue;
    out.push(
      tag('line', {
        x1: x(time),
        x2: x(time),
        y1: top - 4,
        y2: floor,
        stroke: soft,
        'stroke-width': 1,
        'stroke-dasharray': '2 4',
      }),
      words(x(time), top - 8, label, { fill: soft, 'font-size': 11, 'text-anchor': 'middle' }),
    );
  }
  if (path !== null) {
    out.push(
      tag('line', {
        x1: x(path.from.time),
        y1: y(path.from.value),
        x2: x(path.to.time),
        y2: y(path.to.value),
        stroke: ink,
        'stroke-width': 1.5,
        'stroke-dasharray': '6 4',
      }),
      tag('rect', {
        x: x(path.to.time) - 4,
        y: y(path.to.value) - 4,
        width: 8,
        height: 8,
        fill: ink,
      }),
    );
    if (above) {
      const over = y(path.to.value) - 10 < top ? 20 : -10;
      out.push(
        words(x(path.to.time) + 4, y(path.to.value) + over, path.label, {
          'font-size': 12,
          'font-weight': 600,
          'text-anchor': 'end',
        }),
      );
    }
  }
  drawn.forEach(({ points, pieces }, i) => {
    const stroke = colours[i % colours.length] ?? ink;
    for (const piece of pieces) {
      if (piece.length < 2) continue;
      const d = piece.map(({ time, value }, n) => `${n === 0 ? 'M' : 'L'}${at(x(time))} ${at(y(value))}`);
      const dash = dashes[i % dashes.length] ?? '';
      out.push(
        tag('path', {
          d: d.join(''),
          fill: 'none',
          stroke,
          'stroke-width': i === 0 ? 2.25 : 1.5,
          'stroke-linejoin': 'round',
          ...(dash === '' ? {} : { 'stroke-dasharray': dash }),
        }),
      );
    }
    for (const { time, value, sure } of points) {
      out.push(
        tag('circle', {
          cx: x(time),
          cy: y(value),
          r: i === 0 ? 3.5 : 2.5,
          fill: sure ? stroke : paper,
          stroke,
          'stroke-width': 1.5,
        }),
      );
    }
  });
  const placed = [
    ...(drawn.length > 1
      ? drawn.map(({ points }, i) => ({
          time: points.at(-1)?.time ?? last,
          y: y(points.at(-1)?.value ?? 0),
          fill: colours[i % colours.length] ?? ink,
        }))
      : []),
    ...beside.map(({ to }) => ({ time: to.time, y: y(to.value), fill: ink })),
  ];
  const heights = apart(
    placed.map((label) => label.y),
    15,
    top,
    floor,
  );
  placed.forEach((label, i) => {
    const text = labels[i] ?? '';
    const height = heights[i] ?? label.y;
    if (x(label.time) < right - 12 || Math.abs(height - label.y) > 3) {
      out.push(
        tag('line', {
          x1: x(label.time) + 5,
          y1: label.y,
          x2: right + 6,
          y2: height,
          stroke: label.fill,
          'stroke-width': 0.5,
        }),
      );
    }
    out.push(words(right + 8, height + 4, text, { fill: label.fill, 'font-size': 12, 'font-weight': 600 }));
  });
  return out;
}
