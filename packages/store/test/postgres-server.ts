import { execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Folder of the programs of the newest PostgreSQL on this machine; null where there is none. */
export function postgresPrograms(): string | null {
  const asked = (): string[] => {
    try {
      return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim()];
    } catch {
      return [];
    }
  };
  const packaged = '/usr/lib/postgresql';
  const versions = existsSync(packaged) ? readdirSync(packaged).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(packaged, version, 'bin')), ...asked()];
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** A server of our own, for as long as the tests run. */
export interface PostgresServer {
  /** address of a database on it, as `name` (by default its owner, who may do everything) */
  url(database?: string, name?: string, password?: string): string;
  /** Runs SQL as the owner. */
  sql(text: string, database?: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Makes a cluster in a temporary folder and starts it; the owner is `owner` with the password `secret`.
 *
 * @param programs folder of initdb and postgres
 * @param more settings besides those of a fresh cluster, `fsync=off`
 */
export async function startPostgres(
  programs: string,
  more: readonly string[] = ['fsync=off'],
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'schaalsprong-postgres-'));
  // initdb refuses to run as root; another number will do, without a name.
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? { uid: 65_534, gid: 65_534 } : {};
  if (asRoot) chownSync(folder, 65_534, 65_534);
  const data = join(folder, 'data');
  const passwords = join(folder, 'password');
  await run('sh', ['-c', `umask 077; echo secret > ${passwords}`], user);
  const initdb = ['-D', data, '-U', 'owner', '--pwfile', passwords, '-A', 'scram-sha-256', '-E', 'UTF8'];
  await run(join(programs, 'initdb'), [...initdb, '--no-locale', '--no-sync'], user);
  const port = await freePort();
  const settings = [...more, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, stdio: 'ignore' },
  );
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const url = (database = 'postgres', name = 'owner', password = 'secret'): string =>
    `postgres://${name}:${password}@127.0.0.1:${port}/${database}`;
  const sql = async (text: string, database?: string): Promise<string> =>
    (
      await run(join(programs, 'psql'), [
        '-X',
        '-A',
        '-t',
        '-v',
        'ON_ERROR_STOP=1',
        '-c',
        text,
        url(database),
      ])
    ).stdout.trim();
  for (let attempt = 0; ; attempt++) {
    try {
      await run(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
      return { url, sql, stop };
    } catch (error) {
      if (attempt < 500 && server.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 100));
      else {
        await stop();
        throw error;
      }
    }
  }
}
