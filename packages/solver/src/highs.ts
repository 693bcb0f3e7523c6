import type { Highs, InitOptions, Model } from 'highs';

/**
 * HiGHS, compiled to WebAssembly, behind the few calls that the audit makes. Single thread, and every call blocks: on a
 * page it belongs in a worker. Models live in WebAssembly memory, which is not garbage-collected: the owner of a model disposes it.
 */

/** Where the WebAssembly is, for pages whose build moves it; Node needs nothing. */
export type SolverOptions = Pick<InitOptions, 'locateFile' | 'wasmBinary' | 'wasmModule'>;

/** Outcome of a solve. */
export type SolverStatus = 'optimal' | 'infeasible' | 'unbounded' | 'undecided';

/** Rows `lower <= sum of factors x columns <= upper`; infinities where there is no bound. */
export interface LinearProgram {
  readonly cost: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly rows: readonly {
    readonly columns: ArrayLike<number>;
    readonly factors: ArrayLike<number>;
    readonly lower: number;
    readonly upper: number;
  }[];
}

/** A linear programme in the solver's memory. */
export interface SolverModel {
  /** Takes another programme in the place of the one before; costs far less than another model. */
  load(program: LinearProgram): void;
  rowBounds(row: number, lower: number, upper: number): void;
  columnBounds(column: number, lower: number, upper: number): void;
  factor(row: number, column: number, value: number): void;
  /** Minimises, from where the last run ended. */
  run(): SolverStatus;
  /** a value per column */
  point(): Float64Array;
  objective(): number;
  /** After `infeasible`: a multiplier per row, positive on its upper bound and negative on its lower; null where there is none. */
  ray(): Float64Array | null;
  dispose(): void;
}

/** Options of one model. */
export interface ModelOptions {
  /** `ipm` ends in the middle of the best points instead of in a corner, to some 1e-8 only */
  readonly method?: 'simplex' | 'ipm';
  /** for large programmes that are solved once; rays need it off */
  readonly presolve?: boolean;
  readonly seconds?: number;
}

/** A loaded solver. */
export interface Solver {
  model(options?: ModelOptions): SolverModel;
}

/** The tolerance on a row or bound, in the unit of the scaled programme. */
export const TOLERANCE = 1e-9;

const statusOf: Readonly<Record<number, SolverStatus>> = { 7: 'optimal', 8: 'infeasible', 10: 'unbounded' };

function loaded(highs: Highs, { method = 'simplex', presolve = false, seconds }: ModelOptions): SolverModel {
  const model: Model = highs.createModel();
  model.options.set({
    output_flag: false,
    solver: method,
    presolve: presolve ? 'on' : 'off',
    ...(method === 'ipm' ? { run_crossover: 'off' } : {}),
    primal_feasibility_tolerance: TOLERANCE,
    dual_feasibility_tolerance: TOLERANCE,
    ...(seconds === undefined ? {} : { time_limit: seconds }),
  });
  return {
    load({ cost, lower, upper, rows }) {
      const starts = new Int32Array(rows.length + 1);
      const factors = rows.reduce((sum, row) => sum + row.columns.length, 0);
      const indices = new Int32Array(factors);
      const values = new Float64Array(factors);
      let start = 0;
      for (const [i, row] of rows.entries()) {
        indices.set(row.columns, start);
        values.set(row.factors, start);
        start += row.columns.length;
        starts[i + 1] = start;
      }
      model.passModel({
        numCols: cost.length,
        numRows: rows.length,
        colCost: Float64Array.from(cost),
        colLower: Float64Array.from(lower),
        colUpper: Float64Array.from(upper),
        rowLower: Float64Array.from(rows, (row) => row.lower),
        rowUpper: Float64Array.from(rows, (row) => row.upper),
        matrix: { format: 'csr', numRows: rows.length, numCols: cost.length, starts, indices, values },
      });
    },
    rowBounds: (row, lower, upper) => void model.changeRowBounds(row, lower, upper),
    columnBounds: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    factor: (row, column, value) => void model.changeCoefficient(row, column, value),
    run: () => statusOf[model.run().modelStatus] ?? 'undecided',
    point: () => model.getSolution().colValue,
    objective: () => model.getObjectiveValue(),
    ray: () => model.getDualRay()?.values ?? null,
    dispose: () => model.dispose(),
  };
}

/** Loads HiGHS: some 30 to 100 ms, once. */
export async function loadSolver(options: SolverOptions = {}): Promise<Solver> {
  const module: unknown = await import('highs');
  // its types speak of the CommonJS form, in which the default lies one deeper
  const { default: load } = module as { default: (options: InitOptions) => Promise<Highs> };
  const highs = await load(options);
  return { model: (modelOptions = {}) => loaded(highs, modelOptions) };
}
