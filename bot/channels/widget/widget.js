// One script tag is enough: it puts the window on the page. [data-stempad-open] elements of the page open it.
import { Chat } from "./chat.js";
import { Frame } from "./frame.js";
import { whenReady } from "./host.js";
import { buildWindow } from "./window.js";

class Widget {
  constructor() {
    this.ui = buildWindow();
    this.frame = new Frame(this.ui);
  }

  start() {
    if (!this.frame.attach()) return;
    this.chat = new Chat(this.ui);
    this.listen();
    this.listenToPage();
    this.chat.start();
    if (this.chat.tab.open || this.frame.opensAtOnce) this.open();
  }

  listen() {
    const { launcher, close, wipe, yes, no, form, input, panel } = this.ui;
    launcher.addEventListener("click", () => this.openWithFocus());
    close.addEventListener("click", () => this.close());
    wipe.addEventListener("click", () => this.askWipe());
    yes.addEventListener("click", () => this.chat.wipe());
    no.addEventListener("click", () => this.keep());
    form.addEventListener("submit", (event) => this.onSubmit(event));
    input.addEventListener("input", () => this.chat.onInput());
    input.addEventListener("keydown", (event) => this.onKey(event));
    panel.addEventListener("keydown", (event) => event.key === "Escape" && this.onEscape(event));
    panel.addEventListener("click", (event) => this.onChoice(event));
  }

  listenToPage() {
    for (const opener of document.querySelectorAll("[data-stempad-open]")) opener.hidden = false;
    document.addEventListener("click", (event) => {
      const opener = event.target instanceof Element && event.target.closest("[data-stempad-open]");
      if (opener) this.openFrom(opener, event);
    });
  }

  // A link opens the window in place of its page; without this script it is still a link.
  openFrom(opener, event) {
    event.preventDefault();
    this.openWithFocus(opener);
    const question = opener.dataset.stempadOpen;
    if (question) this.chat.take({ title: question, payload: question });
  }

  open(opener) {
    this.frame.open(opener);
    this.chat.expire();
    this.chat.grow();
    this.chat.scrollToLast();
    this.chat.rememberTab({ open: true });
  }

  openWithFocus(opener) {
    this.open(opener);
    this.chat.focusNext();
  }

  close() {
    this.frame.close();
    this.chat.rememberTab({ open: false });
  }

  onEscape(event) {
    event.stopPropagation();
    if (!this.ui.confirm.hidden) this.keep();
    else if (!this.frame.inline) this.close();
  }

  // The keys typed here are no shortcuts of the page.
  onKey(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  onSubmit(event) {
    event.preventDefault();
    this.submit();
  }

  submit() {
    this.chat.sendDraft();
    this.chat.focusNext();
  }

  onChoice(event) {
    if (event.target.closest(".sp-choice, .sp-retry")) this.chat.focusNext();
  }

  askWipe() {
    this.ui.confirm.hidden = false;
    this.ui.yes.focus();
  }

  keep() {
    this.ui.confirm.hidden = true;
    this.ui.wipe.focus();
  }
}

whenReady(() => new Widget().start());
