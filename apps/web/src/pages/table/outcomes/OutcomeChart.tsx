import { type OutcomeSeries, placeOutcome } from '@schaalsprong/chart';
import { memo } from 'react';
import { SceneView } from '../../../charts/SceneView.tsx';

interface Props {
  readonly width: number;
  readonly height: number;
  readonly titleId: string;
  readonly series: OutcomeSeries;
}

/** One outcome of the table. Memoized on series and size, since a move of a lever redraws every chart. */
export const OutcomeChart = memo(function OutcomeChart({ width, height, titleId, series }: Props) {
  return <SceneView scene={placeOutcome(series, { width, height })} titleId={titleId} />;
});
