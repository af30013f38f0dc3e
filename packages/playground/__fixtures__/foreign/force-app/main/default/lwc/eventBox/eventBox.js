import { LightningElement } from 'lwc';

/** Handlers that the code chooses, on an element and on a component. */
export default class EventBox extends LightningElement {
  heard = 'nothing';
  isListening = true;

  get boxHandlers() {
    return this.isListening ? { mouseenter: this.hear, focus: this.hear } : { blur: this.hear };
  }

  inputHandlers = { change: this.toggle };

  hear(event) {
    this.heard = event.type;
  }

  toggle(event) {
    this.isListening = event.target.checked;
  }
}
