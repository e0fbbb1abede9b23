// On a bad line: forms of the hub's work are kept on the phone and sent again until the server has heard them. Each carries a key, and the
// server does the same key once. Never for money: such forms have no data-later. Without this file the forms are sent as any others.

const STORE = "lumbung-not-sent";
const PATIENCE_MS = 20_000;
const place = document.getElementById("not-sent");
const list = place?.querySelector("ul");
const says = place?.dataset ?? {};

function kept() {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? "[]");
  } catch {
    return [];
  }
}

function keep(items) {
  localStorage.setItem(STORE, JSON.stringify(items));
  show();
}

// What another person wrote on this phone stays, and waits for that person.
const isMine = (item) => item.who === says.who;

function button(text, press) {
  const one = document.createElement("button");
  one.type = "button";
  one.textContent = text;
  one.className = "min-h-11 px-3 font-semibold underline";
  one.addEventListener("click", press);
  return one;
}

function show() {
  if (!place || !list) return;
  const items = kept().filter(isMine);
  place.hidden = items.length === 0;
  list.replaceChildren(
    ...items.map((item) => {
      const row = document.createElement("li");
      row.className = "flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2";
      const link = document.createElement("a");
      link.href = item.page;
      link.textContent = item.what;
      const state = document.createElement("span");
      const at = new Date(item.at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      state.textContent = `${at} · ${item.problem ? says[item.problem] : says.kept}`;
      row.append(link, state, button(says.drop, () => keep(kept().filter((each) => each.key !== item.key))));
      return row;
    }),
  );
  for (const form of document.querySelectorAll("form[data-later]")) mark(form, items);
}

// Beside the form itself: this one has not been sent.
function mark(form, items) {
  const waits = items.some((item) => item.key === keyOf(form));
  let note = form.querySelector("[data-kept]");
  if (waits && !note) {
    note = document.createElement("p");
    note.dataset.kept = "";
    note.className = "font-semibold text-gold-ink";
    note.textContent = says.kept;
    form.append(note);
  }
  if (!waits) note?.remove();
}

const keyOf = (form) => form.querySelector("[name=formKey]")?.value ?? new URL(form.action).pathname;

// A new key for a form that stays on the page after it was sent: what is typed then is another fact.
function renew(key) {
  for (const input of document.querySelectorAll("form[data-later] [name=formKey]")) {
    if (input.value !== key) continue;
    const bytes = crypto.getRandomValues(new Uint8Array(24));
    input.value = btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, "-");
  }
}

// "sent", "away" (no line: later again), or what the person has to see to.
async function send(item) {
  let answer;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const body = new URLSearchParams(item.fields);
    answer = await fetch(item.action, { method: "POST", body, signal: patience.signal });
  } catch {
    return { result: "away" };
  } finally {
    clearTimeout(timer);
  }
  if (answer.redirected && new URL(answer.url).pathname === "/sign-in") return { result: "signedOut" };
  if (answer.status >= 500 || answer.status === 429) return { result: "away" };
  return answer.ok ? { result: "sent", url: answer.url } : { result: "failed" };
}

let isSending = false;
async function sendKept({ all = false } = {}) {
  if (isSending || !place) return;
  isSending = true;
  try {
    // What was refused waits for its person: sent again by itself, it would be refused again.
    for (const item of kept().filter((each) => isMine(each) && (all || !each.problem))) {
      const { result } = await send(item);
      if (result === "away") break;
      const others = kept().filter((each) => each.key !== item.key);
      if (result === "sent") renew(item.key);
      keep(result === "sent" ? others : [...others, { ...item, problem: result }]);
      if (result === "signedOut") break;
    }
  } finally {
    isSending = false;
  }
}

function lay(form) {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const item = { key: keyOf(form), action: form.action, page: location.pathname + location.search };
  return { ...item, what: form.dataset.later, fields, who: says.who, at: Date.now() };
}

// Before enhance.js marks the form as sent.
document.addEventListener(
  "submit",
  async (event) => {
    const form = event.target;
    if (!place || !form.dataset.later || form.method !== "post") return;
    // A form without a key is sent as any other while there is a line: a wrong code in it is counted.
    if (navigator.onLine && !form.querySelector("[name=formKey]")) return;
    const files = [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length > 0);
    if (files) {
      if (navigator.onLine) return;
      event.preventDefault();
      place.hidden = false;
      list?.replaceChildren(Object.assign(document.createElement("li"), { textContent: says.photo }));
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    const press = event.submitter;
    press?.setAttribute("aria-busy", "true");
    const item = lay(form);
    if (press?.name) item.fields.push([press.name, press.value]);
    const { result, url } = navigator.onLine ? await send(item) : { result: "away" };
    delete form.dataset.busy;
    press?.removeAttribute("aria-busy");
    if (result === "sent") {
      keep(kept().filter((each) => each.key !== item.key));
      location.assign(url);
    } else if (result === "away") {
      keep([...kept().filter((each) => each.key !== item.key), item]);
      place.scrollIntoView({ block: "nearest" });
    }
    // A refusal is a page of its own: sent once more the plain way, the same key does nothing twice.
    else HTMLFormElement.prototype.submit.call(form);
  },
  true,
);

place?.querySelector(":scope > button")?.addEventListener("click", () => sendKept({ all: true }));
addEventListener("online", () => sendKept());
setInterval(() => {
  if (kept().some(isMine)) sendKept();
}, PATIENCE_MS);
show();
if (navigator.onLine) sendKept();
