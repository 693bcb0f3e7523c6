import type { Region } from '@schaalsprong/agenda';
import { parsePeriod } from '@schaalsprong/agenda/periods';
import {
  courseOf,
  isMeasured,
  neededPerYear,
  paceBefore,
  paceFrom,
  sharesByRule,
  type VintageFact,
} from '@schaalsprong/monitor';
import type { MunicipalHomesPace } from '@schaalsprong/wire';
import type { MonitorView } from '../monitor/view.ts';
import { figures } from './figure.ts';

type Homes = NonNullable<Region['municipalities']['homes']>;

/** Years before the agreement over which the pace of before is taken. Our choice: long enough to hold good and bad years. */
const mostBefore = 10;

/** Whole years with what was measured in each. */
const yearsOf = (line: readonly VintageFact[]) =>
  line.filter(isMeasured).flatMap(({ period, value }) => {
    const span = parsePeriod(period);
    return span !== null && Number.isInteger(span.start) && span.end - span.start === 1
      ? [{ year: span.start, homes: value }]
      : [];
  });

/** The last figure that has a value, expected or not. */
const lastOf = (line: readonly VintageFact[]) => line.findLast(({ value }) => value !== null);

/** Everything that the paces of all municipalities have in common. */
export interface HomesOfAll {
  of(code: string): MunicipalHomesPace;
}

/**
 * How every municipality does against its part of what the region agreed on homes; null where the region says nothing of it, or the
 * agreement has no figure over whole years.
 *
 * @param codes of all municipalities
 */
export function homesOf(view: MonitorView, codes: readonly string[]): HomesOfAll | null {
  const { region } = view;
  const { homes } = region.municipalities;
  const figureOf = figures(region);
  const indicator = homes === null ? undefined : region.byId.indicators.get(homes.built);
  if (homes === null || indicator === undefined) return null;
  const agreed = lastOf(view.series(homes.total, region.area));
  const span = agreed === undefined ? null : parsePeriod(agreed.period);
  if (agreed === undefined || agreed.value === null || span === null) return null;
  const years = { from: Math.round(span.start), to: Math.round(span.end) - 1 };
  const total = agreed.value;

  const taskOf = (code: string) =>
    view
      .series(homes.task, code)
      .findLast(({ value, period }) => value !== null && parsePeriod(period)?.text === span.text);
  const tasks = new Map(
    codes.flatMap((code) => {
      const value = taskOf(code)?.value ?? null;
      return value === null ? [] : [[code, value] as const];
    }),
  );
  const sizes = sizesOf(view, homes, codes, span.start);
  const ofRegion = yearsOf(view.line(indicator, region.area));

  return {
    of: (code) => {
      const built = yearsOf(view.line(indicator, code));
      const done = paceFrom(built, years);
      const task = taskOf(code);
      const byRule =
        sizes?.values.size === codes.length ? sharesByRule(code, total, tasks, sizes.values, years) : null;
      const share: MunicipalHomesPace['share'] =
        task?.value != null
          ? {
              kind: 'agreed',
              homes: task.value,
              perYear: task.value / (years.to - years.from + 1),
              figure: figureOf(task),
            }
          : byRule === null || sizes === null
            ? null
            : {
                kind: 'computed',
                ofAll: byRule.ofAll,
                ofRest: byRule.ofRest,
                per: {
                  own: byRule.own,
                  all: byRule.all,
                  rest: byRule.rest,
                  period: sizes.period,
                  unit: sizes.unit,
                },
                divided: {
                  homes: [...tasks.values()].reduce((sum, one) => sum + one, 0),
                  municipalities: tasks.size,
                },
              };
      const range = rangeOf(share);
      const left = (homesOfShare: number) =>
        done === null ? null : neededPerYear(homesOfShare, done, years);
      const low = range === null ? null : left(range.homes.low);
      const high = range === null ? null : left(range.homes.high);
      return {
        target: homes.target,
        agreement: homes.agreement,
        indicator: indicator.id,
        ...years,
        done,
        before: paceBefore(built, years.from, mostBefore),
        margin: homes.margin,
        share,
        course: courseOf(done, range === null ? null : range.perYear, homes.margin),
        needed:
          low === null || high === null || done === null ? null : { low, high, years: years.to - done.to },
        region: {
          agreed: figureOf(agreed),
          perYear: total / (years.to - years.from + 1),
          // The same years as of the municipality: another span would compare a good year with a bad one.
          done: done === null ? null : paceFrom(ofRegion, { from: years.from, to: done.to }),
        },
        unlike: homes.unlike,
      };
    },
  };
}

/** The least and the most of a part: one number where it was agreed, two where two rules give it. */
export function rangeOf(share: MunicipalHomesPace['share']): {
  readonly homes: { readonly low: number; readonly high: number };
  readonly perYear: { readonly low: number; readonly high: number };
} | null {
  if (share === null) return null;
  const parts = share.kind === 'agreed' ? [share] : [share.ofAll, share.ofRest];
  const ends = (of: readonly number[]) => ({ low: Math.min(...of), high: Math.max(...of) });
  return { homes: ends(parts.map(({ homes }) => homes)), perYear: ends(parts.map(({ perYear }) => perYear)) };
}

/** By which is divided, at the moment at which the agreement begins. */
function sizesOf(view: MonitorView, { per }: Homes, codes: readonly string[], start: number) {
  const found = codes.flatMap((code) => {
    const fact = view
      .series(per, code)
      .filter(isMeasured)
      .find(({ period }) => parsePeriod(period)?.start === start);
    return fact === undefined ? [] : [{ code, fact }];
  });
  const [first] = found;
  return first === undefined
    ? null
    : {
        values: new Map(found.map(({ code, fact }) => [code, fact.value])),
        period: first.fact.period,
        unit: first.fact.unit,
      };
}
