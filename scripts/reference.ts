import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ExportedName, type PackageFaces, readFaces } from './faces.ts';

/**
 * `npm run reference`: writes `.reference/<package>.md` (not in git) with every exported name of each package, from the TSDoc comments in
 * its source, and prints an index.
 */
const root = join(import.meta.dirname, '..');
const folder = join(root, '.reference');

/** A comment is wrapped at the width of its source. */
const unwrapped = (text: string): string => text.replaceAll(/(?<=\S)\n(?=[^\s|`-])/g, ' ');

function entry({ name, kind, summary, tags, signature, file, line }: ExportedName): string {
  const described = tags.filter((tag) => tag.name !== 'example');
  return [
    `### ${name}`,
    ...(signature.length > 0 && signature.length < 4000 ? [`\`\`\`ts\n${signature}\n\`\`\``] : []),
    unwrapped(summary),
    ...(described.length === 0
      ? []
      : [described.map((tag) => `- **${tag.name}** ${unwrapped(tag.text)}`).join('\n')]),
    ...tags.filter(({ name: tag }) => tag === 'example').map(({ text }) => text),
    `${kind}, [${file}:${line}](../${file}#L${line})`,
  ].join('\n\n');
}

function page({ folder: of, faces }: PackageFaces): string {
  const parts = faces.map(({ specifier, names }) => [`## ${specifier}`, ...names.map(entry)].join('\n\n'));
  return `# ${basename(of)}\n\nWhat it is for: [README](../${of}/README.md).\n\n${parts.join('\n\n')}\n`;
}

const packages = readFaces(root);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const index = packages.map((of) => {
  const name = basename(of.folder);
  writeFileSync(join(folder, `${name}.md`), page(of));
  const count = of.faces.reduce((sum, { names }) => sum + names.length, 0);
  return { name, count, faces: of.faces.map(({ specifier }) => specifier) };
});
const rows = index.map(
  ({ name, count, faces }) => `| [${name}](${name}.md) | ${count} | ${faces.join(', ')} |`,
);
writeFileSync(
  join(folder, 'README.md'),
  `# Reference\n\n| package | names | faces |\n| --- | --- | --- |\n${rows.join('\n')}\n`,
);
for (const { name, count, faces } of index)
  console.log(`.reference/${name}.md  ${count} names, ${faces.length} faces`);
