import type { FoundQuantities, FoundQuantity } from '@schaalsprong/reading/quantities';
import { csvText } from '@schaalsprong/tables/csv';
import { at, formatInterval, formatNumber, formatPeriod, type Lang, type Units } from '@schaalsprong/words';
import { type Column, renderCards, renderTable, wrap } from '../../terminal/table.ts';
import { sayRead } from './texts.ts';

/** From this width on the table has a row for each figure; below it a card. */
const tableFrom = 100;

const place = ({ page, line }: Pick<FoundQuantity, 'page' | 'line'>): string => `${page}:${line}`;

function when({ horizon, period }: Pick<FoundQuantity, 'horizon' | 'period'>, lang: Lang): string {
  return [period, horizon].flatMap((time) => (time === null ? [] : [formatPeriod(time, lang)])).join(' → ');
}

/** How a figure was read: its interval, or both values where its document mixes a decimal comma and a decimal point. */
function readsAs(claim: FoundQuantity, units: Units, lang: Lang): string {
  const { alternative, interval, negated, unit, value } = claim;
  const not = negated ? sayRead(lang, 'not') : '';
  if (alternative === undefined) return `${not}${formatInterval(interval, unit, lang, units)}`;
  const show = (number: number): string => formatNumber(number, unit, lang, units, { precise: true });
  return `${not}${sayRead(lang, 'either', { one: show(value), other: show(alternative) })}`;
}

/**
 * What was found in a document for people: warnings, a row for each figure with its place and how it was read, sums and
 * shares, and footnotes.
 *
 * @param units how numbers are shown
 * @param certain what is less certain is counted, not shown
 * @param width places on a line
 */
export function readingTable(
  { document, claims, relations, footnotes }: FoundQuantities,
  units: Units,
  lang: Lang,
  certain: number,
  width: number,
): string {
  const pages = document.pages.length;
  const lines: string[] = document.warnings.flatMap((warning) =>
    wrap(`${sayRead(lang, 'warning')}: ${warning[lang]}`, width),
  );
  if (lines.length > 0) lines.push('');
  const shown = claims.map((claim, i) => ({ claim, i })).filter(({ claim }) => claim.confidence >= certain);
  lines.push(
    ...wrap(
      sayRead(lang, claims.length === 0 ? 'nothing' : 'summary', {
        name: document.name,
        pages,
        claims: claims.length,
      }),
      width,
    ),
  );
  if (shown.length > 0) {
    const columns: Column[] = [
      { title: sayRead(lang, 'column-id'), align: 'left' },
      { title: sayRead(lang, 'column-place'), align: 'left' },
      { title: sayRead(lang, 'column-figure'), align: 'left', gives: true },
      { title: sayRead(lang, 'column-reads'), align: 'left', gives: true },
      { title: sayRead(lang, 'column-counted'), align: 'left', gives: true },
      { title: sayRead(lang, 'column-when'), align: 'left', gives: true },
      { title: sayRead(lang, 'column-kind'), align: 'left' },
      { title: sayRead(lang, 'column-certain'), align: 'right' },
    ];
    const rows = shown.map(({ claim, i }) => [
      `q-${i + 1}`,
      place(claim),
      claim.text.replace(/\s+/g, ' '),
      readsAs(claim, units, lang),
      claim.counted,
      when(claim, lang),
      sayRead(lang, claim.kind),
      `${Math.round(claim.confidence * 100)}%`,
    ]);
    const groups = [{ title: '', rows }];
    const table =
      width >= tableFrom ? renderTable(columns, groups, width) : renderCards(columns, groups, width, '');
    // A document may have more figures than a call takes arguments.
    lines.push('');
    for (const line of table) lines.push(line);
  }
  if (shown.length < claims.length) {
    lines.push(
      '',
      sayRead(lang, 'hidden', {
        certain: `${Math.round(certain * 100)}%`,
        count: claims.length - shown.length,
      }),
    );
  }
  if (relations.length > 0) {
    const name = (index: number): string => `q-${index + 1} (${at(claims, index).text.replace(/\s+/g, ' ')})`;
    lines.push('', sayRead(lang, 'relations'));
    for (const { kind, whole, parts, fits } of relations) {
      const sentence = sayRead(lang, `relation-${kind}`, {
        whole: name(whole),
        parts: parts.map(name).join(kind === 'sum' ? ' + ' : ', '),
      });
      lines.push(...wrap(`  ${sentence}: ${sayRead(lang, fits ? 'fits' : 'fits-not')}`, width));
    }
  }
  if (footnotes.length > 0) {
    const without = footnotes.filter(({ text }) => text === null).map(({ mark }) => mark);
    lines.push(
      '',
      ...wrap(
        sayRead(lang, 'footnotes', {
          count: footnotes.length,
          without: without.length === 0 ? sayRead(lang, 'none') : without.join(', '),
        }),
        width,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** One row per figure; numbers with a point, bounds empty where there is none. */
export function readingCsv({ claims }: Pick<FoundQuantities, 'claims'>): string {
  const head =
    'id,page,line,offset,end,text,value,min,max,minOpen,maxOpen,unit,qualifier,kind,quantity,counted,period,horizon,negated,footnote,confidence';
  const rows = claims.map((claim, i) => [
    `q-${i + 1}`,
    claim.page,
    claim.line,
    claim.offset,
    claim.end,
    claim.text,
    claim.value,
    claim.interval.min,
    claim.interval.max,
    claim.interval.minOpen,
    claim.interval.maxOpen,
    claim.unit,
    claim.qualifier,
    claim.kind,
    claim.quantity,
    claim.counted,
    claim.period,
    claim.horizon,
    claim.negated,
    claim.footnote,
    claim.confidence,
  ]);
  return csvText(
    head.split(','),
    rows.map((row) => row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell))),
    null,
  );
}
