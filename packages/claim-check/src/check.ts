import type { Lang } from '@schaalsprong/words';
import {
  type Beside,
  compareNumbers,
  compareYears,
  type NumberComparison,
  type YearRelation,
} from './compare.ts';
import { type Figure, figuresOf } from './figures.ts';
import type { Ledger, LedgerClaim } from './ledger.ts';
import { type Place, placeFinder } from './places.ts';
import { type SubjectMatch, Subjects } from './subject.ts';
import { directionOf, isPerYear, languageOfSentence, tellingWords } from './words-of-sentence.ts';

/** How the place of a sentence stands to that of a claim; `silent` where the sentence names none. */
export type PlaceRelation = 'same' | 'other' | 'silent';

/** A claim that a sentence may be about, with what agrees and what does not. */
export interface ClaimMatch {
  readonly claim: LedgerClaim;
  readonly subject: SubjectMatch;
  /** null where the sentence has no number */
  readonly number: NumberComparison | null;
  readonly year: YearRelation;
  readonly place: PlaceRelation;
  /** how sure it is that both are about one thing, 0 to about 1.5 */
  readonly score: number;
  /**
   * `states`: number, unit, year and place are those of the claim, as far as the sentence names them; `differs`: it is about the same, and
   * one of them is another; `named`: it is about the same and has no number; `near`: it may be about something else
   */
  readonly verdict: 'states' | 'differs' | 'named' | 'near';
}

/** What is found of one number of a sentence, or of a sentence without one. */
export interface Statement {
  /** the sentence that it is of */
  readonly text: string;
  /** null for a sentence without a number */
  readonly figure: Figure | null;
  readonly year: string | null;
  readonly places: readonly Place[];
  /**
   * `says-so`: the agenda says it so; `otherwise`: the agenda says it differently; `named`: it speaks of it, and the sentence has no number to
   * compare; `unknown`: nothing in the agenda is about this
   */
  readonly verdict: 'says-so' | 'otherwise' | 'named' | 'unknown';
  /** best first; empty where the verdict is unknown */
  readonly claims: readonly ClaimMatch[];
  /** claims that resemble the sentence and are about something else */
  readonly near: readonly ClaimMatch[];
  /** claims with the same number in the same kind of unit, that are about something else */
  readonly sameNumber: readonly LedgerClaim[];
  /** what is measured about the same, by id of the indicator, best first */
  readonly indicators: readonly string[];
}

/** What is found of what somebody pasted. */
export interface Check {
  readonly lang: Lang;
  /** what was read: the beginning where too much was pasted */
  readonly text: string;
  readonly isCut: boolean;
  /** whether it names more numbers than were checked */
  readonly isMore: boolean;
  readonly statements: readonly Statement[];
}

/** Most characters that are read. */
export const mostCharacters = 5_000;
/** Most claims that are shown beside a number. */
const mostClaims = 5;
/** Most numbers that are answered, each apart. */
export const mostStatements = 8;

/** From this score on a claim is about the same as the sentence, */
const sure = 0.72;
/** and from this one on it resembles it. */
const perhaps = 0.5;

/** Share of a claim that a sentence has at least, where they do not have the number in common. */
const leastOfClaim = 0.3;

/** A number that two sentences do not have by chance: three digits or more that are not zero, or thousands. */
const isTelling = (value: number): boolean => {
  const digits = Math.abs(value).toExponential().split('e')[0]?.replace('.', '').length ?? 0;
  return digits >= 3 || Math.abs(value) >= 1_000;
};

/** Where a sentence ends; a full stop within a number ends none. */
const sentenceEnd = /(?<=[.!?…])\s+(?=["'“‘(]?\p{Lu})|\n+/u;

interface Piece {
  readonly text: string;
  readonly offset: number;
}

function sentencesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const piece of text.split(sentenceEnd)) {
    const at = text.indexOf(piece, offset);
    offset = at + piece.length;
    if (piece.trim() !== '') pieces.push({ text: piece, offset: at });
  }
  return pieces;
}

/** Compares sentences with the claims of an agenda. Made once per ledger; a sentence takes some milliseconds. */
export class ClaimChecker {
  readonly #ledger: Ledger;
  readonly #subjects: Subjects;
  readonly #measured: Subjects;
  readonly #claims: ReadonlyMap<string, LedgerClaim>;
  readonly #placesOf: (text: string) => readonly Place[];

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    const targets = new Map(ledger.targets.map((target) => [target.id, target]));
    const indicators = new Map(ledger.indicators.map((indicator) => [indicator.id, indicator]));
    this.#subjects = new Subjects(
      ledger.claims.map(({ id, text, targets: its }) => ({
        id,
        text,
        about: its.flatMap((target) => {
          const found = targets.get(target);
          const indicator = indicators.get(found?.indicator ?? '');
          return [found, indicator].flatMap((one) => one?.title ?? []);
        }),
      })),
    );
    this.#measured = new Subjects(ledger.indicators.map(({ id, title }) => ({ id, text: title, about: [] })));
    this.#claims = new Map(ledger.claims.map((claim) => [claim.id, claim]));
    this.#placesOf = placeFinder(ledger);
  }

  /**
   * What the agenda says of a sentence: for each of its numbers, or of the whole where it has none, the claims that are about the same, and
   * whether number, unit, year and place are the same.
   *
   * @param pasted anything; only the first {@link mostCharacters} are read
   * @param page language of the page, for a sentence that could be of both
   */
  check(pasted: string, page: Lang): Check {
    const trimmed = pasted.normalize('NFC').trim();
    const text = trimmed.slice(0, mostCharacters);
    const lang = languageOfSentence(text, page);
    const statements: Statement[] = [];
    const pieces = sentencesOf(text);
    let isMore = false;
    for (const piece of pieces) {
      if (statements.length >= mostStatements) {
        isMore = true;
        break;
      }
      const { figures, year } = figuresOf(piece.text, lang, this.#ledger);
      if (figures.length === 0) {
        const statement = this.#statement(piece.text, null, year, lang);
        // In a longer text a sentence without a number says something only where the agenda does.
        if (statement.verdict !== 'unknown' || pieces.length === 1) statements.push(statement);
        continue;
      }
      const room = mostStatements - statements.length;
      if (figures.length > room) isMore = true;
      for (const figure of figures.slice(0, room)) {
        const one = { ...figure, year: figure.year ?? year };
        statements.push(
          this.#statement(clauseOf(piece.text, figure, figures), one, one.year, lang, piece.text),
        );
      }
    }
    return {
      lang,
      text,
      isCut: trimmed.length > text.length,
      isMore,
      statements,
    };
  }

  /** @param whole the sentence that a clause is of: places that it names hold for the clause */
  #statement(text: string, figure: Figure | null, year: string | null, lang: Lang, whole = text): Statement {
    const places = this.#placesOf(whole);
    const named = new Set(places.flatMap(({ typed }) => tellingWords(typed, lang).map(({ term }) => term)));
    const words = tellingWords(text, lang).filter(
      ({ term, offset }) => !named.has(term) && (figure === null || !isWithin(offset, figure, text, whole)),
    );
    const beside = {
      direction: directionOf(text, lang),
      perYear: isPerYear(text),
      isChange: figure !== null && isChange(text, figure, whole),
    };
    const found = this.#subjects
      .match(words, lang)
      .flatMap((subject): ClaimMatch[] => {
        const claim = this.#claims.get(subject.id);
        return claim === undefined ? [] : [this.#match(claim, subject, figure, year, places, beside, lang)];
      })
      .sort((a, b) => b.score - a.score);
    const matches = this.#wholeFirst(found);
    const best = matches[0]?.score ?? 0;
    const first = matches.find(({ verdict }) => verdict !== 'near');
    // Beside a claim that says it, another that differs only confuses, unless it is as near.
    const leeway = first?.verdict === 'states' ? 0.15 : 0.25;
    const claims = matches
      .filter(({ verdict, score }) => verdict === 'states' || (verdict !== 'near' && score >= best - leeway))
      .slice(0, mostClaims);
    const verdict =
      first === undefined
        ? 'unknown'
        : claims.some((one) => one.verdict === 'states' && one.score >= best - 0.1)
          ? 'says-so'
          : first.verdict === 'named'
            ? 'named'
            : 'otherwise';
    const listed = new Set(claims.map(({ claim }) => claim.id));
    const near = matches.filter(({ claim, score }) => !listed.has(claim.id) && score >= perhaps).slice(0, 3);
    return {
      text: whole,
      figure,
      year,
      places,
      verdict,
      claims,
      near,
      sameNumber:
        figure === null
          ? []
          : this.#sameNumber(figure, new Set([...listed, ...near.map(({ claim }) => claim.id)])),
      indicators: this.#measured
        .match(words, lang)
        .filter(({ ofSentence, ofClaim }) => ofSentence >= 0.5 && ofClaim >= 0.5)
        .slice(0, 3)
        .map(({ id }) => id),
    };
  }

  /**
   * The matches with the best first: of a part and its whole the whole, since a sentence about a part would say which. The whole is then about
   * the same, also where its words alone did not show it.
   */
  #wholeFirst(matches: readonly ClaimMatch[]): readonly ClaimMatch[] {
    const found = matches.find(({ verdict }) => verdict !== 'near');
    if (found === undefined || found.verdict === 'states') return matches;
    const wholes = this.#ledger.wholes.get(found.claim.id);
    const whole = matches.find(
      ({ claim, subject, score, place }) =>
        wholes?.has(claim.id) === true &&
        place !== 'other' &&
        score >= perhaps &&
        subject.ofSentence >= found.subject.ofSentence,
    );
    const isSurpassed = matches.some(
      ({ subject, verdict }) => verdict !== 'near' && subject.ofSentence > (whole?.subject.ofSentence ?? 0),
    );
    if (whole === undefined || isSurpassed) return matches;
    const promoted: ClaimMatch = { ...whole, score: found.score, verdict: found.verdict };
    return [promoted, ...matches.filter((one) => one !== whole)];
  }

  #match(
    claim: LedgerClaim,
    subject: SubjectMatch,
    figure: Figure | null,
    year: string | null,
    places: readonly Place[],
    typed: Typed,
    lang: Lang,
  ): ClaimMatch {
    const isYear = claim.unit === 'year';
    const number =
      figure === null || isYear
        ? null
        : compareNumbers(figure, claim, this.#ledger, besides(typed, claim, lang));
    const when = compareYears(year, claim);
    const place = this.#placeOf(claim, places, lang);
    const isSame = number?.relation === 'same';
    const score =
      subject.ofSentence * 0.65 +
      subject.ofClaim * 0.35 +
      (isSame ? (isTelling(claim.value) ? 0.3 : 0.12) : number?.relation === 'rounded' ? 0.06 : 0) +
      (number?.unit === 'same' ? 0.08 : number?.unit === 'other' ? -0.3 : 0) +
      (when === 'same' ? 0.05 : 0) +
      (place === 'other' ? -0.15 : place === 'same' ? (claim.entity === this.#ledger.area ? 0.02 : 0.1) : 0) -
      // A claim that is a year answers no other number.
      (isYear && figure !== null ? 0.3 : 0);
    // A line, a campus or another country that both name says much of what a sentence is about.
    const isSpot = place === 'same' && claim.entity !== this.#ledger.area;
    const isTold = isSame && isTelling(claim.value) && number.unit === 'same';
    const isSure =
      score >= sure &&
      (subject.ofSentence >= 0.5 || (isTold && (subject.ofClaim >= 0.5 || isSpot))) &&
      // Of another place it says nothing, unless it names the very number.
      (place !== 'other' || isSame) &&
      // One word in common is little, unless the number says the same.
      (isSame || subject.ofClaim >= leastOfClaim || number?.relation === 'rounded');
    const agrees =
      (number === null ? isYear : isSame || number.relation === 'rounded') &&
      (when === 'same' || when === 'silent') &&
      place !== 'other' &&
      figure?.isDenied !== true;
    const verdict = !isSure ? 'near' : agrees ? 'states' : number === null && !isYear ? 'named' : 'differs';
    return { claim, subject, number, year: when, place, score, verdict };
  }

  #placeOf(claim: LedgerClaim, places: readonly Place[], lang: Lang): PlaceRelation {
    if (places.length === 0) return 'silent';
    const text = claim.text[lang].toLowerCase();
    const ofClaim = this.#placesOf(claim.text[lang]);
    const isOf = ({ typed, area }: Place): boolean =>
      text.includes(typed.toLowerCase()) ||
      (area !== null && (area.code === claim.entity || ofClaim.some((one) => one.area?.code === area.code)));
    if (places.every(isOf)) return 'same';
    const strange = places.filter((place) => !isOf(place));
    if (strange.some(({ area }) => area === null)) return 'other';
    if (places.some(isOf)) return 'same';
    const own = this.#ledger.areas.find(({ code }) => code === claim.entity);
    // A line, a station or a party within the region.
    const isSpot = own === undefined || own.kind === 'other';
    return isSpot && strange.every(({ area }) => area?.code === this.#ledger.area) ? 'silent' : 'other';
  }

  #sameNumber(figure: Figure, listed: ReadonlySet<string>): readonly LedgerClaim[] {
    if (!isTelling(figure.value)) return [];
    return this.#ledger.claims
      .filter((claim) => !listed.has(claim.id) && claim.unit !== 'year')
      .filter((claim) => {
        const { relation, unit } = compareNumbers(figure, claim, this.#ledger, nothingBeside);
        return (
          (relation === 'same' && unit !== 'other') || (unit === 'other' && figure.value === claim.value)
        );
      })
      .slice(0, 3);
  }
}

/** Whether a word stands in the number itself: `miljoen` of `3 miljoen`. */
const isWithin = (offset: number, figure: Figure, clause: string, whole: string): boolean => {
  const at = whole.indexOf(clause) + offset;
  return at >= figure.offset && at < figure.end;
};

/** The part of a sentence that one of its numbers stands in: from the last comma before it that follows another number, to the next. */
function clauseOf(text: string, figure: Figure, figures: readonly Figure[]): string {
  if (figures.length === 1) return text;
  const before = figures.filter((one) => one.end <= figure.offset).at(-1);
  const after = figures.find((one) => one.offset >= figure.end);
  const split = /[,;:]|\b(en|and|maar|but|terwijl|while|waarvan|of which)\b/giu;
  const cut = (from: number, to: number): number | null => {
    const marks = [...text.slice(from, to).matchAll(split)];
    const mark = marks.at(-1);
    return mark === undefined ? null : from + mark.index;
  };
  const start = before === undefined ? 0 : (cut(before.end, figure.offset) ?? 0);
  const end = after === undefined ? text.length : (cut(figure.end, after.offset) ?? text.length);
  return text.slice(start, end);
}

/** What the words of a sentence say beside its number. */
interface Typed {
  readonly direction: -1 | 0 | 1;
  readonly perYear: boolean;
  readonly isChange: boolean;
}

const besides = (typed: Typed, claim: LedgerClaim, lang: Lang): Beside => ({
  directions: [typed.direction, directionOf(claim.text[lang], lang)],
  perYear: [typed.perYear, isPerYear(claim.text[lang])],
  isChange: typed.isChange,
});
const nothingBeside: Beside = { directions: [0, 0], perYear: [false, false], isChange: false };

/** `20% minder` and `groeit met 20%` are changes, `naar 20%` is a level. */
function isChange(clause: string, { offset, end }: Figure, whole: string): boolean {
  const start = whole.indexOf(clause);
  const before = clause.slice(0, Math.max(0, offset - start)).toLowerCase();
  const behind = clause.slice(Math.max(0, end - start)).toLowerCase();
  return (
    /\b(met|by)\s+\S*\s*$/u.test(before) ||
    /^\s*(meer|minder|hoger|lager|more|less|fewer|higher|lower|growth|groei)\b/u.test(behind)
  );
}
