// What every measurement stands on.

/** The time of the frame that shows what is there now: the next one, once it is painted. */
const shown = () => new Promise((resolve) => {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now());
    channel.port2.postMessage(null);
  });
});

/** Waits for something in the document, without looking oftener than it changes. */
const comes = (what, look) => new Promise((resolve, reject) => {
  const late = setTimeout(() => reject(new Error(`${what} did not come at ${location.pathname}`)), 25_000);
  const watching = new MutationObserver(() => found());
  const found = () => {
    if (!look()) return false;
    watching.disconnect();
    clearTimeout(late);
    resolve();
    return true;
  };
  if (!found()) watching.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
});

/** Milliseconds between an act and the one before it: nobody's hand is quicker. */
const PAUSE = 250;

/** Milliseconds from an act to the frame that shows what comes of it. It begins with a frame, as the display shows them. */
const until = async (what, act, look) => {
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  // The first one after a pause comes when it is asked for.
  await shown();
  await shown();
  const start = performance.now();
  act();
  await comes(what, look);
  return (await shown()) - start;
};

/** Puts a text into a field as somebody does who types or pastes. */
const enter = (field, text) => {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

const firstRow = () => document.querySelector("tbody th a")?.textContent;
const count = () => document.querySelector(".table-count__text")?.textContent;
