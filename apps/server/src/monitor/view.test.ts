import { Indicator } from '@schaalsprong/agenda';
import { at } from '@schaalsprong/words';
import { beforeAll, describe, expect, it } from 'vitest';
import { processorMs } from '../../../../scripts/testing/processor-time.ts';
import { figure, monitorRegion, twoVersions } from '../../test/monitor-world.ts';
import { revisionsOf } from './revisions.ts';
import { MonitorView } from './view.ts';

let view: MonitorView;
beforeAll(async () => {
  const region = await monitorRegion();
  const monitor = await twoVersions(region);
  view = monitor.current();
  await monitor.close();
});

describe('the list of indicators', () => {
  it('gives each with its last figure, its line and how its target stands', () => {
    const [homes, rank] = view.list().indicators;
    expect(homes).toMatchObject({
      id: 'homes',
      theme: 'housing',
      pillar: 'pillar-one',
      good: 'up',
      targets: ['homes-2029'],
      latest: { period: '2022', value: 24, vintage: expect.stringMatching(/^office@2024-03-01/) },
      line: [
        { time: 2022, value: 10 },
        { time: 2023, value: 24 },
      ],
      begins: [0],
      lastUpdate: '2024-03-01',
      notObserved: null,
    });
    expect(rank).toMatchObject({ latest: null, notObserved: { nl: expect.any(String) } });
  });

  it('tells with a revision which targets it moved, and only of the targets of that series', () => {
    expect(view.list().revisions).toMatchObject([
      {
        kind: 'changed',
        period: '2022',
        before: { value: 12, standing: 'provisional' },
        after: { value: 24, standing: 'final' },
        published: '2024-03-01',
        moved: [{ target: 'homes-2029', from: 'off-course', to: 'on-course' }],
      },
    ]);
  });

  it('shows no revision of a source that has been closed since the store was read', () => {
    const { region } = view;
    const sources = region.sources.map((source) => ({ ...source, redistributable: false }));
    const closed = new MonitorView({ ...region, sources }, view.kept, view.today);
    expect(closed.list().revisions).toEqual([]);
  });

  it('is made of many figures in less time than their revisions, which the thread that reads the store finds', () => {
    const { region, kept, today } = view;
    const [one, other] = kept.vintages.filter(({ source }) => source === 'office');
    if (one === undefined || other === undefined) throw new Error('two versions of the office');
    const history = Array.from({ length: 12_000 }, (_, i) => {
      const period = `${1970 + (i % 50)}`;
      return [one, other].map(({ id, published }, nth) => ({
        ...figure(`GM${1000 + Math.floor(i / 50)}`, period, i + nth),
        vintage: id,
        published,
      }));
    }).flat();
    const timed = <T>(work: () => T): { readonly made: T; readonly took: number } => {
      const made: T[] = [];
      const took = processorMs(() => made.push(work()));
      return { made: at(made, 0), took };
    };
    const vintages = [one, other];
    // The best of some rounds: another program may hold the processor in one of them.
    const rounds = Array.from({ length: 3 }, () => {
      const found = timed(() => revisionsOf(region, { vintages, history }, today));
      const facts = history.filter(({ vintage }) => vintage === other.id);
      const many = new MonitorView(
        region,
        { ...kept, facts, history, vintages, revisions: found.made },
        today,
      );
      const list = timed(() => many.list());
      expect(list.made.revisions).toEqual(found.made.slice(0, 50));
      return { finding: found.took, listing: list.took };
    });
    const best = (of: 'finding' | 'listing'): number => Math.min(...rounds.map((round) => round[of]));
    expect(best('listing')).toBeLessThan(best('finding') / 2);
  });

  it('says of each source when it published last', () => {
    expect(view.list().sources).toMatchObject([
      { id: 'office', lastPublished: '2024-03-01', lastCheck: null, held: 0 },
      { id: 'closed' },
    ]);
  });

  it('says that what is kept was read', () => {
    expect(view.list().store).toEqual({ state: 'ready', note: null });
  });
});

describe('one indicator', () => {
  it('gives every area, what is secret as such, and older versions of what was revised', () => {
    const answer = view.indicator('homes', null);
    expect(answer?.facts.map(({ area, period, value, state }) => [area, period, value, state])).toEqual([
      ['ALL', '2021', 10, 'value'],
      ['ALL', '2022', 24, 'value'],
      ['ALL', '2024', 45, 'value'],
      ['GM9001', '2022', null, 'secret'],
      ['GM9002', '2022', 20, 'value'],
    ]);
    // A page says what was known on a day by the same rule: it has the lag of each version it shows.
    const shown = [...(answer?.facts ?? []), ...(answer?.history ?? [])];
    expect(shown.map(({ vintage }) => answer?.lagMonths[vintage])).toEqual(shown.map(() => 6));
    expect(answer?.history.map(({ value, published }) => [value, published])).toEqual([
      [12, '2023-03-01'],
      [24, '2024-03-01'],
    ]);
    expect(answer?.areas.map(({ code }) => code)).toEqual(['ALL', 'GM9001', 'GM9002']);
    expect(answer?.metadata.levels).toEqual(['municipality', 'region']);
  });

  it('gives what was known on a day, and judges targets by that', () => {
    const then = view.indicator('homes', '2023-12-31');
    expect(then?.facts.filter(({ area }) => area === 'ALL').map(({ value }) => value)).toEqual([10, 12]);
    expect(then?.standings[0]?.computed).toBe('off-course');
    expect(then?.revisions).toEqual([]);
    expect(JSON.stringify(then)).not.toContain('2024-03-01');
    expect(view.indicator('homes', null)?.standings[0]?.computed).toBe('on-course');
  });

  it('tells how many figures no date of publication places before that day', () => {
    // The rows of the region's own file name no day of publication; those of the office do.
    expect(view.indicator('homes', '2023-12-31')?.assumed).toBeGreaterThan(0);
    expect(view.indicator('homes', null)?.assumed).toBe(0);
  });

  it('shows nothing of a source that may not be passed on, also not in an older version', () => {
    const answer = view.indicator('rank', null);
    expect(answer).toMatchObject({ facts: [], history: [], vintages: [] });
    expect(JSON.stringify(answer)).not.toContain('Closed office');
  });

  it('of a running total lists the totals, not what is added up in them', () => {
    const homes = view.region.byId.indicators.get('homes');
    if (homes === undefined) throw new Error('no indicator');
    const total = Indicator.parse({ ...homes, cumulativeFrom: '2021' });
    const region = {
      ...view.region,
      byId: { ...view.region.byId, indicators: new Map([['homes', total]]) },
    };
    const totals = new MonitorView(region, view.kept, view.today);
    const answer = totals.indicator('homes', null);
    if (answer === null) throw new Error('no answer');
    const rows = totals.rows(answer).filter(({ fact }) => fact.area === 'ALL');
    expect(rows.map(({ fact, stands }) => [fact.period, fact.value, stands])).toEqual([
      ['2021', 10, true],
      ['2021/2022', 34, true],
    ]);
  });

  it('is null where there is no such indicator', () => {
    expect(view.indicator('nothing', null)).toBeNull();
  });

  it('is the same object when asked again, also after many other days were asked', () => {
    const first = view.indicator('homes', null);
    for (let day = 1; day <= 30; day += 1) {
      view.indicator('homes', `2023-01-${String(day).padStart(2, '0')}`);
    }
    expect(view.indicator('homes', null)).toBe(first);
  });
});
