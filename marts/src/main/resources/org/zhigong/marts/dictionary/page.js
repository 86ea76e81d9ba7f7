"use strict";
const body = document.body;
const search = document.getElementById("search");
const found = document.getElementById("found");
const entries = Array.from(document.querySelectorAll("details"), (node) => ({ node, text: node.textContent.toLowerCase() }));

function speak(language) {
  body.className = language;
  document.documentElement.lang = language;
  look();
}

function look() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const entry of entries) {
    const isFound = words.every((word) => entry.text.includes(word));
    entry.node.hidden = !isFound;
    count += isFound ? 1 : 0;
  }
  for (const section of document.querySelectorAll("section")) {
    section.hidden = !section.querySelector("details:not([hidden])");
  }
  found.textContent = words.length === 0 ? "" : body.className === "zh" ? `找到 ${count} 项` : `${count} found`;
}

function open() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === "DETAILS") {
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
  }
}

search.addEventListener("input", look);
document.getElementById("language").addEventListener("click", () => speak(body.className === "zh" ? "en" : "zh"));
window.addEventListener("hashchange", open);
speak((navigator.language || "zh").startsWith("zh") ? "zh" : "en");
open();
