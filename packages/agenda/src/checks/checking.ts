import { at, nearest, type Text } from '@schaalsprong/words';
import type { Content, ContentFile, Item } from '../load/content.ts';
import { parsePeriod } from '../periods/period.ts';
import { offer, type Place, type Problem, problem } from '../problems/problems.ts';
import { type Entry, formats, type Lines, type RegionFile } from '../schema/schema.ts';

const kinds = {
  node: { nl: 'onderdeel van de boom', en: 'node of the tree' },
  level: { nl: 'niveau', en: 'level' },
  target: { nl: 'doelstelling', en: 'target' },
  claim: { nl: 'uitspraak', en: 'claim' },
  indicator: { nl: 'indicator', en: 'indicator' },
  series: { nl: 'reeks waarnemingen', en: 'series of observations' },
  party: { nl: 'partij', en: 'party' },
  entry: { nl: 'inschrijving in een register', en: 'register entry' },
  agreement: { nl: 'afspraak', en: 'agreement' },
  unknown: { nl: 'onbekende', en: 'unknown' },
  measure: { nl: 'maatregel', en: 'measure' },
  uncertainty: { nl: 'onzekerheid', en: 'uncertainty' },
  constraint: { nl: 'knelpunt', en: 'constraint' },
  outcome: { nl: 'uitkomst', en: 'outcome' },
  check: { nl: 'vergelijking met de geschiedenis', en: 'history check' },
  followed: { nl: 'constante die volgt wat gemeten is', en: 'constant that follows what was observed' },
  scenario: { nl: 'scenario', en: 'scenario' },
  proposal: { nl: 'voorstel', en: 'proposal' },
  position: { nl: 'stand van een knop', en: 'lever position' },
  viewpoint: { nl: 'zienswijze', en: 'viewpoint' },
  budget: { nl: 'gedeeld budget', en: 'shared budget' },
  theme: { nl: 'thema van brede welvaart', en: 'theme of broad prosperity' },
  topic: { nl: 'thema van de monitor', en: 'theme of the monitor' },
  source: { nl: 'bron van waarnemingen', en: 'source of observations' },
  judgement: { nl: 'oordeel over de doelstelling', en: 'judgement on the target' },
  area: { nl: 'gebied', en: 'area' },
  boundary: { nl: 'grens van het gebied', en: 'boundary of the area' },
  unit: { nl: 'eenheid', en: 'unit' },
  qualifier: { nl: 'bepalend woord', en: 'qualifier' },
  quantity: { nl: 'grootheid', en: 'quantity' },
  relation: { nl: 'verband', en: 'relation' },
  assumption: { nl: 'aanname', en: 'assumption' },
  reading: { nl: 'lezing', en: 'reading' },
  readings: { nl: 'lijst van lezingen voor de uitspraak', en: 'list of readings for the claim' },
  list: { nl: 'aangekondigde lijst', en: 'announced list' },
  compared: { nl: 'ander document', en: 'other document' },
  verdict: { nl: 'oordeel over de tegenstrijdigheid', en: 'verdict on the conflict' },
  block: { nl: 'blok van de tekening', en: 'block of the picture' },
  entity: {
    nl: 'gebied, partij, inschrijving of onderdeel van de boom',
    en: 'area, party, register entry or node of the tree',
  },
} as const satisfies Record<string, Text>;
type Kind = keyof typeof kinds;

/** Kinds of reference targets, with the files that define them. */
const sourcesOf = {
  node: ['tree'],
  level: [],
  target: ['targets'],
  claim: ['claims'],
  indicator: ['indicators'],
  series: ['observations', 'sources'],
  topic: ['indicators'],
  source: ['sources'],
  party: ['parties'],
  agreement: ['agreements'],
  measure: ['measures'],
  uncertainty: ['uncertainties'],
  constraint: ['constraints'],
  outcome: ['outcomes'],
  scenario: ['scenario'],
  area: ['areas'],
  unit: [],
  qualifier: [],
  entity: ['areas', 'parties', 'registers', 'tree'],
} as const satisfies Partial<Record<Kind, readonly (ContentFile | 'areas' | 'observations')[]>>;
type ReferredKind = keyof typeof sourcesOf;

type Names = Readonly<Record<ReferredKind, readonly string[] | null>>;

const ids = (items: readonly Item<{ readonly id: string }>[]): string[] => items.map((item) => item.value.id);

/** Short form of a location, for a message that refers to a second one. */
export const short = (place: Place): string => `${place.file}:${place.line}`;

/** Symbol table: defined names by kind; null where unknown, so that references to them are not checked. */
function namesIn(content: Content): Names {
  const region = content.region?.value ?? null;
  const areas = content.areas.map((row): string => row.value.code);
  const series = [
    ...new Set([
      ...content.observations.map((row) => row.value.indicator),
      ...content.sources.flatMap((item) => item.value.series.map((of) => of.series)),
    ]),
  ];
  /** Null where a list could not be read in whole, so that its names are not known. */
  const namesOf = (kind: ReferredKind, names: () => readonly string[]): readonly string[] | null =>
    sourcesOf[kind].some((file) => content.unread.has(file) || content.absent.get(file)?.reported)
      ? null
      : names();
  return {
    node: namesOf('node', () => ids(content.nodes)),
    level: region?.levels.map((l) => l.id) ?? null,
    target: namesOf('target', () => ids(content.targets)),
    claim: namesOf('claim', () => ids(content.claims)),
    indicator: namesOf('indicator', () => ids(content.indicators)),
    series: namesOf('series', () => series),
    topic: namesOf('topic', () => ids(content.themes)),
    source: namesOf('source', () => ids(content.sources)),
    party: namesOf('party', () => ids(content.parties)),
    agreement: namesOf('agreement', () => ids(content.agreements)),
    measure: namesOf('measure', () => ids(content.measures)),
    uncertainty: namesOf('uncertainty', () => ids(content.uncertainties)),
    constraint: namesOf('constraint', () => ids(content.constraints)),
    outcome: namesOf('outcome', () => ids(content.outcomes)),
    scenario: namesOf('scenario', () => ids(content.scenarios)),
    area: namesOf('area', () => areas),
    unit: region === null ? null : Object.keys(region.units),
    qualifier: region === null ? null : [...new Set(['none', ...Object.keys(region.qualifiers)])],
    entity: namesOf('entity', () => [
      ...areas,
      ...ids(content.parties),
      ...ids(content.registers.flatMap((register) => register.entries)),
      ...ids(content.nodes),
    ]),
  };
}

/** Context of the checks: the content, the names in it, and how to report a fault. */
export interface Tools {
  readonly content: Content;
  readonly region: RegionFile | null;
  /** Union of all registers. */
  readonly entries: readonly Item<Entry>[];
  readonly problems: readonly Problem[];
  /** Reports a fault. */
  report(code: Parameters<typeof problem>[0], place: Place, values: Parameters<typeof problem>[2]): void;
  /** Reports an unknown name, with the nearest known ones. */
  unknownId(kind: Kind, id: string, place: Place, among: readonly string[]): void;
  /** Checks a reference. */
  refer(kind: ReferredKind, id: string, place: () => Place): void;
  /** Checks each reference of a list in a field of an item. */
  referAll<T>(item: Item<T>, kind: ReferredKind, field: string, list: readonly string[]): void;
  /** Checks that lines lie inside the document. */
  lines<T>(item: Item<T>, places: readonly Lines[]): void;
  /** Checks that a period is valid; an absent one is no fault. */
  period(place: () => Place, text: string | undefined): void;
  /** Checks that ids are unique within a kind. */
  once(kind: Kind, things: readonly { readonly id: string; readonly at: () => Place }[]): void;
  /** Reports each cycle once, at its first link. */
  circles(
    cycles: readonly (readonly string[])[],
    placeOf: (from: string, to: string) => Place | undefined,
  ): void;
}

/** Creates the context of the checks for one region folder. */
export function toolsFor(content: Content): Tools {
  const problems: Problem[] = [];
  const report: Tools['report'] = (code, place, values) => {
    problems.push(problem(code, place, values));
  };
  const region = content.region?.value ?? null;
  const entries = content.registers.flatMap((register) => register.entries);
  const known = namesIn(content);
  const sets = new Map(
    Object.entries(known).map(([kind, list]) => [kind, list === null ? null : new Set(list)]),
  );

  const reportedAbsent = new Set<ReferredKind>();
  const unknownId: Tools['unknownId'] = (kind, id, place, among) => {
    const near = nearest(id, among);
    report('REGION_UNKNOWN_ID', place, {
      kind: kinds[kind],
      expected: near.length > 0 ? near.join(', ') : kinds[kind],
      found: id,
      nearest: offer(near),
    });
  };
  const refer: Tools['refer'] = (kind, id, place) => {
    const absent = sourcesOf[kind].length === 1 ? content.absent.get(sourcesOf[kind][0]) : undefined;
    if (absent !== undefined) {
      // A missing file is reported once, not for every name that it would hold.
      if (absent.reported || reportedAbsent.has(kind)) return;
      reportedAbsent.add(kind);
      report('REGION_FILE_MISSING', place(), { name: absent.name, expected: absent.name, found: '' });
      return;
    }
    const set = sets.get(kind);
    if (set == null || set.has(id) || content.faulty.has(id)) return;
    unknownId(kind, id, place(), known[kind] ?? []);
  };
  const referAll: Tools['referAll'] = (item, kind, field, list) => {
    list.forEach((id, i) => {
      refer(kind, id, () => item.at([field, i]));
    });
  };
  const lines: Tools['lines'] = (item, places) => {
    if (region === null) return;
    const last = region.document.lines;
    places.forEach(({ from, to }, i) => {
      if (to <= last && from <= last) return;
      report('REGION_LINES_BEYOND_DOCUMENT', item.at(['places', i]), {
        expected: String(last),
        found: from === to ? String(from) : `${from}-${to}`,
      });
    });
  };
  const period: Tools['period'] = (place, text) => {
    if (text === undefined || parsePeriod(text) !== null) return;
    report('REGION_PERIOD_WRONG', place(), { expected: formats.period, found: text });
  };
  const freeName: Text = { nl: 'een naam die nog vrij is', en: 'a name that is not taken yet' };
  const once: Tools['once'] = (kind, things) => {
    const first = new Map<string, Place>();
    for (const { id, at } of things) {
      const before = first.get(id);
      if (before === undefined) first.set(id, at());
      else
        report('REGION_DUPLICATE_ID', at(), {
          kind: kinds[kind],
          expected: freeName,
          found: id,
          first: short(before),
        });
    }
  };

  const circles: Tools['circles'] = (cycles, placeOf) => {
    for (const cycle of cycles) {
      const place = placeOf(at(cycle, 0), at(cycle, 1));
      if (place === undefined) continue;
      const text = cycle.join(' > ');
      report('REGION_TREE_CYCLE', place, {
        cycle: text,
        expected: { nl: 'een boom zonder kringen', en: 'a tree without circles' },
        found: text,
      });
    }
  };

  return {
    content,
    region,
    entries,
    problems,
    report,
    unknownId,
    refer,
    referAll,
    lines,
    period,
    once,
    circles,
  };
}
