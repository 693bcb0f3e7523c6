import type { VariableInfo } from '@schaalsprong/model';
import { Heading2 } from '@utrecht/component-library-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { A } from '../../components/Link.tsx';
import { Row } from '../../components/Row.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { useWords } from '../../lib/hooks.tsx';
import type { Opened } from '../../model/model-session.ts';
import { OwnFutures } from './OwnFutures.tsx';
import { OwnLevers } from './OwnLevers.tsx';
import {
  type Constant,
  constantsOf,
  isTimeSetting,
  mainVariable,
  nearConstants,
  type OwnModelOpen,
} from './own.ts';
import { PlotOfVariable } from './Plot.tsx';
import { useLabRun } from './region.tsx';
import { DataAdvice, ModelProblems, ProblemList } from './states.tsx';
import { CausesAndLoops, kindKey } from './VariablePage.tsx';

const addressOf = (name: string): string => `/bronnen/eigen-model?v=${encodeURIComponent(name)}`;
const namesAtOnce = 24;
const leversAtOnce = 6;
const none: readonly Constant[] = [];

/** One variable of the reader's own model: what it is, what moves it, and where it goes. */
function Chosen({
  opened,
  model,
  variable,
}: {
  opened: Opened;
  model: OwnModelOpen;
  variable: VariableInfo;
}) {
  const { t } = useWords();
  const { lab, range } = model;
  const { program } = opened.reading;
  const run = useLabRun(lab);
  const [added, setAdded] = useState(none);
  const [share, setShare] = useState(range.share);
  const [ranged, setRanged] = useState(range.ranges.length);
  const constants = useMemo(() => constantsOf(program), [program]);
  const shown = useMemo(() => {
    const { moved } = lab.run();
    const near = nearConstants(program, variable.name, leversAtOnce);
    // What was moved on the way here still counts, so it can still be put back.
    const names = new Set([...near, ...added].map(({ name }) => name));
    return [...near, ...added, ...constants.filter(({ name }) => name in moved && !names.has(name))];
  }, [lab, program, variable, constants, added]);
  useEffect(() => {
    const one = range.share === 0 && share === 0;
    range.constants = shown;
    range.share = share;
    // Ranges of one's own do not follow what is shown.
    if (!one && range.ranges.length === 0) lab.again();
  }, [lab, range, shown, share]);
  const timeUnit = program.variables.find(({ name }) => name.toLowerCase() === 'time step')?.units ?? '';
  return (
    <>
      <Heading2>{variable.name}</Heading2>
      {variable.comment !== '' && <p className="own-comment">{variable.comment}</p>}
      <pre className="equation">{variable.equation}</pre>
      <dl className="about">
        {variable.units !== '' && <Row label={t('model.units')}>{variable.units}</Row>}
        <Row label={t('model.kind')}>{t(kindKey(variable.kind))}</Row>
        <Row label={t('model.line')} className="figure">
          {variable.line}
        </Row>
      </dl>
      {run.problems.length > 0 && (
        <ModelProblems of="run" problems={run.problems}>
          <DataAdvice problems={run.problems} />
        </ModelProblems>
      )}
      {variable.kind !== 'lookup' && (
        <div className="laboratory">
          {constants.length > 0 && (
            <OwnLevers
              lab={lab}
              run={run}
              shown={shown}
              constants={constants}
              onAdd={(constant) =>
                setAdded((before) =>
                  shown.some(({ name }) => name === constant.name) ? before : [...before, constant],
                )
              }
              share={share}
              onShare={setShare}
              ranged={ranged}
            />
          )}
          <div>
            <PlotOfVariable lab={lab} run={run} variable={variable} today={null} own={{ unit: timeUnit }} />
          </div>
        </div>
      )}
      {constants.length > 0 && (
        <OwnFutures
          model={model}
          program={program}
          constants={constants}
          onRanges={() => {
            setRanged(range.ranges.length);
            lab.again();
          }}
        />
      )}
      <CausesAndLoops opened={opened} name={variable.name} addressOf={addressOf} />
    </>
  );
}

/** The variables of the reader's own model, and the one that they chose. */
export function OwnVariables({ opened, model }: { opened: Opened; model: OwnModelOpen }) {
  const { t, count, lang } = useWords();
  const [params] = useSearchParams();
  const [question, setQuestion] = useState('');
  const asked = useDeferredValue(question).toLowerCase();
  const { time, warnings, ...program } = opened.reading.program;
  const variables = program.variables.filter((v) => !isTimeSetting(v));
  const found = variables.filter((v) => `${v.name} ${v.comment}`.toLowerCase().includes(asked));
  const wanted = params.get('v') ?? '';
  const chosen = program.variables.find((v) => v.name === wanted) ?? mainVariable(variables);
  const number = new Intl.NumberFormat(lang, { useGrouping: false, maximumSignificantDigits: 6 });
  return (
    <>
      <p role="status">
        {t('own.read', {
          name: model.name,
          n: count(variables.length),
          start: number.format(time.start),
          stop: number.format(time.stop),
          step: number.format(time.step),
        })}
      </p>
      {warnings.length > 0 && (
        <details className="rest">
          <summary>
            {t(warnings.length === 1 ? 'own.warnings.one' : 'own.warnings', { n: count(warnings.length) })}
          </summary>
          <ProblemList problems={warnings} />
        </details>
      )}
      <search className="filters">
        <SearchField label={t('model.filter')} value={question} onSearch={setQuestion} />
      </search>
      <p role="status" className="small">
        {found.length === 0
          ? t('model.filter.none')
          : t('model.filter.count', { n: count(found.length), of: count(variables.length) })}
      </p>
      <ul className="inline-list own-variables">
        {found.slice(0, namesAtOnce).map((v) => (
          <li key={v.name}>
            <A to={addressOf(v.name)} {...(v === chosen ? { 'aria-current': 'true' as const } : {})}>
              {v.name}
            </A>
          </li>
        ))}
      </ul>
      {found.length > namesAtOnce && (
        <p className="small">{t('own.more', { n: count(found.length - namesAtOnce) })}</p>
      )}
      {chosen !== undefined && <Chosen key={chosen.name} opened={opened} model={model} variable={chosen} />}
    </>
  );
}
