import type { Block } from '@schaalsprong/model';
import { writeFileWhole } from '@schaalsprong/model/node';
import { arrowWriter, csvWriter, parquetWriter, type TableWriter } from '@schaalsprong/model/stream';
import { isTimeOutcome } from '../../archive/ema.ts';
import { csvField } from '../../cases/csv-text.ts';
import { type EmaContents, writeEma } from '../ema/write-ema.ts';
import type { KeptFutures } from './open-kept.ts';

/** In what form kept futures leave the house. */
export type ExportForm = 'csv' | 'parquet' | 'arrow' | 'tar.gz';

const writers = { csv: csvWriter, parquet: parquetWriter, arrow: arrowWriter };

/**
 * Writes kept futures to a file, chunk by chunk. A table has a row per future and time, with the number of the future, the
 * time, the inputs (the same at all times) and the outcomes. An archive of EMA Workbench has a row of inputs per future
 * and a file per outcome, its times under `TIME`. The file is written atomically.
 *
 * @throws FuturesError where a chunk is damaged; the error of the file system
 */
export async function exportKept(
  kept: KeptFutures,
  path: string,
  form: ExportForm,
  onProgress?: (progress: { readonly done: number; readonly of: number }) => void,
): Promise<void> {
  if (form === 'tar.gz') {
    await writeEma(path, emaContents(kept, onProgress));
    return;
  }
  const names = columnsOf(kept).map(({ name }) => name);
  await writeFileWhole(path, async (sink) => {
    const writer: TableWriter = writers[form](sink, { outcomes: names });
    for await (const block of blocksOf(kept)) {
      await writer.write(block);
      onProgress?.({ done: block.from + block.count, of: kept.manifest.question.futures });
    }
    await writer.end();
  });
}

interface KeptColumn {
  readonly name: string;
  /** Where its first number per future is in a chunk, and whether there is one per time. */
  readonly place: number;
  readonly overTime: boolean;
}

/** Inputs, then outcomes that are not inputs. */
function columnsOf({ manifest }: KeptFutures): readonly KeptColumn[] {
  const { uncertainties, outcomes, times } = manifest.question;
  const inputs = new Set(uncertainties.map(({ variable }) => variable));
  return [
    ...uncertainties.map(({ variable }, place) => ({ name: variable, place, overTime: false })),
    ...outcomes.flatMap(({ name }, o) =>
      inputs.has(name) ? [] : [{ name, place: uncertainties.length + o * times.length, overTime: true }],
    ),
  ];
}

/** Chunks as the writers of tables take them. */
async function* blocksOf(kept: KeptFutures): AsyncGenerator<Block> {
  const { times } = kept.manifest.question;
  const time = Float64Array.from(times);
  const columns = columnsOf(kept);
  const outcomes = columns.map(({ name }) => name);
  for await (const { first, count, column } of kept.chunks()) {
    const data = new Float64Array(columns.length * times.length * count);
    columns.forEach(({ place, overTime }, c) => {
      for (let k = 0; k < times.length; k++) {
        data.set(column(overTime ? place + k : place), (c * times.length + k) * count);
      }
    });
    yield { from: first, count, time, outcomes, data, lanes: count };
  }
}

/** The name of the policy where no scenario is set; the word None would be read as nothing. */
const noScenario = 'default';

function emaContents(
  kept: KeptFutures,
  onProgress: ((progress: { readonly done: number; readonly of: number }) => void) | undefined,
): EmaContents {
  const { question } = kept.manifest;
  const { uncertainties, levers, times, futures } = question;
  const made = columnsOf(kept).filter(({ name, overTime }) => overTime && !Object.hasOwn(levers, name));
  const steps = made.length + 1;
  const report = (step: number): void => {
    onProgress?.({ done: Math.floor((futures * step) / steps), of: futures });
  };
  const fixed = Object.entries(levers);
  const numbers = [...uncertainties.map(({ variable }) => variable), ...fixed.map(([name]) => name)];
  const policy = csvField(question.scenario ?? noScenario);
  const model = csvField(question.model.file.replace(/\.[^.]*$/, ''));

  async function* experiments(): AsyncGenerator<string> {
    yield `${[...numbers, 'scenario', 'policy', 'model'].map(csvField).join(',')}\n`;
    for await (const { first, count, column } of kept.chunks()) {
      const inputs = uncertainties.map((_, place) => column(place));
      let text = '';
      for (let i = 0; i < count; i++) {
        const cells = [...inputs.map((values) => values[i]), ...fixed.map(([, value]) => value)];
        text += `${[...cells, first + i, policy, model].join(',')}\n`;
      }
      yield text;
    }
    report(1);
  }

  async function* outcomeLines(name: string, step: number): AsyncGenerator<string> {
    const place = question.outcomes.findIndex((outcome) => outcome.name === name);
    for (const head of kept.heads) {
      const values = await kept.outcome(head, place);
      let text = '';
      for (let i = 0; i < head.count; i++) {
        for (let k = 0; k < times.length; k++) text += `${k === 0 ? '' : ','}${values[k * head.count + i]}`;
        text += '\n';
      }
      yield text;
    }
    report(step);
  }

  function* timeLines(): Generator<string> {
    const line = `${times.join(',')}\n`;
    const linesAtOnce = 1024;
    for (let from = 0; from < futures; from += linesAtOnce)
      yield line.repeat(Math.min(linesAtOnce, futures - from));
  }

  const kind = times.length === 1 ? 'ScalarOutcome' : 'ArrayOutcome';
  const ownTime = made.some(({ name }) => isTimeOutcome(name));
  return {
    types: {
      ...Object.fromEntries(numbers.map((name) => [name, 'float64'])),
      scenario: 'int64',
      policy: 'category',
      model: 'category',
    },
    experiments,
    outcomes: [
      ...made.map(({ name }, i) => ({ name, kind, lines: () => outcomeLines(name, i + 2) }) as const),
      ...(kind === 'ArrayOutcome' && !ownTime ? [{ name: 'TIME', kind, lines: timeLines } as const] : []),
    ],
  };
}
