import './picture.css';
import { type BlockBox, type PictureSeries, pictureBoxes, placePicture } from '@schaalsprong/chart';
import { useState } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';
import { type ChartData, ChartFrame } from '../../charts/ChartFrame.tsx';
import { useAgenda, useNames, useWords } from '../../lib/hooks.tsx';
import {
  type BlockFacts,
  doorOf,
  type PictureFacts,
  type PictureNumbers,
  pictureNumbers,
  worksThroughMost,
} from '../../picture/series.ts';
import { useTexts } from './texts.ts';

/** A title in a sentence: a soft hyphen is for the drawing alone. */
export const plainTitle = (title: string): string => title.replaceAll('\u00ad', '');

interface Props {
  readonly facts: PictureFacts;
  /** False while nothing is computed. */
  readonly ready: boolean;
  /** Blocks that a move changed; null where nothing is compared. */
  readonly moved: ReadonlySet<string> | null;
  /** What changed, in words. */
  readonly change?: string;
  /** File name without extension. */
  readonly file: string;
}

/** A block of the drawing, as a link to its page. */
function Door({
  box,
  to,
  label,
  look,
}: {
  readonly box: BlockBox;
  readonly to: string;
  readonly label: string;
  readonly look: (id: string | null) => void;
}) {
  const path = useWords().to(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(path);
  return (
    <a
      href={useHref(path)}
      aria-label={label}
      className="picture__door"
      onClick={follow}
      onFocus={() => look(box.id)}
      onBlur={() => look(null)}
      onMouseEnter={() => look(box.id)}
      onMouseLeave={() => look(null)}
    >
      <rect x={box.x} y={box.y} width={box.width} height={box.height} />
    </a>
  );
}

/** What the drawing says of a block, in words. */
function useAbout(ready: boolean): (facts: BlockFacts) => string {
  const { list, share, metOf } = useWords();
  const c = useTexts();
  const names = useNames();
  const agenda = useAgenda();
  return ({ block, met, limits, target }) => {
    if (!ready) return c('about.pending');
    const all = block.outcome === null ? 0 : (agenda.outcomeById.get(block.outcome)?.limits.length ?? 0);
    const shown = limits.filter((limit) => limit.share >= 0.005).slice(0, 4);
    const held =
      all === 0
        ? c('about.none')
        : all === 1
          ? c('about.one')
          : shown.length === 0
            ? ''
            : c('about.held', {
                list: list(
                  shown.map((limit) => `${names.constraint(limit.constraint)} (${share(limit.share)})`),
                ),
              });
    const how =
      met === null ? (target === null ? '' : c('about.value')) : c('about.met', { met: metOf(met) });
    return [how, held].filter((part) => part !== '').join(' ');
  };
}

/** Rows of the table behind the drawing. */
function useRows(numbers: PictureNumbers): ChartData {
  const { tx, share } = useWords();
  const c = useTexts();
  const titles = new Map(
    numbers.blocks.map(({ block }) => [block.id as string, plainTitle(tx(block.title))]),
  );
  const title = (id: string): string => titles.get(id) ?? id;
  const head = [
    c('table.from'),
    c('table.to'),
    c('table.sign'),
    c('table.sentence'),
    c('table.share'),
    c('table.way'),
  ];
  const cells = numbers.arrows.map(({ arrow, share: part }) => ({
    text: [title(arrow.from), title(arrow.to), arrow.sign === '+' ? '+' : '−', tx(arrow.sentence)],
    part,
    way: arrow.way.map(({ variable }) => variable).join(' > '),
  }));
  return {
    head,
    shown: cells.map(({ text, part, way }) => [...text, part === null ? '' : share(part), way]),
    csvHead: head,
    csv: cells.map(({ text, part, way }) => [...text, part, way]),
    textColumns: [1, 2, 3, 5],
  };
}

/** Influences that the model has and the drawing leaves out, each with its reason. */
function LeftOut() {
  const { tx } = useWords();
  const c = useTexts();
  const { picture } = useAgenda();
  const title = (id: string): string => {
    const block = picture.blocks.find((each) => each.id === id);
    return block === undefined ? id : plainTitle(tx(block.title));
  };
  if (picture.leftOut.length === 0) return null;
  return (
    <details className="picture__left-out">
      <summary>{c('leftOut')}</summary>
      <p>{c('leftOut.lead')}</p>
      <ul>
        {picture.leftOut.map(({ from, to, reason }) => (
          <li key={`${from} ${to}`}>
            {c('leftOut.row', { from: title(from), to: title(to), reason: tx(reason) })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Series of the drawing, with what is pointed at or moved lit and the rest faint. */
function useSeries(
  numbers: PictureNumbers,
  { moved, looked }: { readonly moved: ReadonlySet<string> | null; readonly looked: string | null },
): PictureSeries {
  const { tx, count, share } = useWords();
  const c = useTexts();
  const titles = new Map(
    numbers.blocks.map(({ block }) => [block.id as string, plainTitle(tx(block.title))]),
  );
  const title = (id: string): string => titles.get(id) ?? id;
  const lookOf = (from: string, to: string): 'plain' | 'lit' | 'faint' => {
    if (looked !== null) return from === looked || to === looked ? 'lit' : 'faint';
    if (moved === null || moved.size === 0) return 'plain';
    return moved.has(from) && moved.has(to) ? 'lit' : 'plain';
  };
  return {
    name: c('alt.wide', { n: count(numbers.blocks.length), m: count(numbers.arrows.length) }),
    blocks: numbers.blocks.map(({ block, fan, goal, met, own }) => ({
      id: block.id,
      title: tx(block.title),
      fan,
      target: goal,
      said: met === null ? '' : c('block.met', { n: count(met.count), of: count(met.of) }),
      short: met === null ? '' : `${count(met.count)}/${count(met.of)}`,
      own: own === null || own < 0.005 ? null : { share: own, label: c('block.own', { share: share(own) }) },
      lit: looked === null ? (moved?.has(block.id) ?? false) : looked === block.id,
      place: block.place,
    })),
    arrows: numbers.arrows.map(({ arrow, share: part }) => ({
      from: arrow.from,
      to: arrow.to,
      sign: arrow.sign,
      share: part,
      label: part === null ? '' : share(part),
      name: [
        c('arrow.name', { from: title(arrow.from), to: title(arrow.to), sentence: tx(arrow.sentence) }),
        ...(part === null ? [] : [c('arrow.share', { share: share(part), to: title(arrow.to) })]),
      ].join(' '),
      look: lookOf(arrow.from, arrow.to),
      bend: arrow.bend,
    })),
  };
}

/** The drawn picture of the whole, with its text, its table and its files. Nothing where the region has none. */
export function WholePicture({ facts, ready, moved, change, file }: Props) {
  const { tx, share, list } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const about = useAbout(ready);
  const [looked, setLooked] = useState<string | null>(null);
  const numbers = pictureNumbers(agenda, facts);
  const data = useRows(numbers);
  const series = useSeries(numbers, { moved, looked });
  const byId = new Map(numbers.blocks.map((each) => [each.block.id as string, each]));
  if (agenda.picture.blocks.length === 0) return null;
  const most = worksThroughMost(numbers);
  const title = (id: string): string => plainTitle(tx(byId.get(id)?.block.title ?? { nl: id, en: id }));
  const finding =
    most === null
      ? c(ready ? 'finding.none' : 'waiting')
      : c('finding', {
          from: title(most.from),
          list: list(most.on.map(({ to, share: part }) => `${title(to)} (${share(part)})`)),
        });
  const seen = looked === null ? undefined : byId.get(looked);
  return (
    <div className="picture">
      <ChartFrame
        title={c('title')}
        finding={change ?? finding}
        unit={c('unit')}
        file={file}
        data={data}
        scene={(width) => placePicture(series, width)}
        doors={(width) =>
          pictureBoxes(series, width).flatMap((box) => {
            const each = byId.get(box.id);
            if (each === undefined) return [];
            return [
              <Door
                key={box.id}
                box={box}
                to={doorOf(each.block)}
                label={`${c('door', { title: plainTitle(tx(each.block.title)) })}. ${tx(each.block.sentence)} ${about(each)}`}
                look={setLooked}
              />,
            ];
          })
        }
        below={
          <>
            <p className="picture__narrow small">{c('how.narrow')}</p>
            <p className="picture__about">
              {seen === undefined ? (
                c('rest')
              ) : (
                <>
                  <strong>{plainTitle(tx(seen.block.title))}.</strong> {tx(seen.block.sentence)} {about(seen)}
                </>
              )}
            </p>
          </>
        }
        note={`${c('how')} ${c('how.part')}`}
      />
      <LeftOut />
    </div>
  );
}
