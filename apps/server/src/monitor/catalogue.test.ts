import { readFileSync } from 'node:fs';
import { DataFactory, Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { beforeAll, describe, expect, it } from 'vitest';
import { monitorRegion, twoVersions } from '../../test/monitor-world.ts';
import { catalogue } from './catalogue.ts';
import { iri, plain, Turtle } from './turtle.ts';
import type { MonitorView } from './view.ts';

const base = 'https://example.org';
const dct = 'http://purl.org/dc/terms/';
const dcat = 'http://www.w3.org/ns/dcat#';
const graph = (text: string): Store => new Store(new Parser({ baseIRI: `${base}/catalog.ttl` }).parse(text));
const shapes = graph(readFileSync(new URL('../../test/shapes/dcat-ap-nl.ttl', import.meta.url), 'utf8'));

/** Paths of the properties that are not as the profile asks, sorted. */
async function faults(of: string | Store): Promise<readonly string[]> {
  const report = await new SHACLValidator(shapes as never).validate(
    (typeof of === 'string' ? graph(of) : of) as never,
  );
  expect(report.conforms).toBe(report.results.length === 0);
  return report.results
    .map(({ path }) => (Array.isArray(path) ? '' : String((path as { value?: string } | null)?.value)))
    .sort();
}

let view: MonitorView;
beforeAll(async () => {
  const monitor = await twoVersions(await monitorRegion());
  view = monitor.current();
  await monitor.close();
});

describe('the catalogue of data sets', () => {
  it('is as DCAT-AP-NL asks', async () => {
    expect(await faults(catalogue({ view, base, contact: 'mailto:data@example.org' }))).toEqual([]);
    expect(await faults(catalogue({ view, base, contact: null }))).toEqual([]);
  });

  it('has a data set for each indicator of which something is observed, and none for the others', () => {
    const sets = graph(catalogue({ view, base, contact: null })).getObjects(null, `${dcat}dataset`, null);
    expect(sets.map(({ value }) => value)).toEqual([`${base}/monitor/homes#data`]);
  });

  it('gives a licence where all sources have the same one, and says in words where not', () => {
    const all = graph(catalogue({ view, base, contact: null }));
    const licences = all.getObjects(`${base}/monitor/homes#csv`, `${dct}license`, null);
    // The region's own rows name no licence.
    expect(licences.map(({ value }) => value)).toEqual([
      'http://standaarden.overheid.nl/owms/terms/licentieonbekend',
    ]);
    const [rights] = all.getObjects(`${base}/monitor/homes#csv`, `${dct}rights`, null);
    expect(all.getObjects(rights ?? null, 'http://www.w3.org/2000/01/rdf-schema#label', null)).toHaveLength(
      2,
    );
  });

  it('names the office as maker, and the period that the figures are of', () => {
    const all = graph(catalogue({ view, base, contact: null }));
    const set = DataFactory.namedNode(`${base}/monitor/homes#data`);
    const [creator] = all.getObjects(set, `${dct}creator`, null);
    expect(all.getObjects(creator ?? null, 'http://xmlns.com/foaf/0.1/name', null)[0]?.value).toContain(
      'Synthetic office',
    );
    const [period] = all.getObjects(set, `${dct}temporal`, null);
    expect(all.getObjects(period ?? null, `${dcat}endDate`, null)[0]?.value).toBe('2022-12-31');
  });
});

describe('the statements of the catalogue', () => {
  /** Statements in one order, each thing without an address by what is said of it. */
  function statements(text: string): readonly string[] {
    const all = graph(text);
    const written = (term: { readonly termType: string; readonly value: string }): string =>
      term.termType === 'BlankNode'
        ? `[${all
            .getQuads(DataFactory.blankNode(term.value), null, null, null)
            .map(({ predicate, object }) => `${predicate.value} ${written(object)}`)
            .sort()
            .join('; ')}]`
        : JSON.stringify(term);
    return all
      .getQuads(null, null, null, null)
      .filter(({ subject }) => subject.termType !== 'BlankNode')
      .map(({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${written(object)}`)
      .sort();
  }

  it('are those that were written by hand before, each of them and no other', () => {
    const before = readFileSync(new URL('../../test/shapes/catalogue-before.ttl', import.meta.url), 'utf8');
    expect(statements(catalogue({ view, base, contact: 'mailto:data@example.org' }))).toEqual(
      statements(before),
    );
  });

  it('hold whatever a name or text has in it', () => {
    const hostile = 'a "quote" \\ <tag>\n\t\u0000é';
    const turtle = new Turtle({ dct });
    turtle.about(iri('https://example.org/a b"<>'), [['dct:title', plain(hostile)]]);
    const [only, ...more] = graph(turtle.text()).getQuads(null, null, null, null);
    expect(more).toEqual([]);
    expect(only?.object.value).toBe(hostile);
    expect(only?.subject.value).toBe('https://example.org/a%20b%22%3C%3E');
  });
});

describe('the check itself', () => {
  it('refuses a data set with only title, description and identifier for exactly what it lacks', async () => {
    const bare = `@prefix dcat: <${dcat}> . @prefix dct: <${dct}> .
      <x> a dcat:Dataset ; dct:title "x"@nl ; dct:description "x"@nl ; dct:identifier "x" .`;
    expect(await faults(bare)).toEqual([
      `${dct}accessRights`,
      `${dct}creator`,
      `${dct}publisher`,
      `${dcat}contactPoint`,
      `${dcat}theme`,
    ]);
  });

  it('refuses a catalogue of which any one of these is taken away', async () => {
    const whole = graph(catalogue({ view, base, contact: null })).getQuads(null, null, null, null);
    for (const property of [
      `${dct}identifier`,
      `${dct}accessRights`,
      `${dcat}contactPoint`,
      `${dct}creator`,
      `${dct}publisher`,
      `${dcat}theme`,
      `${dct}license`,
      `${dct}format`,
      `${dcat}accessURL`,
    ]) {
      const without = new Store(whole.filter(({ predicate }) => predicate.value !== property));
      expect(without.size).toBeLessThan(whole.length);
      expect(await faults(without), property).not.toEqual([]);
    }
  });
});
