import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'];
const WEIGHTS = [400, 600] as const;

/** Each subset is a family of its own: a letter is drawn by the first that has it. */
export const FAMILIES = SUBSETS.map((subset) => `Inter ${subset}`).join(', ');

/** Inter in the scripts that it is packaged for. */
export function readFonts() {
  const faces = SUBSETS.flatMap((subset) => WEIGHTS.map((weight) => ({ subset, weight })));
  return Promise.all(
    faces.map(async ({ subset, weight }) => ({
      name: `Inter ${subset}`,
      data: await readFile(fileOf(`inter-${subset}-${weight}-normal.woff`)),
      weight,
      style: 'normal' as const,
    })),
  );
}

function fileOf(name: string): string {
  return fileURLToPath(import.meta.resolve(`@fontsource/inter/files/${name}`));
}
