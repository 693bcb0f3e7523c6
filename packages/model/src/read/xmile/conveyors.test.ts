import { describe, expect, it } from 'vitest';
import { conveyor, flow, type Parts, stock } from '../../../test/conveyor.ts';
import { course, problemsOf } from '../../../test/small-model.ts';
import { aux, model } from '../../../test/xmile-file.ts';

const nn = '<non_negative/>';

const made = (parts: Parts, more = '') => model(conveyor(parts) + more);

describe('a conveyor', () => {
  it('gives back what came on after its length, and first what was on it, evenly', () => {
    const of = made({ initial: '6', inside: '<len>3</len>', inflow: 'STEP(8, 1)' });
    expect(course(of, 'off')).toEqual([2, 2, 2, 0, 8]);
    expect(course(of, 'belt')).toEqual([6, 4, 10, 16, 24]);
  });

  it('does not count with the equation that Stella leaves at its outflow', () => {
    const text = conveyor({ initial: '6', inside: '<len>3</len>' });
    const of = model(text.replace('<flow name="off"/>', flow('off', '0')));
    expect(course(of, 'off')).toEqual([2, 2, 2, 8, 8]);
  });

  it('leaks a share of what came on, evenly along the way', () => {
    // Each 8 loses 2 in the first step and 2 in the second, in which it leaves.
    const of = made({ leak: '0.5' });
    expect(course(of, 'lost')).toEqual([0, 2, 4, 4, 4]);
    expect(course(of, 'off')).toEqual([0, 0, 4, 4, 4]);
    expect(course(of, 'belt')).toEqual([0, 8, 14, 14, 14]);
  });

  const decaying = ' exponential_leak="true"';

  it('leaks a share of what is there in each unit of time, where it decays', () => {
    // 8 becomes 6 in its first step and 4.5 in its second.
    const of = made({ leak: '0.25', attributes: decaying });
    expect(course(of, 'lost')).toEqual([0, 2, 3.5, 3.5, 3.5]);
    expect(course(of, 'off')).toEqual([0, 0, 4.5, 4.5, 4.5]);
    expect(course(of, 'belt')).toEqual([0, 8, 14, 14, 14]);
  });

  it.each([
    // A steady 8 of which half leaks in two steps holds 8 + 6.
    ['evenly', { initial: '14', leak: '0.5' }, 4],
    // 8 + 6, and 4.5 leaves.
    ['decaying', { initial: '14', leak: '0.25', attributes: decaying }, 4.5],
    // 8, 6, 4, 4: a quarter in each of the first two of four steps.
    ['in a zone', { initial: '22', inside: '<len>4</len>', leak: '0.5', zone: ' leak_end="0.5"' }, 4],
    // 8, 8, 8, 4: half goes in each of the last two steps.
    [
      'decaying in a zone',
      {
        initial: '28',
        inside: '<len>4</len>',
        leak: '0.5',
        zone: ' leak_start="0.5" leak_end="1"',
        attributes: decaying,
      },
      2,
    ],
    [
      'evenly, with a length that may change',
      { initial: '14', inside: '<len>2 + 0 * TIME</len>', leak: '0.5' },
      4,
    ],
    [
      'decaying, with a length that may change',
      { initial: '14', inside: '<len>2 + 0 * TIME</len>', leak: '0.25', attributes: decaying },
      4.5,
    ],
  ] as [string, Parts, number][])('starts as a steady stream would have it: leaking %s', (_, parts, out) => {
    const of = made(parts);
    for (const value of course(of, 'off')) expect(value).toBeCloseTo(out, 12);
    for (const value of course(of, 'belt')) expect(value).toBeCloseTo(Number(parts.initial), 12);
  });

  it('leaks only in the zone where it leaks', () => {
    // Cells from the inflow: 8; then 8 - 2 = 6 and the next 8; 4 (no more leak), 6, 8; out 4.
    const of = made({
      inside: '<len>4</len>',
      leak: '0.5',
      zone: ' leak_end="0.5"',
      inflow: 'IF TIME &lt; 1 THEN 8 ELSE 0'.replace('&lt;', '<'),
    });
    expect(course(of, 'lost')).toEqual([0, 2, 2, 0, 0]);
    expect(course(of, 'belt')).toEqual([0, 8, 6, 4, 4]);
    expect(course(of, 'off')).toEqual([0, 0, 0, 0, 4]);
  });

  it.each(['leak_start="halfway"', 'leak_start=""', 'leak_end="1.5"', 'leak_start="-0.1"'])(
    'with a zone that is no part of its length is refused, not leaking everywhere: %s',
    (zone) => {
      expect(
        problemsOf(() => model(conveyor({ leak: '0.5', zone: ` ${zone}` }))).map(({ code }) => code),
      ).toEqual(['MODEL_UNSUPPORTED']);
    },
  );

  it('decays in its zone, and leaves the rest as it is', () => {
    const of = made({ leak: '0.5', zone: ' leak_end="0.5"', attributes: decaying });
    expect(course(of, 'lost')).toEqual([0, 4, 4, 4, 4]);
    expect(course(of, 'off')).toEqual([0, 0, 4, 4, 4]);
  });

  it('takes the fraction of the moment, of what once came on', () => {
    // Two steps of 8: at 3 the fraction is halved, so that each 8 loses 1 a step instead of 2.
    const of = made({ leak: 'IF TIME < 3 THEN 0.5 ELSE 0.25' });
    expect(course(of, 'lost')).toEqual([0, 2, 4, 2, 2]);
    expect(course(of, 'off')).toEqual([0, 0, 4, 5, 6]);
    expect(course(of, 'belt')).toEqual([0, 8, 14, 14, 15]);
  });

  it.each([
    // Cells from the end: [2,2,2], [2,2,1], [2,1,1], the same again, [1,1,1].
    ['<len>3</len><arrest>IF TIME = 2 THEN 1 ELSE 0</arrest>', [2, 2, 0, 2, 1], [6, 5, 4, 4, 3]],
    ['<len>3</len><arrest>TIME &gt;= 1</arrest>', [2, 0, 0, 0, 0], [6, 5, 5, 5, 5]],
  ])('stands still with all its flows while it is arrested: %s', (inside, off, belt) => {
    const of = made({ initial: '6', inside, inflow: '1' });
    expect(course(of, 'off')).toEqual(off);
    expect(course(of, 'belt')).toEqual(belt);
  });

  it('lets everything stay as long as its length was when it came on', () => {
    // Of 8 each: on at 0 off at 3, 1 -> 4, and with a length of 1: 2 -> 3, 3 -> 4.
    const of = made({ inside: '<len>IF TIME &lt; 2 THEN 3 ELSE 1</len>' });
    expect(course(of, 'off')).toEqual([0, 0, 0, 16, 16]);
    expect(course(of, 'belt')).toEqual([0, 8, 16, 24, 16]);
  });

  it('leaks by the length that it had when something came on', () => {
    // Half of each 8: 4/3 a step over three steps for the first two, 4 at once for those after.
    const of = made({ inside: '<len>IF TIME &lt; 2 THEN 3 ELSE 1</len>', leak: '0.5' });
    const lost = [0, 4 / 3, 8 / 3, 8 / 3 + 4, 4 / 3 + 4];
    course(of, 'lost').forEach((value, i) => {
      expect(value).toBeCloseTo(lost[i] ?? Number.NaN, 12);
    });
    expect(course(of, 'off').map((x) => Math.round(x * 1e9) / 1e9)).toEqual([0, 0, 0, 8, 8]);
  });

  it('reads its length only when it is sampled', () => {
    // Sampled at 3 only: 3 steps until then. On at 0 -> 3, 1 -> 4, 2 -> 5, 3 -> 4.
    const of = made({ inside: '<len>IF TIME &lt; 2 THEN 3 ELSE 1</len><sample>TIME = 3</sample>' });
    expect(course(of, 'off')).toEqual([0, 0, 0, 8, 16]);
  });

  it('gives nothing back in a run that is shorter than its length', () => {
    const of = made({ initial: '0', inside: '<len>100 + TIME</len>', leak: '0.5' });
    expect(course(of, 'off')).toEqual([0, 0, 0, 0, 0]);
    expect(course(of, 'lost')[1]).toBeCloseTo((8 * 0.5) / 100, 12);
  });

  it.each(['2.5 + 0 * TIME', 'IF TIME &lt; 2 THEN 2 ELSE 2.5', 'IF TIME = 1 THEN 0 / 0 ELSE 2', '0 / 0'])(
    'with a changing length that is not whole time steps has no number: %s',
    (length) => {
      for (const outcome of ['off', 'lost', 'belt']) {
        const act = () => course(made({ inside: `<len>${length}</len>`, leak: '0.5' }), outcome);
        expect(problemsOf(act)[0]).toMatchObject({ code: 'MODEL_NOT_A_NUMBER' });
      }
    },
  );

  it('has no number at any later time either, for whoever looks only then', () => {
    const of = made({ inside: '<len>IF TIME = 1 THEN 0 / 0 ELSE 2</len>' });
    const late = () => of.run({ futures: { count: 1 }, outcomes: ['off'], at: [4] }).get('off');
    expect(problemsOf(late)[0]).toMatchObject({ code: 'MODEL_NOT_A_NUMBER' });
  });

  it('with leaks that come to be more than all has no number', () => {
    const [problem] = problemsOf(() => course(made({ leak: '0.5 * TIME' }), 'off'));
    expect(problem).toMatchObject({ code: 'MODEL_NOT_A_NUMBER' });
  });

  it('converts what comes on where its units are converted', () => {
    const text = conveyor({}).replace(flow('on', '8'), flow('on', '8', `${nn}<multiplier>2</multiplier>`));
    expect(course(model(text), 'off')).toEqual([0, 0, 16, 16, 16]);
    expect(course(model(text), 'source')).toEqual([1000, 992, 984, 976, 968]);
  });
});

it('a conveyor within a module with a space in its name finds its flows', () => {
  const inner = `<model name="Not_Mixing"><variables>${conveyor({ leak: '0.5' })}</variables></model>`;
  const of = model('<module name="Not Mixing"/>', { after: inner });
  expect(course(of, 'Not Mixing.off')).toEqual([0, 0, 4, 4, 4]);
});

describe('a conveyor that is full', () => {
  it('takes what fits when its outflow is off, and the stock before it keeps the rest', () => {
    // 15 hold 8 and 7; then 8 and 7 go off in turn and as much comes on.
    const of = made({ inside: '<len>2</len><capacity>15</capacity>' });
    expect(course(of, 'on')).toEqual([8, 7, 8, 7, 8]);
    expect(course(of, 'off')).toEqual([0, 0, 8, 7, 8]);
    expect(course(of, 'belt')).toEqual([0, 8, 15, 15, 15]);
    expect(course(of, 'source')).toEqual([1000, 992, 985, 977, 970]);
  });

  it('has room for what leaks', () => {
    // Of 8 half leaks in two steps: 8; 2 leak and 15 - 8 + 2 = 9 fit; so 8 again, 14; 4 leak, 4 go off.
    const of = made({ inside: '<len>2</len><capacity>12</capacity>', leak: '0.5' });
    // At 1: 12 - 8 + 2 = 6. At 2: 12 with 6 + 6: leak 2 + 1.5, off 4: 7.5.
    expect(course(of, 'on').slice(0, 3)).toEqual([8, 6, 7.5]);
    expect(course(of, 'belt')).toEqual([0, 8, 12, 12, 12]);
  });

  it('stays over a capacity that falls until enough has gone off', () => {
    // 8, 16 and then no more than 5: 8 and 8 go off, and 5 come on.
    const of = made({ inside: '<len>2</len><capacity>IF TIME &lt; 2 THEN 100 ELSE 5</capacity>' });
    expect(course(of, 'belt')).toEqual([0, 8, 16, 8, 5]);
    expect(course(of, 'on')).toEqual([8, 8, 0, 5, 0]);
  });

  it('takes no more in a step than its inflow limit', () => {
    const half = { specs: '<start>0</start><stop>2</stop><dt>0.5</dt>' };
    const of = model(conveyor({ inside: '<len>1</len><in_limit>5</in_limit>' }), half);
    expect(course(of, 'on')).toEqual([5, 5, 5, 5, 5]);
    expect(course(of, 'belt')).toEqual([0, 2.5, 5, 5, 5]);
  });

  it('takes its inflows in their order', () => {
    const text = conveyor({ inside: '<len>2</len><in_limit>5</in_limit>', inflow: '3' })
      .replace('<inflow>on</inflow>', '<inflow>on</inflow><inflow>then</inflow>')
      .concat(flow('then', '4'));
    expect(course(model(text), 'on')).toEqual([3, 3, 3, 3, 3]);
    expect(course(model(text), 'then')).toEqual([2, 2, 2, 2, 2]);
  });

  it('takes from a non-negative stock no more than that has', () => {
    const text = conveyor({ inside: '<len>2</len><in_limit>5</in_limit>' }).replace(
      stock('source', '1000', '<outflow>on</outflow>'),
      stock('source', '7', `<outflow>on</outflow>${nn}`),
    );
    expect(course(model(text), 'on')).toEqual([5, 2, 0, 0, 0]);
  });

  const fed = (capacity: number): string =>
    `${conveyor({ inside: `<len>2</len><capacity>${capacity}</capacity>` })}
    ${stock('first', '6', '<outflow>on</outflow><conveyor><len>2</len></conveyor>')}`
      .replace('<outflow>on</outflow>', '')
      .replace(flow('on', '8'), '<flow name="on"/>');

  it('has its numbers while another conveyor fills it no further, and none when it would', () => {
    expect(course(model(fed(6)), 'belt')).toEqual([0, 3, 6, 3, 0]);
    for (const of of ['belt', 'off'])
      expect(problemsOf(() => course(model(fed(5)), of))[0]?.code).toBe('MODEL_NOT_A_NUMBER');
  });
});

describe('a discrete conveyor', () => {
  it('in steps of one unit of time is as any other', () => {
    const of = made({ initial: '6', inside: '<len>3</len>', attributes: ' discrete="true"' });
    expect(course(of, 'off')).toEqual([2, 2, 2, 8, 8]);
  });

  it.each([
    ['1', '<len>1</len>'],
    ['0', '<len>1</len><in_limit>5</in_limit>'],
  ])('in other steps, with %s on it and %s, is refused', (initial, inside) => {
    const half = { specs: '<start>0</start><stop>2</stop><dt>0.5</dt>' };
    const text = conveyor({ initial, inside, attributes: ' discrete="true"' });
    const [problem] = problemsOf(() => model(text, half));
    expect(problem).toMatchObject({ code: 'MODEL_UNSUPPORTED' });
    expect(problem?.message.en).toContain('iscrete');
  });
});

describe('a conveyor of which no rule says what it does', () => {
  it.each([
    ['leaks of more than all', { leak: '1.5' }, 'leak'],
    ['a zone between steps', { leak: '0.5', zone: ' leak_end="0.3"' }, 'leak_end'],
    [
      'a zone on a changing length',
      { inside: '<len>2 + TIME</len>', leak: '0.5', zone: ' leak_end="0.5"' },
      'length',
    ],
    ['leaks in integers', { leak: '0.5' }, 'leak_integers'],
    ['more than one outflow', { leak: '0.5' }, 'outflow'],
    [
      'a setting that nobody knows',
      { attributes: ' isee:force_leak_fraction="true"' },
      'force_leak_fraction',
    ],
    [
      'a length that is sampled while it may stand still',
      { inside: '<len>2</len><arrest>TIME = 1</arrest><sample>TIME = 2</sample>' },
      'sample',
    ],
    ['too many steps', { inside: '<len>3000</len><arrest>TIME</arrest>' }, '3000'],
  ] as [string, Parts, string][])('is refused: %s', (what, parts, word) => {
    let text = conveyor(parts);
    if (what === 'leaks in integers') text = text.replace('<leak>0.5', '<leak_integers/><leak>0.5');
    if (what === 'more than one outflow') text = text.replace('<leak>0.5</leak>', '<eqn>1</eqn>');
    const [problem] = problemsOf(() => model(text));
    expect(problem).toMatchObject({ code: 'MODEL_UNSUPPORTED' });
    expect(problem?.message.en).toContain(word);
  });

  it.each(['2.5', '0', '-1'])('is refused: a length of %s time steps', (length) => {
    const [problem] = problemsOf(() => made({ inside: `<len>${length}</len>` }));
    expect(problem).toMatchObject({ code: 'MODEL_UNSUPPORTED' });
    expect(problem?.hint.en).toContain('ROUND');
    expect(course(made({ inside: '<len>ROUND(2.2 / DT) * DT</len>' }), 'off')).toEqual([0, 0, 8, 8, 8]);
  });

  it('is refused: linear leaks in different zones', () => {
    const text = conveyor({ inside: '<len>4</len>', leak: '0.5', zone: ' leak_end="0.5"' })
      .replace('<outflow>lost</outflow>', '<outflow>lost</outflow><outflow>more</outflow>')
      .concat('<flow name="more" leak_start="0.5"><leak>0.5</leak></flow>');
    expect(problemsOf(() => model(text))[0]?.message.en).toContain('different zones');
  });

  it('is refused: another conveyor that runs into one that stands still', () => {
    const text = conveyor({ inside: '<len>2</len><arrest>TIME = 1</arrest>' }).replace(
      stock('source', '1000', '<outflow>on</outflow>'),
      stock('source', '6', '<outflow>on</outflow><conveyor><len>2</len></conveyor>'),
    );
    expect(problemsOf(() => model(text))[0]?.message.en).toContain('arrest');
  });

  it.each(['RK2', 'RK4'])('is refused: %s', (method) => {
    const [problem] = problemsOf(() => model(conveyor({}), { method }));
    expect(problem).toMatchObject({ code: 'MODEL_UNSUPPORTED' });
  });
});

it('what reads a leak reads it as it is in the step', () => {
  const of = made({ leak: '0.5' }, aux('share', 'lost / 8'));
  expect(course(of, 'share')).toEqual([0, 0.25, 0.5, 0.5, 0.5]);
});

it('a fraction that leaks may be given from outside', () => {
  const of = made({ leak: 'part' }, aux('part', '0.5'));
  expect(course(of, 'off')).toEqual([0, 0, 4, 4, 4]);
  expect(course(of, 'off', { part: 0.25 })).toEqual([0, 0, 6, 6, 6]);
  expect(problemsOf(() => course(of, 'off', { part: 1.5 }))[0]?.code).toBe('MODEL_NOT_A_NUMBER');
});

it.each(['off', 'off + 1'])('a conveyor that stands still by its own outflow, %s, is a loop', (arrest) => {
  const [problem] = problemsOf(() => made({ inside: `<len>2</len><arrest>${arrest}</arrest>` }));
  expect(problem).toMatchObject({ code: 'MODEL_LOOP' });
});

describe('what stands on a conveyor', () => {
  it('is together what it holds', () => {
    expect(course(made({}, aux('y', 'SUM(belt)')), 'y')).toEqual([0, 8, 16, 16, 16]);
  });

  it.each(['belt[1]', 'MEAN(belt)', 'MIN(belt)', 'SIZE(belt)', 'SUM(belt[*])'])(
    'is not read part by part: %s is refused',
    (equation) => {
      const [problem] = problemsOf(() => made({}, aux('y', equation)));
      expect(problem).toMatchObject({ code: 'MODEL_UNSUPPORTED' });
      expect(problem?.message.en).toContain('belt');
    },
  );
});
