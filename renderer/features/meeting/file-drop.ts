import { type DragEvent, useState } from 'react';

interface FileDrop {
  /** A file is being held over it. */
  readonly over: boolean;
  readonly handlers: {
    readonly onDragOver?: (event: DragEvent) => void;
    readonly onDragLeave?: (event: DragEvent) => void;
    readonly onDrop?: (event: DragEvent) => void;
  };
}

const holdsFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Lets a file be dropped on part of a page; null where none may be. Of several the first is taken. */
export function useFileDrop(take: ((file: File) => void) | null): FileDrop {
  const [over, setOver] = useState(false);
  if (take === null) return { over: false, handlers: {} };
  return {
    over,
    handlers: {
      onDragOver(event) {
        if (!holdsFile(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave(event) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop(event) {
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file === undefined) return;
        event.preventDefault();
        take(file);
      },
    },
  };
}
