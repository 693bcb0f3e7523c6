import { ClientError, type SavedResponse } from '@schaalsprong/wire';
import { Button, FormField, FormLabel, Textbox } from '@utrecht/component-library-react';
import { useEffect, useId, useState } from 'react';
import { save } from '../../charts/take.ts';
import { canSave } from '../../lib/editing.ts';
import { useWords } from '../../lib/hooks.tsx';
import { client } from '../../lib/resource.ts';
import {
  afterSave,
  choicesOf,
  choicesText,
  isName,
  isPeriod,
  proposalsYaml,
  savingOf,
  type Work,
} from '../../reading/work.ts';
import { useTexts } from './texts.ts';

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'saved'; readonly saved: SavedResponse }
  | { readonly kind: 'refused'; readonly error: ClientError };

const faultsOf = (work: Work) => ({
  wrongName: !isName(work.name),
  wrongTime: work.published !== '' && !isPeriod(work.published),
});

function Message({ outcome }: { outcome: Outcome }) {
  const c = useTexts();
  const { lang, tx } = useWords();
  if (outcome.kind === 'none') return null;
  if (outcome.kind === 'busy') return <p>{c('save.busy')}</p>;
  if (outcome.kind === 'failed') return <p>{c('save.failed')}</p>;
  if (outcome.kind === 'saved') {
    const { paths, accepted, rejected, apart } = outcome.saved;
    return (
      <>
        <p>
          {c('save.done', {
            paths: paths.join(', '),
            accepted: new Set(accepted.map(({ claim }) => claim)).size,
            rejected: rejected.length,
          })}
        </p>
        {apart.length > 0 && <p>{c('save.apart', { claims: apart.join(', ') })}</p>}
      </>
    );
  }
  const { problem: body } = outcome.error;
  if (body === null) return <p className="form-error">{c('save.noAnswer')}</p>;
  return (
    <>
      <p className="form-error">{lang === 'nl' ? body.detail : body.en.detail}</p>
      <ul className="save__problems">
        {(body.problems ?? []).slice(0, 50).map((problem) => (
          <li key={`${problem.code} ${problem.where} ${problem.message.en}`}>
            <code>{problem.code}</code> {problem.where}: {tx(problem.message)} {tx(problem.hint)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The name under which the work is saved, and when its document was published. */
function WorkFields({ work, setWork }: { work: Work; setWork: (work: Work) => void }) {
  const c = useTexts();
  const id = useId();
  const { wrongName, wrongTime } = faultsOf(work);
  return (
    <div className="save__fields">
      <FormField>
        <FormLabel htmlFor={`${id}-name`}>{c('save.name')}</FormLabel>
        {wrongName && (
          <p id={`${id}-name-error`} className="form-error">
            {c('save.name.wrong')}
          </p>
        )}
        <Textbox
          id={`${id}-name`}
          value={work.name}
          maxLength={80}
          invalid={wrongName}
          aria-describedby={wrongName ? `${id}-name-error` : undefined}
          onChange={(event: { target: { value: string } }) => setWork({ ...work, name: event.target.value })}
        />
      </FormField>
      <FormField>
        <FormLabel htmlFor={`${id}-published`}>{c('save.published')}</FormLabel>
        {wrongTime && (
          <p id={`${id}-published-error`} className="form-error">
            {c('save.published.wrong')}
          </p>
        )}
        <Textbox
          id={`${id}-published`}
          value={work.published}
          maxLength={25}
          invalid={wrongTime}
          aria-describedby={wrongTime ? `${id}-published-error` : undefined}
          onChange={(event: { target: { value: string } }) =>
            setWork({ ...work, published: event.target.value.trim() })
          }
        />
      </FormField>
    </div>
  );
}

/** What was decided, as files to take away, and into the region folder where the server does that. */
export function Save({ work, setWork }: { work: Work; setWork: (work: Work) => void }) {
  const c = useTexts();
  const id = useId();
  const [can, setCan] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  useEffect(() => {
    let shown = true;
    void canSave(client.savesProposals).then((on) => {
      if (shown) setCan(on);
    });
    return () => {
      shown = false;
    };
  }, []);
  const { wrongName, wrongTime } = faultsOf(work);
  const wrong = wrongName || wrongTime;

  const intoFolder = async (): Promise<void> => {
    setOutcome({ kind: 'busy' });
    try {
      const saved = await client.saveProposals({ body: savingOf(work) });
      setWork(afterSave(work, saved.accepted, saved.rejected));
      setOutcome({ kind: 'saved', saved });
    } catch (error) {
      setOutcome(error instanceof ClientError ? { kind: 'refused', error } : { kind: 'failed' });
    }
  };
  const command = `schaalsprong read --into REGION --name ${work.name} --choices ${work.name}-choices.yaml${
    work.published === '' ? '' : ` --published ${work.published}`
  }`;
  return (
    <section className="reading__part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="utrecht-heading-2">
        {c('save.title')}
      </h2>
      <WorkFields work={work} setWork={setWork} />
      {can && (
        <>
          <p className="take">
            <Button
              appearance="secondary-action-button"
              disabled={wrong || outcome.kind === 'busy'}
              onClick={() => void intoFolder()}
            >
              {c('save.folder')}
            </Button>
          </p>
          <p className="small">{c('save.folder.note')}</p>
        </>
      )}
      <p className="take">
        <Button
          appearance="secondary-action-button"
          disabled={wrong}
          onClick={() =>
            save(`${work.name}.yaml`, new Blob([proposalsYaml(work.file)], { type: 'application/yaml' }))
          }
        >
          {c('save.proposals')}
        </Button>
        <Button
          appearance="secondary-action-button"
          disabled={wrong}
          onClick={() =>
            save(
              `${work.name}-choices.yaml`,
              new Blob([choicesText(choicesOf(work))], { type: 'application/yaml' }),
            )
          }
        >
          {c('save.choices')}
        </Button>
      </p>
      <p className="small">{c('save.command')}</p>
      <pre className="equation">{command}</pre>
      <div role="status">
        <Message outcome={outcome} />
      </div>
    </section>
  );
}
