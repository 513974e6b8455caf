// Everything here is a comfort: each page works without it.
"use strict";

const DEBOUNCE_MS = 800;
const RETRY_MS = 10000;

/**
 * Saves a form while it is being filled in. What was typed and is not known to be saved is also kept
 * in this tab, never longer: a shared computer must not keep answers.
 */
function autosave(form) {
  const status = form.querySelector("[data-autosave-status]");
  const typed = typedIn(form);
  let isChanged = false;
  let isLeaving = false;
  let unanswered = null; // What was sent and got no answer: sent again as it was, before anything newer.
  let timer = 0;
  let saving = null;

  function later(delay) {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  }

  function tell(text) {
    if (status && text && status.textContent !== text) status.textContent = text;
  }

  async function send(body, keepalive) {
    const response = await fetch(form.dataset.autosave, {
      method: "POST",
      body: new URLSearchParams(body),
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
    const isRepeat = unanswered && !keepalive;
    const body = isRepeat ? unanswered : [...new FormData(form)];
    isChanged = Boolean(isRepeat);
    const sent = send(body, keepalive);
    saving = sent;
    try {
      const reply = await sent;
      unanswered = null;
      writeRevisions(form, reply.revisions);
      typed.forget(body, reply.revisions);
      if (Object.keys(reply.revisions || {}).length > 0) showProgress(form);
      showConflicts(form, reply.conflicts);
      // "Saved" is only said when nothing has been typed since.
      if (!isChanged) tell(withAsked(reply.message, form));
      else later(isRepeat ? 0 : DEBOUNCE_MS);
    } catch (error) {
      isChanged = true;
      unanswered ||= body;
      // A link that was stopped does not come back; what is typed stays on the page.
      const isStopped = error.message === "404";
      tell(status?.dataset[isStopped ? "stopped" : "failed"]);
      if (!isStopped) later(RETRY_MS);
    } finally {
      if (saving === sent) saving = null;
    }
  }

  form.addEventListener("input", (event) => {
    isChanged = true;
    typed.remember(event.target);
    later(DEBOUNCE_MS);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    isChanged = false;
    isLeaving = true;
    typed.submitted();
  });
  addEventListener("beforeunload", (event) => {
    // Before a first failure the save that leaving starts is as good as done; asking would only get in the way.
    if (unanswered && !isLeaving) event.preventDefault();
  });
  addEventListener("online", () => later(0));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save(true);
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    isLeaving = false;
    isChanged = true;
    later(0);
  });
  tell(typed.offer());
}

const KEPT = "pejl-typed:";
const SUBMITTED = "pejl-submitted";

/** The tab's own store, or none where the browser forbids it. */
function tabStore() {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** What was typed in a form and is not known to be saved, by field. */
function typedIn(form) {
  const store = tabStore();
  const key = KEPT + form.dataset.autosave;
  let fields = {};

  function write() {
    try {
      if (Object.keys(fields).length > 0) store?.setItem(key, JSON.stringify(fields));
      else store?.removeItem(key);
    } catch {
      // The store is full or forbidden: then the page itself is all there is.
    }
  }

  // What the page came with, not what stands there now: browsers put typed text back by themselves.
  function differs([name, value]) {
    const field = form.elements.namedItem(name);
    if (field === null) return value.trim() !== "" && addFor(form, name, true) !== null;
    if (field instanceof RadioNodeList) return ![...field].some((one) => one.value === value && one.defaultChecked);
    if (field instanceof HTMLSelectElement) return ![...field.options].some((one) => one.value === value && one.defaultSelected);
    return field.defaultValue.trim() !== value.trim();
  }

  // A text whose question is asked on another page by now.
  function isHomeless([name, value]) {
    return "bkc".includes(name[0]) && value.trim() !== "" && !form.elements.namedItem(name) && !addFor(form, name, true);
  }

  function put([name, value]) {
    if (form.elements.namedItem(name) === null) addFor(form, name);
    const field = form.elements.namedItem(name);
    if (!field) return;
    field.value = value;
    const shown = field instanceof RadioNodeList ? [...field].find((one) => one.checked) : field;
    shown?.closest("details")?.setAttribute("open", "");
    shown?.dispatchEvent(new Event("input", { bubbles: true }));
    shown?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  return {
    remember({ name, value }) {
      if (!name) return;
      fields[name] = value;
      write();
    },
    /** Forgets what the server has: fields of questions it told a state of in every area, unless typed in since. */
    forget(sent, revisions = {}) {
      const values = new Map(sent);
      for (const [name, value] of Object.entries(fields)) {
        const number = name.slice(1);
        const along = [...form.querySelectorAll(`input[name^="s${CSS.escape(number)}-"]`)];
        const isThere = [`r${number}`, ...along.map((area) => area.name)].every((base) => base in revisions);
        if (isThere && values.get(name) === value) delete fields[name];
      }
      write();
    },
    submitted() {
      store?.setItem(SUBMITTED, key);
    },
    /** Offers what is kept and is not on the page; gives what there is to say about it. */
    offer() {
      store?.removeItem(SUBMITTED);
      const place = form.querySelector("[data-kept]");
      const kept = JSON.parse(store?.getItem(key) || "{}");
      const lost = Object.entries(kept).filter(differs);
      const homeless = Object.entries(kept).filter(isHomeless);
      // A page that shows what could not be saved shows what was typed as well.
      if (document.querySelector("[data-error-summary]")) {
        fields = kept;
        return null;
      }
      if (!place || lost.length + homeless.length === 0) {
        store?.removeItem(key);
        return null;
      }
      fields = Object.fromEntries([...lost, ...homeless]);
      place.hidden = false;
      const restore = place.querySelector("[data-kept-restore]");
      restore.hidden = lost.length === 0;
      restore.addEventListener("click", () => {
        restore.hidden = true;
        place.hidden = homeless.length === 0;
        lost.forEach(put);
      });
      // It can't be put back here, so it is shown to be copied.
      for (const [, value] of homeless) {
        const text = document.createElement("p");
        text.className = "pj-written";
        text.textContent = value;
        place.querySelector(".alert-text").after(text);
      }
      place.querySelector("[data-kept-drop]").addEventListener("click", () => {
        place.hidden = true;
        fields = {};
        write();
      });
      return place.querySelector(".alert-text").textContent;
    },
  };
}

/** Forgets what a button saved, once it has led to another page, and everything once all is handed in. */
function forgetSaved() {
  const store = tabStore();
  const key = store?.getItem(SUBMITTED);
  if (key && !`${key}`.endsWith(`${location.pathname}/kladde`)) {
    store.removeItem(key);
    store.removeItem(SUBMITTED);
  }
  if (!location.pathname.endsWith("/kvittering")) return;
  for (const name of Object.keys(store || {})) if (name.startsWith(KEPT)) store.removeItem(name);
}

/** Remembers which state of each answer this page builds on. */
function writeRevisions(form, revisions = {}) {
  for (const [name, value] of Object.entries(revisions)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "hidden") field.value = value;
  }
}

/** Counts how many questions are answered by now, in the words that the page came with. */
function showProgress(form) {
  const progress = form.querySelector(".pj-progress");
  const [bar, text] = progress?.children || [];
  if (!bar || !text) return;
  // A reason that its option asks for is a part of the answer.
  const isWhole = (question) =>
    [...question.querySelectorAll("[data-shown-name]:not([hidden]) textarea")].every((area) => area.value.trim());
  // What is asked for another area on its own counts there.
  const own = [...form.querySelectorAll("fieldset:has(input:checked)")].filter((question) => !question.querySelector("input[type='radio'][name*='-']"));
  bar.value = own.filter(isWhole).length + Number(progress.dataset.elsewhere);
  text.textContent = text.textContent.replace(/\d+/, String(bar.value));
}

/** Shows at each question what somebody else wrote meanwhile. */
function showConflicts(form, conflicts) {
  for (const { question, message } of conflicts || []) {
    const place = form.querySelector(`[data-conflict-for="${CSS.escape(question)}"]`) || conflictPlace(form, question);
    if (place) place.querySelector("[data-conflict-text]").textContent = message;
  }
}

/** Makes the place at a question, above its options, that tells of what somebody else wrote. */
function conflictPlace(form, question) {
  const options = document.getElementById(question)?.closest(".pj-options");
  const made = form.querySelector("[data-conflict-template]")?.content.firstElementChild.cloneNode(true);
  if (!options || !made) return null;
  made.dataset.conflictFor = question;
  // The line about saving says aloud that there is a conflict; one voice is enough.
  made.removeAttribute("role");
  options.before(made);
  return made;
}

/** Lets an element describe another, or no longer. */
function describe(element, id, isDescribing) {
  const ids = new Set((element.getAttribute("aria-describedby") || "").split(" ").filter(Boolean));
  ids[isDescribing ? "add" : "delete"](id);
  if (ids.size > 0) element.setAttribute("aria-describedby", [...ids].join(" "));
  else element.removeAttribute("aria-describedby");
}

/** What there is to tell, and what is asked gently and was not told yet. */
function withAsked(message, form) {
  const asked = [...form.querySelectorAll(".pj-asked:not([hidden], [data-said])")];
  for (const one of asked) one.dataset.said = "";
  return [asked.length > 0 ? message.replace(/\.?$/, ".") : message, ...asked.map((one) => one.textContent.trim())].join(" ");
}

/** Shows a block only while an option it belongs to is chosen. */
function shownWhen(block) {
  const form = block.closest("form") || document;
  const { shownName, shownValue, shownUnless = "" } = block.dataset;
  const options = form.querySelectorAll(`input[name="${CSS.escape(shownName)}"]`);
  const question = block.closest("fieldset");
  function refresh() {
    const isMeant = [...options].some((option) => option.checked && shownValue.split(" ").includes(option.value));
    const isAnswered = shownUnless.split(" ").some((name) => form.elements?.namedItem(name)?.value.trim());
    block.hidden = !isMeant || isAnswered;
    // A sentence that describes its question does so only while it is there.
    if (block.id && question) describe(question, block.id, !block.hidden);
  }
  for (const option of options) option.addEventListener("change", refresh);
  if (shownUnless) question?.addEventListener("input", refresh);
  refresh();
}

/** The fields of a template for one question: `{n}` in its attributes stands for the question's number. */
function fieldsFor(template, number) {
  const made = document.querySelector(`template[data-template="${CSS.escape(template)}"]`)?.content.cloneNode(true);
  for (const element of made?.querySelectorAll("*") || []) {
    for (const attribute of element.attributes) attribute.value = attribute.value.replaceAll("{n}", number);
  }
  return made?.firstElementChild || null;
}

/** Adds the fields that a button or an option asks for to its question, once. */
function add(asking) {
  const number = asking.type === "radio" ? asking.name.slice(1) : asking.value;
  const made = fieldsFor(asking.dataset.adds, number);
  const area = made?.querySelector("textarea, select");
  if (!area || document.getElementById(area.id)) return null;
  if (asking.type === "radio") asking.closest(".pj-options").after(made);
  else asking.replaceWith(made);
  if (made.matches("[data-shown-name]")) shownWhen(made);
  made.querySelectorAll("textarea[data-limit]").forEach(count);
  return area;
}

/** Adds the field of that name to its question, or only says what would add it. */
function addFor(form, name, isAsking = false) {
  const number = name.slice(1);
  const option = { b: "reason", e: "units" }[name[0]];
  const selector = option ? `input[name="q${CSS.escape(number)}"][data-adds^="${option}"]` : `button[data-adds][value="${CSS.escape(number)}"]`;
  const asking = "bkce".includes(name[0]) ? form.querySelector(selector) : null;
  return asking && !isAsking ? add(asking) : asking;
}

const PHONE = matchMedia("(max-width: 576px)");

/**
 * On a phone an answered question folds to one line with its answer, once one goes on to another. What lacks
 * something, or says something that must be read, stays open.
 */
function folding(form) {
  const made = form.querySelector("template[data-template='folded']");
  const questions = [...form.querySelectorAll(".pj-question")];
  if (!made) return;

  function isDone(question) {
    const reasons = question.querySelectorAll("[data-shown-name]:not([hidden]) textarea");
    return (
      question.querySelector("input[type='radio']:checked") &&
      !question.matches(".form-error") &&
      !question.querySelector(".form-error, [data-conflict-for], .pj-more > .details[open], .pj-asked:not([hidden])") &&
      [...reasons].every((area) => area.value.trim())
    );
  }

  function unfold(question) {
    question.classList.remove("pj-folded");
    question.querySelector(".pj-answer")?.remove();
  }

  function fold(question) {
    if (!PHONE.matches || question.matches(".pj-folded") || !isDone(question)) return;
    const answer = made.content.firstElementChild.cloneNode(true);
    const chosen = question.querySelector("input[type='radio']:checked");
    answer.querySelector("[data-answer]").textContent = question.querySelector(`label[for="${CSS.escape(chosen.id)}"]`).textContent;
    const sign = [...chosen.parentElement.classList].find((name) => name.startsWith("pj-sign"));
    if (sign) answer.querySelector("[data-answer]").classList.add(sign);
    answer.querySelector("button").addEventListener("click", () => {
      unfold(question);
      chosen.focus();
    });
    question.querySelector("legend").after(answer);
    question.classList.add("pj-folded");
  }

  /** Folds all but one, which stays where it is on the screen. */
  function foldOthers(kept) {
    const before = kept.getBoundingClientRect().top;
    questions.filter((question) => question !== kept).forEach(fold);
    scrollBy({ top: kept.getBoundingClientRect().top - before, behavior: "instant" });
  }

  form.addEventListener("change", ({ target }) => {
    const question = target.closest(".pj-question");
    if (question) foldOthers(question);
  });
  PHONE.addEventListener("change", () => questions.forEach(PHONE.matches ? fold : unfold));
  if (!location.hash && !document.querySelector("[data-error-summary]")) questions.forEach(fold);
  form.addEventListener("pejl-shown", ({ target }) => unfold(target.closest(".pj-question")));
}

/** Counts the characters of a text area that has a limit, beside where the limit stands. */
function count(area) {
  const place = document.getElementById(`${area.id}-limit`);
  if (!place) return;
  const limit = Number(area.dataset.limit);
  const output = document.createElement("span");
  output.className = "pj-count";
  output.ariaHidden = "true";
  place.append(output);
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
  field.dispatchEvent(new Event("pejl-shown", { bubbles: true }));
  (field.closest(".form-group") || field).scrollIntoView();
  field.focus({ preventScroll: true });
}

forgetSaved();
document.querySelectorAll("[data-with-script]").forEach((text) => (text.hidden = false));
document.querySelectorAll("[data-without-script]").forEach((text) => (text.hidden = true));
document.querySelectorAll("form[data-autosave]").forEach(autosave);
document.querySelectorAll("[data-shown-name]").forEach(shownWhen);
document.querySelectorAll("textarea[data-limit]").forEach(count);
document.querySelectorAll("form[data-autosave]").forEach(folding);
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-adds]");
  const area = button && add(button);
  if (!area) return;
  event.preventDefault();
  area.focus();
});
document.addEventListener("change", ({ target }) => {
  if (target.matches("input[data-adds]:checked")) add(target);
});
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
// Back shows a page as it was left; what it says of the answers may be true no longer, so the server is asked.
addEventListener("pageshow", ({ persisted }) => {
  const isRespondents = location.pathname.startsWith("/svar/");
  if (persisted && isRespondents && !document.querySelector("form[data-autosave]")) location.reload();
});
