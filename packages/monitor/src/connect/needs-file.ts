import type { StatisticsSource } from '@schaalsprong/agenda';
import { fileKinds } from '../files/index.ts';
import { isDuoFile } from './duo/duo.ts';

/** Whether a source is a file that a person must give: sources.yaml knows no address of it. */
export const needsFile = (source: StatisticsSource): boolean =>
  fileKinds.some((kind) => kind === source.kind) && source.address === undefined && !isDuoFile(source);
