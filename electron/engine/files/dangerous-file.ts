import { inflateRawSync } from 'node:zlib';

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
const PROGRAM_OBJECT = /(^|\/)(activeX|embeddings)\/.*\.bin$/i;
const PDF_THAT_ACTS = ['/JavaScript', '/JS ', '/JS(', '/JS<', '/Launch', '/RichMedia', '/EmbeddedFile'];
/** How each entry of a ZIP archive begins, in its list of contents and before the entry itself, and where its name's length and name are. */
const ENTRIES = [
  { mark: Buffer.from([0x50, 0x4b, 0x01, 0x02]), lengthAt: 28, nameAt: 46 },
  { mark: Buffer.from([0x50, 0x4b, 0x03, 0x04]), lengthAt: 26, nameAt: 30 },
] as const;
/** As much of a file as has to be seen at once: the longest name an archive may give an entry, and what stands before it. */
const CARRIED_BYTES = 46 + 65_535;

const PROGRAMS = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x23, 0x21],
  [0xca, 0xfe, 0xba, 0xbe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xce, 0xfa, 0xed, 0xfe],
] as const;
const SHORTCUT = [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00];
const MACROS = 'a document with macros';
const OBJECT = 'a document with a program object in it';

const endingOf = (name: string): string => /\.([a-z0-9]{1,10})[. ]*$/i.exec(name)?.[1]?.toLowerCase() ?? '';
const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
const wide = (text: string): string => text.replace(/./g, '$&\0');
const holdsOneOf = (words: readonly string[], says: string): Look => {
  const wanted = words.map((word) => Buffer.from(word, 'latin1'));
  return (bytes) => (wanted.some((word) => bytes.includes(word)) ? says : '');
};

/** Looks at a stretch of the file: what is wrong with it, or nothing. */
type Look = (bytes: Buffer) => string;

/** What to look for in the rest of a file that begins so. */
function lookFor(bytes: Uint8Array): Look | null {
  if (startsWith(bytes, [0x50, 0x4b])) return lookIntoArchive;
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return holdsOneOf(PDF_THAT_ACTS, 'a PDF that can run something');
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return holdsOneOf(['\\objdata'], OBJECT);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return holdsOneOf([wide('_VBA_PROJECT'), wide('Macros')], MACROS);
  return null;
}

/** An office document's own list of its parts and what each of them is; whoever hides macros under another name still has to say so there. */
const LIST_OF_PARTS = '[Content_Types].xml';
const MOST_LIST_BYTES = 1024 * 1024;
const DEFLATED = 8;

function saysMacros(bytes: Buffer, entryAt: number, nameEnd: number): boolean {
  const from = nameEnd + bytes.readUInt16LE(entryAt + 28);
  try {
    const list =
      bytes.readUInt16LE(entryAt + 8) === DEFLATED
        ? inflateRawSync(bytes.subarray(from), { maxOutputLength: MOST_LIST_BYTES })
        : bytes.subarray(from, from + Math.min(MOST_LIST_BYTES, bytes.readUInt32LE(entryAt + 18)));
    return /vbaProject|macroEnabled/i.test(list.toString('latin1'));
  } catch {
    // Cut off here, it lies whole in the next stretch; what is no such list opens nowhere.
    return false;
  }
}

const MACRO_PART = Buffer.from('vbaProject.bin', 'latin1');

/** Names in an archive are never compressed, neither before each entry nor in its list of contents. */
const lookIntoArchive: Look = (bytes) => {
  if (bytes.includes(MACRO_PART)) return MACROS;
  for (const { mark, lengthAt, nameAt } of ENTRIES) {
    for (let at = bytes.indexOf(mark); at >= 0 && at + nameAt <= bytes.length; at = bytes.indexOf(mark, at + mark.length)) {
      const nameEnd = at + nameAt + bytes.readUInt16LE(at + lengthAt);
      // Cut off here, it lies whole in the next stretch.
      if (nameEnd > bytes.length) continue;
      const name = bytes.toString('utf8', at + nameAt, nameEnd);
      if (PROGRAM_OBJECT.test(name)) return OBJECT;
      if (name === LIST_OF_PARTS && mark === ENTRIES[1].mark && saysMacros(bytes, at, nameEnd)) return MACROS;
      // Before an entry the mark may be chance in compressed data: only the list of contents is taken at its word.
      if (mark === ENTRIES[0].mark && PROGRAM_TYPES.has(endingOf(name)) && !PARTS_OF_DOCUMENTS.test(name))
        return `an archive with .${endingOf(name)} in it`;
    }
  }
  return '';
};

/** What may not come in is told by the type a person would say: `.docm`, "a program"; empty when there is nothing against it. */
export interface DangerLooker {
  /** Looks at the next stretch of the file. */
  take(bytes: Uint8Array): string;
}

/** Why a file of this name may not come in, whatever is in it; empty when it may. */
export function dangerousName(fileName: string): string {
  // A character that turns the direction of writing makes `annexe` + turn + `fdp.exe` read as a PDF.
  if (TURNS_DIRECTION.test(fileName)) return 'a name with hidden characters';
  const ending = endingOf(fileName);
  return PROGRAM_TYPES.has(ending) ? `.${ending}` : '';
}

/** Looks into a file as it comes, holding no more of it than the longest thing that may lie across two stretches. */
export function dangerLooker(fileName: string): DangerLooker {
  const named = dangerousName(fileName);
  let look: Look | null = null;
  let begun = false;
  let carried = Buffer.alloc(0);
  return {
    take(bytes) {
      if (named !== '') return named;
      if (!begun) {
        begun = true;
        if (PROGRAMS.some((magic) => startsWith(bytes, magic))) return 'a program';
        if (startsWith(bytes, SHORTCUT)) return 'a shortcut';
        look = lookFor(bytes);
      }
      if (look === null) return '';
      const stretch = Buffer.concat([carried, bytes]);
      carried = stretch.subarray(Math.max(0, stretch.length - CARRIED_BYTES));
      return look(stretch);
    },
  };
}
