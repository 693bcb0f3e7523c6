// Keeps the site usable without a network once the policy table has been opened: the files of the app for good, the answers
// of the server as they were last. The build puts the names of the files in; another build is another cache.

/** @type {readonly string[]} */
const files = ['FILES'];
const name = 'schaalsprong-BUILD';
// Pages that open without a network, first in Dutch and then in English, and what they ask of the server.
/** @type {readonly string[]} */
const shells = ['SHELLS'];
/** @type {readonly string[]} */
const answers = ['ANSWERS'];

const isOurs = (cache) => cache.startsWith('schaalsprong-');

globalThis.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(name);
      await cache.addAll(
        [...files, ...shells, ...answers].map((path) => new Request(path, { cache: 'no-cache' })),
      );
      await globalThis.skipWaiting();
    })(),
  );
});

globalThis.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((cache) => isOurs(cache) && cache !== name);
      await Promise.all(old.map((cache) => caches.delete(cache)));
      await globalThis.clients.claim();
    })(),
  );
});

/** What was kept of a path; of a page that was not, the page that opens the app in its language. */
async function kept(request, path) {
  const cache = await caches.open(name);
  const found = await cache.match(path);
  if (found !== undefined || request.mode !== 'navigate') return found;
  const english = path === '/en' || path.startsWith('/en/');
  return cache.match(shells.find((shell) => shell.startsWith('/en/') === english));
}

/** The network first; what it answers is kept, and what was kept takes its place where it does not answer. */
async function freshest(request, path, isKept) {
  try {
    const response = await fetch(request);
    if (isKept && response.ok && response.status === 200) {
      const cache = await caches.open(name);
      await cache.put(path, response.clone());
    }
    return response;
  } catch (error) {
    const found = await kept(request, path);
    if (found === undefined) throw error;
    return found;
  }
}

globalThis.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== globalThis.location.origin) return;
  // With a question behind it a file is not asked for its content, but for whether the network is there.
  if (files.includes(pathname) && search === '') {
    event.respondWith(
      (async () => (await (await caches.open(name)).match(pathname)) ?? (await fetch(request)))(),
    );
  } else if (answers.includes(pathname)) {
    event.respondWith(freshest(request, pathname, true));
  } else if (request.mode === 'navigate') {
    event.respondWith(freshest(request, pathname, shells.includes(pathname)));
  }
});
