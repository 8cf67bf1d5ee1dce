// The search box: names while one types. Without this script it is a plain form.
// While an input method composes, nothing is asked and no key is ours: compositionend is what counts.
"use strict";
(() => {
  const PAUSE = 120;
  const LONGEST = 60;

  const said = (parent, tag, className, shown) => {
    if (!shown || !shown.text) return;
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = shown.text;
    if (shown.lang && shown.lang !== "und") element.lang = shown.lang;
    parent.append(element, " ");
  };

  const made = (suggestion, id) => {
    const option = document.createElement("li");
    option.id = id;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.href = suggestion.href;
    said(option, "span", "name", suggestion.name);
    said(option, "span", "form", suggestion.matched);
    said(option, "span", "note", { text: suggestion.note });
    return option;
  };

  const enhance = (input) => {
    const list = document.createElement("ul");
    const status = document.createElement("span");
    let options = [];
    let active = -1;
    let composing = false;
    let timer = 0;
    let asking = null;
    let shown = "";

    list.id = `${input.id}-list`;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", (input.labels[0] || input).textContent);
    status.className = "hush";
    status.setAttribute("role", "status");
    input.parentElement.append(list, status);
    // A search field may not be a combobox; a text field may.
    input.type = "text";
    input.setAttribute("inputmode", "search");
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": list.id,
      "aria-expanded": "false",
    }))
      input.setAttribute(name, value);

    const choose = (index) => {
      active = index;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
      if (index < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", options[index].id);
      options[index].scrollIntoView({ block: "nearest" });
    };
    const show = (isOpen) => {
      list.hidden = !isOpen;
      input.setAttribute("aria-expanded", String(isOpen));
      if (!isOpen) choose(-1);
    };
    const stop = () => {
      clearTimeout(timer);
      if (asking) asking.abort();
      asking = null;
    };
    const close = () => {
      stop();
      shown = "";
      show(false);
      status.textContent = "";
    };
    const fill = (answer) => {
      options = answer.suggestions.map((suggestion, at) => made(suggestion, `${list.id}-${at}`));
      list.replaceChildren(...options);
      choose(-1);
      show(options.length > 0);
      status.textContent = answer.said;
    };
    const typed = () => [...input.value.trim()].slice(0, LONGEST).join("");
    const ask = async () => {
      stop();
      const words = typed();
      if (!words) return close();
      if (words === shown && !list.hidden) return;
      const mine = new AbortController();
      asking = mine;
      try {
        const answer = await fetch(`${input.dataset.suggest}?${new URLSearchParams({ q: words })}`, { signal: mine.signal });
        const told = answer.ok ? await answer.json() : { said: "", suggestions: [] };
        // Meanwhile the box may have been left, or a character begun.
        if (mine.signal.aborted || composing || document.activeElement !== input) return;
        shown = words;
        fill(told);
      } catch (error) {
        if (error.name !== "AbortError") close();
      }
    };
    const later = () => {
      stop();
      timer = setTimeout(ask, PAUSE);
    };
    const go = (option) => {
      const address = option.dataset.href;
      close();
      location.assign(address);
    };
    const move = (event, index) => {
      event.preventDefault();
      choose(index);
    };

    input.addEventListener("compositionstart", () => {
      composing = true;
      stop();
    });
    input.addEventListener("compositionend", () => {
      composing = false;
      later();
    });
    input.addEventListener("input", (event) => {
      if (!composing && !event.isComposing) later();
    });
    input.addEventListener("keydown", (event) => {
      // 229: some browsers say no more of the key that ends a composition.
      if (composing || event.isComposing || event.keyCode === 229) {
        if (event.key === "Enter") event.preventDefault();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const last = options.length - 1;
      if (list.hidden) {
        if (event.key !== "ArrowDown" || !typed()) return;
        event.preventDefault();
        return void ask();
      }
      if (event.key === "ArrowDown") move(event, active < last ? active + 1 : -1);
      else if (event.key === "ArrowUp") move(event, active < 0 ? last : active - 1);
      else if (event.key === "Home" && active >= 0) move(event, 0);
      else if (event.key === "End" && active >= 0) move(event, last);
      else if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        close();
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        go(options[active]);
      }
    });
    input.addEventListener("blur", close);
    // The box keeps the focus while an option is pressed.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) go(option);
    });
    // Back to a page that the browser kept as it was.
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) close();
    });
  };

  for (const input of document.querySelectorAll("input[data-suggest]")) enhance(input);
})();
