import type { Measure } from '@schaalsprong/wire';
import { Cost } from '../../../components/Cost.tsx';
import { Kind, kindOfSource } from '../../../components/Kind.tsx';
import { A } from '../../../components/Link.tsx';
import { Row } from '../../../components/Row.tsx';
import { SourceName } from '../../../components/Sources.tsx';
import { useAgenda, useNames, useNumber, useResource, useWords } from '../../../lib/hooks.tsx';
import { sourcesResource } from '../../../lib/resource.ts';
import { useTexts } from '../texts.ts';
import { challengesOf } from './grouping.ts';

/** What a lever is, what we assume of it, what it costs and who must do it. */
export function LeverHelp({ measure }: { measure: Measure }) {
  const { tx, list } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const show = useNumber();
  const sources = useResource(sourcesResource).value?.sources ?? [];
  const { leadTimeYears, lever, owner, ownerSource, partners, summary } = measure;
  return (
    <dl className="about help">
      {summary !== undefined && <Row label={c('help.what')}>{tx(summary)}</Row>}
      <Row label={c('help.assumed')}>
        {tx(lever.reason)} <Kind of={kindOfSource(lever.source)} />
        <span className="small block-line">
          {c('help.source')}: <SourceName text={lever.source} sources={sources} />
        </span>
      </Row>
      <Row label={c('help.cost')}>
        <Cost measure={measure} sources={sources} none={c('help.cost.none')} />
      </Row>
      <Row label={c('help.owner')}>
        {names.party(owner)} <Kind of={kindOfSource(ownerSource)} />
      </Row>
      {partners.length > 0 && <Row label={c('help.partners')}>{list(partners.map(names.party))}</Row>}
      <Row label={c('help.lead')}>
        {leadTimeYears === null ? (
          c('help.lead.none')
        ) : (
          <>
            {show(leadTimeYears.value, 'years', { precise: true })}{' '}
            <Kind of={kindOfSource(leadTimeYears.source)} />
          </>
        )}
      </Row>
      <Row label={c('help.serves')}>
        <ul className="plain">
          {challengesOf(agenda, measure).map(({ id }) => (
            <li key={id}>
              <A to={`/opgaven/${id}`}>{names.node(id)}</A>
            </li>
          ))}
        </ul>
      </Row>
    </dl>
  );
}
