import type { IconNode } from 'lucide';
import type { Network } from '#shared/schema/identity.ts';

/** Names that are the same in every language. */
export const NETWORK_NAMES: Record<Network, string> = { mastodon: 'Mastodon', bluesky: 'Bluesky', x: 'X' };

/** Line drawings in the manner of our other icons; the name always stands beside them. */
export const NETWORK_ICONS: Record<Network, IconNode> = {
  mastodon: [
    [
      'path',
      { d: 'M20 15.5c-1 2-4 2.5-7 2.5-1.500 0-3-.3-4-.6.2 2 2.500 2.600 4.500 2.600 1.200 0 2.200-.2 3-.4' },
    ],
    ['path', { d: 'M4.500 13c.6 6 2.500 8 7 8' }],
    [
      'path',
      {
        d: 'M20 15.500c.5-1.500.7-4.500.5-7C20.200 4.500 17.500 3 12 3S4.200 4.500 4 8.500c-.1 1.500 0 3 .5 4.500',
      },
    ],
    ['path', { d: 'M8 13V9.500a2 2 0 0 1 4 0V11m0-1.500a2 2 0 0 1 4 0V13' }],
  ],
  bluesky: [
    [
      'path',
      {
        d: 'M12 11C10.500 8 7.500 5 5.200 4.200 3.500 3.600 3 4.500 3 6c0 1.500.5 5 1 6 .8 1.500 2.500 2 4.500 1.700C6 14.200 5 15.500 6.200 17.200c2 2.600 4.300.9 5.800-2.700 1.500 3.600 3.800 5.300 5.800 2.700 1.200-1.700.2-3-2.300-3.500 2 .3 3.700-.2 4.500-1.700.5-1 1-4.500 1-6 0-1.500-.5-2.400-2.200-1.800C16.500 5 13.500 8 12 11Z',
      },
    ],
  ],
  x: [['path', { d: 'M4.500 4.500 19.500 19.500M19 4.500 5 19.500' }]],
};
