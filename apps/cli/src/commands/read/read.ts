import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import {
  loadRegion,
  type ProposalsFile,
  type Region,
  RegionError,
  type RegionFiles,
} from '@schaalsprong/agenda';
import { writeAll } from '@schaalsprong/agenda/node';
import {
  acceptProposals,
  type ChoiceProblem,
  checkAcceptance,
  choicesFrom,
  isProposalsName,
  kebab,
  type ProposalChoice,
  proposalsOf,
  proposalsText,
  ReadError,
  starterUnits,
  withDecisions,
} from '@schaalsprong/reading/documents';
import { readDocumentFile } from '@schaalsprong/reading/node';
import { nearest } from '@schaalsprong/words';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { UsageError } from '../../command/usage-error.ts';
import { reasonOf } from '../../files/files.ts';
import { CommandFault } from '../../problems/messages.ts';
import { regionFiles, regionFolder } from '../../region/region-files.ts';
import { answer } from '../../terminal/answer.ts';
import { progressLine } from '../../terminal/progress.ts';
import { readRequest } from './arguments.ts';
import type { Given } from './options.ts';
import type { ReadRequest } from './request.ts';
import { readingCsv, readingTable } from './table.ts';
import { sayRead } from './texts.ts';

/** `read`: which figures are in a document; kept as proposals, and made claims when a person accepts them. */
export async function runRead(given: Given, world: Surroundings): Promise<Exit> {
  const command = readRequest(given);
  try {
    return command.file === null ? await decide(command, world) : await find(command, command.file, world);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const where = command.file === null ? '' : `${command.file}  `;
    world.err(`${where}${error.inWords(command.lang)}\n`);
    return exit.badInput;
  }
}

interface OpenFolder {
  readonly files: RegionFiles;
  readonly region: Region;
  /** on disk */
  readonly folder: string;
}

/** A region folder, loaded: nothing is ever put into a folder that is not in order. */
async function openFolder(
  path: string,
  command: ReadRequest,
  world: Surroundings,
): Promise<OpenFolder | null> {
  const files = regionFiles(path, command.lang, world);
  const folder = regionFolder(path, world);
  return files === null || folder === null ? null : { files, folder, region: await loadRegion(files) };
}

async function find(command: ReadRequest, file: string, world: Surroundings): Promise<Exit> {
  const { lang, into, form } = command;
  const home = into ?? command.region;
  const open = home === null ? null : await openFolder(home, command, world);
  if (home !== null && open === null) return exit.badInput;
  // Fail fast: validate the destination before the work.
  const keeping =
    open === null || into === null ? null : { ...open, into, name: newName(command, file, open) };

  const progress = progressLine(lang, world);
  progress.say(sayRead(lang, 'reading', { name: basename(file) }));
  const { document, reading, sha256 } = await readDocumentFile(resolve(world.cwd, file), {
    limits: command.limits,
    pages: command.pages ?? undefined,
    language: command.language ?? undefined,
    signal: world.signal,
    find: open === null ? {} : { qualifiers: open.region.qualifiers },
  }).finally(progress.clear);
  if (reading === null) throw new Error('the quantities were not looked for');

  if (keeping !== null) {
    const { name, files, folder, region } = keeping;
    const before = region.proposals.find((one) => one.name === name) ?? null;
    const proposals = withDecisions(proposalsOf({ document, reading, sha256 }), before);
    const path = `proposals/${name}.yaml`;
    await write(files, folder, { [path]: proposalsText(proposals, name) }, command);
    const sentence = sayRead(lang, 'kept', {
      path: `${keeping.into}/${path}`,
      count: proposals.proposals.length,
      into: keeping.into,
      name,
    });
    world.err(`${sentence}\n`);
  }
  const units = open?.region.units ?? starterUnits;
  const shown = {
    document: { ...reading.document, sha256 },
    claims: reading.claims.map((claim, i) => ({ id: `q-${i + 1}`, ...claim })),
    relations: reading.relations,
    footnotes: reading.footnotes,
  };
  const texts = {
    json: () => `${JSON.stringify(shown, null, 2)}\n`,
    csv: () => readingCsv(reading),
    text: () => `${document.text.replace(/\n$/, '')}\n`,
    table: () => readingTable(reading, units, lang, command.certain, world.width),
  };
  return answer(texts[form](), command.out, lang, world);
}

/** A name for new proposals that no other file has, unless that may be written over. */
function newName(command: ReadRequest, file: string, { region }: OpenFolder): string {
  const { lang, force } = command;
  const name = command.name ?? kebab(basename(file).replace(/\.[^.]*$/, ''));
  if (!isProposalsName(name)) throw new UsageError(lang, 'not-a-name', { value: name });
  if (!force && region.proposals.some((one) => one.name === name)) {
    throw new CommandFault('proposals-exist', { what: `proposals/${name}.yaml` });
  }
  return name;
}

/** Writes files into a region folder, if it would still load with them. */
async function write(
  files: RegionFiles,
  folder: string,
  writes: Readonly<Record<string, string>>,
  { into }: ReadRequest,
): Promise<void> {
  const problems = await checkAcceptance(files, writes);
  if (problems.length > 0) throw new RegionError(files.root, problems);
  try {
    writeAll(folder, writes);
  } catch (error) {
    throw new CommandFault('cannot-write', { what: into ?? folder, reason: reasonOf(error) });
  }
}

async function decide(command: ReadRequest, world: Surroundings): Promise<Exit> {
  const { lang, into } = command;
  if (into === null) throw new UsageError(lang, 'no-document');
  const open = await openFolder(into, command, world);
  if (open === null) return exit.badInput;
  const { region, files, folder } = open;
  const kept = keptProposals(command, region);
  const { choices, byAll } = choicesOf(command, kept, world);
  const path = `${kept.document.sha256 === region.document.sha256 ? 'claims' : 'compared'}/${kept.name}.yaml`;
  const existing = files.list().includes(path) ? files.read(path) : null;
  const { name, ...file } = kept;
  const options = { name, existing, published: command.published };
  const tried = acceptProposals(file, choices, region, options);
  // `--accept all` skips what needs a person; an id that is named explicitly is reported if it is invalid.
  const left = new Set(
    command.accept === 'all' ? tried.problems.filter(({ id }) => byAll.has(id)).map(({ id }) => id) : [],
  );
  const result =
    left.size === 0
      ? tried
      : acceptProposals(
          file,
          choices.filter(({ id }) => !left.has(id)),
          region,
          options,
        );
  if (result.problems.length > 0) {
    world.err(`${choiceLines(result.problems, `${into}/proposals/${name}.yaml`, lang)}\n`);
    return exit.badInput;
  }
  const writes = {
    ...(result.text === null ? {} : { [result.path]: result.text }),
    [`proposals/${name}.yaml`]: proposalsText(result.proposals, name),
  };
  await write(files, folder, writes, command);
  const accepted = new Set(result.accepted.map(({ claim }) => claim));
  if (result.apart.length > 0) {
    world.err(`${sayRead(lang, 'apart', { count: result.apart.length, claims: result.apart.join(', ') })}\n`);
  }
  if (left.size > 0) {
    const open = tried.problems.filter(({ id }) => left.has(id));
    world.err(`${choiceLines(open, `${into}/proposals/${name}.yaml`, lang, 'left-open')}\n`);
  }
  if (command.form === 'json') {
    const json = {
      accepted: result.accepted,
      rejected: result.rejected,
      path: result.text === null ? null : result.path,
    };
    return answer(`${JSON.stringify(json, null, 2)}\n`, command.out, lang, world);
  }
  const sentence = sayRead(lang, accepted.size === 0 ? 'only-rejected' : 'accepted', {
    accepted: accepted.size,
    rejected: result.rejected.length,
    path: `${into}/${result.path}`,
  });
  return answer(`${sentence}\n`, command.out, lang, world);
}

function keptProposals(command: ReadRequest, region: Region): ProposalsFile & { readonly name: string } {
  const { lang, name } = command;
  const names = region.proposals.map((one) => one.name);
  const kept =
    name === null && names.length === 1
      ? region.proposals[0]
      : region.proposals.find((one) => one.name === name);
  if (kept !== undefined) return kept;
  const known = names.join(', ') || '-';
  throw new UsageError(
    lang,
    'proposals-unknown',
    { value: name ?? '-', known },
    name === null ? [] : nearest(name, names),
  );
}

/** What was decided, and which of it by `--accept all`. */
function choicesOf(
  command: ReadRequest,
  kept: ProposalsFile,
  world: Surroundings,
): { readonly choices: readonly ProposalChoice[]; readonly byAll: ReadonlySet<string> } {
  const { accept, reject, choices, certain } = command;
  const written = choices === null ? [] : choicesFrom(choices, textOf(choices, world));
  const decided = new Set([...reject, ...written.flatMap(({ id, join = [] }) => [id, ...join])]);
  // All that are open, sure enough, and not decided on otherwise. What a negation or a year alone says, needs a person.
  const all = kept.proposals.filter(
    ({ id, state, confidence, negated, form }) =>
      state === 'proposed' &&
      confidence >= certain &&
      !negated &&
      form !== 'year' &&
      form !== 'date' &&
      !decided.has(id),
  );
  const ids = accept === 'all' ? all.map(({ id }): string => id) : (accept ?? []);
  const byChoice = [
    ...written,
    ...ids.map((id): ProposalChoice => ({ id, action: 'accept' })),
    ...reject.map((id): ProposalChoice => ({ id, action: 'reject' })),
  ];
  return { choices: byChoice, byAll: new Set(accept === 'all' ? ids : []) };
}

function textOf(path: string, world: Surroundings): string {
  try {
    return readFileSync(resolve(world.cwd, path), 'utf8');
  } catch (error) {
    throw new CommandFault('cannot-read', { what: path, reason: reasonOf(error) });
  }
}

/** Maximum number of lines shown. */
const mostTold = 50;

function choiceLines(
  problems: readonly ChoiceProblem[],
  file: string,
  lang: ReadRequest['lang'],
  end: 'nothing-written' | 'left-open' = 'nothing-written',
): string {
  const lines = problems
    .slice(0, mostTold)
    .map(
      ({ code, id, message, hint }) =>
        `${file}${id === '' ? '' : `, ${id}`}  ${code}  ${message[lang]}\n    ${hint[lang]}`,
    );
  const more = problems.length - lines.length;
  return [
    ...lines,
    ...(more > 0 ? [`... +${more}`] : []),
    '',
    sayRead(lang, end, { count: problems.length }),
  ].join('\n');
}
