import { json, notFound, type Reply, type ServiceRequest } from './reply.ts';

/** The columns that the file of graduates of DUO has. */
export const duoColumns = [
  'DIPLOMAJAAR',
  'PROVINCIENAAM',
  'GEMEENTENUMMER',
  'GEMEENTENAAM',
  'INSTELLINGSCODE_ACTUEEL',
  'INSTELLINGSNAAM_ACTUEEL',
  'ONDERDEEL',
  'SUBONDERDEEL',
  'OPLEIDINGSCODE_ACTUEEL',
  'OPLEIDINGSNAAM_ACTUEEL',
  'SOORT_DIPLOMA',
  'AANTAL_GEDIPLOMEERDEN',
] as const;

/** A file in the open data of DUO, to change: its name, and rows of columns. No figure in it is true. */
export interface ReplayDuoFile {
  name: string;
  rows: string[][];
  /** where the catalogue says that it stands; by default the server itself */
  elsewhere?: string;
}

/** Graduates in the shape of DUO: a name with a comma in quotes, a secret cell as -1, and a year that is not the calendar's. */
export const syntheticDuo = (): Record<string, ReplayDuoFile[]> => ({
  p04hogdipl: [
    {
      name: 'gediplomeerdenhbo.csv',
      rows: [
        duoRow('2023', '0772', '30GB', 'techniek', 'hbo bachelor', '120'),
        duoRow('2023', '0772', '30GB', 'economie', 'hbo bachelor', '80'),
        duoRow('2024', '0772', '30GB', 'techniek', 'hbo bachelor', '130'),
        duoRow('2024', '0772', '30GB', 'economie', 'hbo bachelor', '-1'),
      ],
    },
    {
      name: 'gediplomeerdenwo.csv',
      rows: [
        duoRow('2024', '0772', '21PG', 'techniek', 'wo bachelor', '900'),
        duoRow('2024', '0772', '21PG', 'techniek', 'wo master', '700'),
      ],
    },
  ],
});

/** One row of a file of graduates as DUO publishes it; every institution is made up. */
export const duoRow = (
  year: string,
  municipality: string,
  institution: string,
  part: string,
  diploma: string,
  number: string,
): string[] => [
  year,
  'Noord-Brabant',
  municipality,
  'Eindhoven',
  institution,
  'Instelling, verzonnen',
  part,
  part,
  '00000',
  'Opleiding',
  diploma,
  number,
];

/** A quoted cell where it must be. */
const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Answers as the catalogue of DUO does (CKAN), and gives its files: comma separated, utf-8 with a byte order mark. */
export function duo(
  datasets: Readonly<Record<string, ReplayDuoFile[]>>,
  { base, path, query }: ServiceRequest,
): Reply {
  const [action, dataset = '', name = ''] = path;
  if (action === 'package_show') {
    const id = query.get('id') ?? '';
    const files = datasets[id];
    if (files === undefined) {
      return { ...json({ success: false, error: { __type: 'Not Found Error' } }), status: 404 };
    }
    return json({
      help: `${base}/help_show?name=package_show`,
      success: true,
      result: {
        name: id,
        title: id,
        resources: files.map((file) => ({
          name: file.name.replace('.csv', ''),
          format: 'CSV',
          url: file.elsewhere ?? `${base}/download/${id}/${file.name}`,
        })),
      },
    });
  }
  const file = action === 'download' ? datasets[dataset]?.find((one) => one.name === name) : undefined;
  if (file === undefined) return notFound;
  const lines = [[...duoColumns], ...file.rows].map((row) => row.map(cell).join(','));
  return { status: 200, type: 'text/csv', body: `\uFEFF${lines.join('\n')}\n` };
}
