// Keeps a copy of one personal page and of what it needs, and shows it when there is no connection. Nothing else is kept.
"use strict";
const SCOPE = new URL(self.registration.scope).pathname;
const KEEPS = `interlocal ${SCOPE}`;
const PAGES = ["me/", "desk/"].map((tail) => SCOPE + tail);
const PATIENCE = 8000;
// How the page hides the sentence that says it is a copy.
const HIDDEN = 'id="saved-copy" hidden';
const SHOWN = 'id="saved-copy"';

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// The page says which files it is made of.
self.addEventListener("message", (event) => {
  const said = event.data || {};
  if (Array.isArray(said.keep)) event.waitUntil(keepAll(said.keep));
});

// First the page itself: where it cannot be had any more, nothing of it is kept either.
const keepAll = async ([own, ...files]) => {
  const kept = await keepOne(own);
  if (kept) await Promise.all(files.map(keepOne));
};

const keepOne = async (address) => {
  const url = new URL(address, self.location.origin);
  if (url.origin !== self.location.origin) return false;
  const answer = await fetch(url, { credentials: "same-origin" });
  if (!answer.ok) return false;
  const kept = await caches.open(KEEPS);
  await kept.put(url.href, answer);
  return true;
};

const copyOf = async (address) => {
  const kept = await caches.open(KEEPS);
  return kept.match(address, { ignoreVary: true });
};

const asCopy = async (path) => {
  const wanted = PAGES.includes(path) ? [path] : PAGES;
  for (const one of wanted) {
    const copy = await copyOf(new URL(one, self.location.origin).href);
    if (!copy) continue;
    const text = (await copy.text()).replace(HIDDEN, SHOWN);
    return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
  return null;
};

const inTime = (request) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  return fetch(request, { signal: stop.signal }).finally(() => clearTimeout(timer));
};

// A page: the newest there is. A link that has ended takes the copy with it.
const page = async (request, path) => {
  let answer;
  try {
    answer = await inTime(request);
  } catch (error) {
    return (await asCopy(path)) || Response.error();
  }
  if (answer.ok && PAGES.includes(path) && !answer.redirected) {
    const kept = await caches.open(KEEPS);
    await kept.put(new URL(path, self.location.origin).href, answer.clone());
  }
  if (answer.status === 404 || answer.status === 410) await caches.delete(KEEPS);
  if (answer.status >= 500) return (await asCopy(path)) || answer;
  return answer;
};

const file = async (request) => {
  try {
    return await fetch(request);
  } catch (error) {
    return (await copyOf(request.url)) || Response.error();
  }
};

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  const isPage = request.mode === "navigate" && (url.pathname === SCOPE || PAGES.includes(url.pathname));
  if (isPage) event.respondWith(page(request, url.pathname));
  else if (request.mode !== "navigate" && !url.pathname.endsWith(".json")) event.respondWith(file(request));
});
