import { type AuditReading, claimIntervals, variablesOf } from '@schaalsprong/agenda/claims';
import { type AuditClaim, type AuditInput, beside, type Conflict } from '@schaalsprong/audit';
import type { Lang, Text } from '@schaalsprong/words';
import type { ClaimMatch } from './check.ts';
import type { Figure } from './figures.ts';
import type { Ledger } from './ledger.ts';

/** Id of a pasted sentence among the claims of an audit. */
export const sentenceId = 'pasted-sentence';

/** Readings of a claim with the number of a sentence in place of its own: one for each quantity that the claim may be about. */
function readingsWith(
  figure: Figure,
  { claim, number }: ClaimMatch,
  own: readonly AuditReading[],
  { qualifiers }: Pick<Ledger, 'qualifiers'>,
): readonly AuditReading[] {
  const value = number?.value ?? null;
  const interval = number?.interval ?? null;
  if (value === null || interval === null) return [];
  const intervals = figure.isRange
    ? { bare: interval, default: interval, generous: interval }
    : claimIntervals({ value, qualifier: figure.qualifier, interval: undefined }, qualifiers);
  if (intervals === null) return [];
  const variables = new Set<string>();
  return own.flatMap((reading): AuditReading[] => {
    // A reading of another number says what the claim means otherwise, which a sentence with a number of its own does not.
    const isOther = reading.unit !== claim.unit || reading.value !== claim.value;
    if (isOther || variables.has(reading.variable)) return [];
    variables.add(reading.variable);
    return [{ ...reading, value, intervals }];
  });
}

/** The part of an audit that hangs together with some quantities: their claims, and those of all that relations join to them. */
function partAround(input: AuditInput, variables: readonly string[]): AuditInput {
  const relations = [...input.relations, ...input.assumptions.map(({ relation }) => relation)];
  const near = new Set(variables);
  const claimsOf = (claims: readonly AuditClaim[]): AuditClaim[] =>
    claims.filter(({ readings }) => readings.some(({ variable }) => near.has(variable)));
  for (let size = 0; size < near.size; ) {
    size = near.size;
    for (const relation of relations) {
      const joined = variablesOf(relation);
      if (joined.some((variable) => near.has(variable))) for (const variable of joined) near.add(variable);
    }
    for (const { readings } of claimsOf(input.claims))
      for (const { variable } of readings) near.add(variable);
  }
  const claims = claimsOf(input.claims);
  const known = new Set(claims.map(({ id }) => id));
  const isNear = (relation: AuditInput['relations'][number]): boolean =>
    variablesOf(relation).every((variable) => near.has(variable)) &&
    relation.when.every(({ claim }) => known.has(claim));
  return {
    ...input,
    claims,
    variables: input.variables.filter(({ id }) => near.has(id)),
    relations: input.relations.filter(isNear),
    assumptions: input.assumptions.filter(({ relation }) => isNear(relation)),
    continuations: input.continuations.filter(({ claim, of }) => known.has(claim) && known.has(of)),
    notEncoded: [],
    gaps: [],
    verdicts: [],
  };
}

/**
 * The audit with a sentence as one more claim, about the quantity of the claim that it resembles; only the part of the agenda that hangs together
 * with it, which is all that it can contradict.
 *
 * @param text what was pasted
 * @returns null where the sentence is about another year, place or unit: the agenda then says nothing that it could contradict
 */
export function withSentence(
  input: AuditInput,
  figure: Figure,
  match: ClaimMatch,
  text: string,
  ledger: Pick<Ledger, 'qualifiers'>,
): AuditInput | null {
  if (match.year === 'earlier' || match.year === 'later' || match.place === 'other') return null;
  const own = input.claims.find(({ id }) => id === match.claim.id);
  const readings = own === undefined ? [] : readingsWith(figure, match, own.readings, ledger);
  const [first] = readings;
  if (own === undefined || first === undefined) return null;
  const part = partAround(
    input,
    readings.map(({ variable }) => variable),
  );
  const claim: AuditClaim = {
    ...own,
    id: sentenceId,
    text: { nl: text, en: text },
    line: 0,
    places: [],
    page: 0,
    figure: [figure.text],
    qualifier: figure.qualifier,
    value: first.value,
    unit: first.unit,
    readings,
    weight: 1,
  };
  return { ...part, claims: [...part.claims, claim], hash: `${input.hash}+${first.variable}=${first.value}` };
}

const yours: Text = { nl: 'uw zin', en: 'your sentence' };
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A text of the audit in which the claim without a line is called what it is. */
const named = (text: Text): Text => {
  const inLang = (lang: Lang): string =>
    text[lang].replaceAll(beside[lang], yours[lang]).replaceAll(upper(beside[lang]), upper(yours[lang]));
  return { nl: inLang('nl'), en: inLang('en') };
};

/**
 * Conflicts that a pasted sentence is in, in words that call it so: first those in which numbers clash.
 *
 * @param conflicts of the audit of {@link withSentence}
 */
export function conflictsOfSentence(conflicts: readonly Conflict[]): readonly Conflict[] {
  return conflicts
    .filter(
      ({ kind, claims }) =>
        kind !== 'duplicate' && kind !== 'near' && claims.some(({ id }) => id === sentenceId),
    )
    .map((conflict) => ({
      ...conflict,
      explanation: named(conflict.explanation),
      arithmetic: named(conflict.arithmetic),
      drawing:
        conflict.drawing === null
          ? null
          : {
              ...conflict.drawing,
              rows: conflict.drawing.rows.map((row) => ({ ...row, label: named(row.label) })),
            },
    }));
}
