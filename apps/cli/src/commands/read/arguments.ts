import type { PageRange, ReadLimits } from '@schaalsprong/reading/documents';
import type { Given } from './options.ts';
import type { ReadRequest } from './request.ts';

/** What is less certain than this, `--accept all` leaves for a person. */
const usuallyCertain = 0.7;
const mega = 1024 * 1024;

/** `3-10`, or `7` alone. */
function pageRange(text: string | null, wrong: Given['wrong']): PageRange | null {
  if (text === null) return null;
  const [, first, last] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text) ?? [];
  const from = Number(first);
  const to = last === undefined ? from : Number(last);
  if (!(from >= 1 && to >= from)) wrong('not-pages', { value: text });
  return { from, to };
}

/**
 * The words after `read`.
 *
 * @throws UsageError that says what is wrong
 */
export function readRequest({
  lang,
  rest,
  value,
  names,
  count,
  oneOf,
  atMostOne,
  wrong,
}: Given): ReadRequest {
  const [file = null] = rest;
  const form = atMostOne(['json', 'csv', 'text']) ?? 'table';
  const [into, accept, choices] = [value('into'), value('accept'), value('choices')];
  const reject = names('reject');
  const decides = accept !== null || choices !== null || reject.length > 0;
  if (file === null && !decides) wrong('no-document');
  if (file !== null && decides) wrong('decide-apart');
  const only = (name: 'accept' | 'reject' | 'choices' | 'name' | 'force'): void => {
    if (value(name) !== null && into === null) {
      wrong('only-with', { what: `--${name}`, other: '--into' });
    }
  };
  for (const name of ['accept', 'reject', 'choices', 'name', 'force'] as const) only(name);
  if (into !== null && value('region') !== null) {
    wrong('one-form', { known: '--into, --region' });
  }
  // Lines of a part are not lines of the document, and a claim names its line.
  if (into !== null && value('pages') !== null) wrong('one-form', { known: '--into, --pages' });
  const certain = value('certain');
  const share = certain === null ? null : Number(certain);
  if (certain !== null && share !== null && !(share >= 0 && share <= 1)) {
    wrong('not-certain', { value: certain });
  }
  const limits: Partial<Record<keyof ReadLimits, number>> = {};
  const raise = (key: keyof ReadLimits, name: Parameters<typeof count>[0], unit: number): void => {
    const given = count(name);
    if (given !== null) limits[key] = given * unit;
  };
  raise('pages', 'max-pages', 1);
  raise('bytes', 'max-mb', mega);
  raise('characters', 'max-characters', 1);
  raise('seconds', 'max-seconds', 1);
  return {
    lang,
    file,
    form,
    region: value('region'),
    into,
    name: value('name'),
    force: value('force') !== null,
    pages: pageRange(value('pages'), wrong),
    language: oneOf('language'),
    limits,
    accept: accept === 'all' ? 'all' : accept === null ? null : names('accept'),
    reject,
    choices,
    certain: share ?? (decides ? usuallyCertain : 0),
    published: value('published'),
    out: value('out'),
  };
}
