// Somebody who works in one tab for long: pages, refreshes, and once in a while out and in again.
const [from, to, credentials, done] = arguments;
const until = async (what, look) => {
  for (let time = 0; time < 2000; time += 1) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${what} did not come at ${location.pathname}: ${document.body.innerText.slice(0, 300)}`);
};
const heading = () => document.querySelector("h1")?.innerText;
const link = (name) => [...document.querySelectorAll("a[href]")].find((it) => it.innerText.trim() === name);
const button = (name) => [...document.querySelectorAll("button")].find((it) => it.innerText.trim() === name);
const set = (id, text) => {
  const field = document.getElementById(id);
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};
const PAGES = ["Contracts", "Legacy licenses", "Computers", "Attach token", "Detach token", "Activities", "Overview"];

const goTo = async (page) => {
  (await until(`the link ${page}`, () => link(page))).click();
  await until(page, () => heading() === page);
};
const refresh = async () => {
  await goTo("Activities");
  (await until("an activity", () => link("Activity 107"))).click();
  (await until("Refresh", () => button("Refresh"))).click();
  await until("an answer", () => document.body.innerText.includes("Last updated"));
};
const outAndIn = async () => {
  (await until("Sign out", () => button("Sign out"))).click();
  await until("Sign in", () => heading() === "Sign in" && document.getElementById("person"));
  set("person", credentials[0]);
  set("password", credentials[1]);
  document.querySelector("form").requestSubmit();
  await until("a session", () => button("Sign out"));
};

(async () => {
  try {
    for (let turn = from; turn < to; turn += 1) {
      if (turn % 20 === 19) await outAndIn();
      else if (turn % 5 === 4) await refresh();
      else await goTo(PAGES[turn % PAGES.length]);
    }
    done(null);
  } catch (error) {
    done(String(error));
  }
})();
