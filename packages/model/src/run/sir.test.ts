import { describe, expect, it } from 'vitest';
import { compile } from '../index.ts';

/** Kermack-McKendrick: the outcomes below are those of Vensim, to all digits that it prints. */
const sir = `{UTF-8}
infectious = INTEG(infecting - recovering, initial infectious) ~ person ~ assumption |
susceptible = INTEG(-infecting, total - initial infectious) ~ person ~ assumption |
recovered = INTEG(recovering, 0) ~ person ~ assumption |
infecting = contact rate * infectivity * susceptible * infectious / total ~ person/Day ~ assumption |
recovering = infectious / duration ~ people/Day ~ assumption |
contact rate = 2.5 ~ 1/Day ~ assumption |
infectivity = 0.25 ~ Dmnl ~ assumption |
duration = 2 ~ Day ~ assumption |
initial infectious = 1 ~ person ~ assumption |
total = 10000 ~ person ~ assumption |
INITIAL TIME = 0 ~ Day ~ |
FINAL TIME = 200 ~ Day ~ |
TIME STEP = 0.0625 ~ Day ~ |
SAVEPER = 2 ~ Day ~ |
`;

describe('the SIR model', () => {
  const model = compile(sir);
  const digits = (count: number, time: number, outcome: string): string => {
    const values = { duration: new Float64Array(count).fill(2) };
    const result = model.run({ futures: { count, values }, outcomes: [outcome] });
    const step = result.time.indexOf(time);
    return (result.get(outcome)[step * count + count - 1] ?? Number.NaN).toPrecision(6);
  };

  it.each([
    [50, 'susceptible', '8536.43'],
    [50, 'infectious', '198.726'],
    [50, 'recovered', '1264.85'],
    [54, 'infectious', '215.468'],
    [100, 'susceptible', '6301.55'],
    [100, 'infectious', '5.98124'],
    [100, 'recovered', '3692.47'],
    [200, 'susceptible', '6279.54'],
    [200, 'infectious', '0.000124942'],
  ])('has at day %d %s %s, as Vensim prints it', (time, outcome, wanted) => {
    expect(digits(1, time, outcome)).toBe(wanted);
    expect(digits(100, time, outcome)).toBe(wanted);
  });

  it('peaks on day 54 of the days that are saved', () => {
    const result = model.run({ futures: { count: 1 }, outcomes: ['infectious'] });
    const infectious = result.get('infectious');
    expect(result.time[infectious.indexOf(Math.max(...infectious))]).toBe(54);
  });
});
