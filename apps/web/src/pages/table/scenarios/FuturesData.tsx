import type { FuturesForm } from '@schaalsprong/methods/cases-files';
import type { Text } from '@schaalsprong/wire';
import { Button, FormLabel, Select, SelectOption } from '@utrecht/component-library-react';
import { useEffect, useId, useRef, useState } from 'react';
import { save } from '../../../charts/take.ts';
import { useAgenda, useWords } from '../../../lib/hooks.tsx';
import { todayIso } from '../../../lib/time.ts';
import { useTable, useTablePart } from '../context.tsx';
import { useOrigin, useSettingAddress } from '../outcomes/origin.ts';
import { useTexts } from '../texts.ts';
import { problemsOf } from '../why/use-question.ts';

const counts = [1_000, 10_000] as const;
const forms = ['parquet', 'csv'] as const satisfies readonly FuturesForm[];

/** Every future of the present setting as a row of data, to work on elsewhere. */
export function FuturesData() {
  const { t, tx, count, share } = useWords();
  const source = [t('app.name'), ...useOrigin()].join(' · ');
  const addressOf = useSettingAddress();
  const c = useTexts();
  const { region } = useAgenda();
  const table = useTable();
  const id = useId();
  const phase = useTablePart((state) => state.phase);
  const [chosen, setChosen] = useState<number>(counts[0]);
  const [form, setForm] = useState<FuturesForm>(forms[0]);
  const [said, setSaid] = useState('');
  const [problems, setProblems] = useState<readonly Text[]>([]);
  const [busy, setBusy] = useState(false);
  const making = useRef<AbortController | null>(null);
  useEffect(() => () => making.current?.abort(), []);
  const make = async (): Promise<void> => {
    const stop = new AbortController();
    making.current = stop;
    setBusy(true);
    setProblems([]);
    setSaid(c('futures.busy', { part: share(0) }));
    try {
      const about = {
        title: `${c('futures.head')}, ${tx(region.title)}`,
        unit: t('chart.unitByColumn'),
        source,
        retrieved: todayIso(),
        address: await addressOf(),
      };
      const file = await table.futures(
        { count: chosen, form, about },
        {
          signal: stop.signal,
          onProgress: (part) => setSaid(c('futures.busy', { part: share(Math.round(part * 20) / 20) })),
        },
      );
      const day = about.retrieved;
      const name = `${c('futures.file')}-${region.id}-${day}-${region.assessment.seed}.${form}`;
      save(name, file);
      setSaid(c('futures.done', { name, n: count(chosen) }));
    } catch (error) {
      if (stop.signal.aborted) return;
      setProblems(problemsOf(error));
      setSaid(c('futures.failed'));
    } finally {
      if (making.current === stop) setBusy(false);
    }
  };
  return (
    <form
      className="futures-data"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <p className="small">{c('futures.note')}</p>
      <p className="futures-data__fields">
        <span>
          <FormLabel htmlFor={`${id}-count`}>{c('futures.count')}</FormLabel>
          <Select
            id={`${id}-count`}
            value={String(chosen)}
            onChange={(event: { target: { value: string } }) => setChosen(Number(event.target.value))}
          >
            {counts.map((n) => (
              <SelectOption key={n} value={String(n)}>
                {count(n)}
              </SelectOption>
            ))}
          </Select>
        </span>
        <span>
          <FormLabel htmlFor={`${id}-form`}>{c('futures.form')}</FormLabel>
          <Select
            id={`${id}-form`}
            value={form}
            onChange={(event: { target: { value: string } }) =>
              setForm(event.target.value === 'csv' ? 'csv' : 'parquet')
            }
          >
            {forms.map((one) => (
              <SelectOption key={one} value={one}>
                {one === 'csv' ? 'CSV' : 'Parquet'}
              </SelectOption>
            ))}
          </Select>
        </span>
        <Button type="submit" appearance="secondary-action-button" disabled={busy || phase !== 'ready'}>
          {c('futures.do')}
        </Button>
      </p>
      <p className="small" role="status">
        {said}
      </p>
      {problems.map((problem) => (
        <p key={problem.nl} role="alert">
          {tx(problem)}
        </p>
      ))}
    </form>
  );
}
