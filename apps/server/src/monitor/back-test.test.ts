import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackTest, VintageFact } from '@schaalsprong/monitor';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figure } from '../../test/monitor-world.ts';
import { Place } from '../../test/world.ts';
import { BackTesting, backTestCount } from './back-test.ts';

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const facts = (value: number): readonly VintageFact[] => [
  { ...figure('ALL', '2022', value), vintage: 'office@2023', published: '2023-03-01' },
];
/** A back-test that says over how many figures it went. */
const answer = (of: readonly VintageFact[]): BackTest => ({
  origins: [2022],
  futures: of[0]?.value ?? 0,
  seed: 1,
  cases: [],
  summaries: [],
  untested: [],
  caveats: [],
});

class World {
  facts: readonly VintageFact[] = facts(1);
  runs = 0;
  logged: string[] = [];
  fail = false;
  make(): BackTesting {
    return new BackTesting({
      facts: () => this.facts,
      depends: { seed: 1 },
      cacheDir: place.cacheDir,
      log: (line) => this.logged.push(line),
      run: async (of, signal) => {
        this.runs += 1;
        await new Promise((resolve) => setImmediate(resolve));
        signal.throwIfAborted();
        if (this.fail) throw new Error('secret of /home/somebody');
        return answer(of);
      },
    });
  }
}

describe('looking back with the model', () => {
  it('says that it is being computed until it is, and starts only when asked to', async () => {
    const world = new World();
    const testing = world.make();
    expect(testing.current()).toMatchObject({
      backTest: null,
      reason: { nl: expect.stringMatching(/nog berekend/) },
    });
    expect(world.runs).toBe(0);
    await testing.settled();
    expect(testing.current()).toEqual({ backTest: answer(facts(1)), reason: null });
    expect(testing.current()).toBe(testing.current());
  });

  it('is done again with other figures, and shows the answer of before meanwhile', async () => {
    const world = new World();
    const testing = world.make();
    await testing.settled();
    world.facts = facts(2);
    expect(testing.current().backTest?.futures).toBe(1);
    await testing.settled();
    expect(testing.current().backTest?.futures).toBe(2);
    expect(world.runs).toBe(2);
  });

  it('is kept on disk for the same figures, and computed anew where the file is broken', async () => {
    const world = new World();
    await world.make().settled();
    const again = world.make();
    await again.settled();
    expect(world.runs).toBe(1);
    expect(again.current().backTest?.futures).toBe(1);
    const [name = ''] = readdirSync(place.cacheDir);
    writeFileSync(join(place.cacheDir, name), 'half a fi');
    await world.make().settled();
    expect(world.runs).toBe(2);
  });

  it('says that it failed without its inside, and the operator gets the whole', async () => {
    const world = new World();
    world.fail = true;
    const testing = world.make();
    await testing.settled();
    expect(testing.current().backTest).toBeNull();
    expect(JSON.stringify(testing.current())).not.toContain('secret');
    expect(world.logged.join('\n')).toContain('secret of /home/somebody');
  });

  it('stops with the server, without a word', async () => {
    const world = new World();
    const testing = world.make();
    testing.start();
    await testing.close();
    expect(world.logged).toEqual([]);
    expect(testing.current().backTest).toBeNull();
  });
});

describe('the back-test in counts', () => {
  const scores = { crps: 0, pinball: 0 };
  const came = (indicator: string, in80: boolean): BackTest['cases'][number] => ({
    indicator,
    area: 'ALL',
    origin: 2022,
    time: 2023,
    period: '2022',
    came: 1,
    source: 'made up',
    model: [0, 0, 0, 0, 0],
    in50: false,
    in80,
    scores: { model: scores, trend: scores, walk: scores },
  });

  it('says how many outcomes fell outside the band, in all and per indicator', () => {
    const cases = [came('homes', false), came('homes', true), came('jobs', false)];
    expect(backTestCount({ backTest: { ...answer([]), cases }, reason: null })).toEqual({
      all: { cases: 3, outside: 2 },
      indicators: { homes: { cases: 2, outside: 1 }, jobs: { cases: 1, outside: 1 } },
      running: false,
    });
  });

  it('says nothing where nothing could be tested, and asks to come back only while it is computed', async () => {
    const nothing = { all: null, indicators: {}, running: false };
    expect(backTestCount({ backTest: answer([]), reason: null })).toEqual(nothing);
    expect(backTestCount({ backTest: null, reason: { nl: 'mislukt', en: 'failed' } })).toEqual(nothing);
    expect(backTestCount(new World().make().current())).toEqual({ ...nothing, running: true });
  });
});
