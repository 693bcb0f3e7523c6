import { placeLineMark } from '@schaalsprong/chart';
import { linePieces } from '@schaalsprong/monitor/lines';
import type { ApiIndicatorSummary } from '@schaalsprong/wire';
import { SmallScene } from './SceneView.tsx';

/** The measured line of an indicator in the size of a word, with its gaps and breaks, and the line of a target. */
export function LineMark({
  indicator,
  target = null,
}: {
  indicator: Pick<ApiIndicatorSummary, 'line' | 'begins' | 'unit'>;
  target?: number | null;
}) {
  if (indicator.line.length === 0) return null;
  const top = indicator.unit === 'rank' ? 'low' : 'high';
  return <SmallScene className="spark" scene={placeLineMark(linePieces(indicator), target, top)} />;
}
