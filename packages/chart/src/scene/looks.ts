/** A colour by purpose; a page maps it to CSS tokens, a file to literal colours. */
export type Tone = 'ink' | 'soft' | 'rule' | 'paper' | 'accent' | 'bad' | 'none';

/** Style of a mark. The only source of style, so that page and file look the same. */
export interface Look {
  readonly fill?: Tone;
  readonly fillOpacity?: number;
  readonly stroke?: Tone;
  /** pixels */
  readonly strokeWidth?: number;
  readonly strokeOpacity?: number;
  readonly strokeDasharray?: string;
  readonly strokeLinejoin?: 'round';
  readonly paintOrder?: 'stroke';
  readonly fontWeight?: 600;
  readonly fontSize?: number;
}

const line = (stroke: Tone, strokeWidth: number, more: Look = {}): Look => ({
  fill: 'none',
  stroke,
  strokeWidth,
  ...more,
});
/** Text with a halo, so that it stays legible on a line. */
const words = (fill: Tone, more: Look = {}): Look => ({
  fill,
  stroke: 'paper',
  strokeWidth: 4,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
  ...more,
});
const strong = words('ink', { fontWeight: 600 });
const dot: Look = { fill: 'ink', stroke: 'paper', strokeWidth: 1 };
const hollow: Look = { fill: 'paper', stroke: 'ink', strokeWidth: 1.5 };
const area = (fillOpacity: number): Look => ({ fill: 'accent', fillOpacity, stroke: 'soft', strokeWidth: 1 });

/** Every role of a mark. The name of a role is its class list on a page. */
export const looks = {
  // axes
  grid: line('rule', 1),
  axis: line('soft', 1),
  tick: words('soft'),
  'tick tick--strong': strong,
  leader: line('soft', 0.5),
  // labels
  label: words('ink'),
  'label label--strong': strong,
  'label label--target': strong,
  'label label--dot': words('soft'),
  'label label--in': { fill: 'ink' },
  'label label--in label--on': { fill: 'paper' },
  'label label--strong label--in': { fill: 'ink', fontWeight: 600 },
  'label label--strong label--in label--on': { fill: 'paper', fontWeight: 600 },
  // model output
  band: { fill: 'accent', fillOpacity: 0.22, stroke: 'none' },
  'band band--past': { fill: 'accent', fillOpacity: 0.1, stroke: 'none' },
  median: line('accent', 2, { strokeLinejoin: 'round' }),
  'median median--past': line('accent', 1.25, { strokeLinejoin: 'round' }),
  'median-before': line('ink', 1.25, { strokeDasharray: '4 3' }),
  nowcast: line('accent', 8, { strokeOpacity: 0.45 }),
  read: { fill: 'accent', stroke: 'paper', strokeWidth: 1 },
  'read read--strong': { fill: 'accent', stroke: 'paper', strokeWidth: 1 },
  // single futures
  future: line('soft', 1, { strokeOpacity: 0.6 }),
  'future future--met': line('accent', 1.5, { strokeLinejoin: 'round' }),
  // observations: lines of several areas differ by colour and by dash pattern
  measured: line('accent', 2, { strokeLinejoin: 'round' }),
  'measured measured--1': line('ink', 2, { strokeLinejoin: 'round' }),
  'measured measured--2': line('ink', 2, { strokeLinejoin: 'round', strokeDasharray: '7 3' }),
  'measured measured--3': line('accent', 2, { strokeLinejoin: 'round', strokeDasharray: '7 3' }),
  'measured measured--4': line('soft', 2, { strokeLinejoin: 'round' }),
  'measured measured--5': line('soft', 2, { strokeLinejoin: 'round', strokeDasharray: '2 3' }),
  earlier: line('soft', 1, { strokeDasharray: '1 2' }),
  break: line('soft', 1, { strokeDasharray: '5 3' }),
  'dot dot--observed': dot,
  'dot dot--revised': dot,
  'dot dot--final': dot,
  'dot dot--derived': dot,
  'dot dot--reported': dot,
  'dot dot--provisional': hollow,
  'dot dot--expected': hollow,
  // targets
  target: line('ink', 2),
  'target target--assumed': line('ink', 2, { strokeDasharray: '6 4' }),
  'target-end': { fill: 'ink' },
  required: line('ink', 1.5, { strokeDasharray: '7 4' }),
  horizon: line('soft', 1, { strokeDasharray: '2 3' }),
  today: line('soft', 1),
  // bars and contributions
  bar: { fill: 'accent' },
  'bar bar--against': { fill: 'bad' },
  lacking: { fill: 'none', stroke: 'ink', strokeWidth: 1.25, strokeDasharray: '4 3' },
  'median-mark': line('accent', 2),
  // sparklines
  'median median--small': line('accent', 1.25, { strokeLinejoin: 'round' }),
  'measured measured--small': line('accent', 1.25, { strokeLinejoin: 'round' }),
  'target target--small': line('ink', 1),
  range__span: { fill: 'accent', fillOpacity: 0.45 },
  range__mode: line('ink', 1.5),
  // forecasts against outcomes
  forecast: line('accent', 2),
  'forecast forecast--half': line('accent', 6, { strokeOpacity: 0.55 }),
  forecast__middle: line('ink', 1.5),
  dot,
  missed: line('bad', 2.2),
  // futures in two dimensions, and a box of them
  sign: line('soft', 1, { strokeOpacity: 0.8 }),
  'sign sign--missed': line('bad', 1.4),
  box: { fill: 'ink', fillOpacity: 0.06, stroke: 'ink', strokeWidth: 2 },
  // intervals of claims
  'interval interval--stated': { fill: 'ink', fillOpacity: 0.75 },
  'interval interval--computed': { fill: 'accent', fillOpacity: 0.55 },
  'interval interval--assumed': { fill: 'paper', stroke: 'soft', strokeWidth: 1.5, strokeDasharray: '4 3' },
  interval__gap: { fill: 'bad', fillOpacity: 0.14 },
  interval__next: line('soft', 1, { strokeDasharray: '2 2' }),
  interval__open: hollow,
  interval__closed: line('ink', 1.5),
  interval__on: line('ink', 1.5),
  interval__value: { fill: 'paper', stroke: 'ink', strokeWidth: 1 },
  // areas of a map, by class: `area--i-of-n`
  'area area--none': { fill: 'none', stroke: 'soft', strokeWidth: 1, strokeDasharray: '3 3' },
  area__hatch: line('soft', 1, { strokeOpacity: 0.5 }),
  area__own: line('ink', 3, { strokeLinejoin: 'round' }),
  'area area--0-of-1': area(0.33),
  'area area--0-of-2': area(0.08),
  'area area--1-of-2': area(0.88),
  'area area--0-of-3': area(0.08),
  'area area--1-of-3': area(0.4),
  'area area--2-of-3': area(0.88),
  'area area--0-of-4': area(0.08),
  'area area--1-of-4': area(0.2),
  'area area--2-of-4': area(0.46),
  'area area--3-of-4': area(0.88),
  'area area--0-of-5': area(0.08),
  'area area--1-of-5': area(0.2),
  'area area--2-of-5': area(0.33),
  'area area--3-of-5': area(0.46),
  'area area--4-of-5': area(0.88),
  // the drawn picture: arrows as filled ribbons, so that their thickness is a number
  flow: { fill: 'soft', fillOpacity: 0.55, stroke: 'none' },
  'flow flow--binds': { fill: 'accent', fillOpacity: 0.75, stroke: 'none' },
  'flow flow--lit': { fill: 'ink', fillOpacity: 0.85, stroke: 'none' },
  'flow flow--faint': { fill: 'soft', fillOpacity: 0.16, stroke: 'none' },
  block: { fill: 'paper', stroke: 'soft', strokeWidth: 1 },
  'block block--lit': { fill: 'paper', stroke: 'ink', strokeWidth: 2 },
  'label label--small': words('ink', { fontSize: 11 }),
  'label label--small-strong': words('ink', { fontSize: 11, fontWeight: 600 }),
  // header and footer of an exported picture
  ground: { fill: 'paper' },
  title: { fill: 'ink', fontSize: 18, fontWeight: 600 },
  subtitle: { fill: 'soft', fontSize: 13 },
  foot: { fill: 'soft', fontSize: 11 },
} as const satisfies Readonly<Record<string, Look>>;

/** Semantic role of a mark, which determines its style. */
export type Role = keyof typeof looks;
