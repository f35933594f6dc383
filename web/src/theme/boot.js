// Sets the theme before the first paint, so that a pinned theme never flashes the other one. See theme.ts for the rest.
(function () {
  var pinned = null;
  try {
    pinned = (JSON.parse(localStorage.getItem("runyard.settings") || "{}") || {}).theme;
  } catch {
    // Storage may be blocked; the system's theme is then the right answer.
  }
  var asked = new URLSearchParams(location.search).get("theme");
  if (asked === "light" || asked === "dark") pinned = asked;
  var dark = pinned === "dark" || (pinned !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
