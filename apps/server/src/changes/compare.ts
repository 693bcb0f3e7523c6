import { createHash } from 'node:crypto';
import type { ChangeCause, ChangeEntry } from '@schaalsprong/wire';
import { compareTexts, metDegree } from '@schaalsprong/words';
import type { Snapshot } from './snapshot.ts';

/** Names of things that an entry lists per kind; more are counted. */
const mostNamed = 25;

type Made = Snapshot['made'];
type SnapshotTarget = Snapshot['targets'][number];

/** What belongs to each cause. The order is that in which causes are named. */
const parts: Readonly<Record<ChangeCause, readonly (keyof Made)[]>> = {
  data: ['figures'],
  content: ['agenda', 'levers', 'monitor', 'judgements', 'audit', 'window'],
  model: ['model', 'checks'],
  program: ['program'],
  run: ['run'],
};
const allCauses: readonly ChangeCause[] = ['data', 'content', 'model', 'program', 'run'];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What changed between two states, each count with its cause. A cause is what the number depends on and differs: the futures read no
 * figures, so a count of futures never changed by one; a measured value reads no model. Where several of these differ they came together
 * and nothing tells them apart, since the content of before is not kept: then all are named, and nobody guesses.
 *
 * @param before the state that was kept before
 * @param after the state that followed it
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): ChangeEntry {
  const differs = (part: keyof Made): boolean => before.made[part] !== after.made[part];
  const known = new Map(before.targets.map((target) => [target.id, target]));
  /** Targets of both states; one that came or went is no change of a count, and stands in the evidence. */
  const both = after.targets.flatMap((now): { was: SnapshotTarget; now: SnapshotTarget }[] => {
    const was = known.get(now.id);
    return was === undefined ? [] : [{ was, now }];
  });
  /** Where nothing that is known to matter differs, the whole domain may: content has more in it than is split here. */
  const orElse = (
    found: readonly ChangeCause[],
    others: readonly [keyof Made, ChangeCause][],
  ): ChangeCause[] =>
    found.length > 0 ? [...found] : others.flatMap(([part, cause]) => (differs(part) ? [cause] : []));
  const causesOfCount = (was: SnapshotTarget, now: SnapshotTarget): ChangeCause[] =>
    orElse(
      [
        ...(was.asks !== now.asks || differs('levers') || differs('window') ? (['content'] as const) : []),
        ...(differs('model') ? (['model'] as const) : []),
        ...(differs('program') ? (['program'] as const) : []),
        ...(differs('run') ? (['run'] as const) : []),
      ],
      [['agenda', 'content']],
    );
  const causesOfMeasured = (was: SnapshotTarget, now: SnapshotTarget): ChangeCause[] => {
    const series = now.series ?? was.series;
    const ownFigures =
      series !== null && before.items.series[series] !== after.items.series[series] && differs('figures');
    return orElse(
      [
        ...(ownFigures ? (['data'] as const) : []),
        ...(was.measuredBy !== now.measuredBy || differs('monitor') ? (['content'] as const) : []),
        ...(differs('program') ? (['program'] as const) : []),
      ],
      [
        ['figures', 'data'],
        ['agenda', 'content'],
      ],
    );
  };
  return {
    id: createHash('sha256').update(`${before.at} ${after.at}`).digest('hex').slice(0, 16),
    at: after.at,
    since: before.at,
    changed: allCauses.filter((cause) => parts[cause].some(differs)),
    counts: both
      .filter(({ was, now }) => !same(was.met, now.met))
      .map(({ was, now }) => ({
        target: now.id,
        title: now.title,
        before: was.met,
        after: now.met,
        causes: causesOfCount(was, now),
      })),
    measured: both
      .filter(({ was, now }) => !same(was.observed, now.observed))
      .map(({ was, now }) => ({
        target: now.id,
        title: now.title,
        unit: now.unit,
        before: was.observed,
        after: now.observed,
        causes: causesOfMeasured(was, now),
      })),
    tally: { before: tallyOf(before.targets), after: tallyOf(after.targets) },
    ambitions: after.ambitions.flatMap(({ id, title }) => {
      const of = ({ targets }: Snapshot) =>
        tallyOf(targets.filter(({ ambitions }) => ambitions.includes(id)));
      const [was, now] = [of(before), of(after)];
      return same(was, now) ? [] : [{ id, title, before: was, after: now }];
    }),
    evidence: evidenceOf(before, after),
  };
}

/** How many of the targets that are counted are mostly met. */
function tallyOf(targets: readonly SnapshotTarget[]): { most: number; of: number } {
  const counted = targets.filter(({ met }) => met !== null);
  return { most: counted.filter(({ met }) => metDegree(met) === 'most').length, of: counted.length };
}

const kinds = ['target', 'claim', 'measure', 'uncertainty', 'variable', 'series'] as const;

function evidenceOf(before: Snapshot, after: Snapshot): ChangeEntry['evidence'] {
  return kinds.flatMap((kind) => {
    const was = before.items[kind];
    const now = after.items[kind];
    const list = (ids: readonly string[]): string[] => [...ids].sort(compareTexts);
    const added = list(Object.keys(now).filter((id) => was[id] === undefined));
    const removed = list(Object.keys(was).filter((id) => now[id] === undefined));
    const changed = list(Object.keys(now).filter((id) => was[id] !== undefined && was[id] !== now[id]));
    const total = added.length + removed.length + changed.length;
    return total === 0
      ? []
      : [
          {
            kind,
            added: added.slice(0, mostNamed),
            removed: removed.slice(0, mostNamed),
            changed: changed.slice(0, mostNamed),
            total,
          },
        ];
  });
}

/** Whether a reader would call it a change: another program that says the same is none. */
export const isNews = ({ changed, counts, measured, evidence }: ChangeEntry): boolean =>
  counts.length > 0 ||
  measured.length > 0 ||
  evidence.length > 0 ||
  changed.some((cause) => cause !== 'program');
