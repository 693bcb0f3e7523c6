import { lazy, Suspense } from 'react';
import { Loading } from '../../components/states.tsx';
import { useAgenda } from '../../lib/hooks.tsx';

const HomePicture = lazy(() => import('./HomePicture.tsx'));

const TablePicture = lazy(() => import('./TablePicture.tsx'));

/** Room for the drawn picture, which loads after the page around it; nothing where the region has none. */
export function PictureSlot({ on }: { on: 'home' | 'table' }) {
  const { picture } = useAgenda();
  if (picture.blocks.length === 0) return null;
  return (
    <section className="picture-slot">
      <Suspense fallback={<Loading />}>{on === 'home' ? <HomePicture /> : <TablePicture />}</Suspense>
    </section>
  );
}
