import { browser } from 'wxt/browser';

const SIZES = [16, 32, 48, 128];

/** What the toolbar button shows. */
export interface ToolbarFace {
  icon: 'idle' | 'live' | 'speaking';
  badge: string;
  badgeColor: string;
  title: string;
}

/** Firefox has room for two letters and cuts off the others: a dot says it there, by the badge's colour. */
const badgeText = (badge: string) => (import.meta.env.FIREFOX && /\p{L}{3}/u.test(badge) ? '●' : badge);

const iconPaths = (icon: ToolbarFace['icon']) =>
  Object.fromEntries(SIZES.map((size) => [size, `/icon/${icon}-${size}.png`]));

export async function showToolbar({ icon, badge, badgeColor, title }: ToolbarFace): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setIcon({ path: iconPaths(icon) }),
    action.setBadgeText({ text: badgeText(badge) }),
    action.setBadgeBackgroundColor({ color: badgeColor }),
    action.setTitle({ title }),
  ]);
}

/** Rejects where the browser wants a click on the toolbar itself. */
export async function openPopup(): Promise<void> {
  await browser.action.openPopup();
}
