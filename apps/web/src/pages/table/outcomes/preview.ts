import type { Band, TableAnswer, TableTarget } from '@schaalsprong/futures/table';
import { sameSetting } from '@schaalsprong/futures/table';
import type { FanSeries, StandingResponse } from '@schaalsprong/wire';
import { useMemo } from 'react';
import type { Agenda } from '../../../lib/agenda.ts';
import { useAgenda, useStanding } from '../../../lib/hooks.tsx';
import type { TableState } from '../../../table/contract.ts';
import { useTablePart } from '../context.tsx';

type Detail = Extract<StandingResponse, { state: 'ready' }>['detail'];

/** A target as the standing has it: without its value in every future. */
export type FirstTarget = Omit<TableTarget, 'values'>;

/** A band without its inner half, as the standing has it. */
export type FirstBand = Pick<Band, 'time' | 'p10' | 'p50' | 'p90'>;

/** What the server computed of the setting that the table begins with: shown until this browser has computed the same itself. */
export interface FirstAnswer {
  readonly count: number;
  readonly targets: readonly FirstTarget[];
  readonly constraints: readonly Pick<TableAnswer['constraints'][number], 'id' | 'share'>[];
  /** By outcome; only of outcomes that answer a target. */
  readonly bands: Readonly<Record<string, FirstBand>>;
}

/**
 * The standing as a first answer of the table; null where it is of another content, scenario or viewpoint than the setting shown.
 *
 * @param setting what the table shows
 */
export function firstAnswer(
  agenda: Pick<Agenda, 'region' | 'targets' | 'outcomes'>,
  { assessment, series }: Detail,
  setting: TableState['setting'],
): FirstAnswer | null {
  const { provenance, holdingBack, targets } = assessment;
  const { hashes, assessment: asked } = agenda.region;
  const isSame =
    provenance.agenda === hashes.agenda &&
    provenance.data === hashes.data &&
    provenance.model === hashes.model &&
    provenance.seed === asked.seed &&
    sameSetting(
      {
        levers: provenance.levers,
        timings: provenance.timings,
        assumptions: provenance.assumptions,
        viewpoint: provenance.viewpoint,
      },
      setting,
    );
  if (!isSame) return null;
  const bands: Record<string, FanSeries> = {};
  for (const { id, outcome, unit } of agenda.targets) {
    const band = series[id];
    const known = agenda.outcomes.find((one) => one.id === outcome);
    if (band !== undefined && known !== undefined && known.unit === unit) bands[known.id] = band;
  }
  return {
    count: provenance.futures,
    targets: targets.flatMap(({ id, projected, met, gap, binding }) =>
      projected === null ? [] : [{ id, projected, met, gap, binding }],
    ),
    constraints: holdingBack.map(({ constraint: id, share }) => ({ id, share })),
    bands,
  };
}

/** The first answer of the server, as long as the table has none of its own. */
export function useFirstAnswer(): FirstAnswer | null {
  const agenda = useAgenda();
  const { detail } = useStanding();
  // The server reads each target at its own horizon.
  const isOther = useTablePart((state) => state.answer !== null || state.year !== null);
  const setting = useTablePart((state) => state.setting);
  return useMemo(
    () => (isOther || detail === null ? null : firstAnswer(agenda, detail, setting)),
    [agenda, detail, isOther, setting],
  );
}
