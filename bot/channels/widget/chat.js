// The conversation: one question at a time, what is kept of it, and what is said when something fails.
import { ask, Problem } from "./api.js";
import { EXAMPLES, PROBLEMS, TEXTS, WELCOME } from "./data.js";
import { Forgetter } from "./forget.js";
import { botTurn, markTaken, userTurn } from "./render.js";
import { dropTalk, isOld, loadTab, loadTalk, newMessageId, newTalk, onOtherTab, saveTab, saveTalk } from "./store.js";
import { clearProblem, showProblem } from "./window.js";

const NOT_KEPT = new Set(["distress"]);
const TOUCH = matchMedia("(pointer: coarse)");
const WELCOME_ANSWER = {
  text: WELCOME,
  choices: EXAMPLES.map((text) => ({ title: text, payload: text })),
  choicesLabel: TEXTS.examples,
};

// A cry for help is answered and then not kept: others may use this screen after this pupil.
function kept(question, answers) {
  const secret = answers.some((answer) => NOT_KEPT.has(answer.topic));
  return secret ? [] : [{ who: "you", text: question.title }];
}

export class Chat {
  constructor(ui) {
    this.ui = ui;
    this.talk = loadTalk();
    this.tab = loadTab();
    this.busy = false;
    this.failed = null;
    this.forgetter = new Forgetter(() => this.say(TEXTS.wipedThere));
  }

  start() {
    this.redraw();
    this.setDraft(String(this.tab.draft));
    onOtherTab(() => this.follow());
    window.addEventListener("online", () => this.onOnline());
    document.addEventListener("visibilitychange", () => this.expire());
    this.forgetter.tryAll();
    this.resume();
  }

  // A page left while a question was under way: the same id gets the same answer.
  resume() {
    const { pending } = this.tab;
    if (pending?.conversation === this.talk.conversation) this.send(pending.question, pending.id);
    else this.rememberTab({ pending: null });
  }

  // Another tab went on, or wiped.
  follow() {
    if (this.busy) return;
    this.talk = loadTalk();
    this.redraw();
  }

  // Nobody came back within the hour.
  expire() {
    if (!this.busy && this.talk.history.length && isOld(this.talk)) this.beginAnew();
  }

  onOnline() {
    if (this.ui.problem.childElementCount) this.say(TEXTS.online);
  }

  // The draft

  onInput() {
    this.grow();
    this.rememberTab({ draft: this.ui.input.value });
  }

  grow() {
    const { input } = this.ui;
    input.style.height = "auto";
    if (input.scrollHeight) input.style.height = `${Math.min(input.scrollHeight + 2, 140)}px`;
  }

  setDraft(text) {
    this.ui.input.value = text;
    this.onInput();
  }

  sendDraft() {
    const text = this.ui.input.value.trim();
    if (!text) return this.ui.input.focus();
    return this.send({ title: text, payload: text, typed: true });
  }

  take(choice) {
    return this.send({ title: String(choice.title), payload: String(choice.payload) });
  }

  // One turn

  async send(question, id = this.idFor(question)) {
    if (this.busy) return this.say(TEXTS.busy);
    this.expire();
    const { conversation } = this.talk;
    this.begin(question, { conversation, id, question });
    try {
      const answers = await ask({ conversation, id, text: question.payload }, () => this.say(TEXTS.trying, true));
      if (this.isCurrent(conversation)) this.finish(question, answers);
    } catch (error) {
      if (this.isCurrent(conversation)) this.fail(question, id, error);
    }
  }

  // What was not answered goes out again under its own id: it may have arrived after all.
  idFor(question) {
    return this.failed?.payload === question.payload ? this.failed.id : newMessageId();
  }

  // An answer to a conversation that was wiped meanwhile: wipe once more, for the answer may have come after.
  isCurrent(conversation) {
    const current = conversation === this.talk.conversation;
    if (!current) this.forgetter.forget(conversation);
    return current;
  }

  begin(question, pending) {
    this.busy = true;
    clearProblem(this.ui);
    saveTalk(this.talk);
    this.rememberTab({ pending });
    markTaken(this.ui.log.lastElementChild, question.title);
    this.pending = userTurn(question.title);
    this.ui.log.append(this.pending);
    if (question.typed) this.setDraft("");
    this.ui.log.classList.add("sp-waiting");
    this.say(TEXTS.typing, true);
  }

  rest() {
    this.busy = false;
    this.rememberTab({ pending: null });
    this.ui.log.classList.remove("sp-waiting");
    this.say("");
  }

  finish(question, answers) {
    const wiped = answers.some((answer) => answer.wiped);
    const turns = answers.map((answer) => ({ who: "bot", answer }));
    const drawn = turns.map((turn) => this.draw(turn));
    this.rest();
    this.failed = null;
    if (wiped) return this.showWiped(answers);
    this.ui.log.append(...drawn);
    this.talk.history = [...this.talk.history, ...kept(question, answers), ...turns];
    saveTalk(this.talk);
    // in a place of the page's own the page may have to move as well
    this.scrollToLast()?.scrollIntoView({ block: "nearest" });
  }

  fail(question, id, error) {
    this.rest();
    this.pending.remove();
    this.failed = { id, payload: question.payload };
    if (question.typed && !this.ui.input.value) this.setDraft(question.title);
    const again = question.typed ? () => this.sendDraft() : () => this.send(question);
    const known = error instanceof Problem;
    showProblem(this.ui, known ? error.message : PROBLEMS.broken, known && !error.canRetry ? null : again);
  }

  // Drawing

  say(text, typing = false) {
    this.ui.status.textContent = text;
    this.ui.status.classList.toggle("sp-typing", typing);
    if (typing) this.scrollToLast();
  }

  draw(turn) {
    if (turn.who === "you") return userTurn(turn.text);
    return botTurn(turn.answer ?? {}, (choice) => this.take(choice));
  }

  drawAll() {
    const nodes = [WELCOME_ANSWER].map((answer) => this.draw({ who: "bot", answer }));
    for (const turn of this.talk.history) {
      if (turn.who === "you") markTaken(nodes[nodes.length - 1], turn.text);
      nodes.push(this.draw(turn));
    }
    return nodes;
  }

  redraw() {
    this.ui.log.replaceChildren(...this.drawAll());
    this.scrollToLast();
  }

  // The last question goes to the top, so that a long answer is read from its start.
  scrollToLast() {
    const questions = this.ui.log.querySelectorAll(".sp-turn-you");
    const last = questions[questions.length - 1];
    this.ui.log.scrollTop = last ? last.offsetTop - 12 : 0;
    return last;
  }

  // On a touch screen focus on the input would raise the keyboard over the answer.
  focusNext() {
    (TOUCH.matches ? this.ui.log : this.ui.input).focus();
  }

  // Starting over

  async wipe() {
    const { conversation, history } = this.talk;
    const mayBeThere = history.length > 0 || this.busy || this.failed !== null;
    this.beginAnew();
    this.say(TEXTS.wiped);
    this.focusNext();
    if (mayBeThere && !(await this.forgetter.forget(conversation))) this.say(TEXTS.wipedHere);
  }

  // Asked in words, the server has deleted the conversation: only the text that says so is left, and it is not kept.
  showWiped(answers) {
    this.beginAnew();
    this.ui.log.replaceChildren(...answers.map(({ text }) => this.draw({ who: "bot", answer: { text } })));
  }

  beginAnew() {
    dropTalk();
    this.talk = newTalk();
    this.failed = null;
    this.rest();
    this.ui.confirm.hidden = true;
    clearProblem(this.ui);
    this.setDraft("");
    this.redraw();
  }

  rememberTab(changes) {
    Object.assign(this.tab, changes);
    saveTab(this.tab);
  }
}
