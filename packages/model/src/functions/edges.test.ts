import { describe, expect, it } from 'vitest';
import { course, problemsOf, small } from '../../test/small-model.ts';

const model = (expression: string) => small(`y = ${expression} ~ Dmnl ~ |`);

describe('where it is not known what Vensim computes', () => {
  it.each([
    ['a ramp that would end before it begins', 'RAMP(1, 2, 1)'],
    ['a train of pulses without interval that ends before its end', 'PULSE TRAIN(1, 1, 0, 4)'],
    ['DELAY N whose two stages become one while its time changes', 'DELAY N(1, 1 + Time / 10, 0, 2)'],
    ['a priority profile of another type', 'DEMAND AT PRICE(5, pp[a, ptype], 1)'],
  ])('%s is no number, reported with its name, and never a guess', (_, expression) => {
    const text = `Who: a ~~|
      profile: ptype, ppriority, pwidth, pextra ~~|
      type = Time * 0 + 5 ~ Dmnl ~ |
      pp[Who, ptype] = type ~ Dmnl ~ |
      pp[Who, ppriority] = 1 ~ Dmnl ~ |
      pp[Who, pwidth] = 1 ~ Dmnl ~ |
      pp[Who, pextra] = 0 ~ Dmnl ~ |
      y = ${expression} ~ Dmnl ~ |`;
    const [problem] = problemsOf(() => course(small(text), 'y'));
    expect(problem?.code).toBe('MODEL_NOT_A_NUMBER');
    expect(problem?.message.en).toContain('y');
  });

  it('a ramp is not yet at fault before it begins', () => {
    expect(course(model('RAMP(1, 9, 1)'), 'y')).toEqual([0, 0, 0, 0, 0]);
  });
});
