import type { ModelProblem } from '../../problems/problems.ts';
import { say, type Text } from '../../problems/say.ts';
import { commonTexts } from '../../problems/texts.ts';
import type { Dimension, Equation, Macro, RunSettings } from '../../syntax/ast.ts';
import { canonical } from '../../syntax/names.ts';
import type { ParsedModel } from '../../syntax/parsed-model.ts';
import { isFault, reading, syntaxProblem } from '../read-fault.ts';
import { readTexts } from '../texts.ts';
import { DefinitionReader } from './definition.ts';
import { type Definition, oneLine, placesIn, type SettingsRow, splitSource } from './split.ts';
import { vensimTexts } from './texts.ts';

/**
 * Reads Vensim text (.mdl): the equations, the macros, and of the sketch that follows them only the settings that bear on
 * a run. Never throws for a fault in the text: every fault is a problem with its line, and reading goes on behind it.
 * Takes time in proportion to the text.
 */
export function readVensim(written: string, file: string): ParsedModel {
  return new VensimReader(written, file).read();
}

/**
 * Ways of integration by their number in row 15: Euler; Runge-Kutta 4 with steps chosen by Vensim, which we take with the
 * fixed TIME STEP; Runge-Kutta 2, chosen and fixed; Runge-Kutta 4, fixed. 2 is "difference", which no model of ours needs.
 */
const methods: Readonly<Record<number, RunSettings['method']>> = {
  0: 'euler',
  1: 'rk4',
  3: 'rk2',
  4: 'rk2',
  5: 'rk4',
};

/** Of these, those whose steps Vensim chooses itself. */
const ownStep: readonly number[] = [1, 3];

/** Aliases of data files, row 30: `?data=prices.xlsx`. */
function fileAliases(settings: readonly SettingsRow[]): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const { code, text } of settings) {
    const [, alias = '', name = ''] = code === 30 ? (/^\s*(\?[^=]*?)\s*=\s*(.*?)\s*$/.exec(text) ?? []) : [];
    if (alias !== '') aliases.set(alias.toLowerCase(), name);
  }
  return aliases;
}

const shorten = (text: string): string => oneLine(text).slice(0, 80);

/** Comments in braces, nested or not, made one space; those within quotes are none. */
function withoutComments(text: string): string {
  if (!text.includes('{')) return text;
  let kept = '';
  let open = 0;
  let quoted = false;
  for (const char of text) {
    if (open === 0 && char === '"') quoted = !quoted;
    if (!quoted && char === '{') open++;
    if (open === 0) kept += char;
    if (!quoted && open > 0 && char === '}' && --open === 0) kept += ' ';
  }
  return kept;
}

class VensimReader {
  readonly #file: string;
  readonly #split: ReturnType<typeof splitSource>;
  readonly #place: ReturnType<typeof placesIn>;
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #equations: Equation[] = [];
  readonly #dimensions: Dimension[] = [];
  readonly #macros: (Macro & { equations: Equation[] })[] = [];
  readonly #problems: ModelProblem[] = [];
  readonly #warnings: ModelProblem[] = [];
  readonly #unread = new Set<string>();

  constructor(written: string, file: string) {
    this.#file = file;
    this.#split = splitSource(written);
    this.#place = placesIn(this.#split.source);
    this.#aliases = fileAliases(this.#split.settings);
  }

  read(): ParsedModel {
    this.#readMacros();
    const { openComment } = this.#split;
    if (openComment !== undefined) {
      const { line } = this.#place(openComment);
      this.#fault(say(vensimTexts.openComment, { line }), line, say(vensimTexts.openCommentHint));
    }
    for (const definition of this.#split.definitions) this.#readDefinition(definition);
    const settings = this.#runSettings();
    const macros = this.#macros.filter((macro) => macro.name !== '');
    return {
      equations: this.#equations,
      dimensions: this.#dimensions,
      unitSynonyms: this.#split.settings
        .filter((row) => row.code === 22)
        .map((row) => row.text.split(',').map((name) => name.trim())),
      ...(macros.length === 0 ? {} : { macros }),
      ...(settings === undefined ? {} : { settings }),
      unread: this.#unread,
      problems: this.#problems,
      ...(this.#warnings.length === 0 ? {} : { warnings: this.#warnings }),
    };
  }

  #readMacros(): void {
    for (const { header, from, closed } of this.#split.macros) {
      const { line } = this.#place(from);
      const read = reading(from, () => new DefinitionReader(header).macroHeader());
      if (isFault(read)) {
        const text = oneLine(`:MACRO:${header}`);
        this.#problems.push(syntaxProblem(read, { file: this.#file, ...this.#place(read.at), text }));
        this.#forget(header);
      } else if (!closed) {
        // Where the macro ends is not known: what follows is read as the model's, and its inputs are not unknown names.
        this.#fault(say(vensimTexts.openMacro, { name: read.name }), line, say(vensimTexts.openMacroHint));
        for (const name of [...read.inputs, ...read.outputs]) this.#unread.add(canonical(name));
      }
      const whole = !isFault(read) && closed;
      this.#macros.push(
        whole ? { ...read, equations: [], line } : { name: '', inputs: [], outputs: [], equations: [], line },
      );
    }
  }

  #readDefinition(definition: Definition): void {
    const { line } = this.#place(definition.from);
    const structure = this.#structureFault(definition);
    if (structure !== undefined) {
      if (definition.closed || this.#split.openComment === undefined)
        this.#fault(structure, line, say(readTexts.syntaxHint, { text: shorten(definition.text) }));
      this.#forget(definition.text);
      return;
    }
    const parsed = reading(definition.from, () =>
      new DefinitionReader(definition.text, this.#aliases).definition(),
    );
    if (isFault(parsed)) {
      this.#problems.push(
        syntaxProblem(parsed, {
          file: this.#file,
          ...this.#place(parsed.at),
          text: oneLine(definition.text),
        }),
      );
      this.#forget(definition.text);
    } else if (parsed.kind === 'dimension') {
      this.#dimensions.push({ ...parsed.dimension, line });
    } else if (parsed.kind === 'check') {
      this.#warnings.push({
        code: 'MODEL_UNSUPPORTED',
        message: say(vensimTexts.realityCheck, { name: parsed.name }),
        file: this.#file,
        line,
        hint: say(vensimTexts.realityCheckHint),
      });
    } else {
      const { kind: _, ...equation } = parsed;
      const { units, comment, sector } = definition;
      const text = oneLine(withoutComments(definition.text));
      const home =
        definition.macro === undefined ? this.#equations : this.#macros[definition.macro]?.equations;
      home?.push({ ...equation, units, comment, sector, line, text });
    }
  }

  #structureFault(definition: Definition): Text | undefined {
    const { text: whole, closed, parts } = definition;
    if (closed && parts >= 2 && parts <= 4) return undefined;
    const text = shorten(whole);
    if (!closed) return say(vensimTexts.unclosed, { text });
    return parts < 2 ? say(vensimTexts.missingParts, { text }) : say(vensimTexts.notClosed, { text });
  }

  #fault(message: Text, line: number, hint: Text): void {
    this.#problems.push({
      code: 'MODEL_SYNTAX',
      message,
      file: this.#file,
      line,
      expected: say(commonTexts.syntaxExpected),
      hint,
    });
  }

  /** Error recovery: the name of a definition that cannot be parsed is not reported as unknown. */
  #forget(text: string): void {
    const name = reading(0, () => new DefinitionReader(text).takeName() ?? '');
    if (typeof name === 'string') this.#unread.add(canonical(name));
  }

  /** Row 15 of the settings: its fourth number says how stocks are carried over a step. */
  #runSettings(): RunSettings | undefined {
    const row = this.#split.settings.find(({ code }) => code === 15);
    if (row === undefined) return undefined;
    const { line } = this.#place(row.from);
    // Without the fourth number it is Euler.
    const [, , , written = '0'] = row.text.split(',');
    const code = Number(written);
    const method = methods[code];
    if (method === 'euler') return undefined;
    if (method === undefined) {
      this.#problems.push({
        code: 'MODEL_UNSUPPORTED',
        message: say(vensimTexts.integration, { code: written }),
        file: this.#file,
        line,
        expected: say(vensimTexts.integrationExpected),
        hint: say(vensimTexts.integrationHint),
      });
      return undefined;
    }
    if (ownStep.includes(code)) {
      this.#warnings.push({
        code: 'MODEL_TIME',
        message: say(vensimTexts.integrationStep, {
          method: method === 'rk4' ? 'Runge-Kutta 4' : 'Runge-Kutta 2',
        }),
        file: this.#file,
        line,
        hint: say(vensimTexts.integrationStepHint),
      });
    }
    return { method, line };
  }
}
