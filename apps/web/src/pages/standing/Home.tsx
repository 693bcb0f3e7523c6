import { placeFanMark } from '@schaalsprong/chart';
import type { ApiNode, Target } from '@schaalsprong/wire';
import { Heading2, Heading3, Paragraph } from '@utrecht/component-library-react';
import { SmallScene } from '../../charts/SceneView.tsx';
import { Kind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { MetBar } from '../../components/MetBar.tsx';
import { HeaviestConflicts } from '../../components/OpenConflicts.tsx';
import { Page } from '../../components/Page.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { WhatHoldsBack } from '../../components/WhatHoldsBack.tsx';
import { nodesOfLevel, targetsOfChallenge } from '../../lib/agenda.ts';
import { type StandingState, useAgenda, useNames, useStanding, useWords } from '../../lib/hooks.tsx';
import { statusOf, statusOfMet, weakest } from '../../lib/standing.ts';
import { endOf } from '../../lib/time.ts';

function Lead({ standing }: { standing: StandingState }) {
  const { t, tx } = useWords();
  if (standing.sentence === null || standing.detail === null) {
    return <p className="lead lead--waiting">{t('home.waiting')}</p>;
  }
  return (
    <>
      <p className="lead">{tx(standing.sentence)}</p>
      <details className="why">
        <summary>{t('home.why')}</summary>
        <WhatHoldsBack assessment={standing.detail.assessment} />
      </details>
    </>
  );
}

function Ambition({ node, standing }: { node: ApiNode; standing: StandingState }) {
  const { t, tx, metOf, count, share } = useWords();
  const names = useNames();
  const found = standing.detail?.assessment.ambitions.find((ambition) => ambition.id === node.id);
  const status = found === undefined ? 'pending' : statusOfMet(found.met);
  const brake = found?.holdingBack[0];
  return (
    <li className="ambition">
      <p className="ambition__letter" aria-hidden="true">
        {node.number}
      </p>
      <div>
        <Heading3>{tx(node.title)}</Heading3>
        <p className="ambition__status">
          <StatusMark status={status} />
        </p>
        {found?.met && (
          <>
            <MetBar met={found.met} />
            <p className="figure">{t('home.ambition.met', { met: metOf(found.met) })}</p>
          </>
        )}
        {brake !== undefined && (
          <p className="ambition__brake">
            {t('home.ambition.brake', {
              constraint: names.constraint(brake.constraint),
              share: share(brake.share),
            })}
          </p>
        )}
        {found?.met === null && <p className="small">{t('home.ambition.none')}</p>}
        {found !== undefined && (
          <p className="small">
            {found.targets.length === 1
              ? t('home.ambition.targets.one')
              : t('home.ambition.targets', { n: count(found.targets.length) })}
            {found.notModelled === 1 && `, ${t('home.ambition.notModelled.one')}`}
            {found.notModelled > 1 && `, ${t('home.ambition.notModelled', { n: count(found.notModelled) })}`}
          </p>
        )}
      </div>
    </li>
  );
}

function TargetRow({ target, standing }: { target: Target; standing: StandingState }) {
  const { t, tx, count } = useWords();
  const found = standing.of(target.id);
  const fan = standing.detail?.series[target.id];
  const horizon = endOf(target.horizon);
  const met = found?.met ?? null;
  return (
    <li className="target-row">
      <StatusMark status={statusOf(target, found)} quiet />
      <A to={`/doelen/${target.id}`}>{tx(target.title)}</A>
      <span className="target-row__right">
        {fan !== undefined && target.value !== null && horizon !== null && (
          <SmallScene className="spark" scene={placeFanMark(fan, { value: target.value, horizon })} />
        )}
        <span className="figure target-row__met">
          {met === null ? (
            t(`status.${statusOf(target, found)}`)
          ) : (
            <MetWords count={count(met.count)} of={count(met.of)} />
          )}
        </span>
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
  const { t, tx, list } = useWords();
  const { own, touched } = targetsOfChallenge(useAgenda(), node.id);
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
      {touched.length > 0 && (
        <p className="small">
          {t('home.board.touched', { list: list(touched.map((target) => tx(target.title))) })}
        </p>
      )}
    </article>
  );
}

function Board({ standing }: { standing: StandingState }) {
  const { tx } = useWords();
  const agenda = useAgenda();
  const challenges = nodesOfLevel(agenda, 'challenge');
  const pillars = nodesOfLevel(agenda, 'pillar').map((pillar) => ({
    pillar,
    challenges: challenges.filter((node) => node.parents.some((parent) => parent === pillar.id)),
  }));
  const placed = new Set(pillars.flatMap((group) => group.challenges.map((node) => node.id)));
  const loose = challenges.filter((node) => !placed.has(node.id));
  return (
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
  );
}

function Honest({ standing }: { standing: StandingState }) {
  const { t, count } = useWords();
  const agenda = useAgenda();
  const modelled = agenda.targets.filter((target) => target.outcome !== null).length;
  const assumed = agenda.targets.filter((target) => target.valueIs === 'assumed').length;
  const history = standing.detail?.assessment.history ?? [];
  const tests = history.filter((check) => check.fitted === null);
  return (
    <section>
      <Heading2>{t('home.honest')}</Heading2>
      <ul className="plain">
        <li>
          {t('home.honest.modelled', {
            n: count(agenda.targets.length),
            m: count(modelled),
            k: count(agenda.targets.length - modelled),
          })}
        </li>
        <li>
          {t('home.honest.assumed', { n: count(assumed) })} <Kind of="assumed" />
        </li>
        <li>
          <A to="/bronnen/onbekend">{t('home.honest.unknown', { n: count(agenda.unknowns.length) })}</A>
        </li>
        {history.length > 0 && (
          <li>
            {t('home.honest.history', {
              n: count(tests.length),
              of: count(history.length),
              m: count(tests.filter((check) => check.within).length),
              k: count(history.length - tests.length),
            })}{' '}
            <A to="/bronnen/methode">{t('home.honest.historyLink')}</A>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Where do we stand, and what holds us back most? */
export function Home() {
  const { t } = useWords();
  const agenda = useAgenda();
  const standing = useStanding();
  return (
    <Page title={t('home.title')} kicker={t('home.question')}>
      <Lead standing={standing} />
      <section className="block">
        <Heading2>{t('home.ambitions')}</Heading2>
        <ul className="ambitions">
          {nodesOfLevel(agenda, 'ambition').map((node) => (
            <Ambition key={node.id} node={node} standing={standing} />
          ))}
        </ul>
        <p className="small">
          {t('home.ambitions.note')} <Kind of="computed" />
        </p>
      </section>
      <section className="block">
        <Heading2>{t('home.board')}</Heading2>
        <p className="small">
          {t('home.board.note')} <Kind of="computed" />
        </p>
        <Board standing={standing} />
        <p className="small">{t('status.bounds')}</p>
      </section>
      <HeaviestConflicts />
      <div className="two">
        <Honest standing={standing} />
        <section>
          <Heading2>{t('home.later')}</Heading2>
          <ul className="plain">
            <li>{t('home.later.changes')}</li>
            <li>{t('home.later.pages')}</li>
          </ul>
        </section>
      </div>
      <Paragraph className="only-print">{globalThis.location.href}</Paragraph>
    </Page>
  );
}
