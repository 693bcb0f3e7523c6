import { Paragraph } from '@utrecht/component-library-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { A } from '../../../components/Link.tsx';
import { Page } from '../../../components/Page.tsx';
import { useAgenda } from '../../../lib/hooks.tsx';
import { useTablePart, ViewProvider } from '../context.tsx';
import { Lead, Progress, useComparedName } from '../outcomes/Lead.tsx';
import { OutcomeGrid } from '../outcomes/Outcomes.tsx';
import type { Shown } from '../outcomes/shown.ts';
import { useTexts } from '../texts.ts';
import { Screen } from './screen.ts';

const nothing = (): void => undefined;

function Shows({ shown }: { shown: Shown }) {
  const c = useTexts();
  const against = useComparedName();
  const stale = useTablePart((state) => state.stale);
  return (
    <div aria-busy={stale}>
      <Lead />
      <p className="small">{c('legend', { against })}</p>
      <OutcomeGrid shown={shown} onShow={nothing} large />
      <Progress />
    </div>
  );
}

function Following({ screen }: { screen: Screen }) {
  const c = useTexts();
  const on = useSyncExternalStore(screen.subscribe, screen.on);
  if (on === null) {
    return (
      <Paragraph role="status">
        {c('screen.waiting')} <A to="/tafel">{c('screen.open')}</A>
      </Paragraph>
    );
  }
  return (
    <ViewProvider view={on.view}>
      <Shows shown={on.shown} />
    </ViewProvider>
  );
}

/** The table on a second screen: the sentence and the charts, following the first window. */
export function ScreenPage() {
  const c = useTexts();
  const { region } = useAgenda();
  const [screen, setScreen] = useState<Screen | null>(null);
  useEffect(() => {
    const made = new Screen(region.id);
    setScreen(made);
    return () => made.close();
  }, [region.id]);
  return (
    <Page cite={false} title={c('title')}>
      <div className="second-screen">{screen !== null && <Following screen={screen} />}</div>
    </Page>
  );
}
