import { say } from '../../problems/say.ts';
import type { Equation, Macro } from '../../syntax/ast.ts';
import type { ParsedModel } from '../../syntax/parsed-model.ts';
import { readExpression } from '../expression.ts';
import { isFault } from '../read-fault.ts';
import { Dimensions } from './dimensions.ts';
import { Equations } from './equations.ts';
import { Faults } from './faults.ts';
import { Whole } from './flatten.ts';
import type { Place } from './functions.ts';
import { keyOf, shown } from './names.ts';
import { keepNonNegative } from './non-negative.ts';
import { readSpecs, type Specs } from './specs.ts';
import { Stocks } from './stocks.ts';
import { type Defaults, type Model, readDefaults, readModel, type Variable } from './structure.ts';
import { xmileTexts } from './texts.ts';
import { type MacroForm, Translator } from './translate.ts';
import { readUnits, type Units } from './units.ts';
import { attribute, child, childrenNamed, readXml, type Tag, textOf } from './xml.ts';

/** Whether a text is XMILE rather than Vensim: its first tag says so. */
export const isXmile = (source: string): boolean =>
  /^[\uFEFF\s]*<(?:\?xml|!--|!DOCTYPE|(?:\w+:)?xmile\b)/i.test(source.slice(0, 1000));

/** Placeholder for settings that cannot be read, so that the rest is still checked. */
const noSpecs: Specs = { start: 0, stop: 1, step: 1, saveEvery: 1, method: 'euler', timeUnits: '', line: 1 };

/**
 * Reads XMILE 1.0 (OASIS, 2015) and what Stella writes of it (`.stmx`): models, modules, arrays, graphical functions,
 * macros, non-negative stocks and flows, conveyors, queues. What is not computed is refused by name.
 * Never throws for a fault in the text.
 */
export function readXmile(source: string, file: string): ParsedModel {
  const faults = new Faults(file);
  // That times are missing in what cannot be read is no second fault.
  const unread = new Set<string>(['initial time', 'final time', 'time step', 'saveper']);
  const empty = { equations: [], dimensions: [], unitSynonyms: [], unread, problems: faults.problems };
  const xml = readXml(source, file);
  if ('problem' in xml) {
    faults.add(xml.problem);
    return empty;
  }
  const { root, repaired } = xml;
  if (root.name.toLowerCase() !== 'xmile') {
    faults.report(
      'MODEL_SYNTAX',
      root.line,
      say(xmileTexts.xmileRoot, { tag: root.name }),
      say(xmileTexts.xmlHint),
      say(xmileTexts.xmlExpected),
    );
    return empty;
  }
  for (const include of childrenNamed(child(root, 'header') ?? root, 'includes'))
    faults.unsupported(include.line, '<include>', xmileTexts.xmileIncludeHint);

  const specs = readSpecs(root, faults);
  const place = placeOf(root, specs ?? noSpecs);
  const dimensions = new Dimensions(root, faults);
  const defaults = readDefaults(root, { stock: undefined, flow: undefined });
  const models = childrenNamed(root, 'model').map((tag) => readModel(tag, defaults, faults, unread));
  if (models.length === 0) {
    faults.report('MODEL_SYNTAX', root.line, say(xmileTexts.xmileNoModelAtAll), say(xmileTexts.xmlHint));
    return empty;
  }
  const units = readUnits(root, faults);
  const macroTags = childrenNamed(root, 'macro');
  const forms = macroForms(macroTags, faults);
  const macros = macroTags.flatMap((tag) =>
    readMacro(tag, { place, dimensions, defaults, forms, faults, units }),
  );
  checkMethod(root, models, place, faults);
  const equations = equationsOf(models, { place, dimensions, forms, faults, unread, units });
  return {
    equations: specs === undefined ? equations : [...equations, ...timeEquations(specs, equations)],
    dimensions: dimensions.list,
    unitSynonyms: units.synonyms,
    unread,
    problems: faults.problems,
    warnings: repaired.map((tag) => ({
      code: 'MODEL_SYNTAX',
      message: say(xmileTexts.xmlRepaired, tag),
      file,
      line: tag.line,
      hint: say(xmileTexts.xmlHint),
    })),
    ...(macros.length === 0 ? {} : { macros }),
    ...(specs === undefined ? {} : { settings: specs }),
  };
}

interface Shared {
  readonly place: Place;
  readonly dimensions: Dimensions;
  readonly forms: ReadonlyMap<string, MacroForm>;
  readonly faults: Faults;
  readonly units: Units;
}

function placeOf(root: Tag, specs: Specs): Place {
  const header = child(root, 'header');
  const vendor = header === undefined ? '' : textOf(header, 'vendor');
  return { specs, vensim: /^ventana/i.test(vendor), stella: /^isee/i.test(vendor) };
}

/** Vensim writes RK4 into every file, whatever the model was run with, so that there it says nothing. */
function checkMethod(root: Tag, models: readonly Model[], { specs, vensim }: Place, faults: Faults): void {
  const specsTag = child(root, 'sim_specs');
  const written = specsTag === undefined ? '' : attribute(specsTag, 'method');
  const flows = models.some(({ variables }) =>
    variables.some((v) => v.inflows.length + v.outflows.length > 0),
  );
  if (!vensim || !flows || !/^\s*rk4\s*$/i.test(written)) return;
  if (/xmutil/i.test(textOf(child(root, 'header') ?? root, 'vendor'))) return;
  faults.report(
    'MODEL_TIME',
    specs.line,
    say(xmileTexts.xmileVensimMethod),
    say(xmileTexts.xmileVensimMethodHint),
  );
}

function equationsOf(
  models: readonly Model[],
  { place, dimensions, forms, faults, unread, units }: Shared & { unread: Set<string> },
): readonly Equation[] {
  const whole = new Whole(models, dimensions, faults, unread);
  const translator = new Translator(whole, dimensions, forms, place, faults);
  const stocks = new Stocks(whole, translator, place.specs, faults);
  const written = new Equations(whole, translator, stocks, faults, units).write();
  return keepNonNegative(written, stocks, place.specs);
}

/** INITIAL TIME and its like, for models that count with them and for those who look for them in the results. */
function timeEquations(specs: Specs, equations: readonly Equation[]): Equation[] {
  const known = new Set(equations.map((equation) => keyOf(equation.name)));
  const { start, stop, step, saveEvery } = specs;
  return Object.entries({
    'INITIAL TIME': start,
    'FINAL TIME': stop,
    'TIME STEP': step,
    SAVEPER: saveEvery,
  })
    .filter(([name]) => !known.has(keyOf(name)))
    .map(([name, value]) => ({
      name,
      subs: [],
      except: [],
      right: { kind: 'expression', expression: { kind: 'number', value, text: String(value) } },
      units: specs.timeUnits,
      comment: '',
      sector: '',
      line: specs.line,
      text: `${name} = ${value}`,
    }));
}

function macroForms(tags: readonly Tag[], faults: Faults): Map<string, MacroForm> {
  const forms = new Map<string, MacroForm>();
  for (const tag of tags) {
    const name = attribute(tag, 'name');
    if (forms.has(keyOf(name))) {
      faults.unsupported(
        tag.line,
        say(xmileTexts.xmileMacroTwice, { name: shown(name) }),
        xmileTexts.xmileMacroTwiceHint,
      );
      continue;
    }
    const parameters = childrenNamed(tag, 'parm');
    const defaults = parameters.map((parameter) => {
      const written = parameter.attributes.get('default');
      if (written === undefined) return undefined;
      const read = readExpression(written, 'xmile');
      if (!isFault(read) && (read.kind === 'number' || read.kind === 'negative')) return read;
      const place = parameters.findIndex((other) => keyOf(other.text) === keyOf(written));
      if (place >= 0) return place;
      faults.unsupported(parameter.line, `<parm default="${written}">`, xmileTexts.xmileParameterHint);
      return undefined;
    });
    forms.set(keyOf(name), { name: shown(name), inputs: parameters.length, defaults });
  }
  return forms;
}

function readMacro(tag: Tag, shared: Shared & { defaults: Defaults }): Macro[] {
  const { faults, defaults } = shared;
  const name = shown(attribute(tag, 'name'));
  if (tag.attributes.has('filter')) {
    faults.unsupported(tag.line, say(xmileTexts.xmileFilter, { name }), xmileTexts.xmileFilterHint);
    return [];
  }
  const own = child(tag, 'sim_specs');
  if (own !== undefined) {
    faults.unsupported(own.line, say(xmileTexts.xmileMacroSpecs, { name }), xmileTexts.xmileMacroSpecsHint);
    return [];
  }
  const inputs = childrenNamed(tag, 'parm').map((parameter) => shown(parameter.text));
  const eqn = child(tag, 'eqn');
  const model = readModel(
    { ...tag, children: tag.children.filter((c) => c !== eqn) },
    defaults,
    faults,
    new Set(),
  );
  const blank = (key: string, kind: 'aux', shownName: string): Variable => ({
    kind,
    name: shownName,
    key,
    line: tag.line,
    dimensions: [],
    whole: { equations: [], line: tag.line },
    elements: [],
    inflows: [],
    outflows: [],
    nonNegative: undefined,
    input: true,
    units: '',
    comment: '',
  });
  const parameters = inputs.map((input) => blank(keyOf(input), 'aux', input));
  const output: Variable = {
    ...blank(keyOf(name), 'aux', name),
    whole: { equations: [{ text: eqn?.text ?? '', line: eqn?.line ?? tag.line }], line: tag.line },
  };
  // `<eqn>` may name a variable of the macro that has the macro's own name.
  const named = model.variables.some((variable) => variable.key === output.key);
  const inner: Model = {
    ...model,
    key: '',
    variables: [...parameters, ...model.variables, ...(named ? [] : [output])],
  };
  const unread = new Set(parameters.map((parameter) => parameter.key));
  const equations = equationsOf([inner], { ...shared, unread }).filter(
    (equation) => !inputs.some((input) => keyOf(input) === keyOf(equation.name)),
  );
  return [{ name, inputs, outputs: [name], equations, line: tag.line }];
}
