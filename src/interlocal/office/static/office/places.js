// A person dragged onto another place: fills and sends the form that stands beside them anyway.
(() => {
  "use strict";

  let held = null;

  const place = (event) => (event.target.closest ? event.target.closest("[data-place]") : null);
  const mark = (over) => {
    for (const each of document.querySelectorAll(".place")) each.classList.toggle("is-over", each === over);
  };
  const ready = () => {
    for (const each of document.querySelectorAll("[data-who]")) each.draggable = Boolean(each.querySelector("form"));
  };

  document.addEventListener("dragstart", (event) => {
    held = event.target.closest && event.target.closest("[data-who]");
    if (!held) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.querySelector("b").textContent);
    held.classList.add("is-held");
  });
  document.addEventListener("dragover", (event) => {
    const over = held && place(event);
    if (over) event.preventDefault();
    mark(over && !over.contains(held) ? over : null);
  });
  document.addEventListener("dragend", () => {
    if (held) held.classList.remove("is-held");
    held = null;
    mark(null);
  });
  document.addEventListener("drop", (event) => {
    const over = held && place(event);
    if (!over) return;
    event.preventDefault();
    if (over.contains(held)) return;
    const form = held.querySelector("form");
    form.elements.to.value = over.dataset.place;
    form.requestSubmit();
  });

  document.addEventListener("htmx:afterSettle", ready);
  ready();
})();
