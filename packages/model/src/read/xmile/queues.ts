import { say } from '../../problems/say.ts';
import type { Expression } from '../../syntax/ast.ts';
import { alike, type Connected, type Read } from './connected.ts';
import type { Conveyors } from './conveyors.ts';
import { call, number, sum } from './expressions.ts';
import { type Faults, Refused } from './faults.ts';
import type { Entity } from './flatten.ts';
import type { Site } from './references.ts';
import type { Specs } from './specs.ts';
import type { Conveyor } from './structure.ts';
import { xmileTexts } from './texts.ts';
import type { Translator } from './translate.ts';

/**
 * What queues make of the flows that leave them (XMILE 1.0, 3.7.3): a flow to a stock, another queue or out of the model
 * takes all that there is; one to a conveyor what fits; an overflow what such a one is kept from taking.
 */
export class Queues {
  readonly #leaving = new Map<Entity, Connected>();
  readonly #translator: Translator;
  readonly #conveyors: Conveyors;

  constructor(
    all: readonly Connected[],
    conveyors: Conveyors,
    translator: Translator,
    specs: Specs,
    faults: Faults,
  ) {
    this.#translator = translator;
    this.#conveyors = conveyors;
    for (const connected of all) {
      if (connected.stock.variable.queue !== true) continue;
      const what = this.#unfit(connected, specs);
      if (what !== undefined) {
        const { name, variable } = connected.stock;
        faults.unsupported(
          variable.line,
          say(xmileTexts.xmileQueueWith, { name, what }),
          xmileTexts.xmileQueueHint,
        );
      }
      for (const flow of connected.outflows) this.#leaving.set(flow, connected);
    }
  }

  /** What of a queue is not computed. */
  #unfit({ stock, inflows, outflows }: Connected, { method }: Specs): string | undefined {
    if (method !== 'euler') return method;
    if (stock.variable.conveyor !== undefined) return '<conveyor>';
    const flows = [...inflows, ...outflows];
    if (!flows.every((flow) => alike(flow, stock))) return '<dimensions>';
    if (inflows.some((flow) => flow.variable.multiplier !== undefined)) return '<multiplier>';
    if (outflows.some((flow) => this.#leaving.has(flow) || this.#conveyors.drives(flow))) return '<outflow>';
    if (outflows[0]?.variable.overflow === true) return '<overflow>';
    const onto = outflows.filter((flow) => this.#conveyors.below(flow) !== undefined);
    // XMILE 1.0, 3.7.2: a conveyor behind a queue is discrete.
    if (onto.some((flow) => this.#conveyors.below(flow)?.discrete === false)) return 'discrete="false"';
    if (onto.some((flow) => flow.variable.overflow === true)) return '<overflow>';
    // Of the batch that one conveyor has left a part of, the next has no say.
    const only = onto.length === 1 && onto[0] === outflows[0];
    const picky = onto.some((flow) => this.#batchConveyor(flow) !== undefined);
    if (!only && picky) return 'one_at_a_time, batch_integrity';
    const [, second, ...more] = outflows.map(({ variable }) => variable.overflow === true);
    if (picky && second === true && more.includes(false)) return '<outflow>';
    return undefined;
  }

  /** The conveyor that a flow runs into, if it looks at batches rather than at all that there is. */
  #batchConveyor(flow: Entity | undefined): Conveyor | undefined {
    const conveyor = flow === undefined ? undefined : this.#conveyors.below(flow);
    return conveyor !== undefined && (conveyor.oneBatch || conveyor.wholeBatches) ? conveyor : undefined;
  }

  /** Whether a flow leaves a queue, which gives it its value. */
  drives(flow: Entity): boolean {
    return this.#leaving.has(flow);
  }

  /** The value of a flow that leaves a queue. */
  outflow(flow: Entity, site: Site, read: Read): Expression {
    const from = this.#leaving.get(flow);
    if (from === undefined) throw new Refused();
    const { stock, inflows, outflows } = from;
    const of = (entity: Entity): Expression => this.#translator.ofEntity(entity, site);
    const at = outflows.indexOf(flow);
    const [first] = outflows;
    const room = (to: Entity): Expression | undefined => this.#conveyors.room(to, site, read);
    const conveyor = this.#batchConveyor(first);
    if (first !== undefined && conveyor !== undefined) {
      // What the second outflow leaves is nothing, or what an overflow may not have.
      if (at > 1) return number(0);
      const second = outflows[1];
      const drain = second === undefined ? 0 : second.variable.overflow === true ? 1 : 2;
      const how = [at, conveyor.wholeBatches ? 1 : 0, conveyor.oneBatch ? 1 : 0, drain].map((n) => number(n));
      const most = room(first);
      const limited = number(most === undefined ? 0 : 1);
      return call('XMILE QUEUE', most ?? number(0), of(stock), ...how, limited, ...inflows.map(of));
    }
    const before = sum(outflows.slice(0, at).map(of));
    const rest = call('XMILE REST', sum(inflows.map(of)), of(stock), before);
    const most = room(flow);
    return most === undefined ? rest : call('MIN', most, rest);
  }
}
