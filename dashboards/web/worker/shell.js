// The service worker's part that lets the app open without a network: the page and its files as one version of the app.
// VERSION and FILES stand above, written by the build. What the API answers is never kept here; the last worklist is the
// page's own business, since it must be gone when its reader signs out.
const CACHE = `hemvakt-app-${VERSION}`;
/** A network that hasn't answered after so long, in milliseconds, is as good as none. */
const PATIENCE = 4000;
/** Addresses of machines, which have no page. */
const machines = /^\/(api|health|metrics|start)(\/|$)/;

self.addEventListener("install", (event) =>
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      const page = await fetch("/", { cache: "reload", credentials: "omit" });
      const text = await page.clone().text();
      // A page of another version would ask for files that aren't kept: then this version is not for use.
      if (!page.ok || !FILES.some((file) => text.includes(file))) throw new Error("the page is of another version");
      await cache.put("/", page);
      await cache.addAll(FILES);
    })(),
  ),
);

self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith("hemvakt-app-") && name !== CACHE);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  ),
);

// A new version waits until somebody says that it suits them: nobody's half-written note is lost to it.
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/assets/")) return event.respondWith(kept(request));
  if (request.mode === "navigate" && !machines.test(url.pathname)) event.respondWith(page(request));
});

/** A file that never changes under its name. */
const kept = async (request) => (await caches.match(request)) ?? fetch(request);

/** The page from the server; where it doesn't answer in time, the one that belongs to the kept files. */
async function page(request) {
  const answer = fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const keptPage = async () => (await caches.open(CACHE)).match("/");
  try {
    return (await Promise.race([answer, late])) ?? (await keptPage()) ?? (await answer);
  } catch {
    return (await keptPage()) ?? Response.error();
  }
}
