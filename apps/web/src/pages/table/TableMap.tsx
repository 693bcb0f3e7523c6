import { lazy, Suspense } from 'react';
import { Loading } from '../../components/states.tsx';
import { Fold } from './Fold.tsx';
import { useTexts } from './texts.ts';

const MunicipalityMap = lazy(() => import('../map/MunicipalityMap.tsx'));

/** The municipalities as they were measured: the model computes none of them. Fetched when it is opened. */
export function TableMap() {
  const c = useTexts();
  return (
    <Fold summary={c('map.summary')} className="table-map">
      {() => (
        <Suspense fallback={<Loading />}>
          <MunicipalityMap place="table" />
        </Suspense>
      )}
    </Fold>
  );
}
