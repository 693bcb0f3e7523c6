import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import { sha256 } from '@schaalsprong/words';
import { readSourceFile } from '../files/index.ts';
import { type FetchContext, type Fetched, unchanged } from './fetched.ts';
import { fault } from './problems.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

/** Name of a file as its address ends. */
const nameOf = (address: string): string => {
  const { pathname, host } = new URL(address);
  return decodeURIComponent(pathname.split('/').at(-1) ?? '') || host;
};

/** Day of a date of HTTP; null where it is none. */
const httpDay = (date: string | null): string | null => {
  const at = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
};

/**
 * Downloads the file of a source and reads it. A download that broke off goes on where it was, also in a next run.
 *
 * @throws MonitorError where sources.yaml has no address, and for everything that goes wrong; nothing was imported
 */
export async function fetchFile(
  source: StatisticsSource,
  region: Region,
  { client, meter, question, since }: FetchContext,
): Promise<Fetched> {
  const { address } = source;
  if (address === undefined || source.kind === 'by-hand') {
    throw fault('MONITOR_NO_ADDRESS', `sources.yaml: ${source.id}`, { source: source.id });
  }
  meter.stage('file');
  const name = (await sha256(address)).slice(0, 32);
  const answer = await client.get(address, {
    type: 'file',
    keep: { group: source.id, name, version: '' },
    ...(since === undefined ? {} : { since }),
  });
  if (answer === null) return unchanged(since, question);
  const { etag, lastModified } = answer;
  const read = await readSourceFile(source, region, once(answer.bytes), {
    name: nameOf(address),
    published: httpDay(lastModified),
    retrieved: new Date(client.port.now()).toISOString(),
    address,
    signal: client.signal,
  });
  await client.port.kept?.clear(source.id);
  return { ...read, outcome: 'fetched', boundaries: [], check: { etag, lastModified, question } };
}
