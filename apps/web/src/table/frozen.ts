import { dependsOn } from '@schaalsprong/futures/depends';
import type { TableAnswer, TableRegion, TableSetting } from '@schaalsprong/futures/table';
import type { Text } from '@schaalsprong/wire';
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import * as z from 'zod/mini';
import type { Frozen, MadeWith } from './contract.ts';
import { tableTexts } from './problems.ts';
import { fitSetting } from './settings.ts';

/** What a link freezes. */
export interface ToFreeze {
  readonly name: string;
  readonly description: string;
  readonly setting: TableSetting;
  /** The period at which targets are read; null for the horizon of each. */
  readonly year?: string | null;
  readonly answer: TableAnswer;
}

/** Part of the address that holds what is frozen. */
export const frozenName = 'bewaard';

/**
 * Version 1 held the hashes of the whole folder: `agenda` of all YAML, `data` of all CSV, `model` of all of model/. Version 2 holds those
 * of the domains that the table depends on (decision 0042). The rest of their content is the same. Version 3 ends with what came later,
 * by name: `year`, and `timings` (decision 0047). A link that says nothing of it is still written in version 2, which every copy of the
 * program reads.
 */
const version = 2;
const withMore = 3;
const versions: readonly number[] = [1, version, withMore];
/** Characters of a hash that are written: enough to tell two states of a region apart. */
const hashLength = 12;
/** Upper bound on futures of a link. */
const mostFutures = 10_000;
/** Decompression limit in bytes: anything larger was not made by us. */
const mostBytes = 256 * 1024;

const Content = z.tuple([
  z.string(),
  z.tuple([z.string(), z.string(), z.string()]),
  z.number().check(z.int(), z.gte(0)),
  z.number().check(z.int(), z.gte(1)),
  z.string(),
  z.string(),
  z.record(z.string(), z.number()),
  z.record(z.string(), z.number()),
  z.nullable(z.string()),
  z.record(
    z.string(),
    z.tuple([z.nullable(z.number().check(z.int(), z.gte(0))), z.number(), z.number(), z.number()]),
  ),
  z.optional(
    z.object({
      year: z.optional(z.string()),
      timings: z.optional(z.record(z.string(), z.number().check(z.int()))),
    }),
  ),
]);
type Content = z.infer<typeof Content>;

const short = (value: number): number => Number(value.toPrecision(6));

/**
 * The text of a link: a byte for the version, two for the length of what follows, what is frozen as compressed JSON, and four
 * bytes over all before, in the letters of an address. Every lever is written, not only those that differ from the agenda:
 * where the agenda moves on, the link still says what stood where.
 */
export function freeze(
  region: TableRegion,
  { name, description, setting, year = null, answer }: ToFreeze,
): string {
  const { agenda, levers, model } = region.domains;
  const cut = (hash: string): string => hash.slice(0, hashLength);
  const more = {
    ...(year === null ? {} : { year }),
    ...(Object.keys(setting.timings).length === 0 ? {} : { timings: { ...setting.timings } }),
  };
  const hasMore = Object.keys(more).length > 0;
  const content: Content = [
    region.id,
    [cut(agenda), cut(levers), cut(model)],
    answer.seed,
    answer.count,
    name,
    description,
    { ...setting.levers },
    { ...setting.assumptions },
    setting.viewpoint,
    Object.fromEntries(
      answer.targets.map(({ id, met, projected: { p10, p50, p90 } }) => [
        id,
        [met?.count ?? null, short(p10), short(p50), short(p90)],
      ]),
    ),
    ...(hasMore ? [more] : []),
  ] as Content;
  const packed = deflateSync(strToU8(JSON.stringify(content)), { level: 9 });
  const bytes = new Uint8Array(3 + packed.length + 4);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, hasMore ? withMore : version);
  view.setUint16(1, packed.length);
  bytes.set(packed, 3);
  view.setUint32(3 + packed.length, crc32(bytes.subarray(0, 3 + packed.length)));
  return base64Url(bytes);
}

/** What a link gives: what was frozen, or why it gives nothing. */
export type Thawed =
  | { readonly frozen: Frozen; readonly problem: null }
  | { readonly frozen: null; readonly problem: Text };

/**
 * Reads the text of a link, for the region as it is now.
 *
 * @param base what measures are at that the link does not name
 */
export function thaw(text: string, region: TableRegion, base: TableSetting): Thawed {
  const fault = (problem: Text): Thawed => ({ frozen: null, problem });
  const bytes = bytesOf(text);
  if (bytes === null) return fault(tableTexts.linkChanged);
  if (bytes.length < 3) return fault(tableTexts.linkCut);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const made = view.getUint8(0);
  if (!versions.includes(made)) return fault(tableTexts.linkVersion(made));
  const end = 3 + view.getUint16(1);
  if (bytes.length < end + 4) return fault(tableTexts.linkCut);
  if (bytes.length > end + 4 || view.getUint32(end) !== crc32(bytes.subarray(0, end))) {
    return fault(tableTexts.linkChanged);
  }
  const content = contentOf(bytes.subarray(3, end));
  if (content === null) return fault(tableTexts.linkChanged);
  const [id, hashes, seed, futures, name, description, levers, assumptions, viewpoint, then, more] = content;
  if (id !== region.id) return fault(tableTexts.linkRegion(id, region.id));
  if (futures > mostFutures) return fault(tableTexts.linkFutures(futures, mostFutures));
  const year = more?.year ?? null;
  const years: readonly string[] = region.table.years;
  const { setting, unknown } = fitSetting(
    region,
    { levers, timings: more?.timings ?? {}, assumptions, viewpoint },
    base,
  );
  return {
    problem: null,
    frozen: {
      name,
      description,
      setting,
      futures,
      seed,
      year: year !== null && years.includes(year) ? year : null,
      ...(made === 1 ? ofFolder(hashes, region) : ofDomains(hashes, region)),
      // biome-ignore lint/suspicious/noThenProperty: numbers by target, which nobody can take for a promise.
      then: Object.fromEntries(
        Object.entries(then).map(([target, [met, p10, p50, p90]]) => [target, { met, p10, p50, p90 }]),
      ),
      unknown: year === null || years.includes(year) ? unknown : [...unknown, year],
      now: null,
    },
  };
}

type Hashes = Content[1];

/** What a link of version 2 was made with, and what of it is different now. */
function ofDomains(hashes: Hashes, { domains }: TableRegion): Pick<Frozen, 'madeWith' | 'movedOn'> {
  const madeWith: MadeWith[] = dependsOn.table.map((part, i) => ({ part, hash: hashes[i] ?? '' }));
  return {
    madeWith,
    movedOn: dependsOn.table.filter((part, i) => !domains[part].startsWith(hashes[i] ?? '')),
  };
}

/**
 * The same of version 1. Its hash of the data counts for nothing, since no number of the table depends on observed figures. Where its
 * other hashes are those of the whole folder now, nothing has moved on; where they are not, it cannot tell which domain did, and says
 * agenda or model.
 */
function ofFolder(
  [agenda, data, model]: Hashes,
  { hashes }: TableRegion,
): Pick<Frozen, 'madeWith' | 'movedOn'> {
  return {
    madeWith: [
      { part: 'agenda', hash: agenda },
      { part: 'data', hash: data },
      { part: 'model', hash: model },
    ],
    movedOn: [
      ...(hashes.agenda.startsWith(agenda) ? [] : (['agenda'] as const)),
      ...(hashes.model.startsWith(model) ? [] : (['model'] as const)),
    ],
  };
}

function contentOf(packed: Uint8Array): Content | null {
  try {
    // Fixed-size buffer: guards against a decompression bomb.
    const unpacked = inflateSync(packed, { out: new Uint8Array(mostBytes) });
    const read = Content.safeParse(JSON.parse(strFromU8(unpacked)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The checksum of zip and gzip (ISO 3309), bit by bit: a link is short. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function base64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null for what is not base64url. A last letter that says nothing is left out: that is a text cut short. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  const decoded = atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(decoded, (letter) => letter.charCodeAt(0));
}
