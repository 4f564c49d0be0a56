// Each attack writes its name down when it works. At the end the page is told that all were tried.
(async () => {
  const page = document.documentElement;
  const worked = (name) => {
    page.dataset.worked = `${page.dataset.worked ?? ""} ${name}`.trim();
  };
  const attempt = (name, act) => {
    try {
      if (act() !== false) worked(name);
    } catch {
      // Forbidden.
    }
  };
  const add = (tag, properties) => {
    const element = Object.assign(document.createElement(tag), properties);
    document.body.append(element);
    return element;
  };
  const turn = () => new Promise((go) => setTimeout(go, 300));

  attempt("eval", () => (0, eval)("1"));
  attempt("Function", () => new Function("return 1")());
  attempt("timer", () => {
    setTimeout("document.documentElement.dataset.timer = 'worked'");
    return false;
  });
  attempt("innerHTML", () => {
    document.createElement("p").innerHTML = "<b>bold</b>";
  });
  attempt("outerHTML", () => {
    add("p").outerHTML = "<b>bold</b>";
  });
  attempt("write", () => document.implementation.createHTMLDocument("").write("<b>bold</b>"));
  attempt("policy", () => window.trustedTypes.createPolicy("default", { createHTML: (text) => text }));
  attempt("script", () => {
    const script = document.createElement("script");
    script.append("document.documentElement.dataset.script = 'worked'");
    document.body.append(script);
    return page.dataset.script === "worked";
  });
  attempt("link", () => {
    add("a", { href: "javascript:void (document.documentElement.dataset.link = 'worked')" }).click();
    return false;
  });
  attempt("base", () => {
    document.head.prepend(Object.assign(document.createElement("base"), { href: "http://elsewhere.example/" }));
    return document.baseURI.includes("elsewhere");
  });
  document.querySelector("base[href*=elsewhere]")?.remove();
  // Both lead to a page without any policy; the same origin would be allowed to look in.
  const reached = (frame) => frame.contentDocument?.body?.innerText.includes("Landscape") ?? false;
  const target = add("iframe", { name: "target" });
  attempt("form", () => {
    add("form", { action: "/new_dashboard/", target: target.name }).submit();
    return false;
  });
  const frame = add("iframe", { src: "/new_dashboard/" });
  // Nobody is there; what is to be seen is that nobody is asked.
  fetch("http://elsewhere.example/fetch", { mode: "no-cors" }).catch(() => {});
  await fetch("data:,text").then(() => worked("fetch"), () => {});
  for (let turns = 0; turns < 10 && !(reached(frame) && reached(target)); turns += 1) await turn();
  for (const name of ["timer", "link", "inline"]) {
    if (page.dataset[name] === "worked") worked(name);
  }
  attempt("frame", () => reached(frame));
  attempt("form", () => reached(target));
  attempt("handler", () => document.getElementById("handler").title === "worked");
  attempt("style", () => getComputedStyle(document.getElementById("styled")).color === "rgb(1, 2, 3)");
  page.dataset.attacks = "done";
})();
