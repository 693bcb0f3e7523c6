import type { Region } from '@schaalsprong/agenda';
import { type Assessment, assessmentCsv } from '@schaalsprong/futures';
import { openAudited } from '@schaalsprong/futures/node';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { regionFiles } from '../../region/region-files.ts';
import { answer } from '../../terminal/answer.ts';
import { figuresThatStand } from '../ingest/place.ts';
import { assessed } from './assessed.ts';
import type { Given } from './options.ts';
import { type AssessRequest, assessRequest } from './request.ts';
import { standingTable } from './standing-table.ts';

/** `assess`: where every target and ambition stands. */
export async function runAssess(given: Given, world: Surroundings): Promise<Exit> {
  const command = assessRequest(given);
  const { lang, out } = command;
  const files = regionFiles(command.region, lang, world);
  if (files === null) return exit.badInput;
  const opened = await openAudited(files, world.signal);
  const figures = await figuresThatStand(opened.region, lang, world);
  const assessment = await assessed(opened, files, command, world, { audit: opened.audit, figures });
  return answer(render(command, assessment, opened.region, world), out, lang, world);
}

function render(command: AssessRequest, assessment: Assessment, region: Region, world: Surroundings): string {
  if (command.form === 'json') return `${JSON.stringify(assessment, null, 2)}\n`;
  if (command.form === 'csv') return assessmentCsv(assessment);
  return standingTable(assessment, region, command.lang, world.width);
}
