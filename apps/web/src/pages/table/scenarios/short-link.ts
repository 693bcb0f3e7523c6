import { type Client, ClientError, type Text } from '@schaalsprong/wire';
import { frozenName } from '../../../table/frozen.ts';

/** Part of the address that holds the id of a shared setting that the server keeps. */
export const shortName = 'deel';

const unreachable: Text = {
  nl: 'De server antwoordt niet. Probeer het opnieuw zodra u verbinding hebt, of vraag de lange link.',
  en: 'The server does not answer. Try again once you are connected, or ask for the long link.',
};

/** What a server says of a request that failed, for people. */
export function problemText(error: unknown): Text {
  const problem = error instanceof ClientError ? error.problem : null;
  return problem === null ? unreachable : { nl: problem.detail, en: problem.en.detail };
}

/** An address to share. */
export interface Shareable {
  readonly link: string;
  /** Why it is the long one all the same; null where it is short. */
  readonly refused: Text | null;
}

/** Whether this server keeps shared settings; false where it cannot be reached: then there are long links. */
export async function keepsShares(client: Pick<Client, 'keepsShares'>): Promise<boolean> {
  try {
    return (await client.keepsShares()).keeps;
  } catch {
    return false;
  }
}

/**
 * A short address that shows what a long link does, kept by the server; the long one where the server refuses.
 *
 * @param long the whole address
 */
export async function shortened(long: string, client: Pick<Client, 'keepShare'>): Promise<Shareable> {
  const address = new URL(long);
  const shared = address.searchParams.get(frozenName) ?? '';
  try {
    const { id } = await client.keepShare({ body: { shared } });
    address.searchParams.delete(frozenName);
    address.searchParams.set(shortName, id);
    return { link: address.href, refused: null };
  } catch (error) {
    return { link: long, refused: problemText(error) };
  }
}
