import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { filesInMemory, loadRegion } from '@schaalsprong/agenda';
import { parsePeriod } from '@schaalsprong/agenda/periods';
import {
  isProposalsName,
  kebab,
  type NewRegion,
  newRegion,
  proposalsOf,
  ReadError,
  starterQualifiers,
} from '@schaalsprong/reading/documents';
import { readDocumentFile } from '@schaalsprong/reading/node';
import { fill, type Lang } from '@schaalsprong/words';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { UsageError } from '../../command/usage-error.ts';
import { reasonOf } from '../../files/files.ts';
import { CommandFault } from '../../problems/messages.ts';
import type { Given } from './options.ts';

const texts = {
  made: {
    nl: 'Gemaakt: {path}. Zij laadt; wat nog niet bekend is, staat er als "nog in te vullen". Lees {path}/README.md.',
    en: 'Made: {path}. It loads; what is not known yet stands there as "to be filled in". Read {path}/README.md.',
  },
  proposals: {
    nl: 'Voorstellen uit {name}: {count}, in {path}/proposals/{file}.yaml.',
    en: 'Proposals from {name}: {count}, in {path}/proposals/{file}.yaml.',
  },
} as const;
const sayNew = (
  lang: Lang,
  key: keyof typeof texts,
  values: Readonly<Record<string, string | number>>,
): string => fill(texts[key][lang], values, lang);

/** `new`: a region folder to start with, with what a document holds as proposals. All of it is made, or nothing. */
export async function runNew(given: Given, world: Surroundings): Promise<Exit> {
  const { lang, value } = given;
  const path = given.rest[0] ?? given.wrong('no-region');
  const from = value('from');
  const published = value('published');
  const folder = resolve(world.cwd, path);
  const id = basename(folder);
  if (!isProposalsName(id)) throw new UsageError(lang, 'not-region-id', { value: id });
  if (published !== null && parsePeriod(published) === null) {
    throw new UsageError(lang, 'not-published', { value: published });
  }
  if (existsSync(folder)) throw new CommandFault('folder-exists', { what: path });
  if (!existsSync(dirname(folder))) throw new CommandFault('cannot-write', { what: path, reason: 'ENOENT' });

  let document: NewRegion['document'];
  if (from !== null) {
    try {
      const {
        document: read,
        reading,
        sha256,
      } = await readDocumentFile(resolve(world.cwd, from), {
        signal: world.signal,
        find: { qualifiers: starterQualifiers },
      });
      if (reading === null) throw new Error('the quantities were not looked for');
      const name = kebab(read.name.replace(/\.[^.]*$/, '')) || 'agenda';
      const proposals = proposalsOf({ document: read, reading, sha256 });
      document = { read, sha256, published, proposals, name };
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      world.err(`${from}  ${error.inWords(lang)}\n`);
      return exit.badInput;
    }
  }
  const files = newRegion({
    id,
    title:
      value('title') ??
      id
        .split('-')
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join(' '),
    today: new Date().toISOString().slice(0, 10),
    document,
  });
  // What does not load is not made.
  const { 'README.md': _readme, ...content } = files;
  await loadRegion(filesInMemory(path, content));
  try {
    makeFolder(folder, files);
  } catch (error) {
    throw new CommandFault('cannot-write', { what: path, reason: reasonOf(error) });
  }
  const lines = [sayNew(lang, 'made', { path })];
  if (document !== undefined) {
    lines.push(...document.read.warnings.map((warning) => warning[lang]));
    lines.push(
      sayNew(lang, 'proposals', {
        name: document.read.name,
        count: document.proposals.proposals.length,
        path,
        file: document.name,
      }),
    );
  }
  world.out(`${lines.join('\n')}\n`);
  return exit.done;
}

/** A folder with its files, written atomically. */
function makeFolder(folder: string, files: Readonly<Record<string, string>>): void {
  const draft = mkdtempSync(join(dirname(folder), '.schaalsprong-'));
  try {
    const made = join(draft, 'region');
    mkdirSync(made);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(made, name)), { recursive: true });
      writeFileSync(join(made, name), text);
    }
    renameSync(made, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
