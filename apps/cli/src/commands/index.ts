// One line per command, each in its own folder; `commands.ts` makes the list.
export { assess } from './assess/command.ts';
export { audit } from './audit/command.ts';
export { backtest } from './backtest/command.ts';
export { check } from './check/command.ts';
export { discover } from './discover/command.ts';
export { ingest } from './ingest/command.ts';
export { newRegion } from './new/command.ts';
export { read } from './read/command.ts';
export { robustness } from './robustness/command.ts';
export { sample } from './sample/command.ts';
export { search } from './search/command.ts';
export { sensitivity } from './sensitivity/command.ts';
export { simulate } from './simulate/command.ts';
export { why } from './why/command.ts';
