import { functionTexts } from '../../functions/texts.ts';
import { say } from '../../problems/say.ts';
import { readTexts } from '../texts.ts';
import type { Axis, Dimensions } from './dimensions.ts';
import type { Faults } from './faults.ts';
import { keyOf, shown } from './names.ts';
import type { Model, Module, Variable } from './structure.ts';
import { xmileTexts } from './texts.ts';

/** A module as it is in the whole model: `hares`, `region.schools`. */
export interface Instance {
  readonly model: Model;
  /** Before the names of its variables, with a point behind each module; empty for the root. */
  readonly prefix: string;
  readonly prefixKey: string;
}

/** A variable of the whole model. */
export interface Entity {
  readonly variable: Variable;
  readonly instance: Instance;
  /** Its name in the whole model: `hares.birth fraction`. */
  readonly name: string;
  readonly key: string;
  readonly axes: readonly Axis[];
  /** An output that gives this input its value. */
  from?: Entity;
  /** Its graphical function is called by name. */
  called: boolean;
}

/** Modules inside each other, and modules in all. */
const maxNesting = 50;
const maxInstances = 10_000;
/** Variables of all modules together. */
const maxEntities = 500_000;

/** Every variable of every module, under the name it has in the whole model (XMILE 1.0, 4.7). */
export class Whole {
  readonly instances: Instance[] = [];
  readonly entities: Entity[] = [];
  readonly #byKey = new Map<string, Entity>();
  readonly #graphs = new Map<string, Entity>();
  readonly #models: ReadonlyMap<string, Model>;
  readonly #dimensions: Dimensions;
  readonly #faults: Faults;
  readonly unread: Set<string>;

  constructor(models: readonly Model[], dimensions: Dimensions, faults: Faults, unread: Set<string>) {
    this.#dimensions = dimensions;
    this.#faults = faults;
    this.unread = unread;
    this.#models = new Map(models.map((model) => [model.key, model]));
    // The root is the model without a name, or the one that no module holds.
    const held = new Set(models.flatMap((model) => model.modules.map((module) => module.model)));
    const root =
      models.find((model) => model.key === '') ?? models.find((model) => !held.has(model.key)) ?? models[0];
    if (root === undefined) return;
    this.#enter(root, '', '', [root]);
    for (const instance of this.instances) this.#connect(instance);
  }

  #enter(model: Model, prefix: string, prefixKey: string, open: readonly Model[]): void {
    const instance: Instance = { model, prefix, prefixKey };
    this.instances.push(instance);
    for (const variable of model.variables) this.#addVariable(variable, instance);
    for (const module of model.modules) {
      const inner = this.#models.get(module.model);
      if (inner === undefined) {
        this.#faults.unsupported(
          module.line,
          say(xmileTexts.xmileNoModel, { name: module.name }),
          xmileTexts.xmileNoModelHint,
        );
        continue;
      }
      if (open.includes(inner) || open.length > maxNesting || this.#full()) {
        this.#faults.report(
          'MODEL_LOOP',
          module.line,
          say(xmileTexts.xmileModuleLoop, { name: module.name }),
          say(xmileTexts.xmileModuleLoopHint),
        );
        continue;
      }
      this.#enter(inner, `${prefix}${module.name}.`, `${prefixKey}${module.key}.`, [...open, inner]);
    }
  }

  #full(): boolean {
    return this.instances.length > maxInstances || this.entities.length > maxEntities;
  }

  #addVariable(variable: Variable, instance: Instance): void {
    const axes: Axis[] = [];
    for (const name of variable.dimensions) {
      const axis = this.#dimensions.axis(name);
      if (axis === undefined) {
        this.#faults.report(
          'MODEL_SUBSCRIPT',
          variable.line,
          say(functionTexts.notAnIndex, { sub: name }),
          say(xmileTexts.xmileDimensionHint, { name }),
        );
        this.unread.add(`${instance.prefixKey}${variable.key}`);
        return;
      }
      axes.push(axis);
    }
    const entity: Entity = {
      variable,
      instance,
      name: `${instance.prefix}${variable.name}`,
      key: `${instance.prefixKey}${variable.key}`,
      axes,
      called: false,
    };
    this.entities.push(entity);
    if (!this.#byKey.has(entity.key)) this.#byKey.set(entity.key, entity);
    const graph = variable.whole.graph?.points === undefined ? undefined : variable.whole.graph.name;
    if (graph !== undefined) this.#graphs.set(`${instance.prefixKey}${keyOf(graph)}`, entity);
  }

  #connect(instance: Instance): void {
    for (const module of instance.model.modules) {
      for (const { to, from, line } of module.connects) {
        const target = this.#target(to, module, instance);
        const source = this.#connected(from, instance);
        if (target !== undefined && source !== undefined) {
          if (target !== source) target.from = source;
          continue;
        }
        const name = target === undefined ? to : from;
        if (this.unread.has(keyOf(name)) || this.unread.has(keyOf(name.slice(name.lastIndexOf('.') + 1))))
          continue;
        this.#faults.report(
          'MODEL_UNKNOWN_NAME',
          line,
          say(readTexts.unknownName, { name: shown(name) }),
          say(xmileTexts.xmileConnectHint, { to: shown(to), from: shown(from) }),
        );
      }
    }
  }

  /** The input that a connection sets: named with its module or without, or in the model around it (`.x`). */
  #target(to: string, module: Module, instance: Instance): Entity | undefined {
    const { prefixKey } = instance;
    const key = keyOf(to.replace(/^\./, ''));
    if (to.startsWith('.')) return this.#byKey.get(prefixKey + key) ?? this.#byKey.get(key);
    return this.#byKey.get(`${prefixKey}${module.key}.${key}`) ?? this.#byKey.get(prefixKey + key);
  }

  #connected(from: string, { prefixKey }: Instance): Entity | undefined {
    const key = keyOf(from.replace(/^\./, ''));
    const inner = this.#byKey.get(prefixKey + key);
    const root = this.#byKey.get(key);
    // A point in front means the root (XMILE 1.0, 2.8), which for most models is the one around the module.
    return from.startsWith('.') ? (root ?? inner) : (inner ?? root);
  }

  /** The variable that a name in an equation denotes: of the same model, of a module in it, or of the root. */
  find(name: string, instance: Instance): Entity | undefined {
    if (name.startsWith('.')) return this.#byKey.get(keyOf(name.slice(1)));
    const key = keyOf(name);
    const local = this.#byKey.get(instance.prefixKey + key);
    return local ?? (key.includes('.') ? this.#byKey.get(key) : undefined);
  }

  /** The variable that holds the graphical function of a name. */
  graph(name: string, instance: Instance): Entity | undefined {
    const own = this.find(name, instance);
    const has = (entity: Entity): boolean =>
      entity.variable.whole.graph?.points !== undefined ||
      entity.variable.elements.some((element) => element.graph?.points !== undefined);
    if (own !== undefined && has(own)) return own;
    return this.#graphs.get(`${instance.prefixKey}${keyOf(name)}`);
  }
}
