import type { Lang } from '@schaalsprong/words';
import { Button } from '@utrecht/component-library-react';
import { memo, useId, useState } from 'react';
import { useWords } from '../../lib/hooks.tsx';
import type { ModelSession, SessionRun } from '../../model/model-session.ts';

/** A constant that the reader may move. */
export interface Lever {
  /** Model variable, with its subscript where it has one. */
  readonly constant: string;
  readonly title: string;
  readonly titleLang?: 'en';
  readonly min: number;
  readonly max: number;
  /** Its value before the reader moves it. */
  readonly own: number;
  readonly show: (value: number) => string;
}

/** A number as somebody of that language types it; a very large one with a power of ten, so that it fits its field. */
const written = (value: number, lang: Lang): string => {
  const short = Number(value.toPrecision(6));
  const text = Math.abs(short) < 1e12 ? String(short) : short.toExponential().replace('e+', 'e');
  return lang === 'nl' ? text.replace('.', ',') : text;
};

interface FieldProps {
  readonly lever: Lever;
  readonly lab: ModelSession;
  /** Its value, where the reader moved it. */
  readonly moved: number | undefined;
}

const LeverField = memo(function LeverField({ lever, lab, moved }: FieldProps) {
  const { t, lang } = useWords();
  const id = useId();
  const value = moved ?? lever.own;
  const [typed, setTyped] = useState<string | null>(null);
  const move = (text: string): void => {
    setTyped(text);
    // People in this country write a comma; a browser gives a point.
    const number = Number(text.replace(',', '.'));
    if (text.trim() !== '' && Number.isFinite(number)) lab.move(lever.constant, number);
  };
  const wrong = typed !== null && (typed.trim() === '' || !Number.isFinite(Number(typed.replace(',', '.'))));
  return (
    <div className={moved === undefined ? 'lever' : 'lever lever--moved'}>
      <label htmlFor={id} lang={lever.titleLang}>
        {lever.title}
      </label>
      <input
        id={id}
        type="range"
        min={lever.min}
        max={lever.max}
        step={(lever.max - lever.min) / 100}
        value={value}
        aria-valuetext={lever.show(value)}
        onChange={(event) => {
          setTyped(null);
          lab.move(lever.constant, Number(event.target.value));
        }}
      />
      <input
        className="lever__number"
        inputMode="decimal"
        aria-label={t('lab.lever.typed', { name: lever.title })}
        aria-invalid={wrong}
        value={typed ?? written(value, lang)}
        onChange={(event) => move(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      <span className="lever__value">
        {moved === undefined ? t('lab.lever.own', { value: lever.show(value) }) : lever.show(value)}
      </span>
      {moved !== undefined && (
        <Button
          appearance="subtle-button"
          aria-label={t('lab.lever.resetOne', { name: lever.title })}
          onClick={() => {
            setTyped(null);
            lab.move(lever.constant, null);
          }}
        >
          {t('lab.lever.reset')}
        </Button>
      )}
    </div>
  );
});

/** Sliders with typed entry; every move asks all futures again at once. */
export function Levers({
  levers,
  lab,
  run,
}: {
  levers: readonly Lever[];
  lab: ModelSession;
  run: SessionRun;
}) {
  const { t } = useWords();
  return (
    <div className="levers">
      {levers.map((lever) => (
        <LeverField key={lever.constant} lever={lever} lab={lab} moved={run.moved[lever.constant]} />
      ))}
      {Object.keys(run.moved).length > 0 && (
        <Button appearance="secondary-action-button" onClick={() => lab.reset()}>
          {t('lab.lever.resetAll')}
        </Button>
      )}
    </div>
  );
}
