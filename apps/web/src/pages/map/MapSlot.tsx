import { lazy, Suspense } from 'react';
import { Loading } from '../../components/states.tsx';
import { useNear } from '../../lib/near.ts';
import type { MapOf } from './MunicipalityMap.tsx';

const MunicipalityMap = lazy(() => import('./MunicipalityMap.tsx'));

/** Room for a map of the municipalities, which loads when the reader comes near it. */
export function MapSlot({ place, ...of }: MapOf) {
  const [ref, near] = useNear();
  return (
    <section className={`map-slot map-slot--${place}`} ref={ref}>
      {near && (
        <Suspense fallback={<Loading />}>
          <MunicipalityMap place={place} {...of} />
        </Suspense>
      )}
    </section>
  );
}
