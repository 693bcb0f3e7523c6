import type { Proposal, ProposalsFile } from '@schaalsprong/agenda';
import type { ClaimEdit, ProposalChoice } from '@schaalsprong/reading/documents';
import type { ReadFile } from './messages.ts';

/** What a person may change of a proposal on the page. */
export type Edit = Pick<
  ClaimEdit,
  'value' | 'unit' | 'qualifier' | 'period' | 'horizon' | 'quantity' | 'kind' | 'text'
>;

/** What a person decided of one proposal. */
export interface Decision {
  readonly action: 'accept' | 'reject';
  readonly edit?: Edit;
  /** other proposals that say the same at another place */
  readonly join?: readonly string[];
}
export type Decisions = Readonly<Record<string, Decision>>;

/** A document that is being judged. */
export interface Work extends ReadFile {
  /** of the proposals file */
  readonly name: string;
  /** when the document was published; may be empty */
  readonly published: string;
  readonly decisions: Decisions;
  /** decisions of before, newest last, to go back to */
  readonly past: readonly Decisions[];
}

/** Undo depth, and how much of it survives a reload. */
const steps = 50;
const keptSteps = 5;

/** A name for the proposals file out of the name of a document, as the command makes it. */
export const nameOf = (file: string): string =>
  file
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '') || 'document';

export const isName = (name: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= 80;

/** The form of a period: `2030`, `2030-06`, `2030-Q1`, `2021/2022`. Whether the day exists is seen when it is saved. */
export const isPeriod = (text: string): boolean =>
  /^\d{4}(-\d{2}(-\d{2})?|-[HQ]\d)?(\/\d{4}(-\d{2}(-\d{2})?)?)?$/.test(text);

export const startWork = (read: ReadFile): Work => ({
  ...read,
  name: nameOf(read.file.document.name),
  published: '',
  decisions: {},
  past: [],
});

/**
 * * The work on a document that was read again: what was decided of the same figure at the same place stays, also where the finder
 * has changed since. Another document starts from scratch.
 */
export function goOn(read: ReadFile, before: Work | null): Work {
  const fresh = startWork(read);
  if (before === null || before.file.document.sha256 !== read.file.document.sha256) return fresh;
  const keyOf = ({ offset, end, value }: Proposal): string => `${offset} ${end} ${value}`;
  const now = new Map(read.file.proposals.map((proposal) => [keyOf(proposal), proposal.id]));
  const same = new Map(
    before.file.proposals.flatMap((proposal): [string, string][] => {
      const id = now.get(keyOf(proposal));
      return id === undefined ? [] : [[proposal.id, id]];
    }),
  );
  const old = new Map(before.file.proposals.map((proposal) => [keyOf(proposal), proposal]));
  return {
    ...fresh,
    name: before.name,
    published: before.published,
    file: {
      ...read.file,
      proposals: read.file.proposals.map((proposal) => {
        const { state, claim } = old.get(keyOf(proposal)) ?? proposal;
        return claim === undefined ? { ...proposal, state } : { ...proposal, state, claim };
      }),
    },
    decisions: Object.fromEntries(
      Object.entries(before.decisions).flatMap(([id, { join, ...decision }]): [string, Decision][] => {
        const to = same.get(id);
        if (to === undefined) return [];
        const joined = (join ?? []).flatMap((other) => same.get(other) ?? []);
        return [[to, joined.length === 0 ? decision : { ...decision, join: joined }]];
      }),
    ),
  };
}

/** Where a proposal stands; `saved` is in the region folder already. */
export type DecisionState = 'open' | 'accepted' | 'joined' | 'rejected' | 'saved';

/** Which proposal each joined one belongs to. */
export const joinedTo = (decisions: Decisions): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(decisions).flatMap(([id, { action, join = [] }]) =>
      action === 'accept' ? join.map((other): [string, string] => [other, id]) : [],
    ),
  );

export function standingOf(
  proposal: Proposal,
  decisions: Decisions,
  joined: ReadonlyMap<string, string>,
): DecisionState {
  if (proposal.state === 'accepted') return 'saved';
  if (joined.has(proposal.id)) return 'joined';
  const decision = decisions[proposal.id];
  if (decision !== undefined) return decision.action === 'accept' ? 'accepted' : 'rejected';
  return proposal.state === 'rejected' ? 'rejected' : 'open';
}

/**
 * The work after one step. What is decided by itself is no longer joined with another.
 *
 * @param changes decision by proposal; null takes it back
 */
export function decide(work: Work, changes: Readonly<Record<string, Decision | null>>): Work {
  const changed = new Set(Object.keys(changes));
  const rest = Object.entries(work.decisions)
    .filter(([id]) => !changed.has(id))
    .map(([id, decision]): [string, Decision] => {
      const { join, ...alone } = decision;
      const left = (join ?? []).filter((other) => !changed.has(other));
      return [id, left.length === 0 ? alone : { ...alone, join: left }];
    });
  const fresh = Object.entries(changes).flatMap(([id, decision]): [string, Decision][] =>
    decision === null ? [] : [[id, decision]],
  );
  // What is joined now has no decision of its own any more, and belongs to one other.
  const joining = new Set(fresh.flatMap(([, { join = [] }]) => join));
  const kept = rest
    .filter(([id]) => !joining.has(id))
    .map(([id, decision]): [string, Decision] => {
      const { join, ...alone } = decision;
      const left = (join ?? []).filter((other) => !joining.has(other));
      return [id, left.length === 0 ? alone : { ...alone, join: left }];
    });
  return {
    ...work,
    decisions: Object.fromEntries([...kept, ...fresh]),
    past: [...work.past, work.decisions].slice(-steps),
  };
}

/** The work before the last step; the same where there was none. */
export function undo(work: Work): Work {
  const last = work.past.at(-1);
  return last === undefined ? work : { ...work, decisions: last, past: work.past.slice(0, -1) };
}

/**
 * Open proposals that can be accepted as they are, sure enough: not those that a person has to look at, as
 * `read --accept all` leaves them too.
 *
 * @param certain lowest confidence, 0 to 1
 * @param units that the region knows
 */
export function acceptable(
  { file, decisions }: Pick<Work, 'file' | 'decisions'>,
  certain: number,
  units: Readonly<Record<string, unknown>>,
): readonly Proposal[] {
  const joined = joinedTo(decisions);
  return file.proposals.filter(
    (proposal) =>
      standingOf(proposal, decisions, joined) === 'open' &&
      proposal.confidence >= certain &&
      !needsEdit(proposal, units) &&
      proposal.form !== 'year' &&
      proposal.form !== 'date',
  );
}

/** Whether a proposal can be no claim before a person has filled something in. */
export const needsEdit = (proposal: Proposal, units: Readonly<Record<string, unknown>>): boolean =>
  proposal.negated || !Object.hasOwn(units, proposal.unit);

/** Proposals that may say the same: the same value first, then the same unit. */
export function likely(proposal: Proposal, among: readonly Proposal[]): readonly Proposal[] {
  const others = among.filter(({ id, unit }) => id !== proposal.id && unit === proposal.unit);
  const same = others.filter(({ value }) => value === proposal.value);
  return same.length > 0 ? same : others.slice(0, 50);
}

/** What is decided, as the command and the server take it, in the order of the document. */
export const choicesOf = ({ file, decisions }: Pick<Work, 'file' | 'decisions'>): readonly ProposalChoice[] =>
  file.proposals.flatMap(({ id, state }) => {
    const decision = decisions[id];
    return decision === undefined || state === 'accepted' ? [] : [{ id, ...decision }];
  });

/** What is decided, as the server takes it to save. */
export const savingOf = (work: Work) => ({
  name: work.name,
  file: work.file,
  choices: choicesOf(work),
  published: work.published === '' ? null : work.published,
});

/** The choices as a file for `read --choices`: each on a line, as JSON writes it, which YAML reads the same. */
export const choicesText = (choices: readonly ProposalChoice[]): string => lines('choices', choices);

const lines = (name: string, items: readonly unknown[]): string =>
  items.length === 0
    ? `${name}: []\n`
    : `${name}:\n${items.map((item) => `  - ${JSON.stringify(item)}\n`).join('')}`;

/**
 * The proposals as a file for the folder `proposals`, each on a line. The command writes it in full when something is
 * accepted; a writer of YAML in the page would weigh more than the page itself.
 */
export const proposalsYaml = ({ document, proposals, relations }: ProposalsFile): string =>
  `document: ${JSON.stringify(document)}\n${lines('proposals', proposals)}${lines('relations', relations)}`;

/** The work after it was saved: what was decided is a fact now, and cannot be taken back here. */
export function afterSave(
  work: Work,
  accepted: readonly { readonly proposal: string; readonly claim: string }[],
  rejected: readonly string[],
): Work {
  const claims = new Map(accepted.map(({ proposal, claim }) => [proposal, claim]));
  const gone = new Set(rejected);
  const proposals = work.file.proposals.map((proposal): Proposal => {
    const claim = claims.get(proposal.id);
    if (claim !== undefined) {
      return { ...proposal, state: 'accepted', claim: claim as NonNullable<Proposal['claim']> };
    }
    return gone.has(proposal.id) ? { ...proposal, state: 'rejected' } : proposal;
  });
  return { ...work, file: { ...work.file, proposals }, decisions: {}, past: [] };
}

/** Serializes the work for the browser's storage. */
export const keptText = (work: Work): string =>
  JSON.stringify({ version: 1, ...work, past: work.past.slice(-keptSteps) });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isFile(value: unknown): value is ProposalsFile {
  if (!isRecord(value) || !isRecord(value.document) || typeof value.document.name !== 'string') return false;
  const { proposals, relations } = value;
  return (
    Array.isArray(proposals) &&
    Array.isArray(relations) &&
    proposals.every(
      (one) =>
        isRecord(one) &&
        [one.id, one.unit, one.figure, one.kind, one.qualifier, one.state].every(
          (text) => typeof text === 'string',
        ) &&
        [one.value, one.page, one.confidence].every((number) => typeof number === 'number') &&
        isRecord(one.interval),
    )
  );
}

/** Deserializes the work; null where it is of another version or corrupt. */
export function workFrom(text: string | null): Work | null {
  if (text === null) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isRecord(parsed) || parsed.version !== 1 || !isFile(parsed.file)) return null;
    const { file, passages, doubts, warnings, name, published, decisions, past } = parsed;
    if (![passages, doubts, decisions].every(isRecord) || ![warnings, past].every(Array.isArray)) return null;
    if (typeof name !== 'string' || typeof published !== 'string') return null;
    return { file, passages, doubts, warnings, name, published, decisions, past } as Work;
  } catch {
    return null;
  }
}
