// Everything here is a comfort: each page works without it.
"use strict";

const DEBOUNCE_MS = 800;
const RETRY_MS = 10000;

/** Saves a form while it is being filled in. */
function autosave(form) {
  const status = form.querySelector("[data-autosave-status]");
  let isChanged = false;
  let timer = 0;
  let saving = null;

  function later(delay) {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  }

  function tell(text) {
    if (status && text && status.textContent !== text) status.textContent = text;
  }

  async function send(keepalive) {
    const response = await fetch(form.dataset.autosave, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: "application/json" },
      redirect: "error",
      keepalive,
    });
    // A refusal comes as JSON too and says why; anything else is worth another try.
    const isTold = response.headers.get("content-type")?.startsWith("application/json");
    if (!response.ok && !isTold) throw new Error(String(response.status));
    return response.json();
  }

  // One save at a time, so that an older answer never arrives after a newer one. Only a page that
  // is going away does not wait: it may have no later moment.
  async function save(keepalive = false) {
    clearTimeout(timer);
    if (!isChanged) return;
    if (saving && !keepalive) return later(DEBOUNCE_MS);
    isChanged = false;
    const sent = send(keepalive);
    saving = sent;
    try {
      const reply = await sent;
      writeRevisions(form, reply.revisions);
      showConflicts(form, reply.conflicts);
      tell(reply.message);
    } catch {
      isChanged = true;
      tell(status && status.dataset.failed);
      later(RETRY_MS);
    } finally {
      if (saving === sent) saving = null;
    }
  }

  form.addEventListener("input", () => {
    isChanged = true;
    later(DEBOUNCE_MS);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    isChanged = false;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save(true);
  });
}

/** Remembers which state of each answer this page builds on. */
function writeRevisions(form, revisions = {}) {
  for (const [name, value] of Object.entries(revisions)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "hidden") field.value = value;
  }
}

/** Shows at each question what somebody else wrote meanwhile. */
function showConflicts(form, conflicts) {
  for (const { question, message } of conflicts || []) {
    const place = form.querySelector(`[data-conflict-for="${CSS.escape(question)}"]`);
    if (!place) continue;
    (place.querySelector("[data-conflict-text]") || place).textContent = message;
    place.hidden = false;
  }
}

/** Shows a block only while the option it belongs to is chosen. */
function shownWhen(block) {
  const form = block.closest("form") || document;
  const { shownName, shownValue } = block.dataset;
  const options = form.querySelectorAll(`input[name="${CSS.escape(shownName)}"]`);
  function refresh() {
    block.hidden = ![...options].some((option) => option.checked && option.value === shownValue);
  }
  for (const option of options) option.addEventListener("change", refresh);
  refresh();
}

/** Counts the characters of a text area that has a limit. */
function count(output) {
  const area = document.getElementById(output.dataset.countFor);
  if (!area) return;
  const limit = Number(output.dataset.limit);
  function refresh() {
    // Characters as the server counts them: code points, a line break as one.
    const length = [...area.value].length;
    output.textContent = `${length} / ${limit}`;
    output.classList.toggle("pj-count-over", length > limit);
  }
  area.addEventListener("input", refresh);
  refresh();
}

/** Follows an error's link so that the question comes into view, not only its field. */
function followError(event) {
  const link = event.target.closest("a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  (field.closest(".form-group") || field).scrollIntoView();
  field.focus({ preventScroll: true });
}

document.querySelectorAll("form[data-autosave]").forEach(autosave);
document.querySelectorAll("[data-shown-name]").forEach(shownWhen);
document.querySelectorAll("[data-count-for]").forEach(count);
document.querySelectorAll("[data-error-summary]").forEach((summary) => {
  summary.addEventListener("click", followError);
  // Most browsers know `autofocus` on any element, and act on it a moment after loading.
  addEventListener("load", () => {
    setTimeout(() => {
      if (document.activeElement === document.body) summary.focus();
    }, 200);
  });
});
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
