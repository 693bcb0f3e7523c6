import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { KeptAnswers, KeptHead } from '../connect/client/port.ts';

const Head = z.object({
  address: z.string(),
  version: z.string(),
  type: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  whole: z.boolean(),
});

const gone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/**
 * * Cache of responses in a folder: headers as JSON and the body in a file beside it. The body is append-only, so that a kill
 * leaves a valid prefix; corrupt headers count as a miss.
 */
export function keptAnswers(folder: string): KeptAnswers {
  const file = (group: string, name: string, end: string) => join(folder, group, `${name}.${end}`);
  async function writeHead(group: string, name: string, head: KeptHead & { whole: boolean }): Promise<void> {
    const path = file(group, name, 'json');
    await writeFile(`${path}.new`, JSON.stringify(head));
    await rename(`${path}.new`, path);
  }
  async function readHead(group: string, name: string): Promise<z.infer<typeof Head> | null> {
    try {
      return Head.parse(JSON.parse(await readFile(file(group, name, 'json'), 'utf8')));
    } catch (error) {
      if (gone(error) || error instanceof SyntaxError || error instanceof z.ZodError) return null;
      throw error;
    }
  }
  return {
    async read(group, name) {
      const head = await readHead(group, name);
      if (head === null) return null;
      const { whole, ...rest } = head;
      try {
        return { head: rest, whole, bytes: await readFile(file(group, name, 'bin')) };
      } catch (error) {
        if (gone(error)) return null;
        throw error;
      }
    },
    async start(group, name, head) {
      await mkdir(join(folder, group), { recursive: true });
      await rm(file(group, name, 'json'), { force: true });
      await writeFile(file(group, name, 'bin'), '');
      await writeHead(group, name, { ...head, whole: false });
    },
    append: (group, name, bytes) => appendFile(file(group, name, 'bin'), bytes),
    async finish(group, name) {
      const head = await readHead(group, name);
      if (head !== null) await writeHead(group, name, { ...head, whole: true });
    },
    clear: (group) => rm(join(folder, group), { recursive: true, force: true }),
  };
}
