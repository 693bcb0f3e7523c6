import { at } from '@schaalsprong/words';
import type { Scalar } from '../ir/scalar.ts';
import { say, type Text } from '../problems/say.ts';
import { type Measure, multiply } from '../syntax/unit.ts';
import { type Builder, builder, type Call, setting, type UnitCall } from './call.ts';
import { num, op } from './scalar.ts';
import { functionTexts } from './texts.ts';

/**
 * Conveyors of XMILE 1.0 (3.7.2, 4.2.1), with what the standard leaves open as Stella does it (isee systems, Conveyor
 * Computation and Initializing Discrete Stocks): a row of cells of one time step each. What enters is in the cell as
 * many steps from the end as its length was then, leaks, and moves on by one cell in each step.
 */

/** Cells of one conveyor, at most. */
const maxCells = 2000;

/** Rounding that is no difference: of a number of steps, and of fractions that add up to 1. */
const slack = 1e-6;

interface Leak {
  readonly fraction: Scalar;
  /** Where it leaks, as fractions of the length, from the inflow. */
  readonly start: number;
  readonly end: number;
}

interface Conveyor {
  readonly inflow: Scalar;
  readonly contents: Scalar;
  readonly arrest: Scalar;
  readonly exponential: boolean;
  readonly leaks: readonly Leak[];
  /** All fractions together. */
  readonly leaking: Scalar;
}

/** What a conveyor makes of its outflows, per unit of time. */
interface Outflows {
  readonly main: Scalar;
  readonly leaks: readonly Scalar[];
}

/** Places of the arguments; then `fraction, start, end` of each leakage. */
const places = {
  inflow: 0,
  contents: 1,
  length: 2,
  outflow: 3,
  exponential: 4,
  arrest: 5,
  sample: 6,
  discrete: 7,
} as const;
const firstLeak = 8;

const add = (terms: readonly Scalar[]): Scalar => {
  const [first, second] = terms;
  if (first === undefined) return num(0);
  if (second === undefined) return first;
  const half = terms.length >> 1;
  return op('add', add(terms.slice(0, half)), add(terms.slice(half)));
};

const refuse = (call: Call, what: Text): never =>
  call.fail(
    'MODEL_UNSUPPORTED',
    say(functionTexts.xmileUnsupported, { what: say(what) }),
    say(functionTexts.xmileConveyorHint),
  );

function read(call: Call): Conveyor {
  const { step } = call.time;
  const exponential = call.constant(places.exponential) === 1;
  const fractions: { fraction: Scalar; start: number; end: number }[] = [];
  for (let i = firstLeak; i + 2 < call.count; i += 3) {
    fractions.push({
      fraction: call.lift(call.scalar(i), 'fraction that leaks'),
      start: setting(call, i + 1),
      end: setting(call, i + 2),
    });
  }
  if (call.constant(places.discrete) === 1 && step !== 1 && call.atStart(places.contents) !== 0)
    refuse(call, functionTexts.xmileDiscreteStart);
  const base = {
    inflow: call.lift(call.scalar(places.inflow), 'inflow'),
    contents: call.scalar(places.contents),
    arrest: call.lift(call.scalar(places.arrest), 'arrest'),
    exponential,
  };
  if (fractions.length === 0) return { ...base, leaks: [], leaking: num(0) };
  // A leak takes no less than nothing, and all leaks together no more than there is.
  const all = add(fractions.map(({ fraction }) => fraction));
  const most = (1 + slack) / (exponential ? step : 1);
  const fits = fractions.reduce<Scalar>(
    (so, { fraction }) => op('and', so, op('ge', fraction, num(0))),
    op('le', all, num(most)),
  );
  // Only of fractions that are written as numbers: constants may be given other values from outside.
  const known = fractions.every(({ fraction }) => fraction.k === 'n') ? call.known(fits) : undefined;
  if (known === 0) refuse(call, functionTexts.xmileLeakRange);
  const within = (x: Scalar): Scalar =>
    known === undefined
      ? call.hide(
          { expr: op('if', fits, x, num(Number.NaN)) },
          'fraction that leaks, which must be no less than 0 and together no more than all',
        )
      : x;
  return {
    ...base,
    leaks: fractions.map((leak) => ({ ...leak, fraction: within(leak.fraction) })),
    leaking: within(call.lift(all, 'fractions that leak')),
  };
}

/** A conveyor that never stops, of fixed length, with steady leaks over all of it: what came on, a crossing later. */
function delayed(call: Call, conveyor: Conveyor, cells: number): Outflows {
  const { step } = call.time;
  const { leaking, leaks, exponential, inflow, contents } = conveyor;
  const crossing = cells * step;
  const kept = op('sub', num(1), op('mul', leaking, num(step)));
  const decaying = op(
    'if',
    op('eq', leaking, num(0)),
    num(cells),
    op('div', op('sub', num(1), op('pow', kept, num(cells))), op('mul', leaking, num(step))),
  );
  const held = exponential ? decaying : op('sub', num(cells), op('mul', leaking, num((cells - 1) / 2)));
  // The steady inflow that leaves on the conveyor what is there at the start.
  const before = call.hide(
    { kind: 'initial', expr: op('div', contents, op('mul', num(step), held)) },
    'inflow before',
  );
  const arrived = call.hide({ kind: 'delay', expr: inflow, delay: num(crossing), init: before }, 'arriving');
  if (leaks.length === 0) return { main: arrived, leaks: [] };
  if (exponential) {
    return {
      main: op('mul', arrived, op('pow', kept, num(cells))),
      leaks: leaks.map(({ fraction }) => op('mul', fraction, contents)),
    };
  }
  const entered = call.hide(
    { kind: 'stock', expr: op('sub', inflow, arrived), init: op('mul', before, num(crossing)) },
    'entered',
  );
  return {
    main: op('mul', arrived, op('sub', num(1), leaking)),
    leaks: leaks.map(({ fraction }) => op('div', op('mul', fraction, entered), num(crossing))),
  };
}

/** How long what enters stays, in steps. */
interface Length {
  readonly cells: number;
  /** Undefined where it is the number of cells at all times. */
  readonly steps?: Scalar;
}

function lengthOf(call: Call): Length {
  const { step, start, stop } = call.time;
  const fixed = call.constant(places.length);
  if (fixed !== undefined) {
    // Where between two steps something comes off, neither the standard nor Stella's documentation says.
    const cells = Math.round(fixed / step);
    if (!(cells >= 1) || Math.abs(fixed / step - cells) > slack * cells)
      call.fail(
        'MODEL_UNSUPPORTED',
        say(functionTexts.xmileLength, { length: fixed, step }),
        say(functionTexts.xmileLengthHint),
      );
    return { cells };
  }
  const asked = call.lift(call.scalar(places.length), 'length');
  const sample = call.scalar(places.sample);
  let length = asked;
  if (call.known(sample) !== 1) {
    const last = call.hide({ kind: 'memory', expr: num(0), init: asked }, 'last length');
    length = call.hide({ expr: op('if', op('ne', sample, num(0)), asked, last) }, 'length');
    call.replace(last, { expr: length });
  }
  const inSteps = call.lift(op('div', length, num(step)), 'length in steps');
  const whole = call.lift(op('floor', op('add', inSteps, num(0.5))), 'length in whole steps');
  const right = op(
    'and',
    op('ge', whole, num(1)),
    op('le', op('abs', op('sub', inSteps, whole)), op('mul', num(slack), whole)),
  );
  const steps = call.hide(
    { expr: op('if', right, whole, num(Number.NaN)) },
    'length of a conveyor, which must be whole time steps where it changes',
  );
  // What enters with more steps to go than the run has left comes off after it, and may do so in any later step.
  const left = Math.round((stop - start) / step) + 1;
  // A length that is not known before the run gets the cells of the run alone.
  const atStart = Math.ceil((call.atStart(places.length) ?? 0) / step + 0.5);
  return { cells: Math.max(left, Number.isNaN(atStart) ? 1 : atStart), steps };
}

/** Which leaks take from each place, counted from the inflow. */
function zonesOf(
  call: Call,
  { leaks, exponential }: Conveyor,
  { cells, steps }: Length,
): readonly number[][] {
  const zones: number[][] = Array.from({ length: cells }, () => []);
  leaks.forEach(({ start, end }, k) => {
    const whole = start === 0 && end === 1;
    if (!whole && steps !== undefined) refuse(call, functionTexts.xmileZoneLength);
    const [from, to] = [start * cells, end * cells].map(Math.round) as [number, number];
    const off = Math.abs(start * cells - from) + Math.abs(end * cells - to);
    if (!(off <= slack * cells && from >= 0 && to > from && to <= cells))
      refuse(call, functionTexts.xmileZoneSteps);
    for (let at = from; at < to; at++) zones[at]?.push(k);
  });
  const [first] = leaks;
  const one = leaks.every(({ start, end }) => start === first?.start && end === first.end);
  // The standard takes each fraction of what entered, Stella of what reaches the zone.
  if (!exponential && !one) refuse(call, functionTexts.xmileZonesDiffer);
  return zones;
}

/** What the conveyors that are written out in cells have in common. Cell 0 is the last one. */
interface Cells {
  readonly call: Call;
  readonly conveyor: Conveyor;
  readonly length: Length;
  /** Which leaks take from a cell. */
  zone(cell: number): readonly number[];
  /** A row of states with these starts; each cell moves on to the next as `rest` says, and `amount` enters. */
  row(label: string, start: (cell: number) => Scalar): readonly Scalar[];
  move(row: readonly Scalar[], rest: readonly Scalar[], amount: Scalar): void;
  /** The value while the conveyor runs; 0 while it is arrested. */
  running(flow: Scalar): Scalar;
  once(expr: Scalar, label: string): Scalar;
}

/** Any other conveyor, cell by cell. */
function rows(call: Call, conveyor: Conveyor, length: Length): Outflows {
  const { cells, steps } = length;
  if (cells > maxCells) {
    call.fail(
      'MODEL_UNSUPPORTED',
      say(functionTexts.xmileManyCells, { cells, most: maxCells }),
      say(functionTexts.xmileManyCellsHint),
    );
  }
  const zones = zonesOf(call, conveyor, length);
  const { arrest } = conveyor;
  const stops = call.known(arrest) !== 0;
  const unlessStopped = (then: Scalar, otherwise: Scalar): Scalar =>
    stops ? op('if', op('ne', arrest, num(0)), otherwise, then) : then;
  // What enters for no known time is lost to the cells: it shows in the outflows, and so in the contents ever after.
  const known = (flow: Scalar): Scalar =>
    steps === undefined ? flow : op('if', op('ge', steps, num(1)), flow, num(Number.NaN));
  const entering = (cell: number, before: Scalar | undefined, amount: Scalar): Scalar => {
    if (steps === undefined) return before ?? amount;
    const here = before === undefined ? op('ge', steps, num(cell + 1)) : op('eq', steps, num(cell + 1));
    const added = op('if', here, amount, num(0));
    return before === undefined ? added : op('add', before, added);
  };
  const made: Cells = {
    call,
    conveyor,
    length,
    zone: (cell) => zones[cells - 1 - cell] ?? [],
    row: (label, start) =>
      Array.from({ length: cells }, (_, cell) =>
        call.hide({ kind: 'memory', expr: num(0), init: start(cell) }, label),
      ),
    move: (row, rest, amount) => {
      row.forEach((at, cell) => {
        call.replace(at, { expr: unlessStopped(entering(cell, rest[cell + 1], amount), at) });
      });
    },
    running: (flow) => unlessStopped(known(flow), num(0)),
    once: (expr, label) => call.hide({ kind: 'initial', expr }, label),
  };
  return conveyor.leaks.length > 0 && !conveyor.exponential ? linear(made, zones) : decaying(made, zones);
}

/** Each cell of a zone loses a share of what is there; where nothing leaks, all of it stays. */
function decaying(made: Cells, zones: readonly (readonly number[])[]): Outflows {
  const { call, conveyor, length, zone } = made;
  const step = num(call.time.step);
  const kept = new Map<string, Scalar>();
  const keptBy = (of: readonly number[]): Scalar => {
    const known = kept.get(of.join());
    if (known !== undefined) return known;
    const taken = op('mul', add(of.flatMap((k) => conveyor.leaks[k]?.fraction ?? [])), step);
    const share = call.lift(op('sub', num(1), taken), 'kept');
    kept.set(of.join(), share);
    return share;
  };
  const shares = conveyor.leaks.length > 0 ? decayed(conveyor, length, zones, keptBy, made.once) : undefined;
  const all = shares?.all ?? length.steps ?? num(length.cells);
  const entered = made.once(op('div', conveyor.contents, all), 'entered before');
  const row = made.row('cell', (cell) =>
    onlyWithin(length, cell, shares === undefined ? entered : op('mul', entered, shares.of(cell))),
  );
  const rest = row.map((at, cell) => (zone(cell).length === 0 ? at : op('mul', at, keptBy(zone(cell)))));
  made.move(row, rest, call.lift(op('mul', conveyor.inflow, step), 'entering'));
  return {
    main: made.running(op('div', rest[0] ?? num(0), step)),
    leaks: conveyor.leaks.map(({ fraction }, k) => {
      const there = add(row.filter((_, cell) => zone(cell).includes(k)));
      return made.running(op('mul', fraction, there));
    }),
  };
}

/**
 * A linear leak takes the same amount in each step of its zone: the fraction of the moment, of what once entered, over
 * those steps. So a second row moves along, of what entered over the steps of the zone.
 */
function linear(made: Cells, zones: readonly (readonly number[])[]): Outflows {
  const { call, conveyor, length, zone } = made;
  const { leaking, leaks, contents } = conveyor;
  const { cells, steps } = length;
  const step = num(call.time.step);
  const leaky = zones.filter((of) => of.length > 0).length;
  /** Cells of the zone between the inflow and each cell. */
  const passed: number[] = [];
  for (let cell = cells - 1, before = 0; cell >= 0; cell--) {
    passed[cell] = before;
    if (zone(cell).length > 0) before++;
  }
  const crossed = (cell: number): Scalar =>
    steps === undefined ? num(at(passed, cell) / leaky) : op('div', op('sub', steps, num(cell + 1)), steps);
  const missing = passed.reduce((sum, of) => sum + of, 0) / leaky;
  const all =
    steps === undefined
      ? op('sub', num(cells), op('mul', leaking, num(missing)))
      : op('sub', steps, op('div', op('mul', leaking, op('sub', steps, num(1))), num(2)));
  const over = steps ?? num(leaky);
  const entered = made.once(op('div', contents, all), 'entered before');
  const row = made.row('cell', (cell) =>
    onlyWithin(length, cell, op('mul', entered, op('sub', num(1), op('mul', leaking, crossed(cell))))),
  );
  const parts = made.row('part of a cell', (cell) => onlyWithin(length, cell, op('div', entered, over)));
  const rest = row.map((at, cell) => {
    const part = parts[cell];
    if (part === undefined || zone(cell).length === 0) return at;
    return op('max', num(0), op('sub', at, op('mul', leaking, part)));
  });
  const entering = call.lift(op('mul', conveyor.inflow, step), 'entering');
  made.move(row, rest, entering);
  made.move(parts, parts, call.lift(op('div', entering, over), 'entering part'));
  const taken = op('div', add(parts.filter((_, cell) => zone(cell).length > 0)), step);
  const rate = call.lift(taken, 'leaking if all leaks');
  return {
    main: made.running(op('div', rest[0] ?? num(0), step)),
    leaks: leaks.map(({ fraction }) => made.running(op('mul', fraction, rate))),
  };
}

/** At the start nothing is beyond the length; a length of more cells than there are has no number. */
function onlyWithin({ cells, steps }: Length, cell: number, then: Scalar): Scalar {
  if (steps === undefined) return then;
  const inside = op('if', op('lt', num(cell), steps), then, num(0));
  return op('if', op('le', steps, num(cells)), inside, num(Number.NaN));
}

/** What is in each cell of a steady stream of one that decays, and in all of them. */
interface Shares {
  of(cell: number): Scalar;
  readonly all: Scalar;
}

function decayed(
  { leaking }: Conveyor,
  { cells, steps }: Length,
  zones: readonly (readonly number[])[],
  keptBy: (zone: readonly number[]) => Scalar,
  once: (expr: Scalar, label: string) => Scalar,
): Shares {
  if (steps !== undefined) {
    const kept = keptBy(zones[0] ?? []);
    const all = op('div', op('sub', num(1), op('pow', kept, steps)), op('sub', num(1), kept));
    return {
      of: (cell) => op('pow', kept, op('sub', steps, num(cell + 1))),
      all: op('if', op('eq', leaking, num(0)), steps, all),
    };
  }
  const shares: Scalar[] = [num(1)];
  for (let at = 1; at < cells; at++) {
    const before = shares[at - 1] ?? num(0);
    const zone = zones[at - 1] ?? [];
    shares.push(zone.length === 0 ? before : once(op('mul', before, keptBy(zone)), 'steady share'));
  }
  return { of: (cell) => shares[cells - 1 - cell] ?? num(0), all: add(shares) };
}

/** Inflow, contents, length: the result is a flow. */
function units(u: UnitCall): Measure {
  const flow = u.of(places.inflow, u.wanted);
  u.inTime(places.length);
  if (flow !== 'any') u.as(places.contents, multiply(flow, u.time, 1));
  return flow;
}

/** Functions that the reader of XMILE writes for conveyors; no model can. */
export const conveyors: Readonly<Record<string, Builder>> = {
  /** Outflow 0 of a conveyor, or the leak of a number from 1. */
  'xmile conveyor': builder(
    'CONVEYOR(inflow, contents, length, outflow, exponential, arrest, sample, discrete)',
    units,
    (call) => {
      const conveyor = read(call);
      const length = lengthOf(call);
      const simple =
        length.steps === undefined &&
        call.known(conveyor.arrest) === 0 &&
        conveyor.leaks.every(({ start: from, end }) => from === 0 && end === 1) &&
        call.steady(conveyor.leaking) &&
        conveyor.leaks.every(({ fraction }) => call.steady(fraction));
      const { main, leaks } = simple ? delayed(call, conveyor, length.cells) : rows(call, conveyor, length);
      const outflow = setting(call, places.outflow);
      const flow = outflow === 0 ? main : (leaks[outflow - 1] ?? num(0));
      // Once the contents have no number (too full, no length), what comes off has none either.
      const known = op('ge', conveyor.contents, num(Number.NEGATIVE_INFINITY));
      return op('if', known, flow, num(Number.NaN));
    },
    { minArguments: firstLeak, maxArguments: firstLeak + 3 * 100 },
  ),
  /** Net flow of a conveyor; no number where it would hold more than it can, or get more at once than it may. */
  'xmile conveyor net': builder(
    'CONVEYOR(flow, contents, capacity, inflow, limit, limited)',
    limitUnits,
    (call) => {
      const flow = call.lift(call.scalar(0), 'net flow of a conveyor, which may not overflow');
      const near = num(1 + 1e-12);
      const then = op('add', call.scalar(1), op('mul', flow, num(call.time.step)));
      const { capacity, limit } = limitsOf(call);
      const fits = op('le', then, op('mul', capacity, near));
      const may = op('le', call.scalar(3), op('mul', limit, near));
      return op('if', op('and', fits, may), flow, num(Number.NaN));
    },
  ),
  /** What may still enter a conveyor in this step, per unit of time (isee systems: capacity, and inflow limit). */
  'xmile conveyor room': builder(
    'ROOM(outflows, contents, capacity, other inflows, limit, limited, arrest)',
    limitUnits,
    (call) => {
      const { capacity, limit } = limitsOf(call);
      const empty = op('div', op('sub', capacity, call.scalar(1)), num(call.time.step));
      const other = call.lift(call.scalar(3), 'other inflows');
      const fits = op('sub', op('add', empty, call.scalar(0)), other);
      const room = op('max', num(0), op('min', fits, op('sub', limit, other)));
      return op('if', op('ne', call.scalar(6), num(0)), num(0), room);
    },
  ),
};

/** A flow, an amount, an amount, a flow, a flow: the limits of a conveyor. */
function limitUnits(u: UnitCall): Measure {
  const flow = u.of(0, u.wanted);
  if (flow !== 'any') for (const i of [1, 2]) u.as(i, multiply(flow, u.time, 1));
  for (const i of [3, 4]) u.alike(flow, u.of(i, flow));
  return flow;
}

/** The capacity and the inflow limit of a conveyor; argument 5 is which of them there is: 1, 2, or 3 for both. */
function limitsOf(call: Call): { capacity: Scalar; limit: Scalar } {
  const which = call.constant(5) ?? 3;
  const infinite = num(Number.POSITIVE_INFINITY);
  return {
    capacity: which % 2 === 1 ? call.scalar(2) : infinite,
    limit: which >= 2 ? call.scalar(4) : infinite,
  };
}
