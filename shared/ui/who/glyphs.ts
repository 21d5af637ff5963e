import type { IconNode } from 'lucide';
import type { Network } from '#shared/schema/identity.ts';

/** A sign for each network, drawn for Perch: none is the network's own mark. */
export const NETWORK_GLYPHS: Record<Network, IconNode> = {
  // Two strokes that cross, in a frame.
  x: [
    ['rect', { x: 3, y: 3, width: 18, height: 18, rx: 5 }],
    ['path', { d: 'm8.5 8.5 7 7' }],
    ['path', { d: 'm15.5 8.5-7 7' }],
  ],
  // A butterfly: two wings above, two below.
  bluesky: [
    ['path', { d: 'M12 11C10 7 6.5 4 4 4.500c-1.5.3-1.3 6 .5 7.5 1.4 1.2 4 1 7.5-1' }],
    ['path', { d: 'M12 11c2-4 5.5-7 8-6.5 1.5.3 1.3 6-.5 7.5-1.4 1.2-4 1-7.5-1' }],
    ['path', { d: 'M12 11v8' }],
    ['path', { d: 'M12 13c-3 .5-5 2-4.5 4s3 2.5 4.5-1c1.5 3.5 4 3 4.5 1s-1.5-3.5-4.5-4' }],
  ],
  // Somebody's post among many servers: a bubble with three dots.
  mastodon: [
    ['path', { d: 'M20 13a6 6 0 0 1-6 5h-3l-5 3v-4a6 6 0 0 1-2-5V9a6 6 0 0 1 6-6h4a6 6 0 0 1 6 6z' }],
    ['path', { d: 'M8.5 10.500h.01' }],
    ['path', { d: 'M12 10.500h.01' }],
    ['path', { d: 'M15.5 10.500h.01' }],
  ],
};
