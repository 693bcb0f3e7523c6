import type { CausalLoop } from '@schaalsprong/model/graph';
import { useId, useState } from 'react';
import { A } from '../../components/Link.tsx';
import type { TextKey } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import type { AddressOf } from './Causes.tsx';
import { useTexts } from './texts.ts';

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

/** Variables that stand for a loop on its line; a loop of no more is shown in full. */
const namedAtOnce = 3;

/** The variables that stand for a loop: its stocks first, since they are what it is about; in the order of the loop. */
function mainOf(variables: readonly string[], isStock: (name: string) => boolean): readonly string[] {
  const stocks = variables.filter(isStock).slice(0, namedAtOnce);
  const chosen = new Set(stocks);
  // Evenly spread over the loop where it has few stocks.
  for (let i = 0; chosen.size < Math.min(namedAtOnce, variables.length); i += 1) {
    const name = variables[Math.floor((i * variables.length) / namedAtOnce) % variables.length] ?? '';
    chosen.add(i < namedAtOnce ? name : (variables.find((one) => !chosen.has(one)) ?? name));
  }
  return variables.filter((name) => chosen.has(name));
}

interface Props {
  readonly loops: readonly CausalLoop[];
  readonly addressOf: AddressOf;
  /** Which variables accumulate; nothing where that is not known. */
  readonly isStock?: (name: string) => boolean;
  /** Language of the names, where it is not that of the page. */
  readonly lang?: 'en' | undefined;
}

/** All variables of a loop, each a link. */
function Chain({ loop, addressOf, lang }: { loop: CausalLoop } & Pick<Props, 'addressOf' | 'lang'>) {
  return (
    <span lang={lang}>
      {loop.variables.map((name) => (
        <span key={name}>
          <A to={addressOf(name)}>{name}</A>
          <span aria-hidden="true"> → </span>
        </span>
      ))}
      {loop.variables[0]}
    </span>
  );
}

/** One loop on a line: its kind, how long it is, what it is about; the whole of a long one on demand. */
function Loop({
  loop,
  number,
  addressOf,
  lang,
  isStock,
}: { loop: CausalLoop; number: number } & Pick<Props, 'addressOf' | 'lang'> &
  Required<Pick<Props, 'isStock'>>) {
  const { t, count } = useWords();
  const c = useTexts();
  const head = (
    <>
      <span className={`loop-kind loop-kind--${loop.kind}`}>
        {letters[loop.kind]}
        {number}
      </span>{' '}
      <span className="loop-word">
        {t(kinds[loop.kind])}, {c('loop.steps', { n: count(loop.variables.length) })}:
      </span>{' '}
    </>
  );
  if (loop.variables.length <= namedAtOnce) {
    return (
      <>
        {head}
        <Chain loop={loop} addressOf={addressOf} lang={lang} />
      </>
    );
  }
  return (
    <details>
      <summary>
        {head}
        <span lang={lang}>{mainOf(loop.variables, isStock).join(' → ')} → …</span>
      </summary>
      <p>
        <Chain loop={loop} addressOf={addressOf} lang={lang} />
      </p>
    </details>
  );
}

/** Loops by name: R1, B2, ... with what each is about. Many are folded. */
export function Loops({ loops, addressOf, lang, isStock = () => false }: Props) {
  const { t, count } = useWords();
  const [all, setAll] = useState(false);
  const id = useId();
  const counters = new Map<string, number>();
  const numbered = loops.map((loop) => {
    const number = (counters.get(loop.kind) ?? 0) + 1;
    counters.set(loop.kind, number);
    return { loop, number };
  });
  return (
    <>
      <ol className="loops" id={id}>
        {(all ? numbered : numbered.slice(0, loopsAtOnce)).map(({ loop, number }) => (
          <li key={loop.variables.join(' ')}>
            <Loop loop={loop} number={number} addressOf={addressOf} lang={lang} isStock={isStock} />
          </li>
        ))}
      </ol>
      {loops.length > loopsAtOnce && (
        <button
          type="button"
          className="more-levers"
          aria-expanded={all}
          aria-controls={id}
          onClick={() => setAll(!all)}
        >
          {all ? t('model.loops.less') : t('model.loops.rest', { n: count(loops.length - loopsAtOnce) })}
        </button>
      )}
    </>
  );
}
