/**
 * Keeps the shell of the console, so that it opens without a network. Answers of the API are never kept: they hold
 * personal data. The one exception is public reference data, code tables and administrative units (ADR 0035).
 */
declare const __SHELL_FILES__: readonly string[];
declare const __SHELL_VERSION__: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const SHELL_PAGE = '/app/';
const SHELL = `shell-${__SHELL_VERSION__}`;
const REFERENCE = 'reference-1';
/** What the forms of the desk choose from. */
const TABLES = ['document-type', 'nationality', 'stay-reason', 'cancel-reason', 'relation-to-patient'];
const EXTRAS = ['/app/manifest.webmanifest', '/app/icon.svg'];

worker.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([keepShell(), keepTables()]));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => worker.clients.claim()));
});

// A new version waits until the person agrees: the page that is open still loads parts of the old one.
worker.addEventListener('message', (event) => {
  if (event.data === 'activate') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/v1/reference/') && !url.pathname.endsWith('/addresses')) {
    event.respondWith(freshElseKept(request));
  } else if (url.pathname.startsWith('/app/')) {
    event.respondWith(request.mode === 'navigate' ? shellPage(request) : keptElseFresh(request));
  }
});

async function keepShell(): Promise<void> {
  const cache = await caches.open(SHELL);
  await cache.addAll([SHELL_PAGE, ...EXTRAS, ...__SHELL_FILES__].map((url) => new Request(url, { cache: 'no-cache' })));
}

/** Without them the forms still work, so a failure does not keep the shell from being kept. */
async function keepTables(): Promise<void> {
  const cache = await caches.open(REFERENCE);
  await cache.addAll(TABLES.map((table) => `/v1/reference/code-tables/${table}`)).catch(() => undefined);
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== SHELL && name !== REFERENCE).map((name) => caches.delete(name)));
}

/** Every page of the console is the same file. */
async function shellPage(request: Request): Promise<Response> {
  return (await caches.match(SHELL_PAGE, { ignoreVary: true })) ?? fetch(request);
}

async function keptElseFresh(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  // Named by their content: what was once loaded is right for as long as this version lives.
  if (response.ok && request.url.includes('/app/assets/'))
    await (await caches.open(SHELL)).put(request, response.clone());
  return response;
}

async function freshElseKept(request: Request): Promise<Response> {
  const cache = await caches.open(REFERENCE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

export {};
