import type { ApiNode } from '@schaalsprong/wire';
import { Heading2, Heading3 } from '@utrecht/component-library-react';
import { Kind } from '../../../components/Kind.tsx';
import { StatusMark } from '../../../components/StatusMark.tsx';
import { nodesOfLevel } from '../../../lib/agenda.ts';
import { type StandingState, useAgenda, useNames, useWords } from '../../../lib/hooks.tsx';
import { type Status, statusOf } from '../../../lib/standing.ts';

/** Order in which the targets of an ambition are counted. */
const order = ['most', 'some', 'few', 'pending', 'unknown'] as const satisfies readonly Status[];

function Ambition({ node, standing }: { node: ApiNode; standing: StandingState }) {
  const { t, tx, count, share } = useWords();
  const names = useNames();
  const { targetById } = useAgenda();
  const found = standing.detail?.assessment.ambitions.find((ambition) => ambition.id === node.id);
  const statuses = (found?.targets ?? []).flatMap((id) => {
    const target = targetById.get(id);
    return target === undefined ? [] : [statusOf(target, standing.of(id))];
  });
  const of = (status: Status): number => statuses.filter((each) => each === status).length;
  const modelled = statuses.length - of('unknown');
  const brake = found?.holdingBack[0];
  return (
    <li className="ambition">
      <p className="ambition__letter" aria-hidden="true">
        {node.number}
      </p>
      <div>
        <Heading3>{tx(node.title)}</Heading3>
        {found !== undefined && (
          <p className="ambition__count">
            {modelled === 0
              ? t('home.ambition.none')
              : t(modelled === 1 ? 'home.ambition.met.one' : 'home.ambition.met', {
                  n: count(of('most')),
                  of: count(modelled),
                })}
          </p>
        )}
        <ul className="ambition__tally">
          {order
            .filter((status) => of(status) > 0)
            .map((status) => (
              <li key={status}>
                <StatusMark status={status} quiet /> <span className="figure">{count(of(status))}</span>{' '}
                <span aria-hidden="true">{t(`home.ambition.${status}`)}</span>
              </li>
            ))}
        </ul>
        {brake !== undefined && (
          <p className="small">
            {t('home.ambition.brake', {
              constraint: names.brake(brake.constraint),
              share: share(brake.share),
            })}
          </p>
        )}
      </div>
    </li>
  );
}

/** The ambitions of the agenda, each by how its targets stand. */
export function Ambitions({ standing }: { standing: StandingState }) {
  const { t } = useWords();
  const agenda = useAgenda();
  return (
    <section className="block">
      <Heading2>{t('home.ambitions')}</Heading2>
      <p className="small">
        {t('home.ambitions.note')} <Kind of="computed" />
      </p>
      <ul className="ambitions">
        {nodesOfLevel(agenda, 'ambition').map((node) => (
          <Ambition key={node.id} node={node} standing={standing} />
        ))}
      </ul>
    </section>
  );
}
