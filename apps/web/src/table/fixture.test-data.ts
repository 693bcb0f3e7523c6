import type { TableRegion } from '@schaalsprong/futures/table';
import { valueOfInformation } from '@schaalsprong/methods/why';
import { compile, createLocalPool, type Model } from '@schaalsprong/model';
import { type EngineClient, engineClient } from './client.ts';
import { failBox } from './fails.ts';
import { serveEngine } from './serve-engine.ts';

/**
 * A synthetic region: nothing in it is true of any place. Ten homes a year are asked from 2020 on; builders hold back
 * b (1 - relief) of them, with b uniform on 0..4.
 */
export const modelText = `{UTF-8}
homes = INTEG(asked - held back, 0) ~ homes ~ synthetic |
held back = shortage * (1 - relief - 0.05 * sooner) ~ homes/year ~ synthetic |
shortage = 2 ~ homes/year ~ synthetic |
asked = 10 ~ homes/year ~ synthetic |
weather = 1 ~ homes/year ~ synthetic |
relief = 0 ~ Dmnl ~ synthetic |
idle = 0 ~ Dmnl ~ synthetic |
sooner = 0 ~ Dmnl ~ synthetic |
happiness = asked + 0 * weather ~ homes/year ~ synthetic |
INITIAL TIME = 2020 ~ year ~ synthetic |
FINAL TIME = 2030 ~ year ~ synthetic |
TIME STEP = 0.25 ~ year ~ synthetic |
SAVEPER = TIME STEP ~ year ~ synthetic |
`;

const text = (words: string) => ({ nl: `${words} (nl)`, en: `${words} (en)` });

const measure = (id: string, variable: string, timing: unknown = null) => ({
  id,
  title: text(id),
  nodes: ['challenge-1'],
  owner: 'somebody',
  partners: [],
  places: [],
  linkIsReading: true,
  cost: null,
  leadTimeYears: null,
  lever: {
    variable,
    unit: 'index',
    min: 0,
    max: 1,
    positions: { none: 0, agenda: 0.5, all: 1 },
    reason: text('synthetic'),
    source: 'synthetic',
  },
  timing,
});

const sooner = {
  variable: 'sooner',
  kind: 'duration',
  of: 'lead',
  agenda: 6,
  unit: 'years',
  min: -4,
  max: 3,
  reason: text('synthetic'),
  source: 'assumption',
};

const uncertainty = (id: string, variable: string, views: readonly unknown[] = []) => ({
  id,
  title: text(id),
  variable,
  unit: 'homes',
  distribution: { kind: 'uniform', min: 0, max: 4 },
  reason: text('synthetic'),
  source: 'assumption',
  views,
});

/** As a server would give it. */
export const region = {
  id: 'synthetic',
  hashes: { agenda: 'a'.repeat(64), data: 'd'.repeat(64), model: 'f'.repeat(64) },
  domains: { agenda: '1'.repeat(64), levers: '2'.repeat(64), model: '3'.repeat(64) },
  model: { start: 2020, stop: 2030, today: 2023 },
  assessment: { futures: 100, seed: 7, scenario: 'agenda' },
  nodes: [],
  targets: [
    {
      id: 'homes-2029',
      title: text('homes'),
      unit: 'homes',
      direction: 'at-least',
      value: 90,
      valueIs: 'stated',
      baseline: null,
      horizon: '2029',
      outcome: 'homes',
      notModelled: null,
      ambitions: [],
      challenges: [],
    },
    {
      id: 'happy',
      title: text('happy'),
      unit: 'homes',
      direction: 'at-least',
      value: 1,
      valueIs: 'stated',
      baseline: null,
      horizon: '2029',
      outcome: 'happiness',
      notModelled: null,
      ambitions: [],
      challenges: [],
    },
  ],
  outcomes: [
    {
      id: 'homes',
      title: text('homes'),
      variable: 'homes',
      unit: 'homes',
      scale: 1,
      read: 'at-horizon',
      limitUnit: null,
      limits: [{ constraint: 'builders', variable: 'held back' }],
    },
    {
      id: 'happiness',
      title: text('happiness'),
      variable: 'happiness',
      unit: 'homes',
      scale: 1,
      read: 'at-horizon',
      limitUnit: null,
      limits: [],
    },
  ],
  measures: [measure('more-builders', 'relief', sooner), measure('idle', 'idle')],
  constraints: [
    { id: 'builders', kind: 'resource', title: text('builders'), sentence: text('builders'), unit: 'homes' },
  ],
  uncertainties: [
    uncertainty('shortage', 'shortage', [
      {
        by: 'gloom',
        distribution: { kind: 'uniform', min: 3, max: 4 },
        reason: text('synthetic'),
        source: 'synthetic',
      },
    ]),
    uncertainty('weather', 'weather'),
  ],
  scenarios: [
    { id: 'agenda', title: text('agenda'), levers: {}, timings: {}, base: 'agenda', assumptions: {} },
    { id: 'none', title: text('none'), levers: {}, timings: {}, base: 'none', assumptions: { weather: 2 } },
  ],
  table: {
    positions: {},
    outcomes: ['homes'],
    years: ['2027'],
    budgets: [],
    rules: [],
    balance: [],
    relief: [{ constraint: 'builders', variable: 'relief', add: 0.1, title: text('a tenth') }],
    viewpoints: [{ id: 'gloom', title: text('gloom'), party: null, reason: text('synthetic') }],
  },
  units: { homes: { title: text('homes'), symbol: { nl: 'woningen', en: 'homes' }, decimals: 1 } },
} as unknown as TableRegion;

/** An engine in the thread of the test, behind the wire that a worker would be behind. */
export function engineHere(): EngineClient {
  const model = (): Model => compile(modelText, { file: 'synthetic.mdl' });
  return engineClient((tell) => {
    const hear = serveEngine(
      {
        openPool: () => createLocalPool(model()),
        breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
        findBoxes: async (question) => failBox(question),
        weighChoice: async (ask) => valueOfInformation(ask),
      },
      (message) => queueMicrotask(() => tell(structuredClone(message))),
    );
    return { post: (message) => hear(structuredClone(message)), close: () => undefined };
  });
}
