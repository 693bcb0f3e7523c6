import { futuresFile, futuresTable, modelFutures } from '@schaalsprong/methods/cases-files';
import { FuturesError } from '@schaalsprong/methods/problems';
import { ModelError } from '@schaalsprong/model';
import { openBrowserPool } from '@schaalsprong/model/browser';
import { at } from '@schaalsprong/words';
import { failBox } from '../table/fails.ts';
import type { FuturesAnswer, FuturesQuestion } from './futures-file.ts';

// Runs the futures away from the page, and writes the file or looks for boxes there: both take seconds over ten thousand futures.

const post = (answer: FuturesAnswer, transfer: ArrayBuffer[] = []): void =>
  globalThis.postMessage(answer, { transfer });

async function make(question: FuturesQuestion): Promise<void> {
  const { program, asked } = question;
  const pool = openBrowserPool(program);
  try {
    const made = await modelFutures(asked, pool, { onProgress: (part) => post({ kind: 'progress', part }) });
    if (question.kind === 'file') {
      const parts = await futuresFile(futuresTable(made), question.form);
      post(
        { kind: 'file', parts },
        parts.map(({ buffer }) => buffer),
      );
      return;
    }
    const { wrong, line } = question;
    const { name, values } = at(made.outcomes, 0);
    const limit = { nl: String(line).replace('.', ','), en: String(line) };
    const found = failBox({
      target: name,
      missed: Uint8Array.from(values, (value) => ((wrong === 'above' ? value > line : value < line) ? 1 : 0)),
      columns: made.inputs.map(({ name: id, values: column }) => ({ id, values: column })),
      words: {
        happens: {
          nl: `‘${name}’ komt ${wrong === 'above' ? 'boven' : 'onder'} ${limit.nl}`,
          en: `‘${name}’ comes ${wrong === 'above' ? 'above' : 'below'} ${limit.en}`,
        },
      },
    });
    post({ kind: 'fails', found });
  } catch (error) {
    const problems =
      error instanceof FuturesError || error instanceof ModelError
        ? error.problems.map(({ message, hint }) => ({
            nl: `${message.nl}. ${hint?.nl ?? ''}`.trim(),
            en: `${message.en}. ${hint?.en ?? ''}`.trim(),
          }))
        : [];
    post({ kind: 'failed', problems });
  } finally {
    await pool.close();
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<FuturesQuestion>) => void make(data));
