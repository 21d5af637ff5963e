import type { Space } from '#shared/schema/space.ts';
import type { Found } from '#shared/schema/view.ts';
import { fakeLink, spaceOf, type FakeLink } from '../support/fake-link.ts';
import { card, stagePerson } from '../support/people.ts';
import type { StateName } from './states.ts';

const SERVER = 'https://spaces.example.org';
const trains = card(5, 'Night trains of Europe: who still runs them, and how to book one without tears', {
  stage: [
    stagePerson(509, 'Ines', 'host'),
    stagePerson(511, 'Bea'),
    stagePerson(521, 'Ravi'),
    stagePerson(531, 'Dorothea Winterbottom'),
  ],
  onStage: 7,
  listeners: 1240,
});
const hostile = card(13, 'שיחה על רשתות קטנות והליכות ארוכות', {
  stage: [
    stagePerson(1301, 'נועה', 'host'),
    stagePerson(1302, 'W'.repeat(40)),
    stagePerson(1303, '<b>x</b>'),
  ],
  onStage: 3,
});

const page = (answer: Found<Space> | Promise<Found<Space>>, server = SERVER, id = trains.id) =>
  fakeLink(server, id, answer);
const live = page({ found: spaceOf(trains), fault: null });

/** The page under the popup, in the states that have one. */
export const LINKS: Partial<Record<StateName, FakeLink>> = {
  linkLive: live,
  linkKnown: live,
  linkInside: live,
  linkFrench: live,
  linkLooking: page(new Promise(() => undefined)),
  linkOver: page({ found: spaceOf(trains, { state: 'ended', endReason: 'host_ended' }), fault: null }),
  linkSilent: page({ found: null, fault: 'unreachable' }),
  linkHostile: page(
    { found: spaceOf(hostile), fault: null },
    `https://${'a-very-long-name.'.repeat(6)}example.org:8443`,
    hostile.id,
  ),
};
