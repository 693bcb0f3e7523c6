import { at } from '@schaalsprong/words';
import { functionTexts } from '../../functions/texts.ts';
import { say, type Text } from '../../problems/say.ts';
import { type Equation, type Expression, print, type RightSide } from '../../syntax/ast.ts';
import { readExpression } from '../expression.ts';
import { isFault, syntaxProblem } from '../read-fault.ts';
import { readTexts } from '../texts.ts';
import { call } from './expressions.ts';
import { type Faults, Refused } from './faults.ts';
import type { Entity, Whole } from './flatten.ts';
import { joinFunctionWords, keyOf, quoteApostrophes, shown } from './names.ts';
import { NeedsElements, type Site } from './references.ts';
import type { Stocks } from './stocks.ts';
import type { Content, Graph, Written } from './structure.ts';
import { xmileTexts } from './texts.ts';
import { lookupName, readBy, type Translator } from './translate.ts';
import type { Units } from './units.ts';

/** Maximum number of elements of a variable whose equations are unrolled per element. */
const maxUnrolled = 100_000;
/** Maximum number of equations. */
const maxEquations = 200_000;

/** `0{GET_DIRECT_DATA(...)}`: what xmutil writes for data of Vensim, which it cannot carry over. */
const lostData = /^\s*[-+]?[\d.]+\s*\{\s*GET[_ ](?:XLS|DIRECT|VDF|123)[_ ]/i;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** An equation without its comments, blank where nothing is left: Stella keeps its invitation to write one there. */
const bare = (text: string): string => text.replace(/\{[^{}]*\}/g, ' ').trim();

/** `1, 2; 3, 4;`: numbers for the elements of an array, as Vensim writes them into XMILE. */
function listOf(text: string): readonly (readonly number[])[] | undefined {
  const value = '[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[-+]?\\d+)?';
  if (!new RegExp(`^\\s*${value}(?:\\s*[,;]\\s*${value})+\\s*;?\\s*$`, 'i').test(text)) return undefined;
  return text
    .split(';')
    .filter((row) => row.trim() !== '')
    .map((row) => row.split(',').map(Number));
}

/** Makes the equations of the resolver of the variables of a file. */
export class Equations {
  readonly list: Equation[] = [];
  readonly #whole: Whole;
  readonly #translator: Translator;
  readonly #stocks: Stocks;
  readonly #faults: Faults;
  readonly #units: Units;

  constructor(whole: Whole, translator: Translator, stocks: Stocks, faults: Faults, units: Units) {
    this.#whole = whole;
    this.#translator = translator;
    this.#stocks = stocks;
    this.#faults = faults;
    this.#units = units;
  }

  /** Every equation of every variable, and then the lookups that are called by name. */
  write(): readonly Equation[] {
    for (const entity of this.#whole.entities) {
      const before = this.#faults.problems.length;
      try {
        this.#entity(entity);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
      if (this.#faults.problems.length > before) this.#whole.unread.add(entity.key);
    }
    for (const entity of this.#whole.entities) if (entity.called) this.#lookups(entity);
    return this.list;
  }

  #entity(entity: Entity): void {
    const { variable } = entity;
    const { equations, graph, line } = variable.whole;
    const [first, second] = equations;
    const reported = this.#whole.unread.has(entity.key) || this.#whole.unread.has(variable.key);
    if (entity.from !== undefined) this.#connected(entity, entity.from);
    else if (variable.kind === 'gf') entity.called = true;
    else if (this.#stocks.isDriven(entity)) this.#all(entity, { text: '', line: variable.line });
    else if (variable.elements.length > 0) this.#elements(entity);
    else if (second !== undefined) this.#rows(entity, equations);
    else if (first !== undefined && bare(first.text) !== '') this.#only(entity, first);
    else if (graph?.points !== undefined) entity.called = true;
    else if (!reported) this.#noEquation(entity, line);
  }

  #only(entity: Entity, written: Written): void {
    const list = entity.axes.length === 0 ? undefined : listOf(written.text);
    if (list === undefined || entity.variable.kind !== 'aux' || entity.variable.whole.graph !== undefined) {
      this.#all(entity, written);
      return;
    }
    const subs = entity.axes.map((axis) => axis.name);
    this.#push(entity, subs, { kind: 'list', rows: list }, written);
  }

  #noEquation(entity: Entity, line: number): void {
    this.#faults.report(
      'MODEL_SYNTAX',
      line,
      say(xmileTexts.xmileNoEquation, { name: entity.name }),
      say(xmileTexts.xmileNoEquationHint, { name: entity.name }),
    );
  }

  /** One equation for all elements; written out for each where it counts with their places. */
  #all(entity: Entity, written: Written): void {
    const { variable } = entity;
    const own = variable.elements.some((element) => element.graph !== undefined);
    this.#spread(entity, written, (site) => this.#right(entity, variable.whole, written, site), own);
  }

  #spread(entity: Entity, written: Written, right: (site: Site) => RightSide, each = false): void {
    const site = this.#site(entity, written.line);
    const twice = new Set(entity.axes.map((axis) => axis.key)).size < entity.axes.length;
    try {
      if (twice || each) throw new NeedsElements();
      const subs = entity.axes.map((axis) => axis.name);
      this.#push(entity, subs, right(site), written);
    } catch (error) {
      if (!(error instanceof NeedsElements)) throw error;
      for (const places of this.#places(entity)) {
        this.#push(entity, this.#subsAt(entity, places), right({ ...site, places }), written);
      }
    }
  }

  #one(entity: Entity, places: readonly number[], content: Content, written: Written): void {
    const site = { ...this.#site(entity, written.line), places };
    this.#push(entity, this.#subsAt(entity, places), this.#right(entity, content, written, site), written);
  }

  #subsAt(entity: Entity, places: readonly number[]): string[] {
    return entity.axes.map((axis, i) => at(axis.elements, at(places, i) - 1).name);
  }

  #site(entity: Entity, line: number): Site {
    return { instance: entity.instance, entity, axes: entity.axes, line };
  }

  /** The places of every element, the last dimension running fastest. */
  #places(entity: Entity): number[][] {
    const count = entity.axes.reduce((all, axis) => all * axis.elements.length, 1);
    if (count > maxUnrolled) {
      return this.#faults.stop(
        'MODEL_UNSUPPORTED',
        entity.variable.line,
        say(xmileTexts.xmileTooManyElements, { name: entity.name, count, most: maxUnrolled }),
        say(xmileTexts.xmileTooManyElementsHint),
      );
    }
    let rows: number[][] = [[]];
    for (const axis of entity.axes)
      rows = rows.flatMap((row) => axis.elements.map((_, i) => [...row, i + 1]));
    return rows;
  }

  /** Several equations without subscripts: one for each element, in order. */
  #rows(entity: Entity, equations: readonly Written[]): void {
    const places = this.#places(entity);
    if (places.length !== equations.length) {
      this.#faults.report(
        'MODEL_SUBSCRIPT',
        entity.variable.line,
        say(xmileTexts.xmileEquationCount, {
          name: entity.name,
          got: equations.length,
          wanted: places.length,
        }),
        say(xmileTexts.xmileEquationCountHint, { name: entity.name }),
      );
      return;
    }
    equations.forEach((written, i) => {
      const at = places[i];
      if (at !== undefined)
        this.#one(entity, at, { ...entity.variable.whole, equations: [written] }, written);
    });
  }

  /** An array whose elements have equations or graphical functions of their own (XMILE 1.0, 4.5.2 and 4.5.3). */
  #elements(entity: Entity): void {
    const { variable } = entity;
    const shared = variable.whole.equations[0];
    const own = new Set<string>();
    for (const element of variable.elements) {
      const places = this.#placesOf(entity, element.subscript, element.line);
      if (places === undefined) continue;
      own.add(places.join());
      const written = element.equations[0] ?? shared;
      if (written === undefined || bare(written.text) === '') {
        if (element.graph?.points !== undefined) entity.called = true;
        else this.#noEquation(entity, element.line);
        continue;
      }
      const { graph } = variable.whole;
      const { initial } = variable.whole;
      const content: Content = {
        equations: [written],
        line: element.line,
        ...(element.graph === undefined ? (graph === undefined ? {} : { graph }) : { graph: element.graph }),
        ...(element.initial === undefined
          ? initial === undefined
            ? {}
            : { initial }
          : { initial: element.initial }),
      };
      this.#guard(() => {
        this.#one(entity, places, content, written);
      });
    }
    if (shared === undefined || bare(shared.text) === '') return;
    // Elements that are not named share the one equation.
    for (const places of this.#places(entity)) {
      if (own.has(places.join())) continue;
      this.#guard(() => {
        this.#one(entity, places, variable.whole, shared);
      });
    }
  }

  #guard(write: () => void): void {
    try {
      write();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  #placesOf(entity: Entity, subscript: string, line: number): number[] | undefined {
    const parts = subscript.split(',').map((part) => part.trim());
    const places = parts.map((part, i) => {
      const axis = entity.axes[i];
      if (axis === undefined) return 0;
      const key = keyOf(part);
      const named = axis.elements.findIndex((element) => element.key === key) + 1;
      return named > 0 || !/^\d+$/.test(part) || Number(part) > axis.elements.length ? named : Number(part);
    });
    if (parts.length === entity.axes.length && places.every((place) => place > 0)) return places;
    this.#faults.report(
      'MODEL_SUBSCRIPT',
      line,
      say(xmileTexts.xmileElement, { name: entity.name, sub: subscript }),
      say(xmileTexts.xmileElementHint, {
        dims: entity.axes
          .map(
            (axis) =>
              `${axis.name}: ${axis.elements
                .slice(0, 8)
                .map((e) => e.name)
                .join(', ')}`,
          )
          .join('; '),
      }),
    );
    return undefined;
  }

  #connected(entity: Entity, from: Entity): void {
    const written = { text: from.name, line: entity.variable.line };
    this.#spread(entity, written, (site) => ({
      kind: 'expression',
      expression: this.#translator.ofEntity(from, site),
    }));
  }

  /** Reads the text of an equation. */
  #expression(written: Written, site: Site): Expression {
    const name = site.entity?.name ?? '';
    if (lostData.test(written.text)) this.#lost(written.line, say(xmileTexts.xmileLostData, { name }), name);
    // A quoted name of a module, `m."a/b"`, is quoted as a whole.
    const whole = written.text.replace(/(?<![\w$])([A-Za-z_][\w$]{0,200}\.)"(?=[^"\n]{1,200}")/g, '"$1');
    const text = quoteApostrophes(joinFunctionWords(whole), (of) => this.#isName(of, site));
    const read = readExpression(text, 'xmile');
    if (!isFault(read)) return read;
    const line = written.line + text.slice(0, read.at).split('\n').length - 1;
    if (/^\s*\?\?\?\s*$/.test(written.text)) {
      // xmutil writes this for what it could not carry over from Vensim.
      this.#lost(line, say(xmileTexts.xmileLost, { name }), name);
    }
    const sign = text.slice(Math.max(0, read.at - 1), read.at + 2);
    if (/^[\w\]"]'/.test(sign))
      this.#refuse(line, say(xmileTexts.xmileTranspose), xmileTexts.xmileTransposeHint);
    if (/^.?@\d/.test(sign)) this.#refuse(line, say(xmileTexts.xmilePosition), xmileTexts.xmilePositionHint);
    const spaced = /\b([A-Za-z_]\w{0,40}(?: {1,3}[A-Za-z_]\w{0,40}){1,5}) {0,3}\(/.exec(written.text);
    const [, words = ''] = spaced ?? [];
    if (words !== '' && !/(?:^| )(?:and|or|not|mod|if|then|else)(?: |$)/i.test(words)) {
      const fn = words.slice(0, 80);
      return this.#faults.stop(
        'MODEL_UNKNOWN_NAME',
        line,
        say(xmileTexts.xmileUnknownFunction, { fn }),
        say(xmileTexts.xmileUnknownFunctionHint, { fn }),
      );
    }
    const shownText = `${name} = ${oneLine(written.text)}`;
    this.#faults.add(syntaxProblem(read, { file: this.#faults.file, line, text: shownText }));
    throw new Refused();
  }

  /** Whether a name denotes a variable, also one that could not be read. */
  #isName(of: string, { instance }: Site): boolean {
    const key = keyOf(of);
    return (
      this.#whole.find(of, instance) !== undefined ||
      this.#whole.graph(of, instance) !== undefined ||
      this.#whole.unread.has(instance.prefixKey + key) ||
      this.#whole.unread.has(key)
    );
  }

  /** Reports that the program that wrote the file lost an equation. */
  #lost(line: number, message: Text, name: string): never {
    return this.#faults.stop('MODEL_SYNTAX', line, message, say(xmileTexts.xmileLostHint, { name }));
  }

  #refuse(line: number, what: Text, alternative: Text): never {
    this.#faults.unsupported(line, what, alternative);
    throw new Refused();
  }

  #translated(written: Written, site: Site): Expression {
    return this.#translator.translate(this.#expression(written, site), {
      ...site,
      line: written.line,
    });
  }

  /** The right side of one equation: what is written, through the graph, within the limits of its stock. */
  #right(entity: Entity, content: Content, written: Written, site: Site): RightSide {
    const read = (of: Written, where: Site = site): Expression => this.#translated(of, where);
    const own = (): Expression => {
      const e = this.#translated(written, site);
      const through = content.graph === undefined ? e : this.#through(content.graph, e, entity, site);
      return content.initial === undefined || entity.variable.kind === 'stock'
        ? through
        : call('ACTIVE INITIAL', through, read(content.initial));
    };
    return { kind: 'expression', expression: this.#stocks.right(entity, own, site, read) };
  }

  #through(graph: Graph, x: Expression, entity: Entity, site: Site): Expression {
    if (graph.points !== undefined) return readBy(graph.type, x, { kind: 'table', points: graph.points });
    const { name = '' } = graph;
    const named = this.#whole.graph(name, entity.instance);
    if (named === undefined || named === entity) {
      return this.#faults.stop(
        'MODEL_UNKNOWN_NAME',
        graph.line,
        say(readTexts.unknownName, { name: shown(name) }),
        say(xmileTexts.xmileNotAGraphHint, { name: shown(name) }),
      );
    }
    return this.#translator.graphOf(named, x, site);
  }

  /** The lookups of a variable that is called by name. */
  #lookups(entity: Entity): void {
    const { variable } = entity;
    const name = lookupName(entity);
    const hidden = name === entity.name ? {} : { hiddenIn: entity.name };
    const { graph } = variable.whole;
    const push = (subs: readonly string[], of: Graph): void => {
      if (of.points === undefined) return;
      this.list.push({
        ...this.#about(entity),
        ...hidden,
        name,
        subs,
        right: { kind: 'table', points: of.points },
        line: of.line,
        text: `${name}(${of.points.map(([x, y]) => `(${x},${y})`).join(',')})`,
      });
    };
    const own = variable.elements.filter((element) => element.graph !== undefined);
    if (own.length === 0) {
      if (graph !== undefined)
        push(
          entity.axes.map((axis) => axis.name),
          graph,
        );
      return;
    }
    for (const element of own) {
      const places = this.#placesOf(entity, element.subscript, element.line);
      if (places !== undefined && element.graph !== undefined)
        push(this.#subsAt(entity, places), element.graph);
    }
  }

  #about(entity: Entity): Pick<Equation, 'except' | 'units' | 'comment' | 'sector'> {
    const { variable, instance } = entity;
    return {
      except: [],
      units: this.#units.of(variable.units),
      comment: variable.comment,
      sector: instance.model.sectors.get(variable.key) ?? instance.prefix.slice(0, -1),
    };
  }

  #push(entity: Entity, subs: readonly string[], right: RightSide, written: Written): void {
    if (this.list.length >= maxEquations) {
      this.#faults.stop(
        'MODEL_UNSUPPORTED',
        entity.variable.line,
        say(functionTexts.xmileUnsupported, {
          what: say(xmileTexts.xmileTooManyEquations, { most: maxEquations }),
        }),
        say(xmileTexts.xmileTooManyElementsHint),
      );
    }
    const left = subs.length === 0 ? entity.name : `${entity.name}[${subs.join(',')}]`;
    const text =
      right.kind === 'expression' && (entity.variable.kind === 'stock' || written.text === '')
        ? print(right.expression).replaceAll('XMILE ', '')
        : oneLine(written.text);
    this.list.push({
      ...this.#about(entity),
      name: entity.name,
      subs,
      right,
      line: written.line,
      text: `${left} = ${text}`,
    });
  }
}
