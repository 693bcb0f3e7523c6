import { choiceCatalogue } from './documents/choice-problems.ts';
import { readCatalogue } from './documents/problems.ts';
import { type CatalogueEntry, catalogue } from './problems.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The catalogue of problems as a Markdown table, for docs/errors.md: what is wrong, then what to do. */
export const catalogueTable = (): string =>
  [
    '| code | Nederlands | English |',
    '| --- | --- | --- |',
    ...Object.entries({ ...catalogue, ...readCatalogue, ...choiceCatalogue }).map(
      ([code, entry]: [string, CatalogueEntry]) => {
        const say = (lang: 'nl' | 'en') => cell(`${entry.message[lang]} *${entry.hint[lang]}*`);
        return `| \`${code}\` | ${say('nl')} | ${say('en')} |`;
      },
    ),
  ].join('\n');
