import type { CSSProperties, ReactNode } from 'react';
import { appText } from '#renderer/text/app.ts';
import styles from './sample-watermark.module.css';

const tile = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="230"><text x="210" y="125" text-anchor="middle" transform="rotate(-18 210 115)" font-family="sans-serif" font-size="26" font-weight="700" letter-spacing="3">${appText.sampleWatermark}</text></svg>`;
const style = { '--tile': `url("data:image/svg+xml,${encodeURIComponent(tile)}")` } as CSSProperties;

/** Lies over every screen of the sample force, so that no picture of one can be taken for real. It takes no clicks. */
export function SampleWatermark(): ReactNode {
  return <div className={styles['root']} style={style} aria-hidden />;
}
