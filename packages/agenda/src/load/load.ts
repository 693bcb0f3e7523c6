import { at, canonical, compareTexts, hashContents, must, nearest } from '@schaalsprong/words';
import { z } from 'zod';
import { check } from '../checks/checks.ts';
import { claimIntervals } from '../claims/claim-interval.ts';
import {
  compareProblems,
  offer,
  type Place,
  type Problem,
  problem,
  RegionError,
} from '../problems/problems.ts';
import * as S from '../schema/schema.ts';
import { type Content, type ContentFile, contentFiles, type Item } from './content.ts';
import { type CsvColumns, type CsvRow, readCsv } from './csv.ts';
import { FileTooLarge, type RegionFiles } from './files.ts';
import { domainOf, hashDomains } from './hash-domains.ts';
import {
  type AgendaNode,
  pageOf,
  type Region,
  type RegionClaim,
  type RegionEntry,
  type RegionIndex,
} from './region.ts';
import { type FieldPath, readYaml, schemaProblems, type YamlSource } from './yaml.ts';

const required: readonly string[] = [
  'region.yaml',
  'tree.yaml',
  'targets.yaml',
  'indicators.yaml',
  'areas.csv',
  'parties.yaml',
];
const areasFile = 'areas.csv';
const observationFile = /^observations\/[^/]+\.csv$/;

const areaColumns: CsvColumns = {
  required: ['code', 'name', 'kind', 'parent', 'lat', 'lon', 'land_km2', 'source'],
  optional: ['joined_into', 'joined_on'],
  numbers: ['lat', 'lon', 'land_km2'],
  emptyIsNull: ['lat', 'lon', 'land_km2'],
};
const observationColumns: CsvColumns = {
  required: ['indicator', 'area', 'period', 'value', 'unit', 'status', 'source'],
  optional: ['note', 'published'],
  numbers: ['value'],
};

/** Replacement characters of invalid UTF-8, and control characters that no text has. */
const notText = /\uFFFD|[^\P{Cc}\t\n\u0085]/u;

class Reader {
  readonly problems: Problem[] = [];
  readonly faulty = new Set<string>();
  readonly unread = new Set<string>();
  readonly texts = new Map<string, string>();
  readonly paths: readonly string[];
  readonly sources = new Map<string, YamlSource>();
  readonly files: RegionFiles;
  readonly #yaml = new Map<ContentFile, YamlSource[]>();

  constructor(files: RegionFiles) {
    this.files = files;
    this.paths = [...files.list()].sort(compareTexts);
    for (const path of this.paths) {
      const text = this.open(path);
      if (text !== null) this.texts.set(path, text);
    }
  }

  /** The text of a file; null, and the fault reported, where it is not text. */
  open(path: string): string | null {
    let raw: string;
    try {
      raw = this.files.read(path);
    } catch (error) {
      if (error instanceof FileTooLarge) {
        const { megabytes, most } = error;
        const found = String(megabytes);
        const large = { name: path, expected: `${most} MB`, found };
        this.problems.push(problem('REGION_FILE_TOO_LARGE', this.place(path), large));
        return null;
      }
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      const expected = { nl: 'een bestand dat te lezen is', en: 'a file that can be read' };
      this.problems.push(
        problem('REGION_FILE_UNREADABLE', this.place(path), { name: path, expected, found: code }),
      );
      return null;
    }
    const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
    const wrong = notText.exec(text);
    if (wrong === null) return text;
    const before = text.slice(0, wrong.index).split('\n');
    const column = at(before, before.length - 1).length + 1;
    const place = { ...this.place(path), line: before.length, column };
    const found = `U+${wrong[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    const expected = { nl: 'tekst in UTF-8', en: 'text in UTF-8' };
    this.problems.push(problem('REGION_TEXT_ENCODING', place, { expected, found }));
    return null;
  }

  place(path: string): Place {
    return { file: `${this.files.root}/${path}`, line: 1, column: 1, path: '' };
  }

  /** One by one: a spread of half a million arguments does not fit on the stack. */
  note(problems: readonly Problem[]): void {
    for (const one of problems) this.problems.push(one);
  }

  missing(name: string): void {
    this.problems.push(problem('REGION_FILE_MISSING', this.place(name), { name, expected: name, found: '' }));
  }

  /**
   * The YAML files of one kind that can be read, each with what its schema found wrong already noted. Memoized: a file with several
   * lists is asked for each of them, and its faults are noted once.
   */
  yaml(kind: ContentFile): YamlSource[] {
    const known = this.#yaml.get(kind);
    if (known !== undefined) return known;
    const sources = this.#readYaml(kind);
    this.#yaml.set(kind, sources);
    return sources;
  }

  #readYaml(kind: ContentFile): YamlSource[] {
    const { path: pattern, schema } = contentFiles[kind];
    return this.paths
      .filter((path) => pattern.test(path))
      .flatMap((path) => {
        const text = this.texts.get(path);
        if (text === undefined) {
          this.unread.add(kind);
          return [];
        }
        const { source, problems } = readYaml(`${this.files.root}/${path}`, text);
        this.note(problems);
        if (source === null) {
          this.unread.add(kind);
          return [];
        }
        this.sources.set(path, source);
        const wrong = schemaProblems(schema, source);
        // Without its list the ids of the file are unknown: suppress follow-up errors of references to it.
        if (wrong.some((fault) => !fault.path.includes('['))) this.unread.add(kind);
        this.note(wrong);
        return [source];
      });
  }

  /** The items of a list of a file that have the right shape; the ids of the others are kept apart. */
  items<T>(source: YamlSource, key: string, schema: z.ZodType<T>): Item<T>[] {
    const list = (source.data as Record<string, unknown> | null)?.[key];
    if (!Array.isArray(list)) return [];
    return list.flatMap((raw: unknown, i) => {
      const parsed = schema.safeParse(raw);
      if (parsed.success) {
        return [
          { value: parsed.data, at: (path: FieldPath = [], of = false) => source.at([key, i, ...path], of) },
        ];
      }
      const id = (raw as { id?: unknown } | null)?.id;
      if (typeof id === 'string') this.faulty.add(id);
      return [];
    });
  }

  list<T>(kind: ContentFile, key: string, schema: z.ZodType<T>): Item<T>[] {
    return this.yaml(kind).flatMap((source) => this.items(source, key, schema));
  }

  whole<T>(kind: ContentFile, schema: z.ZodType<T>): Item<T>[] {
    return this.yaml(kind).flatMap((source) => {
      const parsed = schema.safeParse(source.data);
      return parsed.success
        ? [{ value: parsed.data, at: (path: FieldPath = [], key = false) => source.at(path, key) }]
        : [];
    });
  }

  csv<T>(
    matches: (path: string) => boolean,
    schema: z.ZodType<T>,
    columns: CsvColumns,
    kind: string,
  ): CsvRow<T>[] {
    return this.paths.filter(matches).flatMap((path) => {
      const text = this.texts.get(path);
      if (text === undefined) {
        this.unread.add(kind);
        return [];
      }
      const { rows, problems } = readCsv(`${this.files.root}/${path}`, text, schema, columns);
      if (problems.length > 0) this.unread.add(kind);
      this.note(problems);
      return rows;
    });
  }
}

function absentLists(paths: readonly string[]): Content['absent'] {
  const lists: [string, string, RegExp][] = [
    ...Object.entries(contentFiles).map(([kind, f]): [string, string, RegExp] => [kind, f.name, f.path]),
    ['areas', areasFile, /^areas\.csv$/],
    ['observations', 'observations/*.csv', observationFile],
  ];
  return new Map(
    lists.flatMap(([kind, name, pattern]) =>
      paths.some((path) => pattern.test(path))
        ? []
        : [[kind, { name, reported: required.includes(name) }] as const],
    ),
  );
}

function read(files: RegionFiles): { reader: Reader; content: Content } {
  const reader = new Reader(files);
  for (const name of required) if (!reader.paths.includes(name)) reader.missing(name);
  const names = Object.values(contentFiles).map((f) => f.name);
  for (const path of reader.paths) {
    const known =
      path === areasFile ||
      observationFile.test(path) ||
      path.endsWith('.mdl') ||
      Object.values(contentFiles).some((f) => f.path.test(path));
    if (known) continue;
    const near = nearest(path, [...names, areasFile, 'observations/*.csv']);
    reader.problems.push(
      problem('REGION_FILE_UNKNOWN', reader.place(path), {
        name: path,
        expected: names.join(', '),
        found: path,
        nearest: offer(near),
      }),
    );
  }
  const registers = reader.yaml('registers').flatMap((source) => {
    const head = z.object({ kind: S.RegisterKind, title: S.Text }).safeParse(source.data);
    const entries = reader.items(source, 'entries', S.Entry);
    return head.success ? [{ ...head.data, entries }] : [];
  });
  const audit = reader.yaml('audit');
  const auditList = <T>(key: keyof S.AuditFile, schema: z.ZodType<T>): Item<T>[] =>
    audit.flatMap((source) => reader.items(source, key, schema));
  const content: Content = {
    region: reader.whole('region', S.RegionFile)[0] ?? null,
    nodes: reader.list('tree', 'nodes', S.TreeNode),
    targets: reader.list('targets', 'targets', S.Target),
    claims: reader.list('claims', 'claims', S.Claim),
    indicators: reader.list('indicators', 'indicators', S.Indicator),
    parties: reader.list('parties', 'parties', S.Party),
    registers,
    agreements: reader.list('agreements', 'agreements', S.Agreement),
    unknowns: reader.list('unknowns', 'unknowns', S.Unknown),
    measures: reader.list('measures', 'measures', S.Measure),
    uncertainties: reader.list('uncertainties', 'uncertainties', S.Uncertainty),
    constraints: reader.list('constraints', 'constraints', S.Constraint),
    outcomes: reader.list('outcomes', 'outcomes', S.Outcome),
    history: reader.list('history', 'checks', S.HistoryCheck),
    backTest: reader.whole('backTest', S.BackTestFile)[0] ?? null,
    scenarios: reader.whole('scenario', S.ScenarioFile),
    table: reader.whole('table', S.TableFile)[0] ?? null,
    picture: reader.whole('picture', S.PictureFile)[0] ?? null,
    boundaries: reader.whole('boundaries', S.BoundariesFile)[0] ?? null,
    municipalities: reader.whole('municipalities', S.MunicipalitiesFile)[0] ?? null,
    audit: {
      quantities: auditList('quantities', S.AuditQuantity),
      relations: auditList('relations', S.Relation),
      assumptions: auditList('assumptions', S.Assumption),
      readings: auditList('readings', S.ClaimReadings),
      continuations: auditList('continuations', S.Continuation),
      lists: auditList('lists', S.AnnouncedList),
    },
    verdicts: reader.list('verdicts', 'verdicts', S.ConflictVerdict),
    themes: reader.list('indicators', 'themes', S.Theme),
    sources: reader.list('sources', 'sources', S.StatisticsSource),
    notes: reader.list('notes', 'notes', S.ObservationNote),
    judgements: reader.list('judgements', 'judgements', S.Judgement),
    compared: reader.whole('compared', S.ComparedFile),
    proposals: reader.whole('proposals', S.ProposalsFile),
    areas: reader.csv((path) => path === areasFile, S.Area, areaColumns, 'areas'),
    observations: reader.csv(
      (path) => observationFile.test(path),
      S.Observation,
      observationColumns,
      'observations',
    ),
    faulty: reader.faulty,
    unread: reader.unread,
    absent: absentLists(reader.paths),
  };
  const modelFile = content.region?.value.model.file;
  if (modelFile != null && !reader.paths.includes(modelFile)) {
    const near = nearest(
      modelFile,
      reader.paths.filter((path) => path.endsWith('.mdl')),
    );
    reader.problems.push(
      problem('REGION_FILE_MISSING', content.region?.at(['model', 'file']) ?? reader.place('region.yaml'), {
        name: modelFile,
        expected: near.join(', ') || modelFile,
        found: '',
      }),
    );
  }
  return { reader, content };
}

/** A calendar year without a word before it is that year: rounding to its last digit that is not zero would make a decade of it. */
const exactYear = (claim: S.Claim, units: S.RegionFile['units']): S.Claim => {
  if (claim.qualifier !== 'none' || claim.interval !== undefined) return claim;
  if (units[claim.unit]?.grouping !== false) return claim;
  const { value } = claim;
  return { ...claim, interval: { min: value, max: value, minOpen: false, maxOpen: false } };
};

const values = <T>(items: readonly { readonly value: T }[]): T[] => items.map((item) => item.value);
const index = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((thing) => [thing.id, thing]));

/** The version of the form of the folder, and where it stands; null where region.yaml names none that is a number. */
function formatOf(reader: Reader): { readonly format: number; readonly place: Place } | null {
  for (const source of reader.yaml('region')) {
    const { data } = source;
    const format: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'format') : null;
    if (typeof format === 'number') return { format, place: source.at(['format']) };
  }
  return null;
}

/** Refuses a folder of a newer form, of which every other fault would be a consequence. */
function refuseNewer({ files }: Reader, newest: ReturnType<typeof formatOf>): void {
  if (newest === null || newest.format <= S.regionFormat) return;
  const values = { expected: String(S.regionFormat), found: String(newest.format) };
  throw new RegionError(files.root, [problem('REGION_FORMAT_NEWER', newest.place, values)]);
}

/** Without the version of the form: a folder that names it has the hashes that it had. */
function withoutFormat(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const { format: _, ...rest } = data as { readonly format?: unknown };
  return rest;
}

/** Content of all files of the folder in a form without layout; proposals are no part of what was promised until a person accepts them. */
function canonicalContents(reader: Reader): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  for (const [path, text] of reader.texts) {
    if (contentFiles.proposals.path.test(path)) continue;
    const source = reader.sources.get(path);
    const data = source !== undefined && path === 'region.yaml' ? withoutFormat(source.data) : source?.data;
    contents.set(path, source === undefined ? text : canonical(data));
  }
  return contents;
}

async function hashes(contents: ReadonlyMap<string, string>): Promise<Region['hashes']> {
  const groups = {
    agenda: new Map<string, string>(),
    data: new Map<string, string>(),
    model: new Map<string, string>(),
  };
  for (const [path, content] of contents) {
    // No answer depends on the drawing, nor on what a map looks like.
    if (domainOf(path) === 'picture') continue;
    const group = path.startsWith('model/')
      ? groups.model
      : path.endsWith('.csv')
        ? groups.data
        : groups.agenda;
    group.set(path, content);
  }
  const [agenda, data, model] = await Promise.all([
    hashContents(groups.agenda),
    hashContents(groups.data),
    hashContents(groups.model),
  ]);
  return { agenda, data, model };
}

/** The model's settings with its text; of a region without a model one that has time and nothing else. */
function modelOf(model: S.RegionFile['model'], reader: Reader): Region['model'] {
  const { file, start, stop } = model;
  if (file !== null) return { ...model, file, text: must(reader.texts, file) };
  const settings = [
    ['INITIAL TIME', start],
    ['FINAL TIME', stop],
    ['TIME STEP', 1],
    ['SAVEPER', 1],
  ];
  const text = settings.map(([name, value]) => `${name} = ${value} ~ year ~ no model yet |\n`).join('');
  return { ...model, file: 'model/none.mdl', text: `{UTF-8}\n${text}` };
}

/** Nodes of the tree joined with their depth and children. */
function treeOf(nodes: readonly S.TreeNode[], levels: S.RegionFile['levels']): AgendaNode[] {
  return nodes.map((node) => ({
    ...node,
    depth: levels.findIndex((level) => level.id === node.level),
    children: nodes.filter((other) => other.parents.includes(node.id)).map((other) => other.id),
  }));
}

/** The claims that have an interval, with it, their page and their targets from either side. */
function claimsOf(content: Content, { units, qualifiers, document }: S.RegionFile): RegionClaim[] {
  const targets = values(content.targets);
  return values(content.claims).flatMap((claim) => {
    const intervals = claimIntervals(exactYear(claim, units), qualifiers);
    if (intervals === null) return [];
    return [
      {
        ...claim,
        interval: intervals.default,
        intervals,
        page: pageOf(document.pages, claim.places[0]?.from ?? 1),
        targets: targets
          .filter((target) => claim.targets.includes(target.id) || target.claims.includes(claim.id))
          .map((target) => target.id),
      },
    ];
  });
}

/** Joins targets and claims; the link may be on either side. */
const targetsOf = (content: Content, claims: readonly RegionClaim[]): S.Target[] =>
  values(content.targets).map((target) => ({
    ...target,
    claims: claims.flatMap((claim) => (claim.targets.includes(target.id) ? [claim.id] : [])),
  }));

/** The lists of a region, in the order of the files. */
function listsOf(content: Content, file: S.RegionFile) {
  const claims = claimsOf(content, file);
  return {
    nodes: treeOf(values(content.nodes), file.levels),
    targets: targetsOf(content, claims),
    claims,
    indicators: values(content.indicators),
    observations: values(content.observations),
    areas: values(content.areas),
    parties: values(content.parties),
    registers: content.registers.map(({ kind, title, entries }) => ({
      kind,
      title,
      entries: values(entries).map((entry): RegionEntry => ({ ...entry, kind })),
    })),
    agreements: values(content.agreements),
    unknowns: values(content.unknowns),
    measures: values(content.measures),
    uncertainties: values(content.uncertainties),
    constraints: values(content.constraints),
    outcomes: values(content.outcomes),
    history: values(content.history),
    scenarios: values(content.scenarios),
    verdicts: values(content.verdicts),
    themes: values(content.themes),
    sources: values(content.sources),
    notes: values(content.notes),
    judgements: values(content.judgements),
    compared: values(content.compared),
    proposals: content.proposals.map(({ value, at }) => ({
      name: at().file.replace(/^.*\/|\.yaml$/g, ''),
      ...value,
    })),
  } satisfies Partial<Region>;
}

const indexOf = (lists: ReturnType<typeof listsOf>): RegionIndex => ({
  nodes: index(lists.nodes),
  targets: index(lists.targets),
  claims: index(lists.claims),
  indicators: index(lists.indicators),
  areas: new Map(lists.areas.map((area) => [area.code, area])),
  parties: index(lists.parties),
  entries: index(lists.registers.flatMap((register) => register.entries)),
  agreements: index(lists.agreements),
  unknowns: index(lists.unknowns),
  measures: index(lists.measures),
  uncertainties: index(lists.uncertainties),
  constraints: index(lists.constraints),
  outcomes: index(lists.outcomes),
  scenarios: index(lists.scenarios),
  sources: index(lists.sources),
});

const auditOf = ({ audit }: Content): Region['audit'] => ({
  quantities: values(audit.quantities),
  relations: values(audit.relations),
  assumptions: values(audit.assumptions),
  readings: values(audit.readings),
  continuations: values(audit.continuations),
  lists: values(audit.lists),
});

/** Not a region folder: its files are not checked. */
function notARegion({ root }: RegionFiles): RegionError {
  const name = 'region.yaml';
  const place = { file: `${root}/${name}`, line: 1, column: 1, path: '' };
  return new RegionError(root, [problem('REGION_FILE_MISSING', place, { name, expected: name, found: '' })]);
}

/**
 * Reads, checks and joins a region folder. All faults are looked for before anything is given back: in the shape of each
 * file (schema.ts), and between files (ids, units, levels, lines, intervals). A link between a claim and a
 * target may be written on either side or on both; the region has it on both.
 * @throws RegionError with every problem that was found, each with file, line and column; then nothing was loaded
 */
export async function loadRegion(files: RegionFiles): Promise<Region> {
  if (!files.list().includes('region.yaml')) throw notARegion(files);
  const { reader, content } = read(files);
  refuseNewer(reader, formatOf(reader));
  const problems = [...reader.problems, ...check(content)];
  if (problems.length > 0 || content.region === null) {
    throw new RegionError(files.root, problems.sort(compareProblems));
  }
  const file = content.region.value;
  const { id, title, subtitle, area, document, publisher, offices, levels, units, qualifiers, assessment } =
    file;
  const lists = listsOf(content, file);
  const contents = canonicalContents(reader);
  return {
    id,
    title,
    subtitle,
    area,
    document,
    publisher,
    offices,
    levels,
    units,
    qualifiers,
    assessment,
    model: modelOf(file.model, reader),
    ...lists,
    backTest: content.backTest?.value ?? null,
    table: content.table?.value ?? S.TableFile.parse({}),
    picture: content.picture?.value ?? S.PictureFile.parse({}),
    boundaries: content.boundaries?.value ?? null,
    municipalities: content.municipalities?.value ?? S.MunicipalitiesFile.parse({}),
    audit: auditOf(content),
    byId: indexOf(lists),
    hashes: await hashes(contents),
    domains: await hashDomains(contents),
  };
}
