import type { Page } from '#renderer/pages/plain.page.tsx';
export type Sees = Page;
