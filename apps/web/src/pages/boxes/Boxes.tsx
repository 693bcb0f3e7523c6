import './boxes.css';
import { placeLimits, placePeeling, placeScatter } from '@schaalsprong/chart';
import { Button } from '@utrecht/component-library-react';
import { useId, useState } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { Kind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { useNumber, useWords } from '../../lib/hooks.tsx';
import type { BoxLimit, BoxStep, BoxWay, FailBox } from '../../table/contract.ts';
import { useTexts } from './texts.ts';

/** Of what boxes are, and how their uncertainties are called and written. */
export interface BoxSubject {
  /** What fails, for headings and pictures. */
  readonly title: string;
  /** Begin of the name of a file. */
  readonly file: string;
  /** Provenance for the foot of a picture. */
  readonly origin: readonly string[];
  /** Address that shows the same again, where that of the page does not. */
  readonly address?: () => Promise<string>;
  readonly nameOf: (uncertainty: string) => string;
  /** A value with its unit, and as a tick of an axis. */
  readonly show: (uncertainty: string, value: number) => string;
  readonly tick: (uncertainty: string, value: number) => string;
  /** Where more stands about it; null where nothing does. */
  readonly linkOf: (uncertainty: string) => string | null;
}

/** Above this quasi-p a limit may be chance: shown with it, never left out. */
const maybeChance = 0.05;

interface Shown {
  readonly subject: BoxSubject;
  readonly step: BoxStep;
  readonly number: number;
}

const shortened = (value: number): number => Number(value.toPrecision(3));

/** A limit in words, and the whole range. */
function useSaid({
  show,
}: BoxSubject): (limit: BoxLimit) => { readonly said: string; readonly range: string } {
  const c = useTexts();
  return ({ uncertainty, low, high, from, to }) => {
    const value = (at: number): string => show(uncertainty, shortened(at));
    return {
      said:
        low === null
          ? c('fails.atMost', { value: value(high ?? to) })
          : high === null
            ? c('fails.atLeast', { value: value(low) })
            : c('fails.between', { low: value(low), high: value(high) }),
      range: c('fails.between', { low: value(from), high: value(to) }),
    };
  };
}

/** The limits of a box, each on the whole range of its uncertainty. */
function Limits({ subject, step, number }: Shown) {
  const { tx } = useWords();
  const c = useTexts();
  const show = useNumber();
  const said = useSaid(subject);
  const finding = tx(step.sentence);
  const limits = step.limits.map((limit) => ({
    ...limit,
    ...said(limit),
    title: subject.nameOf(limit.uncertainty),
  }));
  return (
    <ChartFrame
      title={c('fails.drawing', { n: number })}
      finding={finding}
      within
      file={`${subject.file}-${number}`}
      note={c('fails.drawing.note')}
      data={{
        head: [
          c('fails.head.uncertainty'),
          c('fails.head.limit'),
          c('fails.head.range'),
          c('fails.head.chance'),
        ],
        shown: limits.map(({ title, said: words, range, quasiP }) => [
          title,
          words,
          range,
          show(quasiP, '', { rounded: true, precise: true }),
        ]),
        textColumns: [1, 2],
        csvHead: ['target', 'box', 'uncertainty', 'low', 'high', 'from', 'to', 'quasi_p'],
        csv: step.limits.map(({ uncertainty, low, high, from, to, quasiP }) => [
          subject.title,
          number,
          uncertainty,
          low,
          high,
          from,
          to,
          quasiP,
        ]),
      }}
      origin={subject.origin}
      address={subject.address}
      subject={subject.title}
      unit=""
      scene={(width) =>
        placeLimits(
          {
            name: `${subject.title}. ${finding}`,
            limits: limits.map(({ uncertainty, title, said: words, low, high, from, to }) => ({
              key: uncertainty,
              label: title,
              said: words,
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
  );
}

/** How coverage is traded for density, and the step that is shown. */
function Way({
  subject,
  way,
  at,
  number,
  whole,
  onChoose,
}: {
  subject: BoxSubject;
  way: BoxWay;
  at: number;
  number: number;
  /** Part of all futures that fails. */
  whole: number;
  onChoose: (at: number) => void;
}) {
  const { share, count } = useWords();
  const c = useTexts();
  const id = useId();
  const { steps, taken } = way;
  const limitsOf = ({ limits }: BoxStep): string =>
    limits.length === 0
      ? c('box.limits.none')
      : limits.length === 1
        ? c('box.limits.one')
        : c('box.limits', { n: count(limits.length) });
  const said = (step: BoxStep, i: number): string =>
    c('box.step', {
      n: count(i + 1),
      of: count(steps.length),
      coverage: share(step.coverage),
      density: share(step.density),
      limits: limitsOf(step),
    });
  const here = steps[at];
  if (here === undefined) return null;
  const finding = c('box.way.finding', { coverage: share(here.coverage), density: share(here.density) });
  return (
    <ChartFrame
      title={c('box.way', { n: number })}
      finding={finding}
      within
      file={`${subject.file}-${number}-weg`}
      note={c('box.way.note')}
      data={{
        head: [
          c('box.head.step'),
          c('box.head.coverage'),
          c('box.head.density'),
          c('box.head.inside'),
          c('box.head.limits'),
        ],
        shown: steps.map(({ coverage, density, inside, limits }, i) => [
          count(i + 1),
          share(coverage),
          share(density),
          count(inside),
          count(limits.length),
        ]),
        csvHead: ['box', 'step', 'coverage', 'density', 'inside', 'missed_inside', 'limits'],
        csv: steps.map(({ coverage, density, inside, missesInside, limits }, i) => [
          number,
          i + 1,
          coverage,
          density,
          inside,
          missesInside,
          limits.length,
        ]),
      }}
      origin={subject.origin}
      address={subject.address}
      subject={subject.title}
      unit=""
      below={
        <p className="box-choose">
          <label htmlFor={id}>{c('box.choose')}</label>
          <input
            id={id}
            type="range"
            min={0}
            max={steps.length - 1}
            step={1}
            value={at}
            aria-valuetext={said(here, at)}
            onChange={(event) => onChoose(Number(event.target.value))}
          />
          <Button appearance="subtle-button" disabled={at === taken} onClick={() => onChoose(taken)}>
            {c('box.back')}
          </Button>
        </p>
      }
      scene={(width) =>
        placePeeling(
          {
            name: `${subject.title}. ${finding}`,
            steps: steps.map((step, i) => ({
              key: String(i),
              coverage: step.coverage,
              density: step.density,
              said: said(step, i),
            })),
            chosen: at,
            chosenSaid: c('box.here', { limits: limitsOf(here) }),
            whole: { density: whole, label: c('box.whole', { density: share(whole) }) },
            tick: share,
            words: { coverage: c('box.coverage'), density: c('box.density') },
          },
          width,
        )
      }
    />
  );
}

/** An axis of the scatter: one of the limits of the box, or an uncertainty that it leaves free. */
interface Axis {
  readonly uncertainty: string;
  readonly from: number;
  readonly to: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** The two firmest limits of a box; where it has one, an uncertainty beside it that it leaves free. */
function axesOf(step: BoxStep, { values }: BoxWay['points']): readonly [Axis, Axis] | null {
  const [first, second] = step.limits;
  if (first === undefined) return null;
  if (second !== undefined) return [first, second];
  const free = Object.entries(values).find(([id]) => id !== first.uncertainty);
  if (free === undefined) return null;
  const [uncertainty, column] = free;
  const [from, to] = column.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return [first, { uncertainty, from: from ?? 0, to: to ?? 1, low: null, high: null }];
}

const isWithin = ({ low, high }: Axis, value: number): boolean =>
  (low === null || value >= low) && (high === null || value <= high);

/** Futures over the two firmest dimensions of a box, and the box. */
function Scatter({ subject, step, number, points }: Shown & { points: BoxWay['points'] }) {
  const { count } = useWords();
  const c = useTexts();
  const axes = axesOf(step, points);
  if (axes === null) return null;
  const [x, y] = axes;
  const [xs, ys] = axes.map(({ uncertainty }) => points.values[uncertainty]);
  if (xs === undefined || ys === undefined) return null;
  const dots = Array.from(xs, (at, i) => ({ x: at, y: ys[i] ?? Number.NaN, missed: points.missed[i] === 1 }));
  const inside = dots.filter((dot) => isWithin(x, dot.x) && isWithin(y, dot.y));
  const missed = (some: readonly { readonly missed: boolean }[]): number =>
    some.filter((dot) => dot.missed).length;
  const finding = c('box.scatter.finding', {
    n: count(dots.length),
    inside: count(inside.length),
    missed: count(missed(inside)),
  });
  const outside = { length: dots.length - inside.length, missed: missed(dots) - missed(inside) };
  const axis = ({ uncertainty, ...ends }: Axis) => ({
    ...ends,
    label: subject.nameOf(uncertainty),
    tick: (value: number) => subject.tick(uncertainty, value),
  });
  const more = step.limits.length - 2;
  const title = c('box.scatter', {
    n: number,
    x: subject.nameOf(x.uncertainty),
    y: subject.nameOf(y.uncertainty),
  });
  return (
    <ChartFrame
      title={title}
      finding={finding}
      within
      file={`${subject.file}-${number}-toekomsten`}
      note={[
        finding,
        c('box.scatter.note', { n: count(dots.length), of: count(points.of) }),
        ...(more < 1
          ? []
          : [c(more === 1 ? 'box.scatter.more.one' : 'box.scatter.more', { n: count(more) })]),
      ].join(' ')}
      data={{
        head: [c('box.scatter.where'), c('box.missed'), c('box.met')],
        shown: [
          [c('box.scatter.inside'), count(missed(inside)), count(inside.length - missed(inside))],
          [c('box.scatter.outside'), count(outside.missed), count(outside.length - outside.missed)],
        ],
        csvHead: [x.uncertainty, y.uncertainty, 'missed'],
        csv: dots.map((dot) => [dot.x, dot.y, dot.missed ? 1 : 0]),
      }}
      origin={subject.origin}
      address={subject.address}
      subject={subject.title}
      unit=""
      scene={(width) =>
        placeScatter(
          {
            name: `${title}. ${finding}`,
            x: axis(x),
            y: axis(y),
            points: dots,
            words: { missed: c('box.missed'), met: c('box.met'), box: c('box.rect') },
          },
          width,
        )
      }
    />
  );
}

/** One box: its sentence, its limits, the way that led to it and any other step of that, and futures over it. */
function BoxPart({
  subject,
  way,
  number,
  whole,
}: {
  subject: BoxSubject;
  way: BoxWay;
  number: number;
  whole: number;
}) {
  const { t, tx, count, share } = useWords();
  const c = useTexts();
  const [at, setAt] = useState(way.taken);
  const step = way.steps[at];
  if (step === undefined) return null;
  const doubtful = step.limits.filter(({ quasiP }) => quasiP > maybeChance);
  return (
    <section className="fail-box">
      <p className="finding">{tx(step.sentence)}</p>
      <p className="small">
        {c('fails.sure', {
          inside: count(step.inside),
          misses: count(step.missesInside),
          density: share(step.density),
          coverage: share(step.coverage),
        })}{' '}
        {doubtful.length > 0 &&
          c('fails.doubt', {
            list: doubtful.map(({ uncertainty }) => subject.nameOf(uncertainty)).join('; '),
          })}
      </p>
      {step.limits.length > 0 && <Limits subject={subject} step={step} number={number} />}
      <Way subject={subject} way={way} at={at} number={number} whole={whole} onChoose={setAt} />
      <Scatter subject={subject} step={step} number={number} points={way.points} />
      <p className="small">
        {step.limits.map(({ uncertainty }) => {
          const to = subject.linkOf(uncertainty);
          return to === null ? null : (
            <A key={uncertainty} to={to} className="spaced">
              {subject.nameOf(uncertainty)}
            </A>
          );
        })}
        <Kind of="computed" word={t('kind.computed')} />
      </p>
    </section>
  );
}

/** Boxes in which something fails, in words, drawn, and how sure they are; or why there is none. */
export function Boxes({ found, subject }: { found: FailBox; subject: BoxSubject }) {
  const { tx } = useWords();
  const c = useTexts();
  return (
    <>
      {found.none !== null && <p>{tx(found.none)}</p>}
      {found.boxes.map((way, i) => (
        <BoxPart
          // Another answer has other ways: a step chosen in the one means nothing in the other.
          key={way.steps[way.taken]?.sentence.en}
          subject={subject}
          way={way}
          number={i + 1}
          whole={found.misses / found.of}
        />
      ))}
      {found.boxes.length > 0 && <p className="small">{c('fails.note')}</p>}
    </>
  );
}
