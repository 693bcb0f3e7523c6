import { loadRegion, type Region } from '@schaalsprong/agenda';
import {
  type AuditInput,
  type AuditReport,
  auditInput,
  type ConflictKind,
  reportCsv,
  reportMarkdown,
} from '@schaalsprong/agenda/audit';
import { auditInThread } from '@schaalsprong/agenda/node';
import { answer } from '../answer.ts';
import type { AuditCommand } from '../args.ts';
import { type Exit, exit } from '../exit.ts';
import { say } from '../messages.ts';
import { progressLine } from '../progress.ts';
import { regionFiles } from '../region-files.ts';
import type { Surroundings } from '../surroundings.ts';
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

/** `audit`: do the numbers of the agenda agree, with each other or with something that is held beside them? */
export async function runAudit(command: AuditCommand, world: Surroundings): Promise<Exit> {
  const { lang, out } = command;
  const files = regionFiles(command.region, lang, world);
  if (files === null) return exit.badInput;
  const region = await loadRegion(files);
  const input = auditInput(region);
  const switches = switchesOf(command, input);
  const progress = progressLine(lang, world);
  progress.say(say(lang, 'progress-audit'));
  let report: AuditReport;
  try {
    report = await auditInThread(input, switches, world.signal);
  } finally {
    progress.clear();
  }
  const shown = only(report, command.kinds);
  const given = answer(render(command, region, shown, input, world), out, lang, world);
  return given === exit.done && command.strict && isAgainst(shown, command.kinds) ? exit.no : given;
}

/** The report with the conflicts of some kinds alone. */
function only(report: AuditReport, kinds: AuditCommand['kinds']): AuditReport {
  if (kinds === null) return report;
  const conflicts = report.conflicts.filter(({ kind }) => kinds.includes(kind));
  return { ...report, conflicts, accepted: conflicts.filter(isAccepted).length };
}

/** Whether something is open that cannot hold, or that is of a kind that was asked for by name. */
function isAgainst(report: AuditReport, kinds: AuditCommand['kinds']): boolean {
  const count = kinds ?? cannotHold;
  return report.conflicts.some((conflict) => count.includes(conflict.kind) && !isAccepted(conflict));
}

function render(
  command: AuditCommand,
  region: Region,
  report: AuditReport,
  input: AuditInput,
  world: Surroundings,
): string {
  const { lang, form } = command;
  switch (form) {
    case 'json':
      return auditJson(report);
    case 'csv':
      return reportCsv(report, input, lang);
    case 'markdown':
      return reportMarkdown(report, input, lang);
    case 'table':
      return auditTable(region.title[lang], report, input, lang, world.width);
  }
}

/** The report for programs. How long it took is left out: the same input gives the same bytes. */
function auditJson({ seconds: _, ...report }: AuditReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
