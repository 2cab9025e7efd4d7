import { type Icon, IconFile, IconFileSpreadsheet, IconFileText, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { meetingsText } from '#renderer/text/meetings.ts';
import styles from './meeting.module.css';

const ICONS: Readonly<Record<string, Icon>> = {
  pdf: IconFileTypePdf,
  doc: IconFileText,
  docx: IconFileText,
  odt: IconFileText,
  rtf: IconFileText,
  txt: IconFileText,
  csv: IconFileSpreadsheet,
  xls: IconFileSpreadsheet,
  xlsx: IconFileSpreadsheet,
  ods: IconFileSpreadsheet,
  png: IconPhoto,
  jpg: IconPhoto,
  jpeg: IconPhoto,
  gif: IconPhoto,
  webp: IconPhoto,
  tif: IconPhoto,
  tiff: IconPhoto,
  heic: IconPhoto,
};
const HAS_PICTURE = new Set(['png', 'jpg', 'jpeg']);

interface PaperPictureProps {
  readonly paper: { readonly id: string; readonly title: string; readonly fileName: string };
}

/** A small picture of a paper that is one, and for every other the sign of its kind; the file's name beside it says the same in words. */
export function PaperPicture({ paper }: PaperPictureProps): ReactNode {
  const ending = /\.([a-z0-9]+)$/i.exec(paper.fileName)?.[1]?.toLowerCase() ?? '';
  const address = usePicture(HAS_PICTURE.has(ending) ? paper.id : '');
  const Sign = ICONS[ending] ?? IconFile;
  return (
    <span className={styles['picture']}>
      {address === '' ? (
        <Sign aria-hidden size={20} stroke={1.5} />
      ) : (
        <img src={address} alt={meetingsText.papers.pictureOf(paper.title)} />
      )}
    </span>
  );
}

/** The address of a paper's small picture in this window's memory; empty while there is none. */
function usePicture(paperId: string): string {
  const bridge = useBridge();
  const [address, setAddress] = useState('');
  useEffect(() => {
    if (paperId === '') return undefined;
    let wanted = true;
    let made = '';
    void bridge.ask('paper.picture', { paperId }).then((picture) => {
      if (!wanted || !picture.ok || picture.value.bytes === null) return;
      made = URL.createObjectURL(new Blob([picture.value.bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }));
      setAddress(made);
    });
    return () => {
      wanted = false;
      if (made !== '') URL.revokeObjectURL(made);
      setAddress('');
    };
  }, [bridge, paperId]);
  return address;
}
