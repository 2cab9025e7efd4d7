/** Types that are programs or can start one, by the end of their name. */
const PROGRAM_TYPES = new Set(
  (
    'exe com scr pif bat cmd ps1 psm1 vbs vbe js jse mjs cjs wsf wsh hta msi msp msc cpl dll sys ocx drv jar class apk app dmg pkg deb rpm sh bash run bin elf so dylib py pyc pl rb php ' +
    'lnk url desktop reg inf scf chm hlp iso img vhd vhdx html htm xhtml shtml mht mhtml svg xml xsl xht swf ' +
    'docm dotm xlsm xltm xlam xlsb xla xll pptm potm ppam ppsm sldm accdb accde mdb mde adp'
  ).split(' '),
);

const TURNS_DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Every office document is an archive of XML; its own parts are no programs. */
const PARTS_OF_DOCUMENTS =
  /^(\[Content_Types\]\.xml|(_rels|docProps|customXml|word|xl|ppt|META-INF|Configurations2|visio)\/.*\.(xml|rels|bin|svg)|(content|styles|meta|settings|manifest)\.(xml|rdf))$/;
const PDF = [0x25, 0x50, 0x44, 0x46];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];
const PDF_THAT_ACTS = ['/JavaScript', '/JS ', '/JS(', '/JS<', '/Launch', '/RichMedia', '/EmbeddedFile'];
const CENTRAL_ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const CENTRAL_ENTRY_BYTES = 46;

const endingOf = (name: string): string => /\.([a-z0-9]{1,10})[. ]*$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** The names in a ZIP archive's list of contents, which is never compressed. */
function namesInArchive(bytes: Uint8Array): readonly string[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = archive.indexOf(CENTRAL_ENTRY); at >= 0 && at + CENTRAL_ENTRY_BYTES <= archive.length; ) {
    const length = archive.readUInt16LE(at + 28);
    names.push(archive.toString('utf8', at + CENTRAL_ENTRY_BYTES, at + CENTRAL_ENTRY_BYTES + length));
    at = archive.indexOf(CENTRAL_ENTRY, at + CENTRAL_ENTRY_BYTES + length);
  }
  return names;
}

/** The type of a file that must not be taken in, as the person would say it (`.docm`, "a program"); empty when there is nothing against it. */
export function dangerousType(fileName: string, bytes: Uint8Array): string {
  // A character that turns the direction of writing makes `annexe` + turn + `fdp.exe` read as a PDF.
  if (TURNS_DIRECTION.test(fileName)) return 'a name with hidden characters';
  const ending = endingOf(fileName);
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
  const inside = isZip
    ? namesInArchive(bytes).find((name) => PROGRAM_TYPES.has(endingOf(name)) && !PARTS_OF_DOCUMENTS.test(name))
    : undefined;
  if (inside !== undefined) return `an archive with .${endingOf(inside)} in it`;
  if (isZip && namesInArchive(bytes).some((name) => /(^|\/)(activeX|embeddings)\/.*\.bin$/i.test(name)))
    return 'a document with a program object in it';
  if (startsWith(bytes, PDF) && PDF_THAT_ACTS.some((word) => holds(bytes, word))) return 'a PDF that can run something';
  if (startsWith(bytes, RTF) && holds(bytes, '\\objdata')) return 'a document with a program object in it';
  if (isOldOffice && (holds(bytes, wide('_VBA_PROJECT')) || holds(bytes, wide('Macros')))) return 'a document with macros';
  return '';
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
const wide = (text: string): string => text.replace(/./g, '$&\0');
const holds = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'latin1'));
