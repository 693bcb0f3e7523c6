import { fileURLToPath } from 'node:url';

/**
 * Has Node keep what it compiled, types stripped, for every process and thread that this process starts: tests start hundreds, and
 * each would compile the modules of its package again. One that was asked for otherwise stays.
 */
export function shareCompileCache(): void {
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../.tests/compiled', import.meta.url));
}
