import type { Fill, Text } from '@schaalsprong/words';
import type { Fact, FactKey } from '../facts.ts';
import { monitorProblem } from '../problems.ts';
import { type ChecksCode, checksCatalogue } from './problems.ts';

/** A figure, or a whole series, that must not be taken before a person has looked at it. */
export interface Doubt extends FactKey {
  readonly code: ChecksCode;
  /** what is wrong, what was expected, what to do */
  readonly text: Text;
  /** as it would be taken; null where it could not be read as a figure, or where it is about more than one */
  readonly fact: Fact | null;
  /** what the source wrote */
  readonly found: string;
}

/**
 * A doubt in words.
 *
 * @param code why
 * @param about key of the figure; `area` and `period` empty where it is about a whole series
 * @param found what the source wrote
 * @param fact as it would be taken; null where there is none
 * @param values for what the text of the code has between braces besides the key and `found`
 * @param place file and line, where it has one; only people read it, so that a finding is the same wherever it stands
 */
export function doubt(
  code: ChecksCode,
  { series, area, period }: FactKey,
  found: string,
  fact: Fact | null,
  values: Readonly<Record<string, Fill>> = {},
  place = '',
): Doubt {
  const { message, expected, hint } = monitorProblem(checksCatalogue, code, '', {
    series,
    area,
    period,
    found,
    ...values,
  });
  const join = (lang: 'nl' | 'en', word: string): string =>
    `${place === '' ? '' : `${place}: `}${message[lang]}${expected === null ? '' : ` ${word} ${expected[lang]}.`} ${hint[lang]}`;
  return {
    series,
    area,
    period,
    code,
    fact,
    found,
    text: { nl: join('nl', 'Verwacht:'), en: join('en', 'Expected:') },
  };
}
