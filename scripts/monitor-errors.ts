import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MonitorEntry } from '@schaalsprong/monitor';

const root = new URL('../', import.meta.url);
const cell = (text: string): string => text.replaceAll('|', '\\|');

const isEntry = (value: unknown): value is MonitorEntry =>
  typeof value === 'object' && value !== null && 'message' in value && 'hint' in value;

/** Every fault and finding of the monitor and its store, from the catalogues of packages/monitor and packages/store. */
export async function monitorEntries(): Promise<readonly (readonly [string, MonitorEntry])[]> {
  const files = globSync('packages/{monitor,store}/src/**/*problems.ts', { cwd: fileURLToPath(root) }).sort();
  const found: (readonly [string, MonitorEntry])[] = [];
  for (const file of files) {
    const exported: Record<string, unknown> = await import(new URL(file, root).href);
    for (const [name, catalogue] of Object.entries(exported)) {
      if (!name.endsWith('Catalogue') || typeof catalogue !== 'object' || catalogue === null) continue;
      for (const [code, entry] of Object.entries(catalogue)) if (isEntry(entry)) found.push([code, entry]);
    }
  }
  return found;
}

/** The table of docs/errors.md for the monitor: what is wrong, what was expected, and what to do. */
export async function monitorTable(): Promise<string> {
  const say = ({ message, expected, hint }: MonitorEntry, lang: 'nl' | 'en'): string => {
    // Where the text itself is filled in, it says nothing here.
    const wanted = expected === undefined || /^\{\w+\}$/.test(expected[lang]) ? '' : `${expected[lang]}. `;
    const word = wanted === '' ? '' : lang === 'nl' ? 'Verwacht: ' : 'Expected: ';
    return cell(`${message[lang]} *${word}${wanted}${hint[lang]}*`);
  };
  return [
    '| code | Nederlands | English |',
    '| --- | --- | --- |',
    ...(await monitorEntries()).map(
      ([code, entry]) => `| \`${code}\` | ${say(entry, 'nl')} | ${say(entry, 'en')} |`,
    ),
  ].join('\n');
}
