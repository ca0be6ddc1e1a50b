(function () {
  var root = document.documentElement;
  root.classList.add("js");
  if (!root.dataset.themePref && matchMedia("(prefers-color-scheme: dark)").matches) root.dataset.bsTheme = "dark";
})();
