// Names the boxes that select2 puts in place of a picker: it leaves them without the label of their field.
"use strict";

function namePickers() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const box = document.getElementById(`select2-${select.id}-container`);
    if (!box) continue;
    const label = document.querySelector(`label[for="${select.id}"]`);
    if (label) {
      label.id ||= `${select.id}_label`;
      box.setAttribute("aria-labelledby", label.id);
      box.parentElement.setAttribute("aria-labelledby", `${label.id} ${box.id}`);
    } else if (select.getAttribute("aria-label")) {
      box.setAttribute("aria-label", select.getAttribute("aria-label"));
    }
  }
}

// select2 puts its boxes in when it likes, also for rows added later: name each one as it appears.
new MutationObserver(namePickers).observe(document.body, { childList: true, subtree: true });
window.addEventListener("load", namePickers);
