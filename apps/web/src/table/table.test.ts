import { settingOf } from '@schaalsprong/futures/table';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EngineClient } from './client.ts';
import type { PolicyTable, TableState } from './contract.ts';
import { engineHere, modelText, region } from './fixture.test-data.ts';
import { createTable, dataYears, type TableMaterials } from './table.ts';

const tables: PolicyTable[] = [];
afterEach(() => {
  for (const table of tables.splice(0)) table.close();
});

class Storage {
  readonly kept = new Map<string, string>();
  getItem(name: string): string | null {
    return this.kept.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    this.kept.set(name, value);
  }
}

const make = (materials: Partial<TableMaterials> = {}): PolicyTable => {
  const table = createTable({
    region,
    modelText: async () => modelText,
    engine: engineHere,
    storage: null,
    address: () => 'https://example.org/tafel',
    all: 400,
    ...materials,
  });
  tables.push(table);
  return table;
};

/** Waits until what the table shows is so. */
const until = (table: PolicyTable, so: (state: TableState) => boolean): Promise<TableState> =>
  new Promise((resolve) => {
    const look = (): boolean => {
      if (!so(table.state())) return false;
      stop();
      resolve(table.state());
      return true;
    };
    const stop = table.subscribe(look);
    look();
  });
const settled = (table: PolicyTable): Promise<TableState> =>
  until(
    table,
    ({ busy, stale, answer, compared }) => !busy && !stale && answer !== null && compared !== null,
  );
const homes = ({ answer }: TableState) => answer?.targets.find(({ id }) => id === 'homes-2029');

describe('the table', () => {
  it('shows the first futures, then all, of where the region begins', async () => {
    const table = make();
    const counts: number[] = [];
    table.subscribe(() => {
      const { answer } = table.state();
      if (answer !== null && answer.count !== counts.at(-1)) counts.push(answer.count);
    });
    const state = await settled(table);
    expect(counts).toEqual([100, 400]);
    expect(state.setting).toEqual(settingOf(region, 'agenda'));
    expect(state.base).toEqual(state.setting);
    expect(state.compared?.answer.count).toBe(400);
    // Relief a half: 10 years of ten homes less half of a shortage of two on the average.
    expect(homes(state)?.projected.p50).toBeCloseTo(90, 1);
  });

  it('answers a move with the first futures, then with all, and the newest of many moves wins', async () => {
    const table = make();
    await settled(table);
    for (const relief of [0.1, 0.2, 0.3, 1]) table.move({ 'more-builders': relief });
    expect(table.state().stale).toBe(true);
    expect(table.state().setting.levers['more-builders']).toBe(1);
    const state = await settled(table);
    expect(homes(state)?.projected).toEqual({ p10: 100, p50: 100, p90: 100 });
    expect(homes(state)?.met).toEqual({ count: 400, of: 400 });
    expect(state.moves).toHaveLength(2);
  });

  it('brings what is outside a range to its end, and takes no names that it does not know', async () => {
    const table = make();
    table.move({ 'more-builders': 9, nothing: 1 });
    table.move({ idle: Number.NaN });
    table.assume('nothing', 1);
    table.assume('shortage', Number.NaN);
    table.viewpoint('nobody');
    const { setting, moves } = table.state();
    expect(setting.levers).toEqual({ 'more-builders': 1, idle: 0.5 });
    expect(setting.assumptions).toEqual({});
    expect(moves).toHaveLength(2);
  });

  it('reads every target in another year, and shows no count under a year that it is not of', async () => {
    const table = make();
    const own = homes(await settled(table))?.projected.p50 ?? 0;
    const seen: string[] = [];
    const stop = table.subscribe(() => {
      const { year } = table.state();
      seen.push(`${year} ${Math.round(homes(table.state())?.projected.p50 ?? 0)}`);
    });
    table.readAt('2027');
    expect(table.state()).toMatchObject({ year: null, yearAsked: '2027', stale: true });
    const earlier = await settled(table);
    stop();
    const there = homes(earlier)?.projected.p50 ?? 0;
    expect(there).toBeLessThan(own - 10);
    expect(new Set(seen)).toEqual(new Set([`null ${Math.round(own)}`, `2027 ${Math.round(there)}`]));
    expect(earlier.compared?.answer.targets[0]?.projected.p50).toBe(there);
    table.readAt('1999');
    expect(table.state()).toMatchObject({ yearAsked: null });
    expect(table.state().problems).toHaveLength(1);
    expect(homes(await settled(table))?.projected.p50).toBe(own);
    // It is not a move of the table.
    expect(table.state().moves).toHaveLength(1);
  });

  it('knows what every lever does alone once the first answers are there', async () => {
    const table = make();
    const { effects } = await until(table, (state) => state.effects !== null);
    expect(effects?.futures).toBe(100);
    expect(new Set(effects?.effects.map(({ measure }) => measure))).toEqual(new Set(['more-builders']));
    expect(new Set(effects?.effects.map(({ year }) => year))).toEqual(new Set([null, '2027']));
  });

  it('lets a measure come earlier, as a move that can be undone, kept and taken back', async () => {
    const table = make();
    const before = await settled(table);
    table.shift('more-builders', 2);
    table.shift('idle', 2);
    expect(table.state().setting.timings).toEqual({ 'more-builders': 2 });
    expect(table.state().moves.map(({ kind }) => kind)).toEqual(['start', 'timing']);
    // A tenth more of the shortage of two, over ten years.
    expect(homes(await settled(table))?.projected.p50).toBeCloseTo(92, 1);
    table.undo();
    expect(homes(await settled(table))).toEqual(homes(before));
    table.redo();
    table.reset(['more-builders']);
    expect(table.state().setting.timings).toEqual({});
    table.undo();
    table.position('all', ['more-builders', 'idle']);
    expect(table.state().setting.timings).toEqual({});
    table.shift('more-builders', -9);
    expect(table.state().setting.timings).toEqual({ 'more-builders': -4 });
  });

  it('fixes an uncertainty and frees it again, and draws from the ranges of a viewpoint', async () => {
    const table = make();
    const before = await settled(table);
    table.assume('shortage', 4);
    expect(homes(await settled(table))?.projected).toEqual({ p10: 80, p50: 80, p90: 80 });
    table.assume('shortage', null);
    expect(homes(await settled(table))).toEqual(homes(before));
    table.viewpoint('gloom');
    const gloomy = homes(await settled(table));
    expect(gloomy?.projected.p50).toBeCloseTo(100 - 3.5 * 5, 1);
    table.viewpoint('together');
    const mixed = homes(await settled(table))?.projected.p50 ?? 0;
    expect(mixed).toBeGreaterThan(gloomy?.projected.p50 ?? 0);
    expect(mixed).toBeLessThan(homes(before)?.projected.p50 ?? 0);
  });

  it('puts levers at a named position, and back one or all', async () => {
    const table = make();
    table.position('all', ['more-builders', 'idle']);
    expect(table.state().setting.levers).toEqual({ 'more-builders': 1, idle: 1 });
    table.reset(['idle']);
    expect(table.state().setting.levers).toEqual({ 'more-builders': 1, idle: 0.5 });
    table.viewpoint('gloom');
    table.reset('all');
    expect(table.state().setting).toEqual(table.state().base);
    expect(table.state().moves.map(({ kind }) => kind)).toEqual([
      'start',
      'lever',
      'reset',
      'viewpoint',
      'reset',
    ]);
  });

  it('undoes, redoes, and plays the last move again without writing it down', async () => {
    const table = make();
    await settled(table);
    table.move({ 'more-builders': 1 });
    table.undo();
    expect(table.state().setting.levers['more-builders']).toBe(0.5);
    table.redo();
    await settled(table);
    table.replay();
    expect(table.state().setting.levers['more-builders']).toBe(0.5);
    await until(table, ({ setting }) => setting.levers['more-builders'] === 1);
    expect(homes(await settled(table))?.projected.p50).toBe(100);
    expect(table.state().moves).toHaveLength(2);
  });

  it('keeps four scenarios at most, each answered over the same futures as the present one', async () => {
    const table = make();
    await settled(table);
    table.move({ 'more-builders': 1 });
    const id = table.keep('All builders', 'as many as there are');
    table.move({ 'more-builders': 0 });
    table.against(id);
    const { compared, kept, answer } = await settled(table);
    expect(compared?.answer.count).toBe(answer?.count);
    expect(compared?.answer.targets[0]?.projected.p50).toBe(100);
    expect(kept[0]).toMatchObject({ name: 'All builders', description: 'as many as there are' });
    for (let i = 0; i < 3; i++) expect(table.keep(`${i}`, '')).not.toBeNull();
    expect(table.keep('one too many', '')).toBeNull();
    expect(table.state().problems[0]?.en).toContain('Four scenarios');
    table.understood();
    expect(table.state().problems).toEqual([]);
    table.drop(id ?? '');
    expect(table.state().against).toBeNull();
    expect(table.keep('fits again', '')).not.toBeNull();
    table.load({ kept: table.state().kept[0]?.id ?? '' });
    table.load({ scenario: 'none' });
    expect(table.state().setting).toEqual(settingOf(region, 'none'));
  });

  it('answers when a target fails, why it changed, and what relief buys', async () => {
    const table = make();
    await settled(table);
    const fails = await table.fails('homes-2029');
    expect(fails.of).toBe(400);
    const [way] = fails.boxes;
    const taken = way?.steps[way.taken];
    expect(taken?.limits[0]?.uncertainty).toBe('shortage');
    expect(taken?.density).toBe(1);
    expect(taken?.sentence.nl).toContain('‘homes (nl)’ wordt niet gehaald');
    // The way there: from all futures, each step a box with its own sentence, and futures to draw it over.
    expect(way?.steps[0]).toMatchObject({ coverage: 1, inside: 400, missesInside: fails.misses, limits: [] });
    expect(new Set(way?.steps.map(({ sentence }) => sentence.nl)).size).toBeGreaterThan(3);
    expect(Object.keys(way?.points.values ?? {})).toContain('shortage');
    expect([way?.points.missed.length, way?.points.of]).toEqual([400, 400]);
    const { shortage = [] } = way?.points.values ?? {};
    const inBox = [...shortage].filter((value) => value >= (taken?.limits[0]?.low ?? 0)).length;
    expect(inBox).toBe(taken?.inside);
    expect(await table.fails('happy')).toMatchObject({ misses: 0, none: { en: 'Nothing goes wrong.' } });
    await expect(table.why('homes-2029')).rejects.toThrow('nothing to explain');
    table.move({ 'more-builders': 1 });
    const parts: number[] = [];
    const why = await table.why('homes-2029', { onProgress: (part) => parts.push(part) });
    expect(why.players).toHaveLength(1);
    expect(why.total).toBeCloseTo(why.players[0]?.value ?? Number.NaN, 9);
    expect(why.total).toBeCloseTo(10, 0);
    expect(why.sentence.nl).toMatch(
      /verandert met \+\d+,\d\swoningen: \+\d+,\d\swoningen door ‘more-builders \(nl\)’\./,
    );
    expect(parts.at(-1)).toBe(1);
    const further = await table.further('homes-2029');
    expect(further.causes[0]?.text.nl).toMatch(
      /^‘homes \(nl\)’ gaat gemiddeld over 50 toekomsten van .*\swoningen naar/,
    );
    expect(further.causes.some(({ depth, text }) => depth > 0 && text.en.includes('through relief'))).toBe(
      true,
    );
    expect(further.choice.nl).toContain('is de stand van nu het beste');
    expect(further.choice.en).toContain('better than ‘agenda (en)’');
    table.assume('weather', 3);
    table.move({ 'more-builders': 0.5 });
    expect((await table.further('homes-2029')).choice.nl).toContain('geen getal kan de keuze veranderen');
    table.assume('weather', null);
    table.move({ 'more-builders': 1 });
    table.move({ 'more-builders': 0.5 });
    const relief = await table.relief();
    expect(relief[0]?.title.en).toBe('a tenth (en)');
    expect(relief[0]?.gains[0]?.median).toBeCloseTo(2, 0);
  });

  it('stops a longer question when asked, and goes on with others', async () => {
    const table = make();
    await settled(table);
    const stop = new AbortController();
    const gone = table.fails('homes-2029', { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(gone).rejects.toThrow('enough');
    expect((await table.fails('homes-2029')).misses).toBeGreaterThan(0);
  });
});

describe('what a person made', () => {
  it('is there again after a reload, with its bookmarks and kept scenarios', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const storage = new Storage();
    const first = make({ storage });
    first.move({ 'more-builders': 0.9 });
    first.bookmark(1, 'Here');
    first.assume('weather', 2);
    first.undo();
    const id = first.keep('mine', '');
    first.against(id);
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    const again = make({ storage });
    const { setting, moves, at, kept, against } = again.state();
    expect(setting.levers['more-builders']).toBe(0.9);
    expect(moves.map(({ name, kind }) => [name, kind])).toEqual([
      [null, 'start'],
      ['Here', 'lever'],
      [null, 'assumption'],
    ]);
    expect([at, kept.length, against]).toEqual([1, 1, id]);
    again.redo();
    expect(again.state().setting.assumptions).toEqual({ weather: 2 });
  });

  it('begins anew where what was kept is broken, without a word', () => {
    const storage = new Storage();
    storage.setItem('schaalsprong.tafel.synthetic', '{"schema":');
    expect(make({ storage }).state()).toMatchObject({ problems: [], at: 0 });
  });

  it('is saved as a file and restored from it; a bad file changes nothing', async () => {
    const table = make();
    await settled(table);
    table.move({ 'more-builders': 0.9 });
    table.keep('mine', '');
    const file = table.save();
    const other = make();
    await settled(other);
    other.restore(file);
    expect(other.state()).toMatchObject({ at: 1, problems: [], setting: table.state().setting });
    expect(homes(await settled(other))).toEqual(homes(await settled(table)));
    for (const [bad, said] of [
      ['{', 'not readable JSON'],
      ['{"schema":"schaalsprong-tafel","version":2}', 'version 2'],
      [file.replace('"region":"synthetic"', '"region":"atlantis"'), 'atlantis'],
      [file.replace('"at":1', '"at":7'), 'at'],
      [file.replace('"levers"', '"lovers"'), 'levers'],
      ['{"a":1}', 'schema'],
    ] as const) {
      const before = other.state();
      other.restore(bad);
      expect(other.state().problems[0]?.en, bad).toContain(said);
      expect(other.state().setting).toBe(before.setting);
      expect(other.state().kept).toBe(before.kept);
    }
  });

  it('goes into a link, and out of it again', async () => {
    const table = make();
    await settled(table);
    table.move({ 'more-builders': 0.9 });
    const link = await table.link('Mijn stand', 'Voor het overleg');
    expect(link).toMatch(/^https:\/\/example\.org\/tafel\?bewaard=[A-Za-z0-9_-]+$/);
    const other = make();
    await settled(other);
    await other.open(new URL(link).searchParams.get('bewaard') ?? '');
    expect(other.state().frozen).toMatchObject({
      name: 'Mijn stand',
      description: 'Voor het overleg',
      movedOn: [],
      futures: 400,
    });
    const { frozen } = await until(other, (state) => (state.frozen?.now ?? null) !== null);
    const now = frozen?.now?.targets.find(({ id }) => id === 'homes-2029');
    expect(frozen?.then['homes-2029']?.met).toBe(now?.met?.count);
  });
});

describe('a shared setting', () => {
  const shared = async (relief: number): Promise<string> => {
    const table = make();
    await settled(table);
    table.move({ 'more-builders': relief });
    return new URL(await table.link('', '')).searchParams.get('bewaard') ?? '';
  };
  const relief = ({ setting }: TableState) => setting.levers['more-builders'];

  it('shows at once, also before anything is computed, and is left without a trace', async () => {
    const link = await shared(1);
    const storage = new Storage();
    const table = make({ storage });
    table.move({ 'more-builders': 0.2 });
    void table.open(link);
    expect(table.state()).toMatchObject({ looking: true, canRedo: false, at: 1, stale: true });
    expect(relief(table.state())).toBe(1);
    expect(homes(await settled(table))?.projected.p50).toBe(100);
    table.undo();
    table.redo();
    table.replay();
    expect(relief(table.state())).toBe(1);
    table.leaveFrozen();
    expect(table.state()).toMatchObject({ looking: false, frozen: null, at: 1 });
    expect(table.state().moves).toHaveLength(2);
    expect(relief(table.state())).toBe(0.2);
    expect(homes(await settled(table))?.projected.p50).toBeCloseTo(84, 1);
    table.close();
    expect([...storage.kept.values()].join()).not.toContain('"load"');
  });

  it('is what the first move starts from: one move of its own in the history, and undo leads back', async () => {
    const link = await shared(1);
    const table = make();
    table.move({ 'more-builders': 0.2 });
    await table.open(link);
    table.move({ 'more-builders': 1 });
    expect(table.state().looking).toBe(true);
    table.move({ idle: 0 });
    expect(table.state()).toMatchObject({ looking: false, at: 3 });
    expect(table.state().setting.levers).toEqual({ 'more-builders': 1, idle: 0 });
    expect(table.state().moves.map(({ kind, changed }) => [kind, ...changed])).toEqual([
      ['start'],
      ['lever', 'more-builders'],
      ['load', 'more-builders'],
      ['lever', 'idle'],
    ]);
    table.undo();
    expect(table.state().setting.levers).toEqual({ 'more-builders': 1, idle: 0.5 });
    table.undo();
    expect(relief(table.state())).toBe(0.2);
    table.redo();
    table.leaveFrozen();
    expect(table.state()).toMatchObject({ frozen: null, at: 1 });
    table.redo();
    expect(relief(table.state())).toBe(1);
  });

  it('is taken over as it is, kept and linked as it is shown, and gives way to another whole setting', async () => {
    const link = await shared(1);
    const table = make();
    await settled(table);
    await table.open(link);
    table.keep('theirs', '');
    expect(table.state().kept[0]?.setting.levers['more-builders']).toBe(1);
    expect(new URL(await table.link('', '')).searchParams.get('bewaard')).toBe(link);
    table.load({ frozen: true });
    expect(table.state()).toMatchObject({ looking: false, at: 1 });
    expect(relief(table.state())).toBe(1);
    await table.open(link);
    table.load({ scenario: 'none' });
    expect(table.state()).toMatchObject({ looking: false, frozen: null, setting: settingOf(region, 'none') });
    await table.open(link);
    table.goTo(0);
    expect(table.state()).toMatchObject({ looking: false, frozen: null, at: 0 });
  });

  it('is shown in the year that it was shared in, and its numbers of now are of that year too', async () => {
    const maker = make();
    maker.readAt('2027');
    await settled(maker);
    const shared = new URL(await maker.link('', '')).searchParams.get('bewaard') ?? '';
    const reader = make();
    await settled(reader);
    await reader.open(shared);
    expect(reader.state().frozen?.year).toBe('2027');
    const { year } = await settled(reader);
    expect(year).toBe('2027');
    reader.readAt(null);
    const { frozen } = await until(reader, (state) => (state.frozen?.now ?? null) !== null);
    expect(frozen?.now?.targets[0]?.projected.p50).toBeCloseTo(frozen?.then['homes-2029']?.p50 ?? 0, 3);
  });

  it('of a bad link leaves everything as it is', async () => {
    const table = make();
    await table.open('no link');
    expect(table.state()).toMatchObject({ looking: false, frozen: null });
    expect(table.state().problems[0]?.en).toContain('cannot be trusted');
  });
});

describe('futures as data', () => {
  const about = {
    title: 'Toekomsten, verzonnen',
    unit: 'zie units',
    source: 'Schaalsprong',
    retrieved: '2026-12-03',
    address: 'https://example.org/tafel',
  };
  const asked = { count: 50, about };

  it('are those of the setting that is shown, at every fifth year, with the seed and the hashes', async () => {
    const table = make();
    await settled(table);
    table.move({ 'more-builders': 0.9 });
    const parts: number[] = [];
    const blob = await table.futures({ ...asked, form: 'csv' }, { onProgress: (part) => parts.push(part) });
    const lines = (await blob.text()).trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      'future,shortage,weather,relief,idle,homes @ 2025,homes @ 2030,happiness @ 2025,happiness @ 2030,homes-2029,homes-2029 met,happy,happy met,provenance',
    );
    expect(lines).toHaveLength(51);
    const { homes, shortage } = await table
      .futures({ ...asked, form: 'csv' })
      .then((again) => again.text())
      .then((text) => {
        const [, , second = ''] = text.split('\r\n');
        const cells = second.split(',');
        return { shortage: Number(cells[1]), homes: Number(cells[6]) };
      });
    expect(homes).toBeCloseTo(100 - 10 * shortage * 0.1, 9);
    const said = JSON.parse(
      (lines[1] ?? '')
        .replace(/^[^"]*"/, '')
        .slice(0, -1)
        .replaceAll('""', '"'),
    );
    expect(said).toMatchObject({
      ...about,
      region: 'synthetic',
      seed: 7,
      futures: 50,
      times: [2025, 2030],
      hashes: region.hashes,
      domains: region.domains,
      setting: { levers: { 'more-builders': 0.9, idle: 0.5 }, assumptions: {}, viewpoint: null },
    });
    expect(parts.at(-1)).toBe(1);
    const parquet = new Uint8Array(await (await table.futures({ ...asked, form: 'parquet' })).arrayBuffer());
    expect(new TextDecoder().decode(parquet.subarray(0, 4))).toBe('PAR1');
  });

  it('have years after today, or the end of the model where there is none', () => {
    expect(dataYears({ start: 2000, today: 2026, stop: 2041 })).toEqual([2030, 2035, 2040]);
    expect(dataYears({ start: 2000, today: 2030, stop: 2033 })).toEqual([2033]);
  });
});

describe('a table that cannot compute', () => {
  it('says so, in words of its own, when the engine does not start', async () => {
    const broken = (): EngineClient => ({
      ask: () => Promise.reject(new Error('no workers here')),
      close: () => undefined,
    });
    const table = make({ engine: broken });
    const { problems } = await until(table, ({ phase }) => phase === 'failed');
    expect(problems[0]?.nl).toContain('kan in deze browser niet rekenen');
  });

  it('says so when the model does not come, and where it is no model', async () => {
    const gone = make({ modelText: () => Promise.reject(new Error('offline')) });
    expect((await until(gone, ({ phase }) => phase === 'failed')).problems[0]?.en).toContain('not loaded');
    const wrong = make({ modelText: async () => 'x = y ~ | ~' });
    expect((await until(wrong, ({ phase }) => phase === 'failed')).problems.length).toBeGreaterThan(0);
  });
});
