// What must be known before the first paint, and so before WebAssembly: the chosen theme, and whether this tab has a
// session, which decides between the frame and the sign-in page. See src/theme.rs and src/session.rs.
// And what nobody else can say: that the app could not start. Without the mark `data-boot` that is what the page says.
(function () {
  var page = document.documentElement;
  var mark = "word";
  try {
    var theme = localStorage.getItem("landscape-licensing.theme");
    if (theme === "light" || theme === "dark") page.setAttribute("data-theme", theme);
    if (sessionStorage.getItem("landscape-licensing.session")) mark = "frame";
  } catch (_) {
    // Without storage: the system's theme, and the page to sign in.
  }
  page.setAttribute("data-boot", mark);

  // Until the app has taken the place of #boot-failed, any failure is one to start; but the letters and the icon, which the
  // app does without. WebKit now and then gives up a preload when a page is loaded again.
  function say(event) {
    var link = event.target;
    if (link instanceof HTMLLinkElement && link.rel !== "stylesheet") return;
    if (document.readyState !== "loading" && !document.getElementById("boot-failed")) return;
    page.setAttribute("data-boot", "failed");
    // For a page without its styles.
    var boot = document.getElementById("boot");
    if (boot) boot.hidden = true;
  }
  window.addEventListener("error", say, true);
  window.addEventListener("unhandledrejection", say);
})();
