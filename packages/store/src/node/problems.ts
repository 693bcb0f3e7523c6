import { type MonitorCatalogue, MonitorError, monitorProblem } from '@schaalsprong/monitor';

/** What can go wrong with the place where the monitor keeps its figures; `docs/errors.md` is the same table for readers. */
export const databaseCatalogue = {
  MONITOR_STORE_ADDRESS: {
    message: {
      nl: 'DATABASE_URL is geen adres van een database.',
      en: 'DATABASE_URL is no address of a database.',
    },
    expected: {
      nl: 'postgres://naam:wachtwoord@host:5432/database',
      en: 'postgres://name:password@host:5432/database',
    },
    hint: {
      nl: 'Herstel het adres, of laat DATABASE_URL leeg: dan staan de getallen in een map.',
      en: 'Mend the address, or leave DATABASE_URL empty: the figures then stand in a folder.',
    },
  },
  MONITOR_STORE_UNREACHABLE: {
    message: { nl: 'De database antwoordt niet: {reason}.', en: 'The database does not answer: {reason}.' },
    hint: {
      nl: 'Kijk of de server draait en het adres klopt. Er is niets veranderd.',
      en: 'See that the server runs and the address is right. Nothing has changed.',
    },
  },
  MONITOR_STORE_PASSWORD: {
    message: {
      nl: 'De database laat {user} niet binnen: naam of wachtwoord klopt niet.',
      en: 'The database does not let {user} in: name or password is wrong.',
    },
    hint: { nl: 'Herstel DATABASE_URL.', en: 'Mend DATABASE_URL.' },
  },
  MONITOR_STORE_DATABASE: {
    message: {
      nl: 'Op deze server is geen database {database}.',
      en: 'This server has no database {database}.',
    },
    hint: {
      nl: 'Maak haar met createdb {database}, of herstel DATABASE_URL.',
      en: 'Make it by createdb {database}, or mend DATABASE_URL.',
    },
  },
  MONITOR_STORE_RIGHTS: {
    message: {
      nl: '{user} mag dit niet in de database: {reason}.',
      en: '{user} is not allowed to do this in the database: {reason}.',
    },
    hint: {
      nl: 'Geef {user} het recht om het schema schaalsprong te maken en te gebruiken: GRANT CREATE, TEMPORARY ON DATABASE {database} TO {user}.',
      en: 'Give {user} the right to make and use the schema schaalsprong: GRANT CREATE, TEMPORARY ON DATABASE {database} TO {user}.',
    },
  },
  MONITOR_STORE_BUSY: {
    message: {
      nl: 'De database neemt geen verbinding meer aan.',
      en: 'The database takes no more connections.',
    },
    hint: {
      nl: 'Probeer het straks opnieuw, of verhoog max_connections.',
      en: 'Try again later, or raise max_connections.',
    },
  },
  MONITOR_STORE_READ_ONLY: {
    message: { nl: 'De database kan nu alleen worden gelezen.', en: 'The database can only be read now.' },
    hint: {
      nl: 'Geef het adres van de server waarop geschreven mag worden.',
      en: 'Give the address of the server that may be written to.',
    },
  },
  MONITOR_STORE_FULL: {
    message: { nl: 'De schijf is vol.', en: 'The disk is full.' },
    hint: {
      nl: 'Maak ruimte en probeer het opnieuw. Van wat bezig was is niets bewaard.',
      en: 'Make room and try again. Nothing of what was under way was kept.',
    },
  },
  MONITOR_STORE_FOLDER: {
    message: {
      nl: 'In deze map kan niet worden bewaard: {reason}.',
      en: 'This folder cannot be used to keep figures in: {reason}.',
    },
    hint: {
      nl: 'Geef een map die er mag komen en waarin u mag schrijven.',
      en: 'Give a folder that may be made and that you may write to.',
    },
  },
  MONITOR_STORE_LOCKED: {
    message: {
      nl: 'Deze map is in gebruik door proces {pid} op {host} ({command}), sinds {since}.',
      en: 'This folder is in use by process {pid} on {host} ({command}), since {since}.',
    },
    hint: {
      nl: 'Stop dat proces, of laat beide met DATABASE_URL een PostgreSQL-server gebruiken. Bestaat dat proces niet meer: haal {lock} weg.',
      en: 'Stop that process, or let both use a PostgreSQL server by DATABASE_URL. If that process is no more: remove {lock}.',
    },
  },
  MONITOR_STORE_NEWER: {
    message: {
      nl: 'Deze gegevens zijn van een nieuwere versie van Schaalsprong: schema {found}.',
      en: 'These data are of a newer version of Schaalsprong: schema {found}.',
    },
    expected: { nl: 'schema {known} of ouder', en: 'schema {known} or older' },
    hint: {
      nl: 'Werk Schaalsprong bij, of gebruik een andere database.',
      en: 'Update Schaalsprong, or use another database.',
    },
  },
  MONITOR_STORE_ALTERED: {
    message: {
      nl: 'Stap {found} van het schema is hier anders gezet dan deze versie van Schaalsprong haar kent.',
      en: 'Step {found} of the schema was made otherwise here than this version of Schaalsprong knows it.',
    },
    hint: {
      nl: 'Gebruik een andere database, of zet de versie terug die deze maakte.',
      en: 'Use another database, or go back to the version that made this one.',
    },
  },
  MONITOR_STORE_BROKEN: {
    message: {
      nl: 'De bewaarde gegevens zijn niet te openen: {reason}.',
      en: 'The data that were kept cannot be opened: {reason}.',
    },
    hint: {
      nl: 'Zet een reservekopie van de map terug. Is die er niet: geef de map een andere naam, en haal alles opnieuw op.',
      en: 'Put back a copy of the folder. If there is none: give the folder another name, and ingest everything again.',
    },
  },
} as const satisfies MonitorCatalogue;

export type DatabaseCode = keyof typeof databaseCatalogue;

/** Who is at which database: what may be named in a message. Never the password. */
export interface Where {
  /** `host:port/database` or a folder */
  readonly path: string;
  readonly user?: string;
  readonly database?: string;
}

/** A fault of the place where figures are kept: exit code 4, since trying again may help. */
export const databaseProblem = (
  code: DatabaseCode,
  { path, user = '', database = '' }: Where,
  values: Readonly<Record<string, string | number>> = {},
): MonitorError =>
  new MonitorError([monitorProblem(databaseCatalogue, code, path, { user, database, ...values })], true);

/** Codes of PostgreSQL, of a connection and of the file system, by their first characters. */
const byCode: readonly (readonly [RegExp, DatabaseCode])[] = [
  [/^(28P01|28000)$/, 'MONITOR_STORE_PASSWORD'],
  [/^3D000$/, 'MONITOR_STORE_DATABASE'],
  [/^(42501|3F000)$/, 'MONITOR_STORE_RIGHTS'],
  [/^53300$/, 'MONITOR_STORE_BUSY'],
  [/^25006$/, 'MONITOR_STORE_READ_ONLY'],
  [/^(53100|ENOSPC|EDQUOT)$/, 'MONITOR_STORE_FULL'],
  [
    /^(08\w{3}|57P0[123]|ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/,
    'MONITOR_STORE_UNREACHABLE',
  ],
];
const byText: readonly (readonly [RegExp, DatabaseCode])[] = [
  [/No space left on device|disk quota exceeded/i, 'MONITOR_STORE_FULL'],
  [/password must be a string|no password supplied/, 'MONITOR_STORE_PASSWORD'],
  [
    /Connection terminated|timeout exceeded when trying to connect|connection timeout|does not support SSL/i,
    'MONITOR_STORE_UNREACHABLE',
  ],
];

/** The file system of WebAssembly throws what is no Error, with numbers of its own: 51 no space left, 19 over quota. */
const isFullInside = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errno' in error && [51, 19].includes(Number(error.errno));

/**
 * A fault of the database as one that a person can do something about; any other stays what it is.
 *
 * @param error as the driver threw it
 * @param where the database is
 */
export function explained(error: unknown, where: Where): unknown {
  if (isFullInside(error)) return databaseProblem('MONITOR_STORE_FULL', where);
  if (error instanceof MonitorError || !(error instanceof Error)) return error;
  // An address with several hosts fails with all its faults at once.
  const first = error instanceof AggregateError ? (error.errors as unknown[])[0] : undefined;
  const cause = first instanceof Error ? first : error;
  const sign = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const [, code] =
    byCode.find(([form]) => form.test(sign)) ?? byText.find(([form]) => form.test(cause.message)) ?? [];
  return code === undefined ? error : databaseProblem(code, where, { reason: cause.message });
}
