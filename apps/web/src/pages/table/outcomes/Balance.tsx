import { placeStandingMark } from '@schaalsprong/chart';
import type { TableAnswer } from '@schaalsprong/futures/table';
import { Heading2 } from '@utrecht/component-library-react';
import { memo, useDeferredValue } from 'react';
import { SmallScene } from '../../../charts/SceneView.tsx';
import { Kind } from '../../../components/Kind.tsx';
import { useAgenda, useComputed, usePercentOf, useWords } from '../../../lib/hooks.tsx';
import { endOf } from '../../../lib/time.ts';
import { reference, type ThemeStanding, themeBalance } from '../../../table/balance.ts';
import { useTablePart } from '../context.tsx';
import { useTexts } from '../texts.ts';
import { Change, useSeenDifference, wayOf } from './Change.tsx';
import { useComparedName } from './Lead.tsx';

type Theme = ReturnType<typeof useAgenda>['table']['balance'][number];

type Standing = ThemeStanding<Theme>;

/** Where a theme stands: band and middle now, hollow what it is compared with, the thin line 2023. Worse lies to the left. */
function Stands({
  standing,
  domain,
  alt,
}: {
  standing: Standing;
  domain: readonly [number, number];
  alt: string;
}) {
  const { theme, p10, p50, p90, start, before } = standing;
  return (
    <SmallScene
      className="balance__drawing"
      alt={alt}
      scene={placeStandingMark({ p10, p50, p90, start, before, domain, better: theme.good })}
    />
  );
}

function ThemeRow({
  standing,
  domain,
  year,
  futures,
}: {
  standing: Standing;
  domain: readonly [number, number];
  year: string;
  /** Futures that the bands are of. */
  futures: number;
}) {
  const { tx } = useWords();
  const c = useTexts();
  const computed = useComputed();
  const percent = usePercentOf();
  const isSeen = useSeenDifference();
  const against = useComparedName();
  const { theme, p10, p50, p90, start, before, gain } = standing;
  const show = (value: number): string => computed.value(value, theme.unit);
  const change =
    before === null || !isSeen(p50 - before, theme.unit, { p10, p90, of: futures }) ? 0 : p50 - before;
  const signed = (value: number): string => computed.difference(value, theme.unit, { signed: true });
  const since =
    start === null
      ? null
      : gain === 0
        ? c('balance.level', { year: String(reference), at: year })
        : c(p50 > start ? 'balance.higher' : 'balance.lower', {
            year: String(reference),
            at: year,
            change: percent(start, p50),
          });
  return (
    <li className="balance__theme">
      <h4>{tx(theme.title)}</h4>
      <Stands standing={standing} domain={domain} alt={`${tx(theme.title)}: ${since ?? show(p50)}`} />
      {since !== null && (
        <p>
          <Change way={wayOf(gain, 'up')}>{since}</Change>
        </p>
      )}
      {before !== null && (
        <p className="small">
          <Change way={wayOf(change, theme.good)}>
            {change === 0
              ? c('balance.same', { against })
              : c('balance.difference', { difference: signed(change), against })}
          </Change>
        </p>
      )}
      {theme.note !== undefined && <p className="small">{tx(theme.note)}</p>}
    </li>
  );
}

const Themes = memo(function Themes({
  answer,
  compared,
}: {
  answer: TableAnswer;
  compared: TableAnswer | null;
}) {
  const { list, tx } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const isSeen = useSeenDifference();
  const year = useTablePart((state) => state.year);
  const latest = agenda.targets
    .filter(({ outcome }) => outcome !== null)
    .map((target) => target.horizon)
    .sort()
    .at(-1);
  const horizon = year ?? latest;
  const when = horizon === undefined ? null : endOf(horizon);
  if (when === null || horizon === undefined) return null;
  const before =
    compared !== null && compared !== answer && compared.count === answer.count ? compared : null;
  const { gained, lost } = themeBalance(
    agenda.table.balance,
    answer.balance,
    before?.balance ?? null,
    when,
    (difference, unit, band) => isSeen(difference, unit, { ...band, of: answer.count }),
  );
  const ends = [...gained, ...lost].flatMap(({ p10, p90, start, before: was }) =>
    [p10, p90, start, was].filter((value) => value !== null),
  );
  const domain = [Math.min(...ends), Math.max(...ends)] as const;
  const titles = (of: readonly Standing[]): string =>
    list(of.map(({ theme }) => tx(theme.title).toLowerCase()));
  return (
    <>
      <p className="finding">
        {lost.length === 0
          ? c('balance.allGain', { year: horizon })
          : gained.length === 0
            ? c('balance.allLose', { year: horizon })
            : c('balance.mixed', { gained: titles(gained), lost: titles(lost), year: horizon })}{' '}
        <Kind of="computed" />
      </p>
      <div className="balance">
        {(
          [
            ['gain', gained],
            ['loss', lost],
          ] as const
        ).map(([side, of]) => (
          <section key={side} className="balance__side">
            <h3>{c(`balance.${side}`)}</h3>
            {of.length === 0 ? (
              <p className="small">{c(`balance.${side}.none`)}</p>
            ) : (
              <ul className="plain">
                {of.map((standing) => (
                  <ThemeRow
                    key={standing.theme.id}
                    standing={standing}
                    domain={domain}
                    year={horizon}
                    futures={answer.count}
                  />
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </>
  );
});

/** All themes of broad prosperity at once, gains and losses side by side. */
export function Balance() {
  const c = useTexts();
  const { balance } = useAgenda().table;
  const answer = useDeferredValue(useTablePart((state) => state.answer));
  const compared = useDeferredValue(useTablePart((state) => state.compared));
  if (balance.length === 0) return null;
  return (
    <section className="block" aria-labelledby="balans">
      <Heading2 id="balans" tabIndex={-1}>
        {c('balance.title')}
      </Heading2>
      <p className="small">{c('balance.note')}</p>
      {answer !== null && <Themes answer={answer} compared={compared?.answer ?? null} />}
    </section>
  );
}
