import { resolveScenario } from '@schaalsprong/futures';
import type { SampledUncertainty } from '@schaalsprong/methods/ensemble';
import { drawsAtRandom, nameKey } from '@schaalsprong/model';
import { nearest } from '@schaalsprong/words';
import { UsageError } from '../../command/usage-error.ts';
import { findScenario } from '../../region/scenario.ts';
import { chooseOutcomes, chooseUncertainties } from './choose.ts';
import { type FoundModel, sha256 } from './find-model.ts';
import type { SimulateRequest } from './request.ts';

/** What a command asks of a model, every name looked up. */
export interface Asked {
  readonly found: FoundModel;
  readonly uncertainties: readonly SampledUncertainty[];
  /** Hash of where the uncertainties are said. */
  readonly uncertain: string | null;
  readonly futures: number;
  readonly outcomes: readonly string[];
  /** Id of the scenario; null where none is asked. */
  readonly scenario: string | null;
  /** Constants that are the same in all futures: of the scenario, and what the command sets. */
  readonly levers: Readonly<Record<string, number>>;
}

const futuresWithRanges = 1000;

/**
 * Looks up what a command asks. What it sets goes before the scenario, and what a scenario assumes is no longer uncertain.
 *
 * @throws UsageError where all futures would be the same, or the scenario is none of the region; FuturesError from the
 *   scenario, RegionError from a file of ranges
 */
export async function askedOf(command: SimulateRequest, found: FoundModel, cwd: string): Promise<Asked> {
  const { lang, set } = command;
  const { uncertainties, sha256: uncertain } = chooseUncertainties(command, found, cwd);
  const scenario = await scenarioOf(command, found, cwd);
  const isSet = new Set(Object.keys(set).map((name) => nameKey(name)));
  const fixed = Object.entries(scenario?.levers ?? {}).filter(([name]) => !isSet.has(nameKey(name)));
  const assumed = uncertainties.flatMap(({ id, variable }): [string, number][] => {
    const value = scenario?.assumptions[id];
    return value === undefined ? [] : [[variable, value]];
  });
  const free = uncertainties.filter(({ id }) => scenario?.assumptions[id] === undefined);
  const futures = command.futures ?? (command.uncertain === null ? 1 : futuresWithRanges);
  if (futures > 1 && free.length === 0 && !drawsAtRandom(found.model.program)) {
    throw new UsageError(lang, 'nothing-varies', { futures });
  }
  return {
    found,
    uncertainties: free,
    uncertain,
    futures,
    outcomes: chooseOutcomes(command, found),
    scenario: scenario?.id ?? null,
    levers: { ...Object.fromEntries([...fixed, ...assumed]), ...set },
  };
}

async function scenarioOf({ scenario: asked, lang }: SimulateRequest, found: FoundModel, cwd: string) {
  if (asked === null) return null;
  const { region, files } = found;
  if (region === null || files === null) {
    throw new UsageError(lang, 'only-with', {
      what: '--scenario',
      other: lang === 'nl' ? 'een regiomap' : 'a region folder',
    });
  }
  const file = await findScenario(asked, region, files, cwd);
  if (file !== null) return resolveScenario(region, file);
  const known = region.scenarios.map(({ id }): string => id);
  throw new UsageError(
    lang,
    'scenario-unknown',
    { value: asked, known: known.join(', ') },
    nearest(asked, known),
  );
}

/** Hash of the data files that the model read; null where it read none. */
export function dataHash({ data }: FoundModel): string | null {
  const read = data.hashes();
  return read.length === 0 ? null : sha256(JSON.stringify(read));
}
