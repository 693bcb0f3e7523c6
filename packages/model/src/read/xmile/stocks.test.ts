import { describe, expect, it } from 'vitest';
import { course, problemsOf } from '../../../test/small-model.ts';
import { aux, model } from '../../../test/xmile-file.ts';

const stock = (name: string, initial: string, inside: string): string =>
  `<stock name="${name}"><eqn>${initial}</eqn>${inside}</stock>`;
const flow = (name: string, equation: string, inside = ''): string =>
  `<flow name="${name}"><eqn>${equation}</eqn>${inside}</flow>`;
const inflow = (name: string): string => `<inflow>${name}</inflow>`;
const outflow = (name: string): string => `<outflow>${name}</outflow>`;
const nn = '<non_negative/>';

describe('a flow', () => {
  it('that is non-negative never runs backward', () => {
    const made = model(
      `${flow('f', 'TIME - 2', nn)}${flow('g', 'TIME - 2')}${flow('h', 'TIME - 2', '<non_negative>false</non_negative>')}`,
    );
    expect(course(made, 'f')).toEqual([0, 0, 0, 1, 2]);
    expect(course(made, 'g')).toEqual([-2, -1, 0, 1, 2]);
    expect(course(made, 'h')).toEqual([-2, -1, 0, 1, 2]);
  });

  it.each([
    ['<behavior><non_negative/></behavior>', [0, 0, 0, 1, 2]],
    ['<behavior><flow><non_negative/></flow></behavior>', [0, 0, 0, 1, 2]],
    ['<behavior><stock><non_negative/></stock></behavior>', [-2, -1, 0, 1, 2]],
    [
      '<behavior><non_negative/><flow><non_negative>false</non_negative></flow></behavior>',
      [-2, -1, 0, 1, 2],
    ],
  ])('does as the file says where it says nothing: %s', (before, wanted) => {
    expect(course(model(flow('f', 'TIME - 2'), { before }), 'f')).toEqual(wanted);
  });

  it('gives the next stock another amount where its units are converted', () => {
    const made = model(
      `${stock('a', '10', outflow('f'))}${stock('b', '0', inflow('f'))}${flow('f', '1', '<multiplier>3</multiplier>')}`,
    );
    expect(course(made, 'a')).toEqual([10, 9, 8, 7, 6]);
    expect(course(made, 'b')).toEqual([0, 3, 6, 9, 12]);
  });

  it('that is not there is reported at its stock', () => {
    const [problem] = problemsOf(() => model(stock('s', '1', inflow('gone'))));
    expect(problem).toMatchObject({ code: 'MODEL_UNKNOWN_NAME', line: 2 });
    expect(problem?.message.en).toContain('gone');
  });
});

describe('a non-negative stock', () => {
  it('cuts its outflow to what it holds and gets, and the flow is reported as cut', () => {
    const made = model(
      `${stock('s', '5', inflow('f') + outflow('g') + nn)}${flow('f', '1', nn)}${flow('g', '3', nn)}`,
    );
    expect(course(made, 's')).toEqual([5, 3, 1, 0, 0]);
    expect(course(made, 'g')).toEqual([3, 3, 2, 1, 1]);
  });

  it('counts with the step', () => {
    const half = { specs: '<start>0</start><stop>2</stop><dt>0.5</dt>' };
    const made = model(`${stock('s', '2', outflow('g') + nn)}${flow('g', '3', nn)}`, half);
    expect(course(made, 's')).toEqual([2, 0.5, 0, 0, 0]);
    expect(course(made, 'g')).toEqual([3, 1, 0, 0, 0]);
  });

  it('gives its outflows in their order', () => {
    const made = model(
      `${stock('s', '5', outflow('first') + outflow('then') + nn)}${flow('first', '3', nn)}${flow('then', '4', nn)}`,
    );
    expect(course(made, 'first')).toEqual([3, 0, 0, 0, 0]);
    expect(course(made, 'then')).toEqual([2, 0, 0, 0, 0]);
  });

  it('passes on to the next no more than it has', () => {
    const made = model(
      `${stock('a', '4', outflow('f') + nn)}${stock('b', '0', inflow('f') + outflow('g') + nn)}${flow('f', '3', nn)}${flow('g', '9', nn)}`,
    );
    expect(course(made, 'f')).toEqual([3, 1, 0, 0, 0]);
    expect(course(made, 'g')).toEqual([3, 1, 0, 0, 0]);
    expect(course(made, 'b')).toEqual([0, 0, 0, 0, 0]);
  });

  it('is emptied by a flow that runs backward, and no further', () => {
    const made = model(`${stock('s', '5', inflow('f') + nn)}${flow('f', '-3')}`);
    expect(course(made, 's')).toEqual([5, 2, 0, 0, 0]);
    expect(course(made, 'f')).toEqual([-3, -2, 0, 0, 0]);
  });

  it('and another one at the far end of a flow that runs both ways both hold', () => {
    const between = (rate: string): string =>
      `${stock('a', '4', outflow('f') + nn)}${stock('b', '2', inflow('f') + nn)}${flow('f', rate)}`;
    expect(course(model(between('3')), 'f')).toEqual([3, 1, 0, 0, 0]);
    expect(course(model(between('-3')), 'f')).toEqual([-2, 0, 0, 0, 0]);
  });

  it('does so for each element', () => {
    const over = '<dimensions><dim name="D"/></dimensions>';
    const made = model(`${stock('s', 'D', over + outflow('f') + nn)}${flow('f', '1.5', over + nn)}`, {
      dimensions: '<dim name="D" size="3"/>',
    });
    expect(course(made, 's[1]')).toEqual([1, 0, 0, 0, 0]);
    expect(course(made, 's[3]')).toEqual([3, 1.5, 0, 0, 0]);
  });

  it('stops at zero where its outflow empties another stock too, which goes on', () => {
    const made = model(
      `${stock('s', '2', outflow('f') + nn)}${stock('t', '2', outflow('f'))}${flow('f', '1.5')}`,
    );
    expect(course(made, 's')).toEqual([2, 0.5, 0, 0, 0]);
    expect(course(made, 't')).toEqual([2, 0.5, -1, -2.5, -4]);
    expect(course(made, 'f')).toEqual([1.5, 1.5, 1.5, 1.5, 1.5]);
  });

  it('in a ring of stocks is as without limit while there is enough', () => {
    const ring = (rate: string): string =>
      `${stock('a', '10', inflow('back') + outflow('forth') + nn)}${stock('b', '0', inflow('forth') + outflow('back') + nn)}
      ${flow('forth', `a * ${rate}`, nn)}${flow('back', `b * ${rate}`, nn)}`;
    const made = model(ring('0.5'));
    expect(course(made, 'a')).toEqual([10, 5, 5, 5, 5]);
    // Twice what is there: which flow is cut first, no rule says.
    const [problem] = problemsOf(() => course(model(ring('2')), 'a'));
    expect(problem).toMatchObject({ code: 'MODEL_NOT_A_NUMBER' });
  });

  it('whose inflow follows from its outflow is checked, and gives no loop', () => {
    const text = `${stock('s', '5', inflow('births') + outflow('deaths') + nn)}${flow('births', 'deaths', nn)}${flow('deaths', '2', nn)}`;
    expect(course(model(text), 's')).toEqual([5, 5, 5, 5, 5]);
  });

  it('under Runge-Kutta has its numbers while there is enough, and none after', () => {
    const text = (rate: number): string =>
      `${stock('s', '10', outflow('f') + nn)}${flow('f', String(rate), nn)}`;
    expect(course(model(text(2), { method: 'RK4' }), 's')).toEqual([10, 8, 6, 4, 2]);
    for (const of of ['s', 'f']) {
      const [problem] = problemsOf(() => course(model(text(4), { method: 'RK4' }), of));
      expect(problem).toMatchObject({ code: 'MODEL_NOT_A_NUMBER' });
    }
  });
});

describe('a stock that is not computed', () => {
  it.each(['oven'])('<%s> is refused by name at its line, and once', (tag) => {
    const problems = problemsOf(() =>
      model(
        `${stock('s', '0', `${inflow('f')}${outflow('g')}<${tag}/>`)}${flow('f', '1')}<flow name="g"/>${aux('y', 's')}`,
      ),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'MODEL_UNSUPPORTED', line: 2 });
    expect(problems[0]?.message.en).toContain(tag);
  });
});
