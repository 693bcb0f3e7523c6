import type { Lang } from '@schaalsprong/words';

const locale: Readonly<Record<Lang, string>> = { nl: 'nl-NL', en: 'en-GB' };

/**
 * How the values of one chart are written: as many decimals as tell its values apart, and no more. From ten million on
 * in words (`1,72 mld.`), and with a power of ten where no word is known.
 */
export function figures(values: readonly number[], lang: Lang): (value: number) => string {
  const finite = values.filter(Number.isFinite);
  const size = Math.max(0, ...finite.map(Math.abs));
  if (size >= 1e15 || (size > 0 && size < 1e-4)) {
    const format = new Intl.NumberFormat(locale[lang], { notation: 'scientific', maximumFractionDigits: 2 });
    return (value) => (value === 0 ? '0' : format.format(value));
  }
  const spread = Math.max(...finite) - Math.min(...finite);
  const scale = spread > 0 && Number.isFinite(spread) ? Math.min(size, spread * 10) : size;
  if (size >= 1e7) {
    const digits = Math.min(8, 3 + Math.max(0, Math.ceil(Math.log10(size / scale))));
    const format = new Intl.NumberFormat(locale[lang], {
      notation: 'compact',
      maximumSignificantDigits: digits,
    });
    return (value) => (Number.isFinite(value) ? format.format(value === 0 ? 0 : value) : '–');
  }
  const decimals = scale === 0 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(scale))));
  const format = new Intl.NumberFormat(locale[lang], { maximumFractionDigits: decimals });
  return (value) => (Number.isFinite(value) ? format.format(value === 0 ? 0 : value) : '–');
}
