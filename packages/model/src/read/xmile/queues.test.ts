import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { course, problemsOf } from '../../../test/small-model.ts';
import { file, model } from '../../../test/xmile-file.ts';
import { compile } from '../../index.ts';

interface Parts {
  readonly initial?: string;
  readonly arrivals?: readonly string[];
  /** Attributes of the conveyor behind the queue. */
  readonly taking?: string;
  /** Inside that conveyor. */
  readonly inside?: string;
  /** Where a second outflow goes to, if there is one. */
  readonly second?: 'overflow' | 'outflow';
}

/** Synthetic: `in 1`, `in 2` … -> `queue` -> board -> `belt` -> off, and `second` into `other`. */
function queue({
  initial = '0',
  arrivals = ['8'],
  taking = '',
  inside = '<len>2</len>',
  second,
}: Parts): string {
  const names = arrivals.map((_, i) => `in ${i + 1}`);
  return [
    `<stock name="queue"><eqn>${initial}</eqn>${names.map((n) => `<inflow>${n}</inflow>`).join('')}<outflow>board</outflow>${second === undefined ? '' : '<outflow>second</outflow>'}<queue/></stock>`,
    ...arrivals.map((rate, i) => `<flow name="in ${i + 1}"><eqn>${rate}</eqn></flow>`),
    '<flow name="board"/>',
    `<stock name="belt"><eqn>0</eqn><inflow>board</inflow><outflow>off</outflow><conveyor discrete="true"${taking}>${inside}</conveyor></stock>`,
    '<flow name="off"/>',
    '<stock name="done"><eqn>0</eqn><inflow>off</inflow></stock>',
    ...(second === undefined
      ? []
      : [
          `<flow name="second">${second === 'overflow' ? '<overflow/>' : ''}</flow>`,
          '<stock name="other"><eqn>0</eqn><inflow>second</inflow></stock>',
        ]),
  ].join('\n');
}

const many = ' one_at_a_time="false"';
const whole = ' batch_integrity="true"';
const ten = '<len>2</len><capacity>10</capacity>';

describe('a queue', () => {
  it('lets all that it holds and gets run on into a stock or out of the model', () => {
    const text = `<stock name="q"><eqn>5</eqn><inflow>f</inflow><outflow>g</outflow><queue/></stock>
      <flow name="f"><eqn>2</eqn></flow><flow name="g"><eqn>0</eqn></flow>`;
    expect(course(model(text), 'g')).toEqual([7, 2, 2, 2, 2]);
    expect(course(model(text), 'q')).toEqual([5, 0, 0, 0, 0]);
    const half = model(text, { specs: '<start>0</start><stop>2</stop><dt>0.5</dt>' });
    expect(course(half, 'g')).toEqual([12, 2, 2, 2, 2]);
  });

  it('gets nothing from a flow that would run backward', () => {
    expect(course(model(queue({ arrivals: ['2 - TIME'] })), 'board')).toEqual([2, 1, 0, 0, 0]);
  });

  it('into a conveyor lets on what fits, and holds the rest', () => {
    // Room: 10, then 2, then the 8 that go off, then the 2, and so on.
    const of = model(queue({ taking: many, inside: ten }));
    expect(course(of, 'board')).toEqual([8, 2, 8, 2, 8]);
    expect(course(of, 'queue')).toEqual([0, 0, 6, 6, 12]);
    expect(course(of, 'belt')).toEqual([0, 8, 10, 10, 10]);
  });

  it('keeps to the inflow limit of the conveyor', () => {
    const of = model(queue({ taking: many, inside: '<len>2</len><in_limit>5</in_limit>' }));
    expect(course(of, 'board')).toEqual([5, 5, 5, 5, 5]);
    expect(course(of, 'queue')).toEqual([0, 3, 6, 9, 12]);
  });

  it('lets on no more than the first batch in a step, of which what fits', () => {
    // Room 10 for [8]; 2 for [8]; 8 for [6, 8]; 4 for [8, 8], of which 4 stay; 6 for [4, 8, 8].
    const of = model(queue({ inside: ten }));
    expect(course(of, 'board')).toEqual([8, 2, 6, 4, 4]);
    expect(course(of, 'queue')).toEqual([0, 0, 6, 8, 12]);
    expect(course(of, 'belt')).toEqual([0, 8, 10, 8, 10]);
  });

  it('lets on the first batch whole or not at all, where batches stay whole', () => {
    // Room 10 for [8]; 2 for [8]; 10 for [8, 8]; 2 for [8, 8]; 10 for [8, 8, 8].
    const of = model(queue({ taking: whole, inside: ten }));
    expect(course(of, 'board')).toEqual([8, 0, 8, 0, 8]);
    expect(course(of, 'queue')).toEqual([0, 0, 8, 8, 16]);
  });

  it('lets on as many whole batches as fit', () => {
    // Room 10 for [9, 3]; 1 for [3, 3]; 10 for [3, 3, 3]; 1 for [3]; 10 for [3, 3].
    const of = model(queue({ initial: '9', arrivals: ['3'], taking: many + whole, inside: ten }));
    expect(course(of, 'board')).toEqual([9, 0, 9, 0, 6]);
    expect(course(of, 'queue')).toEqual([9, 3, 6, 0, 3]);
  });

  it('gets a batch of each inflow, in their order', () => {
    // [1, 2], [2, 1, 2], [1, 2, 1, 2] and so on, one of them a step.
    const of = model(queue({ arrivals: ['1', '2'] }));
    expect(course(of, 'board')).toEqual([1, 2, 1, 2, 1]);
    expect(course(of, 'queue')).toEqual([0, 2, 3, 5, 6]);
  });

  it('waits before a conveyor that stands still', () => {
    const of = model(queue({ taking: many, inside: '<len>2</len><arrest>TIME = 1</arrest>' }));
    // 8 on at 0, none at 1, 16 at 2; the belt lost a step, so the first 8 go off at 3.
    expect(course(of, 'board')).toEqual([8, 0, 16, 8, 8]);
    expect(course(of, 'off')).toEqual([0, 0, 0, 8, 16]);
  });

  it('does so for each element', () => {
    const over = '<dimensions><dim name="D"/></dimensions>';
    const text = queue({ arrivals: ['4 * D'], inside: ten }).replace(
      /(<(?:stock|flow) name="(?!done)[^"]*")(\/?)>/g,
      (_, tag: string, closed: string) =>
        `${tag}>${over}${closed === '' ? '' : `</${tag.slice(1, tag.indexOf(' '))}>`}`,
    );
    const of = model(text.replace(/<stock name="done">.*?<\/stock>/, ''), {
      dimensions: '<dim name="D" size="2"/>',
    });
    expect(course(of, 'board[1]')).toEqual([4, 4, 4, 4, 4]);
    expect(course(of, 'board[2]')).toEqual([8, 2, 6, 4, 4]);
  });
});

describe('an overflow of a queue', () => {
  it('takes all that waits when the conveyor is too full, and nothing when it is not', () => {
    // Room 10 for [8]; 2 of [8], 6 over; 8 of [8]; 2 of [8], 6 over; 8 of [8].
    for (const taking of ['', many]) {
      const of = model(queue({ taking, inside: ten, second: 'overflow' }));
      expect(course(of, 'board')).toEqual([8, 2, 8, 2, 8]);
      expect(course(of, 'second')).toEqual([0, 6, 0, 6, 0]);
      expect(course(of, 'queue')).toEqual([0, 0, 0, 0, 0]);
    }
  });

  it('takes nothing where batches wait for no more than their turn', () => {
    // [5, 2], [2, 2] and so on: one goes, one waits.
    const of = model(queue({ initial: '5', arrivals: ['2'], second: 'overflow' }));
    expect(course(of, 'board')).toEqual([5, 2, 2, 2, 2]);
    expect(course(of, 'second')).toEqual([0, 0, 0, 0, 0]);
  });

  it('takes what comes while the conveyor stands still', () => {
    const of = model(queue({ inside: '<len>2</len><arrest>TIME = 1</arrest>', second: 'overflow' }));
    expect(course(of, 'second')).toEqual([0, 8, 0, 0, 0]);
  });
});

it('an outflow of a queue has the units of what comes in', () => {
  const units = '<units>person/Month</units>';
  const of = (name: string, eqn: string, inside = ''): string =>
    `<flow name="${name}"><eqn>${eqn}</eqn>${inside}${units}</flow>`;
  const text = `<stock name="q"><eqn>wait</eqn><inflow>in</inflow><outflow>board</outflow><outflow>balk</outflow><queue/><units>person</units></stock>
    <aux name="wait"><eqn>5</eqn><units>person</units></aux><aux name="rate"><eqn>8</eqn>${units}</aux>
    ${of('in', 'rate')}${of('board', '0')}${of('balk', '0', '<overflow/>')}${of('on', 'rate')}${of('off', '0')}
    <stock name="belt"><eqn>0</eqn><inflow>board</inflow><inflow>on</inflow><outflow>off</outflow><conveyor discrete="true"><len>transit</len><capacity>2 * wait</capacity></conveyor><units>person</units></stock>
    <aux name="transit"><eqn>2</eqn><units>Month</units></aux>
    <stock name="end"><eqn>0</eqn><inflow>off</inflow><outflow>gone</outflow><queue/><units>person</units></stock>${of('gone', '0')}`;
  const specs = '<start>0</start><stop>4</stop><dt>1</dt>';
  const made = compile(file(text, { specs }).replace('<sim_specs>', '<sim_specs time_units="Month">'), {
    file: 'units.xmile',
    units: 'fail',
  });
  expect(made.program.warnings).toEqual([]);
});

it('another outflow of a queue takes all that the first one leaves', () => {
  for (const taking of ['', many]) {
    const of = model(queue({ taking, inside: ten, second: 'outflow' }));
    expect(course(of, 'second')).toEqual([0, 6, 0, 6, 0]);
  }
});

describe('a queue of which no rule says what it does is refused', () => {
  const text = queue({ second: 'overflow' });
  it.each([
    ['before a conveyor that is not discrete', text.replace(' discrete="true"', ''), 'discrete'],
    [
      'with an overflow first',
      text.replace('<flow name="board"/>', '<flow name="board"><overflow/></flow>'),
      'overflow',
    ],
    [
      'with an overflow of something else',
      `${text}<flow name="x"><eqn>1</eqn><overflow/></flow>`,
      'overflow',
    ],
    [
      'with converted units',
      text.replace('<eqn>8</eqn>', '<eqn>8</eqn><multiplier>2</multiplier>'),
      'multiplier',
    ],
  ])('%s', (_, model_, word) => {
    const [problem] = problemsOf(() => model(model_));
    expect(problem).toMatchObject({ code: 'MODEL_UNSUPPORTED' });
    expect(problem?.message.en).toContain(word);
  });

  it('under Runge-Kutta', () => {
    const [problem] = problemsOf(() => model(text, { method: 'RK4' }));
    expect(problem?.message.en).toContain('rk4');
  });
});

it('a queue of more batches than are kept has no number', () => {
  const text = queue({ arrivals: ['1'], inside: '<len>2</len><capacity>0</capacity>' });
  const long = { specs: '<start>0</start><stop>210</stop><dt>1</dt>' };
  const [problem] = problemsOf(() => course(model(text, long), 'board'));
  expect(problem).toMatchObject({ code: 'MODEL_NOT_A_NUMBER' });
  expect(problem?.message.en).toContain('no more than 200 batches');
});

it('keeps what comes in: it is in the queue, on the conveyor, came off, or ran over', () => {
  fc.assert(
    fc.property(
      fc.record({
        initial: fc.integer({ min: 0, max: 12 }),
        rate: fc.integer({ min: 0, max: 9 }),
        taking: fc.constantFrom('', many, whole, many + whole),
        capacity: fc.integer({ min: 0, max: 25 }),
        second: fc.constantFrom(undefined, 'overflow', 'outflow') as fc.Arbitrary<Parts['second']>,
        dt: fc.constantFrom(1, 0.5, 0.25),
      }),
      ({ initial, rate, taking, capacity, second, dt }) => {
        const text = queue({
          initial: String(initial),
          arrivals: [`${rate} * (1 + SIN(TIME))`, '1'],
          taking,
          inside: `<len>2</len><capacity>${capacity}</capacity>`,
          ...(second === undefined ? {} : { second }),
        });
        const came = '<stock name="came"><eqn>0</eqn><inflow>in 1</inflow><inflow>in 2</inflow></stock>';
        const of = model(text + came, { specs: `<start>0</start><stop>8</stop><dt>${dt}</dt>` });
        const there = ['queue', 'belt', 'done', ...(second === undefined ? [] : ['other'])].map((name) =>
          course(of, name),
        );
        course(of, 'came').forEach((all, i) => {
          expect(there.reduce((sum, values) => sum + (values[i] ?? 0), 0)).toBeCloseTo(all + initial, 9);
          for (const values of there) expect(values[i]).toBeGreaterThan(-1e-9);
          expect(there[1]?.[i]).toBeLessThan(capacity + 1e-9);
        });
      },
    ),
    { numRuns: 60 },
  );
});

it('is the same in every kernel, in any future', () => {
  const of = model(queue({ arrivals: ['8 + SIN(TIME)'], taking: whole, inside: ten, second: 'overflow' }));
  const outcomes = ['queue', 'belt', 'board', 'second', 'off'];
  const by = (backend: 'js' | 'wasm') => of.run({ futures: { count: 3 }, outcomes, backend });
  for (const outcome of outcomes) expect([...by('wasm').get(outcome)]).toEqual([...by('js').get(outcome)]);
});
