import { describe, expect, it } from 'vitest';
import { isPage as isPageWhere, type PageIds } from './pages.ts';

const known: Readonly<Record<PageIds, string>> = {
  targets: 'homes-2029',
  challenges: 'challenge-1',
  claims: 'a-claim',
  uncertainties: 'a-doubt',
  variables: 'grid-delay',
  sources: 'cbs',
  indicators: 'homes',
};
const isPage = (path: string): boolean => isPageWhere(path, (kind, id) => known[kind] === id);

describe('which addresses are pages', () => {
  it.each([
    '/',
    '/en',
    '/doelen/homes-2029',
    '/en/doelen/homes-2029',
    '/opgaven/challenge-1',
    '/tafel',
    '/en/tafel',
    '/monitor',
    '/en/monitor',
    '/monitor/homes',
    '/en/monitor/homes',
    '/monitor/voorspelkracht',
    '/tegenspraken',
    '/en/tegenspraken',
    '/bronnen',
    '/en/bronnen',
    '/bronnen/beweringen/a-claim',
    '/bronnen/aannamen/a-doubt',
    '/bronnen/model/grid-delay',
    '/bronnen/gegevens/cbs',
    '/bronnen/agenda',
    '/bronnen/onbekend',
    '/bronnen/methode',
  ])('%s is one', (path) => expect(isPage(path)).toBe(true));

  it.each([
    '/en/',
    '/doelen',
    '/doelen/',
    '/doelen/nothing',
    '/doelen/homes-2029/',
    '/doelen/homes-2029/x',
    '/opgaven/homes-2029',
    '/bronnen/',
    '/tafel/homes-2029',
    '/monitor/nothing',
    '/monitor/homes/x',
    '/tegenspraken/homes-2029',
    '/english',
    '/en/en',
    '/doelen/%E0%A4%A',
    '/doelen/__proto__',
    '',
  ])('%s is none', (path) => expect(isPage(path)).toBe(false));
});
