/**
 * How the region works: reads system-dynamics models (Vensim .mdl, XMILE) and runs it for thousands of futures at once.
 * Imports nothing of the project and nothing of Node.
 */

export { type CompileOptions, compile } from './compile.ts';
export { drawsAtRandom } from './ir/draws-at-random.ts';
export type { DimensionInfo, Program, TimeSettings, VariableInfo, VariableKind } from './ir/program.ts';
export { createLocalPool } from './pool/pool.ts';
export type { Pool, PoolOptions, Progress, SummaryRequest } from './pool/protocol.ts';
export { ModelError, type ModelProblem, type ProblemCode } from './problems/problems.ts';
export type { Text } from './problems/say.ts';
export {
  type Cell,
  DataFault,
  DataMissing,
  type DataSource,
  type NamedCells,
  type Sheet,
} from './read/data-source.ts';
export { decodeText } from './read/decode-text.ts';
export type { Block } from './run/block.ts';
export { type Backend, type Model, modelFromProgram, type RunRequest, type RunResult } from './run/model.ts';
export { exp, ln, pow, sin } from './statistics/elementary.ts';
export { incompleteBeta, lnGamma } from './statistics/gamma.ts';
export { normalCdf, normalQuantile } from './statistics/normal.ts';
export { isSeed, streamOf, uniformPair } from './statistics/philox.ts';
export type * from './summary/asks.ts';
export { windowOf } from './summary/readings.ts';
export { orderStatistics } from './summary/select.ts';
export { nameKey, variableKey } from './syntax/names.ts';
