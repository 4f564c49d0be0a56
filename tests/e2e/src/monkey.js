// A person without a plan: so many steps, each a press, a text, a way back. All by one generator, so that a seed is a walk.
const [seed, steps, credentials, done] = arguments;
let dice = (seed >>> 0) || 1;
const throwDice = (sides) => {
  dice ^= dice << 13;
  dice ^= dice >>> 17;
  dice ^= dice << 5;
  return (dice >>> 0) % sides;
};
const oneOf = (things) => things[throwDice(things.length)];
const wait = (delay) => new Promise((resolve) => setTimeout(resolve, delay));
const monkey = (window.monkey ??= { depth: 0, ahead: 0 });
if (!monkey.isThere) {
  monkey.isThere = true;
  const { pushState } = history;
  history.pushState = (...given) => {
    monkey.depth += 1;
    monkey.ahead = 0;
    return pushState.apply(history, given);
  };
}

const TEXTS = ["1", "2", "1 2 3", "4, 5", "7 8 9 10", "90108", "1000", "C1234567890abcdefghijklm", "stub-drop", "web", "birch",
  "title,id\nx,3", "-1", "%", "<b>x</b>", "\u202Eabc", "9".repeat(30), "é ü 漢", " ", "x y z", "''\"", "2026-12-31", "a OR b", ""];
// What may send a write, one each.
const CONFIRMS = /^(Attach|Detach|Send|Try|Retry|Resume|Continue|Yes|Replace)/;

const scope = () => document.querySelector("dialog[open]") ?? document;
const shown = (selector) => [...scope().querySelectorAll(selector)].filter((element) =>
  !element.disabled && element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]"));
const isHere = (link) => link.target !== "_blank" && !link.download && link.href.startsWith(document.baseURI)
  && !link.getAttribute("href").startsWith("#");

let confirms = 0;
const trace = [];
const name = (element) => `${element.localName} “${(element.innerText || element.getAttribute("aria-label") || element.id).trim().slice(0, 40)}”`;

function press() {
  const things = shown("button, a[href], [role=button], summary, input[type=checkbox], input[type=radio]")
    .filter((element) => element.localName !== "a" || isHere(element));
  if (!things.length) return "nothing to press";
  const element = oneOf(things);
  const words = name(element);
  if (CONFIRMS.test(element.innerText?.trim() ?? "") || element.type === "submit") confirms += 1;
  const times = throwDice(6) === 0 ? 2 : 1;
  for (let time = 0; time < times && element.isConnected; time += 1) element.click();
  return `press ${words}${times > 1 ? " twice" : ""}`;
}

function set(field, text) {
  field.focus();
  const kind = field.localName === "textarea" ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, text);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function type() {
  const fields = shown("textarea, input:not([type=checkbox]):not([type=radio]):not([type=file])");
  if (!fields.length) return press();
  const [field, text] = [oneOf(fields), oneOf(TEXTS)];
  set(field, text);
  if (throwDice(2)) field.blur();
  return `type “${text}” into ${field.id || field.type}`;
}

function choose() {
  const lists = shown("select");
  if (!lists.length) return press();
  const list = oneOf(lists);
  list.selectedIndex = throwDice(list.options.length);
  list.dispatchEvent(new Event("change", { bubbles: true }));
  return `choose ${list.value} in ${list.id}`;
}

function go() {
  if (throwDice(3) && monkey.depth > 0) {
    monkey.depth -= 1;
    monkey.ahead += 1;
    history.back();
    return "back";
  }
  if (monkey.ahead > 0) {
    monkey.ahead -= 1;
    monkey.depth += 1;
    history.forward();
    return "forward";
  }
  return press();
}

function submit() {
  const forms = shown("form");
  if (!forms.length) return press();
  confirms += 1;
  const form = oneOf(forms);
  const times = 1 + throwDice(2);
  for (let time = 0; time < times && form.isConnected; time += 1) form.requestSubmit();
  return `submit ${times} times`;
}

function key() {
  const key = oneOf(["Escape", "/", "?", "Enter"]);
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return `key ${key}`;
}

function signIn() {
  const radio = [...document.querySelectorAll("input[type=radio]")].find((it) => it.labels[0]?.innerText.trim() === "Password");
  radio?.click();
  const [person, password, account] = ["person", "password", "account"].map((id) => document.getElementById(id));
  if (!person || !password) return press();
  set(person, credentials[0]);
  set(password, credentials[1]);
  if (account) set(account, "");
  document.querySelector("form").requestSubmit();
  return "sign in";
}

/** A plan of sorts: without it, hardly a walk would ever send anything. */
function fillForm() {
  const [ids, token] = [document.querySelector("textarea"), document.getElementById("pro-token")];
  if (!ids) return press();
  set(ids, oneOf(["1 2", "3", "4 5", "24 34", "6", "13", "90108", "1 2 7 1000"]));
  if (token) set(token, oneOf(["C1234567890abcdefghijklm", "stub-drop", "stub-garbage", "stub-500"]));
  return submit();
}

function step() {
  const heading = document.querySelector("h1")?.innerText;
  if (heading === "Sign in" && throwDice(2)) return signIn();
  if (/^(Attach|Detach) token$/.test(heading) && throwDice(4) === 0 && scope() === document) return fillForm();
  const throwing = throwDice(100);
  if (throwing < 55) return press();
  if (throwing < 75) return type();
  if (throwing < 80) return choose();
  if (throwing < 92) return go();
  if (throwing < 96) return submit();
  return key();
}

function wrong() {
  if (document.querySelector(".crash")) return "the page has stopped";
  if (document.getElementById("boot-failed")) return document.getElementById("boot-failed").hidden ? null : "the app did not start";
  if (!document.title.endsWith("Landscape licensing")) return `no page of the app, but “${document.title}”`;
  const headings = [...document.querySelectorAll("h1")].filter((it) => it.innerText.trim());
  return headings.length === 1 ? null : `${headings.length} headings`;
}

(async () => {
  let problem = null;
  let taken = 0;
  while (taken < steps && !problem) {
    taken += 1;
    try {
      trace.push(`${location.pathname}: ${step()}`);
    } catch (error) {
      problem = `the walk itself failed: ${error}`;
      break;
    }
    await wait(5 + throwDice(60));
    problem = wrong();
    // A page that has just been left may still be on its way.
    if (problem && !document.querySelector(".crash")) {
      await wait(300);
      problem = wrong();
    }
  }
  done({ taken, confirms, problem, trace });
})();
