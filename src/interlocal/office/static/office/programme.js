// The board of the programme: items are moved and stretched with the pointer or with keys. The server decides, and answers
// with the whole screen as it is then; without this script the same is done by forms.
"use strict";
(() => {
  const STEP = 5;
  const QUARTER = 15;
  const DAY = 24 * 60;
  const LAST = DAY - STEP;
  const WITHOUT_LENGTH = 60;
  const FAR = 4;
  const RESTS = 700;
  const EDGE = 48;

  const board = () => document.getElementById("board");
  const words = () => board().dataset;
  const days = () => [...board().querySelectorAll(".day")];
  const clock = (minute) => `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const said = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const tell = (sentence) => {
    document.getElementById("told").textContent = sentence;
  };
  const near = (minute) => Math.round(minute / STEP) * STEP;
  const within = (minute, least, most) => Math.min(Math.max(minute, least), most);

  // -- what an item says of itself --

  const number = (text) => (text === undefined || text === "" ? null : Number(text));
  const placeOf = (item) => ({
    day: item.closest(".day").dataset.day,
    begins: number(item.dataset.begins),
    ends: number(item.dataset.ends),
    track: Number(item.dataset.track),
  });
  const same = (one, other) => Object.keys(one).every((key) => one[key] === other[key]);
  const lengthOf = (place) => (place.begins === null ? WITHOUT_LENGTH : Math.max(place.ends - place.begins, 0));
  const times = (place) =>
    place.begins === null ? words().nohour : `${clock(place.begins)}–${clock(place.ends)}`;
  const dayNamed = (day) => days().find((one) => one.dataset.day === day);
  const trackNamed = (track) => {
    const head = board().querySelector(`[data-head="${track}"]`);
    return head ? head.textContent.trim() : "";
  };
  const sentence = (item, place) =>
    said(words().at, {
      title: item.querySelector(".title").textContent.trim(),
      times: times(place),
      day: dayNamed(place.day).dataset.says,
      track: trackNamed(place.track),
    });

  // -- lines of the board --

  const rowHeight = () => {
    const [first, second] = board().querySelectorAll(".axis .hour");
    return (second.getBoundingClientRect().top - first.getBoundingClientRect().top) / 12;
  };
  const opening = () => Number(words().begins);
  const rowOf = (minute) => (minute - opening()) / STEP + 1;
  const columnsOf = (slots) =>
    slots.dataset.columns.split(" ").map((one) => {
      const [track, first, wide] = one.split(":").map(Number);
      return { track, first, wide };
    });
  const trackUnder = (slots, x) => {
    const widths = getComputedStyle(slots).gridTemplateColumns.split(" ").map(parseFloat);
    let edge = slots.getBoundingClientRect().left;
    const at = widths.findIndex((width) => (edge += width) >= x);
    const line = at < 0 ? widths.length : at + 1;
    const columns = columnsOf(slots);
    return (columns.find((one) => line < one.first + one.wide) || columns[columns.length - 1]).track;
  };
  const minuteUnder = (slots, y) =>
    opening() + near(((y - slots.getBoundingClientRect().top) / rowHeight()) * STEP);
  const dayUnder = (x, y) => {
    const found = document.elementFromPoint(x, y);
    return found && found.closest(".board .day");
  };

  // -- what is to be seen until the server has answered --

  const ghost = document.createElement("li");
  ghost.className = "ghost";
  ghost.setAttribute("aria-hidden", "true");
  const showGhost = (place, text) => {
    const day = dayNamed(place.day);
    const list = day.querySelector(place.begins === null ? ".shelf" : ".slots");
    if (ghost.parentElement !== list) list.append(ghost);
    ghost.textContent = text || times(place);
    if (place.begins === null) {
      ghost.removeAttribute("style");
      return;
    }
    const columns = columnsOf(list);
    const column = columns.find((one) => one.track === place.track) || columns[0];
    const whole = place.track === 0 || columns.length === 1;
    ghost.style.gridRow = `${Math.max(1, rowOf(place.begins))} / ${Math.max(2, rowOf(Math.min(place.ends, DAY)))}`;
    ghost.style.gridColumn = whole ? "1 / -1" : `${column.first} / span ${column.wide}`;
  };
  const settle = () => {
    ghost.remove();
    for (const item of document.querySelectorAll(".item.lifted")) item.classList.remove("lifted");
  };

  // -- asking the server --

  let returnTo = "";
  const send = (address, values, item) => {
    returnTo = item ? item.querySelector(".what").id : "";
    const asked = htmx.ajax("POST", address, { source: board(), target: "#screen", swap: "outerHTML", values });
    return asked.catch(settle);
  };
  const addressOf = (item, verb) => words().item.replace("/0/", `/${item.dataset.item}/`) + verb;
  const put = (item, place) => {
    const before = placeOf(item);
    if (same(before, place)) return settle();
    const version = item.dataset.version;
    if (place.begins === before.begins && place.day === before.day && place.track === before.track) {
      return send(addressOf(item, "stretch/"), { ends_at: clock(place.ends), version }, item);
    }
    const starts = place.begins === null ? "" : clock(place.begins);
    return send(addressOf(item, "put/"), { day: place.day, starts_at: starts, track: place.track, shift: item.dataset.shift || "", version }, item);
  };

  document.addEventListener("htmx:afterSettle", (event) => {
    if (!board() || event.detail.target.id !== "screen") return;
    ghost.remove();
    const news = document.querySelector("#screen .news");
    if (news) tell(news.textContent.trim());
    const wanted = returnTo && document.getElementById(returnTo);
    if (wanted && (document.activeElement === document.body || !document.activeElement)) wanted.focus({ preventScroll: true });
    returnTo = "";
  });
  document.addEventListener("htmx:sendError", settle);
  document.addEventListener("htmx:responseError", settle);

  // The screen is made anew by every answer: what was scrolled to stays where it was.
  let scrolled = [0, 0];
  document.addEventListener("htmx:beforeSwap", () => {
    if (board()) scrolled = [board().scrollLeft, board().scrollTop];
  });
  document.addEventListener("htmx:afterSwap", () => {
    if (board()) [board().scrollLeft, board().scrollTop] = scrolled;
  });

  // -- with the pointer --

  let held = null;
  const grab = (event) => {
    if (!board() || words().edits === undefined || event.button !== 0 || held) return;
    const item = event.target.closest(".item[data-item]");
    const slots = event.target.closest(".slots");
    if (event.pointerType === "touch" && !event.target.closest(".pull, .grip")) return;
    if (item && board().contains(item)) hold(event, item);
    else if (slots && event.target === slots) mark(event, slots);
  };
  const hold = (event, item) => {
    const place = placeOf(item);
    const slots = item.closest(".day").querySelector(".slots");
    const does = event.target.closest(".pull") ? "stretch" : "move";
    const box = item.getBoundingClientRect();
    held = {
      does,
      item,
      from: place,
      place,
      x: event.clientX,
      y: event.clientY,
      offset: place.begins === null ? 0 : event.clientY - (does === "stretch" ? box.bottom : box.top),
      under: trackUnder(slots, event.clientX),
      moved: false,
    };
    if (does === "stretch") event.preventDefault();
  };
  const mark = (event, slots) => {
    const begins = within(minuteUnder(slots, event.clientY), 0, LAST);
    const place = { day: slots.closest(".day").dataset.day, begins, ends: begins + STEP, track: trackUnder(slots, event.clientX) };
    held = { does: "mark", from: place, place, x: event.clientX, y: event.clientY, moved: false };
  };

  const drawn = (event) => {
    const day = dayUnder(event.clientX, event.clientY) || dayNamed(held.place.day);
    const slots = day.querySelector(".slots");
    if (held.does === "stretch") {
      return { ...held.from, ends: within(minuteUnder(slots, event.clientY - held.offset), held.from.begins + STEP, LAST) };
    }
    if (held.does === "mark") {
      const until = minuteUnder(dayNamed(held.from.day).querySelector(".slots"), event.clientY);
      return { ...held.from, ends: within(until, held.from.begins + STEP, LAST) };
    }
    const under = trackUnder(slots, event.clientX);
    const track = under === held.under ? held.from.track : under;
    if (event.clientY < slots.getBoundingClientRect().top) {
      const onShelf = document.elementFromPoint(event.clientX, event.clientY)?.closest(".shelf");
      if (onShelf) return { day: day.dataset.day, begins: null, ends: null, track };
    }
    const begins = within(minuteUnder(slots, event.clientY - held.offset), 0, LAST);
    return { day: day.dataset.day, begins, ends: begins + lengthOf(held.from), track };
  };
  const scrollAtEdges = (event) => {
    const area = board().getBoundingClientRect();
    const push = (at, from, to) => (at < from + EDGE ? -12 : at > to - EDGE ? 12 : 0);
    board().scrollBy(push(event.clientX, area.left, area.right), push(event.clientY, area.top, area.bottom));
  };

  document.addEventListener("pointerdown", grab);
  document.addEventListener("pointermove", (event) => {
    if (!held) return;
    if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < FAR) return;
    if (!held.moved) {
      held.moved = true;
      document.body.classList.add("holding");
      if (held.item) held.item.classList.add("lifted");
    }
    scrollAtEdges(event);
    held.place = drawn(event);
    showGhost(held.place);
  });
  const release = (event) => {
    if (!held) return;
    const { does, item, place, moved } = held;
    held = null;
    document.body.classList.remove("holding");
    if (!moved) return;
    if (event.type === "pointercancel") return settle();
    document.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener("click", swallow, { capture: true }), 0);
    if (does !== "mark") return put(item, place);
    settle();
    begin(place);
  };
  const swallow = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("pointerup", release);
  document.addEventListener("pointercancel", release);
  document.addEventListener("dragstart", (event) => {
    if (event.target.closest && event.target.closest(".board .item")) event.preventDefault();
  });

  // -- a new one: where it was marked, or pressed twice --

  const begin = (place) => {
    const quick = document.getElementById("quick");
    if (!quick) return;
    const form = quick.querySelector("form");
    quick.open = true;
    form.elements.day.value = place.day;
    form.elements.starts_at.value = clock(place.begins);
    form.elements.ends_at.value = clock(place.ends);
    if (form.elements.track) form.elements.track.value = place.track;
    form.elements.title.focus();
  };
  document.addEventListener("dblclick", (event) => {
    if (!board() || words().edits === undefined || !event.target.classList.contains("slots")) return;
    const slots = event.target;
    const begins = within(Math.floor(minuteUnder(slots, event.clientY) / QUARTER) * QUARTER, 0, LAST - 60);
    begin({ day: slots.closest(".day").dataset.day, begins, ends: begins + 60, track: trackUnder(slots, event.clientX) });
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.id === "quick" && event.target.open) event.target.querySelector("[name=title]").focus();
  }, true);

  // -- with keys: what is pressed quickly one after another is one change --

  let pending = null;
  const wait = () => {
    clearTimeout(pending.timer);
    pending.timer = setTimeout(commit, RESTS);
  };
  const commit = () => {
    if (!pending) return;
    const { item, place, timer } = pending;
    clearTimeout(timer);
    pending = null;
    put(item, place);
  };
  const forget = () => {
    if (!pending) return;
    clearTimeout(pending.timer);
    pending = null;
    settle();
  };
  const shift = (place, by) => {
    if (place.begins === null) return { ...place, begins: opening() + 60, ends: opening() + 60 + WITHOUT_LENGTH };
    const begins = within(place.begins + by, 0, LAST);
    return { ...place, begins, ends: begins + lengthOf(place) };
  };
  const stretch = (place, by) =>
    place.begins === null ? place : { ...place, ends: within(place.ends + by, place.begins + STEP, LAST) };
  const aside = (place, by) => {
    const tracks = columnsOf(dayNamed(place.day).querySelector(".slots")).map((one) => one.track);
    const beside = tracks[tracks.indexOf(place.track) + by];
    if (beside !== undefined) return { ...place, track: beside };
    const next = days()[days().indexOf(dayNamed(place.day)) + by];
    if (!next) return place;
    const others = columnsOf(next.querySelector(".slots")).map((one) => one.track);
    return { ...place, day: next.dataset.day, track: by > 0 ? others[0] : others[others.length - 1] };
  };
  const STEPS = { ArrowUp: -STEP, ArrowDown: STEP, PageUp: -QUARTER, PageDown: QUARTER };
  const ASIDE = { ArrowLeft: -1, ArrowRight: 1 };
  const pressed = (event, place) => {
    if (event.key in ASIDE && !event.shiftKey) return aside(place, ASIDE[event.key]);
    if (!(event.key in STEPS)) return null;
    return event.shiftKey ? stretch(place, STEPS[event.key]) : shift(place, STEPS[event.key]);
  };

  document.addEventListener("keydown", (event) => {
    if (held && event.key === "Escape") {
      held = null;
      document.body.classList.remove("holding");
      return settle();
    }
    const item = event.target.closest && event.target.closest(".board .item[data-item]");
    if (!item || words().edits === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return forget();
    if (event.key === "Enter" && pending) {
      event.preventDefault();
      return commit();
    }
    if (event.key === "Delete") {
      event.preventDefault();
      const title = item.querySelector(".title").textContent.trim();
      if (window.confirm(said(words().asks, { title }))) send(addressOf(item, "remove/"), {}, null);
      return;
    }
    if (pending && pending.item !== item) commit();
    const from = pending ? pending.place : placeOf(item);
    const place = pressed(event, from);
    if (!place) return;
    event.preventDefault();
    if (item.dataset.fixed !== undefined && place.ends !== from.ends && place.begins === from.begins) return;
    // One change is either a move or another length.
    const isLength = place.begins === from.begins && place.day === from.day && place.track === from.track;
    if (pending && pending.isLength !== isLength) return commit();
    pending = { ...pending, item, place, isLength };
    item.classList.add("lifted");
    showGhost(place);
    tell(sentence(item, place));
    wait();
  });
  document.addEventListener("focusout", (event) => {
    if (pending && pending.item.contains(event.target)) commit();
  });

  // A conflict leads to what it is about.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#item-"]');
    const wanted = link && document.getElementById(link.hash.slice(1));
    if (!wanted) return;
    event.preventDefault();
    wanted.closest(".item").scrollIntoView({ block: "center", inline: "center" });
    wanted.focus({ preventScroll: true });
  });
})();
