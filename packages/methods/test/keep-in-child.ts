import { compile } from '@schaalsprong/model';
import { questionSchema } from '../src/archive/question.ts';
import { keepFutures } from '../src/node/kept/keep.ts';

/** A run that a test can kill: `keep-in-child.ts FOLDER MODEL-TEXT QUESTION`. It tells every chunk on a line. */
const [folder = '', text = '', question = ''] = process.argv.slice(2);
await keepFutures({
  folder,
  question: questionSchema.parse(JSON.parse(question)),
  model: compile(text, { file: 'growth.mdl' }),
  createdBy: '1',
  threads: 1,
  onProgress: ({ done }) => process.stdout.write(`${done}\n`),
});
