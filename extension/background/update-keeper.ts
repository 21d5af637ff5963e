import { reload } from '../platform/lifecycle.ts';

/** An update of the extension, which waits while the person is in a Space. */
export class UpdateKeeper {
  readonly #isFree: () => boolean;
  #isWaiting = false;

  constructor(isFree: () => boolean) {
    this.#isFree = isFree;
  }

  arrive(): void {
    this.#isWaiting = true;
    this.look();
  }

  look(): void {
    if (this.#isWaiting && this.#isFree()) reload();
  }
}
