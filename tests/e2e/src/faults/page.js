// What the page sends is written down, and its long waits are as short as the test wants; but for those of WebKit's driver, which
// has a timer in the page for each script.
const [drivers] = arguments;
if (window.faults) return;
const { fetch, setTimeout } = window;
const faults = (window.faults = { sent: [], haste: 1 });
window.fetch = (request, ...rest) => {
  faults.sent.push(`${request.method ?? "GET"} ${new URL(request.url ?? request, location.href).pathname}`);
  return fetch(request, ...rest);
};
const isLong = (delay) => delay >= 10_000 && delay !== drivers;
window.setTimeout = (act, delay, ...rest) => setTimeout(act, isLong(delay) ? delay / faults.haste : delay, ...rest);
