import { resolve } from 'node:path';
import { type Cases, csvParts } from '@schaalsprong/methods/cases';
import {
  correlate,
  type Design,
  designCases,
  makeDesign,
  readCorrelations,
} from '@schaalsprong/methods/designs';
import { casesForm, writeCases } from '@schaalsprong/methods/node';
import { at, type Lang } from '@schaalsprong/words';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { reasonOf } from '../../files/files.ts';
import { CommandFault, say } from '../../problems/messages.ts';
import { answer } from '../../terminal/answer.ts';
import { readText } from '../simulate/find-model.ts';
import { type SampleAsk, sampleAsk } from './asked.ts';
import { type FoundInputs, findInputs, unitInputs } from './inputs.ts';
import type { Given } from './options.ts';
import { saySample } from './texts.ts';

/** Runs `sample`: makes a design over what is uncertain, and gives it as a table with a row per future. */
export async function runSample(given: Given, world: Surroundings): Promise<Exit> {
  const { lang } = given;
  const asked = sampleAsk(given);
  const form = asked.out === null || asked.json ? null : casesForm(asked.out);
  if (asked.out !== null && !asked.json && form === null) given.wrong('not-out-form', { value: asked.out });
  const found =
    asked.subject === null ? unitInputs(asked.dimensions ?? 1) : await findInputs(asked.subject, world);
  const names = found.inputs.map(({ name }) => name);
  const design = withCorrelations(
    makeDesign(names, asked.request(found.inputs, found.regionSeed)),
    asked.correlations,
    world,
  );
  world.err(remarks(design, lang));
  const cases = designCases(
    design,
    asked.unit ? names.map((name) => ({ name, distribution: unitInterval })) : found.inputs,
  );
  if (asked.json) {
    return answer(`${JSON.stringify(report(asked, found, design, cases))}\n`, asked.out, lang, world);
  }
  if (asked.out === null || form === null) for (const part of csvParts(cases)) world.out(part);
  else {
    try {
      await writeCases(resolve(world.cwd, asked.out), cases, form);
    } catch (error) {
      throw new CommandFault('cannot-write', { what: asked.out, reason: reasonOf(error) });
    }
  }
  if (world.watched) {
    if (asked.out !== null) world.err(`${say(lang, 'written', { what: asked.out })}\n`);
    world.err(`${summary(design, lang)}\n`);
  }
  return exit.done;
}

const unitInterval = { kind: 'uniform', min: 0, max: 1 } as const;

function withCorrelations(design: Design, file: string | null, { cwd }: Surroundings): Design {
  if (file === null) return design;
  return correlate(design, readCorrelations(file, readText(resolve(cwd, file), file)));
}

/** What is less good about a design than it could be, a line each. */
function remarks({ warnings, dependent }: Design, lang: Lang): string {
  const lines = warnings.map(({ message, expected, hint }) =>
    saySample(lang, 'mind', { what: message[lang], expected: expected[lang], hint: hint[lang] }),
  );
  if (dependent) lines.push(saySample(lang, 'dependent'));
  return lines.map((line) => `${line}\n`).join('');
}

function summary({ request, count, names, correlations }: Design, lang: Lang): string {
  const seed = 'seed' in request ? saySample(lang, 'seed', { seed: request.seed }) : '';
  const lines = [saySample(lang, 'summary', { method: request.method, count, inputs: names.length, seed })];
  if (correlations !== null) {
    const differences = correlations.achieved.flatMap((row, i) =>
      row.map((value, j) => Math.abs(value - at(at(correlations.values, i), j))),
    );
    lines.push(saySample(lang, 'correlated', { difference: Math.max(...differences).toFixed(3) }));
  }
  return lines.join('\n');
}

/** The design for programs: columns in the order of the inputs, with everything from which they follow. */
function report({ unit }: SampleAsk, { inputs, from }: FoundInputs, design: Design, cases: Cases) {
  const { request, count, dependent, correlations, warnings } = design;
  const { method, ...settings } = request;
  return {
    method,
    count,
    inputs,
    provenance: { settings, seed: 'seed' in request ? request.seed : null, from },
    unit,
    dependent,
    correlations,
    warnings: warnings.map(({ code, message }) => ({ code, message })),
    columns: cases.columns.map(({ values }) => Array.from(values)),
  };
}
