import { at } from '@schaalsprong/words';
import { functionTexts } from '../../functions/texts.ts';
import { say } from '../../problems/say.ts';
import type { Point } from '../../syntax/ast.ts';
import { canonical } from '../../syntax/names.ts';
import type { Faults } from './faults.ts';
import { keyOf, shown } from './names.ts';
import { xmileTexts } from './texts.ts';
import { attribute, child, childrenNamed, switchOf, type Tag, textOf } from './xml.ts';

/** An equation as written, with the line where its text begins. */
export interface Written {
  readonly text: string;
  readonly line: number;
}

/** How a graphical function is read between and beyond its points (XMILE 1.0, 3.1.4). */
export type GraphType = 'continuous' | 'extrapolate' | 'discrete';

/** A graphical function, or the name of one. */
export interface Graph {
  readonly name?: string;
  readonly type: GraphType;
  /** Undefined where only a name is there. */
  readonly points?: readonly Point[];
  readonly line: number;
}

/** What one element of an array, or a whole variable, holds. */
export interface Content {
  /** Its equations; an array may have one for each element. */
  readonly equations: readonly Written[];
  readonly initial?: Written;
  readonly graph?: Graph;
  readonly line: number;
}

/** The content of `<conveyor>`. */
export interface Conveyor {
  readonly length: Written;
  /** Capacity, and inflow limit per unit of time. */
  readonly capacity?: Written;
  readonly limit?: Written;
  /** When it is arrested, and when its length is sampled (default: always). */
  readonly arrest?: Written;
  readonly sample?: Written;
  readonly exponential: boolean;
  readonly discrete: boolean;
  /** From a queue before it: no more than one batch in a step, and no part of a batch. */
  readonly oneBatch: boolean;
  readonly wholeBatches: boolean;
}

/** A flow that leaks from a conveyor: the fraction where it is in `<leak>`, and its zone as fractions of the length. */
export interface Leak {
  readonly fraction?: Written;
  readonly start: number;
  readonly end: number;
}

export interface Variable {
  readonly kind: 'stock' | 'flow' | 'aux' | 'gf';
  readonly name: string;
  readonly key: string;
  readonly line: number;
  /** Names of its dimensions as written. */
  readonly dimensions: readonly string[];
  readonly whole: Content;
  readonly elements: readonly (Content & { readonly subscript: string })[];
  /** Names of flows as written, in order of priority. */
  readonly inflows: readonly string[];
  readonly outflows: readonly string[];
  /** As given at the variable itself. */
  readonly nonNegative: boolean | undefined;
  /** May be given its value from outside its module. */
  readonly input: boolean;
  readonly conveyor?: Conveyor;
  readonly leak?: Leak;
  /** A stock that keeps what comes in in its order, and a flow that takes what such a stock cannot get rid of. */
  readonly queue?: boolean;
  readonly overflow?: boolean;
  readonly multiplier?: Written;
  readonly units: string;
  readonly comment: string;
}

export interface Module {
  readonly name: string;
  readonly key: string;
  /** Key of the model that it holds. */
  readonly model: string;
  readonly connects: readonly { readonly to: string; readonly from: string; readonly line: number }[];
  readonly line: number;
}

export interface Model {
  readonly key: string;
  readonly variables: readonly Variable[];
  readonly modules: readonly Module[];
  /** Name of the group of each variable that is in one, by key. */
  readonly sectors: ReadonlyMap<string, string>;
  readonly line: number;
}

/** Tags of a variable that say how it looks or is edited. */
const silent = new Set([
  'display',
  'doc',
  'units',
  'range',
  'scale',
  'format',
  'event_poster',
  'label_prop',
  'mathml',
  'summing',
  'delay_aux',
  'expandable',
  'dependencies',
  'size',
  'shape',
  'style',
]);

const read = new Set([
  'eqn',
  'dimensions',
  'element',
  'inflow',
  'outflow',
  'non_negative',
  'gf',
  'init',
  'init_eqn',
  'conveyor',
  'leak',
  'multiplier',
  'overflow',
  'queue',
]);

/** Tags of a variable that change its numbers and are not computed, with what to do instead. */
const notComputed = {
  oven: xmileTexts.xmileOvenHint,
  leak_integers: xmileTexts.xmileLeakHint,
  distrib_eq: xmileTexts.xmileSpreadHint,
} as const;

const written = (tag: Tag | undefined): Written | undefined =>
  tag === undefined ? undefined : { text: tag.text, line: tag.line };

/** Numbers with commas, or with what `sep` says, between them. */
function numbers(tag: Tag, faults: Faults): number[] | undefined {
  const separator = tag.attributes.get('sep') ?? ',';
  const parts = tag.text.split(separator).map((part) => part.trim());
  if (parts.at(-1) === '') parts.pop();
  const bad = parts.find((part) => part === '' || !Number.isFinite(Number(part)));
  if (bad === undefined) return parts.map(Number);
  faults.report(
    'MODEL_TABLE',
    tag.line,
    say(xmileTexts.xmilePoints, { tag: tag.name, found: bad }),
    say(xmileTexts.xmilePointsHint),
  );
  return undefined;
}

function readGraph(tag: Tag, faults: Faults): Graph | undefined {
  const name = tag.attributes.get('name');
  const written = tag.attributes.get('type')?.toLowerCase();
  const discrete = tag.attributes.get('discrete')?.toLowerCase() === 'true';
  const type = written ?? (discrete ? 'discrete' : 'continuous');
  if (type !== 'continuous' && type !== 'extrapolate' && type !== 'discrete') {
    faults.unsupported(tag.line, `<gf type="${type}">`, xmileTexts.xmileGraphTypeHint);
    return undefined;
  }
  const base = { type, line: tag.line, ...(name === undefined ? {} : { name }) } as const;
  const yTag = child(tag, 'ypts');
  const xTag = child(tag, 'xpts');
  if (yTag === undefined) return name === undefined ? undefined : base;
  const y = numbers(yTag, faults);
  let x = xTag === undefined ? undefined : numbers(xTag, faults);
  if (y === undefined || (xTag !== undefined && x === undefined)) return undefined;
  if (x === undefined) {
    const scale = child(tag, 'xscale');
    const min = Number(scale?.attributes.get('min') ?? Number.NaN);
    const max = Number(scale?.attributes.get('max') ?? Number.NaN);
    if (!Number.isFinite(min) || !Number.isFinite(max) || (max <= min && y.length > 1)) {
      faults.report(
        'MODEL_TABLE',
        scale?.line ?? tag.line,
        say(xmileTexts.xmileNoX),
        say(xmileTexts.xmilePointsHint),
      );
      return undefined;
    }
    x = y.map((_, i) => (y.length === 1 ? min : min + (i * (max - min)) / (y.length - 1)));
  }
  if (x.length !== y.length) {
    faults.report(
      'MODEL_TABLE',
      tag.line,
      say(xmileTexts.xmilePointCount, { x: x.length, y: y.length }),
      say(xmileTexts.xmilePointsHint),
    );
    return undefined;
  }
  return { ...base, points: x.map((value, i): Point => [value, at(y, i)]) };
}

function readContent(tag: Tag, faults: Faults): Content {
  const graphTag = child(tag, 'gf');
  const graph = graphTag === undefined ? undefined : readGraph(graphTag, faults);
  const initial = written(child(tag, 'init_eqn') ?? child(tag, 'init'));
  return {
    equations: childrenNamed(tag, 'eqn').map((eqn) => ({ text: eqn.text, line: eqn.line })),
    line: tag.line,
    ...(initial === undefined ? {} : { initial }),
    ...(graph === undefined ? {} : { graph }),
  };
}

/** Attributes of a conveyor that are computed. */
const conveyorAttributes = new Set(['discrete', 'batch_integrity', 'one_at_a_time', 'exponential_leak']);

function readConveyor(tag: Tag, name: string, faults: Faults): Conveyor | undefined {
  const unknown = [...tag.attributes].filter(
    ([key, value]) => !conveyorAttributes.has(key) && value.toLowerCase() === 'true',
  );
  for (const [what] of unknown)
    faults.unsupported(
      tag.line,
      say(xmileTexts.xmileConveyorWith, { name, what }),
      functionTexts.xmileConveyorHint,
    );
  const part = (of: string, nothing: RegExp): Written | undefined =>
    nothing.test(textOf(tag, of)) ? undefined : written(child(tag, of));
  const capacity = part('capacity', /^(inf)?$/i);
  const limit = part('in_limit', /^(inf)?$/i);
  const arrest = part('arrest', /^0*$/);
  const sample = part('sample', /^(1|dt)?$/i);
  const length = written(child(tag, 'len'));
  if (length === undefined || length.text.trim() === '') {
    faults.report(
      'MODEL_SYNTAX',
      tag.line,
      say(xmileTexts.xmileNoLength, { name }),
      say(xmileTexts.xmileNoLengthHint),
    );
    return undefined;
  }
  const on = (attribute: string): boolean => tag.attributes.get(attribute)?.toLowerCase() === 'true';
  if (unknown.length > 0) return undefined;
  return {
    length,
    exponential: on('exponential_leak'),
    discrete: on('discrete'),
    oneBatch: tag.attributes.get('one_at_a_time')?.toLowerCase() !== 'false',
    wholeBatches: on('batch_integrity'),
    ...(capacity === undefined ? {} : { capacity }),
    ...(limit === undefined ? {} : { limit }),
    ...(arrest === undefined ? {} : { arrest }),
    ...(sample === undefined ? {} : { sample }),
  };
}

/** Where the zone of a leak begins or ends: a part of the length of the conveyor, all of it where the file does not say. */
function edgeOf(tag: Tag, name: 'leak_start' | 'leak_end', faults: Faults): number {
  const whole = name === 'leak_start' ? 0 : 1;
  const written = tag.attributes.get(name);
  if (written === undefined) return whole;
  const part = written.trim() === '' ? Number.NaN : Number(written);
  if (part >= 0 && part <= 1) return part;
  faults.unsupported(tag.line, `${name}="${written.slice(0, 40)}"`, xmileTexts.xmileLeakHint);
  return whole;
}

function readLeak(tag: Tag, faults: Faults): Leak | undefined {
  const leak = child(tag, 'leak');
  if (leak === undefined) return undefined;
  const fraction = leak.text.trim() === '' ? undefined : written(leak);
  return {
    start: edgeOf(tag, 'leak_start', faults),
    end: edgeOf(tag, 'leak_end', faults),
    ...(fraction === undefined ? {} : { fraction }),
  };
}

function readVariable(tag: Tag, kind: Variable['kind'], faults: Faults): Variable | undefined {
  const written_ = attribute(tag, 'name');
  const name = shown(written_);
  if (name === '') {
    faults.report(
      'MODEL_SYNTAX',
      tag.line,
      say(xmileTexts.xmileNoName, { tag: tag.name }),
      say(xmileTexts.xmileNoNameHint),
    );
    return undefined;
  }
  let computed = true;
  for (const part of tag.children) {
    const alternative = Object.hasOwn(notComputed, part.name)
      ? notComputed[part.name as keyof typeof notComputed]
      : undefined;
    if (alternative !== undefined) {
      computed = false;
      faults.unsupported(part.line, `${name}: <${part.name}>`, alternative);
    } else if (kind !== 'gf' && !silent.has(part.name) && !read.has(part.name) && part.prefix === '') {
      computed = false;
      faults.unsupported(part.line, `${name}: <${part.name}>`, xmileTexts.xmileTagHint);
    }
  }
  const spread = tag.attributes.get('spreadflow');
  if (spread !== undefined && spread !== '' && spread !== 'beginning') {
    computed = false;
    faults.unsupported(tag.line, `${name}: spreadflow="${spread}"`, xmileTexts.xmileSpreadHint);
  }
  const conveyorTag = child(tag, 'conveyor');
  const conveyor = conveyorTag === undefined ? undefined : readConveyor(conveyorTag, name, faults);
  if (!computed || (conveyorTag !== undefined && conveyor === undefined)) return undefined;
  const leak = readLeak(tag, faults);
  const multiplier = written(child(tag, 'multiplier'));
  const dimensions = child(tag, 'dimensions');
  return {
    kind,
    name,
    key: keyOf(written_),
    line: tag.line,
    dimensions:
      dimensions === undefined
        ? []
        : childrenNamed(dimensions, 'dim').map((dim) => shown(attribute(dim, 'name'))),
    whole:
      kind === 'gf' ? { equations: [], line: tag.line, ...graphOf(tag, faults) } : readContent(tag, faults),
    elements: childrenNamed(tag, 'element').map((element) => ({
      ...readContent(element, faults),
      subscript: attribute(element, 'subscript'),
    })),
    inflows: childrenNamed(tag, 'inflow').map((flow) => flow.text.trim()),
    outflows: childrenNamed(tag, 'outflow').map((flow) => flow.text.trim()),
    nonNegative: switchOf(tag, 'non_negative'),
    input: tag.attributes.get('access')?.toLowerCase() === 'input',
    units: textOf(tag, 'units').replace(/\s+/g, ' '),
    comment: textOf(tag, 'doc').replace(/\s+/g, ' '),
    ...(conveyor === undefined ? {} : { conveyor }),
    ...(leak === undefined ? {} : { leak }),
    ...(kind === 'stock' && child(tag, 'queue') !== undefined ? { queue: true } : {}),
    ...(child(tag, 'overflow') === undefined ? {} : { overflow: true }),
    ...(multiplier === undefined ? {} : { multiplier }),
  };
}

function graphOf(tag: Tag, faults: Faults): { graph?: Graph } {
  const graph = readGraph(tag, faults);
  return graph === undefined ? {} : { graph };
}

function readModule(tag: Tag): Module {
  const name = attribute(tag, 'name');
  const connects = [...childrenNamed(tag, 'connect'), ...childrenNamed(tag, 'connect2')].map((connect) => ({
    to: attribute(connect, 'to'),
    from: attribute(connect, 'from'),
    line: connect.line,
  }));
  return {
    name: shown(name),
    key: keyOf(name),
    model: keyOf(tag.attributes.get('model_name') ?? name),
    connects,
    line: tag.line,
  };
}

/** Whether stocks and flows are non-negative unless they say otherwise. */
export interface Defaults {
  readonly stock: boolean | undefined;
  readonly flow: boolean | undefined;
}

/** Reads `<behavior>` of a file or a model (XMILE 1.0, 2.6); `outer` is the default. */
export function readDefaults(tag: Tag, outer: Defaults): Defaults {
  const behavior = child(tag, 'behavior');
  if (behavior === undefined) return outer;
  const all = switchOf(behavior, 'non_negative');
  const of = (kind: 'stock' | 'flow'): boolean | undefined => {
    const own = child(behavior, kind);
    return (own === undefined ? undefined : switchOf(own, 'non_negative')) ?? all ?? outer[kind];
  };
  return { stock: of('stock'), flow: of('flow') };
}

/** The variables and modules that are in a `<model>` or `<macro>`, also where no `<variables>` is around them. */
export function readModel(tag: Tag, outer: Defaults, faults: Faults, unread: Set<string>): Model {
  const defaults = readDefaults(tag, outer);
  const variables: Variable[] = [];
  const modules: Module[] = [];
  const sectors = new Map<string, string>();
  const parts = [...childrenNamed(tag, 'variables').flatMap((v) => v.children), ...tag.children];
  for (const part of parts) {
    const { name } = part;
    if (name === 'stock' || name === 'flow' || name === 'aux' || name === 'gf') {
      const variable = readVariable(part, name, faults);
      if (variable === undefined) {
        unread.add(keyOf(attribute(part, 'name')));
        // What leaves a conveyor or queue has no equation of its own.
        for (const flow of childrenNamed(part, 'outflow')) unread.add(keyOf(flow.text));
        continue;
      }
      const byDefault = name === 'stock' ? defaults.stock : name === 'flow' ? defaults.flow : undefined;
      variables.push({ ...variable, nonNegative: variable.nonNegative ?? byDefault });
    } else if (name === 'module') {
      modules.push(readModule(part));
    } else if (name === 'group') {
      const sector = shown(attribute(part, 'name'));
      for (const entity of childrenNamed(part, 'entity'))
        sectors.set(keyOf(attribute(entity, 'name')), sector);
    }
  }
  return {
    key: canonical(shown(attribute(tag, 'name'))),
    variables,
    modules,
    sectors,
    line: tag.line,
  };
}
