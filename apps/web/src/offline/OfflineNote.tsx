import { Alert } from '@utrecht/component-library-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useWords } from '../lib/hooks.tsx';
import { keepForOffline, networkNow, subscribeNetwork } from './offline.ts';

const texts = {
  nl: {
    offline: 'U bent niet verbonden. De tafel rekent gewoon door.',
    of: (when: string) => `Wat de server weet is van ${when}.`,
  },
  en: {
    offline: 'You are not connected. The table computes all the same.',
    of: (when: string) => `What the server knows is of ${when}.`,
  },
} as const;

/** Keeps this page for use without a network, and says so when there is none: of when is what is here? */
export function OfflineNote() {
  const { lang } = useWords();
  const { offline, keptAt } = useSyncExternalStore(subscribeNetwork, networkNow);
  useEffect(() => {
    void keepForOffline();
  }, []);
  if (!offline) return null;
  const say = texts[lang];
  const when =
    keptAt === null
      ? null
      : new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(keptAt);
  return (
    <Alert type="info" role="status">
      <p>
        {say.offline} {when !== null && say.of(when)}
      </p>
    </Alert>
  );
}
