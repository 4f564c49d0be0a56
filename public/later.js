// Asks for the WebAssembly that comes later, where ahead.js has not. `cargo xtask build` puts this before the loader of the
// parts that come with the first visit of a page. What has failed is asked for past the browser's store, which may hold what
// was wrong.
const partsAhead = window.landscapeLicensing?.parts ?? {};
const failedParts = new Set();
const fetchPart = async (name, integrity) => {
  const ahead = partsAhead[name];
  delete partsAhead[name];
  try {
    return await (ahead ?? fetch(`./${name}`, { integrity, cache: failedParts.has(name) ? "reload" : "default" }));
  } catch (error) {
    failedParts.add(name);
    throw error;
  }
};

// The rest of what starts the app: what a first visit of "Contracts" does without. It comes ahead of every other part, and with
// the first press. See crates/xtask/src/split/halves.rs.
const restName = "{{rest}}";
const restIntegrity = "{{rest_integrity}}";
const presses = ["keydown", "pointerdown"];
let restComing;
let isRestPlaced = false;
const place = (module) => {
  if (isRestPlaced) return;
  new WebAssembly.Instance(module, { first: wasm });
  isRestPlaced = true;
  for (const press of presses) window.removeEventListener(press, askForRest, true);
};
// Has it come. What needs it can wait.
const rest = async () => {
  if (isRestPlaced) return;
  restComing ??= fetchPart(restName, restIntegrity).then(WebAssembly.compileStreaming).then(place);
  try {
    await restComing;
  } catch (error) {
    restComing = undefined;
    throw error;
  }
};
const askForRest = () => rest().catch(() => {});
const restWhenUsed = () => {
  for (const press of presses) window.addEventListener(press, askForRest, true);
};
// Who stands in for a function of it until then: has it placed, and calls what is in its slot of the table by then. Of each is
// told here the type, by a letter at the place of its slot: see crates/xtask/src/split/stand_ins.rs.
const standInTypes = {{stand_in_types}};
const standInSlots = "{{stand_in_slots}}";
const standIns = () => {
  const number = (of) => (of < 128 ? [of] : [(of & 127) | 128, ...number(of >> 7)]);
  const signed = (of) => (of < 64 ? [of] : [(of & 127) | 128, ...signed(of >> 7)]);
  const sized = (bytes) => [...number(bytes.length), ...bytes];
  const section = (id, items) => [id, ...sized([...number(items.length), ...items.flat()])];
  // The first type is that of what places the rest; "#" is the second.
  const slots = [...standInSlots].flatMap((letter, slot) => (letter === " " ? [] : [[slot, letter.charCodeAt(0) - 34]]));
  const of = ([slot, type]) => {
    const parameters = Array.from({ length: standInTypes[type - 1][1] }, (_, parameter) => [32, parameter]);
    return sized([0, 16, 0, ...parameters.flat(), 65, ...signed(slot), 17, type, 0, 11]);
  };
  const bytes = [
    [0, 97, 115, 109, 1, 0, 0, 0],
    section(1, [[96, 0, 0], ...standInTypes]),
    // "a" has "p", which places the rest, and "t", the table.
    section(2, [[1, 97, 1, 112, 0, 0], [1, 97, 1, 116, 1, 112, 0, 0]]),
    section(3, slots.map(([, type]) => type)),
    section(9, slots.map(([slot], place) => [0, 65, ...signed(slot), 11, 1, ...number(place + 1)])),
    section(10, slots.map(of)),
  ];
  return WebAssembly.compile(Uint8Array.from(bytes.flat()));
};
// While the app is on its way.
const standInsComing = standIns();
const standIn = async ({ exports }) =>
  WebAssembly.instantiate(await standInsComing, { a: { p: restAtOnce, t: exports.__indirect_function_table } });
// For a function of it that is called before it has come, and cannot wait. What has failed once is not asked for in vain by
// the next function.
let restFailure;
const restAtOnce = () => {
  if (isRestPlaced) return;
  try {
    if (restFailure) throw restFailure;
    const request = new XMLHttpRequest();
    request.open("GET", `./${restName}`, false);
    if (failedParts.has(restName)) request.setRequestHeader("Cache-Control", "no-cache");
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
    if (sha256(bytes) !== restIntegrity) throw new Error("it is not as it was built");
    place(new WebAssembly.Module(bytes));
  } catch (error) {
    failedParts.add(restName);
    restFailure = error;
    // What src/main.rs takes for a fault of the app.
    throw new WebAssembly.RuntimeError(`a part of the app did not arrive: ${error.message}`);
  }
};
// The browser's own hashes are for those who can wait.
const sha256 = (bytes) => {
  const fraction = (root) => (root % 1) * 2 ** 32;
  const primes = [];
  for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime)) primes.push(number);
  const constants = primes.map((prime) => fraction(Math.cbrt(prime)) | 0);
  const hash = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)) | 0);
  const padded = new DataView(new ArrayBuffer(((bytes.length + 8) | 63) + 1));
  bytes.forEach((byte, place) => padded.setUint8(place, byte));
  padded.setUint8(bytes.length, 128);
  padded.setUint32(padded.byteLength - 4, bytes.length * 8);
  const turn = (word, by) => (word >>> by) | (word << (32 - by));
  for (let block = 0; block < padded.byteLength; block += 64) {
    const words = constants.map((_, place) => (place < 16 ? padded.getInt32(block + 4 * place) : 0));
    let [a, b, c, d, e, f, g, h] = hash;
    for (let round = 0; round < 64; round++) {
      if (round > 15) {
        const [far, near] = [words[round - 15], words[round - 2]];
        words[round] =
          (words[round - 16] +
            (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)) +
            words[round - 7] +
            (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10))) |
          0;
      }
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[round] + words[round];
      const other = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [(one + other) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((word, place) => (hash[place] = (hash[place] + word) | 0));
  }
  const letters = hash.flatMap((word) => [24, 16, 8, 0].map((by) => String.fromCharCode((word >>> by) & 255)));
  return `sha256-${btoa(letters.join(""))}`;
};
