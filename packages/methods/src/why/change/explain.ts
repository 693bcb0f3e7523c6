import { at, numberAt } from '@schaalsprong/words';
import {
  type AttributeOptions,
  type Attribution,
  attribute,
  type Ends,
  endsOf,
  type Group,
  playersOf,
  spreadOf,
  strongestPair,
} from '../games/index.ts';
import { type NoAnswer, noAnswer } from '../reason.ts';
import { BLOCKS, jackknifeError, LEAST_FUTURES, type Measured } from './measured.ts';
import { gameOnModel, type ModelGame, type Mover, type Position } from './model-game.ts';

/** A lever or assumption that may differ between two settings, and its place in the tree of the agenda. */
export interface ChangeMover {
  readonly id: string;
  /** Constants of the model that it sets. */
  readonly variables: readonly string[];
  /** From the top down: pillar, challenge. Without it the mover stands by itself. */
  readonly path?: readonly string[] | undefined;
}

/** Request to explain a change. */
export interface ChangeAsk
  extends Pick<ModelGame, 'runner' | 'time'>,
    Pick<AttributeOptions, 'exactUpTo' | 'tolerance' | 'maxOrders' | 'seed' | 'signal'> {
  /** Number of futures. */
  readonly count: number;
  /**
   * All that is given to the model on either side: the drawn uncertainties as a number per future, levers and fixed
   * assumptions as one number. Both name the same constants.
   */
  readonly from: Position;
  readonly to: Position;
  /** Who may have moved. A constant that differs and is nobody's is a mover by itself. */
  readonly movers: readonly ChangeMover[];
  /** The numbers to explain; one set of runs explains all. */
  readonly measured: readonly Measured[];
  /** First answers on so many futures, rising; the last answer is on all. Default: 200, where there are at least three times as many. */
  readonly first?: readonly number[] | undefined;
  readonly onPartial?: ((partial: ChangeExplained) => void) | undefined;
  readonly onProgress?: ((progress: { readonly runs: number; readonly atMost: number }) => void) | undefined;
}

/** Contribution of a mover or group to the change of one number, in its unit. */
export interface Contribution {
  readonly id: string;
  /** Adds up over all to the change. */
  readonly value: number;
  /** Standard error from sampling orders; 0 where all coalitions were run. */
  readonly orderError: number;
  /** Standard error over futures (jackknife); null where there are too few. */
  readonly futuresError: number | null;
}

/** A mover with the two bounds on what it brings. */
export interface MoverContribution extends Contribution {
  /** What it brings when it moves alone. */
  readonly alone: number;
  /** What it brings when it moves after all others. */
  readonly last: number;
}

/** A group of movers, with groups or movers in it. */
export interface GroupContribution extends Contribution {
  readonly members: readonly (GroupContribution | MoverContribution)[];
}

/** Why one number changed. */
export interface MeasuredChange {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly change: number;
  /** In the order of the movers. */
  readonly movers: readonly MoverContribution[];
  /** The same by group; the top one is the whole change. */
  readonly tree: GroupContribution;
  /** What the movers bring only together: the change less what each brings alone. */
  readonly together: number;
  /** The two that strengthen (above 0) or weaken each other most; null where not all coalitions were run. */
  readonly strongestPair: { readonly movers: readonly [string, string]; readonly size: number } | null;
}

/** Why numbers changed, with the errors of the estimate. */
export interface ChangeExplained {
  readonly kind: 'change';
  readonly measured: readonly MeasuredChange[];
  /** Futures on which it stands. */
  readonly futures: number;
  /** Different combinations of movers that were run, each on all those futures. */
  readonly coalitions: number;
  /** Runs of the model: coalitions times futures. */
  readonly runs: number;
  readonly exact: boolean;
  /** Orders of movers drawn; 0 where exact. */
  readonly orders: number;
  /** Whether the errors of drawing are within the tolerance. */
  readonly settled: boolean;
  readonly seed: number;
}

const differ = (a: number | Float64Array | undefined, b: number | Float64Array | undefined): boolean =>
  typeof a === 'object' && typeof b === 'object'
    ? a.length !== b.length || a.some((value, future) => value !== b[future])
    : a !== b;

/**
 * Explains why numbers differ between two settings of one model on the same futures: what every lever and assumption that
 * differs brings, by measure and by group of measures, and what they bring only together.
 *
 * @returns a reason where nothing differs or nothing is asked
 * @throws FuturesError for a wrong setting, ModelError where the model meets one; the signal's reason on abort
 */
export async function explainChange(ask: ChangeAsk): Promise<ChangeExplained | NoAnswer> {
  const { from, to, measured, count, runner, time, signal, seed = 1 } = ask;
  const moved = moversOf(ask);
  if (moved.length === 0) {
    return noAnswer(
      'nothing-differs',
      'De twee instellingen zijn gelijk: er is niets te verklaren.',
      'The two settings are the same: there is nothing to explain.',
    );
  }
  if (measured.length === 0) {
    return noAnswer('nothing-asked', 'Er is geen uitkomst gevraagd.', 'No outcome was asked for.');
  }
  const movers = moved.map(
    ({ id, variables }): Mover => ({
      id,
      from: pick(from, variables),
      to: pick(to, variables),
    }),
  );
  const own = new Set(moved.flatMap(({ variables }) => variables));
  const common = Object.fromEntries(
    [...Object.entries(to), ...Object.entries(from)].filter(([name]) => !own.has(name)),
  );
  const structure = structureOf(moved);
  let before = 0;
  const on = async (futures: number): Promise<ChangeExplained> => {
    const game = gameOnModel({ runner, time, count: futures, common, movers, measured, signal });
    const attribution = await attribute(game, {
      ...ask,
      structure,
      onProgress: ({ done, of }) =>
        ask.onProgress?.({ runs: before + done * futures, atMost: before + of * futures }),
    });
    const ends = await endsOf(game, attribution, signal);
    const explained = explainedBy(attribution, ends, movers, structure, measured, futures, seed);
    before += explained.runs;
    return explained;
  };
  for (const first of ask.first ?? (count >= 3 * FIRST ? [FIRST] : [])) {
    if (first < count) ask.onPartial?.(await on(first));
  }
  return on(count);
}

/** Futures of a first answer, by default. */
const FIRST = 200;

const pick = (setting: Position, names: readonly string[]): Position =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = setting[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The movers that differ; constants that differ and belong to nobody come after them, by name. */
function moversOf({ from, to, movers }: ChangeAsk): readonly ChangeMover[] {
  const differing = (name: string): boolean => differ(from[name], to[name]);
  const known = new Set(movers.flatMap(({ variables }) => variables));
  const others = [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((name) => !known.has(name) && differing(name))
    .sort();
  return [
    ...movers.filter(({ variables }) => variables.some(differing)),
    ...others.map((name) => ({ id: name, variables: [name] })),
  ];
}

/** The tree of the movers' paths. */
function structureOf(movers: readonly ChangeMover[]): Group {
  interface Open {
    readonly id: string;
    readonly members: (Open | number)[];
  }
  const top: Open = { id: '', members: [] };
  movers.forEach(({ path = [] }, player) => {
    let group = top;
    for (const id of path) {
      const known = group.members.find((each): each is Open => typeof each === 'object' && each.id === id);
      const next = known ?? { id, members: [] };
      if (known === undefined) group.members.push(next);
      group = next;
    }
    group.members.push(player);
  });
  return top;
}

function explainedBy(
  attribution: Attribution,
  { first, last, together }: Ends,
  movers: readonly Mover[],
  structure: Group,
  measured: readonly Measured[],
  futures: number,
  seed: number,
): ChangeExplained {
  const { values, draws, empty, full, exact, orders, settled, table } = attribution;
  const per = futures < LEAST_FUTURES ? 1 : 1 + BLOCKS;
  return {
    kind: 'change',
    measured: measured.map(({ id }, m): MeasuredChange => {
      const start = m * per;
      /** Standard error of a sum of players over the futures: sums within each tenth, then their spread. */
      const contribution = (name: string, players: readonly number[]): Contribution => {
        const sum = (c: number): number =>
          players.reduce((total, player) => total + numberAt(at(values, player), c), 0);
        return {
          id: name,
          value: sum(start),
          orderError: exact ? 0 : spreadOf(draws, players, start).error,
          futuresError: jackknifeError(Array.from({ length: per - 1 }, (_, block) => sum(start + 1 + block))),
        };
      };
      const leaves = movers.map(
        ({ id: name }, player): MoverContribution => ({
          ...contribution(name, [player]),
          alone: numberAt(at(first, player), start),
          last: numberAt(at(last, player), start),
        }),
      );
      const branch = (group: Group): GroupContribution => {
        const members = group.members.flatMap((each) =>
          typeof each === 'number' ? at(leaves, each) : branch(each),
        );
        return { ...contribution(group.id, playersOf(group)), members };
      };
      const pair = strongestPair(attribution, start);
      const idOf = (player: number): string => at(movers, player).id;
      return {
        id,
        from: numberAt(empty, start),
        to: numberAt(full, start),
        change: numberAt(full, start) - numberAt(empty, start),
        movers: leaves,
        tree: branch(structure),
        together: numberAt(together, start),
        strongestPair:
          pair === null ? null : { movers: [idOf(pair.players[0]), idOf(pair.players[1])], size: pair.size },
      };
    }),
    futures,
    coalitions: table.count,
    runs: table.count * futures,
    exact,
    orders,
    settled,
    seed,
  };
}
