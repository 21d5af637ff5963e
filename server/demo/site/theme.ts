const KEY = 'theme';

type Theme = 'light' | 'dark';

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

const chosen = (): Theme | null => {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : null;
};

export function applyTheme(): void {
  document.documentElement.dataset['theme'] = chosen() ?? (prefersDark.matches ? 'dark' : 'light');
}

export function toggleTheme(): void {
  localStorage.setItem(KEY, document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark');
  applyTheme();
}

export function followSystemTheme(): void {
  prefersDark.addEventListener('change', applyTheme);
}
