// Asks for what is needed next while the script that starts the app is still on its way: for the WebAssembly that starts it
// and for the code of the page that comes, and the list that it shows to somebody who is signed in. `cargo xtask build`
// puts this behind boot.js, and writes names and hashes into it. A preload link would do for the code, but WebKit then asks
// twice.
window.landscapeLicensing = (function () {
  var parts = {{parts}};
  // Whoever awaits it is told.
  var heard = function (asked) {
    asked.catch(function () {});
    return asked;
  };
  var ask = function (part) {
    return heard(fetch("./" + part[0], { integrity: part[1] }));
  };
  // See src/api/ahead.rs. It is sent as src/api/client.rs would send it.
  var askServer = function () {
    var session = JSON.parse(sessionStorage.getItem("landscape-licensing.session"));
    // Whoever was away for longer than the shortest idle limit may be signed out by the app first.
    if (!session.token || !(Math.abs(Date.now() / 1000 - session.active_at) < 60)) return undefined;
    var address = document.querySelector('meta[name="licensing-api"]').content + "/contracts";
    // What is no plain path of this origin is none of the app's either.
    if (new URL(address, location.origin).href !== location.origin + address) return undefined;
    var controller = new AbortController();
    var options = { headers: { Accept: "application/json", Authorization: "Bearer " + session.token } };
    options.signal = controller.signal;
    options.cache = "no-store";
    options.credentials = "omit";
    options.redirect = "error";
    return { address: address, at: Date.now(), controller: controller, response: heard(fetch(address, options)) };
  };
  var start = ask(["{{module}}", "{{integrity}}"]);
  // See src/app/page.rs.
  var path = location.pathname.slice(new URL(document.baseURI).pathname.length).replace(/\/$/, "");
  var page = /^(attach|detach)$/.test(path) ? "change" : /^(contracts|sign-in)$/.test(path) ? "" : "look";
  var isSignedIn = document.documentElement.getAttribute("data-boot") === "frame";
  var ahead = {};
  (parts[isSignedIn ? page : "sign_in"] || []).forEach(function (part) {
    ahead[part[0]] = ask(part);
  });
  var asked;
  try {
    if (isSignedIn && /^(contracts)?$/.test(path) && !/[?&]active_only=/.test(location.search)) asked = askServer();
  } catch (_) {
    // Without what it takes, the app asks itself.
  }
  return { start: start, parts: ahead, asked: asked };
})();
