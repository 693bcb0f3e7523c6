import type { Region } from '@schaalsprong/agenda';
import type { Fact, movedTargets, Quarantined, Revision } from '@schaalsprong/monitor';
import type { TableDescription } from '@schaalsprong/monitor/connect';
import type { Lang } from '@schaalsprong/words';
import { formatNumber } from '@schaalsprong/words';
import { type Column, hanging, renderTable, section, wrap } from '../../terminal/table.ts';
import type { Outcome, Taken } from './take.ts';
import { sayIngest } from './texts.ts';

/** Maximum number of rows shown. */
const mostRows = 40;

/** A figure with its unit; what it is where it is none. */
export function figure(fact: Fact | null, lang: Lang, region: Region): string {
  if (fact === null) return sayIngest(lang, 'none');
  if (fact.value === null) {
    const state = sayIngest(lang, `is-${fact.state}`);
    return fact.attribute === '' ? state : `${state} (${fact.attribute})`;
  }
  return formatNumber(fact.value, fact.unit, lang, region.units);
}

const statusText = (status: string, lang: Lang): string =>
  sayIngest(lang, status === 'unknown' ? 'status-unknown' : (status as 'reached'));

/** Targets whose status differs, each on a line. */
export function movedLines(
  moved: ReturnType<typeof movedTargets>,
  lang: Lang,
  region: Region,
  width: number,
): readonly string[] {
  const lines = moved.map(({ target, from, to }) =>
    sayIngest(lang, 'moved', {
      target: region.byId.targets.get(target)?.title[lang] ?? target,
      from: statusText(from, lang),
      to: statusText(to, lang),
    }),
  );
  return section(sayIngest(lang, 'moved-heading'), lines, width);
}

const revisionColumns = (lang: Lang): readonly Column[] => [
  { title: sayIngest(lang, 'series'), align: 'left', gives: true },
  { title: sayIngest(lang, 'area'), align: 'left' },
  { title: sayIngest(lang, 'period'), align: 'left' },
  { title: sayIngest(lang, 'before'), align: 'right' },
  { title: sayIngest(lang, 'after'), align: 'right' },
  { title: sayIngest(lang, 'change'), align: 'left' },
];

/**
 * Figures that differ, a row each; those that were there before what is new. That a figure became more or less sure is counted by
 * who asks, and not listed: it is that of whole tables at a time.
 */
export function revisionLines(
  revisions: readonly Revision[],
  lang: Lang,
  region: Region,
  width: number,
): readonly string[] {
  const order = { changed: 0, withdrawn: 1, added: 2, standing: 3 } as const;
  const shown = revisions
    .filter(({ kind }) => kind !== 'standing')
    .sort((a, b) => order[a.kind] - order[b.kind]);
  if (shown.length === 0) return [];
  const rows = shown.slice(0, mostRows).map(({ series, area, period, before, after, kind }) => {
    const shown = [before, after].map((fact) => figure(fact, lang, region));
    return [series, area, period, ...shown, sayIngest(lang, kind)];
  });
  const more = shown.length - rows.length;
  return [
    ...renderTable(revisionColumns(lang), [{ title: '', rows }], width),
    ...(more > 0 ? [sayIngest(lang, 'more', { count: more })] : []),
  ];
}

/** How many of each kind there are. */
export const countKinds = (revisions: readonly Revision[]) => {
  const of = (kind: Revision['kind']): number => revisions.filter((one) => one.kind === kind).length;
  return { added: of('added'), changed: of('changed'), withdrawn: of('withdrawn'), standing: of('standing') };
};

/** What waits: its name, what is wrong and what to do. */
export function heldLines(held: readonly Quarantined[], lang: Lang, width: number): readonly string[] {
  return held.flatMap(({ id, source, since, text }) => [
    sayIngest(lang, 'held-line', { id, source, since: since.slice(0, 10) }),
    ...hanging('    ', text[lang], width),
  ]);
}

const versionOf = ({ vintage }: Taken, lang: Lang): string =>
  vintage.published === null
    ? sayIngest(lang, 'version-unknown')
    : sayIngest(lang, 'version-of', { day: vintage.published });

function takenLines(taken: Taken, id: string, lang: Lang, region: Region, width: number): readonly string[] {
  const { result, revisions, held, refused, moved } = taken;
  const version = versionOf(taken, lang);
  const head =
    result === null
      ? sayIngest(lang, 'would-import', {
          source: id,
          version,
          ...countKinds(revisions),
        })
      : sayIngest(lang, 'imported', { source: id, version, ...counts(result) });
  return [
    ...wrap(head, width),
    ...revisionLines(revisions, lang, region, width),
    ...(held.length === 0
      ? []
      : [
          ...wrap(
            sayIngest(lang, result === null ? 'would-hold' : 'held-some', { count: held.length }),
            width,
          ),
          ...heldLines(held, lang, width),
        ]),
    ...(refused === 0 ? [] : [sayIngest(lang, 'refused', { count: refused })]),
    ...movedLines(moved, lang, region, width),
  ];
}

const counts = ({ added, changed, standing, withdrawn, same }: NonNullable<Taken['result']>) => ({
  added,
  changed,
  standing,
  withdrawn,
  same,
});

/** What came of a source, for people. */
export function outcomeLines(outcome: Outcome, lang: Lang, region: Region, width: number): readonly string[] {
  const { source, unchanged, since, versions, boundaries, warnings, dryRun } = outcome;
  if (unchanged) {
    return wrap(
      sayIngest(lang, 'unchanged', { source: source.id, since: (since ?? '').slice(0, 10) }),
      width,
    );
  }
  const kept = sayIngest(lang, dryRun ? 'would-keep-boundaries' : 'boundaries', {
    source: source.id,
    years: boundaries.join(', '),
  });
  return [
    ...versions.flatMap((taken) => takenLines(taken, source.id, lang, region, width)),
    ...(boundaries.length === 0 ? [] : wrap(kept, width)),
    ...section(
      sayIngest(lang, 'warnings-heading'),
      warnings.map((text) => text[lang]),
      width,
    ),
  ];
}

/** The same for programs. */
export const outcomeJson = ({
  source,
  dryRun,
  unchanged,
  since,
  versions,
  boundaries,
  warnings,
}: Outcome) => ({
  source: source.id,
  dryRun,
  unchanged,
  since,
  versions: versions.map(({ vintage, result, revisions, held, refused, moved }) => ({
    vintage,
    result,
    revisions,
    held,
    refused,
    moved,
  })),
  boundaries,
  warnings,
});

/** Codes of a dimension that are shown. */
const mostCodes = 12;

/** What a table holds, for who fills in sources.yaml. */
export function tableLines(table: TableDescription, lang: Lang, width: number): readonly string[] {
  const path = (titles: readonly string[], title: string): string => [...titles, title.trim()].join(' / ');
  return [
    ...wrap(sayIngest(lang, 'no-measure', { table: table.table, title: table.title }), width),
    '',
    sayIngest(lang, 'measures'),
    ...table.measures.flatMap(({ code, title, path: groups, unit }) =>
      hanging(`  ${code.trim()}  `, `${path(groups, title)} (${unit.trim()})`, width),
    ),
    ...table.dimensions.flatMap(({ id, title, codes }) => [
      '',
      sayIngest(lang, 'dimension', { id, title: title.trim(), count: codes.length }),
      ...codes
        .slice(0, mostCodes)
        .flatMap((code) => hanging(`  ${code.code.trim()}  `, path(code.path, code.title), width)),
      ...(codes.length > mostCodes
        ? [`  ${sayIngest(lang, 'more', { count: codes.length - mostCodes })}`]
        : []),
    ]),
  ];
}
