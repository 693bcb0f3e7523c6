import { proposalsOf, ReadError, readDocument, readLimits } from '@schaalsprong/reading/documents';
import { doubtsOf, type FindOptions, findQuantities } from '@schaalsprong/reading/quantities';
import type { ReadFault, ReadMessage, ReadQuestion } from './messages.ts';
import { passageAt } from './passage.ts';

const mega = 1024 * 1024;
const say = (message: ReadMessage): void => globalThis.postMessage(message);
const faultOf = ({ code, text, hint }: ReadError): ReadFault => ({ code, text, hint });

async function read({ file, qualifiers }: ReadQuestion): Promise<void> {
  say({ kind: 'step', step: 'open' });
  if (file.size > readLimits.bytes) {
    throw new ReadError('READ_TOO_LARGE', {
      found: Math.ceil(file.size / mega),
      most: Math.floor(readLimits.bytes / mega),
    });
  }
  if (file.size === 0) throw new ReadError('READ_EMPTY');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // The file was moved or changed since it was chosen.
    throw new ReadError('READ_UNREADABLE', { reason: error instanceof Error ? error.name : String(error) });
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  say({ kind: 'step', step: 'text' });
  const document = await readDocument(bytes, file.name);
  say({ kind: 'step', step: 'figures' });
  const reading = findQuantities(document, {
    // As the server gave them, which checked them.
    qualifiers: qualifiers as NonNullable<FindOptions['qualifiers']>,
  });
  const proposals = proposalsOf({ document, reading, sha256 });
  say({
    kind: 'done',
    read: {
      file: proposals,
      passages: Object.fromEntries(
        proposals.proposals.map(({ id, offset, end }) => [id, passageAt(document.text, offset, end)]),
      ),
      doubts: Object.fromEntries(
        proposals.proposals.flatMap((proposal) => {
          const texts = doubtsOf(proposal);
          return texts.length === 0 ? [] : [[proposal.id, texts]];
        }),
      ),
      warnings: document.warnings.map(({ nl, en }) => ({ nl, en })),
    },
  });
}

globalThis.addEventListener('message', (event: MessageEvent<ReadQuestion>) => {
  const { seconds, memory } = readLimits;
  say({
    kind: 'begun',
    seconds,
    late: faultOf(new ReadError('READ_TIME', { most: seconds })),
    gone: faultOf(new ReadError('READ_MEMORY', { most: Math.round(memory / mega) })),
  });
  read(event.data).catch((error: unknown) => {
    if (error instanceof ReadError) say({ kind: 'fault', fault: faultOf(error) });
    else {
      const reason = error instanceof Error ? error.message : String(error);
      say({ kind: 'fault', fault: faultOf(new ReadError('READ_UNREADABLE', { reason })) });
    }
  });
});
