import type { CsvAbout } from '@schaalsprong/tables/csv';
import type { Text } from '@schaalsprong/wire';
import type { Lang } from '@schaalsprong/words';
import type { FastifyRequest } from 'fastify';
import type { ServerState } from '../server-state.ts';
import { type Body, csvBody } from './body.ts';
import { baseOf } from './send.ts';

/** What is to be said of a table, in both languages. */
export interface TableMeaning {
  readonly title: Text;
  readonly unit: Text;
  /** who published the figures; nothing where they are of the agenda or were computed here */
  readonly source?: Text;
  /** path with query of the page that shows it, without its language */
  readonly page: string;
}

/** Units of a table whose rows have each their own. */
export const unitByRow: Text = { nl: 'zie de kolom unit', en: 'see the column unit' };

const product = 'Schaalsprong';

/** What a table says of itself once it has left the server: decision 0059. */
export function aboutTable(
  request: FastifyRequest,
  { agenda: { region }, monitor }: Pick<ServerState, 'agenda' | 'monitor'>,
  lang: Lang,
  { title, unit, source, page }: TableMeaning,
): CsvAbout {
  const { agenda, model, data } = region.hashes;
  const hashes = Object.entries({ agenda, model, data }).map(([name, hash]) => `${name} ${hash.slice(0, 8)}`);
  const published = source === undefined || source[lang] === '' ? [] : [source[lang]];
  return {
    title: `${title[lang]}, ${region.title[lang]}`,
    unit: unit[lang],
    source: [...published, product, ...hashes].join(' · '),
    retrieved: monitor.view().today,
    address: `${baseOf(request, monitor.address)}${lang === 'nl' ? '' : '/en'}${page}`,
  };
}

/** Keeps the last table that was made, as long as what it was made from and what it says of itself are the same. */
export function lastTable<T extends object>(
  make: (from: T, about: CsvAbout) => string,
): (from: T, about: CsvAbout) => Body {
  let last: { readonly from: T; readonly key: string; readonly body: Body } | undefined;
  return (from, about) => {
    const key = JSON.stringify(about);
    if (last?.from !== from || last.key !== key) last = { from, key, body: csvBody(make(from, about)) };
    return last.body;
  };
}
