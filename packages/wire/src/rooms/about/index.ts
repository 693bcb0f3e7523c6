import { defineRoom } from '../../room.ts';

const about = { frame: 'site', ids: null, offline: false, menu: 'foot' } as const;

/** What the site says of itself: who, in what standing, for whom, and how programs use it. */
export const aboutRoom = defineRoom({
  order: 90,
  pages: [
    { ...about, name: 'about', path: '/over', title: { nl: 'Over deze site', en: 'About this site' } },
    {
      ...about,
      name: 'accessibility',
      path: '/over/toegankelijkheid',
      title: { nl: 'Toegankelijkheid', en: 'Accessibility' },
    },
    { ...about, name: 'privacy', path: '/over/privacy', title: { nl: 'Privacy', en: 'Your privacy' } },
    {
      ...about,
      name: 'programmers',
      path: '/over/programmeurs',
      title: { nl: 'Voor programmeurs', en: 'For programmers' },
    },
  ],
  routes: {},
  downloads: {},
  description: { tags: [], routes: {} },
});
