import { setGlobalProxyFromEnv } from 'node:http';
import { join } from 'node:path';
import { type Port, webPort } from '../connect/client/port.ts';
import { fault } from '../connect/problems.ts';
import { keptAnswers } from './kept-answers.ts';

/** A way to the network that must be closed, so that nothing else in the process goes through its proxy. */
export interface NodePort extends Port {
  close(): void;
}

/**
 * A port for Node: through the proxy of HTTP_PROXY, HTTPS_PROXY and NO_PROXY where they are set, and with downloads that broke off
 * kept on disk.
 *
 * @throws MonitorError with code MONITOR_PROXY_WRONG
 * @param environment by default that of the process; also holds other base addresses (`baseNames`)
 * @param cache folder for downloads that broke off; none are kept without it
 */
export function nodePort({
  environment = process.env,
  cache,
}: {
  environment?: Readonly<Record<string, string | undefined>>;
  cache?: string;
} = {}): NodePort {
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
  const proxy = Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name] ?? environment[name.toLowerCase()];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY']) {
    const address = proxy[name];
    // Not shown: it may hold a password.
    if (address !== undefined && !/^https?:$/.test(URL.parse(address)?.protocol ?? '')) {
      throw fault('MONITOR_PROXY_WRONG', name, { found: name });
    }
  }
  const restore = setGlobalProxyFromEnv(proxy);
  return {
    ...webPort(environment),
    ...(cache === undefined ? {} : { kept: keptAnswers(join(cache, 'downloads')) }),
    close: restore,
  };
}
