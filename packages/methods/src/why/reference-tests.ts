import { normalQuantile } from '@schaalsprong/model';
import { at, compareTexts, must, numberAt } from '@schaalsprong/words';
import { sampleFutures } from '../ensemble/sampling.ts';
import type { ReferenceTest, ReferenceValue } from '../reference-tests/reference-test.ts';
import { explainIdentity, logarithmicMean } from './change/identity.ts';
import { driversOf } from './drivers/drivers.ts';
import { attributePlain, type Group, type PlainGame, strongestPair } from './games/index.ts';
import { valueOfInformation } from './value-of-information/value-of-information.ts';

const game = (players: number, worth: (present: readonly number[]) => number): PlainGame => ({
  players,
  size: 1,
  value: (coalitions) =>
    coalitions.map((coalition) => [
      worth([...coalition].flatMap((here, player) => (here === 1 ? [player] : []))),
    ]),
});

/** A game by its values in textbook order: one player, then two, and so on, each in the order of names. */
function listed(players: number, worths: readonly number[]): PlainGame {
  const sets = Array.from({ length: 2 ** players - 1 }, (_, i) =>
    Array.from({ length: players }, (_none, p) => p).filter((p) => ((i + 1) >> p) & 1),
  );
  sets.sort((a, b) => a.length - b.length || compareTexts(a.join(), b.join()));
  const worthOf = new Map(sets.map((set, i) => [set.join(), at(worths, i)]));
  return game(players, (present) => (present.length === 0 ? 0 : must(worthOf, present.join())));
}

const unanimity = (players: number, needed: readonly number[]): PlainGame =>
  game(players, (present) => (needed.every((player) => present.includes(player)) ? 1 : 0));

/** The airport game: a coalition needs a runway for its largest aircraft. */
const costs = [1, 3, 6, 10];
const airport = game(4, (present) => Math.max(0, ...present.map((player) => at(costs, player))));

const values = (
  symbol: string,
  expected: readonly number[],
  found: readonly Float64Array[],
  tolerance = 1e-12,
): ReferenceValue[] =>
  expected.map((value, player) => ({
    name: `${symbol}[${player + 1}]`,
    expected: value,
    found: numberAt(at(found, player), 0),
    tolerance: tolerance * Math.max(1, Math.abs(value)),
  }));

const shapley = (expected: readonly number[], played: PlainGame, exactUpTo?: number): ReferenceValue[] =>
  values('phi', expected, attributePlain(played, { exactUpTo }).values);
const owen = (expected: readonly number[], played: PlainGame, structure: Group): ReferenceValue[] =>
  values('Owen', expected, attributePlain(played, { structure }).values);
const unions = (...groups: readonly (readonly (number | Group)[])[]): Group => ({
  id: '',
  members: groups.map((members, g) => ({ id: String(g), members })),
});

/** A replicated two-level full factorial: exactly orthogonal columns. */
function factorial(factors: number, times: number): Float64Array[] {
  return Array.from({ length: factors }, (_, factor) =>
    Float64Array.from({ length: 2 ** factors * times }, (_none, row) => ((row >> factor) & 1 ? 1 : -1)),
  );
}

const shares = (
  expected: Readonly<Record<string, number>>,
  columns: Record<string, Float64Array>,
  of: Float64Array,
) => {
  const answer = driversOf({
    inputs: Object.entries(columns).map(([id, column]) => ({ id, values: column })),
    outcome: { id: 'y', values: of },
    on: 'values',
  });
  return Object.entries(expected).map(
    ([id, value]): ReferenceValue => ({
      name: `LMG[${id}]`,
      expected: value,
      found:
        answer.kind === 'none'
          ? Number.NaN
          : (answer.drivers.find((driver) => driver.id === id)?.share ?? Number.NaN),
      tolerance: 1e-9,
    }),
  );
};

/** The gain of B over A is x - 0.3 plus unexplained noise; x is standard normal. */
function linearGaussian(): ReferenceValue[] {
  const futures = sampleFutures(
    ['x', 'noise', 'idle'].map((id) => ({
      id,
      variable: id,
      distribution: { kind: 'uniform', min: 0, max: 1 },
    })),
    4000,
    1,
  );
  const byId = new Map(Object.entries(futures.byId));
  const normal = (id: string): Float64Array => must(byId, id).map(normalQuantile);
  const [x, noise, idle] = [normal('x'), normal('noise'), normal('idle')];
  const answer = valueOfInformation({
    policies: [
      { id: 'a', values: new Float64Array(4000) },
      { id: 'b', values: x.map((value, i) => value - 0.3 + 0.5 * numberAt(noise, i)) },
    ],
    inputs: [
      { id: 'x', values: x },
      { id: 'idle', values: idle },
    ],
    criterion: { of: 'mean', better: 'more' },
    shuffles: 40,
  });
  const found = (id: string): number =>
    answer.kind === 'none'
      ? Number.NaN
      : (answer.inputs.find((input) => input.id === id)?.value ?? Number.NaN);
  const expected = (sd: number): number => unitLoss(-0.3 / sd) * sd;
  return [
    { name: 'EVPPI[x]', expected: expected(1), found: found('x'), tolerance: 0.01 },
    { name: 'EVPPI[idle]', expected: 0, found: found('idle'), tolerance: 0.001 },
    {
      name: 'EVPI',
      expected: expected(Math.sqrt(1.25)),
      found: answer.kind === 'none' ? Number.NaN : (answer.perfect ?? Number.NaN),
      tolerance: 0.01,
    },
  ];
}

/** E max(0, z + m) of a standard normal z: phi(m) + m Phi(m), Phi by the series of its density. */
function unitLoss(m: number): number {
  const density = Math.exp(-(m * m) / 2) / Math.sqrt(2 * Math.PI);
  let term = m;
  let sum = m;
  for (let k = 1; k < 60; k++) {
    term *= (m * m) / (2 * k + 1);
    sum += term;
  }
  return density + m * (0.5 + density * sum);
}

/** The methods of 'why' against closed forms and published values. */
export const whyReferenceTests: readonly ReferenceTest[] = [
  {
    id: 'shapley-glove',
    method: 'why',
    title: {
      nl: 'Shapley: één linker- en twee rechterhandschoenen',
      en: 'Shapley: one left and two right gloves',
    },
    source: 'closed form: (2/3, 1/6, 1/6)',
    cost: 'quick',
    run: () =>
      shapley(
        [2 / 3, 1 / 6, 1 / 6],
        game(3, (present) => (present.includes(0) && present.length > 1 ? 1 : 0)),
      ),
  },
  {
    id: 'shapley-airport',
    method: 'why',
    title: { nl: 'Shapley: de kosten van een landingsbaan', en: 'Shapley: the cost of a runway' },
    source:
      'S. Littlechild, G. Owen, Management Science 20 (1973): each step shared by all who need it; costs 1, 3, 6, 10',
    cost: 'quick',
    run: () => shapley([1 / 4, 1 / 4 + 2 / 3, 1 / 4 + 2 / 3 + 3 / 2, 1 / 4 + 2 / 3 + 3 / 2 + 4], airport),
  },
  {
    id: 'shapley-unanimity',
    method: 'why',
    title: {
      nl: 'Shapley: alleen met drie van de vijf samen',
      en: 'Shapley: only with three of the five together',
    },
    source: 'closed form: 1/3 for who is needed, 0 for others',
    cost: 'quick',
    run: () => shapley([1 / 3, 0, 1 / 3, 0, 1 / 3], unanimity(5, [0, 2, 4])),
  },
  {
    id: 'shapley-security-council',
    method: 'why',
    title: {
      nl: 'Shapley: macht in de Veiligheidsraad van 1954',
      en: 'Shapley: power in the Security Council of 1954',
    },
    source:
      'L. Shapley, M. Shubik, American Political Science Review 48 (1954): 76/77 for the five with a veto, 1/77 for the six others',
    cost: 'slow',
    run: () =>
      shapley(
        Array.from({ length: 11 }, (_, member) => (member < 5 ? 76 / 77 / 5 : 1 / 77 / 6)),
        game(11, (present) => (present.filter((m) => m < 5).length === 5 && present.length >= 7 ? 1 : 0)),
        2 ** 11,
      ),
  },
  {
    id: 'shapley-investors',
    method: 'why',
    title: {
      nl: 'Shapley: drie beleggers die samen inleggen',
      en: 'Shapley: three investors who pool their money',
    },
    source: 'R package GameTheory, example LEMAIRE of ShapleyValue: 51750, 25875, 12375',
    cost: 'quick',
    run: () =>
      shapley([51750, 25875, 12375], listed(3, [46125, 17437.5, 5812.5, 69187.5, 53812.5, 30750, 90000])),
  },
  {
    id: 'interaction-of-three',
    method: 'why',
    title: {
      nl: 'Wisselwerking van twee als er drie nodig zijn',
      en: 'Interaction of two where three are needed',
    },
    source: 'M. Grabisch, M. Roubens, International Journal of Game Theory 28 (1999): 1 / (needed - 1)',
    cost: 'quick',
    run: () => [
      {
        name: 'I[1,2]',
        expected: 1 / 2,
        found: strongestPair(attributePlain(unanimity(3, [0, 1, 2])), 0)?.size ?? Number.NaN,
        tolerance: 1e-12,
      },
      {
        name: 'I[1,2]',
        expected: 1,
        found: strongestPair(attributePlain(unanimity(4, [0, 1])), 0)?.size ?? Number.NaN,
        tolerance: 1e-12,
      },
    ],
  },
  {
    id: 'owen-tuvalues',
    method: 'why',
    title: { nl: 'Owen: twee spelen met groepen vooraf', en: 'Owen: two games with unions beforehand' },
    source: 'R package TUvalues 1.1.0, usage examples of owen: (0.25, 0.25, 1.5) and (20, 20, 30, 30)',
    cost: 'quick',
    run: () => [
      ...owen([0.25, 0.25, 1.5], listed(3, [1, 1, 2, 1, 2, 2, 2]), unions([0, 1], [2])),
      ...owen(
        [20, 20, 30, 30],
        listed(4, [0, 0, 0, 0, 30, 30, 40, 40, 50, 50, 60, 70, 80, 90, 100]),
        unions([0, 2], [1], [3]),
      ),
    ],
  },
  {
    id: 'owen-airport',
    method: 'why',
    title: {
      nl: 'Owen: de kosten van een landingsbaan, per maatschappij',
      en: 'Owen: the cost of a runway, by airline',
    },
    source:
      'M. Vázquez-Brage, A. van den Nouweland, I. García-Jurado, Mathematical Social Sciences 34 (1997): each step shared by the airlines that need it, then by their aircraft; airlines {1, 4} and {2, 3}',
    cost: 'quick',
    run: () =>
      owen(
        [1 / 4, 1 / 4 + 1 / 2, 1 / 4 + 1 / 2 + 3 / 2, 1 / 4 + 1 + 3 / 2 + 4],
        airport,
        unions([0, 3], [1, 2]),
      ),
  },
  {
    id: 'owen-levels',
    method: 'why',
    title: {
      nl: 'Owen met drie lagen: pijler, opgave, maatregel',
      en: 'Owen with three levels: pillar, challenge, measure',
    },
    source:
      'E. Winter, International Journal of Game Theory 18 (1989): what all are needed for is halved at each level; pillars {{1, 2}, {3}} and {4}',
    cost: 'quick',
    run: () =>
      owen(
        [1 / 8, 1 / 8, 1 / 4, 1 / 2],
        unanimity(4, [0, 1, 2, 3]),
        unions([{ id: 'a', members: [0, 1] }, 2], [3]),
      ),
  },
  {
    id: 'shapley-drawn-orders',
    method: 'why',
    title: {
      nl: 'Getrokken volgordes komen zo dicht bij het exacte antwoord als hun fout zegt',
      en: 'Drawn orders come as near the exact answer as their error says',
    },
    source:
      'airport of 11 aircraft with costs 1 to 11, closed form; tolerance four standard errors of 200 orders',
    cost: 'slow',
    run: () => {
      const played = game(11, (present) => Math.max(0, ...present.map((player) => player + 1)));
      const { values: found, errors } = attributePlain(played, { tolerance: 0, maxOrders: 200 });
      let exact = 0;
      return found.map((value, player): ReferenceValue => {
        exact += 1 / (11 - player);
        return {
          name: `phi[${player + 1}]`,
          expected: exact,
          found: numberAt(value, 0),
          tolerance: 4 * numberAt(at(errors, player), 0),
        };
      });
    },
  },
  {
    id: 'lmdi-exponentials',
    method: 'why',
    title: { nl: 'LMDI: een product van twee factoren', en: 'LMDI: a product of two factors' },
    source:
      'B. Ang, Energy Policy 33 (2005), formula 5: factors from 1 to e and from 1 to e squared share e cubed less 1 as 1 to 2',
    cost: 'quick',
    run: () => {
      const { factors } = explainIdentity([
        { id: 'jobs', from: [1], to: [Math.E] },
        { id: 'productivity', from: [1], to: [Math.E ** 2] },
      ]);
      const whole = Math.E ** 3 - 1;
      return [whole / 3, (2 * whole) / 3].map((expected, f) => ({
        name: `LMDI[${f + 1}]`,
        expected,
        found: at(factors, f).value,
        tolerance: 1e-12 * whole,
      }));
    },
  },
  {
    id: 'lmdi-zero',
    method: 'why',
    title: { nl: 'LMDI: een factor die van nul komt', en: 'LMDI: a factor that comes from zero' },
    source:
      'R. Wood, M. Lenzen, Energy Policy 34 (2006), analytical limits: the whole change to the factor that was zero; and L(a, a) = a',
    cost: 'quick',
    run: () => {
      const { factors } = explainIdentity([
        { id: 'jobs', from: [0, 2], to: [3, 2] },
        { id: 'productivity', from: [5, 1], to: [7, 1] },
      ]);
      return [
        { name: 'LMDI[1]', expected: 21, found: at(factors, 0).value, tolerance: 0 },
        { name: 'LMDI[2]', expected: 0, found: at(factors, 1).value, tolerance: 0 },
        { name: 'L(7, 7)', expected: 7, found: logarithmicMean(7, 7), tolerance: 0 },
      ];
    },
  },
  {
    id: 'lmg-independent',
    method: 'why',
    title: {
      nl: 'Aandelen in de spreiding, onafhankelijke oorzaken',
      en: 'Shares of the spread, independent causes',
    },
    source: 'closed form: y = 3a - 2b + c with a, b, c of equal variance gives 9, 4 and 1 of 14',
    cost: 'quick',
    run: () => {
      const columns = factorial(3, 8);
      const [a, b, c] = [at(columns, 0), at(columns, 1), at(columns, 2)];
      const y = a.map((value, i) => 3 * value - 2 * numberAt(b, i) + numberAt(c, i));
      return shares({ a: 9 / 14, b: 4 / 14, c: 1 / 14 }, { a, b, c }, y);
    },
  },
  {
    id: 'lmg-dependent',
    method: 'why',
    title: {
      nl: 'Aandelen in de spreiding, oorzaken die samenhangen',
      en: 'Shares of the spread, causes that hang together',
    },
    source:
      'U. Grömping, The American Statistician 61 (2007), two regressors: half of r1² + R² - r2²; a and a + b with y = 2a + b give 0.45 and 0.55',
    cost: 'quick',
    run: () => {
      const columns = factorial(2, 16);
      const [a, b] = [at(columns, 0), at(columns, 1)];
      const both = a.map((value, i) => value + numberAt(b, i));
      return shares(
        { a: 0.45, both: 0.55 },
        { a, both },
        a.map((value, i) => 2 * value + numberAt(b, i)),
      );
    },
  },
  {
    id: 'evppi-linear-gaussian',
    method: 'why',
    title: {
      nl: 'Waarde van één getal weten, lineair en normaal',
      en: 'Value of knowing one number, linear and normal',
    },
    source:
      'closed form: s (phi(m/s) + m/s Phi(m/s)) with m = -0.3; s = 1 for x alone, the root of 1.25 for all; 4,000 futures in 20 bins',
    cost: 'slow',
    run: linearGaussian,
  },
];
