import { type Lang, nearest } from '@schaalsprong/words';
import type { Given, Option, Options } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Whether a text is a finite number, with a point or an exponent. */
export const isNumber = (text: string): boolean =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));

/** Names with commas between them; a comma within brackets or quotes is part of a name. */
export function splitNames(text: string): string[] {
  return (text.match(/(?:"(?:\\.|[^"\\])*"|\[[^\]]*\]|[^,])+/g) ?? [])
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * The parsed words of a command, with its options checked as they are asked for.
 *
 * @param options those that the command declares
 * @param rest words that are no option
 * @param given per option its values, in the order of the command line
 */
export function givenOf(
  lang: Lang,
  options: Options,
  rest: readonly string[],
  given: ReadonlyMap<string, readonly string[]>,
): Given {
  const wrong: Given['wrong'] = (key, values, near) => {
    throw new UsageError(lang, key, values, near);
  };
  const all = (name: string): readonly string[] => given.get(name) ?? [];
  const value = (name: string): string | null => all(name).at(-1) ?? null;
  const number = (name: string): number | null => {
    const option: Option | undefined = options[name];
    if (option?.type !== 'count' && option?.type !== 'number') throw new Error(`--${name} is no number`);
    const { type, min, max } = option;
    const text = value(name);
    if (text === null) return typeof option.default === 'number' ? option.default : null;
    const whole = type === 'count';
    const read = (whole ? /^\d+$/.test(text) : isNumber(text)) ? Number(text) : Number.NaN;
    if (read >= min && read <= max && (!whole || Number.isSafeInteger(read))) return read;
    return wrong(whole ? 'not-count' : 'not-number', { what: `--${name}`, min, max, value: text });
  };
  const among: Given['among'] = (name, text, known) =>
    known.find((one) => one === text) ??
    wrong('not-one-of', { what: `--${name}`, known: known.join(', '), value: text }, nearest(text, known));
  return {
    lang,
    rest,
    value,
    all,
    names: (name) => all(name).flatMap(splitNames),
    count: number,
    number,
    oneOf: (name) => {
      const option = options[name];
      if (option?.type !== 'choice') throw new Error(`--${name} is no choice`);
      const text = value(name);
      return text === null ? null : among(name, text, option.known);
    },
    among,
    atMostOne: (names) => {
      const found = names.filter((name) => given.has(name));
      if (found.length > 1) wrong('one-form', { known: names.map((name) => `--${name}`).join(', ') });
      return found[0] ?? null;
    },
    wrong,
  };
}
