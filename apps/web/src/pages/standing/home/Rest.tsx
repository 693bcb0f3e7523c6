import { Heading2 } from '@utrecht/component-library-react';
import { HeaviestConflicts } from '../../../components/OpenConflicts.tsx';
import type { StandingState } from '../../../lib/hooks.tsx';
import { useWords } from '../../../lib/hooks.tsx';
import { Honest } from './Honest.tsx';
import { LastChange } from './LastChange.tsx';

/** The end of the home page: what changed, which numbers collide, and what all this does not say. */
export default function Rest({ standing }: { standing: StandingState }) {
  const { t } = useWords();
  return (
    <>
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
    </>
  );
}
