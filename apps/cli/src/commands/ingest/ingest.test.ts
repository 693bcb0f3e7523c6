import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MonitorStore, memoryStore } from '@schaalsprong/monitor';
import { startReplay } from '@schaalsprong/monitor/test';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Copy, type Ran, runHere } from '../../../test/world.ts';
import { progressText, sizeOf, timeLeft } from './progress.ts';

const sources = `sources:
  - id: prices
    title: { nl: Prijzen, en: Prices }
    kind: cbs-odata-v4
    publisher: CBS
    table: 83625NED
    licence: CC BY 4.0
    attribution: CBS
    series:
      - series: house_price
        measure: M001534
        area: { dimension: RegioS }
        period: { dimension: Perioden }
        unit: eur
        sourceUnit: euro
  - id: file-prices
    title: { nl: Prijzen uit een bestand, en: Prices from a file }
    kind: csv
    publisher: Iemand
    licence: CC BY 4.0
    attribution: Iemand
    series:
      - series: house_price
        measure: prijs
        area: { dimension: gebied }
        period: { dimension: jaar }
        unit: eur
        sourceUnit: euro
  - id: borders
    title: { nl: Grenzen, en: Boundaries }
    kind: pdok
    publisher: CBS
    table: gemeente_gegeneraliseerd
    licence: CC BY 4.0
    attribution: CBS, Kadaster
  - id: not-yet
    title: { nl: Inwoners, en: People }
    kind: cbs-odata-v4
    publisher: CBS
    table: 03759ned
    licence: CC BY 4.0
    attribution: CBS
`;
const target = `
  - id: price-2029
    title: { nl: Een prijs van ten hoogste een half miljoen, en: A price of at most half a million }
    pillar: pillar-one
    ambitions: [ambition-a]
    challenge: challenge-1
    indicator: price
    area: GM0772
    unit: eur
    direction: at-most
    value: 500000
    valueIs: stated
    baseline: { value: 212919, period: '2015', source: synthetic }
    horizon: '2029'
    places: [6]
    outcome: null
    notModelled: { nl: Verzonnen, en: Synthetic }
`;

/** Stores by folder. The database behind them is tried in kept.test.ts, and by packages/store against the same meaning. */
const stores = vi.hoisted(() => new Map<string, MonitorStore>());
vi.mock('@schaalsprong/store/node', () => ({
  openStore: ({ folder = '' }) => {
    mkdirSync(folder, { recursive: true });
    const store = stores.get(folder) ?? memoryStore();
    stores.set(folder, store);
    return Promise.resolve({ ...store, close: () => Promise.resolve() });
  },
}));

const replay = await startReplay();
const quick = { between: 0, backOff: 1, longestBackOff: 4 };
const copies: Copy[] = [];

/** A region with sources, in a folder of its own, and a place to keep figures in. */
function regionWithSources(): Copy {
  const copy = new Copy();
  copies.push(copy);
  const unit = '  homes: {';
  copy.replace(
    'region.yaml',
    unit,
    `  eur: { title: { nl: euro, en: euros }, symbol: { nl: 'EUR {n}', en: 'EUR {n}' }, decimals: 0 }\n${unit}`,
  );
  copy.add(
    'areas.csv',
    `${copy.read('areas.csv').trimEnd()}\nGM0772,Plaats,municipality,ALL,,,,CBS\nGM0743,Dorp,municipality,ALL,,,,CBS\n`,
  );
  copy.add('targets.yaml', `${copy.read('targets.yaml').trimEnd()}${target}`);
  copy.add(
    'indicators.yaml',
    `${copy.read('indicators.yaml').trimEnd()}\n  - { id: price, title: { nl: Prijs, en: Price }, unit: eur, definition: { nl: x, en: x }, series: house_price, area: GM0772 }\n`,
  );
  return copy.add('sources.yaml', sources);
}

const ask = (copy: Copy, words: readonly string[], world: Parameters<typeof runHere>[1] = {}): Promise<Ran> =>
  runHere(['ingest', ...words, '--region', 'region', '--data', 'data'], {
    cwd: copy.cwd,
    env: replay.environment,
    network: quick,
    ...world,
  });
const json = async (copy: Copy, ...words: readonly string[]) => {
  const { code, out, err } = await ask(copy, [...words, '--json']);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
};
const write = (copy: Copy, name: string, text: string): string[] => {
  writeFileSync(join(copy.cwd, name), text);
  return ['file-prices', '--file', name];
};

afterEach(() => replay.heal());
afterAll(async () => {
  await replay.stop();
  for (const copy of copies) copy.remove();
});

describe('after ingest', () => {
  it('assess takes the figure that stands, and its hash of the data tells that it did', async () => {
    const copy = regionWithSources();
    const assess = async () => {
      const { code, out, err } = await runHere(
        ['assess', '--region', 'region', '--futures', '20', '--json'],
        {
          cwd: copy.cwd,
          env: { SCHAALSPRONG_DATA: join(copy.cwd, 'data') },
        },
      );
      if (code !== 0) throw new Error(err);
      const { targets, provenance } = JSON.parse(out);
      const { observed, gap } = targets.find(({ id }: { id: string }) => id === 'price-2029');
      return { observed, gap, data: provenance.data };
    };
    const before = await assess();
    expect(before).toMatchObject({ observed: null, gap: null });
    const file = write(copy, 'prices.csv', 'gebied,jaar,prijs\nGM0772,2024,510000\n');
    await json(copy, ...file, '--published', '2025-02-01');
    const after = await assess();
    expect(after).toMatchObject({ observed: { value: 510_000, period: '2024' }, gap: -10_000 });
    expect(after.data).not.toBe(before.data);
    const status = await json(copy, 'status');
    const price = status.indicators.find(({ id }: { id: string }) => id === 'price');
    expect(price.lastPeriod).toBe(after.observed.period);
  });
});

describe('ingest of a table', () => {
  let copy: Copy;
  beforeAll(() => {
    copy = regionWithSources();
  });

  it('as a dry run shows what it would bring and which targets it would move, and makes nothing', async () => {
    const { code, out, err } = await ask(copy, ['prices', '--dry-run']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /prices, versie van 2026-02-17: zou 22 nieuwe, 0 gewijzigde en 0 vervallen getallen geven/,
    );
    expect(out).toMatch(/house_price +GM0743 +2015 +- +EUR 264\.697 +nieuw/);
    expect(out).toMatch(
      /Doelstellingen die verschuiven\n {2}- Een prijs van ten hoogste een half miljoen: van niet te zeggen naar gehaald/,
    );
    expect(existsSync(join(copy.cwd, 'data'))).toBe(false);
  });

  it('that fails leaves nothing but that it failed, with exit code 4 where it was not reached', async () => {
    replay.fault(/Observations/, { kind: 'status', status: 500 });
    const { code, out, err } = await ask(copy, ['prices']);
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toMatch(/Observations\S+ {2}MONITOR_SERVER_FAULT .*\n {4}verwacht: .*\n {4}doen: /);
    replay.heal();
    replay.fault(/Observations/, { kind: 'body', body: '{"value": [' });
    expect((await ask(copy, ['prices'])).code).toBe(3);
    const status = await json(copy, 'status');
    const found = status.sources.find(({ id }: { id: string }) => id === 'prices');
    expect(found).toMatchObject({ lastPublished: null, lastCheck: { outcome: 'failed' } });
    expect(status.indicators.find(({ id }: { id: string }) => id === 'price').lastPeriod).toBeNull();
  });

  it('keeps it, once: asked again there is nothing new', async () => {
    const { code, out } = await ask(copy, ['prices']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /prices, versie van 2026-02-17: 22 nieuw, 0 gewijzigd, 0 vervallen, 0 zekerder of onzekerder, 0 gelijk\./,
    );
    expect((await ask(copy, ['prices'])).out).toMatch(/^prices: niets nieuws sinds \d{4}-\d{2}-\d{2}\.\n$/);
    const status = await ask(copy, ['status']);
    expect(status.out).toMatch(/Prijs +prices, file-prices +2025 +2026-02-17 +\d{4}-\d{2}-\d{2} +\d+ d/);
    expect(status.out).toMatch(
      /not-yet +cbs-odata-v4 03759ned +\? +nooit +\? +- +geen reeksen in sources\.yaml/,
    );
    expect(status.out).toMatch(/Zonder reeks, dus zonder metingen: rank\./);
    const network = status.out.split('Wat een netwerk geeft')[1] ?? '';
    expect(network).toMatch(/prices +1 +\S+ +7 +9 s/);
    expect(network).not.toMatch(/not-yet|file-prices/);
    expect(network).toMatch(
      /Dat is een schatting: elke vraag telt voor\s+0\.25 s pauze\s+en\s+1\s+s\s+antwoord/,
    );
    const { sources } = await json(copy, 'status');
    expect(sources.find(({ id }: { id: string }) => id === 'file-prices').fetch).toBeNull();
  });

  it('of a new version shows each revision, and the targets that it moved', async () => {
    const table = replay.tables['83625NED'];
    if (table === undefined) throw new Error('no table');
    const row = table.rows.find(({ RegioS, Perioden }) => RegioS === 'GM0772' && Perioden === '2025JJ00');
    if (row === undefined) throw new Error('no row');
    row.Value = 520_000;
    table.modified = '2026-03-17T00:00:00+01:00';
    const { out } = await ask(copy, ['prices']);
    expect(out).toMatch(
      /versie van 2026-03-17: 0 nieuw, 1 gewijzigd, 0 vervallen, 0 zekerder of onzekerder, 21 gelijk/,
    );
    expect(out).toMatch(/half miljoen: van gehaald naar de verkeerde kant op/);
    const revisions = await ask(copy, ['revisions', '--lang', 'en']);
    expect(revisions.out).toMatch(
      /^2026-03-17 {2}prices: 1 changed, 0 withdrawn, 0 more or less sure, 0 new\n/,
    );
    expect(revisions.out).toMatch(/house_price +GM0772 +2025 +EUR 469,870 +EUR 520,000 +changed/);
    expect(revisions.out).toMatch(/A price of at most half a million: from reached to moving away/);
    expect((await ask(copy, ['revisions', '--since', '2026-03-18'])).out).toBe(
      'Geen herzieningen sinds 2026-03-18.\n',
    );
  });

  it('stopped by Ctrl-C says so, and leaves what stood', async () => {
    const before = await json(copy, 'status');
    const table = replay.tables['83625NED'];
    if (table !== undefined) table.modified = '2026-04-17T00:00:00+02:00';
    replay.fault(/Observations/, { kind: 'silence' });
    const stop = new AbortController();
    const asked = replay.requests.length;
    const wait = setInterval(() => {
      if (replay.requests.slice(asked).some((path) => path.includes('Observations'))) stop.abort();
    }, 5);
    const { code, out, err } = await ask(copy, ['prices'], { signal: stop.signal });
    clearInterval(wait);
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toContain('Afgebroken');
    expect(await json(copy, 'status')).toEqual(before);
  });

  it.each([
    ['too many requests', { kind: 'status', status: 429, retryAfter: '0' }, 4],
    ['a server that fails', { kind: 'status', status: 502 }, 4],
    ['an answer that breaks off', { kind: 'cut', after: 30, ranges: false }, 4],
    ['a page for people', { kind: 'page' }, 3],
    ['another type', { kind: 'type', type: 'image/png' }, 3],
    ['an answer that is no table', { kind: 'body', body: '{"value": 7}' }, 3],
  ] as const)('that meets %s ends well: said in one code, and nothing kept', async (_, fault, exit) => {
    const before = await json(copy, 'status');
    const table = replay.tables['83625NED'];
    if (table !== undefined) table.modified = '2026-05-17T00:00:00+02:00';
    replay.fault(/Observations/, fault);
    const { code, out, err } = await ask(copy, ['prices', '--lang', 'en']);
    expect({ code, out }).toEqual({ code: exit, out: '' });
    expect(err).toMatch(/^\S+ {2}MONITOR_[A-Z_]+ {2}.*\n( {4}expected: .*\n)? {4}do: .*\n$/);
    const after = await json(copy, 'status');
    expect(after.indicators.map((one: { lastPeriod: string }) => one.lastPeriod)).toEqual(
      before.indicators.map((one: { lastPeriod: string }) => one.lastPeriod),
    );
    expect(after.sources[0].lastPublished).toBe(before.sources[0].lastPublished);
    expect(after.sources[0].lastCheck).toMatchObject({
      outcome: 'failed',
      code: /MONITOR_[A-Z_]+/.exec(err)?.[0],
    });
  });

  it.each(['circle', 'repeat', 'endless', 'empty', 'elsewhere'] as const)(
    'whose pages go on as %s ends well',
    async (paging) => {
      const table = replay.tables['83625NED'];
      if (table === undefined) throw new Error('no table');
      table.paging = paging;
      const { code, out, err } = await ask(copy, ['prices']);
      delete table.paging;
      expect([3, 4]).toContain(code);
      expect(out).toBe('');
      expect(err).toMatch(/MONITOR_/);
    },
  );

  it('without series in sources.yaml shows what the table holds', async () => {
    const { code, out } = await ask(copy, ['not-yet', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/ {2}M000352 {2}Bevolking op 1 januari \(aantal\)/);
    expect(out).toMatch(/Dimensie RegioS/);
    expect((await ask(copy, ['not-yet'])).code).toBe(3);
  });

  it('of boundaries keeps those of the years that are asked', async () => {
    expect((await ask(copy, ['borders', '--dry-run'])).out).toMatch(
      /^borders: grenzen van \d{4} gevonden\. Er is niets bewaard/,
    );
    const { code, out } = await ask(copy, ['borders', '--years', '2025']);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^borders: grenzen van 2025 bewaard\./),
    });
  });

  it('of boundaries takes a GeoJSON file too, of the year that is named, and says which municipality it lacks', async () => {
    const real = fileURLToPath(
      new URL('../../../../../regions/brainport/boundaries.geojson', import.meta.url),
    );
    const taken = await ask(copy, ['borders', '--file', real, '--years', '2023']);
    expect({ code: taken.code, err: taken.err }).toEqual({ code: 0, err: '' });
    expect(taken.out).toMatch(/^borders: grenzen van 2023 bewaard\./);
    const noYear = await ask(copy, ['borders', '--file', real]);
    expect(noYear.code).toBe(2);
    expect(noYear.err).toContain('--years');
    writeFileSync(join(copy.cwd, 'elders.geojson'), '{"type":"FeatureCollection","features":[]}');
    const nowhere = await ask(copy, ['borders', '--file', 'elders.geojson', '--years', '2023']);
    expect(nowhere.err).toContain('MONITOR_BOUNDARIES_NO_AREA');
  });

  it('all asks every source that can be asked, and one that fails does not keep the others back', async () => {
    replay.fault(/83625NED/, { kind: 'status', status: 503 });
    const { code, out } = await ask(copy, ['all', '--dry-run']);
    expect(code).toBe(4);
    expect(out).toMatch(/prices: niet gelukt\.\n.*MONITOR_/);
    expect(out).toMatch(/file-prices: overgeslagen, want er is een bestand nodig/);
    expect(out).toMatch(/not-yet: overgeslagen, want sources\.yaml noemt er nog geen reeksen van/);
  });
});

describe('ingest of a file', () => {
  let copy: Copy;
  beforeAll(() => {
    copy = regionWithSources();
  });

  it('takes what is sound and holds back what jumps, and says how many wait', async () => {
    const file = write(
      copy,
      'prijzen.csv',
      'gebied;jaar;prijs\nGM0772;2022;400000\nGM0772;2023;410000000\nGM0772;2024;420000\nGM0772;2025;ntb\n',
    );
    const { code, out, err } = await ask(copy, [...file, '--published', '2026-02-01']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/file-prices, versie van 2026-02-01: 2 nieuw/);
    expect(out).toContain('Wacht op een besluit: 2 (zie schaalsprong ingest quarantine).');
    expect(out).toMatch(/prijzen\.csv:5: Bij house_price in GM0772, 2025 staat ntb in plaats van een getal/);
  });

  it('the same file again changes nothing, and asks nothing new', async () => {
    const again = await json(copy, 'file-prices', '--file', 'prijzen.csv', '--published', '2026-02-01');
    expect(again.versions[0].result).toMatchObject({
      outcome: 'unchanged',
      added: 0,
      changed: 0,
      withdrawn: 0,
    });
    expect((await json(copy, 'quarantine')).held).toHaveLength(2);
  });

  it('what waits is told with what to do, and a person decides with a name and a reason', async () => {
    const { held } = await json(copy, 'quarantine');
    const [jump, text] = ['MONITOR_VALUE_JUMPS', 'MONITOR_CELL_TEXT'].map(
      (code) => held.find((item: { code: string }) => item.code === code).id as string,
    );
    const listed = await ask(copy, ['quarantine', '--lang', 'en']);
    expect(listed.out).toMatch(
      new RegExp(
        `${jump} {2}file-prices, since \\d{4}-\\d{2}-\\d{2}\\n {4}house_price in GM0772, 2023: 410000000 eur is`,
      ),
    );
    const reason = ['--by', 'beheerder', '--why', 'nagekeken bij de bron'];
    expect((await ask(copy, ['accept', text ?? ''])).err).toMatch(/CLI_NEEDS_OPTION.*--by/);
    const no = await ask(copy, ['accept', text ?? '', ...reason]);
    expect([no.code, no.err]).toEqual([2, expect.stringMatching(/CLI_HELD_NO_FIGURE/)]);
    expect((await ask(copy, ['reject', text ?? '', ...reason])).out).toMatch(
      /is afgewezen; wat er stond blijft staan/,
    );
    expect((await ask(copy, ['accept', jump ?? '', ...reason])).out).toBe(
      'house_price in GM0772, 2023 is nu EUR 410.000.000.\n',
    );
    expect((await ask(copy, ['accept', 'zzz', ...reason])).err).toMatch(/MONITOR_HELD_UNKNOWN/);
    expect((await ask(copy, ['quarantine'])).out).toBe('Er wacht niets op een besluit.\n');
    const again = await ask(copy, ['file-prices', '--file', 'prijzen.csv', '--published', '2026-03-01']);
    expect(again.out).toContain('Eerder afgewezen, dus niet meegeteld: 1.');
  });

  it.each([
    ['GM0772;2023', /prijzen2\.csv:2 {2}MONITOR_FILE_CELLS/],
    ['', /MONITOR_FILE_EMPTY/],
  ])('that is wrong is refused whole with exit code 3: %j', async (row, expected) => {
    const { code, err, out } = await ask(copy, write(copy, 'prijzen2.csv', `gebied;jaar;prijs\n${row}\n`));
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(expected);
  });

  it('that is not there says so', async () => {
    const { code, err } = await ask(copy, ['file-prices', '--file', 'nergens.csv']);
    expect({ code, err }).toEqual({
      code: 3,
      err: expect.stringMatching(/nergens\.csv {2}MONITOR_FILE_UNREADABLE .*ENOENT/),
    });
  });

  it('that is a pipe is refused, not waited for', async () => {
    execFileSync('mkfifo', [join(copy.cwd, 'pijp')]);
    const { code, err } = await ask(copy, ['file-prices', '--file', 'pijp']);
    expect({ code, err }).toEqual({
      code: 3,
      err: expect.stringMatching(/pijp {2}MONITOR_FILE_UNREADABLE .*pipe, device/),
    });
  });
});

describe('ingest that is used wrongly', () => {
  const copy = regionWithSources();

  it.each([
    [[], /CLI_NEEDS_OPTION/],
    [['price'], /CLI_SOURCE_UNKNOWN.*prices/],
    [['statsu'], /CLI_SOURCE_UNKNOWN.*status/],
    [['prices', '--file', 'x.csv'], /CLI_FILE_NOT_HERE/],
    [['file-prices'], /CLI_NEEDS_OPTION.*--file/],
    [['file-prices', '--file', 'x', '--published', 'gisteren'], /CLI_NOT_DAY/],
    [['status', '--file', 'x'], /CLI_OPTION_NOT_HERE/],
    [['prices', '--years', '2025'], /CLI_ONLY_WITH/],
    [['borders', '--years', 'twee'], /CLI_NOT_YEAR/],
    [['prices', 'more'], /CLI_TOO_MANY/],
  ])('%j is explained, and makes nothing', async (words, expected) => {
    const { code, err } = await ask(copy, words);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
    expect(existsSync(join(copy.cwd, 'data'))).toBe(false);
  });

  it('a region without sources says so', async () => {
    const bare = new Copy();
    copies.push(bare);
    expect((await ask(bare, ['all'])).err).toBe(
      'Deze regio heeft geen sources.yaml: er is niets om op te halen.\n',
    );
    expect((await ask(bare, ['status'])).out).toMatch(/Gebouwde woningen +synthetic count/);
  });
});

describe('progress', () => {
  it('says what is done, of how much, and how long it still takes', () => {
    const cells = { source: 'x', stage: 'cells', bytes: 9, bytesExpected: null } as const;
    expect(progressText({ ...cells, cells: 200, cellsExpected: 400, secondsLeft: 12.2 }, 'nl')).toBe(
      'x: 200 cellen van 400, nog 13 s',
    );
    expect(progressText({ ...cells, cells: 200, secondsLeft: null }, 'en')).toBe('x: 200 cells');
    const file = { source: 'x', stage: 'file', bytes: 1_500_000, bytesExpected: 2_000_000_000 } as const;
    expect(progressText({ ...file, secondsLeft: 300 }, 'en')).toBe('x: 1.5 MB of 2.0 GB, 5 min left');
    expect(
      progressText(
        { ...cells, stage: 'waiting', secondsLeft: 4, because: { nl: 'Druk.', en: 'Busy.' } },
        'nl',
      ),
    ).toBe('x: wacht 4 s. Druk.');
    expect([sizeOf(12), sizeOf(12_345), timeLeft(0, 'nl')]).toEqual(['12 B', '12 kB', '1 s']);
  });
});

it('the folder of figures is kept out of git', () => {
  expect(readFileSync(new URL('../../../../../.gitignore', import.meta.url), 'utf8').split('\n')).toContain(
    '.data/',
  );
});
