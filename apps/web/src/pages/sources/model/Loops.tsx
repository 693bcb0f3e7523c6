import type { CausalLoop } from '@schaalsprong/model/graph';
import { A } from '../../../components/Link.tsx';
import type { TextKey } from '../../../i18n/i18n.ts';
import { useWords } from '../../../lib/hooks.tsx';
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

/** Loops by name: R1, B2, ... and the variables that each goes through, in order. */
export function Loops({
  loops,
  addressOf,
  lang,
}: {
  loops: readonly CausalLoop[];
  addressOf: AddressOf;
  /** Language of the names, where it is not that of the page. */
  lang?: 'en' | undefined;
}) {
  const { t } = useWords();
  const counters = new Map<string, number>();
  return (
    <ol className="loops">
      {loops.map((loop) => {
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
  );
}
