/**
 * How the region works: reads system-dynamics models (Vensim .mdl, XMILE) and runs it for thousands of futures at once.
 * Imports nothing of the project and nothing of Node.
 */
export type { Block } from './blocks.ts';
export { type CompileOptions, compile } from './compile.ts';
export { type Cell, DataFault, type DataSource, type NamedCells, type Sheet } from './data.ts';
export { decodeText } from './decode.ts';
export { drawsAtRandom } from './draws.ts';
export { type Backend, type Model, modelFromProgram, type RunRequest, type RunResult } from './model.ts';
export { nameKey, variableKey } from './names.ts';
export { createLocalPool } from './pool/pool.ts';
export type { Pool, PoolOptions, Progress, SummaryRequest } from './pool/protocol.ts';
export { ModelError, type ModelProblem, type ProblemCode } from './problems.ts';
export type { DimensionInfo, Program, TimeSettings, VariableInfo, VariableKind } from './program.ts';
export { isSeed, streamOf, uniformPair } from './random.ts';
export { exp, ln, pow, sin } from './statistics/elementary.ts';
export { incompleteBeta, lnGamma } from './statistics/gamma.ts';
export { normalCdf, normalQuantile } from './statistics/normal.ts';
export type * from './summary/asks.ts';
export { windowOf } from './summary/readings.ts';
export type { Text } from './texts.ts';
