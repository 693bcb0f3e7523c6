/** A file that is served under an address of its own, beside the API and the pages. */
export interface Download {
  /** `{id}` stands for a parameter; an address with `english` is there under `/en` too. */
  readonly path: `/${string}`;
  readonly mediaType: string;
  /** Query parameters that it knows. */
  readonly query?: readonly string[];
  readonly english?: boolean;
}

const chart = ['bekendOp', 'taal', 'gebied'] as const;
const figures = ['bekendOp'] as const;

/** Files that can be taken away, once: the server registers them, and a development server passes them on. */
export const downloads = {
  standingJson: { path: '/stand.json', mediaType: 'application/json' },
  standingCsv: { path: '/stand.csv', mediaType: 'text/csv' },
  targetCsv: { path: '/doelen/{id}.csv', mediaType: 'text/csv' },
  auditJson: { path: '/tegenspraken.json', mediaType: 'application/json' },
  auditCsv: { path: '/tegenspraken.csv', mediaType: 'text/csv', english: true },
  auditMarkdown: { path: '/tegenspraken.md', mediaType: 'text/markdown', english: true },
  treeCsv: { path: '/bronnen/agenda.csv', mediaType: 'text/csv' },
  claimsCsv: { path: '/bronnen/beweringen.csv', mediaType: 'text/csv' },
  model: { path: '/bronnen/model.mdl', mediaType: 'text/plain' },
  indicatorCsv: { path: '/monitor/{id}.csv', mediaType: 'text/csv', query: figures },
  indicatorJson: { path: '/monitor/{id}.json', mediaType: 'application/json', query: figures },
  metadataJson: { path: '/monitor/{id}.metadata.json', mediaType: 'application/json', query: figures },
  indicatorZip: { path: '/monitor/{id}.zip', mediaType: 'application/zip', query: figures },
  chartSvg: { path: '/monitor/{id}.svg', mediaType: 'image/svg+xml', query: chart },
  chartPng: { path: '/monitor/{id}.png', mediaType: 'image/png', query: chart },
  embed: { path: '/monitor/{id}/insluiten', mediaType: 'text/html', query: chart },
  embedStyle: { path: '/monitor/insluiten.css', mediaType: 'text/css' },
  catalogue: { path: '/catalog.ttl', mediaType: 'text/turtle' },
  securityTxt: { path: '/.well-known/security.txt', mediaType: 'text/plain' },
} as const satisfies Record<string, Download>;

/** A regular expression, as text, of the addresses of downloads. */
export const downloadPatterns: readonly string[] = Object.values<Download>(downloads).map(
  ({ path, english }) =>
    `^${english === true ? '(/en)?' : ''}${path.replaceAll('.', '\\.').replaceAll('{id}', '[a-z0-9-]+')}(\\?|$)`,
);
