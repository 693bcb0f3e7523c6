import { useAgenda, useStanding } from '../../lib/hooks.tsx';
import type { PictureFacts } from '../../picture/series.ts';
import { WholePicture } from './WholePicture.tsx';

/** The drawn picture with the numbers of the standing. */
export default function HomePicture() {
  const agenda = useAgenda();
  const standing = useStanding();
  const { detail } = standing;
  const facts: PictureFacts = {
    fan: (outcome) => {
      const target = agenda.targets.find(
        (each) => each.outcome === outcome && detail?.series[each.id] !== undefined,
      );
      return (
        (target === undefined ? undefined : detail?.series[target.id]) ?? detail?.others[outcome] ?? null
      );
    },
    target: (id) => standing.of(id) ?? null,
  };
  return <WholePicture facts={facts} ready={detail !== null} moved={null} file="samenhang" />;
}
