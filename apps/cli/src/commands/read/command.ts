import { defineCommand } from '../../command/command.ts';
import { options } from './options.ts';

export const read = defineCommand({
  name: 'read',
  summary: {
    nl: 'vind de getallen in een document (.pdf, .docx, .html, .txt)',
    en: 'find the figures in a document (.pdf, .docx, .html, .txt)',
  },
  words: 'DOCUMENT',
  most: 1,
  options,
  examples: [
    'read agenda.pdf --certain 0.8',
    'read agenda.docx --into region --name agenda',
    'read --into region --accept all --reject q-3',
  ],
  run: async (given, world) => (await import('./read.ts')).runRead(given, world),
});
