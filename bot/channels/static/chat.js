// The chat window. A page needs this one script and chat.css; [data-stempad-open] elements open the window.
import { ask, forget, Problem } from "./chat-api.js";
import { botTurn, userTurn } from "./chat-render.js";
import { fresh, load, save } from "./chat-store.js";
import { EXAMPLES, PROBLEMS, TEXTS, WELCOME } from "./chat-texts.js";
import { buildWindow, clearProblem, showProblem } from "./chat-window.js";

const NARROW = matchMedia("(max-width: 520px)");
const CAN_RETRY = new Set(["offline", "too_many", "broken"]);
const NOT_KEPT = new Set(["distress"]);
const TOUCH = matchMedia("(pointer: coarse)");

const welcome = {
  text: WELCOME,
  choices: EXAMPLES.map((text) => ({ title: text, payload: text })),
  choicesLabel: TEXTS.examples,
};

// A cry for help is answered and then not kept: others may use this screen after this pupil.
function kept(question, answers) {
  const secret = answers.some((answer) => NOT_KEPT.has(answer.topic));
  return secret ? [] : [{ who: "you", text: question.title }];
}

class Chat {
  constructor() {
    this.ui = buildWindow();
    this.state = load();
    this.busy = false;
  }

  start() {
    this.redraw();
    this.ui.input.value = this.state.draft;
    this.listen();
    document.body.append(this.ui.root);
    if (this.state.open) this.open();
    this.revealOpeners();
  }

  listen() {
    const { launcher, close, wipe, yes, no, form, input, panel } = this.ui;
    launcher.addEventListener("click", () => this.openWithFocus());
    close.addEventListener("click", () => this.close());
    wipe.addEventListener("click", () => this.askWipe());
    yes.addEventListener("click", () => this.wipe());
    no.addEventListener("click", () => this.keep());
    form.addEventListener("submit", (event) => this.onSubmit(event));
    input.addEventListener("input", () => this.onInput());
    input.addEventListener("keydown", (event) => this.onKey(event));
    panel.addEventListener("keydown", (event) => event.key === "Escape" && this.onEscape());
    NARROW.addEventListener("change", () => this.shieldPage());
  }

  revealOpeners() {
    for (const opener of document.querySelectorAll("[data-stempad-open]")) {
      opener.hidden = false;
      opener.addEventListener("click", () => this.openFrom(opener));
    }
  }

  // Opening and closing

  openFrom(opener) {
    this.openWithFocus();
    const question = opener.dataset.stempadOpen;
    if (question) this.take({ title: question, payload: question });
  }

  open() {
    this.ui.panel.hidden = false;
    this.ui.launcher.hidden = true;
    this.shieldPage();
    this.grow();
    this.scrollToLast();
    this.remember({ open: true });
  }

  openWithFocus() {
    this.open();
    this.focusNext();
  }

  close() {
    this.ui.panel.hidden = true;
    this.ui.launcher.hidden = false;
    this.shieldPage();
    this.remember({ open: false });
    this.ui.launcher.focus();
  }

  onEscape() {
    if (this.ui.confirm.hidden) this.close();
    else this.keep();
  }

  // On a phone the window covers the page: nothing behind it may take focus.
  shieldPage() {
    const covered = NARROW.matches && !this.ui.panel.hidden;
    const others = [...document.body.children].filter((node) => node !== this.ui.root);
    for (const node of others) node.inert = covered;
    if (covered) this.ui.panel.setAttribute("aria-modal", "true");
    else this.ui.panel.removeAttribute("aria-modal");
  }

  // On a touch screen focus on the input would raise the keyboard over the answer.
  focusNext() {
    (TOUCH.matches ? this.ui.log : this.ui.input).focus();
  }

  // The draft

  onInput() {
    this.grow();
    this.remember({ draft: this.ui.input.value });
  }

  grow() {
    const { input } = this.ui;
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight + 2, 140)}px`;
  }

  setDraft(text) {
    this.ui.input.value = text;
    this.onInput();
  }

  onKey(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.sendDraft();
  }

  onSubmit(event) {
    event.preventDefault();
    this.sendDraft();
  }

  sendDraft() {
    const text = this.ui.input.value.trim();
    if (!text) return this.ui.input.focus();
    return this.send({ title: text, payload: text }, true);
  }

  take(choice) {
    return this.send(choice, false);
  }

  // One turn

  async send(question, typed) {
    if (this.busy) return this.say(TEXTS.busy);
    const { sender } = this.state;
    this.begin(question, typed);
    try {
      const answers = await ask(sender, question.payload);
      if (sender === this.state.sender) this.finish(question, answers);
    } catch (error) {
      if (sender === this.state.sender) this.fail(question, typed, error);
    }
  }

  begin(question, typed) {
    this.busy = true;
    clearProblem(this.ui);
    this.pending = userTurn(question.title);
    this.ui.log.append(this.pending);
    if (typed) this.setDraft("");
    this.focusNext();
    this.ui.log.classList.add("sp-waiting");
    this.say(TEXTS.typing, true);
    this.scrollToLast();
  }

  rest() {
    this.busy = false;
    this.ui.log.classList.remove("sp-waiting");
    this.say("");
  }

  finish(question, answers) {
    this.rest();
    if (answers.some((answer) => answer.wiped)) return this.showWiped(answers);
    this.dropOldChoices();
    const turns = answers.map((answer) => ({ who: "bot", answer }));
    this.ui.log.append(...turns.map((turn) => this.draw(turn)));
    this.remember({ history: [...this.state.history, ...kept(question, answers), ...turns] });
    this.scrollToLast();
  }

  fail(question, typed, error) {
    this.rest();
    this.pending.remove();
    if (typed && !this.ui.input.value) this.setDraft(question.title);
    const kind = error instanceof Problem ? error.kind : "broken";
    const again = typed ? () => this.sendDraft() : () => this.take(question);
    showProblem(this.ui, PROBLEMS[kind], CAN_RETRY.has(kind) ? again : null);
  }

  // Drawing

  say(text, typing = false) {
    this.ui.status.textContent = text;
    this.ui.status.classList.toggle("sp-typing", typing);
  }

  draw(turn) {
    if (turn.who === "you") return userTurn(turn.text);
    return botTurn(turn.answer ?? {}, (choice) => this.take(choice));
  }

  redraw() {
    const turns = [{ who: "bot", answer: welcome }, ...this.state.history];
    this.ui.log.replaceChildren(...turns.map((turn) => this.draw(turn)));
    if (this.state.history.length) this.dropOldChoices(this.ui.log.lastElementChild);
  }

  dropOldChoices(keepIn = null) {
    for (const row of this.ui.log.querySelectorAll(".sp-choices")) {
      if (row.closest(".sp-turn") !== keepIn) row.remove();
    }
  }

  // The last question goes to the top, so that a long answer is read from its start.
  scrollToLast() {
    const questions = this.ui.log.querySelectorAll(".sp-turn-you");
    const last = questions[questions.length - 1];
    this.ui.log.scrollTop = last ? last.offsetTop - 12 : 0;
  }

  // Starting over

  askWipe() {
    this.ui.confirm.hidden = false;
    this.ui.yes.focus();
  }

  keep() {
    this.ui.confirm.hidden = true;
    this.ui.wipe.focus();
  }

  wipe() {
    if (this.state.history.length) forget(this.state.sender, TEXTS.wipeMessage);
    this.startOver();
    this.redraw();
    this.say(TEXTS.wiped);
    this.focusNext();
  }

  // Asked in words, the server has deleted the conversation: only the text that says so is left, and it is not kept.
  showWiped(answers) {
    this.startOver();
    this.ui.log.replaceChildren(...answers.map(({ text }) => this.draw({ who: "bot", answer: { text } })));
  }

  startOver() {
    this.state = { ...fresh(), open: !this.ui.panel.hidden };
    save(this.state);
    this.rest();
    this.ui.confirm.hidden = true;
    clearProblem(this.ui);
    this.setDraft("");
  }

  remember(changes) {
    Object.assign(this.state, changes);
    save(this.state);
  }
}

new Chat().start();
