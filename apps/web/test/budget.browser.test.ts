import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** The app as this run built it and its server serves it. */
const dist = join(import.meta.dirname, '../dist');

/** Scripts that the first page asks for: those in index.html and what they import at once. */
function firstScripts(): string[] {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((m) => m[1] ?? '');
  const found = new Set<string>();
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const code = readFileSync(join(dist, name), 'utf8');
    for (const m of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) queue.push(`assets/${m[1] ?? ''}`);
  }
  return [...found];
}

describe('the built app', () => {
  it('opens its first page with less than 180 kB of compressed script', () => {
    const scripts = firstScripts();
    expect(scripts.length).toBeGreaterThan(0);
    const bytes = scripts
      .map((name) => readFileSync(join(dist, `${name}.gz`)).length)
      .reduce((a, b) => a + b, 0);
    expect(bytes).toBeLessThan(180_000);
    expect(bytes).toBeGreaterThan(20_000);
  });

  it('has a compressed twin of every text file, and the twins say the same', () => {
    const files = readdirSync(dist, { recursive: true })
      .map(String)
      .filter((name) => /\.(js|css|html|svg)$/.test(name));
    expect(files.length).toBeGreaterThan(4);
    for (const name of files) {
      const plain = readFileSync(join(dist, name));
      expect(brotliDecompressSync(readFileSync(join(dist, `${name}.br`))).equals(plain), name).toBe(true);
      expect(gunzipSync(readFileSync(join(dist, `${name}.gz`))).equals(plain), name).toBe(true);
    }
  });

  it('holds nothing that a strict policy forbids', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=|https?:/);
    for (const name of readdirSync(join(dist, 'assets')).filter((n) => n.endsWith('.css'))) {
      expect(readFileSync(join(dist, 'assets', name), 'utf8')).not.toMatch(/url\((?!data:image)/);
    }
  });

  it('computes in workers that only the page that needs them starts: models, conflicts and documents in less than 120 kB of compressed script, the table in less than 150, the proof of methods in less than 210', () => {
    const names = readdirSync(join(dist, 'assets'));
    const workers = names.filter((name) => /worker.*\.js$/.test(name));
    const most: Readonly<Record<string, number>> = {
      'aside.worker': 120_000,
      'audit.worker': 120_000,
      'reference-tests.worker': 210_000,
      'document.worker': 120_000,
      'engine.worker': 150_000,
      'futures-file.worker': 120_000,
      'reading.worker': 120_000,
      worker: 120_000,
    };
    const plainName = (name: string): string => name.replace(/-[\w-]{8}\.js$/, '');
    expect(workers.map(plainName).sort()).toEqual(Object.keys(most).sort());
    for (const name of workers) {
      expect(readFileSync(join(dist, 'assets', `${name}.gz`)).length, name).toBeLessThan(
        most[plainName(name)] ?? 0,
      );
      expect(firstScripts()).not.toContain(`assets/${name}`);
    }
  });

  it('shows a model with less than 60 kB of compressed script beside that of the first page', () => {
    const first = new Set(firstScripts());
    const names = readdirSync(join(dist, 'assets')).filter((name) =>
      /^(Loops|Model|OwnModel|Plot|VariablePage|FanChart)-.*\.js$/.test(name),
    );
    const bytes = names
      .filter((name) => !first.has(`assets/${name}`))
      .map((name) => readFileSync(join(dist, 'assets', `${name}.gz`)).length)
      .reduce((a, b) => a + b, 0);
    expect(names.length).toBeGreaterThan(3);
    expect(bytes).toBeLessThan(60_000);
  });

  it('shows the conflicts with less than 30 kB of compressed script beside that of the first page, and audits with less than 60; reads documents with less than 20 and 60; shows the monitor with less than 35', () => {
    const first = new Set(firstScripts());
    const sizeOf = (fits: RegExp) => {
      const names = readdirSync(join(dist, 'assets')).filter((name) => fits.test(name));
      expect(names.length, String(fits)).toBeGreaterThan(0);
      for (const name of names) expect(first.has(`assets/${name}`), name).toBe(false);
      return names
        .map((name) => readFileSync(join(dist, 'assets', `${name}.gz`)).length)
        .reduce((a, b) => a + b, 0);
    };
    expect(sizeOf(/^ConflictsPage-.*\.js$/)).toBeLessThan(30_000);
    expect(sizeOf(/^audit\.worker-.*\.js$/)).toBeLessThan(60_000);
    expect(sizeOf(/^MonitorPages-.*\.js$/)).toBeLessThan(35_000);
    // The page that reads documents; the reader of PDF comes only with a PDF.
    expect(sizeOf(/^ReadingPage-.*\.js$/)).toBeLessThan(20_000);
    expect(sizeOf(/^document\.worker-.*\.js$/)).toBeLessThan(60_000);
  });

  it('leaves the loader of the agenda on the server, but where a reader gives ranges, which the agenda’s reader reads', () => {
    const names = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    const holding = names.filter((name) =>
      /YAMLParseError|REGION_FILE_MISSING/.test(readFileSync(join(dist, 'assets', name), 'utf8')),
    );
    // Asked for by `import()` once there are ranges.
    expect(holding.map((name) => name.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['ranges']);
    expect(firstScripts()).not.toContain(`assets/${holding[0]}`);
  });
});
