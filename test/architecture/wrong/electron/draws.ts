import type { ReactNode } from 'react';
export type Drawn = ReactNode;
