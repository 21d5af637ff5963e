import type { SpaceLink } from '#shared/schema/space-link.ts';
import type { Space } from '#shared/schema/space.ts';
import type { Found, Outcome } from '#shared/schema/view.ts';

/** The Space that the page under the popup is about, for shells that can see such a page. */
export interface LinkDesk extends SpaceLink {
  /** Asks its server; one that is not known must first show that it is a Perch server. */
  look(): Promise<Found<Space>>;
  /** Adds its server to those that the person knows. */
  add(): Promise<Outcome>;
}
