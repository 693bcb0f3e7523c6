import type { CausalLoops } from '@schaalsprong/model/graph';
import type { ModelVariable, SourcesResponse } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { Row } from '../../components/Row.tsx';
import { Listed, ThingLink } from '../../components/Things.tsx';
import type { TextKey } from '../../i18n/i18n.ts';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import type { Opened } from '../../model/model-session.ts';
import type { Links } from '../../model/reading.ts';
import { NotFound } from '../NotFound.tsx';
import { type AddressOf, Causes, signWords } from './Causes.tsx';
import { Loops } from './Loops.tsx';
import { PlotOfVariable } from './Plot.tsx';
import { useLabRun, useRegionModel } from './region.tsx';
import { LinksState, ModelProblems, ModelState } from './states.tsx';

/** What a variable of a model is called. */
export const kindKey = (kind: string): TextKey => kinds[kind] ?? 'model.kind.other';

const kinds: Readonly<Record<string, TextKey>> = {
  constant: 'model.kind.constant',
  auxiliary: 'model.kind.auxiliary',
  stock: 'model.kind.stock',
  lookup: 'model.kind.lookup',
  data: 'model.kind.data',
};

/** The loops through a variable, asked of the worker that holds the model. */
function useLoops({ reader }: Opened, variable: string): CausalLoops | null {
  const [found, setFound] = useState<{ readonly of: string; readonly loops: CausalLoops } | null>(null);
  useEffect(() => {
    let wanted = true;
    void reader.loops(variable).then(
      (loops) => wanted && setFound({ of: variable, loops }),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [reader, variable]);
  return found?.of === variable ? found.loops : null;
}

interface AroundProps {
  readonly opened: Opened;
  readonly name: string;
  readonly addressOf: AddressOf;
  /** Language of the names of the model, where it is not that of the page. */
  readonly lang?: 'en';
}

function LinksOf({ opened, name, addressOf, lang, links }: AroundProps & Pick<Links, 'links'>) {
  const { t } = useWords();
  const causes = links.filter((link) => link.to === name && link.from !== name);
  const effects = links.filter((link) => link.from === name && link.to !== name);
  const tables = new Set(
    opened.reading.program.variables.filter((v) => v.kind === 'lookup').map((v) => v.name),
  );
  const list = (some: typeof causes, end: 'from' | 'to') =>
    some.length === 0 ? (
      t('model.uses.none')
    ) : (
      <ul className="inline-list">
        {some.map((link) => (
          <li key={link[end]}>
            <A to={addressOf(link[end])} lang={lang}>
              {link[end]}
            </A>{' '}
            <span className="small">
              {t(tables.has(link.from) ? 'model.sign.table' : signWords[link.polarity])}
            </span>
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <Causes
        name={name}
        causes={causes}
        effects={effects}
        addressOf={addressOf}
        isTable={(n) => tables.has(n)}
      />
      <dl className="about">
        <Row label={t('model.uses')}>{list(causes, 'from')}</Row>
        <Row label={t('model.usedBy')}>{list(effects, 'to')}</Row>
      </dl>
    </>
  );
}

function LoopsThrough({ opened, name, addressOf, lang }: AroundProps) {
  const { t } = useWords();
  const found = useLoops(opened, name);
  if (found === null) {
    return (
      <p className="loading" role="status">
        {t('model.loops.seeking')}
      </p>
    );
  }
  const loops = found.loops.filter((loop) => loop.variables.length > 1);
  if (loops.length === 0) return <Paragraph>{t('model.loops.none')}</Paragraph>;
  return (
    <>
      <Paragraph>{t('model.loops.lead')}</Paragraph>
      <Loops key={name} loops={loops} addressOf={addressOf} lang={lang} />
      {found.more && <p className="small">{t('model.loops.more')}</p>}
    </>
  );
}

/** Who acts on a variable, on whom it acts, and in which loops it stands. */
export function CausesAndLoops(around: AroundProps) {
  const { t } = useWords();
  const { opened } = around;
  return (
    <>
      <section className="block">
        <Heading2>{t('model.causes.title')}</Heading2>
        <LinksState opened={opened}>{({ links }) => <LinksOf {...around} links={links} />}</LinksState>
      </section>
      <section className="block">
        <Heading2>{t('model.loops.through')}</Heading2>
        <LinksState opened={opened}>{() => <LoopsThrough {...around} />}</LinksState>
      </section>
    </>
  );
}

function RegionPlot({
  region,
  variable,
  opened,
}: {
  region: ReturnType<typeof useRegionModel>;
  variable: ModelVariable;
  opened: Opened;
}) {
  const { t, count } = useWords();
  const agenda = useAgenda();
  const run = useLabRun(region.lab);
  const info = opened.reading.program.variables.find((v) => v.name === variable.name);
  if (info === undefined || info.kind === 'lookup') return null;
  const moved = Object.keys(run.moved).length;
  return (
    <section className="block">
      <Heading2>{t('lab.over.futures')}</Heading2>
      {moved > 0 && (
        <p className="notice">
          {t('lab.moved', { n: count(moved) })} <A to="/bronnen/model">{t('lab.moved.link')}</A>
        </p>
      )}
      {run.problems.length > 0 && <ModelProblems of="run" problems={run.problems} />}
      <PlotOfVariable lab={region.lab} run={run} variable={info} today={agenda.region.model.today} />
    </section>
  );
}

/** One equation at its own address. */
export function VariablePage({ sources }: { sources: SourcesResponse }) {
  const { id = '' } = useParams();
  const { t, tx } = useWords();
  const agenda = useAgenda();
  const region = useRegionModel(sources);
  const all = sources.model.variables;
  const variable = all.find((v) => v.id === id);
  if (variable === undefined) return <NotFound />;
  const outcomes: { readonly key: string; readonly node: ReactNode }[] = variable.outcomes.flatMap(
    (outcome) => {
      const targets = agenda.targets.filter((target) => target.outcome === outcome);
      const known = agenda.outcomeById.get(outcome);
      if (targets.length === 0)
        return [{ key: outcome, node: known === undefined ? outcome : tx(known.title) }];
      return targets.map((target): { key: string; node: ReactNode } => ({
        key: target.id,
        node: <A to={`/doelen/${target.id}`}>{tx(target.title)}</A>,
      }));
    },
  );
  return (
    <Page
      title={variable.name}
      kicker={t('model.kicker')}
      trail={[
        { to: '/bronnen', label: t('sources.title') },
        { to: '/bronnen/model', label: tx(pageTitle('model')) },
      ]}
    >
      <p lang="en">{variable.comment}</p>
      <pre className="equation" lang="en">
        {variable.equation}
      </pre>
      <dl className="about">
        <Row label={t('model.units')} lang="en">
          {variable.units}
        </Row>
        <Row label={t('model.kind')}>{t(kindKey(variable.kind))}</Row>
        <Row label={t('model.sector')} lang="en">
          {variable.sector}
        </Row>
        {variable.subscripts.length > 0 && (
          <Row label={t('model.subscripts')} lang="en">
            {variable.subscripts
              .map((name) => `${name} (${(sources.model.dimensions[name] ?? []).join(', ')})`)
              .join('; ')}
          </Row>
        )}
        <Row label={t('model.line')} className="figure">
          {variable.line}
        </Row>
        {variable.uncertainties.length > 0 && (
          <Row label={t('model.links.uncertainties')}>
            <ul className="plain">
              {variable.uncertainties.map((u) => {
                const known = sources.uncertainties.find((other) => other.id === u);
                return (
                  <li key={u}>
                    <A to={`/bronnen/aannamen/${u}`}>{known === undefined ? u : tx(known.title)}</A>
                  </li>
                );
              })}
            </ul>
          </Row>
        )}
        {variable.measures.length > 0 && (
          <Row label={t('model.links.measures')}>
            <Listed>
              {variable.measures.map((id) => (
                <ThingLink key={id} kind="measure" id={id} />
              ))}
            </Listed>
          </Row>
        )}
        {outcomes.length > 0 && (
          <Row label={t('model.links.outcomes')}>
            <ul className="plain">
              {outcomes.map((outcome) => (
                <li key={outcome.key}>{outcome.node}</li>
              ))}
            </ul>
          </Row>
        )}
      </dl>
      <ModelState state={region.state}>
        {(opened) => (
          <>
            <RegionPlot region={region} variable={variable} opened={opened} />
            <CausesAndLoops opened={opened} name={variable.name} addressOf={region.addressOf} lang="en" />
          </>
        )}
      </ModelState>
    </Page>
  );
}
