import type { Lang } from '@schaalsprong/words';

/** What a hand can do with a lever or an assumption: its range and the values that have a name. */
export interface Track {
  readonly min: number;
  readonly max: number;
  /** Values that the hand is drawn to. */
  readonly marks: readonly number[];
}

/** About this many steps from end to end. */
const stepsAcross = 100;
/** Part of the range within which a hand is drawn to a mark. */
const pull = 0.012;

/** A round step: 1, 2 or 5 times a power of ten, so that about a hundred go into the range. */
export function stepOf({ min, max }: Track): number {
  const wanted = (max - min) / stepsAcross;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const times = [1, 2, 5, 10].find((n) => n * power >= wanted * (1 - 1e-9)) ?? 10;
  return times * power;
}

const within = (value: number, { min, max }: Track): number => Math.min(max, Math.max(min, value));

/** Rounds away what adding steps leaves behind the digits of the step. */
const tidy = (value: number, step: number): number => {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)) + 1);
  return Number(value.toFixed(Math.min(decimals, 12)));
};

/** Where a hand that points at a value comes to rest: at a mark that is near, else at a whole step, within the range. */
export function rest(pointed: number, track: Track): number {
  const near = track.marks
    .filter((mark) => Math.abs(mark - pointed) <= pull * (track.max - track.min))
    .sort((a, b) => Math.abs(a - pointed) - Math.abs(b - pointed))[0];
  if (near !== undefined) return near;
  const step = stepOf(track);
  return within(tidy(Math.round(pointed / step) * step, step), track);
}

/**
 * Where a key takes a slider: arrows one step, page keys ten, Home and End to the ends; null for any other key. From
 * between two steps an arrow goes to the next whole one, and a mark on the way is stopped at.
 */
export function keyed(key: string, value: number, track: Track): number | null {
  const step = stepOf(track);
  const by = (steps: number): number => {
    const to = within(
      tidy(
        steps > 0
          ? (Math.floor(value / step + 1e-9) + steps) * step
          : (Math.ceil(value / step - 1e-9) + steps) * step,
        step,
      ),
      track,
    );
    const between = track.marks.filter((mark) =>
      steps > 0 ? mark > value && mark < to : mark < value && mark > to,
    );
    return between.length === 0 || Math.abs(steps) > 1
      ? to
      : steps > 0
        ? Math.min(...between)
        : Math.max(...between);
  };
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return by(1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return by(-1);
    case 'PageUp':
      return by(10);
    case 'PageDown':
      return by(-10);
    case 'Home':
      return track.min;
    case 'End':
      return track.max;
    default:
      return null;
  }
}

/** Thousands with their mark, decimals after the other: `5.250,5` in Dutch, `5,250.5` in English. */
const grouped: Readonly<Record<Lang, RegExp>> = {
  nl: /^[-+]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/,
  en: /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/,
};

/**
 * What somebody typed as a number, or null. `1.250` is one thousand two hundred and fifty in Dutch and one and a quarter
 * in English; without thousands a comma and a point both begin the decimals.
 */
export function typedNumber(text: string, lang: Lang): number | null {
  const bare = text.trim().replaceAll(/[\s\u00a0%€]|EUR/g, '');
  if (!/^[-+]?[\d.,]*\d[\d.,]*(e[-+]?\d+)?$/i.test(bare)) return null;
  const thousands = lang === 'nl' ? '.' : ',';
  const plain = grouped[lang].test(bare) ? bare.replaceAll(thousands, '') : bare;
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** A number as somebody of that language types it. */
export function writtenNumber(value: number, lang: Lang): string {
  return new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', { maximumSignificantDigits: 9 }).format(
    value,
  );
}
