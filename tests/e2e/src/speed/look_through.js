// Waits, sorts by two columns, both ways, filters by keystrokes, and scrolls.
const [[first, lastWord, lastNumber]] = given;
const header = (label) => [...document.querySelectorAll("th button")].find((it) => it.textContent.trim() === label);
const sort = (label, direction, row) => {
  const button = header(label);
  const isSorted = () => button.closest("th").ariaSort === direction && firstRow() === row;
  return until(`${label} ${direction}`, () => button.click(), isSorted);
};
const type = (text) => {
  const before = count();
  return until(`what shows ${text}`, () => enter(document.querySelector("input[type=search]"), text), () => count() !== before);
};
const frame = () => new Promise(requestAnimationFrame);
const wait = async () => {
  let [longest, before] = [0, await frame()];
  for (let frames = 0; frames < 30; frames += 1) {
    const now = await frame();
    longest = Math.max(longest, now - before);
    before = now;
  }
  return longest;
};
const scroll = async () => {
  const viewport = document.querySelector(".viewport, .l-main");
  let [longest, step, before] = [0, 200, await frame()];
  for (let frames = 0; frames < 120; frames += 1) {
    const place = viewport.scrollTop;
    viewport.scrollTop += step;
    if (viewport.scrollTop === place) step = -step;
    const now = await frame();
    longest = Math.max(longest, now - before);
    before = now;
  }
  return longest;
};
// One after another, in this order.
return {
  "longest frame behind the rows": await wait(),
  "sort by words": await sort("Contract", "ascending", first),
  "sort by words, downwards": await sort("Contract", "descending", lastWord),
  "sort by numbers": await sort("ID", "ascending", first),
  "sort by numbers, downwards": await sort("ID", "descending", lastNumber),
  "first keystroke": await type("9"),
  "next keystroke": await type("99"),
  "emptied": await type(""),
  "longest frame of scrolling": await scroll(),
};
