// Wiping on the server. What could not be wiped yet is tried again: later, when the connection is back, on the next page.
import { deleteTalk } from "./api.js";
import { loadForgotten, saveForgotten } from "./store.js";

const FIRST_WAIT_MS = 4000;
const LONGEST_WAIT_MS = 120000;

export class Forgetter {
  constructor(onGone) {
    this.ids = new Set(loadForgotten());
    this.wait = FIRST_WAIT_MS;
    this.onGone = onGone;
    window.addEventListener("online", () => this.tryAll());
  }

  // True when it is gone at once.
  async forget(id) {
    this.ids.add(id);
    this.save();
    const gone = await this.tryOne(id);
    if (!gone) this.later();
    return gone;
  }

  async tryOne(id) {
    const gone = await deleteTalk(id);
    if (gone) this.ids.delete(id);
    this.save();
    return gone;
  }

  async tryAll() {
    const had = this.ids.size;
    for (const id of [...this.ids]) await this.tryOne(id);
    if (this.ids.size) this.later();
    else if (had) this.onGone();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tryAll(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }

  save() {
    saveForgotten([...this.ids]);
  }
}
