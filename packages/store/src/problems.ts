import { type Fill, fill, type Text } from '@schaalsprong/words';

/** The texts of one kind of fault; `{…}` is filled in. */
export interface StoreEntry {
  readonly message: Text;
  readonly expected?: Text;
  readonly hint: Text;
}

/** What can go wrong with the place where a store keeps its data; `docs/errors.md` is the same table for readers. */
export const storeCatalogue = {
  STORE_ADDRESS: {
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
  STORE_UNREACHABLE: {
    message: { nl: 'De database antwoordt niet: {reason}.', en: 'The database does not answer: {reason}.' },
    hint: {
      nl: 'Kijk of de server draait en het adres klopt. Er is niets veranderd.',
      en: 'See that the server runs and the address is right. Nothing has changed.',
    },
  },
  STORE_PASSWORD: {
    message: {
      nl: 'De database laat {user} niet binnen: naam of wachtwoord klopt niet.',
      en: 'The database does not let {user} in: name or password is wrong.',
    },
    hint: { nl: 'Herstel DATABASE_URL.', en: 'Mend DATABASE_URL.' },
  },
  STORE_DATABASE: {
    message: {
      nl: 'Op deze server is geen database {database}.',
      en: 'This server has no database {database}.',
    },
    hint: {
      nl: 'Maak haar met createdb {database}, of herstel DATABASE_URL.',
      en: 'Make it by createdb {database}, or mend DATABASE_URL.',
    },
  },
  STORE_RIGHTS: {
    message: {
      nl: '{user} mag dit niet in de database: {reason}.',
      en: '{user} is not allowed to do this in the database: {reason}.',
    },
    hint: {
      nl: 'Geef {user} het recht om het schema {schema} te maken en te gebruiken: GRANT CREATE, TEMPORARY ON DATABASE {database} TO {user}. Is het schema er al: GRANT USAGE ON SCHEMA {schema} TO {user}, en rechten op de tabellen erin.',
      en: 'Give {user} the right to make and use the schema {schema}: GRANT CREATE, TEMPORARY ON DATABASE {database} TO {user}. If the schema is there: GRANT USAGE ON SCHEMA {schema} TO {user}, and rights on its tables.',
    },
  },
  STORE_BUSY: {
    message: {
      nl: 'De database neemt geen verbinding meer aan.',
      en: 'The database takes no more connections.',
    },
    hint: {
      nl: 'Probeer het straks opnieuw, of verhoog max_connections.',
      en: 'Try again later, or raise max_connections.',
    },
  },
  STORE_WAITED: {
    message: {
      nl: 'Een ander proces schrijft al meer dan {seconds} seconden in de database.',
      en: 'Another process has been writing to the database for more than {seconds} seconds.',
    },
    hint: {
      nl: 'Probeer het straks opnieuw. Er is niets veranderd.',
      en: 'Try again later. Nothing has changed.',
    },
  },
  STORE_READ_ONLY: {
    message: { nl: 'De database kan nu alleen worden gelezen.', en: 'The database can only be read now.' },
    hint: {
      nl: 'Geef het adres van de server waarop geschreven mag worden.',
      en: 'Give the address of the server that may be written to.',
    },
  },
  STORE_FULL: {
    message: { nl: 'De schijf is vol.', en: 'The disk is full.' },
    hint: {
      nl: 'Maak ruimte en probeer het opnieuw. Van wat bezig was is niets bewaard.',
      en: 'Make room and try again. Nothing of what was under way was kept.',
    },
  },
  STORE_FOLDER: {
    message: {
      nl: 'In deze map kan niet worden bewaard: {reason}.',
      en: 'This folder cannot be used to keep figures in: {reason}.',
    },
    hint: {
      nl: 'Geef een map die er mag komen en waarin u mag schrijven.',
      en: 'Give a folder that may be made and that you may write to.',
    },
  },
  STORE_FOLDER_READ_ONLY: {
    message: {
      nl: 'In deze map mag dit programma niet schrijven: {reason}.',
      en: 'This program may not write in this folder: {reason}.',
    },
    hint: {
      nl: 'Geef met --data of SCHAALSPRONG_DATA een map waarin u mag schrijven, of geef uzelf het recht om hier te schrijven. Wat hier staat is te lezen met ingest status.',
      en: 'Give a folder that you may write to by --data or SCHAALSPRONG_DATA, or give yourself the right to write here. What is kept here can be read by ingest status.',
    },
  },
  STORE_OPEN_FILES: {
    message: {
      nl: 'Dit proces mag {found} bestanden tegelijk open hebben, en dat is te weinig.',
      en: 'This process may have {found} files open at once, and that is too few.',
    },
    expected: { nl: 'ten minste {known}', en: 'at least {known}' },
    hint: {
      nl: 'Verhoog de grens, in een shell met ulimit -n {known}, of gebruik met DATABASE_URL een PostgreSQL-server.',
      en: 'Raise the limit, in a shell by ulimit -n {known}, or use a PostgreSQL server by DATABASE_URL.',
    },
  },
  STORE_LOCKED: {
    message: {
      nl: 'Deze map is in gebruik door proces {pid} op {host} ({command}), sinds {since}.',
      en: 'This folder is in use by process {pid} on {host} ({command}), since {since}.',
    },
    hint: {
      nl: 'Stop dat proces, of laat beide met DATABASE_URL een PostgreSQL-server gebruiken. Bestaat dat proces niet meer: haal {lock} weg.',
      en: 'Stop that process, or let both use a PostgreSQL server by DATABASE_URL. If that process is no more: remove {lock}.',
    },
  },
  STORE_LOCK_UNREADABLE: {
    message: {
      nl: 'Het slot van deze map is niet te lezen, zodat niet te zien is of een ander proces haar gebruikt.',
      en: 'The lock of this folder cannot be read, so that it cannot be seen whether another process uses it.',
    },
    hint: {
      nl: 'Gebruikt geen ander proces deze map: haal {lock} weg.',
      en: 'If no other process uses this folder: remove {lock}.',
    },
  },
  STORE_INCOMPLETE: {
    message: {
      nl: 'Van deze map ontbreekt een deel: {missing} is er niet. Er is niets weggehaald.',
      en: 'A part of this folder is missing: there is no {missing}. Nothing was removed.',
    },
    hint: {
      nl: 'Zet de hele map terug uit een reservekopie, ook lege bestanden en mappen. Is die er niet: geef de map een andere naam, en haal alles opnieuw op.',
      en: 'Put back the whole folder from a copy, empty files and folders too. If there is none: give the folder another name, and ingest everything again.',
    },
  },
  STORE_NEWER: {
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
  STORE_ALTERED: {
    message: {
      nl: 'Stap {found} van het schema is hier anders gezet dan deze versie van Schaalsprong haar kent.',
      en: 'Step {found} of the schema was made otherwise here than this version of Schaalsprong knows it.',
    },
    hint: {
      nl: 'Gebruik een andere database, of zet de versie terug die deze maakte.',
      en: 'Use another database, or go back to the version that made this one.',
    },
  },
  STORE_BROKEN: {
    message: {
      nl: 'De bewaarde gegevens zijn niet te openen: {reason}.',
      en: 'The data that were kept cannot be opened: {reason}.',
    },
    hint: {
      nl: 'Zet een reservekopie van de map terug. Is die er niet: geef de map een andere naam, en haal alles opnieuw op.',
      en: 'Put back a copy of the folder. If there is none: give the folder another name, and ingest everything again.',
    },
  },
} as const satisfies Readonly<Record<`STORE_${string}`, StoreEntry>>;

/** Code of a store's fault. */
export type StoreCode = keyof typeof storeCatalogue;

/** Something wrong with the place where a store keeps its data, for people: in both languages. */
export interface StoreProblem {
  readonly code: StoreCode;
  /** `host:port/database` or a folder */
  readonly path: string;
  readonly message: Text;
  /** null where the message says it already */
  readonly expected: Text | null;
  readonly hint: Text;
}

/** The place cannot be used now. Nothing was changed; trying again may help. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly problems: readonly [StoreProblem];
  readonly unreachable = true;
  /** process that holds the folder, of STORE_LOCKED; null otherwise */
  readonly pid: number | null;
  constructor(problem: StoreProblem, pid: number | null = null) {
    const { code, path, message, hint } = problem;
    super(`${code} ${path}: ${message.en} (${hint.en})`);
    this.problems = [problem];
    this.pid = pid;
  }
}

/** Where a store is and as whom we are there: what a message may name. Never the password. */
export interface Where {
  /** `host:port/database` or a folder */
  readonly path: string;
  readonly user?: string;
  readonly database?: string;
  readonly schema?: string;
}

/**
 * A fault of the catalogue, filled in.
 *
 * @param values what is between braces, besides what `where` says
 */
export function storeFault(
  code: StoreCode,
  { path, user = '', database = '', schema = '' }: Where,
  values: Readonly<Record<string, Fill>> = {},
): StoreError {
  const { message, expected, hint }: StoreEntry = storeCatalogue[code];
  const filled = { user, database, schema, ...values };
  const both = (text: Text): Text => ({ nl: fill(text.nl, filled, 'nl'), en: fill(text.en, filled, 'en') });
  const problem = {
    code,
    path,
    message: both(message),
    expected: expected === undefined ? null : both(expected),
    hint: both(hint),
  };
  return new StoreError(problem, typeof values.pid === 'number' ? values.pid : null);
}
