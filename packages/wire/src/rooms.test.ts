import { describe, expect, it } from 'vitest';
import type { Download, Page, Route, RouteText } from './room.ts';
import { downloads, pages, rooms, routes } from './rooms.ts';

const twice = (names: readonly string[]): readonly string[] =>
  names.filter((name, i) => names.indexOf(name) !== i);
const tags = rooms.flatMap(({ description }) => description.tags.map(({ name }) => name as string));

describe('the rooms', () => {
  it('have a place each, and share no name and no address', () => {
    const allRoutes = rooms.flatMap((room) => Object.entries<Route>(room.routes));
    const allDownloads = rooms.flatMap((room) => Object.entries<Download>(room.downloads));
    const allPages: readonly Page[] = pages;
    expect(twice(rooms.map(({ order }) => String(order)))).toEqual([]);
    expect(twice(allPages.map(({ name }) => name))).toEqual([]);
    expect(twice(allPages.map(({ path }) => path))).toEqual([]);
    expect(twice(allRoutes.map(([name]) => name))).toEqual([]);
    expect(twice(allRoutes.map(([, { method, path }]) => `${method} ${path}`))).toEqual([]);
    expect(twice(allDownloads.map(([name]) => name))).toEqual([]);
    expect(twice(allDownloads.map(([, { path }]) => path))).toEqual([]);
    expect(Object.keys(routes)).toEqual(allRoutes.map(([name]) => name));
    expect(Object.keys(downloads)).toEqual(allDownloads.map(([name]) => name));
  });

  it('describe their routes, their parameters and their bodies, and no others', () => {
    for (const room of rooms) {
      const texts: Readonly<Record<string, RouteText | null>> = room.description.routes;
      expect(Object.keys(texts).sort()).toEqual(Object.keys(room.routes).sort());
      for (const [name, route] of Object.entries<Route>(room.routes)) {
        const text = texts[name];
        if (text === null || text === undefined) continue;
        expect(tags, name).toContain(text.tag);
        expect(Object.keys(text.query ?? {}), name).toEqual(Object.keys(route.query ?? {}));
        expect(text.body !== undefined, name).toBe(route.body !== undefined);
        expect(text.parameter !== undefined, name).toBe(route.path.includes('{'));
      }
    }
  });

  it('name frames after their first page, which the others are below', () => {
    for (const { frame, path, name } of pages as readonly Page[]) {
      if (frame === 'site') continue;
      const first = (pages as readonly Page[]).find((page) => page.frame === frame);
      expect(first?.name, name).toBe(frame);
      expect(path === first?.path || path.startsWith(`${first?.path}/`), name).toBe(true);
    }
  });

  it('keep the pages of a group together, and leave no page of a grouped frame out', () => {
    const all: readonly Page[] = pages;
    for (const frame of new Set(all.filter(({ group }) => group !== undefined).map((page) => page.frame))) {
      const [, ...below] = all.filter((page) => page.frame === frame);
      const names = below.map(({ group }) => group?.nl ?? '');
      expect(names).not.toContain('');
      expect(names.filter((name, i) => name !== names[i - 1])).toEqual([...new Set(names)]);
    }
  });

  it('have titles in both languages', () => {
    for (const { title, name } of pages as readonly Page[]) {
      for (const text of title === null ? [] : [title.nl, title.en]) {
        expect(text, name).toMatch(/^\S.*\S$/);
      }
    }
  });
});
