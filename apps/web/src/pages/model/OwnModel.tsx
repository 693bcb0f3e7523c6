import { pageTitle } from '@schaalsprong/wire/pages';
import { Button, FormLabel, Paragraph } from '@utrecht/component-library-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Page } from '../../components/Page.tsx';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { OwnVariables } from './OwnVariables.tsx';
import { type OwnModelOpen, openOwn } from './own.ts';
import { useLabState } from './region.tsx';
import { DataAdvice, ModelState } from './states.tsx';

const largestFile = 20_000_000;

let open: OwnModelOpen | null = null;

function OpenedLab({ model }: { model: OwnModelOpen }) {
  const state = useLabState(model.lab);
  return (
    <ModelState state={state} withProblems={(problems) => <DataAdvice problems={problems} />}>
      {(opened) => <OwnVariables opened={opened} model={model} />}
    </ModelState>
  );
}

/** A model of the reader's own, from their disk; nothing of it leaves the machine. */
export function OwnModel() {
  const { t, tx } = useWords();
  const { region } = useAgenda();
  const id = useId();
  const field = useRef<HTMLInputElement | null>(null);
  const [current, setCurrent] = useState(open);
  const [opens, setOpens] = useState(0);
  const [tooLarge, setTooLarge] = useState(false);
  useEffect(() => {
    open = current;
  }, [current]);
  const choose = (file: File | undefined): void => {
    if (file === undefined) return;
    setTooLarge(file.size > largestFile);
    if (file.size > largestFile) return;
    current?.lab.close();
    setOpens(opens + 1);
    setCurrent(openOwn(file));
  };
  const close = (): void => {
    current?.lab.close();
    setCurrent(null);
    // The same file may be chosen again, fixed meanwhile.
    if (field.current !== null) field.current.value = '';
    field.current?.focus();
  };
  return (
    <Page
      cite={false}
      title={t('own.title')}
      trail={[
        { to: '/bronnen', label: t('sources.title') },
        { to: '/bronnen/model', label: tx(pageTitle('model')) },
      ]}
    >
      <Paragraph>{t('own.lead')}</Paragraph>
      <div className="file">
        <FormLabel htmlFor={id}>{t('own.choose')}</FormLabel>
        <input
          id={id}
          ref={field}
          type="file"
          accept=".mdl,.xmile,.stmx,.itmx,.xml,text/plain"
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </div>
      {tooLarge && <p role="alert">{t('own.tooLarge')}</p>}
      {current !== null && (
        <>
          <p className="own-close">
            <Button appearance="secondary-action-button" onClick={close}>
              {t('own.close')}
            </Button>
          </p>
          <OpenedLab key={`${opens} ${current.name}`} model={current} />
        </>
      )}
      <p className="small">{t('own.region', { title: region.document.title })}</p>
    </Page>
  );
}
