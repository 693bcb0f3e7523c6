import type * as S from '@schaalsprong/agenda';
import type { FoundQuantities, FoundQuantity, ReadDocument } from '../read/types.ts';

/** What was found in a document, as a file of a region folder. */
export interface ProposalSource {
  readonly document: ReadDocument;
  readonly reading: FoundQuantities;
  /** of the bytes of the document */
  readonly sha256: string;
}

/** Name of a proposals file: kebab-case, as ids are. */
export const isProposalsName = (name: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= 80;

/** Slug of any text, for a file name or id: `Woondeal 2022 (def).pdf` gives `woondeal-2022-def`; empty where nothing is left. */
export const kebab = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

const shown = (interval: S.Interval): S.Interval => ({ ...interval });

/**
 * The file `proposals/<name>.yaml` of a document: every quantity with its place, none accepted yet.
 *
 * @returns the same bytes for the same document
 */
export function proposalsOf({ document, reading, sha256 }: ProposalSource): S.ProposalsFile {
  const ids = reading.claims.map((_, i) => `q-${i + 1}` as S.Proposal['id']);
  const proposals = reading.claims.map(
    (found: FoundQuantity, i): S.Proposal => ({
      id: ids[i] ?? ('q-0' as S.Proposal['id']),
      state: 'proposed',
      page: found.page,
      line: found.line,
      offset: found.offset,
      end: found.end,
      figure: found.text || String(found.value),
      form: found.form,
      kind: found.kind,
      quantity: kebab(found.quantity) || 'quantity',
      counted: found.counted,
      value: found.value,
      qualifier: found.qualifier,
      interval: shown(found.interval),
      ...(found.alternative === undefined ? {} : { alternative: found.alternative }),
      unit: (found.unit || 'count') as S.Unit,
      period: found.period,
      horizon: found.horizon,
      negated: found.negated,
      footnote: found.footnote,
      confidence: found.confidence,
      reasons: [...found.reasons],
    }),
  );
  return {
    document: {
      name: document.name,
      sha256,
      format: document.format,
      language: document.language,
      characters: document.text.length,
      lines: document.text.replace(/\n$/, '').split('\n').length,
      pages: document.pages.length,
    },
    proposals,
    relations: reading.relations.flatMap(({ kind, whole, parts, fits, confidence }) => {
      const of = ids[whole];
      const members = parts.flatMap((part) => ids[part] ?? []);
      return of === undefined ? [] : [{ kind, whole: of, parts: members, fits, confidence }];
    }),
  };
}

/**
 * Merges earlier decisions into the proposals of a document that was read again: same figure at the same place.
 *
 * @param before the proposals that were kept; of another file nothing is taken over
 */
export function withDecisions(file: S.ProposalsFile, before: S.ProposalsFile | null): S.ProposalsFile {
  if (before === null || before.document.sha256 !== file.document.sha256) return file;
  const key = ({ offset, end, value }: S.Proposal): string => `${offset} ${end} ${value}`;
  const decided = new Map(before.proposals.map((proposal) => [key(proposal), proposal]));
  return {
    ...file,
    proposals: file.proposals.map((proposal) => {
      const { state, claim } = decided.get(key(proposal)) ?? proposal;
      return claim === undefined ? { ...proposal, state } : { ...proposal, state, claim };
    }),
  };
}
