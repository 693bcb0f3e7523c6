import type { Verdict } from '@schaalsprong/audit';
import { ClientError } from '@schaalsprong/wire';
import { Button } from '@utrecht/component-library-react';
import { useEffect, useState } from 'react';
import { canSave } from '../../lib/editing.ts';
import { useWords } from '../../lib/hooks.tsx';
import { auditResource, client } from '../../lib/resource.ts';
import { useTexts } from './texts.ts';

/** Saves the reader's own verdicts in the region folder, where the server does that; else there is nothing to see. */
export function FolderVerdicts({ verdicts }: { verdicts: readonly Verdict[] }) {
  const c = useTexts();
  const { lang, count } = useWords();
  const [can, setCan] = useState(false);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const any = verdicts.length > 0;
  useEffect(() => {
    if (!any) return;
    let shown = true;
    void canSave(client.savesVerdicts).then((on) => {
      if (shown) setCan(on);
    });
    return () => {
      shown = false;
    };
  }, [any]);
  const send = async (): Promise<void> => {
    setBusy(true);
    setSaid(c('take.folder.busy'));
    try {
      const { paths } = await client.saveVerdicts({ body: { verdicts } });
      setSaid(c('take.folder.done', { paths: paths.join(', ') }));
      void auditResource.refresh();
    } catch (error) {
      const body = error instanceof ClientError ? error.problem : null;
      const [first] = body?.problems ?? [];
      const why = first?.message[lang] ?? (lang === 'nl' ? body?.detail : body?.en.detail) ?? '-';
      setSaid(c('take.folder.refused', { why }));
    } finally {
      setBusy(false);
    }
  };
  if (!can) return null;
  return (
    <>
      {any && (
        <Button appearance="secondary-action-button" disabled={busy} onClick={() => void send()}>
          {c('take.folder', { n: count(verdicts.length) })}
        </Button>
      )}
      <p role="status" className="small">
        {said}
      </p>
    </>
  );
}
