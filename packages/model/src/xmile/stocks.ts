import type { Expression } from '../ast.ts';
import { say } from '../texts.ts';
import { binary, call, number, sum } from './expressions.ts';
import { type Faults, Refused } from './faults.ts';
import type { Entity, Whole } from './flatten.ts';
import { keyOf, shown } from './names.ts';
import type { Specs } from './specs.ts';
import type { Written } from './structure.ts';
import type { Site, Translator } from './translate.ts';

/** A stock with the flows that fill and drain it, in order of priority. */
export interface Connected {
  readonly stock: Entity;
  readonly inflows: readonly Entity[];
  readonly outflows: readonly Entity[];
}

/** What a conveyor says of one of its outflows. */
interface Driven {
  readonly belt: Connected;
  readonly leaks: readonly Entity[];
  readonly leaking: boolean;
}

const uniflow = (entity: Entity): boolean => entity.variable.nonNegative === true;

/** Whether two variables have the same dimensions in the same order. */
export const alike = (a: Entity, b: Entity): boolean =>
  a.axes.length === b.axes.length && a.axes.every((axis, i) => axis.key === b.axes[i]?.key);

/** Which flows belong to which stocks, and what a stock, a uniflow and a conveyor make of their equations. */
export class Stocks {
  readonly all: Connected[] = [];
  private readonly driven = new Map<Entity, Driven>();
  /** Flows that run into a conveyor: they have no way back. */
  private readonly onto = new Set<Entity>();
  private readonly of = new Map<Entity, Connected>();
  private readonly translator: Translator;

  constructor(whole: Whole, translator: Translator, specs: Specs, faults: Faults) {
    this.translator = translator;
    for (const stock of whole.entities) {
      const { variable, instance } = stock;
      if (variable.kind !== 'stock' || stock.from !== undefined) continue;
      const flow = (written: string): Entity[] => {
        const found = whole.find(written, instance);
        if (found !== undefined) return [found];
        const key = keyOf(written);
        if (!whole.unread.has(key) && !whole.unread.has(instance.prefixKey + key)) {
          faults.tell(
            'MODEL_UNKNOWN_NAME',
            variable.line,
            say('xmileNoFlow', { name: shown(written), stock: stock.name }),
            say('xmileNoFlowHint', { name: shown(written) }),
          );
        }
        return [];
      };
      const connected = {
        stock,
        inflows: variable.inflows.flatMap(flow),
        outflows: variable.outflows.flatMap(flow),
      };
      this.all.push(connected);
      this.of.set(stock, connected);
      if (variable.belt !== undefined) this.putOnBelt(connected, specs, faults);
    }
    for (const flow of whole.entities) {
      if (flow.variable.leak === undefined || this.driven.has(flow)) continue;
      faults.unsupported(flow.variable.line, `${flow.name}: <leak>`, 'xmileLeakHint');
    }
  }

  private putOnBelt(belt: Connected, specs: Specs, faults: Faults): void {
    const { stock, inflows, outflows } = belt;
    const leaks = outflows.filter((flow) => flow.variable.leak !== undefined);
    const main = outflows.filter((flow) => flow.variable.leak === undefined);
    const all = [...inflows, ...outflows];
    const fits = main.length === 1 && specs.method === 'euler' && all.every((flow) => alike(flow, stock));
    if (!fits || outflows.some((flow) => this.driven.has(flow))) {
      const what = main.length !== 1 ? '<outflow>' : specs.method !== 'euler' ? specs.method : '<dimensions>';
      faults.unsupported(
        stock.variable.line,
        say('xmileConveyorWith', { name: stock.name, what }),
        'xmileConveyorHint',
      );
    }
    for (const flow of outflows) this.driven.set(flow, { belt, leaks, leaking: leaks.includes(flow) });
    for (const flow of inflows) this.onto.add(flow);
  }

  /** Whether the conveyor that a flow leaves gives it its value, so that its own equation does not count. */
  isDriven(entity: Entity): boolean {
    return this.driven.has(entity);
  }

  /** Whether a flow never runs backward. */
  oneWay(entity: Entity): boolean {
    return uniflow(entity) || this.onto.has(entity) || this.driven.has(entity);
  }

  /**
   * The right side of a variable.
   *
   * @param own its equation as written, or the initial value of a stock
   * @param read an expression of another part of it
   */
  right(
    entity: Entity,
    own: () => Expression,
    site: Site,
    read: (written: Written, site: Site) => Expression,
  ): Expression {
    const driven = this.driven.get(entity);
    if (driven !== undefined) return this.byBelt(driven, entity, site, read);
    if (entity.variable.kind === 'stock')
      return call('INTEG', this.withinBelt(entity, this.net(entity, site, read), site, read), own());
    return entity.variable.kind === 'flow' && this.oneWay(entity) ? call('MAX', number(0), own()) : own();
  }

  private net(stock: Entity, site: Site, read: (written: Written, site: Site) => Expression): Expression {
    const { inflows, outflows } = this.of.get(stock) ?? { inflows: [], outflows: [] };
    const value = (flow: Entity): Expression => this.translator.ofFlow(flow, site);
    const into = (flow: Entity): Expression => {
      const { multiplier } = flow.variable;
      if (multiplier === undefined) return value(flow);
      return binary('*', value(flow), read(multiplier, { ...site, instance: flow.instance }));
    };
    const gained = sum(inflows.map(into));
    if (outflows.length === 0) return gained;
    const lost = sum(outflows.map(value));
    return inflows.length === 0
      ? { kind: 'negative', of: { kind: 'parens', of: lost } }
      : binary('-', gained, lost);
  }

  /** A conveyor that would be full, or get too much at once, has no number: which inflow then waits is not computed. */
  private withinBelt(
    stock: Entity,
    net: Expression,
    site: Site,
    read: (written: Written, site: Site) => Expression,
  ): Expression {
    const { capacity, limit } = stock.variable.belt ?? {};
    if (capacity === undefined && limit === undefined) return net;
    const most = (written: Written | undefined): Expression =>
      written === undefined ? number(Number.POSITIVE_INFINITY, 'INF') : read(written, site);
    const gained = (this.of.get(stock)?.inflows ?? []).map((flow) => this.translator.ofEntity(flow, site));
    return call(
      'XMILE BELT NET',
      net,
      this.translator.ofEntity(stock, site),
      most(capacity),
      sum(gained),
      most(limit),
    );
  }

  private byBelt(
    { belt, leaks, leaking }: Driven,
    flow: Entity,
    site: Site,
    read: (written: Written, site: Site) => Expression,
  ): Expression {
    const { stock, inflows } = belt;
    const on = stock.variable.belt;
    if (on === undefined) throw new Refused();
    const of = (entity: Entity): Expression => this.translator.ofEntity(entity, site);
    const fraction = ({ variable, instance }: Entity): Expression => {
      const written = variable.leak?.fraction ?? variable.whole.equations[0];
      return written === undefined ? number(0) : read(written, { ...site, instance });
    };
    const length = read(on.length, { ...site, instance: stock.instance });
    const fn = on.exponential ? 'XMILE DECAYING BELT' : 'XMILE BELT';
    const args = [sum(inflows.map(of)), length, of(stock), sum(leaks.map(fraction))];
    return leaking ? call(`${fn} LEAK`, ...args, fraction(flow)) : call(fn, ...args);
  }
}
