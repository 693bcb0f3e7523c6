import { placeLimits } from '@schaalsprong/chart';
import { useId } from 'react';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { Kind } from '../../../components/Kind.tsx';
import { A } from '../../../components/Link.tsx';
import { useNames, useNumber, useResource, useWords } from '../../../lib/hooks.tsx';
import { sourcesResource } from '../../../lib/resource.ts';
import type { FailBox } from '../../../table/contract.ts';
import { useOrigin } from '../outcomes/origin.ts';
import { useTexts } from '../texts.ts';

type Box = FailBox['boxes'][number];

/** Above this quasi-p a limit may be chance: shown with it, never left out. */
const maybeChance = 0.05;

/** The limits of a box with the title of their uncertainty, and limit and range in words. */
function useLimits(box: Box) {
  const { tx } = useWords();
  const c = useTexts();
  const show = useNumber();
  const sources = useResource(sourcesResource).value;
  return box.limits.map((limit) => {
    const known = sources?.uncertainties.find(({ id }) => id === limit.uncertainty);
    const value = (at: number): string =>
      show(Number(at.toPrecision(3)), known?.unit ?? '', { precise: true });
    return {
      ...limit,
      title: known === undefined ? limit.uncertainty : tx(known.title),
      said:
        limit.low === null
          ? c('fails.atMost', { value: value(limit.high ?? limit.to) })
          : limit.high === null
            ? c('fails.atLeast', { value: value(limit.low) })
            : c('fails.between', { low: value(limit.low), high: value(limit.high) }),
      range: c('fails.between', { low: value(limit.from), high: value(limit.to) }),
    };
  });
}

function BoxPart({ box, target, number }: { box: Box; target: string; number: number }) {
  const { t, tx, count, share } = useWords();
  const c = useTexts();
  const names = useNames();
  const show = useNumber();
  const origin = useOrigin();
  const uncertain = useLimits(box);
  const doubtful = uncertain.filter(({ quasiP }) => quasiP > maybeChance);
  const finding = tx(box.sentence);
  return (
    <section className="fail-box">
      <p className="finding">{finding}</p>
      <p className="small">
        {c('fails.sure', {
          inside: count(box.inside),
          misses: count(box.missesInside),
          density: share(box.density),
          coverage: share(box.coverage),
        })}{' '}
        {doubtful.length > 0 && c('fails.doubt', { list: doubtful.map(({ title }) => title).join('; ') })}
      </p>
      {uncertain.length > 0 && (
        <ChartFrame
          title={c('fails.drawing', { n: number })}
          finding={finding}
          within
          file={`wanneer-mis-${target}-${number}`}
          note={c('fails.drawing.note')}
          data={{
            head: [
              c('fails.head.uncertainty'),
              c('fails.head.limit'),
              c('fails.head.range'),
              c('fails.head.chance'),
            ],
            shown: uncertain.map((limit) => [
              limit.title,
              limit.said,
              limit.range,
              show(limit.quasiP, '', { rounded: true, precise: true }),
            ]),
            textColumns: [1, 2],
            csvHead: ['target', 'box', 'uncertainty', 'low', 'high', 'from', 'to', 'quasi_p'],
            csv: box.limits.map((limit) => [
              target,
              number,
              limit.uncertainty,
              limit.low,
              limit.high,
              limit.from,
              limit.to,
              limit.quasiP,
            ]),
          }}
          origin={origin}
          subject={names.target(target)}
          unit=""
          scene={(width) =>
            placeLimits(
              {
                name: `${names.target(target)}. ${finding}`,
                limits: uncertain.map(({ uncertainty, title, said, low, high, from, to }) => ({
                  key: uncertainty,
                  label: title,
                  said,
                  low,
                  high,
                  from,
                  to,
                })),
              },
              width,
            )
          }
        />
      )}
      <p className="small">
        {uncertain.map(({ uncertainty, title }) => (
          <A key={uncertainty} to={`/bronnen/aannamen/${uncertainty}`} className="spaced">
            {title}
          </A>
        ))}
        <Kind of="computed" word={t('kind.computed')} />
      </p>
    </section>
  );
}

/** When does this fail: boxes of uncertainties in words, drawn, and how sure they are. */
export function Fails({ found }: { found: FailBox }) {
  const { tx, metOf } = useWords();
  const c = useTexts();
  const id = useId();
  return (
    <div aria-describedby={id}>
      <p id={id} className="finding">
        {c('fails.misses', { met: metOf({ count: found.misses, of: found.of }) })}
      </p>
      {found.none !== null && <p>{tx(found.none)}</p>}
      {found.boxes.map((box, i) => (
        <BoxPart key={tx(box.sentence)} box={box} target={found.target} number={i + 1} />
      ))}
      {found.boxes.length > 0 && <p className="small">{c('fails.note')}</p>}
    </div>
  );
}
