import { functionTexts } from '../../functions/texts.ts';
import { say, type Text } from '../../problems/say.ts';
import type { Expression } from '../../syntax/ast.ts';
import { alike, type Connected, type Read } from './connected.ts';
import { binary, call, number, sum } from './expressions.ts';
import { type Faults, Refused } from './faults.ts';
import type { Entity } from './flatten.ts';
import type { Site } from './references.ts';
import type { Specs } from './specs.ts';
import type { Conveyor, Written } from './structure.ts';
import { xmileTexts } from './texts.ts';
import type { Translator } from './translate.ts';

/** A conveyor with its flows. */
interface ConveyorFlows extends Connected {
  readonly conveyor: Conveyor;
  readonly leaks: readonly Entity[];
}

const one = (on: boolean): Expression => number(on ? 1 : 0);

/** Equations of the outflows, leaks and limited inflows of conveyors (XMILE 1.0, 3.7.2). */
export class Conveyors {
  readonly #leaving = new Map<Entity, ConveyorFlows>();
  readonly #entering = new Map<Entity, ConveyorFlows>();
  readonly #of = new Map<Entity, ConveyorFlows>();
  readonly #translator: Translator;
  readonly #faults: Faults;

  constructor(all: readonly Connected[], translator: Translator, specs: Specs, faults: Faults) {
    this.#translator = translator;
    this.#faults = faults;
    for (const connected of all) {
      const { conveyor } = connected.stock.variable;
      if (conveyor !== undefined) this.#put(connected, conveyor, specs);
    }
    // A conveyor gives its outflow its value: what runs into another one is not stopped by that.
    for (const { stock, inflows, conveyor } of this.#of.values()) {
      if (conveyor.arrest !== undefined && inflows.some((flow) => this.#leaving.has(flow)))
        this.#refuse(stock, '<arrest>', xmileTexts.xmileArrestHint);
    }
  }

  #put(connected: Connected, conveyor: Conveyor, specs: Specs): void {
    const { stock, inflows, outflows } = connected;
    const leaks = outflows.filter((flow) => flow.variable.leak !== undefined);
    const flows = [...inflows, ...outflows];
    if (outflows.length - leaks.length !== 1) this.#refuse(stock, '<outflow>');
    else if (specs.method !== 'euler') this.#refuse(stock, specs.method);
    else if (!flows.every((flow) => alike(flow, stock))) this.#refuse(stock, '<dimensions>');
    else if (outflows.some((flow) => this.#leaving.has(flow))) this.#refuse(stock, '<outflow>');
    // The standard does not say whether a length is read while the conveyor is arrested.
    else if (conveyor.arrest !== undefined && conveyor.sample !== undefined)
      this.#refuse(stock, '<arrest>, <sample>');
    else if (conveyor.discrete && conveyor.limit !== undefined && specs.step !== 1)
      this.#refuse(stock, 'discrete, <in_limit>, <dt>', xmileTexts.xmileDiscreteHint);
    const on = { ...connected, conveyor, leaks };
    if (
      this.#limited(on) &&
      inflows.some((flow) => flow.variable.multiplier !== undefined || this.#entering.has(flow))
    )
      this.#refuse(stock, '<inflow>', xmileTexts.xmileInflowHint);
    this.#of.set(stock, on);
    for (const flow of outflows) this.#leaving.set(flow, on);
    for (const flow of inflows) this.#entering.set(flow, on);
  }

  #refuse(stock: Entity, what: string, hint: Text = functionTexts.xmileConveyorHint): void {
    this.#faults.unsupported(
      stock.variable.line,
      say(xmileTexts.xmileConveyorWith, { name: stock.name, what }),
      hint,
    );
  }

  #limited({ conveyor }: ConveyorFlows): boolean {
    return conveyor.capacity !== undefined || conveyor.limit !== undefined || conveyor.arrest !== undefined;
  }

  /** Whether a flow leaves a conveyor, which gives it its value. */
  drives(flow: Entity): boolean {
    return this.#leaving.has(flow);
  }

  /** The conveyor that a flow runs into. */
  below(flow: Entity): Conveyor | undefined {
    return this.#entering.get(flow)?.conveyor;
  }

  /** The value of a flow that leaves a conveyor. */
  outflow(flow: Entity, site: Site, read: Read): Expression {
    const on = this.#leaving.get(flow);
    if (on === undefined) throw new Refused();
    const { stock, inflows, conveyor, leaks } = on;
    const inside = { ...site, instance: stock.instance };
    const into = (entity: Entity): Expression => {
      const { multiplier } = entity.variable;
      const value = this.#translator.ofEntity(entity, site);
      if (multiplier === undefined) return value;
      return binary('*', value, read(multiplier, { ...site, instance: entity.instance }));
    };
    const leakage = ({ variable, instance }: Entity): Expression[] => {
      const written = variable.leak?.fraction ?? variable.whole.equations[0];
      return [
        written === undefined ? number(0) : read(written, { ...site, instance }),
        number(variable.leak?.start ?? 0),
        number(variable.leak?.end ?? 1),
      ];
    };
    return call(
      'XMILE CONVEYOR',
      sum(inflows.map(into)),
      this.#translator.ofEntity(stock, site),
      read(conveyor.length, inside),
      number(leaks.indexOf(flow) + 1),
      one(conveyor.exponential),
      conveyor.arrest === undefined ? number(0) : read(conveyor.arrest, inside),
      conveyor.sample === undefined ? number(1) : read(conveyor.sample, inside),
      one(conveyor.discrete),
      ...leaks.flatMap(leakage),
    );
  }

  /**
   * The most that a flow may bring onto the conveyor that it runs into: what fits when its outflows are off, less what
   * inflows of higher priority bring, and those that other conveyors bring whatever there is room for.
   *
   * @returns undefined where nothing limits it
   */
  room(flow: Entity, site: Site, read: Read): Expression | undefined {
    const on = this.#entering.get(flow);
    if (on === undefined || !this.#limited(on)) return undefined;
    const { stock, inflows, outflows, conveyor } = on;
    const inside = { ...site, instance: stock.instance };
    const own = inflows.indexOf(flow);
    const before = inflows.filter((other, i) => other !== flow && (i < own || this.#leaving.has(other)));
    const values = (flows: readonly Entity[]): Expression =>
      sum(flows.map((other) => this.#translator.ofEntity(other, site)));
    return call(
      'XMILE CONVEYOR ROOM',
      values(outflows),
      this.#translator.ofEntity(stock, site),
      ...this.#limits(conveyor, values(before), (written) => read(written, inside)),
      conveyor.arrest === undefined ? number(0) : read(conveyor.arrest, inside),
    );
  }

  /** The net flow of a stock; a conveyor that another one would overfill has none: which of them waits, no rule says. */
  within(stock: Entity, net: Expression, site: Site, read: Read): Expression {
    const on = this.#of.get(stock);
    if (on === undefined || (on.conveyor.capacity === undefined && on.conveyor.limit === undefined))
      return net;
    if (!on.inflows.some((flow) => this.#leaving.has(flow))) return net;
    const gained = sum(on.inflows.map((flow) => this.#translator.ofEntity(flow, site)));
    const limits = this.#limits(on.conveyor, gained, (written) => read(written, site));
    return call('XMILE CONVEYOR NET', net, this.#translator.ofEntity(stock, site), ...limits);
  }

  /** Capacity, inflow, inflow limit, and which of the two limits there are; 0 has any unit. */
  #limits(
    { capacity, limit }: Conveyor,
    inflow: Expression,
    read: (written: Written) => Expression,
  ): readonly Expression[] {
    return [
      capacity === undefined ? number(0) : read(capacity),
      inflow,
      limit === undefined ? number(0) : read(limit),
      number((capacity === undefined ? 0 : 1) + (limit === undefined ? 0 : 2)),
    ];
  }
}
