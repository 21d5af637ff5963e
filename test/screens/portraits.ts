/** A small portrait, the same for the same hues: a head and shoulders before a sky. */
function portrait(sky: number, coat: number, skin: string, hair: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
    <defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="hsl(${sky} 60% 78%)"/><stop offset="1" stop-color="hsl(${sky + 40} 55% 62%)"/></linearGradient></defs>
    <rect width="96" height="96" fill="url(#s)"/>
    <path d="M28 46c-2-26 42-26 40 0l2 22H26z" fill="${hair}"/>
    <path d="M14 96c2-22 14-28 34-28s32 6 34 28z" fill="hsl(${coat} 45% 38%)"/>
    <path d="M41 60h14v12c-4 5-10 5-14 0z" fill="${skin}"/>
    <ellipse cx="48" cy="47" rx="15" ry="18" fill="${skin}"/>
    <path d="M32 44c2-16 26-20 32-2-10 0-16-3-19-7-3 5-7 8-13 9z" fill="${hair}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Pictures by their id. */
export const PORTRAITS: Record<string, string> = {
  anaferreira00000: portrait(20, 260, '#e2b08f', '#3b2417'),
  malik00000000000: portrait(190, 20, '#8a5a3c', '#1b1412'),
  yuki000000000000: portrait(320, 190, '#f0cba9', '#23202b'),
  noa0000000000000: portrait(150, 330, '#d9a27e', '#7a3b1c'),
};
