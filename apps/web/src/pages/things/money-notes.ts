import type { Lang } from '../../i18n/i18n.ts';
import type { SourceText } from '../../lib/source-words.ts';

/** Dutch for the parts of a note of an amount; parts are set apart by `; `. A part that none of these is stays English. */
const dutch: readonly (readonly [RegExp, string])[] = [
  [/^year in the source: (.+)$/, 'jaar in de bron: $1'],
  [/^(\d{4}-\d{2,4})$/, '$1'],
  [/^lower bound$/, 'ondergrens'],
  [/^approx\.$/, 'ongeveer'],
  [/^per year$/, 'per jaar'],
  [/^do not add$/, 'niet optellen'],
  [/^year = publication$/, 'jaar van publicatie'],
  [/^sum of the two rows (below|above)$/, 'som van twee andere regels hier'],
  [/^part of (?:the )?([\d.]+)( m)?$/, 'deel van $1 miljoen'],
  [/^([\d.]+) \+ ([\d.]+)$/, '$1 + $2 miljoen'],
  [/^contradicts (\d+) m$/, 'spreekt $1 miljoen tegen'],
  [/^same money as in the Beethoven row$/, 'hetzelfde geld als bij Beethoven'],
  [/^split between payers not stated$/, 'de verdeling over betalers staat er niet'],
  [/^asked for, not granted$/, 'gevraagd, niet toegekend'],
  [
    /^\(\?\) that it is part of the (\d+) m is an inference$/,
    '(?) dat het deel is van $1 miljoen, leiden wij af',
  ],
  [
    /^rest of the national share among others from the Mobiliteitsfonds$/,
    'de rest van het deel van het Rijk komt onder meer uit het Mobiliteitsfonds',
  ],
  [/^variant of the (\d+) m row, do not add$/, 'ander cijfer voor de $1 miljoen, niet optellen'],
  [/^later stage of the (\d+) m row, do not add$/, 'later cijfer voor de $1 miljoen, niet optellen'],
  [
    /^range (\d+)-(\d+) m, do not add the two rows$/,
    'bandbreedte $1 tot $2 miljoen, tel de twee regels niet op',
  ],
  [/^upper bound, only if cover is found$/, 'bovengrens, alleen als er dekking is'],
  [/^total cost NOT FOUND$/, 'totale kosten niet gevonden'],
  [/^upper bound: just under (\d+) m$/, 'bovengrens: net onder $1 miljoen'],
  [/^upper bound: nearly ([\d.]+) bn$/, 'bovengrens: bijna $1 miljard'],
  [/^rows below add up to about (\d+) m$/, 'de andere regels zijn samen ongeveer $1 miljoen'],
  [/^parts below add up to ([\d.]+) \(rounding\)$/, 'de delen zijn samen $1 miljoen (afronding)'],
  [/^(\d+) projects, ([\d,]+) homes$/, '$1 projecten, $2 woningen'],
  [/^28 km to 2x3 lanes$/, '28 kilometer naar 2x3 rijstroken'],
  [/^delivery planned for (\d{4}) \(EXPECTED\)$/, 'oplevering verwacht in $1'],
  [/^EXPECTED need, not a commitment$/, 'verwachte behoefte, geen toezegging'],
  [/^repeated on 13 Oct (\d{4}): (\S+)$/, 'herhaald op 13 oktober $1: $2'],
  [/^shares published as (\S+) (\S+)$/, 'gepubliceerd als deel van het geheel: $1 $2'],
  [/^([\d.]+) m in (\S+)$/, '$1 miljoen in $2'],
  [/^DERIVED, about ([\d.]+) bn$/, 'afgeleid, ongeveer $1 miljard'],
  [
    /^the annex with the table is not in the sources used \((\S+)$/,
    'de bijlage met de tabel zit niet in onze bronnen ($1',
  ],
  [/^Kamerstuk (.+)$/, 'Kamerstuk $1'],
  [/^shares: national government (\d+)%$/, 'delen: Rijk $1%'],
  [/^shares: (\S+) (\d+)%$/, 'delen: $1 $2%'],
  [/^region (\d+)%$/, 'regio $1%'],
  [/^province (\d+)%$/, 'provincie $1%'],
  [/^ministry (\d+)%$/, 'ministerie $1%'],
  [/^municipalities (\d+)%$/, 'gemeenten $1%'],
];

/** Numbers as Dutch writes them: `36,4`, `1.300`. */
const inDutch = (part: string): string =>
  part
    .split(/(https?:\S+)/)
    .map((piece, i) =>
      i % 2 === 1
        ? piece
        : piece.replace(/\d[.,]\d/g, (digits) => digits.replace(/[.,]/, (m) => (m === '.' ? ',' : '.'))),
    )
    .join('');

/**
 * The note of an amount in the language of the reader: what it is part of, what must not be added. Content writes notes in English;
 * one of which a part has no Dutch stays English as a whole.
 */
export function moneyNote(note: string, lang: Lang): SourceText {
  if (lang !== 'nl') return { text: note, lang };
  const parts = note.split(/ ?; /).map((part) => {
    const known = dutch.find(([phrase]) => phrase.test(part));
    return known === undefined ? null : inDutch(part.replace(known[0], known[1]));
  });
  return parts.every((part) => part !== null) ? { text: parts.join('; '), lang } : { text: note, lang: 'en' };
}
