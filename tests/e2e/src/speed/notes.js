// Notes, as a page starts, when it is painted first, when its rows are, and how long it is busy at a stretch.
const tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask", buffered: true });
// The browser tells of it some time after, when rows may be there already.
const painted = new Promise((resolve) => {
  new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").forEach((paint) => resolve(paint.startTime)))
    .observe({ type: "paint", buffered: true });
});
window.noted = comes("a row", firstRow).then(shown).then(async (rows) => {
  const answer = performance.getEntriesByType("resource").findLast(({ name }) => name.endsWith("/api/v2/contracts"));
  return {
    "first paint": await painted,
    "rows": rows,
    "rows after the answer": rows - answer.responseEnd,
    "busy at a stretch": Math.max(0, ...tasks),
    "busy in all": tasks.reduce((sum, task) => sum + task, 0),
  };
});
