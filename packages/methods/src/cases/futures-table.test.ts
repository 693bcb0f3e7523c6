import { parquetMetadata } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { futuresFile, futuresTable } from './futures-table.ts';

const column = (name: string, ...values: number[]) => ({ name, values: Float64Array.from(values) });
const table = futuresTable({
  count: 2,
  inputs: [column('rate', 0.1, 0.2), column('future', 7, 8)],
  outcomes: [column('homes @ 2030', 1, 2), column('provenance', 3, 4)],
  about: { seed: 5 },
});
const text = async (form: 'csv' | 'parquet'): Promise<string> =>
  new TextDecoder().decode(await new Blob(await futuresFile(table, form)).arrayBuffer());

describe('a table of futures', () => {
  it('has the number of the future first and what made it last, whatever a model calls its own', async () => {
    expect(table.columns.map(({ name }) => name)).toEqual([
      'future',
      'rate',
      'future_',
      'homes @ 2030',
      'provenance',
      'provenance_',
    ]);
    expect(table.labels).toEqual(['future', 'provenance_']);
    const [head, first, second] = (await text('csv')).split('\r\n');
    expect(head).toBe('future,rate,future_,homes @ 2030,provenance,provenance_');
    expect(first).toMatch(/^0,0\.1,7\.0,1\.0,3\.0,"\{""seed"":5,""futures"":2,""inputs"":\[/);
    expect(second).toBe('1,0.2,8.0,2.0,4.0,');
  });

  it('says in the foot of Parquet what made it', async () => {
    const file = await new Blob(await futuresFile(table, 'parquet')).arrayBuffer();
    const { key_value_metadata: about = [] } = parquetMetadata(file);
    expect(about.map(({ key }) => key)).toEqual(['schaalsprong']);
    expect(JSON.parse(about[0]?.value ?? '')).toEqual({
      seed: 5,
      futures: 2,
      inputs: ['rate', 'future_'],
      outcomes: ['homes @ 2030', 'provenance'],
    });
  });
});
