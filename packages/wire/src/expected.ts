import type * as z from 'zod/mini';
import type { Text } from './words.ts';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, Text>> = {
  string: { nl: 'een tekst', en: 'a text' },
  number: { nl: 'een getal', en: 'a number' },
  int: { nl: 'een geheel getal', en: 'a whole number' },
  boolean: { nl: 'true of false', en: 'true or false' },
  array: { nl: 'een lijst', en: 'a list' },
  object: { nl: 'een object', en: 'an object' },
  record: { nl: 'een object', en: 'an object' },
};

/** What a place in a value had to hold, in both languages: `een getal`, `een van: "1"`. */
export function expectedIn(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? { nl: issue.expected, en: issue.expected };
    case 'invalid_value': {
      const all = issue.values.map((value) => JSON.stringify(value)).join(', ');
      return { nl: `een van: ${all}`, en: `one of: ${all}` };
    }
    case 'unrecognized_keys': {
      const names = issue.keys.join(', ');
      return { nl: `geen veld ${names}`, en: `no field ${names}` };
    }
    case 'too_small':
      return { nl: `ten minste ${issue.minimum}`, en: `at least ${issue.minimum}` };
    case 'too_big':
      return { nl: `ten hoogste ${issue.maximum}`, en: `at most ${issue.maximum}` };
    case 'invalid_format':
      return { nl: `een tekst in de vorm ${issue.format}`, en: `a text in the form ${issue.format}` };
    default:
      return { nl: 'een andere waarde', en: 'another value' };
  }
}

/** The place in a value that an issue is about: `targets.3.value`; empty for the whole. */
export const placeOf = ({ path }: Pick<Issue, 'path'>): string => path.map(String).join('.');
