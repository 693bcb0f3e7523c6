import { readFileSync } from 'node:fs';
import { compile } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';

/**
 * The model is written so that Vensim opens it as well. Our own reader takes more than Vensim does, so what Vensim
 * asks of a text is held here, after its reference manual and its own files.
 */

const text = readFileSync(new URL('model/brainport.mdl', import.meta.url), 'utf8');
const { variables, dimensions } = compile(text, { file: 'brainport.mdl' });
/** Equations one by one: a variable may have one per element. */
const equations = variables.flatMap((v) =>
  v.equation.split('\n').map((equation) => ({ name: v.name, equation })),
);

/** Where the function that opens the right side ends, or undefined if another thing opens it. */
function closes(right: string): number | undefined {
  if (!/^[A-Z][A-Z0-9 ]*\(/.test(right)) return undefined;
  let depth = 0;
  for (let i = 0; i < right.length; i++) {
    if (right[i] === '(') depth++;
    if (right[i] === ')' && --depth === 0) return i + 1;
  }
  return undefined;
}

/** Whether an equation uses a function that Vensim takes only alone on the right side, and not so. */
function misplaced(equation: string): boolean {
  const right = equation.slice(equation.indexOf('=') + 1).trim();
  const alone = /\b(INITIAL|INTEG|ACTIVE INITIAL|DELAY FIXED|SAMPLE IF TRUE|WITH LOOKUP)\s*\(/g;
  const used = [...right.matchAll(alone)];
  if (used.length === 0) return false;
  return used.length > 1 || used[0]?.index !== 0 || closes(right) !== right.length;
}

describe('the text of the region model', () => {
  it('begins with its encoding and holds no sign outside it', () => {
    expect(text.startsWith('{UTF-8}\n')).toBe(true);
    expect([...text].filter((sign) => sign > '~')).toEqual([]);
  });

  it('ends with a sketch section and its settings, by Euler, in the form that Vensim writes', () => {
    const sketch = text.slice(text.indexOf('\\\\\\---///')).split('\n');
    expect(sketch.slice(0, 3)).toEqual([
      '\\\\\\---/// Sketch information - do not modify anything except names',
      'V300  Do not put anything below this section - it will be ignored',
      '*View 1',
    ]);
    expect(sketch.indexOf('///---\\\\\\')).toBeGreaterThan(2);
    expect(sketch).toContain('15:0,0,0,0,0,0');
  });

  it('names variables in letters, digits and spaces, so that none needs quotes', () => {
    const odd = variables.filter((v) => !/^[A-Za-z][A-Za-z0-9 ]*$/.test(v.name));
    expect(odd.map((v) => v.name)).toEqual([]);
  });

  it('gives no variable the name of a dimension or an element', () => {
    const taken = new Set(
      dimensions.flatMap((d) => [d.name, ...d.elements]).map((name) => name.toLowerCase()),
    );
    expect(variables.filter((v) => taken.has(v.name.toLowerCase())).map((v) => v.name)).toEqual([]);
  });

  it('uses functions that define the kind of a variable alone on the right side', () => {
    expect(misplaced('a = 2 * INITIAL(b)')).toBe(true);
    expect(misplaced('a = INITIAL(b) + 1')).toBe(true);
    expect(misplaced('a = INITIAL((b + 1) * c)')).toBe(false);
    expect(equations.filter((e) => misplaced(e.equation)).map((e) => e.name)).toEqual([]);
  });

  it('closes every definition with two tildes and a bar, and has neither in a comment', () => {
    const body = text.slice(text.indexOf('\n'), text.indexOf('\\\\\\---///'));
    const definitions = body.split('|').slice(0, -1);
    const wrong = definitions.filter((d) => d.split('~').length !== (/\*{4}/.test(d) ? 2 : 3));
    expect(wrong).toEqual([]);
  });
});
