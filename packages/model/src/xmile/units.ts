import { canonical } from '../names.ts';
import { say } from '../texts.ts';
import type { Faults } from './faults.ts';
import { shown } from './names.ts';
import { child, childrenNamed, type Tag } from './xml.ts';

/** Units of a file, as the unit checker of the resolver takes them. */
export interface Units {
  /** Names of one unit each. */
  readonly synonyms: readonly (readonly string[])[];
  /** A unit of a variable, with the units that the file defines by others written out. */
  of(text: string): string;
}

const word = /[^\s*/()^-][^*/()^]*/g;

/** Definitions by each other, deeper than this, go round. */
const mostNested = 20;

/** Reads `<model_units>` (XMILE 1.0, 2.4): a unit has other names, and may be defined by others. */
export function readUnits(root: Tag, faults: Faults): Units {
  const synonyms: string[][] = [];
  const definitions = new Map<string, string>();
  for (const unit of childrenNamed(child(root, 'model_units') ?? { ...root, children: [] }, 'unit')) {
    const name = shown(unit.attributes.get('name') ?? '');
    if (name === '' || unit.attributes.get('disabled')?.toLowerCase() === 'true') continue;
    const names = [name, ...childrenNamed(unit, 'alias').map((alias) => shown(alias.text))];
    const equation = (child(unit, 'eqn')?.text ?? '').trim();
    if (equation === '' || equation === '1') {
      if (equation === '1') for (const own of names) definitions.set(canonical(own), '1');
      else if (names.length > 1) synonyms.push(names);
    } else {
      for (const own of names) definitions.set(canonical(own), equation);
    }
  }
  const expand = (text: string, depth: number): string => {
    if (depth > mostNested) {
      faults.tell(
        'MODEL_LOOP',
        root.line,
        say('xmileUnitLoop', { unit: text.slice(0, 40) }),
        say('xmileUnitLoopHint'),
      );
      return '1';
    }
    return text.replace(word, (name) => {
      const definition = definitions.get(canonical(shown(name)))?.replace(/(?<=[\w)\s])-(?=[\w(\s])/g, '*');
      if (definition === undefined || canonical(definition) === canonical(name)) return name;
      return `(${expand(definition, depth + 1)})`;
    });
  };
  return {
    synonyms,
    of: (text) => {
      // A minus sign between units multiplies them (XMILE 1.0, 3.3.6).
      const written = text.replace(/^per\s+(?=\S)/i, '1/').replace(/(?<=[\w)\s])-(?=[\w(\s])/g, '*');
      return definitions.size === 0 ? written : expand(written, 0);
    },
  };
}
