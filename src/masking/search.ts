/** A longer mask is searched by its pieces of this length, so that the work for each place of a text is limited. */
const PIECE = 64;

/** The length of the start by which pieces are grouped. */
const HEAD = 4;

/** A part of a text, from its first character to the one after its last. */
export type Span = readonly [start: number, end: number];

/** Finds masks in texts, in a time that hardly depends on the number of masks. */
export interface MaskSearch {
  /** Adds masks of at least four UTF-16 units. */
  readonly add: (masks: readonly string[]) => void;
  /** Returns the spans of all pieces of masks that start before `most`, in their order. */
  readonly spansIn: (text: string, most?: number) => Span[];
  /** Whether a text contains a piece of a mask; a text without one contains no mask. */
  readonly hasPiece: (text: string) => boolean;
}

/** Creates a search without masks. A mask is indexed when a text is searched: many runs search no text. */
export function createMaskSearch(): MaskSearch {
  const added: (readonly string[])[] = [];
  const pieces = new Set<string>();
  /** The lengths of the pieces that start with these characters, the longest first. */
  const lengths = new Map<string, number[]>();
  const index = (piece: string) => {
    pieces.add(piece);
    const head = piece.slice(0, HEAD);
    const known = lengths.get(head) ?? [];
    if (!known.includes(piece.length)) {
      lengths.set(
        head,
        [...known, piece.length].sort((a, b) => b - a),
      );
    }
  };
  const spansIn = (text: string, most = text.length, mostSpans = Number.POSITIVE_INFINITY) => {
    for (const mask of added.splice(0).flat()) {
      piecesOf(mask).forEach(index);
    }
    const spans: Span[] = [];
    for (let at = 0; at < Math.min(most, text.length) && spans.length < mostSpans; at += 1) {
      const known = lengths.get(text.slice(at, at + HEAD));
      const length = known?.find((size) => pieces.has(text.slice(at, at + size)));
      if (length !== undefined) {
        spans.push([at, at + length]);
      }
    }
    return spans;
  };
  return {
    add: (masks) => void added.push(masks),
    spansIn,
    hasPiece: (text) => spansIn(text, text.length, 1).length > 0,
  };
}

/** Cuts a mask into pieces that together cover it. */
function piecesOf(mask: string): string[] {
  const starts = Array.from({ length: Math.ceil(mask.length / PIECE) }, (_, index) => index * PIECE);
  return starts.map((start) => {
    const from = Math.max(0, Math.min(start, mask.length - PIECE));
    return mask.slice(from, from + PIECE);
  });
}
