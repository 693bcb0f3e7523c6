import { loadRegion, type Region } from '@schaalsprong/agenda';
import { type Made, madeFiles } from '../../agenda/test/made-files.ts';
import { type AuditInput, auditInput } from '../src/index.ts';

export { type Made, type MadeClaim, madeFiles, title, why } from '../../agenda/test/made-files.ts';

export const madeRegion = (made: Made): Promise<Region> => loadRegion(madeFiles(made));

export const madeInput = async (made: Made): Promise<AuditInput> => auditInput(await madeRegion(made));
