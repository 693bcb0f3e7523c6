import {
  type Lang,
  loadRegion,
  type Region,
  RegionError,
  type RegionFiles,
  type Text,
} from '@schaalsprong/agenda';
import { compile, type Model, ModelError } from '@schaalsprong/model';
import { assess } from './assess.ts';
import { createInProcessRunner } from './ensemble.ts';
import { FuturesError } from './problems.ts';

/** A region folder and its model, both checked, and known to run together. */
export interface OpenRegion {
  readonly region: Region;
  readonly model: Model;
}

/**
 * Opens a region folder for use: loads and checks the content, compiles the model, and runs one future of the region's
 * own scenario, so that a lever on a variable that is not there, or a number that is none, is found now and not later.
 *
 * @param files the folder
 * @throws RegionError, ModelError or FuturesError with every problem found; `explainFault` puts them in words
 */
export async function openRegion(files: RegionFiles): Promise<OpenRegion> {
  const region = await loadRegion(files);
  const model = compile(region.model.text, { file: `${files.root}/${region.model.file}` });
  await assess({ region, model, runner: createInProcessRunner(model), futures: 1 });
  return { region, model };
}

const words = {
  expected: { nl: 'verwacht', en: 'expected' },
  hint: { nl: 'doen', en: 'do' },
} as const satisfies Record<string, Text>;

/**
 * A fault of content or model in words: per problem where it is, its code, what is wrong, what was expected and what to
 * do about it.
 *
 * @param error whatever was thrown
 * @param lang language
 * @returns one text of some lines per problem; null where the error is not of content or model, but of the program
 */
export function explainFault(error: unknown, lang: Lang): readonly string[] | null {
  const told = (
    place: string,
    code: string,
    message: string,
    expected: Text | string | undefined,
    hint: Text,
  ): string => {
    const wanted = typeof expected === 'object' ? expected[lang] : expected;
    return [
      `${place}  ${code}  ${message}`,
      ...(wanted ? [`    ${words.expected[lang]}: ${wanted}`] : []),
      `    ${words.hint[lang]}: ${hint[lang]}`,
    ].join('\n');
  };
  if (error instanceof RegionError) {
    return error.problems.map((p) =>
      told(
        `${p.file}:${p.line}:${p.column}`,
        p.code,
        p.path === '' ? p.message[lang] : `${p.path}: ${p.message[lang]}`,
        p.expected,
        p.hint,
      ),
    );
  }
  if (error instanceof ModelError) {
    return error.problems.map((p) =>
      told(p.line > 0 ? `${p.file}:${p.line}` : p.file, p.code, p.message[lang], p.expected, p.hint),
    );
  }
  if (error instanceof FuturesError) {
    return error.problems.map((p) => told(p.path, p.code, p.message[lang], p.expected, p.hint));
  }
  return null;
}
