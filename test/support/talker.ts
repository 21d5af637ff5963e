import { type Publication, publish, type Sound } from '../../server/demo/publish.ts';
import { Guest } from '../../server/demo/client.ts';
import { tone } from './speaker.ts';
import { Visitor } from './visitor.ts';

/** Somebody on stages, whose voice is a tone that the test turns on and off. */
export class Talker {
  readonly visitor: Visitor;
  isLoud = true;
  /** How much of the tone's loudness they speak with. */
  loudness = 1;
  #leaving = new AbortController();
  #publication: Publication | null = null;

  private constructor(visitor: Visitor) {
    this.visitor = visitor;
  }

  static async arrive(server: string, name: string): Promise<Talker> {
    const { token } = await Guest.arrive(server, name);
    return new Talker(new Visitor(server, token));
  }

  /** Opens a Space where everybody may speak; answers its id. */
  async host(title: string): Promise<string> {
    await this.hangUp();
    const join = await this.visitor.start({ title, speakPolicy: 'everyone' });
    this.#publication = await publish(join, this.#voice(), this.#leaving.signal);
    return join.space.id;
  }

  /** Comes on the stage of such a Space, also when already on it; answers as whom. */
  async comeUp(spaceId: string): Promise<string> {
    await this.hangUp();
    const join = await this.visitor.join(spaceId);
    if (join.role === 'listener') await this.visitor.request(spaceId);
    this.#publication = await publish(join, this.#voice(), this.#leaving.signal);
    return join.participantId;
  }

  /** Takes the connection away; the seat stays. */
  async hangUp(): Promise<void> {
    this.#leaving.abort();
    await this.#publication?.ended;
    this.#leaving = new AbortController();
    this.#publication = null;
  }

  #voice(): Sound {
    const { sampleRate, next } = tone();
    const scaled = (count: number) => next(count).map((sample) => sample * this.loudness);
    return { sampleRate, next: (count) => (this.isLoud ? scaled(count) : new Int16Array(count)) };
  }
}
