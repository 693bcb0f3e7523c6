import type { AuditClaim, AuditInput, AuditReport, Conflict } from '@schaalsprong/audit';

/** A small audit for tests: a whole of homes and its parts, which do not add up. */
const text = (words: string) => ({ nl: words, en: words });
const span = (min: number, max: number) => ({ min, max, minOpen: false, maxOpen: false });
const fits = (value: number) => ({
  bare: span(value, value),
  default: span(value - 5, value + 5),
  generous: span(value - 10, value + 10),
});

const claim = (id: string, value: number, readings: readonly string[]): AuditClaim => ({
  id,
  kind: 'target',
  text: text(`claim ${id}`),
  line: 10,
  places: [{ from: 10, to: 11 }],
  page: 1,
  figure: [String(value)],
  qualifier: 'none',
  value,
  unit: 'homes',
  targets: ['homes-2030'],
  readings: readings.map((reading) => ({
    id: reading,
    title: text(reading),
    plain: true,
    variable: `${id}@NL`,
    value,
    unit: 'homes',
    intervals: fits(value),
  })),
  document: null,
  weight: 1,
});

export const input: AuditInput = {
  region: 'somewhere',
  units: {},
  claims: [claim('homes', 100, ['exactly', 'at-least']), claim('parts', 60, ['as-written'])],
  notEncoded: [],
  variables: [],
  relations: [],
  assumptions: [
    {
      id: 'rest-steady',
      title: text('the rest stays'),
      why: text('not in the text'),
      on: true,
      relation: {
        id: 'r1',
        why: text('why'),
        asks: 'shortfall',
        when: [],
        places: [],
        kind: 'same',
        of: ['homes@NL', 'parts@NL'],
      },
    },
    {
      id: 'adds-up',
      title: text('it adds up'),
      why: text('not in the text'),
      on: false,
      relation: {
        id: 'r2',
        why: text('why'),
        asks: 'shortfall',
        when: [],
        places: [],
        kind: 'same',
        of: ['homes@NL', 'parts@NL'],
      },
    },
  ],
  continuations: [],
  gaps: [],
  verdicts: [],
  hash: 'abc',
};

export const conflict = (id: string, some: Partial<Conflict> = {}): Conflict => ({
  id,
  kind: 'contradiction',
  claims: [{ id: 'homes', line: 10, value: 100, unit: 'homes' }],
  setting: 'default',
  readings: {},
  everyReading: true,
  remaining: [],
  assumptions: [],
  relations: [],
  targets: ['homes-2030'],
  explanation: text(`what ${id} is about`),
  arithmetic: text('60 < 100'),
  drawing: null,
  repair: [],
  repairs: [],
  epsilon: null,
  slack: null,
  weight: 1,
  variants: [],
  gap: null,
  verdict: null,
  ...some,
});

export const report = (conflicts: readonly Conflict[]): AuditReport => ({
  region: 'somewhere',
  setting: 'default',
  claims: 2,
  compared: 2,
  alone: 0,
  notEncoded: [],
  conflicts,
  accepted: 0,
  ruledOut: [],
  products: [],
  complete: true,
  limits: [],
  warnings: [],
  hash: 'abc',
  seconds: 0,
});
