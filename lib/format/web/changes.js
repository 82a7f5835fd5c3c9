// Changes of what is shown and of what is saved, each of which can be undone whole.

class Changes {
  steps = []; // Of each change: what was there before, as [object, key, value].

  // A change of what is shown and of what is saved, which can be undone whole.
  change(act) {
    this.steps.push([]);
    this.put(this.corrections, 'items', this.corrections.copied());
    act();
    this.corrections.change();
    this.show();
  }

  put(object, key, value) {
    this.steps.at(-1).push([object, key, object[key]]);
    object[key] = value;
  }

  undo() {
    const step = this.steps.pop();
    if (!step) return this.player.say('Nothing to undo');
    for (const [object, key, value] of step.reverse()) object[key] = value;
    this.corrections.change();
    this.choose(this.first, this.last);
    return this.player.say('Undone');
  }
}
