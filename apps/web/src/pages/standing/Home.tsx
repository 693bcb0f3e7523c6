import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { HeaviestConflicts } from '../../components/OpenConflicts.tsx';
import { Page } from '../../components/Page.tsx';
import { WhatHoldsBack } from '../../components/WhatHoldsBack.tsx';
import { type StandingState, useStanding, useWords } from '../../lib/hooks.tsx';
import { PictureSlot } from '../picture/PictureSlot.tsx';
import { Ambitions } from './home/Ambitions.tsx';
import { Board } from './home/Board.tsx';
import { Doors } from './home/Doors.tsx';
import { FuturePart } from './home/FuturePart.tsx';
import { Honest } from './home/Honest.tsx';
import { LastChange } from './home/LastChange.tsx';
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
      {/* The map comes here. */}
      <Ambitions standing={standing} />
      <Board standing={standing} />
      <LastChange />
      <HeaviestConflicts />
      <div className="two">
        <Honest standing={standing} />
        <section>
          <Heading2>{t('home.later')}</Heading2>
          <ul className="plain">
            <li>{t('home.later.pages')}</li>
          </ul>
        </section>
      </div>
      <Paragraph className="only-print">{globalThis.location.href}</Paragraph>
    </Page>
  );
}
