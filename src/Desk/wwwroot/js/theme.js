// Runs before the page is drawn, so that a chosen theme does not flash.
(function () {
  "use strict";
  var chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
})();
