import type { Term } from '@schaalsprong/agenda/agreements';
import type { LinkAs, LinkKind } from '@schaalsprong/agenda/links';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { isPage } from './pages.ts';
import type * as wire from './rooms/things/shapes.ts';
import { hasPage, kindAt, listPath, thingKinds, thingPath, type WithoutPage } from './things.ts';

describe('the address of a thing', () => {
  it('is a page of the site, in both languages, and leads back to its kind', () => {
    for (const kind of thingKinds) {
      const path = thingPath(kind, 'a b');
      for (const prefix of ['', '/en']) {
        expect(
          isPage(`${prefix}${path}`, (_ids, id) => id === 'a b'),
          path,
        ).toBe(true);
      }
      expect(kindAt(path), path).toBe(kind);
    }
    expect(new Set(thingKinds.map((kind) => thingPath(kind, 'x'))).size).toBe(thingKinds.length);
  });

  it('is Dutch, and its list is one step up', () => {
    expect(thingPath('party', 'mre')).toBe('/partijen/mre');
    expect(thingPath('claim', 'homes')).toBe('/bronnen/beweringen/homes');
    expect(listPath('party')).toBe('/partijen');
    expect(listPath('target')).toBeNull();
    expect(kindAt('/partijen')).toBe('party');
    expect(kindAt('/bronnen/model/x')).toBe('variable');
    expect(kindAt('/tafel')).toBeNull();
  });

  it('is missing only for what is listed as without a page', () => {
    expectTypeOf<WithoutPage>().toEqualTypeOf<'unknown' | 'viewpoint' | 'area'>();
    expect(['unknown', 'viewpoint', 'area', 'party', 'toString'].filter(hasPage)).toEqual(['party']);
  });
});

describe('the shapes of links are those of the package that finds them', () => {
  it('holds for kinds, capacities and terms', () => {
    expectTypeOf<wire.LinkKind>().toEqualTypeOf<LinkKind>();
    expectTypeOf<wire.LinkAs>().toEqualTypeOf<LinkAs>();
    expectTypeOf<wire.AgreementsResponse['agreements'][number]['term']>().toEqualTypeOf<Term>();
  });
});
