import { say } from '../../problems/say.ts';
import { canonical } from '../../syntax/names.ts';
import type { Faults } from './faults.ts';
import { shown } from './names.ts';
import { xmileTexts } from './texts.ts';
import { attribute, child, childrenNamed, type Tag, textOf } from './xml.ts';

/** Units of a file, as the unit checker of the resolver takes them. */
export interface Units {
  /** Names of one unit each. */
  readonly synonyms: readonly (readonly string[])[];
  /** A unit of a variable, with the units that the file defines by others written out. */
  of(text: string): string;
}

const word = /[^\s*/()^-][^*/()^]*/g;

/** A minus sign between units multiplies them (XMILE 1.0, 3.3.6). */
const times = (unit: string): string => unit.replace(/(?<=[\w)\s])-(?=[\w(\s])/g, '*');

/** Limits on the nesting of unit definitions and on the length of a unit. */
const maxNesting = 20;
const maxLength = 10_000;

/** Reads `<model_units>` (XMILE 1.0, 2.4): a unit has other names, and may be defined by others. */
export function readUnits(root: Tag, faults: Faults): Units {
  const synonyms: string[][] = [];
  const definitions = new Map<string, string>();
  for (const unit of childrenNamed(child(root, 'model_units') ?? { ...root, children: [] }, 'unit')) {
    const name = shown(attribute(unit, 'name'));
    if (name === '' || unit.attributes.get('disabled')?.toLowerCase() === 'true') continue;
    const names = [name, ...childrenNamed(unit, 'alias').map((alias) => shown(alias.text))];
    const equation = textOf(unit, 'eqn');
    if (equation === '' || equation === '1') {
      if (equation === '1') for (const own of names) definitions.set(canonical(own), '1');
      else if (names.length > 1) synonyms.push(names);
    } else {
      for (const own of names) definitions.set(canonical(own), equation);
    }
  }
  const expanded = new Map<string, string>();
  const open = new Set<string>();
  const loop = (unit: string): string => {
    const shownUnit = unit.slice(0, 40);
    faults.report(
      'MODEL_LOOP',
      root.line,
      say(xmileTexts.xmileUnitLoop, { unit: shownUnit }),
      say(xmileTexts.xmileUnitLoopHint),
    );
    return '1';
  };
  const definitionOf = (key: string, definition: string): string => {
    const known = expanded.get(key);
    if (known !== undefined) return known;
    if (open.has(key) || open.size > maxNesting) return loop(key);
    open.add(key);
    const text = expand(definition);
    open.delete(key);
    expanded.set(key, text);
    return text;
  };
  const expand = (text: string): string => {
    let length = text.length;
    return text.replace(word, (written) => {
      const key = canonical(shown(written));
      const definition = definitions.get(key);
      if (definition === undefined || canonical(definition) === key) return written;
      const whole = length > maxLength ? loop(key) : definitionOf(key, times(definition));
      length += whole.length;
      return `(${whole})`;
    });
  };
  return {
    synonyms,
    of: (text) => {
      const written = times(text.replace(/^per\s+(?=\S)/i, '1/'));
      return definitions.size === 0 ? written : expand(written);
    },
  };
}
