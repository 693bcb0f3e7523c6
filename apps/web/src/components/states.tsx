import type { ClientError } from '@schaalsprong/wire';
import { Alert, Button, Heading2, Paragraph } from '@utrecht/component-library-react';
import { Component, type ReactNode } from 'react';
import { useStanding, useWords } from '../lib/hooks.tsx';
import { standingResource } from '../lib/resource.ts';

/** Something is on its way. */
export function Loading() {
  const { t } = useWords();
  return (
    <p className="loading" role="status">
      {t('state.loading')}
    </p>
  );
}

/** Something did not come, and what to do about it. */
export function Failed({ error, retry }: { error: ClientError; retry: () => void }) {
  const { t, lang } = useWords();
  const problem = error.problem === null ? null : lang === 'nl' ? error.problem : error.problem.en;
  return (
    <Alert type="error" role="alert">
      <Heading2>{problem?.title ?? t('state.error.title')}</Heading2>
      <Paragraph>{problem?.detail ?? t('state.error.text')}</Paragraph>
      <Button appearance="secondary-action-button" onClick={retry}>
        {t('state.error.again')}
      </Button>
    </Alert>
  );
}

/** One line about the computation: how far it is, that it failed, or that the server is silent. Nothing when all is well. */
export function StandingNotice() {
  const { t, lang, count } = useWords();
  const { snapshot, detail } = useStanding();
  const value = snapshot.value;
  if (value === null) {
    return snapshot.failing === null ? null : (
      <Failed error={snapshot.failing} retry={() => void standingResource.refresh()} />
    );
  }
  if (value.state === 'failed') {
    const problem = lang === 'nl' ? value.problem : value.problem.en;
    return (
      <Alert type="error" role="alert">
        <Heading2>{t('state.failed.title')}</Heading2>
        <Paragraph>
          {problem.detail} {t('state.failed.text')}
        </Paragraph>
      </Alert>
    );
  }
  if (snapshot.failing !== null && snapshot.at !== null) {
    const time = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' }).format(snapshot.at);
    return (
      <p className="notice" role="status">
        {t('state.stale', { time })}
      </p>
    );
  }
  if (value.state === 'ready') return null;
  return (
    <div className="notice notice--running">
      <progress
        max={value.of}
        value={value.done}
        aria-label={t('state.running', { done: count(value.done), of: count(value.of) })}
      />
      <p>
        <strong>{t('state.running', { done: count(value.done), of: count(value.of) })}</strong>{' '}
        {detail === null
          ? t('state.running.first')
          : t('state.running.partial', { n: count(detail.assessment.provenance.futures) })}
      </p>
    </div>
  );
}

function Broken() {
  const { t } = useWords();
  return (
    <Alert type="error" role="alert">
      <Heading2>{t('state.render.title')}</Heading2>
      <Paragraph>{t('state.render.text')}</Paragraph>
      <Button appearance="secondary-action-button" onClick={() => globalThis.location.reload()}>
        {t('state.error.again')}
      </Button>
    </Alert>
  );
}

/** Keeps a fault in one page from taking the header and the way out with it. `at` is the address: another page starts afresh. */
export class Boundary extends Component<{ at: string; children: ReactNode }, { brokenAt: string | null }> {
  override state: { brokenAt: string | null } = { brokenAt: null };

  static getDerivedStateFromError(): { brokenAt: string } {
    return { brokenAt: globalThis.location.pathname };
  }

  override render(): ReactNode {
    return this.state.brokenAt === this.props.at ? <Broken /> : this.props.children;
  }
}
