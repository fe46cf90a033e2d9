// The window on the page: over it, with a button that opens it, or in a place that the page gives it.
import { isMounted, mount, place, SETTINGS } from "./host.js";

const COVERS = matchMedia("(max-width: 520px), (max-height: 480px)");

export class Frame {
  constructor(ui) {
    this.ui = ui;
    this.shielded = [];
  }

  // Nothing happens when the script is on the page twice.
  attach() {
    if (isMounted()) return false;
    const target = place();
    this.inline = target !== null;
    this.dress();
    this.host = mount(this.ui.root, target);
    COVERS.addEventListener("change", () => this.shield());
    return true;
  }

  dress() {
    const { launcher, panel, close } = this.ui;
    launcher.hidden = this.inline;
    panel.hidden = !this.inline;
    close.hidden = this.inline;
    if (this.inline) panel.classList.add("sp-inline");
    else panel.setAttribute("role", "dialog");
    if (!this.inline) panel.setAttribute("aria-labelledby", "sp-title");
  }

  get isOpen() {
    return !this.ui.panel.hidden;
  }

  open(opener) {
    if (this.inline) return;
    this.opener = opener ?? this.ui.launcher;
    this.ui.panel.hidden = false;
    this.ui.launcher.hidden = true;
    this.shield();
  }

  close() {
    this.ui.panel.hidden = true;
    this.ui.launcher.hidden = false;
    this.shield();
    const back = this.opener?.isConnected ? this.opener : this.ui.launcher;
    back.focus();
  }

  get opensAtOnce() {
    return SETTINGS.open;
  }

  // Where the window covers the page, nothing behind it may take focus. The page gets back what it had.
  shield() {
    for (const node of this.shielded) node.inert = false;
    this.shielded = this.covers() ? this.others() : [];
    for (const node of this.shielded) node.inert = true;
    if (this.shielded.length) this.ui.panel.setAttribute("aria-modal", "true");
    else this.ui.panel.removeAttribute("aria-modal");
  }

  covers() {
    return COVERS.matches && this.isOpen && !this.inline;
  }

  others() {
    return [...this.host.parentElement.children].filter((node) => node !== this.host && !node.inert);
  }
}
