import {
  loadRegion,
  type Problem,
  placeOf,
  problem,
  type Region,
  RegionError,
  type RegionFiles,
  variableReferences,
} from '@schaalsprong/agenda';
import { createInProcessRunner } from '@schaalsprong/methods/ensemble';
import { FuturesError } from '@schaalsprong/methods/problems';
import { compile, type Model, ModelError, nameKey } from '@schaalsprong/model';
import type { Lang, Text } from '@schaalsprong/words';
import { assess } from '../assess/assess.ts';
import { variableJudge } from './variable-judge.ts';

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
 * @param onRegion called with the content as soon as that is sound, before the model is looked at: for work that need not
 *   wait for it
 * @throws RegionError, ModelError or FuturesError with every problem found; `explainFault` puts them in words
 */
export async function openRegion(
  files: RegionFiles,
  onRegion?: (region: Region) => void,
): Promise<OpenRegion> {
  const region = await loadRegion(files);
  onRegion?.(region);
  const model = compile(region.model.text, { file: `${files.root}/${region.model.file}` });
  const faults = [
    ...timeFaults(files, region, model),
    ...variableFaults(files, model),
    ...timingFaults(files, region, model),
    ...limitUnitsUnsaid(files, region, model),
  ];
  if (faults.length > 0) throw new RegionError(files.root, faults);
  await assess({ region, model, runner: createInProcessRunner(model), futures: 1, audit: null });
  return { region, model };
}

/** Years of the content that are not those of the model: charts and horizons would go by a time that is not computed. */
function timeFaults(files: RegionFiles, region: Region, model: Model): readonly Problem[] {
  const ends = [
    { name: 'start', other: 'INITIAL TIME', said: region.model.start, is: model.time.start },
    { name: 'stop', other: 'FINAL TIME', said: region.model.stop, is: model.time.stop },
  ];
  return ends.flatMap(({ name, other, said, is }) =>
    said === is
      ? []
      : [
          problem('REGION_TIME_DIFFERS', placeOf(files, 'region.yaml', ['model', name]), {
            name,
            other,
            expected: String(is),
            found: String(said),
          }),
        ],
  );
}

/** What content says of variables that the model does not have, or that cannot be set: told at the line of the content. */
function variableFaults(files: RegionFiles, model: Model): readonly Problem[] {
  const faultOf = variableJudge(model);
  return variableReferences(files).flatMap(
    ({ variable, isSet, asWhole, place }) => faultOf(variable, isSet, place, asWhole) ?? [],
  );
}

/** Outcomes with limits in another unit of the model than the outcome, of which the content does not say the unit: they would be shown in that of the outcome. */
function limitUnitsUnsaid(files: RegionFiles, region: Region, model: Model): readonly Problem[] {
  const unitOf = new Map(model.variables.map(({ name, units }) => [nameKey(name), units]));
  const unitsOf = (variable: string) => unitOf.get(nameKey(variable.replace(/\[.*/, ''))) ?? '';
  return region.outcomes.flatMap(({ variable, limits, limitUnit }, i): Problem[] => {
    const [first] = limits;
    if (first === undefined || limitUnit !== null || unitsOf(first.variable) === unitsOf(variable)) return [];
    return [
      problem('REGION_LIMIT_UNIT', placeOf(files, 'model/outcomes.yaml', ['outcomes', i, 'limits']), {
        found: unitsOf(first.variable),
        unit: unitsOf(variable),
        expected: 'limitUnit',
      }),
    ];
  });
}

/** Timings of measures that shift something else than a time, or that say another time than the model. */
function timingFaults(files: RegionFiles, region: Region, model: Model): readonly Problem[] {
  const found = (name: string) => {
    const key = nameKey(name.replace(/\[.*/, ''));
    return model.variables.find((variable) => nameKey(variable.name) === key);
  };
  const unit = found('TIME STEP')?.units ?? '';
  return region.measures.flatMap(({ timing }, i): Problem[] => {
    if (timing === null) return [];
    const at = (field: string) => placeOf(files, 'measures.yaml', ['measures', i, 'timing', field]);
    const shift = found(timing.variable);
    const moved = found(timing.of);
    const said = Number(moved?.equation.split('=')[1]);
    return [
      ...(shift === undefined || shift.units === unit
        ? []
        : [
            problem('REGION_TIMING_UNIT', at('variable'), {
              found: timing.variable,
              unit: shift.units,
              expected: unit,
            }),
          ]),
      ...(moved === undefined || said === timing.agenda
        ? []
        : [
            problem('REGION_TIMING_DIFFERS', at('agenda'), {
              name: 'agenda',
              found: String(timing.agenda),
              other: timing.of,
              expected: String(said),
            }),
          ]),
    ];
  });
}

const words = {
  expected: { nl: 'verwacht', en: 'expected' },
  hint: { nl: 'doen', en: 'do' },
} as const satisfies Record<string, Text>;

/** Maximum number of faults shown: later ones are often consequences of the first. */
const mostTold = 50;

/**
 * The first of many faults, and how many more there are.
 *
 * @param told what `explainFault` gave
 * @param lang language
 */
export function firstFaults(told: readonly string[], lang: Lang): readonly string[] {
  const more = told.length - mostTold;
  if (more <= 0) return told;
  const rest = {
    nl: `... en nog ${more}. Herstel eerst deze.`,
    en: `... and ${more} more. Mend these first.`,
  };
  return [...told.slice(0, mostTold), rest[lang]];
}

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
