import type { Judgement } from '@schaalsprong/agenda';
import type { MeasuredStanding } from '@schaalsprong/monitor';
import { ClientError } from '@schaalsprong/wire';
import { Button } from '@utrecht/component-library-react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { save } from '../../charts/take.ts';
import { OpinionForm } from '../../components/OpinionForm.tsx';
import { StandingMark } from '../../components/StandingMark.tsx';
import { canSave } from '../../lib/editing.ts';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { browserStorage, type Keeper, keepInBrowser, todayHere } from '../../lib/kept.ts';
import { client } from '../../lib/resource.ts';
import { judgementsYaml, keptJudgements } from '../../monitor/judgements.ts';
import { monitorResource } from '../../monitor/resources.ts';
import { statuses } from '../../monitor/statuses.ts';
import { useTexts } from './texts.ts';

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
  return (
    <OpinionForm
      name="status"
      words={statuses.map((word) => ({ word, title: t(`standing.${word}`) }))}
      first={standing.computed}
      autoComplete="organization-title"
      labels={{
        word: c('judge.status'),
        by: c('judge.who'),
        byMissing: c('judge.who.missing'),
        why: c('judge.why'),
        whyMissing: c('judge.why.missing'),
        keep: c('judge.keep'),
        where: c('judge.where'),
      }}
      onKeep={({ word, by, why }) => {
        keeper.put({
          target: standing.target as Judgement['target'],
          status: word,
          by,
          on: todayHere() as Judgement['on'],
          why,
        });
        done();
      }}
    />
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
    void canSave(client.savesJudgements).then((on) => {
      if (shown) setCan(on);
    });
    return () => {
      shown = false;
    };
  }, []);
  const send = async (): Promise<void> => {
    setSaid(c('judge.saving'));
    try {
      const { paths } = await client.saveJudgements({ body: { judgements: own } });
      setSaid(c('judge.saved', { paths: paths.join(', ') }));
      void monitorResource.refresh();
    } catch (error) {
      const body = error instanceof ClientError ? error.problem : null;
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
