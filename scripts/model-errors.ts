import { expectedOf } from '../packages/model/src/problems/problems.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The table of docs/errors.md that says per code of the model what was expected. */
export const modelTable = (): string =>
  [
    '| code | verwacht | expected |',
    '| --- | --- | --- |',
    ...Object.entries(expectedOf).map(
      ([code, text]) => `| \`${code}\` | ${cell(text.nl)} | ${cell(text.en)} |`,
    ),
  ].join('\n');
