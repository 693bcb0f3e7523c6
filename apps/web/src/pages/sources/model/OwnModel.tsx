import type { VariableInfo } from '@schaalsprong/model';
import { Button, FormLabel, Heading2, Paragraph } from '@utrecht/component-library-react';
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { A } from '../../../components/Link.tsx';
import { Page } from '../../../components/Page.tsx';
import { Row } from '../../../components/Row.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { Lab, type Opened } from '../../../lab/lab.ts';
import { useAgenda, useWords } from '../../../lib/hooks.tsx';
import { figures } from './figures.ts';
import { type Lever, Levers } from './Levers.tsx';
import { useLab } from './region.tsx';
import { ModelProblems, ModelState } from './states.tsx';
import { CausesAndLoops, kindKey, PlotOfVariable } from './VariablePage.tsx';

const largestFile = 20_000_000;
const addressOf = (name: string): string => `/bronnen/eigen-model?v=${encodeURIComponent(name)}`;

let open: { readonly name: string; readonly lab: Lab } | null = null;

/** A file as text; what is no UTF-8 is read as Windows-1252, in which older models are saved. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function labOf(file: File): Lab {
  return new Lab({
    file: file.name,
    units: 'warn',
    text: () => textOf(file),
    // One run: what is uncertain in somebody's own model is theirs to say.
    futures: () => ({ count: 1, values: {} }),
    levers: {},
    outcomes: [],
  });
}

/** Constants of a model that can be moved: those acting on the variable that is shown, nearest first. */
function nearConstants(opened: Opened, name: string, lang: 'nl' | 'en'): Lever[] {
  const byName = new Map(opened.reading.program.variables.map((v) => [v.name, v]));
  const found: Lever[] = [];
  const seen = new Set([name]);
  for (const next of seen) {
    if (found.length >= 6) break;
    for (const cause of byName.get(next)?.uses ?? []) {
      if (seen.has(cause)) continue;
      seen.add(cause);
      const variable = byName.get(cause);
      const own = variable?.value;
      if (own === undefined || timeSettings.has(cause.toLowerCase())) continue;
      const reach = own === 0 ? 1 : Math.abs(own);
      found.push({
        constant: cause,
        title: cause,
        titleLang: 'en',
        min: own - reach,
        max: own + reach,
        own,
        show: figures([own - reach, own + reach], lang),
      });
    }
  }
  return found.slice(0, 6);
}

const timeSettings = new Set(['initial time', 'final time', 'time step', 'saveper']);

function Chosen({ opened, lab, variable }: { opened: Opened; lab: Lab; variable: VariableInfo }) {
  const { t, lang } = useWords();
  const { run } = useLab(lab);
  const levers = useMemo(() => nearConstants(opened, variable.name, lang), [opened, variable, lang]);
  return (
    <>
      <Heading2 lang="en">{variable.name}</Heading2>
      {variable.comment !== '' && <p lang="en">{variable.comment}</p>}
      <pre className="equation" lang="en">
        {variable.equation}
      </pre>
      <dl className="about">
        <Row label={t('model.units')} lang="en">
          {variable.units}
        </Row>
        <Row label={t('model.kind')}>{t(kindKey(variable.kind))}</Row>
        <Row label={t('model.line')} className="figure">
          {variable.line}
        </Row>
      </dl>
      {run.problems.length > 0 && <ModelProblems problems={run.problems} />}
      {variable.kind !== 'lookup' && (
        <div className="laboratory">
          {levers.length > 0 && <Levers levers={levers} lab={lab} run={run} />}
          <div>
            <PlotOfVariable
              lab={lab}
              run={run}
              variable={variable}
              today={opened.reading.program.time.start}
            />
          </div>
        </div>
      )}
      <CausesAndLoops opened={opened} name={variable.name} addressOf={addressOf} />
    </>
  );
}

function OwnVariables({ opened, lab, name }: { opened: Opened; lab: Lab; name: string }) {
  const { t, count } = useWords();
  const [params] = useSearchParams();
  const [question, setQuestion] = useState('');
  const asked = useDeferredValue(question).toLowerCase();
  const { variables, time, warnings } = opened.reading.program;
  const found = variables.filter((v) => `${v.name} ${v.comment}`.toLowerCase().includes(asked));
  const wanted = params.get('v') ?? '';
  const chosen =
    variables.find((v) => v.name === wanted) ?? variables.find((v) => v.kind === 'stock') ?? variables[0];
  return (
    <>
      <p role="status">
        {t('own.read', {
          name,
          n: count(variables.length),
          start: String(time.start),
          stop: String(time.stop),
          step: String(time.step),
        })}
      </p>
      {warnings.length > 0 && (
        <details className="rest">
          <summary>{t('own.warnings', { n: count(warnings.length) })}</summary>
          <ModelProblems problems={warnings} />
        </details>
      )}
      <search className="filters">
        <SearchField label={t('model.filter')} value={question} onSearch={setQuestion} />
      </search>
      <ul className="inline-list own-variables">
        {found.slice(0, 60).map((v) => (
          <li key={v.name}>
            <A
              to={addressOf(v.name)}
              lang="en"
              {...(v === chosen ? { 'aria-current': 'true' as const } : {})}
            >
              {v.name}
            </A>
          </li>
        ))}
      </ul>
      {found.length > 60 && <p className="small">{t('own.more', { n: count(found.length - 60) })}</p>}
      {chosen !== undefined && <Chosen key={chosen.name} opened={opened} lab={lab} variable={chosen} />}
    </>
  );
}

function OpenedLab({ lab, name }: { lab: Lab; name: string }) {
  const { state } = useLab(lab);
  return (
    <ModelState state={state}>
      {(opened) => <OwnVariables opened={opened} lab={lab} name={name} />}
    </ModelState>
  );
}

/** A model of the reader's own, from their disk; nothing of it leaves the machine. */
export function OwnModel() {
  const { t } = useWords();
  const { region } = useAgenda();
  const id = useId();
  const [current, setCurrent] = useState(open);
  const [tooLarge, setTooLarge] = useState(false);
  useEffect(() => {
    open = current;
  }, [current]);
  const choose = (file: File | undefined): void => {
    if (file === undefined) return;
    setTooLarge(file.size > largestFile);
    if (file.size > largestFile) return;
    current?.lab.close();
    setCurrent({ name: file.name, lab: labOf(file) });
  };
  return (
    <Page
      title={t('own.title')}
      trail={[
        { to: '/bronnen', label: t('sources.title') },
        { to: '/bronnen/model', label: t('sources.nav.model') },
      ]}
    >
      <Paragraph>{t('own.lead')}</Paragraph>
      <div className="file">
        <FormLabel htmlFor={id}>{t('own.choose')}</FormLabel>
        <input
          id={id}
          type="file"
          accept=".mdl,.xmile,.stmx,.itmx,.xml,text/plain"
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </div>
      {tooLarge && <p role="alert">{t('own.tooLarge')}</p>}
      {current !== null && (
        <>
          <Button
            appearance="secondary-action-button"
            onClick={() => {
              current.lab.close();
              setCurrent(null);
            }}
          >
            {t('own.close')}
          </Button>
          <OpenedLab key={current.name} lab={current.lab} name={current.name} />
        </>
      )}
      <p className="small">{t('own.region', { title: region.document.title })}</p>
    </Page>
  );
}
