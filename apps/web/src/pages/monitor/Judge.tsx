import type { Judgement } from '@schaalsprong/agenda';
import type { MeasuredStanding } from '@schaalsprong/monitor';
import {
  Button,
  FormField,
  FormLabel,
  Select,
  SelectOption,
  Textbox,
} from '@utrecht/component-library-react';
import { type FormEvent, useEffect, useId, useMemo, useState, useSyncExternalStore } from 'react';
import { save } from '../../charts/take.ts';
import { StandingMark } from '../../components/StandingMark.tsx';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { browserStorage, type Keeper, keepInBrowser, todayHere } from '../../lib/kept.ts';
import { judgementsYaml, keptJudgements } from '../../monitor/judgements.ts';
import { monitorResource } from '../../monitor/resources.ts';
import { statuses } from '../../monitor/statuses.ts';
import { canSave, NotSaved, saveJudgements } from '../../reading/saving.ts';
import { useTexts } from './texts.ts';

/** Longest texts that the file of judgements takes. */
const longest = { by: 200, why: 2000 } as const;

const keepers = new Map<string, Keeper<Judgement>>();

/** One keeper per region, so that every part of a page hears of what another keeps. */
function keeperOf(region: string): Keeper<Judgement> {
  const known = keepers.get(region);
  if (known !== undefined) return known;
  const made = keepInBrowser(keptJudgements(region), browserStorage());
  keepers.set(region, made);
  return made;
}

function Said({ judgement, own, drop }: { judgement: Judgement; own: boolean; drop: () => void }) {
  const { period } = useWords();
  const c = useTexts();
  return (
    <div className="verdict-line">
      <p>
        <StandingMark status={judgement.status} />{' '}
        {c('judge.by', { by: judgement.by, on: period(judgement.on) })}
        <span className="block-line">{judgement.why}</span>
        <span className="small block-line">{c(own ? 'judge.own' : 'judge.content')}</span>
      </p>
      {own && (
        <Button appearance="subtle-button" onClick={drop}>
          {c('judge.drop')}
        </Button>
      )}
    </div>
  );
}

function Form({
  standing,
  keeper,
  done,
}: {
  standing: MeasuredStanding;
  keeper: Keeper<Judgement>;
  done: () => void;
}) {
  const { t } = useWords();
  const c = useTexts();
  const id = useId();
  const [status, setStatus] = useState<Judgement['status']>(standing.computed);
  const [by, setBy] = useState('');
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const lacks = (name: string): boolean => missing.includes(name);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const lacking = Object.entries({ by, why })
      .filter(([, text]) => text.trim() === '')
      .map(([name]) => name);
    setMissing(lacking);
    if (lacking.length > 0) return;
    keeper.put({
      target: standing.target as Judgement['target'],
      status,
      by: by.trim(),
      on: todayHere() as Judgement['on'],
      why: why.trim(),
    });
    done();
  };
  return (
    <form className="verdict-form" onSubmit={send} noValidate>
      <FormField>
        <FormLabel htmlFor={`${id}-status`}>{c('judge.status')}</FormLabel>
        <Select
          id={`${id}-status`}
          value={status}
          onChange={(event: { target: { value: string } }) =>
            setStatus(statuses.find((word) => word === event.target.value) ?? 'unknown')
          }
        >
          {statuses.map((word) => (
            <SelectOption key={word} value={word}>
              {t(`standing.${word}`)}
            </SelectOption>
          ))}
        </Select>
      </FormField>
      <FormField>
        <FormLabel htmlFor={`${id}-by`}>{c('judge.who')}</FormLabel>
        {lacks('by') && (
          <p id={`${id}-by-error`} className="form-error">
            {c('judge.who.missing')}
          </p>
        )}
        <Textbox
          id={`${id}-by`}
          value={by}
          maxLength={longest.by}
          autoComplete="organization-title"
          invalid={lacks('by')}
          aria-describedby={lacks('by') ? `${id}-by-error` : undefined}
          onChange={(event: { target: { value: string } }) => setBy(event.target.value)}
        />
      </FormField>
      <FormField>
        <FormLabel htmlFor={`${id}-why`}>{c('judge.why')}</FormLabel>
        {lacks('why') && (
          <p id={`${id}-why-error`} className="form-error">
            {c('judge.why.missing')}
          </p>
        )}
        <textarea
          id={`${id}-why`}
          className="utrecht-textbox"
          rows={3}
          value={why}
          maxLength={longest.why}
          aria-invalid={lacks('why')}
          aria-describedby={lacks('why') ? `${id}-why-error` : undefined}
          onChange={(event) => setWhy(event.target.value)}
        />
      </FormField>
      <Button type="submit" appearance="secondary-action-button">
        {c('judge.keep')}
      </Button>
      <p className="small">{c('judge.where')}</p>
    </form>
  );
}

/** Saves into the region folder where the server does that, and gives a file for it anywhere. */
function Away({ own, content }: { own: readonly Judgement[]; content: readonly Judgement[] }) {
  const c = useTexts();
  const { lang } = useWords();
  const [can, setCan] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let shown = true;
    void canSave('/v1/beoordelingen').then((on) => {
      if (shown) setCan(on);
    });
    return () => {
      shown = false;
    };
  }, []);
  const send = async (): Promise<void> => {
    setSaid(c('judge.saving'));
    try {
      const { paths } = await saveJudgements(own);
      setSaid(c('judge.saved', { paths: paths.join(', ') }));
      void monitorResource.refresh();
    } catch (error) {
      const body = error instanceof NotSaved ? error.body : null;
      const [first] = body?.problems ?? [];
      const why = first?.message[lang] ?? (lang === 'nl' ? body?.detail : body?.en.detail) ?? '-';
      setSaid(c('judge.refused', { why }));
    }
  };
  const mine = new Set<string>(own.map(({ target }) => target));
  const all = [...content.filter(({ target }) => !mine.has(target)), ...own];
  return (
    <div className="take">
      {can && (
        <Button appearance="secondary-action-button" onClick={() => void send()}>
          {c('judge.save')}
        </Button>
      )}
      <Button
        appearance="subtle-button"
        onClick={() => save('judgements.yaml', new Blob([judgementsYaml(all)], { type: 'application/yaml' }))}
      >
        {c('judge.take')}
      </Button>
      <p role="status" className="small">
        {said}
      </p>
    </div>
  );
}

/** What a person finds of how a target stands, beside what is computed and never in its place. */
export function Judge({ standing }: { standing: MeasuredStanding }) {
  const c = useTexts();
  const { region } = useAgenda();
  const keeper = useMemo(() => keeperOf(region.id), [region.id]);
  const own = useSyncExternalStore(keeper.subscribe, keeper.all, keeper.all);
  const [open, setOpen] = useState(false);
  const mine = own.find(({ target }) => target === standing.target);
  const shown = mine ?? standing.judgement;
  const content =
    monitorResource.snapshot().value?.standings.flatMap(({ judgement }) => judgement ?? []) ?? [];
  return (
    <>
      <p className="small">{c('judge')}</p>
      {shown === null ? (
        <p>{c('judge.none')}</p>
      ) : (
        <Said judgement={shown} own={mine !== undefined} drop={() => keeper.drop(standing.target)} />
      )}
      <details className="verdict-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{c(shown === null ? 'judge.give' : 'judge.change')}</summary>
        <Form standing={standing} keeper={keeper} done={() => setOpen(false)} />
      </details>
      {own.length > 0 && <Away own={own} content={content} />}
      {!keeper.lasting() && <p className="small">{c('judge.fleeting')}</p>}
    </>
  );
}
