/** What the browser says of a message's or port's sender. */
export interface Sender {
  id?: string;
  origin?: string;
  url?: string;
}

/** Who we are: the extension's id and the origin of its pages, without a slash at the end. */
export interface Self {
  id: string;
  origin: string;
}

/** Whether the sender is one of our own pages; a content script arrives with its page's origin. */
export function isOwnPage(sender: Sender, self: Self): boolean {
  if (sender.id !== self.id) return false;
  if (sender.origin !== undefined) return sender.origin === self.origin;
  return sender.url?.startsWith(`${self.origin}/`) ?? false;
}

/** Whether this sender may give a command that is open to `from`. Another extension never may. */
export function maySend(from: 'anywhere' | 'page', sender: Sender, self: Self): boolean {
  if (sender.id !== self.id) return false;
  return from === 'anywhere' || isOwnPage(sender, self);
}
