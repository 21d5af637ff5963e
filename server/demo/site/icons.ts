import { svg } from './dom.ts';

const PATHS = {
  home: 'M3.5 11 12 4l8.5 7v8.5h-6V14h-5v5.5h-6z',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6',
  pen: 'M4.5 19.5l1-4.5L16.5 4 20 7.5 9 18.5z',
  reply: 'M4.5 12a7.5 7 0 1 1 3.5 6l-3.5 1.5 1-3.5a7 7 0 0 1-1-4z',
  boost: 'M5 15V9a2 2 0 0 1 2-2h9M13.5 4 16.5 7l-3 3M19 9v6a2 2 0 0 1-2 2H8M10.5 20 7.5 17l3-3',
  heart: 'M12 20s-7.5-4.5-7.5-10A4.2 4.2 0 0 1 12 7.5 4.2 4.2 0 0 1 19.5 10C19.5 15.5 12 20 12 20z',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  back: 'M19.5 12h-15M10.5 5.5 4 12l6.5 6.5',
  voice: 'M5 10v4M9 7v10M13 4v16M17 8v8M21 10.5v3',
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): SVGElement {
  return svg(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('path', { d: PATHS[name] }),
  );
}
