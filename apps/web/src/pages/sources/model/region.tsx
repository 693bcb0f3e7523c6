import { sampleFutures } from '@schaalsprong/futures/sampling';
import { resolveScenario } from '@schaalsprong/futures/scenario';
import { useMemo, useSyncExternalStore } from 'react';
import type { SourcesResponse } from '../../../api.ts';
import { Lab, type LabRun, type LabState } from '../../../lab/lab.ts';
import type { Agenda } from '../../../lib/agenda.ts';
import { useAgenda } from '../../../lib/hooks.tsx';
import type { AddressOf } from './Causes.tsx';

/** Futures that are run in the page; the standing on the other pages runs as many as the region asks. */
export const futuresInPage = 1000;

/** The model of the region as the reader has it in the page. */
export interface ModelInPage {
  readonly lab: Lab;
  readonly state: LabState;
  readonly run: LabRun;
  readonly addressOf: AddressOf;
}

let kept: { readonly hash: string; readonly lab: Lab } | null = null;

function regionLab(agenda: Agenda, sources: SourcesResponse): Lab {
  const { hash, file } = sources.model;
  if (kept?.hash === hash) return kept.lab;
  const { assessment } = agenda.region;
  const scenario = resolveScenario(
    { measures: agenda.measures, uncertainties: sources.uncertainties, scenarios: agenda.scenarios },
    assessment.scenario,
  );
  let drawn: ReturnType<typeof sampleFutures> | null = null;
  const lab = new Lab({
    file,
    units: 'fail',
    text: async () => {
      const response = await fetch('/bronnen/model.mdl');
      if (!response.ok) throw new Error(`the model text answered ${response.status}`);
      return response.text();
    },
    futures: () => {
      drawn ??= sampleFutures(sources.uncertainties, futuresInPage, assessment.seed);
      return drawn;
    },
    levers: scenario.levers,
    outcomes: [...new Set(agenda.outcomes.map(({ variable }) => variable))],
  });
  kept = { hash, lab };
  return lab;
}

/** Follows a laboratory. */
export function useLab(lab: Lab): { readonly state: LabState; readonly run: LabRun } {
  const state = useSyncExternalStore(lab.subscribe, lab.state);
  const run = useSyncExternalStore(lab.subscribe, lab.run);
  return { state, run };
}

/** The region's model, read once for as long as the reader stays; what they moved stays moved from page to page. */
export function useRegionModel(sources: SourcesResponse): ModelInPage {
  const agenda = useAgenda();
  const lab = regionLab(agenda, sources);
  const { state, run } = useLab(lab);
  const idOf = useMemo(
    () => new Map(sources.model.variables.map((variable) => [variable.name, variable.id])),
    [sources],
  );
  return {
    lab,
    state,
    run,
    addressOf: (name) => `/bronnen/model/${idOf.get(name) ?? ''}`,
  };
}
