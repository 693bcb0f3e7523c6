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

/** The document that is open, what it is at, and the one that it took the place of. */
function useReading() {
  const { region } = useAgenda();
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
  return {
    work,
    setWork,
    lasting,
    before,
    reading,
    open,
    forget: () => {
      setBefore(work);
      setWork(null);
      setReading({ kind: 'forgotten' });
    },
    back: () => {
      setWork(before);
      setBefore(null);
      setReading({ kind: 'none' });
    },
  };
}

function FileChoice({ replaces, open }: { replaces: boolean; open: (file: File | undefined) => void }) {
  const c = useTexts();
  const id = useId();
  return (
    <div className="file">
      <FormLabel htmlFor={id}>{c('choose')}</FormLabel>
      <input
        id={id}
        type="file"
        accept=".pdf,.docx,.html,.htm,.txt,.md"
        aria-describedby={`${id}-limits`}
        onChange={(event) => {
          const { target } = event;
          open(target.files?.[0]);
          // The same file can be chosen again, once it was changed.
          target.value = '';
        }}
      />
      <p id={`${id}-limits`} className="small">
        {c('limits', most)} {replaces && c('replace')}
      </p>
    </div>
  );
}

/** What reading is at, and the way back to the document before. */
function Progress({ reading, back }: { reading: Reading; back: (() => void) | null }) {
  const c = useTexts();
  return (
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
      {back !== null && reading.kind !== 'busy' && (
        <Button appearance="subtle-button" onClick={back}>
          {c('work.back')}
        </Button>
      )}
    </div>
  );
}

function Fault({ fault }: { fault: ReadFault | null }) {
  const c = useTexts();
  const { tx } = useWords();
  return (
    <div role="alert" className="reading__fault">
      {fault === null ? (
        <p>{c('fault.start')}</p>
      ) : (
        <>
          <p>
            <strong>{tx(fault.text)}</strong> {tx(fault.hint)}
          </p>
          <p className="small">{c('fault.code', { code: fault.code })}</p>
        </>
      )}
    </div>
  );
}

/** A person opens a document, and decides which of its figures become claims. */
export default function ReadingPage() {
  const c = useTexts();
  const { t } = useWords();
  const { work, setWork, lasting, before, reading, open, forget, back } = useReading();
  return (
    <Page cite={false} title={c('title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>{c('lead')}</Paragraph>
      <p className="reading__private">{c('private')}</p>
      {globalThis.isSecureContext ? (
        <FileChoice replaces={work !== null} open={(file) => void open(file)} />
      ) : (
        <p role="alert">{c('insecure')}</p>
      )}
      <Progress reading={reading} back={before === null ? null : back} />
      {reading.kind === 'fault' && <Fault fault={reading.fault} />}
      {work !== null && (
        <Judging
          key={work.file.document.sha256}
          work={work}
          setWork={setWork}
          lasting={lasting}
          forget={forget}
        />
      )}
    </Page>
  );
}
