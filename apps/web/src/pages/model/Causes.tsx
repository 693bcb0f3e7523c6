import type { CausalLink, Polarity } from '@schaalsprong/model/graph';
import { useId } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';
import { useWidth } from '../../charts/ChartFrame.tsx';
import type { TextKey } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';

/** Where a variable has its page; without language. */
export type AddressOf = (name: string) => string;

const signs: Readonly<Record<Polarity, string>> = { '+': '+', '-': '−', changes: '±', none: '0' };
export const signWords: Readonly<Record<Polarity, TextKey>> = {
  '+': 'model.sign.plus',
  '-': 'model.sign.minus',
  changes: 'model.sign.changes',
  none: 'model.sign.none',
};

/** Names that are on one side of the drawing; more are left to the list below it. */
const most = 8;
const rowHeight = 40;
const font = 12;

/** A name on at most two lines of so many letters. */
function inLines(name: string, letters: number): string[] {
  const lines: string[] = [''];
  for (const word of name.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > letters && lines.length < 2) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((line) => (line.length > letters + 1 ? `${line.slice(0, letters)}…` : line));
}

function Box({
  name,
  at,
  width,
  anchor,
  to,
}: {
  name: string;
  at: { readonly x: number; readonly y: number };
  width: number;
  anchor: 'start' | 'middle' | 'end';
  to: string | null;
}) {
  const { to: inLanguage } = useWords();
  const path = to === null ? '' : inLanguage(to);
  const href = useHref(path);
  const follow = useLinkClickHandler<HTMLAnchorElement>(path);
  const lines = inLines(name, Math.floor(width / (font * 0.56)));
  const text = (
    <text className={to === null ? 'cause-own' : 'cause-name'} textAnchor={anchor}>
      {lines.map((line, i) => (
        <tspan key={line} x={at.x} y={at.y + 4 + (i - (lines.length - 1) / 2) * (font + 2)}>
          {line}
        </tspan>
      ))}
    </text>
  );
  return to === null ? (
    text
  ) : (
    <a href={href} onClick={follow} aria-label={name}>
      {text}
    </a>
  );
}

interface Props {
  readonly name: string;
  readonly causes: readonly CausalLink[];
  readonly effects: readonly CausalLink[];
  readonly addressOf: AddressOf;
  /** A table has no more or less, so a link from it has no sign. */
  readonly isTable: (name: string) => boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** An arrow from a cause to its effect, with its sign at the outer end, where rows keep the signs apart. */
function Arrow({
  from,
  to,
  link: { polarity, from: cause },
  sign,
  isTable,
}: {
  from: Point;
  to: Point;
  link: CausalLink;
  sign: 'start' | 'end';
  isTable: Props['isTable'];
}) {
  const bend = (to.x - from.x) * 0.5;
  const signAt = sign === 'start' ? { x: from.x + 14, y: from.y } : { x: to.x - 18, y: to.y };
  return (
    <g className={`cause cause--${polarity === 'none' && !isTable(cause) ? 'none' : 'some'}`}>
      <path
        className="cause-line"
        d={`M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x - 5} ${to.y}`}
      />
      <path className="cause-head" d={`M${to.x - 6} ${to.y - 4}L${to.x} ${to.y}L${to.x - 6} ${to.y + 4}Z`} />
      <text className="cause-sign" x={signAt.x} y={signAt.y - 4} textAnchor="middle">
        {isTable(cause) ? '' : signs[polarity]}
      </text>
    </g>
  );
}

/** What acts on a variable and on what it acts, with the sign of each link. Everything in it is in the lists too. */
export function Causes({ name, causes, effects, addressOf, isTable }: Props) {
  const { t } = useWords();
  const id = useId();
  const [setNode, width] = useWidth();
  const left = causes.slice(0, most);
  const right = effects.slice(0, most);
  if (left.length + right.length === 0) return null;
  const rows = Math.max(left.length, right.length, 1);
  const height = rows * rowHeight + 16;
  const middle = height / 2;
  const side = width * 0.36;
  const inner = Math.max(width * 0.06, Math.min(width * 0.13, (name.length * font * 0.56) / 2 + 8));
  const centre = width / 2;
  const place = (i: number, of: number): number => middle + (i - (of - 1) / 2) * rowHeight;
  // Too narrow for three columns of words: the lists below say the same.
  if (width < 480) return <div ref={setNode} className="causes" />;
  return (
    <div ref={setNode} className="causes">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing that holds links has no element of its own. */}
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-labelledby={id}
        className="plot"
      >
        <title id={id}>
          {t('model.causes.alt', { name, causes: causes.length, effects: effects.length })}
        </title>
        {left.map((link, i) => (
          <Arrow
            key={`in ${link.from}`}
            from={{ x: side + 4, y: place(i, left.length) }}
            to={{ x: centre - inner, y: middle }}
            link={link}
            sign="start"
            isTable={isTable}
          />
        ))}
        {right.map((link, i) => (
          <Arrow
            key={`out ${link.to}`}
            from={{ x: centre + inner, y: middle }}
            to={{ x: width - side - 4, y: place(i, right.length) }}
            link={link}
            sign="end"
            isTable={isTable}
          />
        ))}
        {left.map((l, i) => (
          <Box
            key={l.from}
            name={l.from}
            at={{ x: side, y: place(i, left.length) }}
            width={side}
            anchor="end"
            to={addressOf(l.from)}
          />
        ))}
        <Box name={name} at={{ x: centre, y: middle }} width={inner * 2} anchor="middle" to={null} />
        {right.map((l, i) => (
          <Box
            key={l.to}
            name={l.to}
            at={{ x: width - side, y: place(i, right.length) }}
            width={side}
            anchor="start"
            to={addressOf(l.to)}
          />
        ))}
      </svg>
      <p className="small">
        {t('model.causes.key')}
        {causes.length > most || effects.length > most ? ` ${t('model.causes.more', { most })}` : ''}
      </p>
    </div>
  );
}
