import { PAGE_ORIGIN } from '#shared/contracts/bridge/announcements.ts';

interface FrameOfSender {
  readonly url: string;
  readonly parent: unknown;
}

/** True when a message comes from the page itself: its window, its outermost frame, its address. */
export function isOurPage(sender: { readonly id: number; readonly frame: FrameOfSender | null }, page: { readonly id: number }): boolean {
  return sender.id === page.id && sender.frame !== null && sender.frame.parent === null && sender.frame.url.startsWith(`${PAGE_ORIGIN}/`);
}
