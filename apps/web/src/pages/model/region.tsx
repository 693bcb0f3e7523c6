import { resolveScenario } from '@schaalsprong/futures/scenario';
import { sampleFutures } from '@schaalsprong/methods/ensemble';
import type { SourcesResponse } from '@schaalsprong/wire';
import { downloads } from '@schaalsprong/wire';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Agenda } from '../../lib/agenda.ts';
import { useAgenda } from '../../lib/hooks.tsx';
import { ModelSession, type SessionRun, type SessionState } from '../../model/model-session.ts';
import type { AddressOf } from './Causes.tsx';

/** Futures that are run in the page; the standing on the other pages runs as many as the region asks. */
export const futuresInPage = 1000;

/** The model of the region as the reader has it in the page. */
export interface ModelInPage {
  readonly lab: ModelSession;
  readonly state: SessionState;
  readonly addressOf: AddressOf;
}

let kept: { readonly hash: string; readonly lab: ModelSession } | null = null;

function regionLab(agenda: Agenda, sources: SourcesResponse): ModelSession {
  const { hash, file } = sources.model;
  if (kept?.hash === hash) return kept.lab;
  const { assessment } = agenda.region;
  const scenario = resolveScenario(
    { measures: agenda.measures, uncertainties: sources.uncertainties, scenarios: agenda.scenarios },
    assessment.scenario,
  );
  let drawn: ReturnType<typeof sampleFutures> | null = null;
  const lab = new ModelSession({
    file,
    units: 'fail',
    text: async () => {
      const response = await fetch(downloads.model.path);
      if (!response.ok) throw new Error(`the model text answered ${response.status}`);
      return response.text();
    },
    futures: (moved) => {
      drawn ??= sampleFutures(sources.uncertainties, futuresInPage, assessment.seed);
      // What the reader puts at a value is no longer uncertain.
      const free = Object.entries(drawn.values).filter(([name]) => !(name in moved));
      return { count: drawn.count, values: Object.fromEntries(free) };
    },
    levers: scenario.levers,
    origin: () => [`model ${hash.slice(0, 8)}`, `seed ${assessment.seed}`],
    outcomes: [...new Set(agenda.outcomes.map(({ variable }) => variable))],
  });
  kept = { hash, lab };
  return lab;
}

/** How far a model is. */
export const useLabState = (lab: ModelSession): SessionState =>
  useSyncExternalStore(lab.subscribe, lab.state);

/** The latest answer. Its users re-render at every move of a lever. */
export const useLabRun = (lab: ModelSession): SessionRun => useSyncExternalStore(lab.subscribe, lab.run);

/** Singleton per session: the region's model is parsed once, and moved levers survive navigation. */
export function useRegionModel(sources: SourcesResponse): ModelInPage {
  const agenda = useAgenda();
  const lab = regionLab(agenda, sources);
  const state = useLabState(lab);
  const idOf = useMemo(
    () => new Map(sources.model.variables.map((variable) => [variable.name, variable.id])),
    [sources],
  );
  return {
    lab,
    state,
    addressOf: useCallback((name: string) => `/bronnen/model/${idOf.get(name) ?? ''}`, [idOf]),
  };
}
