// What must be known before the first paint, and so before WebAssembly: the chosen theme, and whether this tab has a
// session, which decides between the frame and the sign-in page. See src/theme.rs and src/session.rs.
// And what nobody else can say: that the app could not start.
(function () {
  var page = document.documentElement;
  try {
    var theme = localStorage.getItem("landscape-licensing.theme");
    if (theme === "light" || theme === "dark") page.setAttribute("data-theme", theme);
    if (sessionStorage.getItem("landscape-licensing.session")) page.setAttribute("data-boot", "frame");
  } catch (_) {
    // Without storage: the system's theme, and the page to sign in.
  }

  // Until the app has taken the place of #boot, any failure is one to start.
  function say() {
    var boot = document.getElementById("boot");
    var failed = document.getElementById("boot-failed");
    if (boot && failed) {
      boot.hidden = true;
      failed.hidden = false;
    }
  }
  window.addEventListener("error", say, true);
  window.addEventListener("unhandledrejection", say);
})();
