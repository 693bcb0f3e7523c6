import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictures } from '../packages/chart/test/reference.ts';

/** `npm run pictures`: renews the reference pictures of packages/chart. Look at what changed before you commit it. */
const folder = join(import.meta.dirname, '../packages/chart/test/reference');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!pictures.has(name)) rmSync(join(folder, name));
for (const [name, text] of pictures) writeFileSync(join(folder, name), text);
console.log(`${pictures.size} pictures in packages/chart/test/reference`);
