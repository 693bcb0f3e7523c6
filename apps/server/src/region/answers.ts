import type { Lines, Region, RegionClaim } from '@schaalsprong/agenda';
import { addressIn, pageOf } from '@schaalsprong/agenda';
import { type Model, variableKey } from '@schaalsprong/model';
import { type Figures, observedLine } from '@schaalsprong/monitor';
import type {
  AgendaResponse,
  ApiClaim,
  ApiSource,
  ModelVariable,
  SourcesResponse,
  SourceUse,
} from '@schaalsprong/wire';
import { compareTexts } from '@schaalsprong/words';
import { slugs } from './slug.ts';

/** Answer of /v1/agenda. */
export function agendaResponse(region: Region): AgendaResponse {
  const { start, stop, today } = region.model;
  return {
    region: {
      id: region.id,
      title: region.title,
      subtitle: region.subtitle,
      area: region.area,
      document: region.document,
      ...(region.publisher === undefined ? {} : { publisher: region.publisher }),
      levels: region.levels,
      units: region.units,
      qualifiers: region.qualifiers,
      model: { start, stop, today },
      assessment: region.assessment,
      hashes: region.hashes,
      domains: region.domains,
    },
    nodes: region.nodes,
    targets: region.targets,
    indicators: region.indicators,
    measures: region.measures,
    constraints: region.constraints,
    outcomes: region.outcomes,
    parties: region.parties,
    agreements: region.agreements,
    registers: region.registers,
    areas: region.areas,
    unknowns: region.unknowns,
    scenarios: region.scenarios,
    table: region.table,
    picture: region.picture,
  };
}

/** Answer of /v1/bronnen. */
export function sourcesResponse(region: Region, model: Model, figures: Figures): SourcesResponse {
  return {
    claims: region.claims.map((claim) => apiClaim(claim, region)),
    uncertainties: region.uncertainties,
    observed: Object.fromEntries(
      region.targets.map((target) => [target.id, observedLine(region, target, figures)]),
    ),
    sources: apiSources(region, figures),
    model: {
      file: region.model.file,
      hash: region.hashes.model,
      time: { start: model.time.start, stop: model.time.stop, step: model.time.step },
      variables: modelVariables(region, model),
      dimensions: dimensions(model),
    },
  };
}

/** Ids of the things of the region that have a page of their own, by kind. */
export type KnownIds = Readonly<
  Record<
    'targets' | 'challenges' | 'claims' | 'uncertainties' | 'variables' | 'sources' | 'indicators',
    ReadonlySet<string>
  >
>;

/** The ids of the things of the region that have a page of their own. */
export function knownIds(agenda: AgendaResponse, sources: SourcesResponse): KnownIds {
  const ids = (things: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(things.map(({ id }) => id));
  const lowest = agenda.region.levels.at(-1)?.id;
  return {
    targets: ids(agenda.targets),
    challenges: ids(agenda.nodes.filter(({ level }) => level === lowest)),
    claims: ids(sources.claims),
    uncertainties: ids(sources.uncertainties),
    variables: ids(sources.model.variables),
    sources: ids(sources.sources),
    indicators: ids(agenda.indicators),
  };
}

function apiClaim(claim: RegionClaim, region: Region): ApiClaim {
  const pages = claim.places.map(({ from }: Lines) => pageOf(region.document.pages, from));
  // Intervals of the other audit settings are part of /v1/tegenspraken.
  const { intervals: _, ...stated } = claim;
  return { ...stated, pages };
}

function modelVariables(region: Region, model: Model): readonly ModelVariable[] {
  const ids = slugs(model.variables.map(({ name }) => name));
  const idOfBare = new Map(model.variables.map(({ name }) => [variableKey(name), ids.get(name) ?? name]));
  const idsOf = (names: readonly string[]): readonly string[] => [
    ...new Set(names.flatMap((name) => idOfBare.get(variableKey(name)) ?? [])),
  ];
  const naming = <T extends { readonly id: string }>(
    things: readonly T[],
    variablesOf: (thing: T) => readonly string[],
  ): ReadonlyMap<string, readonly string[]> => {
    const found = new Map<string, string[]>();
    for (const thing of things) {
      for (const bare of new Set(variablesOf(thing).map((name) => variableKey(name)))) {
        found.set(bare, [...(found.get(bare) ?? []), thing.id]);
      }
    }
    return found;
  };
  const uncertainties = naming(region.uncertainties, ({ variable }) => [variable]);
  const measures = naming(region.measures, ({ lever }) => [lever.variable]);
  const outcomes = naming(region.outcomes, ({ variable, limits }) => [
    variable,
    ...limits.map((limit) => limit.variable),
  ]);
  return model.variables.map((variable) => {
    const bare = variableKey(variable.name);
    return {
      id: ids.get(variable.name) ?? variable.name,
      name: variable.name,
      kind: variable.kind,
      units: variable.units,
      comment: variable.comment,
      sector: variable.sector,
      line: variable.line,
      subscripts: variable.subscripts,
      equation: variable.equation,
      uses: idsOf(variable.uses),
      usedBy: idsOf(variable.usedBy),
      uncertainties: uncertainties.get(bare) ?? [],
      measures: measures.get(bare) ?? [],
      outcomes: outcomes.get(bare) ?? [],
    };
  });
}

/** Every source that content cites, with its uses. */
function apiSources(region: Region, { facts }: Figures): readonly ApiSource[] {
  const uses = new Map<string, SourceUse[]>();
  const observations = new Map<string, number>();
  const add = (source: string | undefined, kind: SourceUse['kind'], id: string): void => {
    if (source === undefined || source === '') return;
    const known = uses.get(source) ?? [];
    if (!known.some((use) => use.kind === kind && use.id === id)) known.push({ kind, id });
    uses.set(source, known);
  };
  for (const { source, series, state } of facts) {
    if (state !== 'value') continue;
    add(source, 'observation', series);
    observations.set(source, (observations.get(source) ?? 0) + 1);
  }
  for (const { id, baseline } of region.targets) add(baseline?.source, 'target', id);
  for (const { id, cost, leadTimeYears, lever } of region.measures) {
    add(cost?.source, 'measure', id);
    add(leadTimeYears?.source, 'measure', id);
    add(lever.source, 'measure', id);
  }
  for (const { id, source, views } of region.uncertainties) {
    add(source, 'uncertainty', id);
    for (const view of views) add(view.source, 'uncertainty', id);
  }
  for (const { id, source } of region.agreements) add(source, 'agreement', id);
  for (const { id, source } of region.parties) add(source, 'party', id);
  for (const { id, source } of region.history) add(source, 'history', id);
  for (const { code, source } of region.areas) add(source, 'area', code);
  for (const { entries } of region.registers) {
    for (const { id, source, money, facts } of entries) {
      add(source, 'register', id);
      for (const item of [...money, ...facts]) add(item.source, 'register', id);
    }
  }
  const ids = slugs(uses.keys());
  return [...uses]
    .map(([text, used]) => ({
      id: ids.get(text) ?? text,
      text,
      address: addressIn(text),
      observations: observations.get(text) ?? 0,
      uses: used,
    }))
    .sort((a, b) => compareTexts(a.text, b.text));
}

function dimensions(model: Model): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(model.dimensions.map(({ name, elements }) => [name, elements]));
}
