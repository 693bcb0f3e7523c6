import { lazy, Suspense } from 'react';
import { Loading } from '../../components/states.tsx';
import { useAgenda } from '../../lib/hooks.tsx';
import { useNear } from '../../lib/near.ts';

const HomePicture = lazy(() => import('./HomePicture.tsx'));

const TablePicture = lazy(() => import('./TablePicture.tsx'));

/** Room for the drawn picture, which loads when the reader comes near it; nothing where the region has none. */
export function PictureSlot({ on }: { on: 'home' | 'table' }) {
  const { picture } = useAgenda();
  const [ref, near] = useNear();
  if (picture.blocks.length === 0) return null;
  return (
    <section className="picture-slot" ref={ref}>
      {near && (
        <Suspense fallback={<Loading />}>{on === 'home' ? <HomePicture /> : <TablePicture />}</Suspense>
      )}
    </section>
  );
}
