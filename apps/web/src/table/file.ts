import { dependencies, dependsOn } from '@schaalsprong/futures/depends';
import type { TableRegion, TableSetting } from '@schaalsprong/futures/table';
import type { Text } from '@schaalsprong/wire';
import * as z from 'zod/mini';
import { begun, type History, type HistoryMove } from './history.ts';
import { tableTexts } from './problems.ts';
import { changeOf, fitSetting, withChange } from './settings.ts';

/** A scenario that was kept, without its answer. */
export interface KeptSetting {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly setting: TableSetting;
}

/** What a person made at the table, and would not want to lose. */
export interface Work {
  readonly history: History;
  readonly kept: readonly KeptSetting[];
  readonly against: string | null;
}

/** Scenarios that can be kept at once. */
export const mostKept = 4;

const version = 1;
const Numbers = z.record(z.string(), z.number());
const Setting = z.object({
  levers: Numbers,
  /** Missing in files that were written before decision 0047. */
  timings: z._default(Numbers, {}),
  assumptions: Numbers,
  viewpoint: z.nullable(z.string()),
});
const Hashes = z.object({ agenda: z.string(), data: z.string(), model: z.string() });
const Domains = z.object({ agenda: z.string(), levers: z.string(), model: z.string() });
const SavedMove = z.object({
  kind: z.enum(['lever', 'timing', 'assumption', 'viewpoint', 'reset', 'load', 'replay']),
  changed: z.array(z.string()),
  name: z.nullable(z.string()),
  from: z.number().check(z.int(), z.gte(0)),
  levers: z.optional(Numbers),
  timings: z.optional(Numbers),
  assumptions: z.optional(z.record(z.string(), z.nullable(z.number()))),
  viewpoint: z.optional(z.nullable(z.string())),
});
const Saved = z.object({
  schema: z.literal('schaalsprong-tafel'),
  version: z.literal(version),
  region: z.string(),
  hashes: Hashes,
  /** Missing in files that were written before decision 0042. */
  domains: z.optional(Domains),
  start: Setting,
  startName: z.nullable(z.string()),
  moves: z.array(SavedMove),
  at: z.number().check(z.int(), z.gte(0)),
  kept: z
    .array(z.object({ id: z.string(), name: z.string(), description: z.string(), setting: Setting }))
    .check(z.maxLength(mostKept)),
  against: z.nullable(z.string()),
});
type Saved = z.infer<typeof Saved>;

/** The work as a file. Of a move only what it changed is written. */
export function fileText(
  region: Pick<TableRegion, 'id' | 'hashes' | 'domains'>,
  { history, kept, against }: Work,
): string {
  const [first, ...moves] = history.moves;
  if (first === undefined) throw new RangeError('a history without a first setting');
  const saved: Saved = {
    schema: 'schaalsprong-tafel',
    version,
    region: region.id,
    hashes: { ...region.hashes },
    domains: dependencies('table', region.domains),
    start: copied(first.setting),
    startName: first.name,
    moves: moves.map(({ kind, changed, name, from, setting }) => ({
      kind: kind === 'start' ? 'load' : kind,
      changed: [...changed],
      name,
      from: from ?? 0,
      ...(changeOf(history.moves[from ?? 0]?.setting ?? first.setting, setting) as Pick<
        Saved['moves'][number],
        'levers' | 'timings' | 'assumptions' | 'viewpoint'
      >),
    })),
    at: history.at,
    kept: kept.map(({ setting, ...each }) => ({ ...each, setting: copied(setting) })),
    against,
  };
  return `${JSON.stringify(saved)}\n`;
}

const copied = ({ levers, timings, assumptions, viewpoint }: TableSetting): Saved['start'] => ({
  levers: { ...levers },
  timings: { ...timings },
  assumptions: { ...assumptions },
  viewpoint,
});

/** What a file gives: work, with what to report beside it, or why it gives none. */
export type FileRead =
  | { readonly work: Work; readonly notes: readonly Text[] }
  | { readonly work: null; readonly notes: readonly Text[] };

/**
 * Reads what {@link fileText} wrote, for the region as it is now: names that it no longer has are left out and reported.
 *
 * @param base what measures are at that the file does not name
 */
export function readFile(text: string, region: TableRegion, base: TableSetting): FileRead {
  const fault = (note: Text): FileRead => ({ work: null, notes: [note] });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return fault(tableTexts.fileUnreadable);
  }
  const head = z.object({ schema: z.literal('schaalsprong-tafel'), version: z.unknown() }).safeParse(parsed);
  if (head.success && head.data.version !== version) {
    return fault(tableTexts.fileVersion(String(head.data.version)));
  }
  const read = Saved.safeParse(parsed);
  if (!read.success) return fault(tableTexts.fileShape(placeOf(read.error.issues)));
  const saved = read.data;
  if (saved.region !== region.id) return fault(tableTexts.fileRegion(saved.region, region.id));
  const broken = saved.moves.findIndex(({ from }, i) => from > i);
  if (broken >= 0) return fault(tableTexts.fileShape(`moves.${broken}.from`));
  if (saved.at > saved.moves.length) return fault(tableTexts.fileShape('at'));

  const unknown = new Set<string>();
  const fitted = (setting: TableSetting): TableSetting => {
    const fit = fitSetting(region, setting, base);
    for (const name of fit.unknown) unknown.add(name);
    return fit.setting;
  };
  const start = begun(fitted(saved.start)).moves.map((move) => ({ ...move, name: saved.startName }));
  const moves: HistoryMove[] = [...start];
  saved.moves.forEach(({ levers, timings, assumptions, viewpoint, ...move }, i) => {
    const before = moves[move.from]?.setting ?? base;
    const setting = fitted(withChange(before, { levers, timings, assumptions, viewpoint }));
    moves.push({ ...move, number: i + 1, setting });
  });
  const kept = saved.kept.map((each) => ({ ...each, setting: fitted(each.setting) }));
  const { hashes, domains } = saved;
  const movedOn =
    domains === undefined
      ? (['agenda', 'model'] as const).filter((part) => hashes[part] !== region.hashes[part])
      : dependsOn.table.filter((part) => domains[part] !== region.domains[part]);
  return {
    work: {
      history: { moves, at: saved.at, touched: null },
      kept,
      against: kept.some(({ id }) => id === saved.against) ? saved.against : null,
    },
    notes: [
      ...(movedOn.length > 0 ? [tableTexts.fileMovedOn(movedOn)] : []),
      ...(unknown.size > 0 ? [tableTexts.leftOut([...unknown])] : []),
    ],
  };
}

/** Where the first fault lies, as a path. */
function placeOf(issues: readonly z.core.$ZodIssue[]): string {
  const path = issues[0]?.path.map(String).join('.') ?? '';
  return path === '' ? 'schema' : path;
}
