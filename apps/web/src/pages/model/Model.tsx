import type { CausalLoop } from '@schaalsprong/model/graph';
import type { SourcesResponse } from '@schaalsprong/wire';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { Kind } from '../../components/Kind.tsx';
import { A, Out } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { useWords } from '../../lib/hooks.tsx';
import { Equations } from './Equations.tsx';
import { Laboratory } from './Laboratory.tsx';
import { Loops } from './Loops.tsx';
import { useRegionModel } from './region.tsx';
import { LinksState, ModelState } from './states.tsx';

/** Loops that make things grow before those that hold them back, and long before short: a stock that only drains says least. */
const tellingFirst = (loops: readonly CausalLoop[]): CausalLoop[] =>
  loops
    .filter(({ variables }) => variables.length > 1)
    .sort(
      (a, b) =>
        Number(b.kind === 'reinforcing') - Number(a.kind === 'reinforcing') ||
        b.variables.length - a.variables.length,
    );

/** What happens when a lever moves, the loops that drive the model, and every variable of it by sector. */
export function Model({ sources }: { sources: SourcesResponse }) {
  const { t } = useWords();
  const region = useRegionModel(sources);
  const { variables, time, file, hash } = sources.model;
  const stocks = new Set(variables.filter(({ kind }) => kind === 'stock').map(({ name }) => name));
  const isStock = (name: string): boolean => stocks.has(name);
  return (
    <Page title={t('model.title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>
        {t('model.lead', { start: String(time.start), stop: String(time.stop) })} {t('model.language')}{' '}
        <Kind of="computed" />
      </Paragraph>
      <p className="small">{t('model.file', { file, hash: hash.slice(0, 12) })}</p>
      <ul className="inline-list small">
        <li>
          <Out href="/bronnen/model.mdl">{t('model.download')}</Out>
        </li>
        <li>
          <A to="/bronnen/eigen-model">{t('model.own.link')}</A>
        </li>
      </ul>
      <section className="block">
        <Heading2>{t('lab.title')}</Heading2>
        <ModelState state={region.state}>{() => <Laboratory lab={region.lab} />}</ModelState>
      </section>
      <section className="block">
        <Heading2>{t('model.loops.title')}</Heading2>
        <Paragraph>{t('model.loops.lead')}</Paragraph>
        <ModelState state={region.state}>
          {(opened) => (
            <LinksState opened={opened}>
              {({ stockLoops }) => (
                <Loops
                  loops={tellingFirst(stockLoops)}
                  addressOf={region.addressOf}
                  isStock={isStock}
                  lang="en"
                />
              )}
            </LinksState>
          )}
        </ModelState>
      </section>
      <Equations sources={sources} />
    </Page>
  );
}
