import type { Region, ScenarioFile } from '@schaalsprong/agenda';
import { medianOf } from '@schaalsprong/methods/distributions';
import { type EnsembleRunner, sampleFutures } from '@schaalsprong/methods/ensemble';
import { FuturesError, type FuturesProblem } from '@schaalsprong/methods/problems';
import type { Decision, Evaluation, Objective, SearchProblem } from '@schaalsprong/methods/search';
import type { Model } from '@schaalsprong/model';
import { at, must, numberAt, type Text } from '@schaalsprong/words';
import { countMet, type Modelled, modelledTarget } from '../../assess/projection/modelled.ts';
import { ReadingLayout } from '../../assess/projection/readings.ts';
import { type ResolvedScenario, resolveScenario, withAssumptions } from '../../scenario/scenario.ts';
import { type FreeLever, freeLevers } from './free-levers.ts';
import { type LeverRule, leverRules } from './house-rules.ts';
import {
  functionalOf,
  lineText,
  type RedLine,
  type RobustObjective,
  reachedOf,
  readObjectives,
  readRedLines,
  usualObjectives,
  violationOf,
} from './objectives.ts';
import { leverProblems as problems } from './problems.ts';

/** What to search in a region, and where it runs. */
export interface LeverSearch {
  readonly region: Region;
  readonly model: Model;
  readonly runner: EnsembleRunner;
  readonly futures: number;
  readonly seed: number;
  /** Where levers stand that are not free, and what is assumed; by default that of region.yaml. */
  readonly scenario?: ScenarioFile | string | undefined;
  /** As `readObjectives` takes them; by default every pillar and the effort. */
  readonly objectives?: readonly string[] | undefined;
  /** `TARGET:COUNT` */
  readonly keep?: readonly string[] | undefined;
  /** `TARGET:LIMIT` */
  readonly never?: readonly string[] | undefined;
  /**
   * Id of a scenario than which no objective other than effort and cost may be worse; null for none. By default, where there is no
   * other red line, the region's own scenario: else a package that does nothing would be as good an answer as any.
   */
  readonly noWorseThan?: string | null | undefined;
  /** Ids of the measures that are free; all by default. */
  readonly levers?: readonly string[] | null | undefined;
  /** In how many parts what the agenda asks of a measure is cut. */
  readonly parts?: number | undefined;
}

/** What a package of levers gives, target by target. */
export interface PackageOutcomes {
  /** Measure id to the value of its lever. */
  readonly positions: Readonly<Record<string, number>>;
  readonly targets: readonly {
    readonly target: string;
    readonly met: { readonly count: number; readonly of: number };
    readonly median: number;
  }[];
}

/** A search over the levers of a region, as a problem for the search. */
export interface LeverProblem extends SearchProblem {
  readonly levers: readonly FreeLever[];
  readonly titles: readonly Text[];
  readonly lines: readonly RedLine[];
  /** Id of the scenario than which no package may be worse; null for none. */
  readonly noWorseThan: string | null;
  readonly futures: number;
  readonly seed: number;
  readonly scenario: string;
  /** The decision nearest to the scenario itself, to compare packages with. */
  readonly own: Decision;
  /** Measure id to the value of its lever, of every measure. */
  positionsOf(decision: Decision): Readonly<Record<string, number>>;
  /** What decisions give for every target that the model speaks of. */
  outcomesOf(decisions: readonly Decision[], signal?: AbortSignal): Promise<readonly PackageOutcomes[]>;
}

/** Differences below a fiftieth of what can be gained or lost do not matter, unless somebody says otherwise. */
const BOXES = 50;
/** And a fiftieth of all that the agenda asks. */
const EFFORT_EPSILON = 0.02;
/** And half a percent of reaching all targets of a pillar. */
const PILLAR_EPSILON = 0.005;

/** The targets with a number of a pillar, of all where null, with their places in the list. */
const inPillar = (modelled: readonly Modelled[], pillar: string | null) =>
  modelled.flatMap(({ target }, m) =>
    target.value !== null && (pillar === null || target.pillar === pillar) ? [{ m, target }] : [],
  );

/**
 * Makes a search problem of a region: what may be chosen are its levers, every choice runs on the same futures, and objectives and
 * constraints are counted over them. Bounds of objectives are fixed beforehand, from the three packages that are known: nothing, the
 * agenda, and every lever at its end.
 *
 * @throws FuturesError with every fault of what was asked; what sampling and the runner throw
 */
export async function leverProblem(asked: LeverSearch, signal?: AbortSignal): Promise<LeverProblem> {
  const { region, futures: count, seed } = asked;
  const question = readQuestion(asked);
  const { scenario, levers, wanted, lines, rules } = question;
  const units = costUnits(wanted, levers);
  const run = packageRuns(asked, question);
  const { noWorseThan, known, objectives, standards } = await frameOf(asked, question, run, signal);
  const settingOf = (decision: Decision) => leversOf(question, decision);

  // Memoized: the search proposes some packages more than once.
  const evaluated = new Map<string, Evaluation>();
  return {
    id: `levers of ${region.id}`,
    variables: levers.map(({ variable }) => variable),
    objectives,
    constraints: [
      ...lines.map((line) => constraintOf(line, region, count)),
      ...standards.map(({ scenario: standard, o }) =>
        noWorseText(standard, at(wanted, o), at(objectives, o).name, region),
      ),
      ...rules.map(namedRule),
    ],
    known,
    levers,
    titles: wanted.map((objective) => objectiveText(objective, region, units)),
    lines,
    noWorseThan,
    futures: count,
    seed,
    scenario: scenario.id,
    own: Float64Array.from(levers, ({ measure, stepAt }) =>
      stepAt(scenario.positions[measure.id] ?? measure.lever.positions.agenda),
    ),
    positionsOf: (decision) => positionsOf(question, decision),
    evaluate: async (batch, stop) => {
      const fresh = new Map(batch.map((decision) => [decision.join(), decision]));
      for (const key of evaluated.keys()) fresh.delete(key);
      const decisions = [...fresh.values()];
      const results = decisions.length === 0 ? [] : await run(decisions.map(settingOf), stop);
      decisions.forEach((decision, i) => {
        const outcomes = at(results, i);
        evaluated.set(decision.join(), {
          objectives: wanted.map((objective) => numberOf(question, objective, decision, outcomes)),
          violations: violationsOf(question, { objectives, standards }, decision, outcomes),
        });
      });
      return batch.map((decision) => must(evaluated, decision.join()));
    },
    outcomesOf: async (decisions, stop) => {
      const results = await run(decisions.map(settingOf), stop);
      return decisions.map((decision, d) => packageOutcomes(question, decision, at(results, d)));
    },
  };
}

/** What a search asks, read and checked. */
interface Question {
  readonly scenario: ResolvedScenario;
  readonly modelled: readonly Modelled[];
  /** those of `modelled` that have a number */
  readonly counted: readonly Modelled[];
  readonly levers: readonly FreeLever[];
  readonly wanted: readonly RobustObjective[];
  readonly lines: readonly RedLine[];
  readonly rules: readonly LeverRule[];
  /** number of futures */
  readonly count: number;
}

/** @throws FuturesError with every fault of what was asked */
function readQuestion(asked: LeverSearch): Question {
  const { region, model } = asked;
  const scenario = resolveScenario(region, asked.scenario ?? region.assessment.scenario);
  const modelled = region.targets.flatMap((target) => modelledTarget(region, model, target) ?? []);
  const { levers, objectives, lines } = readAsked(asked, modelled);
  return {
    scenario,
    modelled,
    counted: modelled.filter(({ target }) => target.value !== null),
    levers,
    wanted: objectives,
    lines,
    rules: leverRules(region),
    count: asked.futures,
  };
}

/** Measure id to the value of its lever, of every measure. */
const positionsOf = (
  { scenario, levers }: Question,
  decision: Decision,
): Readonly<Record<string, number>> => ({
  ...scenario.positions,
  ...Object.fromEntries(levers.map((lever, i) => [lever.measure.id, lever.valueAt(numberAt(decision, i))])),
});

/** Variable of the model to the value of its lever, of every measure. */
const leversOf = ({ scenario, levers }: Question, decision: Decision): Readonly<Record<string, number>> => ({
  ...scenario.levers,
  ...Object.fromEntries(levers.map((l, i) => [l.measure.lever.variable, l.valueAt(numberAt(decision, i))])),
});

/** Per target of `modelled` the outcome in every future, in the unit of the target. */
type Outcomes = readonly Float64Array[];

/** Runs settings of the levers on the futures of the search; per setting its outcomes. */
type PackageRuns = (
  settings: readonly Readonly<Record<string, number>>[],
  signal: AbortSignal | undefined,
) => Promise<readonly Outcomes[]>;

function packageRuns(
  { region, runner, seed }: LeverSearch,
  { scenario, modelled, count }: Question,
): PackageRuns {
  const { uncertainties } = region;
  const futures = withAssumptions(
    sampleFutures(uncertainties, count, seed),
    uncertainties,
    scenario.assumptions,
  );
  const layout = new ReadingLayout(modelled.map(({ atHorizon }) => atHorizon));
  return async (settings, signal) => {
    const jobs = settings.map((levers) => ({ levers, readings: layout.readings }));
    const results = await runner.run({ futures, jobs }, { signal });
    return results.map((result) =>
      modelled.map(({ outcome, atHorizon }) =>
        layout.numbers(result, atHorizon, count).map((value) => value * outcome.scale),
      ),
    );
  };
}

/** What objective `o` comes to in the scenario than which no package may be worse. */
interface Standard {
  readonly scenario: string;
  readonly o: number;
  readonly least: number;
}

/** What the search compares packages with: bounds of objectives and least values, by runs of the packages that are known. */
interface Frame {
  readonly known: readonly Decision[];
  readonly objectives: readonly Objective[];
  readonly noWorseThan: string | null;
  readonly standards: readonly Standard[];
}

async function frameOf(
  { region, noWorseThan: asked }: LeverSearch,
  question: Question,
  run: PackageRuns,
  signal: AbortSignal | undefined,
): Promise<Frame> {
  const { scenario, levers, wanted, lines } = question;
  const usual = lines.length === 0 ? region.assessment.scenario : null;
  const noWorseThan = asked === undefined ? usual : asked;
  const standard = noWorseThan === null ? null : resolveScenario(region, noWorseThan);
  const known = knownDecisions(levers, standard === null ? [scenario] : [scenario, standard]);
  const settings = known.map((decision) => leversOf(question, decision));
  const runs = await run(standard === null ? settings : [...settings, standard.levers], signal);
  const objectives = wanted.map((objective) => {
    const seen = known.map((decision, k) => numberOf(question, objective, decision, at(runs, k)));
    return objectiveOf(objective, seen, question);
  });
  const standards = wanted.flatMap((objective, o): Standard[] => {
    if (noWorseThan === null || objective.kind === 'effort' || objective.kind === 'cost') return [];
    // These objectives do not depend on the decision, only on its outcomes.
    const least = numberOf(question, objective, new Float64Array(), at(runs, known.length));
    return [{ scenario: noWorseThan, o, least }];
  });
  return { known, objectives, noWorseThan, standards };
}

/** An objective as a number, of a package with these outcomes. */
function numberOf(
  { levers, modelled, count }: Question,
  objective: RobustObjective,
  decision: Decision,
  outcomes: Outcomes,
): number {
  switch (objective.kind) {
    case 'effort':
      return effortOf(levers, decision);
    case 'cost':
      return costOf(levers, decision);
    case 'pillar': {
      const within = inPillar(modelled, objective.pillar);
      const each = within.map(({ m, target }) => {
        const values = at(outcomes, m);
        return objective.functional === 'met' ? countMet(values, target) / count : reachedOf(target, values);
      });
      const sum = each.reduce((total, part) => total + part, 0);
      return objective.functional === 'met' ? sum : sum / within.length;
    }
    case 'target': {
      const m = modelled.findIndex(({ target }) => target.id === objective.target);
      return functionalOf(objective.functional, at(modelled, m), at(outcomes, m));
    }
  }
}

/** How far a package goes beyond each constraint, in the order of `constraints`; 0 where it keeps to it. */
function violationsOf(
  question: Question,
  { objectives, standards }: Pick<Frame, 'objectives' | 'standards'>,
  decision: Decision,
  outcomes: Outcomes,
): number[] {
  const { lines, modelled, wanted, rules } = question;
  const positions = positionsOf(question, decision);
  return [
    ...lines.map((line) => {
      const m = modelled.findIndex(({ target }) => target.id === line.target);
      return violationOf(line, at(modelled, m), at(outcomes, m));
    }),
    ...standards.map(({ o, least }) => {
      const { bounds } = at(objectives, o);
      const value = numberOf(question, at(wanted, o), decision, outcomes);
      // The difference runs the same way as from worst to best, so its sign needs no direction.
      return Math.max(0, (least - value) / (bounds.best - bounds.worst));
    }),
    ...rules.map((rule) => rule.violation(positions)),
  ];
}

function packageOutcomes(question: Question, decision: Decision, outcomes: Outcomes): PackageOutcomes {
  const { modelled, counted, count } = question;
  return {
    positions: positionsOf(question, decision),
    targets: counted.map((each) => {
      const values = at(outcomes, modelled.indexOf(each));
      return {
        target: String(each.target.id),
        met: { count: countMet(values, each.target), of: count },
        median: medianOf(values),
      };
    }),
  };
}

function readAsked(asked: LeverSearch, modelled: readonly Modelled[]) {
  const { region } = asked;
  const found: FuturesProblem[] = [];
  const take = <T>(read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FuturesError)) throw error;
      found.push(...error.problems);
      return otherwise;
    }
  };
  const levers = take(() => freeLevers(region, asked.levers ?? null, asked.parts ?? 10), []);
  const objectives = take(
    () =>
      asked.objectives === undefined || asked.objectives.length === 0
        ? usualObjectives(region, modelled)
        : readObjectives(asked.objectives, region, modelled),
    [],
  );
  const lines = take(
    () => readRedLines(asked.keep ?? [], asked.never ?? [], asked.futures, region, modelled),
    [],
  );
  if (found.length > 0) throw new FuturesError(found);
  return { levers, objectives, lines };
}

/** Nothing, the agenda, every lever at its end, and what the scenarios say. */
function knownDecisions(
  levers: readonly FreeLever[],
  scenarios: readonly ResolvedScenario[],
): readonly Decision[] {
  const at = (value: (lever: FreeLever) => number): Decision =>
    Float64Array.from(levers, (lever) => lever.stepAt(value(lever)));
  const all = [
    at(({ measure }) => measure.lever.positions.none),
    at(({ measure }) => measure.lever.positions.agenda),
    at(({ measure: { lever } }) => (lever.positions.agenda >= lever.positions.none ? lever.max : lever.min)),
    ...scenarios.map(({ positions }) =>
      at(({ measure }) => positions[measure.id] ?? measure.lever.positions.agenda),
    ),
  ];
  return [...new Map(all.map((decision) => [decision.join(), decision])).values()];
}

/** The mean over free measures of which the agenda asks something of how far each goes; 1 is as far as the agenda. */
function effortOf(levers: readonly FreeLever[], decision: Decision): number {
  const shares = levers.flatMap((lever, i) => lever.shareAt(numberAt(decision, i)) ?? []);
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + Math.abs(share), 0) / shares.length;
}

/** What the free measures cost of which that is known, in proportion to how far each goes; one of which nothing is asked costs nothing. */
const costOf = (levers: readonly FreeLever[], decision: Decision): number =>
  levers.reduce(
    (sum, lever, i) => sum + (lever.measure.cost?.amount ?? 0) * (lever.shareAt(numberAt(decision, i)) ?? 0),
    0,
  );

/** The unit in which costs are added up. */
function costUnits(objectives: readonly RobustObjective[], levers: readonly FreeLever[]): string {
  const priced = levers.flatMap(({ measure }) => measure.cost ?? []);
  const [unit = ''] = priced.map((cost) => String(cost.unit));
  const asksCost = objectives.some(({ kind }) => kind === 'cost');
  if (asksCost && (priced.length === 0 || priced.some((cost) => cost.unit !== unit))) {
    throw new FuturesError([problems.noCost('objectives: cost')]);
  }
  return unit;
}

/** An objective of the search with its bounds. @param seen what it came to in the packages that are known */
function objectiveOf(
  objective: RobustObjective,
  seen: readonly number[],
  { counted, levers, count }: Question,
): Objective {
  const most = Math.max(...seen);
  const made = (
    name: string,
    direction: Objective['direction'],
    bounds: Objective['bounds'],
    usual: number,
  ): Objective => ({ name, direction, bounds, epsilon: objective.epsilon ?? usual });
  switch (objective.kind) {
    case 'effort':
      return made('effort', 'minimise', { best: 0, worst: farthest(levers, effortOf) }, EFFORT_EPSILON);
    case 'cost':
      return made('cost', 'minimise', { best: 0, worst: most || 1 }, (most || 1) / BOXES);
    case 'pillar': {
      const name = `${objective.pillar ?? 'all'}:${objective.functional}`;
      const best = objective.functional === 'met' ? inPillar(counted, objective.pillar).length : 1;
      return made(name, 'maximise', { best, worst: 0 }, best * PILLAR_EPSILON);
    }
    case 'target': {
      const name = `${objective.target}:${objective.functional}`;
      const target = must(
        new Map(counted.map((each) => [String(each.target.id), each.target])),
        objective.target,
      );
      if (objective.functional === 'reached') {
        return made(name, 'maximise', { best: 1, worst: 0 }, PILLAR_EPSILON);
      }
      if (objective.functional === 'met') {
        return made(name, 'maximise', { best: count, worst: 0 }, Math.max(1, count / BOXES));
      }
      const higher = target.direction === 'at-least';
      const reach = target.value === null ? seen : [target.value, ...seen];
      const low = Math.min(...reach);
      const high = Math.max(...reach);
      const width = high - low || Math.abs(high) || 1;
      return made(
        name,
        higher ? 'maximise' : 'minimise',
        higher ? { best: low + width, worst: low } : { best: high - width, worst: high },
        width / BOXES,
      );
    }
  }
}

/** The most that all levers together can be moved. */
function farthest(levers: readonly FreeLever[], measured: typeof effortOf): number {
  const ends = levers.map(({ variable }) =>
    variable.kind === 'category'
      ? 1
      : Math.abs(variable.max) >= Math.abs(variable.min)
        ? variable.max
        : variable.min,
  );
  return measured(levers, Float64Array.from(ends)) || 1;
}

function noWorseText(
  scenario: string,
  objective: RobustObjective,
  name: string,
  region: Region,
): SearchProblem['constraints'][number] {
  const title = region.scenarios.find(({ id }) => id === scenario)?.title ?? { nl: scenario, en: scenario };
  const of = objectiveText(objective, region, '');
  return {
    name: `${name} no worse than ${scenario}`,
    text: {
      nl: `${of.nl}: niet slechter dan in '${title.nl}'`,
      en: `${of.en}: no worse than in '${title.en}'`,
    },
  };
}

const namedRule = ({ name, text }: LeverRule) => ({ name, text });

function constraintOf(line: RedLine, region: Region, futures: number) {
  const { title, unit } = must(new Map(region.targets.map((each) => [String(each.id), each])), line.target);
  return {
    name: line.kind === 'met' ? `${line.target}:${line.count}` : `${line.target} never beyond ${line.limit}`,
    text: lineText(line, title, unit, futures),
  };
}

function objectiveText(objective: RobustObjective, region: Region, costUnit: string): Text {
  switch (objective.kind) {
    case 'effort':
      return {
        nl: 'inspanning: hoe ver de maatregelen gemiddeld gaan (1 is zoals de agenda)',
        en: 'effort: how far the measures go on average (1 is as the agenda)',
      };
    case 'cost':
      return {
        nl: `kosten van de maatregelen waarvan die bekend zijn (${costUnit}, naar rato)`,
        en: `cost of the measures of which it is known (${costUnit}, in proportion)`,
      };
    case 'pillar': {
      const title = region.nodes.find(({ id }) => id === objective.pillar)?.title;
      const [nl, en] = [title?.nl ?? 'alle pijlers', title?.en ?? 'all pillars'];
      return objective.functional === 'met'
        ? {
            nl: `gehaalde doelstellingen, gemiddeld over de toekomsten: ${nl}`,
            en: `targets met, on average over the futures: ${en}`,
          }
        : {
            nl: `hoe ver de doelstellingen gemiddeld worden bereikt: ${nl}`,
            en: `how far the targets are reached on average: ${en}`,
          };
    }
    case 'target': {
      const title = region.targets.find(({ id }) => id === objective.target)?.title;
      const how: Record<typeof objective.functional, Text> = {
        met: { nl: 'toekomsten waarin gehaald', en: 'futures in which met' },
        reached: { nl: 'hoe ver gemiddeld bereikt', en: 'how far reached on average' },
        maximin: { nl: 'slechtste toekomst', en: 'worst future' },
        laplace: { nl: 'gemiddelde', en: 'mean' },
        'mean-variance': { nl: 'gemiddelde min spreiding', en: 'mean less spread' },
        percentile: { nl: 'tiende percentiel aan de slechte kant', en: 'tenth percentile on the bad side' },
      };
      const { nl, en } = how[objective.functional];
      return { nl: `${title?.nl ?? objective.target}: ${nl}`, en: `${title?.en ?? objective.target}: ${en}` };
    }
  }
}
