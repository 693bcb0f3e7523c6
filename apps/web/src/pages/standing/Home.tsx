import { Paragraph } from '@utrecht/component-library-react';
import { lazy, Suspense } from 'react';
import { Page } from '../../components/Page.tsx';
import { Loading } from '../../components/states.tsx';
import { WhatHoldsBack } from '../../components/WhatHoldsBack.tsx';
import { type StandingState, useStanding, useWords } from '../../lib/hooks.tsx';
import { useNear } from '../../lib/near.ts';
import { MapSlot } from '../map/MapSlot.tsx';
import { PictureSlot } from '../picture/PictureSlot.tsx';
import { Ambitions } from './home/Ambitions.tsx';
import { Board } from './home/Board.tsx';
import { Doors } from './home/Doors.tsx';
import { FuturePart } from './home/FuturePart.tsx';
import { TallyPart } from './home/TallyPart.tsx';

/** The one thing that holds back most, and why. */
function Brake({ standing }: { standing: StandingState }) {
  const { t, tx } = useWords();
  // The room is kept while it is computed.
  if (standing.sentence === null || standing.detail === null) return <div className="brake" />;
  return (
    <div className="brake">
      <p className="brake__said">{tx(standing.sentence)}</p>
      <details className="why">
        <summary>{t('home.why')}</summary>
        <WhatHoldsBack assessment={standing.detail.assessment} />
      </details>
    </div>
  );
}

const Rest = lazy(() => import('./home/Rest.tsx'));

/** The end of the page, which loads with its audit when the reader comes near it. */
function Later({ standing }: { standing: StandingState }) {
  const [ref, near] = useNear();
  return (
    <div className="home-rest" ref={ref}>
      {near && (
        <Suspense fallback={<Loading />}>
          <Rest standing={standing} />
        </Suspense>
      )}
    </div>
  );
}

/** Where do we stand, and what holds us back most? In thirty seconds first, then in full. */
export function Home() {
  const { t } = useWords();
  const standing = useStanding();
  return (
    <Page title={t('home.title')} kicker={<span className="home-question">{t('home.question')}</span>}>
      <div className="answer">
        <div className="answer__standing">
          <TallyPart standing={standing} />
          <Brake standing={standing} />
        </div>
        <FuturePart standing={standing} />
      </div>
      <Doors />
      <PictureSlot on="home" />
      <MapSlot place="home" />
      <Ambitions standing={standing} />
      <Board standing={standing} />
      <Later standing={standing} />
      <Paragraph className="only-print">{globalThis.location.href}</Paragraph>
    </Page>
  );
}
