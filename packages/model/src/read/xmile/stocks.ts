import { say } from '../../problems/say.ts';
import type { Expression } from '../../syntax/ast.ts';
import type { Connected, Read } from './connected.ts';
import { Conveyors } from './conveyors.ts';
import { binary, call, number, sum } from './expressions.ts';
import type { Faults } from './faults.ts';
import type { Entity, Whole } from './flatten.ts';
import { keyOf, shown } from './names.ts';
import { Queues } from './queues.ts';
import type { Site } from './references.ts';
import type { Specs } from './specs.ts';
import { xmileTexts } from './texts.ts';
import type { Translator } from './translate.ts';

const uniflow = (entity: Entity): boolean => entity.variable.nonNegative === true;

/** Which flows belong to which stocks, and what stocks of every kind make of their equations. */
export class Stocks {
  readonly all: Connected[] = [];
  readonly #conveyors: Conveyors;
  readonly #queues: Queues;
  /** Flows that run into a conveyor or queue: they have no way back. */
  readonly #onto = new Set<Entity>();
  readonly #of = new Map<Entity, Connected>();
  readonly #translator: Translator;

  constructor(whole: Whole, translator: Translator, specs: Specs, faults: Faults) {
    this.#translator = translator;
    for (const stock of whole.entities) {
      const { variable, instance } = stock;
      if (variable.kind !== 'stock' || stock.from !== undefined) continue;
      const flow = (written: string): Entity[] => {
        const found = whole.find(written, instance);
        if (found !== undefined) return [found];
        const key = keyOf(written);
        if (!whole.unread.has(key) && !whole.unread.has(instance.prefixKey + key)) {
          faults.report(
            'MODEL_UNKNOWN_NAME',
            variable.line,
            say(xmileTexts.xmileNoFlow, { name: shown(written), stock: stock.name }),
            say(xmileTexts.xmileNoFlowHint, { name: shown(written) }),
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
      this.#of.set(stock, connected);
      if (variable.conveyor !== undefined || variable.queue === true)
        for (const flow of connected.inflows) this.#onto.add(flow);
    }
    this.#conveyors = new Conveyors(this.all, translator, specs, faults);
    this.#queues = new Queues(this.all, this.#conveyors, translator, specs, faults);
    for (const flow of whole.entities) {
      const { variable } = flow;
      if (variable.leak !== undefined && !this.#conveyors.drives(flow))
        faults.unsupported(variable.line, `${flow.name}: <leak>`, xmileTexts.xmileLeakHint);
      if (variable.overflow === true && !this.#queues.drives(flow))
        faults.unsupported(variable.line, `${flow.name}: <overflow>`, xmileTexts.xmileQueueHint);
    }
  }

  /** Whether the conveyor or queue that a flow leaves gives it its value, so that its own equation does not count. */
  isDriven(entity: Entity): boolean {
    return this.#conveyors.drives(entity) || this.#queues.drives(entity);
  }

  /** Whether a flow never runs backward. */
  oneWay(entity: Entity): boolean {
    return uniflow(entity) || this.#onto.has(entity) || this.isDriven(entity);
  }

  /**
   * The right side of a variable.
   *
   * @param own its equation as written, or the initial value of a stock
   * @param read an expression of another part of it
   */
  right(entity: Entity, own: () => Expression, site: Site, read: Read): Expression {
    if (this.#conveyors.drives(entity)) return this.#conveyors.outflow(entity, site, read);
    if (this.#queues.drives(entity)) return this.#queues.outflow(entity, site, read);
    const { kind } = entity.variable;
    if (kind === 'stock') {
      const net = this.#net(entity, site, read);
      return call('INTEG', this.#conveyors.within(entity, net, site, read), own());
    }
    if (kind !== 'flow' || !this.oneWay(entity)) return own();
    const asked = call('MAX', number(0), own());
    const room = this.#conveyors.room(entity, site, read);
    return room === undefined ? asked : call('MIN', asked, room);
  }

  #net(stock: Entity, site: Site, read: Read): Expression {
    const { inflows, outflows } = this.#of.get(stock) ?? { inflows: [], outflows: [] };
    const value = (flow: Entity): Expression => this.#translator.ofFlow(flow, site);
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
}
