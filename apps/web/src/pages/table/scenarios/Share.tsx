import type { Text } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { Button, FormField, FormLabel, Textbox } from '@utrecht/component-library-react';
import { useEffect, useId, useState } from 'react';
import { save, saveCsv } from '../../../charts/take.ts';
import { useAgenda, useResource, useWords } from '../../../lib/hooks.tsx';
import { client, sourcesResource } from '../../../lib/resource.ts';
import { useTable, useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useOrigin, useSettingAddress } from '../outcomes/origin.ts';
import { useTexts } from '../texts.ts';
import { problemsOf } from '../why/use-question.ts';
import { everythingTable } from './everything.ts';
import { FuturesData } from './FuturesData.tsx';
import { NamedFields, unnamed } from './NamedFields.tsx';
import { keepsShares, shortened } from './short-link.ts';

/** An address to copy by hand. */
function LinkField({ id, label, link }: { id: string; label: string; link: string }) {
  return (
    <FormField>
      <FormLabel htmlFor={id}>{label}</FormLabel>
      <Textbox
        id={id}
        className="share-link"
        value={link}
        readOnly
        onFocus={(event: { target: HTMLInputElement }) => event.target.select()}
      />
    </FormField>
  );
}

/** Makes a link that freezes what is on the table, shows it and copies it. */
function LinkForm() {
  const { tx, count } = useWords();
  const c = useTexts();
  const table = useTable();
  const id = useId();
  const [named, setNamed] = useState(unnamed);
  const [link, setLink] = useState<string | null>(null);
  const [long, setLong] = useState<string | null>(null);
  const [keeps, setKeeps] = useState(false);
  const [short, setShort] = useState(true);
  useEffect(() => {
    void keepsShares(client).then(setKeeps);
  }, []);
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Text[]>([]);
  const make = async (): Promise<void> => {
    setProblems([]);
    setBusy(true);
    setMessage(c('share.busy'));
    try {
      const made = await table.link(named.name.trim(), named.description.trim());
      const whole = new URL(made, globalThis.location.href).href;
      const { link: address, refused } =
        keeps && short ? await shortened(whole, client) : { link: whole, refused: null };
      setLink(address);
      setLong(address === whole ? null : whole);
      if (refused !== null) setProblems([refused]);
      try {
        await navigator.clipboard.writeText(address);
        setMessage(c('share.copied', { n: count(address.length) }));
      } catch {
        setMessage(c('share.notCopied'));
      }
    } catch (error) {
      const found = problemsOf(error);
      setProblems(found);
      setMessage(found.length === 0 ? c('share.failed') : '');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="keep"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void make();
      }}
    >
      <NamedFields label={c('share.name')} named={named} onChange={setNamed} />
      {keeps && (
        <label className="choices__one">
          <input type="checkbox" checked={short} onChange={(event) => setShort(event.target.checked)} />{' '}
          {c('share.short')}
        </label>
      )}
      <Button appearance="secondary-action-button" type="submit" disabled={busy}>
        {c('share.make')}
      </Button>
      <p className="small" role="status">
        {message}
      </p>
      {problems.map((problem) => (
        <p key={problem.nl} role="alert">
          {tx(problem)}
        </p>
      ))}
      {link !== null && <LinkField id={`${id}-link`} label={c('share.link')} link={link} />}
      {long !== null && (
        <Fold summary={c('share.long')}>
          {() => (
            <>
              <p className="small">{c('share.long.note')}</p>
              <LinkField id={`${id}-long`} label={c('share.long')} link={long} />
            </>
          )}
        </Fold>
      )}
    </form>
  );
}

/** The table as a file, and back. */
function FileTools() {
  const c = useTexts();
  const agenda = useAgenda();
  const table = useTable();
  const id = useId();
  return (
    <>
      <p className="take">
        <Button
          appearance="subtle-button"
          onClick={() =>
            save(`tafel-${agenda.region.id}.json`, new Blob([table.save()], { type: 'application/json' }))
          }
        >
          {c('file.save')}
        </Button>
      </p>
      <p>
        <label htmlFor={id}>{c('file.restore')}</label>{' '}
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file may be given again.
            const field = event.target;
            void file?.text().then((text) => {
              table.restore(text);
              field.value = '';
            });
          }}
        />
      </p>
    </>
  );
}

function CsvOfEverything() {
  const c = useTexts();
  const agenda = useAgenda();
  const setting = useTablePart((state) => state.setting);
  const answer = useTablePart((state) => state.answer);
  const compared = useTablePart((state) => state.compared);
  const year = useTablePart((state) => state.year);
  const uncertainties = useResource(sourcesResource).value?.uncertainties ?? [];
  const { t, tx } = useWords();
  const source = [t('app.name'), ...useOrigin()].join(' · ');
  const addressOf = useSettingAddress();
  const take = async (): Promise<void> => {
    if (answer === null) return;
    const address = await addressOf();
    const table = everythingTable({ agenda, uncertainties, setting, answer, year, address, compared });
    saveCsv(`tafel-${agenda.region.id}.csv`, table, {
      title: `${tx(pageTitle('table'))}, ${tx(agenda.region.title)}`,
      unit: t('chart.unitByRow'),
      source,
      // The one that freezes the setting is long, and stands in a row of its own.
      address: globalThis.location.href,
    });
  };
  return (
    <Button appearance="subtle-button" disabled={answer === null} onClick={() => void take()}>
      {c('take.csv')}
    </Button>
  );
}

/** Share, keep as a file, take as figures, print, show on a second screen. */
export function Share() {
  const c = useTexts();
  return (
    <Fold className="table-tool" summary={c('share.title')}>
      {() => (
        <>
          <h4>{c('share.head')}</h4>
          <p className="small">{c('share.note')}</p>
          <LinkForm />
          <h4>{c('file.head')}</h4>
          <FileTools />
          <h4>{c('take.head')}</h4>
          <p className="take">
            <CsvOfEverything />
            <Button appearance="subtle-button" onClick={() => globalThis.print()}>
              {c('take.print')}
            </Button>
          </p>
          <h4>{c('futures.head')}</h4>
          <FuturesData />
        </>
      )}
    </Fold>
  );
}
