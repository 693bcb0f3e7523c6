import type { ApiNode, Target } from '@schaalsprong/wire';
import { Heading2, Heading3 } from '@utrecht/component-library-react';
import { Kind } from '../../../components/Kind.tsx';
import { A } from '../../../components/Link.tsx';
import { StatusMark } from '../../../components/StatusMark.tsx';
import { nodesOfLevel, targetsOfChallenge } from '../../../lib/agenda.ts';
import { type StandingState, useAgenda, useWords } from '../../../lib/hooks.tsx';
import { statusOf, weakest } from '../../../lib/standing.ts';

function TargetRow({ target, standing }: { target: Target; standing: StandingState }) {
  const { t, tx, count } = useWords();
  const found = standing.of(target.id);
  const met = found?.met ?? null;
  return (
    <li className="target-row">
      <StatusMark status={statusOf(target, found)} quiet />
      <A to={`/doelen/${target.id}`}>{tx(target.title)}</A>
      <span className="figure target-row__met">
        {met === null ? (
          t(`status.${statusOf(target, found)}`)
        ) : (
          <MetWords count={count(met.count)} of={count(met.of)} />
        )}
      </span>
    </li>
  );
}

function MetWords({ count, of }: { count: string; of: string }) {
  const { lang } = useWords();
  return (
    <>
      <strong>{count}</strong> {lang === 'nl' ? 'van' : 'of'} {of}
    </>
  );
}

function Challenge({ node, standing }: { node: ApiNode; standing: StandingState }) {
  const { t, tx } = useWords();
  const { own } = targetsOfChallenge(useAgenda(), node.id);
  const status =
    own.length === 0 ? 'unknown' : weakest(own.map((target) => statusOf(target, standing.of(target.id))));
  return (
    <article className="challenge">
      <header>
        <Heading3>
          <span className="challenge__number">{node.number}</span>{' '}
          <A className="challenge__link" to={`/opgaven/${node.id}`}>
            {tx(node.title)}
          </A>
        </Heading3>
        <StatusMark status={status} />
      </header>
      {own.length === 0 ? (
        <p className="small">{t('home.board.noTargets')}</p>
      ) : (
        <ul className="target-rows">
          {own.map((target) => (
            <TargetRow key={target.id} target={target} standing={standing} />
          ))}
        </ul>
      )}
    </article>
  );
}

/** The challenges of the agenda with their targets, by pillar. */
export function Board({ standing }: { standing: StandingState }) {
  const { t, tx } = useWords();
  const agenda = useAgenda();
  const challenges = nodesOfLevel(agenda, 'challenge');
  const pillars = nodesOfLevel(agenda, 'pillar').map((pillar) => ({
    pillar,
    challenges: challenges.filter((node) => node.parents.some((parent) => parent === pillar.id)),
  }));
  const placed = new Set(pillars.flatMap((group) => group.challenges.map((node) => node.id)));
  const loose = challenges.filter((node) => !placed.has(node.id));
  return (
    <section className="block">
      <Heading2>{t('home.board')}</Heading2>
      <p className="small">
        {t('home.board.note')} <Kind of="computed" />
      </p>
      <div className="board">
        {pillars
          .filter((group) => group.challenges.length > 0)
          .map((group) => (
            <section key={group.pillar.id} className="board__pillar">
              <p className="board__title">{tx(group.pillar.title)}</p>
              {group.challenges.map((node) => (
                <Challenge key={node.id} node={node} standing={standing} />
              ))}
            </section>
          ))}
        {loose.map((node) => (
          <Challenge key={node.id} node={node} standing={standing} />
        ))}
      </div>
      <p className="small">{t('status.bounds')}</p>
    </section>
  );
}
