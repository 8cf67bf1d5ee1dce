// Lets the phone keep a copy of this page (worker.js), so that it opens without a connection.
"use strict";
(() => {
  const script = document.currentScript;
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  const files = () =>
    [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], main img[src]")].map(
      (one) => one.href || one.src,
    );
  const keep = async () => {
    try {
      await navigator.serviceWorker.register(script.dataset.worker, { scope: script.dataset.scope });
      const ready = await navigator.serviceWorker.ready;
      // A copy is no newer than what it was made of: only the page itself, as just loaded, is told to be kept.
      if (navigator.onLine) ready.active.postMessage({ keep: [location.pathname, ...files()] });
    } catch (error) {
      // The page works without.
    }
  };
  window.addEventListener("load", keep);
})();
