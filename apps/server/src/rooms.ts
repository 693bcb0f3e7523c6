import { addAudit } from './audit/routes.ts';
import { addEditing } from './editing/routes.ts';
import type { Router } from './http/register.ts';
import { addMonitorApi } from './monitor/routes.ts';
import { addMonitorTaking } from './monitor/taking.ts';
import { addRegion } from './region/routes.ts';
import type { Current } from './served.ts';
import { addSite } from './site/routes.ts';
import { addStanding } from './standing/routes.ts';
import { addTable } from './table/routes.ts';

/** Registers the addresses of one part of the product. */
export type Room = (router: Router, current: Current) => void;

/** The parts of the product, each in a folder of its own: a new one adds its folder and a line here. */
export const rooms: readonly Room[] = [
  addRegion,
  addStanding,
  addAudit,
  addTable,
  addMonitorApi,
  addMonitorTaking,
  addEditing,
  addSite,
];
