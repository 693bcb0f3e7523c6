import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** The forms in which the suite writes its models. */
export const formats = ['.mdl', '.xmile', '.stmx'] as const;
export type Format = (typeof formats)[number];

/** One model of the suite with the numbers that it should give. */
export interface Case {
  /** Folder within the suite, and the form: `tests/abs .mdl`. */
  readonly name: string;
  readonly format: Format;
  readonly folder: string;
  /** File names within the folder. */
  readonly model: string;
  readonly expected: string;
  /** Files within the folder that hold the course of variables without equation. */
  readonly series: readonly string[];
}

const delimited = /\.(tab|csv|txt)$/i;
const isOutput = (file: string): boolean => /^output/i.test(file) && delimited.test(file);

/** Shorter first, then by the alphabet, so that `output.csv` goes before `output_of_another_program.csv`. */
const shortestFirst = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

/** What Stella gave for the very file goes before what Vensim gave for the model of which it was made. */
function expectedOf(files: readonly string[], format: Format): string | undefined {
  const outputs = files.filter(isOutput).sort(shortestFirst);
  const own = format === '.mdl' ? undefined : outputs.find((file) => /^output_stella\b/i.test(file));
  return own ?? outputs.find((file) => !/^output_stella\b/i.test(file)) ?? outputs[0];
}

/** A model named after its folder goes before all others: a folder may hold models that only made its data. */
function modelOf(files: readonly string[], folder: string, format: Format): string | undefined {
  const models = files.filter((file) => extname(file).toLowerCase() === format).sort(shortestFirst);
  const stem = (file: string): string => basename(file, extname(file)).toLowerCase();
  const named = models.find((file) => [folder, `test_${folder}`].includes(stem(file)));
  return named ?? models[0];
}

/**
 * The cases of a checkout: every folder of `tests` and `samples` that holds expected numbers and a model, once for each
 * form in which the model is there.
 */
export function findCases(suite: string): Case[] {
  const cases: Case[] = [];
  for (const part of ['tests', 'samples']) {
    const folders = readdirSync(join(suite, part), { withFileTypes: true }).filter((e) => e.isDirectory());
    for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const folder = join(suite, part, name);
      const files = readdirSync(folder);
      const series = files.filter((file) => delimited.test(file) && !isOutput(file));
      for (const format of formats) {
        const model = modelOf(files, name.toLowerCase(), format);
        const expected = expectedOf(files, format);
        if (model === undefined || expected === undefined) continue;
        cases.push({ name: `${part}/${name} ${format}`, format, folder, model, expected, series });
      }
    }
  }
  return cases;
}
