import { resolve } from 'node:path';
import { RegionError } from '@schaalsprong/agenda';
import { readRanges } from '@schaalsprong/futures/ranges';
import type { SampledUncertainty } from '@schaalsprong/methods/ensemble';
import { type Model, nameKey, variableKey } from '@schaalsprong/model';
import { type FoundModel, readText, sha256 } from './find-model.ts';
import type { SimulateRequest } from './request.ts';

/** What is uncertain in a model, and a hash of where it says so. */
export interface Uncertain {
  readonly uncertainties: readonly SampledUncertainty[];
  readonly sha256: string | null;
}

/**
 * The uncertainties of a command: those of its file, else those of the region when more than one future is asked. What
 * the command sets is no longer uncertain.
 *
 * @throws RegionError with every fault of the file, and names in it that the model does not have
 */
export function chooseUncertainties(
  command: Pick<SimulateRequest, 'set' | 'uncertain' | 'futures'>,
  found: FoundModel,
  cwd: string,
): Uncertain {
  const set = new Set(Object.keys(command.set).map((name) => nameKey(name)));
  const free = (all: readonly SampledUncertainty[]): readonly SampledUncertainty[] =>
    all.filter(({ variable }) => !set.has(nameKey(variable)));
  const { uncertain: file } = command;
  if (file === null) {
    const many = (command.futures ?? 1) > 1;
    const own = many ? (found.region?.uncertainties ?? []) : [];
    return { uncertainties: free(own), sha256: own.length === 0 ? null : sha256(JSON.stringify(own)) };
  }
  const text = readText(resolve(cwd, file), file);
  const { uncertainties, problems } = readRanges(file, text, found.model);
  if (problems.length > 0) throw new RegionError(file, problems);
  return { uncertainties: free(uncertainties), sha256: sha256(text) };
}

/**
 * Full names of what the command wants to know; of a variable with subscripts all its elements. A name that the model
 * does not have is left for the model to refuse, which offers near ones. What is computed with data that is not there stays out
 * unless it is named: a warning of the model says so.
 */
export function chooseOutcomes(command: SimulateRequest, { model, region }: FoundModel): string[] {
  const { outcomes: asked } = command;
  const series = model.variables.filter(({ kind }) => kind !== 'lookup');
  const { lacking = [], elements: parts } = model.program;
  const unknown = new Set(lacking.map(({ element }) => parts[element]?.name));
  const elementsOf = (some: Model['variables']): string[] =>
    some.flatMap(({ elements }) => elements).filter((name) => !unknown.has(name));
  if (asked === 'all') return elementsOf(series);
  if (asked !== null) {
    return asked.flatMap((name) => {
      const variable = series.find((one) => nameKey(one.name) === nameKey(name));
      return variable !== undefined && variableKey(name) === nameKey(name) ? variable.elements : [name];
    });
  }
  if (region !== null) return [...new Set(region.outcomes.map(({ variable }) => variable))];
  const stocks = series.filter(({ kind }) => kind === 'stock');
  const auxiliaries = series.filter(({ kind }) => kind === 'auxiliary');
  return [stocks, auxiliaries, series].map(elementsOf).find((names) => names.length > 0) ?? [];
}
