import { type CatalogueEntry, catalogue } from './problems.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/**
 * A catalogue of problems as a Markdown table, for docs/errors.md: what is wrong, then what to do.
 * @param entries by code; those of the content of a region where left out
 */
export const catalogueTable = (entries: Readonly<Record<string, CatalogueEntry>> = catalogue): string =>
  [
    '| code | Nederlands | English |',
    '| --- | --- | --- |',
    ...Object.entries(entries).map(([code, entry]) => {
      const say = (lang: 'nl' | 'en') => cell(`${entry.message[lang]} *${entry.hint[lang]}*`);
      return `| \`${code}\` | ${say('nl')} | ${say('en')} |`;
    }),
  ].join('\n');
