// What is measured on a page. Each function returns a line for each thing that is not as it should be.

/** Where an element is, in the fewest words that find it. */
function place(element) {
  const classes = [...element.classList].map((name) => `.${name}`).join("");
  const text = (element.innerText ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
  return `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ""}${classes} “${text}”`;
}

/** Whether an element is there for the eye: neither hidden, nor transparent, nor put beside the screen for the ear. */
function isSeen(element) {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  if (element.closest(".u-off-screen, .p-link--skip:not(:focus), option")) return false;
  return !document.querySelector("dialog[open]") || element.closest("dialog[open]") !== null;
}

function seen(selector) {
  return [...document.body.querySelectorAll(selector)].filter(isSeen);
}

/** Every text that is seen, with the element that it is in. */
function texts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const [node, element] = [walker.currentNode, walker.currentNode.parentElement];
    if (node.data.trim() && !element.closest("script, style, noscript, select") && isSeen(element)) found.push([node, element]);
  }
  return found;
}

/** Nothing but a table scrolls sideways, inside of a region that has a name and takes the focus; nothing is cut off. */
function overflow() {
  const problems = [];
  const isBeyond = (element) => element.scrollWidth > element.clientWidth + 1;
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) problems.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
  for (const element of seen("*")) {
    if (!/auto|scroll/.test(getComputedStyle(element).overflowX) || element.matches("textarea")) continue;
    const isRegion = element.matches("[role=region][aria-label][tabindex='0']") && element.querySelector("table");
    if (isBeyond(element) && !isRegion) problems.push(`${place(element)} is ${element.scrollWidth - element.clientWidth} px too wide`);
  }
  return problems.concat(spills());
}

/** The nearest box around an element that cuts off what stands out of it, where nothing that scrolls is nearer. */
function cuttingEdge(element) {
  for (let box = element; box !== document.body; box = box.parentElement) {
    const { overflowX } = getComputedStyle(box);
    if (/auto|scroll/.test(overflowX)) return null;
    if (/hidden|clip/.test(overflowX)) return box;
  }
  return null;
}

const TARGETS = "a[href], button, input, select, textarea, summary";

/** No text stands out of the box that it is in, or is cut off; no text and no target stands out of the page. */
function spills() {
  const problems = [];
  const range = document.createRange();
  const isOut = (inner, outer, sideways, upwards) => inner.left < outer.left - sideways || inner.right > outer.right + sideways
    || inner.top < outer.top - upwards || inner.bottom > outer.bottom + upwards;
  const things = seen(TARGETS).map((target) => [target.getBoundingClientRect(), target]);
  const edges = new Map();
  const edge = (box) => {
    if (!edges.has(box)) edges.set(box, cuttingEdge(box));
    return edges.get(box);
  };
  for (const [node, element] of texts()) {
    let box = element;
    while (getComputedStyle(box).display === "inline") box = box.parentElement;
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    // Letters reach a little above and below their line.
    if (isOut(text, box.getBoundingClientRect(), 1, 6)) problems.push(`the text of ${place(element)} stands out of ${place(box)}`);
    things.push([text, element]);
    const cutting = edge(element);
    if (cutting && isOut(text, cutting.getBoundingClientRect(), 6, 6)) problems.push(`${place(element)} is cut off by ${place(cutting)}`);
  }
  for (const [rect, element] of things) {
    const isScrolled = element.closest(".data-table") !== null;
    if (!isScrolled && (rect.left < -1 || rect.right > innerWidth + 1)) problems.push(`${place(element)} stands out of the page`);
  }
  return problems;
}

/** Every target is 24 px wide and high at least, but for a link within a sentence. */
function targets() {
  const isInSentence = (link) => {
    if (link.tagName !== "A" || getComputedStyle(link).display !== "inline") return false;
    return link.parentElement.textContent.trim() !== link.textContent.trim();
  };
  const size = (element) => {
    const label = element.matches("[type=checkbox], [type=radio]") ? element.closest("label") : null;
    return (label ?? element).getBoundingClientRect();
  };
  return seen(TARGETS).filter((target) => !isInSentence(target)).flatMap((target) => {
    const { width, height } = size(target);
    const isSmall = width < 24 || height < 24;
    return isSmall ? [`${place(target)} is ${Math.round(width)}×${Math.round(height)} px small`] : [];
  });
}

/** Everything that takes the focus shows it, and nothing covers it. The keyboard must have been used last. */
function focus(shownBy) {
  const problems = [];
  const look = (element) => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0 ? "" : style.outline;
    return shownBy === "outline" ? outline : `${outline} ${style.boxShadow}`;
  };
  const skip = document.querySelectorAll(".p-link--skip");
  for (const element of [...skip, ...seen(`${TARGETS}, [tabindex='0']`)]) {
    document.activeElement.blur();
    const before = look(element);
    element.focus();
    if (document.activeElement !== element) continue;
    if (look(element) === before) problems.push(`${place(element)} does not show the focus`);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
    const at = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
    if (!at || !(element.contains(at) || at.contains(element))) problems.push(`${place(element)} has the focus and is covered`);
  }
  return problems;
}

/** Nothing moves for those who do not want it to. */
function motion() {
  const longest = (list) => Math.max(...list.split(",").map((time) => parseFloat(time) * (time.includes("ms") ? 1 : 1000)));
  return seen("*").flatMap((element) => ["", "::before", "::after"].flatMap((part) => {
    const style = getComputedStyle(element, part);
    const time = Math.max(longest(style.transitionDuration), longest(style.animationDuration));
    const isEndless = style.animationName !== "none" && style.animationIterationCount === "infinite";
    return time > 5 || isEndless ? [`${place(element)}${part} moves`] : [];
  }));
}

/** A status has a frame where the system draws the colours. */
function frames() {
  const isFramed = ({ borderStyle, borderWidth }) => borderStyle !== "none" && parseFloat(borderWidth) > 0;
  const bare = seen("[class*=p-status-label]").filter((label) => !isFramed(getComputedStyle(label)));
  return bare.map((label) => `${place(label)} has no frame`);
}

/** On paper: no controls, no column beyond the edge, and dark words, since backgrounds are not printed. */
function paper() {
  const problems = [];
  for (const element of seen("nav, .session-header, .toolbar, button:not(th button), .p-link--skip")) {
    problems.push(`${place(element)} is printed`);
  }
  for (const cell of seen("th, td, .data-table")) {
    const { left, right } = cell.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1 || cell.scrollWidth > cell.clientWidth + 1) problems.push(`${place(cell)} is cut off`);
  }
  for (const [, element] of texts()) {
    const [red, green, blue] = getComputedStyle(element).color.match(/[\d.]+/g).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    const contrast = 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
    if (contrast < 4.5) problems.push(`${place(element)} is printed too pale, ${contrast.toFixed(2)}:1`);
  }
  return problems;
}

/** Makes every text longer by 40 %, in letters with accents, and turns the page round, as a translation may. */
function translate() {
  const accents = { a: "å", c: "ç", e: "é", i: "î", n: "ñ", o: "ö", u: "ü", y: "ý", A: "Å", C: "Ç", E: "É", I: "Î", N: "Ñ", O: "Ö", U: "Ü" };
  const pad = (text) => text.replace(/\S+/g, (word) => word + "ẽ".repeat(Math.ceil(word.length * 0.4)));
  const change = (text) => pad(text.replace(/\w/g, (letter) => accents[letter] ?? letter));
  for (const [node] of texts()) node.data = change(node.data);
  document.querySelectorAll("option").forEach((option) => (option.text = change(option.text)));
  document.documentElement.dir = "rtl";
}
