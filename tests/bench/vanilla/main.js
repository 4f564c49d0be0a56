// A table of contracts by hand: of all rows, those in sight are in the document.

import { BEYOND, COLUMNS, COMPARE, ROW_HEIGHT, counted, day, distance, readContracts, shows } from "./contracts.js";

const viewport = document.querySelector(".viewport");
const body = document.querySelector("tbody");
const count = document.querySelector(".table-count__text");
const filter = document.querySelector("input");

let all = [];
let rows = [];
let sort = { key: "expires", isDescending: false };
let first = -1;

function element(name, text, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...properties });
}

function rowOf(contract) {
  const row = document.createElement("tr");
  const name = element("th", "", { scope: "row" });
  name.append(element("a", contract.name, { href: `contracts/${encodeURIComponent(contract.name)}` }));
  row.append(name, element("td", contract.id), endOf(contract), cell(element("span", contract.status)), cell(element("span", "…")));
  return row;
}

function cell(...content) {
  const cell = document.createElement("td");
  cell.append(...content);
  return cell;
}

function endOf(contract) {
  const end = element("time", day(contract), { dateTime: contract.date, title: `${contract.date} UTC` });
  const far = distance(contract);
  return far ? cell(end, ", ", element("span", far)) : cell(end);
}

function space(many) {
  const row = element("tr", "", { className: "space" });
  const cell = element("td", "", { colSpan: COLUMNS.length + 1 });
  cell.style.setProperty("--height", `${many * ROW_HEIGHT}px`);
  row.append(cell);
  return row;
}

/** Makes the rows in sight, where others are there. */
function show(isNew) {
  const from = Math.max(0, Math.floor(viewport.scrollTop / ROW_HEIGHT) - BEYOND);
  if (!isNew && from === first) return;
  first = from;
  const many = Math.ceil(viewport.clientHeight / ROW_HEIGHT) + 2 * BEYOND;
  const shown = rows.slice(from, from + many);
  body.replaceChildren(space(from), ...shown.map(rowOf), space(Math.max(0, rows.length - from - many)));
}

function update() {
  const needle = filter.value.trim().toLowerCase();
  rows = needle ? all.filter((contract) => shows(contract, needle)) : all.slice();
  const compare = COMPARE[sort.key];
  rows.sort(sort.isDescending ? (left, right) => compare(right, left) : compare);
  count.textContent = counted(rows.length, all.length);
  viewport.scrollTop = 0;
  show(true);
}

function header([key, label]) {
  const cell = element("th", "", { scope: "col" });
  const button = element("button", label, { type: "button" });
  button.addEventListener("click", () => {
    sort = { key, isDescending: sort.key === key && !sort.isDescending };
    for (const other of cell.parentElement.children) other.removeAttribute("aria-sort");
    cell.ariaSort = sort.isDescending ? "descending" : "ascending";
    update();
  });
  cell.append(button);
  return cell;
}

document.querySelector("thead tr").append(...COLUMNS.map(header), element("th", "Computers", { scope: "col" }));
filter.addEventListener("input", update);
viewport.addEventListener("scroll", () => show(false), { passive: true });
all = await readContracts();
update();
