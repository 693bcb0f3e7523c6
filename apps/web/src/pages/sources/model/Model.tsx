import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { useState } from 'react';
import type { SourcesResponse } from '../../../api.ts';
import { Kind } from '../../../components/Kind.tsx';
import { A, Out } from '../../../components/Link.tsx';
import { Page } from '../../../components/Page.tsx';
import { useWords } from '../../../lib/hooks.tsx';
import { Equations } from './Equations.tsx';
import { Laboratory } from './Laboratory.tsx';
import { Loops } from './Loops.tsx';
import { useRegionModel } from './region.tsx';
import { ModelState } from './states.tsx';

const loopsAtOnce = 8;

/** What happens when a lever moves, the loops that drive the model, and every variable of it by sector. */
export function Model({ sources }: { sources: SourcesResponse }) {
  const { t, count } = useWords();
  const region = useRegionModel(sources);
  const [all, setAll] = useState(false);
  const { variables, time, file, hash } = sources.model;
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
          {({ reading }) => {
            const loops = reading.stockLoops.filter((loop) => loop.variables.length > 1);
            return (
              <>
                <Loops
                  loops={all ? loops : loops.slice(0, loopsAtOnce)}
                  addressOf={region.addressOf}
                  lang="en"
                />
                {loops.length > loopsAtOnce && !all && (
                  <button type="button" className="more-levers" onClick={() => setAll(true)}>
                    {t('model.loops.rest', { n: count(loops.length - loopsAtOnce) })}
                  </button>
                )}
              </>
            );
          }}
        </ModelState>
      </section>
      <Equations variables={variables} />
    </Page>
  );
}
