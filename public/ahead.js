// Asks for the WebAssembly while the script that starts it is still on its way: for what starts the app and, where somebody is
// signed in, for the code of the page that they go to. `cargo xtask build` puts this behind boot.js, and writes names and
// hashes into it. A preload link would do, but WebKit then asks twice.
window.landscapeLicensing = (function () {
  var parts = {{parts}};
  var ask = function (part) {
    var asked = fetch("./" + part[0], { integrity: part[1] });
    // Whoever awaits it is told.
    asked.catch(function () {});
    return asked;
  };
  var start = ask(["{{module}}", "{{integrity}}"]);
  // See src/app/page.rs.
  var path = location.pathname.slice(new URL(document.baseURI).pathname.length).replace(/\/$/, "");
  var page = /^(attach|detach)$/.test(path) ? "change" : /^(contracts|sign-in)$/.test(path) ? "" : "look";
  var isSignedIn = document.documentElement.getAttribute("data-boot") === "frame";
  var ahead = {};
  ((isSignedIn && parts[page]) || []).forEach(function (part) {
    ahead[part[0]] = ask(part);
  });
  return { start: start, parts: ahead };
})();
