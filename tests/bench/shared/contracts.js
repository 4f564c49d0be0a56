// What the pages to compare with show of contracts, and how they read them: as the app does, but for the computers, which
// they do not count.

const DAY = 86_400_000;
/** From this year on an end stands for none. */
const FIRST_ENDLESS_YEAR = 3000;
/** An end this many days away or nearer is named in days. */
const SOON_DAYS = 60;

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const numberFormat = new Intl.NumberFormat("en-GB");

/** Every contract, with the token that is in session storage. */
export async function readContracts() {
  const { token } = JSON.parse(sessionStorage.getItem("landscape-licensing.session"));
  const answer = await fetch("/api/v2/contracts", { cache: "no-store", headers: { Authorization: `Bearer ${token}` } });
  const now = Date.now();
  return (await answer.json()).results.map((contract) => prepare(contract, now));
}

/** A contract with what is sorted by and shown again and again. */
function prepare(contract, now) {
  const end = Date.parse(`${contract.expiration_date}Z`);
  return { id: contract.id, name: contract.contract_id, date: contract.expiration_date, end, status: status(end, now), text: null };
}

function status(end, now) {
  if (new Date(end).getUTCFullYear() >= FIRST_ENDLESS_YEAR) return "Never expires";
  if (end <= now) return "Expired";
  const days = Math.ceil((end - now) / DAY);
  return days <= SOON_DAYS ? `Expires in ${days} days` : "Active";
}

/** How a contract's end is shown. */
export function day(contract) {
  return contract.status === "Never expires" ? contract.status : dayFormat.format(contract.end);
}

/** How far a contract's end is from today; nothing where it has none. */
export function distance(contract) {
  if (contract.status === "Never expires") return "";
  const days = Math.floor(contract.end / DAY) - Math.floor(Date.now() / DAY);
  const many = Math.abs(days);
  if (many === 0) return "today";
  const span = many < 100 ? several(many, "day") : many < 730 ? several(Math.floor(many / 30.4), "month") : several(Math.floor(many / 365.25), "year");
  return days < 0 ? `${span} ago` : `in ${span}`;
}

function several(many, unit) {
  return `${numberFormat.format(many)} ${unit}${many === 1 ? "" : "s"}`;
}

/** Whether a contract shows a text, in small letters, in any of its columns. What is searched is prepared once. */
export function shows(contract, needle) {
  contract.text ??= [contract.name, contract.id, contract.status, contract.date, day(contract)].join("\n").toLowerCase();
  return contract.text.includes(needle);
}

/** How many of all contracts are shown. */
export function counted(shown, total) {
  const all = `${numberFormat.format(total)} contracts`;
  return shown === total ? all : `${numberFormat.format(shown)} of ${all}`;
}

/** How contracts compare, ascending, by the key of a column. */
export const COMPARE = {
  contract: (left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0),
  id: (left, right) => left.id - right.id,
  expires: (left, right) => left.end - right.end,
  status: (left, right) => (left.status < right.status ? -1 : left.status > right.status ? 1 : 0),
};

/** The columns that sort. */
export const COLUMNS = [
  ["contract", "Contract"],
  ["id", "ID"],
  ["expires", "Expires"],
  ["status", "Status"],
];

/** How high a row is, in pixels, and how many rows are made above and below those that are seen. */
export const ROW_HEIGHT = 40;
export const BEYOND = 5;
