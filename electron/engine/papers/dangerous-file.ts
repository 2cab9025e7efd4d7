/** Types that are programs or can start one, by the end of their name. */
const PROGRAM_TYPES = new Set(
  (
    'exe com scr pif bat cmd ps1 psm1 vbs vbe js jse mjs cjs wsf wsh hta msi msp msc cpl dll sys ocx drv jar class apk app dmg pkg deb rpm sh bash run bin elf so dylib py pyc pl rb php ' +
    'lnk url desktop reg inf scf chm hlp iso img vhd vhdx html htm xhtml shtml mht mhtml svg xml xsl xht swf ' +
    'docm dotm xlsm xltm xlam xlsb xla xll pptm potm ppam ppsm sldm accdb accde mdb mde adp'
  ).split(' '),
);

/** The type of a file that must not be taken in, as the person would say it (`.docm`, "a program"); empty when there is nothing against it. */
export function dangerousType(fileName: string, bytes: Uint8Array): string {
  const ending = /\.([a-z0-9]{1,10})[. ]*$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (PROGRAM_TYPES.has(ending)) return `.${ending}`;
  if (startsWith(bytes, [0x4d, 0x5a]) || startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46]) || startsWith(bytes, [0x23, 0x21])) return 'a program';
  if (
    startsWith(bytes, [0xca, 0xfe, 0xba, 0xbe]) ||
    startsWith(bytes, [0xcf, 0xfa, 0xed, 0xfe]) ||
    startsWith(bytes, [0xce, 0xfa, 0xed, 0xfe])
  )
    return 'a program';
  if (startsWith(bytes, [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00])) return 'a shortcut';
  const isZip = startsWith(bytes, [0x50, 0x4b]);
  const isOldOffice = startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
  if (isZip && holds(bytes, 'vbaProject.bin')) return 'a document with macros';
  if (isOldOffice && (holds(bytes, wide('_VBA_PROJECT')) || holds(bytes, wide('Macros')))) return 'a document with macros';
  return '';
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
const wide = (text: string): string => text.replace(/./g, '$&\0');
const holds = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'latin1'));
