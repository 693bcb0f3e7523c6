import * as S from '@schaalsprong/agenda';
import { type Region, schemaLine } from '@schaalsprong/agenda';
import { claimInterval } from '@schaalsprong/agenda/claims';
import { parsePeriod } from '@schaalsprong/agenda/periods';
import { at, compareTexts, type Fill, fill, formatNumber, type Lang, nearest } from '@schaalsprong/words';
import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import { choiceCatalogue } from './choice-problems.ts';
import { isProposalsName, kebab } from './proposals-of.ts';

/** Serializes a proposals file to YAML; default values are omitted. */
export function proposalsText(file: S.ProposalsFile, name: string): string {
  const body = {
    document: file.document,
    proposals: file.proposals.map((proposal) =>
      Object.fromEntries(
        Object.entries(proposal)
          .filter(([, value]) => !(value === null || value === undefined || value === false))
          .filter(([key, value]) => !(key === 'reasons' && Array.isArray(value) && value.length === 0))
          .map(([key, value]) => [key, key === 'interval' ? intervalFields(value as S.Interval) : value]),
      ),
    ),
    relations: file.relations,
  };
  return `${schemaLine('proposals', `proposals/${name}.yaml`)}\n${stringify(body, { lineWidth: 0 })}`;
}

const intervalFields = ({ min, max, minOpen, maxOpen }: S.Interval): Partial<S.Interval> => ({
  min,
  max,
  ...(minOpen ? { minOpen } : {}),
  ...(maxOpen ? { maxOpen } : {}),
});

/** Fields of a proposal that a person may edit. */
export interface ClaimEdit {
  readonly id?: string | undefined;
  readonly text?: S.Text | undefined;
  readonly kind?: S.ClaimKind | undefined;
  readonly quantity?: string | undefined;
  readonly entity?: string | undefined;
  readonly value?: number | undefined;
  readonly qualifier?: string | undefined;
  readonly interval?: S.Interval | undefined;
  readonly unit?: string | undefined;
  /** null where the text says none */
  readonly period?: string | null | undefined;
  readonly horizon?: string | null | undefined;
  readonly targets?: readonly string[] | undefined;
  readonly nodes?: readonly string[] | undefined;
  readonly note?: S.Text | undefined;
}

/** A person's choice about one proposal. */
export interface ProposalChoice {
  readonly id: string;
  readonly action: 'accept' | 'reject';
  /** fields that the person fills in or changes */
  readonly edit?: ClaimEdit | undefined;
  /** duplicates at another place of the document: they become places of this claim */
  readonly join?: readonly string[] | undefined;
}

/** A fault in a choice: the proposal, and what to do. */
export interface ChoiceProblem {
  readonly code: ChoiceCode;
  /** proposal */
  readonly id: string;
  readonly message: S.Text;
  readonly hint: S.Text;
}

/** Code of a fault in a choice. */
export type ChoiceCode = keyof typeof choiceCatalogue;

/** Result of accepting: files to write, or problems. All or nothing: write only where there is no problem. */
export interface Acceptance {
  /** `claims/<name>.yaml`, or `compared/<name>.yaml` for a document that is not the region's own */
  readonly path: string;
  /** the whole new text of that file, previous content included; null where nothing was accepted */
  readonly text: string | null;
  /** the proposals with what was decided */
  readonly proposals: S.ProposalsFile;
  /** claim by the proposal that it came from */
  readonly accepted: readonly { readonly proposal: string; readonly claim: string }[];
  readonly rejected: readonly string[];
  /**
   * claims that use the word of another claim with another figure, and so got a quantity of their own: the same word need
   * not be the same thing, and only a person can say that it is
   */
  readonly apart: readonly string[];
  readonly problems: readonly ChoiceProblem[];
}

/** Options of accepting. */
export interface AcceptOptions {
  /** name of the proposals file, without `.yaml` */
  readonly name: string;
  /** text of the existing claims file of that name: accepted claims are appended */
  readonly existing?: string | null | undefined;
  /** when another document than the region's own was published */
  readonly published?: string | null | undefined;
}

const words: Readonly<Record<string, S.Text>> = {
  none: { nl: '', en: '' },
  exact: { nl: '', en: '' },
  ruim: { nl: 'ruim', en: 'well over' },
  bijna: { nl: 'bijna', en: 'almost' },
  circa: { nl: 'ongeveer', en: 'about' },
  'zo-n': { nl: 'ongeveer', en: 'about' },
  'about-word': { nl: 'ongeveer', en: 'about' },
  'meer-dan': { nl: 'meer dan', en: 'more than' },
  'minder-dan': { nl: 'minder dan', en: 'less than' },
  'ten-minste': { nl: 'ten minste', en: 'at least' },
  minimaal: { nl: 'ten minste', en: 'at least' },
  maximaal: { nl: 'ten hoogste', en: 'at most' },
  tot: { nl: 'tot', en: 'up to' },
  'tot-en-met': { nl: 'tot en met', en: 'up to and including' },
  uiterlijk: { nl: 'uiterlijk', en: 'by' },
  'top-n': { nl: 'ten hoogste', en: 'at most' },
};

/** A generated sentence about a claim, until a person writes a better one: never a quotation of the document. */
function sentence(
  proposal: S.Proposal,
  claim: Pick<S.Claim, 'value' | 'qualifier' | 'unit' | 'period' | 'horizon' | 'kind'>,
  region: Region,
): S.Text {
  const say = (lang: Lang): string => {
    const subject = proposal.counted.trim() || proposal.quantity.replaceAll('-', ' ');
    // a plain figure has no qualifier in words
    const qualifier = words[claim.qualifier]?.[lang] ?? '';
    const amount = formatNumber(claim.value, claim.unit, lang, region.units, { precise: true });
    // Of a year the time is the figure itself.
    const time =
      claim.unit === 'year'
        ? []
        : [
            claim.period === undefined ? '' : `in ${claim.period}`,
            claim.horizon === undefined ? '' : `${lang === 'nl' ? 'voor' : 'for'} ${claim.horizon}`,
          ];
    const text = [`${subject}:`, qualifier, amount, ...time].filter((word) => word !== '').join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return { nl: say('nl'), en: say('en') };
}

const near = (found: string, known: readonly string[]): string =>
  (nearest(found, known).length > 0 ? nearest(found, known) : known.slice(0, 8)).join(', ') || '-';

/**
 * Makes claims of proposals that a person accepted. Pure: it gives the text of the file and what is wrong, and writes
 * nothing. Claims of the region's own document go to `claims/<name>.yaml`; of any other document to
 * `compared/<name>.yaml`, since their lines are not lines of the agenda. A claim is checked against the region that is
 * given; `checkAcceptance` then loads the whole region with the new files in it.
 *
 * @param file the proposals
 * @param choices what the person decided; a proposal without a choice stays proposed
 * @param region the region that the claims are for
 */
export function acceptProposals(
  file: S.ProposalsFile,
  choices: readonly ProposalChoice[],
  region: Region,
  options: AcceptOptions,
): Acceptance {
  const own = file.document.sha256 === region.document.sha256;
  const problems: ChoiceProblem[] = [];
  const byId = new Map(file.proposals.map((proposal) => [proposal.id as string, proposal]));
  const report = (code: ChoiceCode, id: string, values: Readonly<Record<string, Fill>> = {}): void => {
    const { message, hint } = choiceCatalogue[code];
    const all = { id, ...values };
    const both = (text: S.Text): S.Text => ({ nl: fill(text.nl, all, 'nl'), en: fill(text.en, all, 'en') });
    problems.push({ code, id, message: both(message), hint: both(hint) });
  };
  const seen = new Set<string>();
  const decided = new Map<
    string,
    { readonly state: 'accepted' | 'rejected'; readonly claim: string | null }
  >();
  const find = (id: string): S.Proposal | null => {
    const proposal = byId.get(id);
    if (proposal === undefined) {
      report('PROPOSAL_UNKNOWN', id, { nearest: near(id, [...byId.keys()]) });
      return null;
    }
    if (seen.has(id)) {
      report('PROPOSAL_TWICE', id);
      return null;
    }
    seen.add(id);
    if (proposal.claim !== undefined) {
      report('PROPOSAL_DECIDED', id, { claim: proposal.claim });
      return null;
    }
    return proposal;
  };
  const taken = new Set(region.claims.map(({ id }): string => id));
  for (const other of region.compared) for (const { id } of other.claims) taken.add(id);
  const figureByVariable = new Map<string, string>();
  for (const claim of region.claims) figureByVariable.set(variableOf(claim), figureOf(claim));
  const apart: string[] = [];
  const claims: Record<string, unknown>[] = [];
  const accepted: { proposal: string; claim: string }[] = [];
  for (const { id, action, edit = {}, join = [] } of choices) {
    const proposal = find(id);
    if (proposal === null) continue;
    if (action === 'reject') {
      decided.set(id, { state: 'rejected', claim: null });
      continue;
    }
    const joined = join.flatMap((other) => find(other) ?? []);
    const claim = claimOf(proposal, joined, edit, { region, own, taken, figureByVariable, report });
    if (claim === null) continue;
    claims.push(claim.fields);
    taken.add(claim.id);
    if (claim.apart) apart.push(claim.id);
    for (const each of [proposal, ...joined]) {
      decided.set(each.id, { state: 'accepted', claim: claim.id });
      accepted.push({ proposal: each.id, claim: claim.id });
    }
  }
  const path = `${own ? 'claims' : 'compared'}/${options.name}.yaml`;
  const existing = options.existing ?? null;
  const published = options.published ?? null;
  if (!own && existing === null && claims.length > 0) {
    if (published === null) report('PROPOSAL_PUBLISHED', '', { name: options.name });
    else if (parsePeriod(published) === null) {
      report('PROPOSAL_FIELD', '', { field: 'published', found: published, expected: S.formats.period });
    }
  }
  const text =
    claims.length === 0 || problems.length > 0
      ? null
      : existing !== null
        ? appended(existing, claims)
        : own
          ? `${schemaLine('claims', path)}\n${stringify({ claims }, { lineWidth: 0 })}`
          : comparedText(path, file.document, options.name, published, claims);
  const proposals = file.proposals.map((proposal): S.Proposal => {
    const decision = decided.get(proposal.id);
    if (decision === undefined) return proposal;
    const { claim: _before, ...rest } = proposal;
    return decision.claim === null
      ? { ...rest, state: decision.state }
      : { ...rest, state: decision.state, claim: decision.claim as S.ClaimId };
  });
  return {
    path,
    text,
    proposals: problems.length > 0 ? file : { ...file, proposals },
    accepted: problems.length > 0 ? [] : accepted,
    apart: problems.length > 0 ? [] : apart,
    rejected:
      problems.length > 0
        ? []
        : [...decided].flatMap(([id, { state }]) => (state === 'rejected' ? [id] : [])).sort(compareTexts),
    problems,
  };
}

/** A new file of claims of a document that is not the region's own. */
function comparedText(
  path: string,
  { name, sha256 }: S.ProposalsFile['document'],
  id: string,
  published: string | null,
  claims: readonly Record<string, unknown>[],
): string {
  const document = { id, title: { nl: name, en: name }, published, source: `${name}, sha256 ${sha256}` };
  return `${schemaLine('compared', path)}\n${stringify({ document, claims }, { lineWidth: 0 })}`;
}

/** Appends claims to the list of a file and keeps its comments. */
function appended(existing: string, claims: readonly Record<string, unknown>[]): string {
  const document = parseDocument(existing);
  const list = isMap(document.contents) ? document.contents.get('claims', true) : undefined;
  if (isSeq(list)) for (const claim of claims) list.add(document.createNode(claim));
  else document.set('claims', claims);
  return document.toString({ lineWidth: 0 });
}

interface Surroundings {
  readonly region: Region;
  readonly own: boolean;
  readonly taken: ReadonlySet<string>;
  /** figure by the variable that it is of, of every claim so far */
  readonly figureByVariable: Map<string, string>;
  report(code: ChoiceCode, id: string, values?: Readonly<Record<string, Fill>>): void;
}

/** Key of the quantity of a claim, by which the audit compares claims. */
const variableOf = (claim: {
  readonly quantity: string;
  readonly entity: string;
  readonly period?: string | undefined;
  readonly horizon?: string | undefined;
}): string =>
  // a claim about no time in particular has none in its key
  `${claim.quantity}@${claim.entity}@${claim.period ?? claim.horizon ?? ''}`;
const figureOf = (claim: {
  readonly value: number;
  readonly unit: string;
  readonly qualifier: string;
}): string => `${claim.value} ${claim.unit} ${claim.qualifier}`;

const same = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));

type Fault = (code: ChoiceCode, values?: Readonly<Record<string, Fill>>) => void;

/** Whether a person edited the number. */
const saysNumber = (edit: ClaimEdit): boolean =>
  edit.value !== undefined || edit.qualifier !== undefined || edit.interval !== undefined;

/** Qualifier and interval of a claim; the interval is written only where the qualifier does not give it. */
function widthOf(
  proposal: S.Proposal,
  edit: ClaimEdit,
  value: number,
  region: Region,
  fault: Fault,
): { readonly qualifier: string; readonly interval: S.Interval | undefined } {
  const known = [...new Set(['none', ...Object.keys(region.qualifiers)])];
  let qualifier = edit.qualifier ?? proposal.qualifier;
  // A qualifier unknown to the region is harmless where the interval itself is written.
  let interval = edit.interval;
  if (!known.includes(qualifier)) {
    if (edit.qualifier !== undefined) {
      fault('PROPOSAL_QUALIFIER', { found: qualifier, nearest: near(qualifier, known) });
    } else if (interval === undefined && !saysNumber(edit)) {
      interval = proposal.interval;
    }
    qualifier = 'none';
  }
  if (interval === undefined && !saysNumber(edit)) {
    const table = claimInterval({ value, qualifier }, region.qualifiers);
    const isTable =
      table !== null &&
      same(table.min, proposal.interval.min) &&
      same(table.max, proposal.interval.max) &&
      table.minOpen === proposal.interval.minOpen &&
      table.maxOpen === proposal.interval.maxOpen;
    // A range in the text is its own interval; a word is as wide as the region takes it.
    if (!isTable && (proposal.form === 'range' || proposal.qualifier === 'exact'))
      interval = proposal.interval;
  }
  return { qualifier, interval };
}

/** Validates a number and its interval. */
function checkNumber(value: number, interval: S.Interval | undefined, fault: Fault): void {
  if (interval?.min != null && interval.max != null && interval.min > interval.max) {
    fault('PROPOSAL_FIELD', {
      field: 'interval',
      found: `${interval.min} .. ${interval.max}`,
      expected: { nl: 'min niet boven max', en: 'min not above max' },
    });
  }
  if (!Number.isFinite(value)) {
    fault('PROPOSAL_FIELD', {
      field: 'value',
      found: String(value),
      expected: { nl: 'een getal', en: 'a number' },
    });
  }
}

/** Validates the references of a claim against the region. */
function checkReferences(entity: string, edit: ClaimEdit, region: Region, fault: Fault): void {
  const entities = [
    ...region.byId.areas.keys(),
    ...region.byId.parties.keys(),
    ...region.byId.entries.keys(),
    ...region.byId.nodes.keys(),
  ];
  const refer = (field: string, found: string, among: readonly string[]): void => {
    if (!among.includes(found)) fault('PROPOSAL_REFERENCE', { field, found, nearest: near(found, among) });
  };
  refer('entity', entity, entities);
  for (const target of edit.targets ?? []) refer('targets', target, [...region.byId.targets.keys()]);
  for (const node of edit.nodes ?? []) refer('nodes', node, [...region.byId.nodes.keys()]);
}

function claimOf(
  proposal: S.Proposal,
  joined: readonly S.Proposal[],
  edit: ClaimEdit,
  { region, own, taken, figureByVariable, report }: Surroundings,
): { readonly id: string; readonly fields: Record<string, unknown>; readonly apart: boolean } | null {
  let right = true;
  const fault = (code: ChoiceCode, values: Readonly<Record<string, Fill>> = {}): void => {
    right = false;
    report(code, proposal.id, values);
  };
  if (proposal.negated && !saysNumber(edit)) fault('PROPOSAL_NEGATED', { figure: proposal.figure });

  const unit = edit.unit ?? proposal.unit;
  const units = Object.keys(region.units);
  if (!Object.hasOwn(region.units, unit)) fault('PROPOSAL_UNIT', { found: unit, nearest: near(unit, units) });

  const value = edit.value ?? proposal.value;
  const { qualifier, interval } = widthOf(proposal, edit, value, region, fault);
  checkNumber(value, interval, fault);

  const period = edit.period === undefined ? proposal.period : edit.period;
  const horizon = edit.horizon === undefined ? proposal.horizon : edit.horizon;
  const time = (field: 'period' | 'horizon', given: string | null): string | undefined => {
    if (given === null) return undefined;
    if (parsePeriod(given) !== null) return given;
    // A period that the finder could not parse is dropped; one that a person wrote is reported.
    if (edit[field] !== undefined)
      fault('PROPOSAL_FIELD', { field, found: given, expected: S.formats.period });
    return undefined;
  };
  const times = { period: time('period', period), horizon: time('horizon', horizon) };

  const entity = edit.entity ?? region.area;
  checkReferences(entity, edit, region, fault);

  const about = { entity, period: times.period, horizon: times.horizon };
  const figure = figureOf({ value, unit, qualifier });
  const differs = (name: string): boolean => {
    const before = figureByVariable.get(variableOf({ ...about, quantity: name }));
    return before !== undefined && before !== figure;
  };
  const apart = edit.quantity === undefined && differs(proposal.quantity);
  let quantity = edit.quantity ?? (apart ? `${proposal.quantity}-${proposal.id}` : proposal.quantity);
  for (let n = 2; apart && differs(quantity); n++) quantity = `${proposal.quantity}-${proposal.id}-${n}`;
  const kind = edit.kind ?? proposal.kind;
  if (!isProposalsName(quantity))
    fault('PROPOSAL_FIELD', { field: 'quantity', found: quantity, expected: S.formats.id });
  const id = edit.id ?? freeId(`${edit.quantity ?? proposal.quantity}-${kebab(String(value))}`, taken);
  if (!isProposalsName(id)) fault('PROPOSAL_FIELD', { field: 'id', found: id, expected: S.formats.id });
  else if (taken.has(id)) fault('PROPOSAL_ID_TAKEN', { found: id });
  if (!S.ClaimKind.safeParse(kind).success) {
    fault('PROPOSAL_FIELD', { field: 'kind', found: kind, expected: S.ClaimKind.options.join(', ') });
  }

  const all = [proposal, ...joined].sort((a, b) => a.offset - b.offset);
  const figures = all.map(({ figure }) => figure);
  const oneFigure = new Set(figures).size === 1;
  const last = region.document.lines;
  for (const { line } of own ? all : []) {
    if (line > last)
      fault('PROPOSAL_FIELD', { field: 'line', found: String(line), expected: `1 .. ${last}` });
  }
  if (!right) return null;
  figureByVariable.set(variableOf({ ...about, quantity }), figure);
  const brief = {
    value,
    qualifier,
    unit: unit as S.Unit,
    kind,
    period: times.period as S.Period | undefined,
    horizon: times.horizon as S.Period | undefined,
  };
  const text = edit.text ?? sentence(proposal, brief, region);
  const where = all.map(({ page, line }) => `p. ${page}, ${line}`).join('; ');
  return {
    id,
    apart,
    fields: {
      id,
      ...(own ? { places: all.map(({ line }) => line) } : { source: `${where}` }),
      figure: oneFigure || !own ? at(figures, 0) : figures,
      text,
      kind,
      quantity,
      entity,
      value,
      ...(qualifier === 'none' ? {} : { qualifier }),
      ...(interval === undefined ? {} : { interval: intervalFields(interval) }),
      unit,
      ...(times.period === undefined ? {} : { period: times.period }),
      ...(times.horizon === undefined ? {} : { horizon: times.horizon }),
      ...(edit.targets === undefined ? {} : { targets: edit.targets }),
      ...(edit.nodes === undefined || !own ? {} : { nodes: edit.nodes }),
      ...(edit.note === undefined ? {} : { note: edit.note }),
    },
  };
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  const base = kebab(wanted) || 'claim';
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) {
    const next = `${base}-${n}`;
    if (!taken.has(next)) return next;
  }
}
