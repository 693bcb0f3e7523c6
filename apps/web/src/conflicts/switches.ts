import type { Width } from '@schaalsprong/agenda/claims';
import type { AuditInput, AuditSwitches } from '@schaalsprong/audit';
import type { Interval } from '@schaalsprong/wire';

/** The published report: every switch at its default. */
export const published: AuditSwitches = {};

/** The three settings, from the figure as printed to words taken widely. */
export const settings: readonly Width[] = ['bare', 'default', 'generous'];

/** What an address asks for. */
export interface Asked {
  readonly switches: AuditSwitches;
  /** Parts of the address that this agenda knows nothing of, as they are there: an old link, or one truncated. */
  readonly unknown: readonly string[];
}

/** Names in the address. They are Dutch, as its other parts are. */
const names = { setting: 'marge', assumption: 'aanname', reading: 'lezing', repair: 'herstel' } as const;

/** Between the id of a claim and what is chosen for it; the one mark that ids never hold and addresses keep as it is. */
const between = '.';

/** One end of an interval: empty where there is none, `x` before a number that is not in it. */
const endText = (at: number | null, open: boolean): string =>
  at === null ? '' : `${open ? 'x' : ''}${String(at)}`;

function readEnd(text: string): { readonly at: number | null; readonly open: boolean } | null {
  if (text === '') return { at: null, open: false };
  const open = text.startsWith('x');
  const digits = open ? text.slice(1) : text;
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(digits)) return null;
  const at = Number(digits);
  return Number.isFinite(at) ? { at, open } : null;
}

/** An interval as it is in an address: `28200_29000`, `x50000_` for more than 50,000. */
export const intervalText = ({ min, max, minOpen, maxOpen }: Interval): string =>
  `${endText(min, minOpen)}_${endText(max, maxOpen)}`;

/** Reads what `intervalText` wrote; null where the text is no interval that holds a number. */
export function readInterval(text: string): Interval | null {
  const parts = text.split('_');
  const [min, max] = parts.length === 2 ? parts.map(readEnd) : [];
  if (min == null || max == null || (min.at === null && max.at === null)) return null;
  if (min.at !== null && max.at !== null) {
    if (min.at > max.at || (min.at === max.at && (min.open || max.open))) return null;
  }
  return { min: min.at, max: max.at, minOpen: min.open, maxOpen: max.open };
}

const cut = (text: string): readonly [string, string] => {
  const at = text.indexOf(between);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

/** Reads the switches of an address. What the audit does not know is left out and said. */
export function readSwitches(search: URLSearchParams, input: AuditInput): Asked {
  const unknown: string[] = [];
  const setting = search.get(names.setting);
  const asked = settings.find((s) => s === setting);
  if (setting !== null && asked === undefined) unknown.push(`${names.setting}=${setting}`);
  const assumptions: Record<string, boolean> = {};
  for (const text of search.getAll(names.assumption)) {
    const off = text.startsWith('-');
    const id = off ? text.slice(1) : text;
    const known = input.assumptions.find((assumption) => assumption.id === id);
    if (known === undefined) unknown.push(`${names.assumption}=${text}`);
    else if (known.on === off) assumptions[id] = !off;
  }
  const readings: Record<string, string> = {};
  for (const text of search.getAll(names.reading)) {
    const [claim, reading] = cut(text);
    const known = input.claims.find(({ id }) => id === claim)?.readings.some(({ id }) => id === reading);
    if (known === true) readings[claim] = reading;
    else unknown.push(`${names.reading}=${text}`);
  }
  const repairs: Record<string, Interval> = {};
  for (const text of search.getAll(names.repair)) {
    const [claim, range] = cut(text);
    const interval = readInterval(range);
    if (interval !== null && input.claims.some(({ id }) => id === claim)) repairs[claim] = interval;
    else unknown.push(`${names.repair}=${text}`);
  }
  return {
    switches: {
      ...(asked === undefined || asked === 'default' ? {} : { setting: asked }),
      ...(Object.keys(assumptions).length === 0 ? {} : { assumptions }),
      ...(Object.keys(readings).length === 0 ? {} : { readings }),
      ...(Object.keys(repairs).length === 0 ? {} : { repairs }),
    },
    unknown,
  };
}

/** The address with these switches instead of the ones that it had; all else in it stays. */
export function writeSwitches(search: URLSearchParams, switches: AuditSwitches): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of Object.values(names)) next.delete(name);
  if (switches.setting !== undefined && switches.setting !== 'default') {
    next.set(names.setting, switches.setting);
  }
  for (const [id, on] of sorted(switches.assumptions)) next.append(names.assumption, on ? id : `-${id}`);
  for (const [claim, reading] of sorted(switches.readings)) {
    next.append(names.reading, `${claim}${between}${reading}`);
  }
  for (const [claim, interval] of sorted(switches.repairs)) {
    next.append(names.repair, `${claim}${between}${intervalText(interval)}`);
  }
  return next;
}

/** In the order of their ids, so that the same view has one address. */
const sorted = <T>(record: Readonly<Record<string, T>> = {}): readonly (readonly [string, T])[] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** The same text for the same switches. */
export const keyOf = (switches: AuditSwitches): string =>
  writeSwitches(new URLSearchParams(), switches).toString();

/** Whether an assumption is taken. */
export const assumed = (input: AuditInput, switches: AuditSwitches, id: string): boolean =>
  switches.assumptions?.[id] ?? input.assumptions.find((a) => a.id === id)?.on ?? false;

const without = <T>(record: Readonly<Record<string, T>> | undefined, key: string): Record<string, T> => {
  const { [key]: _, ...rest } = record ?? {};
  return rest;
};

/** The switches with one setting. */
export const withSetting = (switches: AuditSwitches, setting: Width): AuditSwitches => ({
  ...switches,
  setting,
});

/** The switches with one assumption on or off; what is the same as its default is left out. */
export function withAssumption(
  input: AuditInput,
  switches: AuditSwitches,
  id: string,
  on: boolean,
): AuditSwitches {
  const others = without(switches.assumptions, id);
  const usual = input.assumptions.find((a) => a.id === id)?.on ?? false;
  return { ...switches, assumptions: on === usual ? others : { ...others, [id]: on } };
}

/** The switches with one reading of a claim; with null all of its readings are open again. */
export function withReading(switches: AuditSwitches, claim: string, reading: string | null): AuditSwitches {
  const others = without(switches.readings, claim);
  return { ...switches, readings: reading === null ? others : { ...others, [claim]: reading } };
}

/** The switches with another interval for some claims; with null a claim has its own again. */
export function withRepairs(
  switches: AuditSwitches,
  tried: Readonly<Record<string, Interval | null>>,
): AuditSwitches {
  let repairs: Record<string, Interval> = { ...switches.repairs };
  for (const [claim, interval] of Object.entries(tried)) {
    repairs = without(repairs, claim);
    if (interval !== null) repairs[claim] = interval;
  }
  return { ...switches, repairs };
}
