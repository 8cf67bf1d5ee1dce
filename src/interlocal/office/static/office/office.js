// What the office does in the browser beside htmx: passkeys, keys, menus, and saying that the connection is gone.
// Everything else works without it.
"use strict";
(() => {
  // -- passkeys: the server speaks base64url, the browser bytes --

  const bytes = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (char) => char.charCodeAt(0)).buffer;
  };
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  const described = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const created = async (options, isPasskey) => {
    const key = options.publicKey;
    const selection = { ...key.authenticatorSelection };
    selection.residentKey = isPasskey ? "required" : "discouraged";
    selection.requireResidentKey = isPasskey;
    if (isPasskey) selection.userVerification = "required";
    const made = await navigator.credentials.create({
      publicKey: {
        ...key,
        authenticatorSelection: selection,
        challenge: bytes(key.challenge),
        user: { ...key.user, id: bytes(key.user.id) },
        excludeCredentials: described(key.excludeCredentials),
      },
    });
    return {
      type: made.type,
      id: made.id,
      rawId: text(made.rawId),
      authenticatorAttachment: made.authenticatorAttachment,
      response: {
        clientDataJSON: text(made.response.clientDataJSON),
        attestationObject: text(made.response.attestationObject),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
      clientExtensionResults: made.getClientExtensionResults(),
    };
  };

  const shown = async (options) => {
    const key = options.publicKey;
    const found = await navigator.credentials.get({
      publicKey: { ...key, challenge: bytes(key.challenge), allowCredentials: described(key.allowCredentials) },
    });
    const response = found.response;
    return {
      type: found.type,
      id: found.id,
      rawId: text(found.rawId),
      authenticatorAttachment: found.authenticatorAttachment,
      response: {
        clientDataJSON: text(response.clientDataJSON),
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : null,
      },
      clientExtensionResults: found.getClientExtensionResults(),
    };
  };

  const options = async (form) => {
    if (form.dataset.options) return JSON.parse(form.dataset.options);
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json()).request_options;
  };

  const passkey = async (form) => {
    const failed = form.querySelector("[data-failed]");
    if (failed) failed.hidden = true;
    try {
      const given = await options(form);
      const wanted = form.elements.passwordless;
      const answer =
        form.dataset.passkey === "create" ? await created(given, !wanted || wanted.checked) : await shown(given);
      form.elements.credential.value = JSON.stringify(answer);
      form.submit();
    } catch (error) {
      if (failed) {
        failed.hidden = false;
        failed.focus();
      }
    }
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!window.PublicKeyCredential) continue;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      passkey(form);
    });
  }

  // -- keys: ? shows them, one letter presses what carries it --

  const dialog = document.getElementById("keys");
  const label = (element) => element.getAttribute("aria-label") || element.textContent.trim() || element.value;
  const showKeys = () => {
    if (!dialog || dialog.open) return;
    const list = dialog.querySelector("dl");
    for (const old of list.querySelectorAll("[data-found]")) old.remove();
    for (const element of document.querySelectorAll("[data-key]")) {
      const row = document.createElement("div");
      const term = document.createElement("dt");
      const key = document.createElement("kbd");
      const says = document.createElement("dd");
      row.dataset.found = "";
      key.textContent = element.dataset.key;
      says.textContent = label(element);
      term.append(key);
      row.append(term, says);
      list.append(row);
    }
    dialog.showModal();
  };
  const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (event.key === "?") return showKeys();
    if (event.key === "Escape") for (const menu of document.querySelectorAll(".menu[open]")) menu.open = false;
    if (dialog && dialog.open) return;
    const found =
      event.key === "/"
        ? document.querySelector("[data-search]")
        : event.key.length === 1 && document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!found) return;
    event.preventDefault();
    found.focus();
    if (event.key !== "/") found.click();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-keys]")) showKeys();
    for (const menu of document.querySelectorAll(".menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  // -- rows of links that slide on phones: the open one is in sight, and an end that goes on fades --

  const fade = (row) => {
    row.classList.toggle("goes-before", row.scrollLeft > 1);
    row.classList.toggle("goes-after", row.scrollLeft + row.clientWidth < row.scrollWidth - 1);
  };
  for (const row of document.querySelectorAll(".rooms ul, .areas ul")) {
    const open = row.querySelector("[aria-current]");
    if (open) {
      const [line, link] = [row.getBoundingClientRect(), open.getBoundingClientRect()];
      row.scrollLeft += link.left + link.width / 2 - line.left - line.width / 2;
    }
    row.addEventListener("scroll", () => fade(row), { passive: true });
    new ResizeObserver(() => fade(row)).observe(row);
    fade(row);
  }

  // A form asks once more before it does what cannot be taken back, and is sent once only.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const asks = (event.submitter && event.submitter.dataset.confirm) || form.dataset.confirm;
    if (asks && !window.confirm(asks)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (form.method !== "post" || form.dataset.passkey || form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    for (const progress of form.querySelectorAll(".htmx-indicator")) progress.classList.add("htmx-request");
  }, true);
  // Back to a page that the browser kept: its forms may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  for (const all of document.querySelectorAll("[data-ticks]")) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const one of document.querySelectorAll(`input[name="${all.dataset.ticks}"]`)) one.checked = all.checked;
    });
  }
  for (const wrong of document.querySelectorAll("[data-focus]")) wrong.focus();
  for (const press of document.querySelectorAll("[data-print]")) press.addEventListener("click", () => window.print());

  // -- htmx: what came back was no answer --

  const away = (isAway) => {
    const says = document.getElementById("away");
    if (says) says.hidden = !isAway;
  };
  document.addEventListener("htmx:sendError", () => away(true));
  document.addEventListener("htmx:timeout", () => away(true));
  document.addEventListener("htmx:responseError", (event) => away(event.detail.xhr.status !== 404));
  document.addEventListener("htmx:beforeRequest", () => away(false));
})();
