"use strict";
// Everything works without this file; it spares page loads.
(() => {
  const year = 31536000;

  // Theme: the form posts when this file is missing.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (!form.matches("form[data-theme-form]")) return;
    event.preventDefault();
    const root = document.documentElement, theme = root.dataset.bsTheme === "dark" ? "light" : "dark";
    root.dataset.bsTheme = root.dataset.themePref = theme;
    document.cookie = `theme=${theme};path=/;max-age=${year};samesite=lax`;
  });

  // A second press must not send a form twice.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent));

  // Open menus close on a press elsewhere and on Escape.
  document.addEventListener("click", event => document.querySelectorAll("details.menu[open]").forEach(menu => {
    if (!menu.contains(event.target)) menu.open = false;
  }));
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.menu[open]").forEach(menu => { menu.open = false; menu.querySelector("summary").focus(); });
  });

  function say(text) {
    const box = document.getElementById("toasts");
    if (!box || !text) return;
    const toast = document.createElement("div");
    toast.className = "toast-msg";
    toast.textContent = text;
    box.append(toast);
    setTimeout(() => toast.remove(), 8000);
  }

  // A board: <ul class="cards" data-post="/address" data-target="#board" data-to="stage">, each card with data-id and data-version.
  function sortables() {
    if (!window.Sortable) return;
    document.querySelectorAll(".cards[data-post]").forEach(list => Sortable.get(list) || Sortable.create(list, {
      group: "cards", animation: 150, ghostClass: "ghost", delay: 120, delayOnTouchOnly: true, filter: "button,a,input,select", preventOnFilter: false,
      onEnd: move => {
        if (move.from === move.to) return;
        const { id, version } = move.item.dataset, to = move.to.dataset.to;
        const csrf = document.querySelector("meta[name=csrf]");
        htmx.ajax("POST", move.to.dataset.post, { target: move.to.dataset.target, swap: "outerMorph", values: { id, version, to }, headers: { "X-CSRF": csrf ? csrf.content : "" } });
      }
    }));
  }

  function ready() {
    sortables();
    document.querySelectorAll(".mainnav [aria-current]").forEach(link => {
      const nav = link.parentElement;
      nav.scrollLeft = Math.max(0, link.offsetLeft - nav.offsetLeft - nav.clientWidth / 2 + link.clientWidth / 2);
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (matchMedia("(max-width: 900px)").matches) document.querySelectorAll(".facetbox").forEach(box => { box.open = false; });
    ready();
  });
  document.addEventListener("htmx:after:swap", () => {
    ready();
    document.getElementById("errs")?.focus();
  });
  // Empty fields of a search stay out of its address.
  document.addEventListener("htmx:config:request", event => {
    const request = event.detail.ctx && event.detail.ctx.request;
    if (!request || request.method !== "GET" || !(request.body instanceof FormData)) return;
    for (const [name, value] of [...request.body.entries()]) if (value === "") request.body.delete(name);
  });
  ["htmx:response:error", "htmx:error"].forEach(name => document.addEventListener(name, event => {
    const status = event.detail?.ctx?.response?.status;
    if (!status || status >= 500) say(document.getElementById("toasts")?.dataset.failed);
  }));
})();
