import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadRegion, RegionError, readUncertainties } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import type { Distribution } from '@schaalsprong/words';
import type { Surroundings } from '../../command/surroundings.ts';
import { CommandFault } from '../../problems/messages.ts';
import { readText, sha256 } from '../simulate/find-model.ts';

/** Something uncertain that a design varies. */
export interface SampleInput {
  /** Names its column and its random stream. */
  readonly name: string;
  /** The constant of the model that it sets; the name itself on the unit cube. */
  readonly variable: string;
  readonly distribution: Distribution;
}

/** What is uncertain, and where that was read, with a hash of it. */
export interface FoundInputs {
  readonly inputs: readonly SampleInput[];
  readonly from:
    | (({ readonly region: string } | { readonly file: string }) & { readonly sha256: string })
    | null;
  /** The seed that the region's own futures have. */
  readonly regionSeed: number | null;
}

/** Dimensions x1, x2, ... of the unit cube. */
export function unitInputs(dimensions: number): FoundInputs {
  const inputs = Array.from({ length: dimensions }, (_, i): SampleInput => {
    const name = `x${i + 1}`;
    return { name, variable: name, distribution: { kind: 'uniform', min: 0, max: 1 } };
  });
  return { inputs, from: null, regionSeed: null };
}

/**
 * The uncertainties of a file of ranges, of a region folder, or of a region by its name.
 *
 * @param typed the path as the user wrote it
 * @throws CommandFault where there is no such thing; RegionError with every fault in it
 */
export async function findInputs(typed: string, { cwd, home }: Surroundings): Promise<FoundInputs> {
  const path = resolve(cwd, typed);
  if (existsSync(path) && statSync(path).isFile()) {
    const text = readText(path, typed);
    const { uncertainties, problems } = readUncertainties(typed, text);
    if (problems.length > 0) throw new RegionError(typed, problems);
    const inputs = uncertainties.map(named);
    return { inputs, from: { file: typed, sha256: sha256(text) }, regionSeed: null };
  }
  const folder = [typed, join('regions', typed)]
    .flatMap((place) => [resolve(cwd, place), resolve(home, place)])
    .find((place) => existsSync(join(place, 'region.yaml')));
  if (folder === undefined) {
    throw new CommandFault('cannot-read', { what: typed, reason: 'ENOENT' });
  }
  const region = await loadRegion({ ...readRegionFolder(folder), root: typed });
  const inputs = region.uncertainties.map(named);
  return {
    inputs,
    from: { region: region.id, sha256: sha256(JSON.stringify(inputs)) },
    regionSeed: region.assessment.seed,
  };
}

interface Listed {
  readonly id: string;
  readonly variable: string;
  readonly distribution: Distribution;
}

const named = ({ id, variable, distribution }: Listed): SampleInput => ({ name: id, variable, distribution });
