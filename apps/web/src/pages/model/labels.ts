import type { ModelVariable, SourcesResponse } from '@schaalsprong/wire';
import type { Agenda } from '../../lib/agenda.ts';
import type { Words } from '../../lib/hooks.tsx';

/**
 * What a variable of the model is called elsewhere on the site, in the language of the page: as lever, as assumption or as outcome.
 * Null where only the model names it. An assumption of one of several areas names its own, not the variable.
 */
export function variableLabel(
  variable: ModelVariable,
  agenda: Agenda,
  sources: SourcesResponse,
  tx: Words['tx'],
): string | null {
  const [measure] = variable.measures;
  const lever = measure === undefined ? undefined : agenda.measureById.get(measure);
  const outcome = agenda.outcomes.find(({ variable: name }) => name === variable.name);
  const assumption = sources.uncertainties.find(({ variable: name }) => name === variable.name);
  const found = outcome ?? lever ?? assumption;
  return found === undefined ? null : tx(found.title);
}
