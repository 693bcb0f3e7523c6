import { useState } from 'react';
import { A } from '../../../components/Link.tsx';
import { type StandingState, useAgenda, useWords } from '../../../lib/hooks.tsx';
import { type Counted, type TallyGroup, tallyGroups, tallyOf } from './tally.ts';

/** The shape of a group, so that it does not hang on colour. */
function Shape({ group }: { group: TallyGroup }) {
  return (
    <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true" focusable="false">
      {group === 'most' && <circle className="status-fill" cx="8" cy="8" r="7" />}
      {group === 'some' && (
        <>
          <circle className="status-line" cx="8" cy="8" r="6.2" strokeWidth="1.6" />
          <path className="status-fill" d="M8 1.8A6.2 6.2 0 0 0 8 14.2Z" />
        </>
      )}
      {group === 'few' && <path className="status-fill" d="M8 1.2L15.4 14.4H0.6Z" />}
      {group === 'never' && (
        <path className="status-line" d="M2.5 2.5L13.5 13.5M13.5 2.5L2.5 13.5" strokeWidth="2.4" />
      )}
    </svg>
  );
}

const styles: Readonly<Record<TallyGroup, string>> = {
  most: 'status--most',
  some: 'status--some',
  few: 'status--few',
  never: 'status--few',
};

/** How many of the targets that can be computed are mostly, sometimes and seldom met: one sentence, and a mark per target. */
export function TallyPart({ standing }: { standing: StandingState }) {
  const { t, tx, count, metOf } = useWords();
  const { targets } = useAgenda();
  const [pointed, point] = useState<Counted | null>(null);
  const { groups, counted, uncounted } = tallyOf(targets, standing.of);
  if (standing.detail === null) {
    return (
      <div className="home-tally">
        <p className="lead lead--waiting">{t('home.waiting')}</p>
      </div>
    );
  }
  if (counted === 0) {
    return (
      <div className="home-tally">
        <p className="lead">{t('home.tally.nothing')}</p>
      </div>
    );
  }
  const most = groups.most.length;
  const never = groups.never.length;
  const said = ({ target, met }: Counted): string =>
    t('home.tally.mark', { target: tx(target.title), met: metOf(met) });
  return (
    <div className="home-tally">
      <p className="lead">
        {t(most === 1 ? 'home.tally.one' : 'home.tally', {
          n: count(counted),
          most: count(most),
          some: count(groups.some.length),
          few: count(groups.few.length + never),
        })}
        {never === 0 ? '.' : t('home.tally.never', { n: count(never) })}
      </p>
      <ul className="home-tally__groups">
        {tallyGroups
          .filter((group) => groups[group].length > 0)
          .map((group) => (
            <li key={group} className={styles[group]}>
              <p className="home-tally__name">
                <span className="figure">{count(groups[group].length)}</span> {t(`home.tally.group.${group}`)}
              </p>
              <ul className="home-tally__marks">
                {groups[group].map((each) => (
                  <li key={each.target.id}>
                    <A
                      className="home-tally__mark"
                      to={`/doelen/${each.target.id}`}
                      aria-label={said(each)}
                      onPointerEnter={() => point(each)}
                      onPointerLeave={() => point(null)}
                      onFocus={() => point(each)}
                      onBlur={() => point(null)}
                    >
                      <Shape group={group} />
                    </A>
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ul>
      <p className="home-tally__said small" aria-hidden="true">
        {pointed === null ? t('home.tally.point') : said(pointed)}
        {pointed === null && uncounted > 0 && (
          <span className="home-tally__uncounted">
            {' '}
            {t(uncounted === 1 ? 'home.tally.uncounted.one' : 'home.tally.uncounted', {
              n: count(uncounted),
            })}
          </span>
        )}
      </p>
    </div>
  );
}
