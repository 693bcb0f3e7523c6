import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadRegion, type Region, type RegionFiles } from '@schaalsprong/agenda';
import {
  type AuditInput,
  type AuditReport,
  type AuditSwitches,
  auditInput,
  type Conflict,
  type ConflictKind,
  joinedInput,
  reportCsv,
  reportMarkdown,
  resultsDocument,
  withResults,
} from '@schaalsprong/audit';
import { type AuditThread, startAuditThread } from '@schaalsprong/audit/node';
import type { OpenRegion } from '@schaalsprong/futures';
import type { Text } from '@schaalsprong/words';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { reasonOf } from '../../files/files.ts';
import { CommandFault, inBoth, say } from '../../problems/messages.ts';
import { regionFiles } from '../../region/region-files.ts';
import { answer } from '../../terminal/answer.ts';
import { progressLine } from '../../terminal/progress.ts';
import { findOther } from './against.ts';
import { type Beside, besideLines, besideMarkdown, besideOther, besideResults, resultsOf } from './beside.ts';
import type { Given } from './options.ts';
import { type Outcome, type Outcomes, outcomesOfFile, outcomesOfModel } from './outcomes.ts';
import { type AuditRequest, auditRequest } from './request.ts';
import { switchesOf } from './switches.ts';
import { auditTable, isAccepted } from './table.ts';

/**
 * Kinds in which what the text says cannot hold together. The others fit, and are told for another reason: a target that
 * is moot, something that is missing, a sum that just fits, the same said twice.
 */
const cannotHold: readonly ConflictKind[] = [
  'contradiction',
  'contradiction-under-assumption',
  'shortfall',
  'horizon',
  'definition',
];

/** What was found, and what it was found in. */
interface Found {
  readonly report: AuditReport;
  readonly input: AuditInput;
  /** Null where the agenda is compared with itself. */
  readonly beside: Beside | null;
}

/** `audit`: do the numbers of the agenda agree, with each other or with something that is held beside them? */
export async function runAudit(given: Given, world: Surroundings): Promise<Exit> {
  const command = auditRequest(given);
  const { lang, out } = command;
  const files = regionFiles(command.region, lang, world);
  if (files === null) return exit.badInput;
  const thread = startAuditThread(world.signal);
  // Only for results of the model need the model be sound, or the packages be read that run it.
  const opened =
    command.scenario === null ? null : await (await import('@schaalsprong/futures')).openRegion(files);
  const region = opened?.region ?? (await loadRegion(files));
  const input = auditInput(region);
  const found =
    command.against !== null
      ? await againstOther({ ...command, against: command.against }, region, input, files, thread, world)
      : opened !== null
        ? await againstModel(command, opened, input, files, thread, world)
        : command.results !== null
          ? await againstFile(command, command.results, region, input, thread, world)
          : await alone(command, input, thread, world);
  const report = only(found.report, command.kinds);
  const code = answer(render(command, region, { ...found, report }, world), out, lang, world);
  return code === exit.done && command.strict && isAgainst(report, command.kinds) ? exit.no : code;
}

async function alone(
  command: AuditRequest,
  input: AuditInput,
  thread: AuditThread,
  world: Surroundings,
): Promise<Found> {
  const switches = switchesOf(command, input);
  const report = await waiting(command, world, () => thread.audit(input, switches));
  return { report, input, beside: null };
}

async function againstOther(
  command: AuditRequest & { readonly against: string },
  region: Region,
  input: AuditInput,
  files: RegionFiles,
  thread: AuditThread,
  world: Surroundings,
): Promise<Found> {
  const other = await findOther(command, region, files, world);
  // The other may bring assumptions and readings of its own.
  const switches = switchesOf(command, joinedInput(input, other.input, other.id));
  const comparison = await waiting(command, world, () =>
    thread.compare(input, other.input, {
      document: other.id,
      as: other.partial ? 'documents' : 'versions',
      switches,
    }),
  );
  return {
    report: concerning(comparison.together, comparison.conflicts, comparison.input),
    input: comparison.input,
    beside: besideOther(other, comparison),
  };
}

async function againstModel(
  command: AuditRequest,
  opened: OpenRegion,
  input: AuditInput,
  files: RegionFiles,
  thread: AuditThread,
  world: Surroundings,
): Promise<Found> {
  const { region } = opened;
  // Before the model runs for seconds.
  const switches = switchesOf(command, input);
  const { assessed } = await import('../assess/assessed.ts');
  const assessment = await assessed(opened, files, command, world, { leaveOut: false, audit: null });
  const { scenario, futures, seed, levers, timings, assumptions } = assessment.provenance;
  const what = inBoth((lang) => say(lang, 'audit-beside-scenario', { scenario, futures }));
  const source = inBoth((lang) => say(lang, 'audit-source-model'));
  const json = { scenario, futures, seed, levers, timings, assumptions, model: assessment.provenance.model };
  const outcomes = outcomesOfModel(assessment, region, input);
  return againstResults(command, outcomes, region, input, switches, { what, source, json }, thread, world);
}

async function againstFile(
  command: AuditRequest,
  file: string,
  region: Region,
  input: AuditInput,
  thread: AuditThread,
  world: Surroundings,
): Promise<Found> {
  const switches = switchesOf(command, input);
  let text: string;
  try {
    text = readFileSync(resolve(world.cwd, file), 'utf8');
  } catch (error) {
    throw new CommandFault('cannot-read', { what: file, reason: reasonOf(error) });
  }
  const outcomes = outcomesOfFile(file, text, region, input);
  const what = { nl: file, en: file };
  return againstResults(
    command,
    outcomes,
    region,
    input,
    switches,
    { what, source: what, json: { results: file } },
    thread,
    world,
  );
}

async function againstResults(
  command: AuditRequest,
  outcomes: Outcomes,
  region: Region,
  input: AuditInput,
  switches: AuditSwitches,
  from: { readonly what: Text; readonly source: Text; readonly json: Readonly<Record<string, unknown>> },
  thread: AuditThread,
  world: Surroundings,
): Promise<Found> {
  const titleOf = ({ target, variable }: Outcome): Text =>
    region.targets.find(({ id }) => id === target)?.title ??
    input.variables.find(({ id }) => id === variable)?.title ?? { nl: variable, en: variable };
  const held = withResults(input, resultsOf(outcomes.outcomes, input, titleOf, from.source));
  const report = await waiting(command, world, () => thread.audit(held, switches));
  const computed = new Set(
    held.claims.filter(({ document }) => document === resultsDocument).map(({ id }) => id),
  );
  // That a result says the same as another, or as the text, is no news.
  const conflicts = report.conflicts.filter(
    ({ kind, claims }) => kind !== 'duplicate' && claims.some(({ id }) => computed.has(id)),
  );
  return {
    report: concerning(report, conflicts, held),
    input: held,
    beside: besideResults(outcomes, from.what, from.json),
  };
}

/** Shows progress on a terminal. */
async function waiting<T>(command: AuditRequest, world: Surroundings, work: () => Promise<T>): Promise<T> {
  const progress = progressLine(command.lang, world);
  progress.say(say(command.lang, 'progress-audit'));
  try {
    return await work();
  } finally {
    progress.clear();
  }
}

/** What of a report concerns other claims than those of the agenda. */
function concerning(report: AuditReport, conflicts: readonly Conflict[], input: AuditInput): AuditReport {
  const other = new Set(input.claims.filter(({ document }) => document !== null).map(({ id }) => id));
  return {
    ...withConflicts(report, conflicts),
    ruledOut: report.ruledOut.filter(({ claim, claims }) => [claim, ...claims].some((id) => other.has(id))),
  };
}

/** The report with some of its conflicts, and how many of those were accepted. */
const withConflicts = (report: AuditReport, conflicts: readonly Conflict[]): AuditReport => ({
  ...report,
  conflicts,
  accepted: conflicts.filter(isAccepted).length,
});

/** The report with the conflicts of some kinds alone. */
function only(report: AuditReport, kinds: AuditRequest['kinds']): AuditReport {
  if (kinds === null) return report;
  return withConflicts(
    report,
    report.conflicts.filter(({ kind }) => kinds.includes(kind)),
  );
}

/** Whether something is open that cannot hold, or that is of a kind that was asked for by name. */
function isAgainst(report: AuditReport, kinds: AuditRequest['kinds']): boolean {
  const count = kinds ?? cannotHold;
  return report.conflicts.some((conflict) => count.includes(conflict.kind) && !isAccepted(conflict));
}

function render(
  command: AuditRequest,
  region: Region,
  { report, input, beside }: Found,
  world: Surroundings,
): string {
  const { lang, form } = command;
  switch (form) {
    case 'json':
      return auditJson(report, beside);
    case 'csv':
      return reportCsv(report, input, lang);
    case 'markdown':
      return reportMarkdown(report, input, lang) + (beside === null ? '' : besideMarkdown(beside, lang));
    case 'table':
      return auditTable(
        region.title[lang],
        report,
        input,
        lang,
        world.width,
        beside === null ? [] : besideLines(beside, lang, world.width),
      );
  }
}

/** The report for programs. How long it took is left out: the same input gives the same bytes. */
function auditJson({ seconds: _, ...report }: AuditReport, beside: Beside | null): string {
  return `${JSON.stringify({ ...report, ...beside?.json }, null, 2)}\n`;
}
