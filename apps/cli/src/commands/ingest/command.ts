import { defineCommand } from '../../command/command.ts';
import { options } from './options.ts';

export const ingest = defineCommand({
  name: 'ingest',
  summary: {
    nl: 'haal cijfers op van een statistiekbureau of uit een bestand, en zeg hoe vers ze zijn',
    en: 'fetch figures from a statistics office or a file, and say how fresh they are',
  },
  words: { nl: 'BRON|status', en: 'SOURCE|status' },
  most: 2,
  about: {
    nl: 'BRON is een id uit sources.yaml, of een van: status, all, revisions, quarantine, accept ID, reject ID. Andere adressen: SCHAALSPRONG_CBS, SCHAALSPRONG_CBS_V3, SCHAALSPRONG_EUROSTAT, SCHAALSPRONG_PDOK, SCHAALSPRONG_DUO, SCHAALSPRONG_ARCGIS; een proxy: HTTPS_PROXY, NO_PROXY.',
    en: 'SOURCE is an id of sources.yaml, or one of: status, all, revisions, quarantine, accept ID, reject ID. Other addresses: SCHAALSPRONG_CBS, SCHAALSPRONG_CBS_V3, SCHAALSPRONG_EUROSTAT, SCHAALSPRONG_PDOK, SCHAALSPRONG_DUO, SCHAALSPRONG_ARCGIS; a proxy: HTTPS_PROXY, NO_PROXY.',
  },
  options,
  examples: ['ingest status', 'ingest all --dry-run', 'ingest accept ID --by role --why reason'],
  run: async (given, world) => (await import('./ingest.ts')).runIngest(given, world),
});
