import { type StoreCode, StoreError, storeFault, type Where } from '../../problems.ts';

/** SQLSTATE codes, and error codes of Node for the network and the file system. */
const byCode: readonly (readonly [RegExp, StoreCode])[] = [
  [/^(28P01|28000)$/, 'STORE_PASSWORD'],
  [/^3D000$/, 'STORE_DATABASE'],
  [/^(42501|3F000)$/, 'STORE_RIGHTS'],
  [/^53300$/, 'STORE_BUSY'],
  [/^25006$/, 'STORE_READ_ONLY'],
  [/^(53100|ENOSPC|EDQUOT)$/, 'STORE_FULL'],
  [/^XX00[12]$/, 'STORE_BROKEN'],
  [
    /^(08\w{3}|57P0[123]|25P0[34]|ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/,
    'STORE_UNREACHABLE',
  ],
];
const byText: readonly (readonly [RegExp, StoreCode])[] = [
  [/No space left on device|disk quota exceeded/i, 'STORE_FULL'],
  [/password must be a string|no password supplied/, 'STORE_PASSWORD'],
  [
    /Connection terminated|timeout exceeded when trying to connect|connection timeout|does not support SSL|not queryable/i,
    'STORE_UNREACHABLE',
  ],
];

/** The file system of WebAssembly throws objects that are no Error, with its own numbers: 51 no space left, 19 over quota. */
const isFullInside = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errno' in error && [51, 19].includes(Number(error.errno));

/**
 * Translates an error of a driver or the file system to one that a person can act on; any other is returned as it is.
 *
 * @param error as the driver threw it
 * @param where the database is
 */
export function explained(error: unknown, where: Where): unknown {
  if (isFullInside(error)) return storeFault('STORE_FULL', where);
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  // A host name with several addresses fails with the errors of all of them.
  const first = error instanceof AggregateError ? (error.errors as unknown[])[0] : undefined;
  const cause = first instanceof Error ? first : error;
  const sign = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const [, code] =
    byCode.find(([form]) => form.test(sign)) ?? byText.find(([form]) => form.test(cause.message)) ?? [];
  return code === undefined ? error : storeFault(code, where, { reason: cause.message });
}
