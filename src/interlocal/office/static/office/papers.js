// Papers: when one that was seen waiting is printed, its file is fetched once; and what happened is said aloud.
"use strict";
(() => {
  const news = document.getElementById("printing-news");
  if (!news) return;
  const waiting = new Set();
  const OPEN = ["queued", "running"];
  const say = (words, name) => { news.textContent = words.replace("%", name); };

  const look = () => {
    for (const row of document.querySelectorAll("#printings li[data-state]")) {
      if (OPEN.includes(row.dataset.state)) {
        waiting.add(row.id);
      } else if (waiting.delete(row.id)) {
        const file = row.querySelector("a[data-file]");
        if (file) file.click();
        if (row.dataset.state === "done") say(news.dataset.printed, row.dataset.name);
        if (row.dataset.state === "failed") say(news.dataset.failed, row.dataset.name);
      }
    }
  };

  // A form sent once is spent: the next click is a new order.
  const renew = (form) => {
    const once = form.elements.once;
    if (once) once.value = crypto.randomUUID();
  };

  document.body.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt;
    if (!(form instanceof HTMLFormElement) || !event.detail.successful) return;
    renew(form);
    const list = document.getElementById("printings");
    if (list && matchMedia("(max-width: 58rem)").matches) list.scrollIntoView({ block: "start" });
  });
  document.body.addEventListener("htmx:afterSettle", look);
  look();
})();
