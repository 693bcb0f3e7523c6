import type { CausalLoop } from '@schaalsprong/model/graph';
import { useState } from 'react';
import { A } from '../../components/Link.tsx';
import type { TextKey } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import type { AddressOf } from './Causes.tsx';

const kinds: Readonly<Record<CausalLoop['kind'], TextKey>> = {
  reinforcing: 'model.loop.reinforcing',
  balancing: 'model.loop.balancing',
  changing: 'model.loop.changing',
  idle: 'model.loop.idle',
};

const letters: Readonly<Record<CausalLoop['kind'], string>> = {
  reinforcing: 'R',
  balancing: 'B',
  changing: 'C',
  idle: 'I',
};

const loopsAtOnce = 8;

interface Props {
  readonly loops: readonly CausalLoop[];
  readonly addressOf: AddressOf;
  /** Language of the names, where it is not that of the page. */
  readonly lang?: 'en' | undefined;
}

/** Loops by name: R1, B2, ... and the variables that each goes through, in order. Many are folded. */
export function Loops({ loops, addressOf, lang }: Props) {
  const { t, count } = useWords();
  const [all, setAll] = useState(false);
  const counters = new Map<string, number>();
  return (
    <>
      <ol className="loops">
        {(all ? loops : loops.slice(0, loopsAtOnce)).map((loop) => {
          const number = (counters.get(loop.kind) ?? 0) + 1;
          counters.set(loop.kind, number);
          const [first = ''] = loop.variables;
          return (
            <li key={loop.variables.join(' ')}>
              <span className={`loop-kind loop-kind--${loop.kind}`}>
                {letters[loop.kind]}
                {number}
              </span>{' '}
              <span className="loop-word">{t(kinds[loop.kind])}:</span>{' '}
              <span lang={lang}>
                {loop.variables.map((name) => (
                  <span key={name}>
                    <A to={addressOf(name)}>{name}</A>
                    <span aria-hidden="true"> → </span>
                  </span>
                ))}
                {first}
              </span>
            </li>
          );
        })}
      </ol>
      {loops.length > loopsAtOnce && (
        <button type="button" className="more-levers" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('model.loops.less') : t('model.loops.rest', { n: count(loops.length - loopsAtOnce) })}
        </button>
      )}
    </>
  );
}
