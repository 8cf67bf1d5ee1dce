// The check-in desk: finds people while one types or scans, and keeps each tap on this phone until the server has it.
"use strict";
(() => {
  const form = document.getElementById("desk");
  if (!form) return;
  const words = form.dataset;
  const KEY = `interlocal desk ${words.send}`;
  const AT_ONCE = 200;
  const ASKS_EVERY = 15000;
  const TRIES_AGAIN = 5000;
  const rows = new Map([...form.querySelectorAll("li[data-key]")].map((row) => [row.dataset.key, row]));
  const find = document.getElementById("typed");
  const news = document.getElementById("news");
  let token = form.elements.csrfmiddlewaretoken.value;
  let sending = false;
  let ended = false;

  // -- what is kept on the phone --

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) || [];
    } catch (error) {
      return [];
    }
  };
  const keep = (taps) => {
    localStorage.setItem(KEY, JSON.stringify(taps));
    const says = document.getElementById("kept");
    says.hidden = taps.length === 0;
    says.textContent = words.waiting.replace("{count}", taps.length);
  };
  const newKey = () => {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };

  // -- what is shown --

  const nameOf = (row) => row.querySelector(".whom b").textContent;
  const say = (sentence, name, isBad = false, undoes = null) => {
    news.hidden = false;
    news.className = isBad ? "flash error" : "flash";
    news.textContent = `${sentence.replace("{name}", name)} `;
    if (undoes) news.append(button(words.undo, "btn alt", () => takeBack(undoes)));
  };
  const button = (label, style, press) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = style;
    made.textContent = label;
    made.addEventListener("click", press);
    return made;
  };
  const clock = (at) => `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;

  const show = (row, once, says, style) => {
    row.dataset.once = once;
    const sign = row.querySelector("[data-says]");
    sign.hidden = !says;
    sign.textContent = says;
    sign.className = `chip ${style}`;
    for (const old of row.querySelectorAll("button")) old.remove();
    const does = row.querySelector(".does");
    if (once) does.append(button(words.undo, "btn alt", () => takeBack(row)));
    else if (row.dataset.state === "approved" && words.open) does.append(button(words.one, "", () => checkIn(row)));
  };
  const showSeen = (row, once, time) => show(row, once, words.checked.replace("{time}", time), "state-done");
  const showKept = (row, once) => show(row, once, words.kept, "state-waiting");

  const count = () => {
    const standing = [...rows.values()].filter((row) => row.dataset.state === "approved");
    document.getElementById("expected").textContent = standing.length;
    document.getElementById("seen").textContent = standing.filter((row) => row.dataset.once).length;
  };

  // -- taps --

  const tap = (row, undoes) => {
    const one = { once: undoes || newKey(), seen_at: new Date().toISOString() };
    if (!undoes) one.delegate = row.dataset.key;
    keep([...kept(), one]);
    return one.once;
  };
  const checkIn = (row) => {
    if (!words.open) return;
    if (row.dataset.state !== "approved") return say(words.notyet, nameOf(row), true);
    if (row.dataset.once) return say(words.already, nameOf(row));
    showKept(row, tap(row));
    count();
    say(words.in, nameOf(row), false, row);
    if (navigator.vibrate) navigator.vibrate(40);
    send();
  };
  const takeBack = (row) => {
    if (!row.dataset.once) return;
    tap(row, row.dataset.once);
    show(row, "", "", "");
    news.hidden = true;
    count();
    send();
  };

  // -- sending: in order, and again until the server says that it has it --

  const ask = async (address, options) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 15000);
    try {
      return await fetch(address, { credentials: "same-origin", signal: stop.signal, ...options });
    } finally {
      clearTimeout(timer);
    }
  };
  const later = () => setTimeout(send, TRIES_AGAIN);

  const take = (state) => {
    token = state.token;
    const waiting = new Set(kept().map((one) => one.delegate || one.once));
    let unknown = false;
    for (const [key, [standing, once, time]] of Object.entries(state.people)) {
      const row = rows.get(key);
      if (!row) {
        unknown = true;
        continue;
      }
      if (waiting.has(key) || waiting.has(row.dataset.once)) continue;
      const changed = row.dataset.state !== standing;
      row.dataset.state = standing;
      if (once) showSeen(row, once, time);
      else if (row.dataset.once || (changed && standing === "approved")) show(row, "", "", "");
    }
    count();
    if (unknown && !find.value && !new URLSearchParams(location.search).get("q")) say(words.changed, "");
  };

  const answered = (state, sent) => {
    const had = new Set(sent.map((one) => `${one.once} ${!one.delegate}`));
    keep(kept().filter((one) => !had.has(`${one.once} ${!one.delegate}`)));
    for (const answer of state.answers) {
      const one = sent.find((each) => each.once === answer.tap && !each.delegate === answer.undo);
      const row = one && one.delegate && rows.get(one.delegate);
      if (!row || answer.outcome !== "refused") continue;
      show(row, "", "", "");
      say(`${words.refused} ${answer.reason}`, nameOf(row), true);
    }
    take(state);
  };

  const send = async () => {
    if (sending || ended || kept().length === 0) return;
    sending = true;
    try {
      const sent = kept().slice(0, AT_ONCE);
      const body = JSON.stringify({ sent_at: new Date().toISOString(), taps: sent });
      const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
      const answer = await ask(words.send, { method: "POST", headers, body });
      if (answer.ok) answered(await answer.json(), sent);
      else if (answer.status === 403) await renew();
      else if (answer.status === 404 || answer.status === 410) over();
      else later();
      if (answer.ok || answer.status === 403) setTimeout(send, answer.ok ? 0 : 1000);
    } catch (error) {
      later();
    } finally {
      sending = false;
    }
  };
  const renew = async () => {
    const answer = await ask(words.state, {});
    if (answer.status === 404 || answer.status === 410) return over();
    if (answer.ok) take(await answer.json());
  };
  const over = () => {
    ended = true;
    if (window.caches) caches.delete(`interlocal ${words.send.replace(/desk\/send\/$/, "")}`);
    say(words.ended, "", true);
  };

  // -- finding --

  // As the server folds names, as far as a phone can: width, case, marks, katakana as hiragana, no spaces.
  const fold = (text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC")
      .replace(/[\s\p{P}\p{Cf}]/gu, "")
      .replace(/[\u30a1-\u30f6]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));
  const codeOf = (text) =>
    text
      .trim()
      .toUpperCase()
      .replace(/^IL:/, "")
      .replace(/[\s\-‐–]/g, "")
      .replace(/O/g, "0")
      .replace(/[IL]/g, "1");

  const found = (typed) => {
    const wanted = fold(typed);
    const code = codeOf(typed);
    return [...rows.values()].filter((row) => {
      if (!wanted) return true;
      if (code.length >= 3 && (code.startsWith(row.dataset.code) || row.dataset.code.startsWith(code))) return true;
      return row.dataset.names.split("|").some((name) => name.includes(wanted));
    });
  };
  const narrow = () => {
    const fits = new Set(found(find.value));
    for (const row of rows.values()) row.hidden = !fits.has(row);
    document.getElementById("nobody").hidden = fits.size > 0;
  };
  find.addEventListener("input", narrow);
  // Enter with one person left checks in; scanners that type end with it.
  find.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fits = found(find.value);
    if (find.value.trim() && fits.length === 1) {
      checkIn(fits[0]);
      find.value = "";
    } else if (find.value.toUpperCase().startsWith("IL:")) {
      say(words.unknown, "", true);
      find.value = "";
    }
    narrow();
    find.focus();
  });
  form.addEventListener("click", (event) => {
    const pressed = event.target.closest("button[type=submit]");
    if (!pressed) return;
    event.preventDefault();
    const row = pressed.closest("li");
    if ("undo" in pressed.dataset) takeBack(row);
    else checkIn(row);
  });

  // -- camera --

  const camera = document.getElementById("camera");
  const video = camera.querySelector("video");
  let stream = null;
  let lastCode = "";
  const scanned = (text) => {
    if (text === lastCode) return;
    lastCode = text;
    setTimeout(() => (lastCode = ""), 3000);
    const code = text.startsWith("IL:") ? codeOf(text) : "";
    const fits = code.length >= 6 ? [...rows.values()].filter((row) => code.startsWith(row.dataset.code)) : [];
    if (fits.length === 1) checkIn(fits[0]);
    else say(words.unknown, "", true);
  };
  const look = async (detector) => {
    if (!stream) return;
    try {
      for (const one of await detector.detect(video)) scanned(one.rawValue);
    } catch (error) {
      // The next picture may do.
    }
    setTimeout(() => look(detector), 250);
  };
  const stop = () => {
    if (stream) for (const track of stream.getTracks()) track.stop();
    stream = null;
    camera.hidden = true;
  };
  const start = async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      camera.hidden = false;
      await video.play();
      look(new window.BarcodeDetector({ formats: ["qr_code"] }));
    } catch (error) {
      stop();
      say(words.camera, "", true);
    }
  };
  if ("BarcodeDetector" in window && navigator.mediaDevices) {
    const scan = document.getElementById("scan");
    scan.hidden = !words.open;
    scan.addEventListener("click", start);
    document.getElementById("stop").addEventListener("click", stop);
  }

  // -- from here on --

  for (const one of kept()) {
    const row = one.delegate ? rows.get(one.delegate) : [...rows.values()].find((each) => each.dataset.once === one.once);
    if (row && one.delegate) showKept(row, one.once);
    else if (row) show(row, "", "", "");
  }
  keep(kept());
  count();
  window.addEventListener("online", send);
  setInterval(() => (kept().length ? send() : renew().catch(() => undefined)), ASKS_EVERY);
  send();
})();
