import { z } from 'zod';
import { type ContentFile, contentFiles } from '../load/content.ts';

/**
 * A JSON Schema (2020-12) for each kind of content file, made from the zod schemas, so that an editor completes and checks
 * what the loader will check. It describes a file as it is written, before defaults.
 */
export const jsonSchemas = (): Readonly<Record<ContentFile, object>> =>
  Object.fromEntries(
    Object.entries(contentFiles).map(([kind, { schema, name }]) => [
      kind,
      { title: `Schaalsprong: ${name}`, ...z.toJSONSchema(schema, { io: 'input' }) },
    ]),
  ) as Record<ContentFile, object>;

/** The address of a content file's schema as its first line names it, relative to the file. */
export function schemaLine(kind: ContentFile, path: string): string {
  const up = '../'.repeat(path.split('/').length + 1);
  return `# yaml-language-server: $schema=${up}.schemas/${kind}.json`;
}

/** The kind of content file that a path in a region folder is; undefined for what is no YAML of a region. */
export const contentKind = (path: string): ContentFile | undefined =>
  (Object.entries(contentFiles) as [ContentFile, (typeof contentFiles)[ContentFile]][]).find(([, file]) =>
    file.path.test(path),
  )?.[0];
