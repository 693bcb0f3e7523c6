import { Button, FormLabel, Select, SelectOption, Textbox } from '@utrecht/component-library-react';
import { useId, useState } from 'react';
import { useWords } from '../../lib/hooks.tsx';
import type { ModelSession, SessionRun } from '../../model/model-session.ts';
import { figures } from './figures.ts';
import { type Lever, Levers } from './Levers.tsx';
import { type Constant, ownFutures } from './own.ts';

const shares = [0, 0.1, 0.25];

interface Props {
  readonly lab: ModelSession;
  readonly run: SessionRun;
  /** Numbers that can be moved now. */
  readonly shown: readonly Constant[];
  /** All that could be. */
  readonly constants: readonly Constant[];
  readonly onAdd: (constant: Constant) => void;
  readonly share: number;
  readonly onShare: (share: number) => void;
  /** Numbers with a range of their own; with any, those are what varies. */
  readonly ranged: number;
}

/** Numbers of the reader's own model to move, any other to add to them, and how far they may vary. */
export function OwnLevers({ lab, run, shown, constants, onAdd, share, onShare, ranged }: Props) {
  const { t, lang, count, share: percent } = useWords();
  const id = useId();
  const [question, setQuestion] = useState('');
  const [unknown, setUnknown] = useState(false);
  const levers = shown.map(({ name, value }): Lever => {
    const reach = value === 0 ? 1 : Math.abs(value);
    const ends = [value - reach, value + reach] as const;
    return {
      constant: name,
      title: name,
      min: ends[0],
      max: ends[1],
      own: value,
      // Fine enough to tell one notch of the slider from the next.
      show: figures([value, value + reach / 100], lang),
    };
  });
  const add = (name: string): boolean => {
    const constant = constants.find((c) => c.name.toLowerCase() === name.trim().toLowerCase());
    if (constant === undefined) return false;
    onAdd(constant);
    setQuestion('');
    return true;
  };
  const zeros = shown.filter(({ name, value }) => (run.moved[name] ?? value) === 0).length;
  return (
    <div className="own-levers">
      <Levers levers={levers} lab={lab} run={run} />
      <form
        className="own-add"
        onSubmit={(event) => {
          event.preventDefault();
          setUnknown(!add(question));
        }}
      >
        <FormLabel htmlFor={`${id}-add`}>{t('own.add')}</FormLabel>
        <Textbox
          id={`${id}-add`}
          list={`${id}-all`}
          value={question}
          autoComplete="off"
          aria-describedby={`${id}-unknown`}
          onChange={(event: { target: { value: string } }) => {
            setUnknown(false);
            setQuestion(event.target.value);
          }}
        />
        <datalist id={`${id}-all`}>
          {constants.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Button type="submit" appearance="secondary-action-button">
          {t('own.add.button')}
        </Button>
        <p id={`${id}-unknown`} role="status" className="small">
          {unknown ? t('own.add.unknown', { name: question }) : ''}
        </p>
      </form>
      <div className="own-range">
        <FormLabel htmlFor={`${id}-range`}>{t('own.range')}</FormLabel>
        <Select
          id={`${id}-range`}
          value={String(share)}
          disabled={ranged > 0}
          onChange={(event: { target: { value: string } }) => onShare(Number(event.target.value))}
        >
          {shares.map((s) => (
            <SelectOption key={s} value={String(s)}>
              {s === 0
                ? t('own.range.none')
                : t('own.range.some', { n: count(ownFutures), share: percent(s) })}
            </SelectOption>
          ))}
        </Select>
        {ranged > 0 && (
          <p className="small">
            <a className="utrecht-link" href="#toekomsten">
              {t(ranged === 1 ? 'own.range.own.one' : 'own.range.own', { n: count(ranged) })}
            </a>
          </p>
        )}
        {share > 0 && ranged === 0 && (
          <p className="small">
            {t('own.range.note', { share: percent(share), n: count(shown.length - zeros) })}
            {zeros > 0 && ` ${t('own.range.zero')}`}
          </p>
        )}
      </div>
    </div>
  );
}
