import './reading.css';
import { Button, FormLabel, Paragraph } from '@utrecht/component-library-react';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Page } from '../../components/Page.tsx';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { browserStorage } from '../../lib/kept.ts';
import type { ReadFault, ReadStep } from '../../reading/messages.ts';
import { readFile, UnreadableDocument } from '../../reading/read-file.ts';
import { goOn, keptText, type Work, workFrom } from '../../reading/work.ts';
import { Judging } from './Judging.tsx';
import { useTexts } from './texts.ts';

/** The limits of reading, as the worker holds them; here for the words only. */
const most = { mb: 64, pages: 600 } as const;

type Reading =
  | { readonly kind: 'none' | 'cancelled' | 'forgotten' }
  | { readonly kind: 'busy'; readonly step: ReadStep; readonly stop: () => void }
  | { readonly kind: 'fault'; readonly fault: ReadFault | null };

/** The work of this region in this browser; kept at every step. */
function useKept(region: string): {
  work: Work | null;
  setWork: (work: Work | null) => void;
  lasting: boolean;
} {
  const key = `schaalsprong-reading-${region}`;
  const storage = useMemo(() => browserStorage(), []);
  const [work, show] = useState(() => workFrom(storage?.getItem(key) ?? null));
  const [lasting, setLasting] = useState(storage !== null);
  const setWork = useCallback(
    (next: Work | null) => {
      show(next);
      try {
        if (next === null) storage?.removeItem(key);
        else storage?.setItem(key, keptText(next));
        setLasting(storage !== null);
      } catch {
        // Quota exceeded or storage denied: keep it in memory, and say so.
        setLasting(false);
      }
    },
    [key, storage],
  );
  return { work, setWork, lasting };
}

/** A person opens a document, and decides which of its figures become claims. */
export default function ReadingPage() {
  const c = useTexts();
  const { t, tx } = useWords();
  const { region } = useAgenda();
  const id = useId();
  const { work, setWork, lasting } = useKept(region.id);
  const [before, setBefore] = useState<Work | null>(null);
  const [reading, setReading] = useState<Reading>({ kind: 'none' });
  const stop = useRef<AbortController | null>(null);
  // Cleanup: abort the worker on unmount.
  useEffect(() => () => stop.current?.abort(), []);

  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    const busy = (step: ReadStep): void => setReading({ kind: 'busy', step, stop: () => mine.abort() });
    busy('open');
    try {
      const read = await readFile({ file, qualifiers: region.qualifiers }, mine.signal, busy);
      setBefore(work);
      setWork(goOn(read, work));
      setReading({ kind: 'none' });
    } catch (error) {
      // Stale answer: another file was chosen meanwhile.
      if (stop.current !== mine) return;
      if (mine.signal.aborted) setReading({ kind: 'cancelled' });
      else setReading({ kind: 'fault', fault: error instanceof UnreadableDocument ? error.fault : null });
    }
  };
  const secure = globalThis.isSecureContext;
  return (
    <Page title={c('title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>{c('lead')}</Paragraph>
      <p className="reading__private">{c('private')}</p>
      {secure ? (
        <div className="file">
          <FormLabel htmlFor={id}>{c('choose')}</FormLabel>
          <input
            id={id}
            type="file"
            accept=".pdf,.docx,.html,.htm,.txt,.md"
            aria-describedby={`${id}-limits`}
            onChange={(event) => {
              const { target } = event;
              void open(target.files?.[0]);
              // The same file can be chosen again, once it was changed.
              target.value = '';
            }}
          />
          <p id={`${id}-limits`} className="small">
            {c('limits', most)} {work !== null && c('replace')}
          </p>
        </div>
      ) : (
        <p role="alert">{c('insecure')}</p>
      )}
      <div role="status">
        {reading.kind === 'busy' && (
          <p className="take">
            <progress aria-label={c(`step.${reading.step}`)} /> {c(`step.${reading.step}`)}
            <Button appearance="secondary-action-button" onClick={reading.stop}>
              {c('cancel')}
            </Button>
          </p>
        )}
        {reading.kind === 'cancelled' && <p>{c('cancelled')}</p>}
        {reading.kind === 'forgotten' && <p>{c('work.forgotten')}</p>}
        {before !== null && reading.kind !== 'busy' && (
          <Button
            appearance="subtle-button"
            onClick={() => {
              setWork(before);
              setBefore(null);
              setReading({ kind: 'none' });
            }}
          >
            {c('work.back')}
          </Button>
        )}
      </div>
      {reading.kind === 'fault' && (
        <div role="alert" className="reading__fault">
          {reading.fault === null ? (
            <p>{c('fault.start')}</p>
          ) : (
            <>
              <p>
                <strong>{tx(reading.fault.text)}</strong> {tx(reading.fault.hint)}
              </p>
              <p className="small">{c('fault.code', { code: reading.fault.code })}</p>
            </>
          )}
        </div>
      )}
      {work !== null && (
        <Judging
          key={work.file.document.sha256}
          work={work}
          setWork={setWork}
          lasting={lasting}
          forget={() => {
            setBefore(work);
            setWork(null);
            setReading({ kind: 'forgotten' });
          }}
        />
      )}
    </Page>
  );
}
