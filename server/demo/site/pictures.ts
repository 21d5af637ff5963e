import { svg } from './dom.ts';
import { between, seeded, type Random } from './random.ts';

const WIDTH = 520;
const HEIGHT = 260;

function ridge(random: Random, base: number, swing: number): string {
  const step = 65;
  let path = `M0 ${HEIGHT} L0 ${base}`;
  for (let x = 0; x < WIDTH; x += step) {
    const y = base + between(random, -swing, swing);
    path += ` Q${x + step / 2} ${y} ${x + step} ${base + between(random, -swing / 2, swing / 2)}`;
  }
  return `${path} L${WIDTH} ${HEIGHT} Z`;
}

function sky(random: Random, hue: number, id: string): SVGElement[] {
  const light = between(random, 78, 88);
  const gradient = svg(
    'linearGradient',
    { id, x1: 0, y1: 0, x2: 0, y2: 1 },
    svg('stop', { offset: 0, 'stop-color': `hsl(${hue} 42% ${light - 16}%)` }),
    svg('stop', { offset: 1, 'stop-color': `hsl(${(hue + 40) % 360} 58% ${light}%)` }),
  );
  const sun = svg('circle', {
    cx: between(random, 80, WIDTH - 80),
    cy: between(random, 55, 125),
    r: between(random, 20, 38),
    fill: `hsl(${(hue + 50) % 360} 90% 92%)`,
  });
  const air = svg('rect', { width: WIDTH, height: HEIGHT, fill: `url(#${id})` });
  return [svg('defs', {}, gradient), air, sun];
}

/** A small landscape: sky, a sun and four ridges, the same for the same seed. */
export function landscape(seed: number): SVGElement {
  const random = seeded(seed);
  const hue = between(random, 150, 380) % 360;
  const ridges = [0, 1, 2, 3].map((depth) =>
    svg('path', {
      d: ridge(random, 120 + depth * 34, 26 - depth * 3),
      fill: `hsl(${(hue + depth * 8) % 360} ${26 + depth * 4}% ${60 - depth * 13}%)`,
    }),
  );
  return svg(
    'svg',
    {
      class: 'picture',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': 'A drawn landscape of hills under a low sun',
    },
    ...sky(random, hue, `sky-${seed}`),
    ...ridges,
  );
}
