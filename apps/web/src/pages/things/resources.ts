import type { AgreementsResponse, LinkKind, ThingResponse } from '@schaalsprong/wire';
import { client, Resource } from '../../lib/resource.ts';

/** Answers kept: a reader who goes back does not wait again. */
const mostKept = 60;

const kept = new Map<string, Resource<ThingResponse>>();

/** What a thing names and what names it. */
export function thingResource(kind: LinkKind, id: string): Resource<ThingResponse> {
  const key = `${kind} ${id}`;
  const known = kept.get(key) ?? new Resource<ThingResponse>(() => client.thing({ params: { kind, id } }));
  kept.delete(key);
  kept.set(key, known);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return known;
}

/** Agreements by urgency on the day of the server, and what comes. */
export const agreementsResource = new Resource<AgreementsResponse>(() => client.agreements());
